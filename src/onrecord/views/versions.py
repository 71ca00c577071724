"""What changed between the versions of a report: reports of one outlet with one web address, each beside the next.

Changes are found sentence by sentence and classed by what they change: the headline, a figure, words inside quotation
marks, a label for somebody or something, other words, or only how it is printed. What a change means is not said.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise
from urllib.parse import urlsplit

from onrecord.analyse.quotations import quotations
from onrecord.ledger import LabelFilter, MentionFilter, View
from onrecord.model.identity import entry_id
from onrecord.model.rows import ReportRow
from onrecord.model.span import Span
from onrecord.model.terms import Form, LabelKind
from onrecord.model.version_rows import VersionChangeRow, VersionSideRow
from onrecord.views.version_words import Run, figures, only_figures, printed_alike, runs, sentences

ALIKE = 0.5
"""Two sentences of which so much is the same are one sentence, changed."""


class ChangeKind(StrEnum):
    """What a change between two versions changes."""

    FIGURE = "figure"
    HEADLINE = "headline"
    LABEL = "label"
    PRINTING = "printing"
    QUOTATION = "quotation"
    QUOTATION_ADDED = "quotation-added"
    QUOTATION_REMOVED = "quotation-removed"
    SENTENCE_ADDED = "sentence-added"
    SENTENCE_REMOVED = "sentence-removed"
    WORDS = "words"


REASONS = {
    ChangeKind.FIGURE: "a number differs",
    ChangeKind.HEADLINE: "the headline differs",
    ChangeKind.LABEL: "a word for somebody or for an event differs",
    ChangeKind.PRINTING: "only spelling, capitals or marks differ",
    ChangeKind.QUOTATION: "words inside quotation marks differ",
    ChangeKind.QUOTATION_ADDED: "a sentence with a quotation is new",
    ChangeKind.QUOTATION_REMOVED: "a sentence with a quotation is gone",
    ChangeKind.SENTENCE_ADDED: "a sentence is new",
    ChangeKind.SENTENCE_REMOVED: "a sentence is gone",
    ChangeKind.WORDS: "words differ",
}


@dataclass(frozen=True, slots=True)
class Version:
    """One report of an address with its text, its quotations and what in it calls somebody or something."""

    row: ReportRow
    text: str
    quoted: tuple[Span, ...]
    labels: tuple[Span, ...]
    retrieved: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One change from a version to the next; a span is empty where that version has nothing there."""

    kind: ChangeKind
    a: Version
    b: Version
    mine: Span
    yours: Span
    sentence: Span
    other: Span


def changes(view: View, kind: str | None = None, outlet: str | None = None, report: str | None = None) -> list[Change]:
    """The changes by address, each version beside the one before it, in the order of the text."""
    found: list[Change] = []
    for rows in _addresses(view, outlet):
        if report is not None and report not in {row["id"] for row in rows}:
            continue
        some = sorted((_version(view, row) for row in rows), key=_age)
        for a, b in pairwise(some):
            found += (one for one in _between(a, b) if kind in (None, one.kind))
    return found


def line(one: Change) -> VersionChangeRow:
    """One change as programs read it."""
    known = _age(one.a)[:1] != _age(one.b)[:1]
    reason = REASONS[one.kind] if known else f"{REASONS[one.kind]}; which of the two is older is not known"
    return {
        "id": entry_id(one.b.row["id"], f"change {one.kind} {one.a.row['id']}", {"a": (one.mine,), "b": (one.yours,)}),
        "report": one.b.row["id"],
        "origin": one.b.row["origin"],
        "outlet": one.b.row["outlet"],
        "band": "likely" if known else "unsure",
        "url": one.b.row["url"] or "",
        "kind": one.kind.value,
        "reason": reason,
        "a": _side(one.a, one.mine, one.sentence),
        "b": _side(one.b, one.yours, one.other),
        "spans": {"b": [list(one.yours)] if one.yours.end > one.yours.start else []},
    }


def _side(version: Version, words: Span, around: Span) -> VersionSideRow:
    row = version.row
    return {
        "report": row["id"],
        "origin": row["origin"],
        "published": row["published"]["start"],
        "words": words.cut(version.text) or None,
        "sentence": around.cut(version.text) or None,
        "spans": [list(words)] if words.end > words.start else [],
    }


def _addresses(view: View, outlet: str | None) -> Iterator[list[ReportRow]]:
    """The reports of each address that has two different texts, by outlet."""
    held: Mapping[tuple[str, str], list[ReportRow]] = defaultdict(list)
    for row in view.reports():
        if row["url"] and outlet in (None, row["outlet"]):
            held[row["outlet"] or "", address(row["url"])].append(row)
    for _, rows in sorted(held.items()):
        texts = {row["text"]: row for row in reversed(rows)}
        if len(texts) > 1:
            yield list(texts.values())


def address(url: str) -> str:
    """A web address as it is compared: without scheme, ``www.``, fragment and a slash at its end."""
    parts = urlsplit(url.strip())
    query = f"?{parts.query}" if parts.query else ""
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}{query}"


def _version(view: View, row: ReportRow) -> Version:
    text, report = view.text(row["id"]), row["id"]
    kinds = (LabelKind.EVENT.value, LabelKind.DESCRIPTION.value)
    marked = [one["spans"]["label"][0] for kind in kinds for one in view.labels(LabelFilter(report=report, kind=kind))]
    for one in view.mentions(MentionFilter(report=report)):
        marked += one["spans"].get("title", [])
        marked += one["spans"]["mention"] if one["form"] == Form.NOMINAL else []
    zones = [Span(zone["start"], zone["end"]) for zone in row["zones"] if zone["kind"] in ("body", "list", "caption")]
    quoted = tuple(one.span for part in _lines(text, zones) for one in quotations(text, part))
    times = sorted(str(one.retrieved) for one in view.origins(report) if one.retrieved)
    return Version(row, text, quoted, tuple(Span(*span) for span in marked), times[0] if times else None)


def _lines(text: str, zones: Sequence[Span]) -> Iterator[Span]:
    for zone in zones:
        at = zone.start
        for words in zone.cut(text).splitlines(keepends=True):
            yield Span(at, at + len(words))
            at += len(words)


def _age(version: Version) -> tuple[tuple[str, str], str]:
    published = version.row["published"]["start"] or "~"
    return (version.retrieved or published, published), version.row["id"]


def _between(a: Version, b: Version) -> Iterator[Change]:
    mine, yours = (_headline(one) for one in (a, b))
    if mine.cut(a.text) != yours.cut(b.text):
        yield Change(ChangeKind.HEADLINE, a, b, mine, yours, mine, yours)
    one, other = (sentences(version.text, version.row["zones"]) for version in (a, b))
    match = SequenceMatcher(None, [_plain(s, a) for s in one], [_plain(s, b) for s in other], autojunk=False)
    for op, i, j, m, n in match.get_opcodes():
        if op != "equal":
            yield from _replaced(a, b, one[i:j], other[m:n])


def _headline(version: Version) -> Span:
    zone = next((zone for zone in version.row["zones"] if zone["kind"] == "headline"), None)
    return Span(zone["start"], zone["end"]) if zone else Span(0, 0)


def _plain(sentence: Span, version: Version) -> str:
    return " ".join(sentence.cut(version.text).split())


def _replaced(a: Version, b: Version, gone: Sequence[Span], new: Sequence[Span]) -> Iterator[Change]:
    """Sentences of a stretch, each beside the one that is most like it, those without one as gone or new."""
    left, words = list(new), {sentence: sentence.cut(b.text).split() for sentence in new}
    for sentence in gone:
        mine = sentence.cut(a.text).split()
        scores = [SequenceMatcher(None, mine, words[other]).ratio() for other in left]
        best = max(range(len(left)), key=scores.__getitem__, default=None)
        if best is None or scores[best] < ALIKE:
            quoted = any(mark.overlaps(sentence) for mark in a.quoted)
            kind = ChangeKind.QUOTATION_REMOVED if quoted else ChangeKind.SENTENCE_REMOVED
            yield Change(kind, a, b, sentence, Span(0, 0), sentence, Span(0, 0))
            continue
        other = left.pop(best)
        for run in runs(sentence, a.text, other, b.text):
            yield Change(_kind(run, a, b), a, b, run.mine, run.yours, sentence, other)
    for sentence in left:
        quoted = any(mark.overlaps(sentence) for mark in b.quoted)
        kind = ChangeKind.QUOTATION_ADDED if quoted else ChangeKind.SENTENCE_ADDED
        yield Change(kind, a, b, Span(0, 0), sentence, Span(0, 0), sentence)


def _kind(run: Run, a: Version, b: Version) -> ChangeKind:
    """What a run of words changes; a number counts before quotation marks, for it is what is disputed first."""
    one, other = run.mine.cut(a.text), run.yours.cut(b.text)
    if figures(a.text, run.mine) != figures(b.text, run.yours):
        return ChangeKind.FIGURE
    if printed_alike(one, other) or (only_figures(a.text, run.mine) and only_figures(b.text, run.yours)):
        return ChangeKind.PRINTING
    if any(s.overlaps(run.mine) for s in a.quoted) or any(s.overlaps(run.yours) for s in b.quoted):
        return ChangeKind.QUOTATION
    if any(s.overlaps(run.mine) for s in a.labels) and any(s.overlaps(run.yours) for s in b.labels):
        return ChangeKind.LABEL
    return ChangeKind.WORDS
