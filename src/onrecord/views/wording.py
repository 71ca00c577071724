"""Which words does each outlet choose, for whom and what, in its own voice and in words it quotes; and how often?

Every count stands beside what it is out of. Nothing is scored, ranked or judged; lines are in alphabetical order.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.ledger import LabelFilter, StatementFilter, View
from onrecord.model.copies import Printed, independent
from onrecord.model.entry_rows import LabelRow
from onrecord.model.span import Span
from onrecord.model.terms import LabelKind
from onrecord.model.wording_rows import ChoiceRow, UseRow
from onrecord.views.wording_actors import NOUN, bare, of_actors
from onrecord.views.wording_places import days_of
from onrecord.views.wording_uses import Asked, Use, plain, uncounted

WIDTH = 60
TEXTS = 64


@dataclass(frozen=True, slots=True)
class Counted:
    """The uses of one label for one subject by one outlet in one voice, oldest first, and what they are out of.

    ``total`` counts what ``total_of`` names, ``texts`` how many different texts the reports are.
    """

    uses: tuple[Use, ...]
    total: int
    total_of: str
    reports: int
    texts: int


def uses(view: View, asked: Asked = Asked()) -> list[Use]:  # noqa: B008 (frozen)
    """Every use of words that is asked for, report by report."""
    open_to_all = not (asked.actor or asked.noun or asked.event or asked.devices)
    found: list[Use] = []
    if asked.actor or asked.noun or open_to_all:
        found += of_actors(view, asked)
    if asked.event or asked.actor or open_to_all:
        found += _of_events(view, asked)
    if asked.devices or open_to_all:
        found += _devices(view, asked)
    kept = [use for use in found if asked.voice in (None, use.voice)]
    return sorted(kept, key=lambda use: (use.published or "~", use.report, use.spans, use.sort, use.id))


def comparable(found: Sequence[Use]) -> tuple[list[Use], int]:
    """The uses that can be set beside others, and for how many nouns none can.

    Left out are the words for people and bodies without a name by a noun that one report alone uses, and such a noun
    where it stands bare (``in office``).
    """
    reports: dict[str, set[str]] = defaultdict(set)
    for use in found:
        if use.of[0] == NOUN:
            reports[use.subject].add(use.report)
    alone = {subject for subject, some in reports.items() if len(some) < 2}
    kept = [use for use in found if use.of[0] != NOUN or not (use.subject in alone or bare(use))]
    return kept, len(alone)


def counted(view: View, found: Iterable[Use]) -> list[Counted]:
    """The uses gathered by subject, label, outlet and voice, in the order of the alphabet."""
    gathered: dict[tuple[str, ...], list[Use]] = defaultdict(list)
    for use in found:
        whose = "" if (actor := _actor(use)) is None else actor
        gathered[_group(use.sort), use.subject, whose, use.label, use.outlet or "", use.voice].append(use)
    totals = _totals(view, [use for some in gathered.values() for use in some])
    printed = view.printed()
    ordered = sorted(gathered, key=lambda key: (*(part.casefold() for part in key), key))
    return [_counted(gathered[key], totals, printed) for key in ordered]


def line(one: Counted) -> ChoiceRow:
    """One count as programs read it; id, report, origin, band and spans are those of the first use."""
    first = one.uses[0]
    return {
        "id": first.id,
        "report": first.report,
        "origin": first.origin,
        "outlet": first.outlet,
        "band": first.band,
        "subject": first.subject,
        "actor": _actor(first),
        "sort": first.sort,
        "label": first.label,
        "voice": first.voice,
        "count": len(one.uses),
        "of": one.total,
        "of_what": one.total_of,
        "reports": one.reports,
        "texts": one.texts,
        "exact": sorted({use.exact for use in one.uses}),
        "uses": [{"id": use.id, "report": use.report, "spans": [list(span) for span in use.spans]} for use in one.uses],
        "spans": _spans(first),
    }


def concordance(view: View, found: Iterable[Use], width: int = WIDTH) -> Iterator[UseRow]:
    """Every use with the words around it, cut from its report."""
    text = lru_cache(TEXTS)(view.text)
    for use in found:
        start, end = use.spans[0].start, use.spans[-1].end
        whole = text(use.report)
        yield {
            "id": use.id,
            "report": use.report,
            "origin": use.origin,
            "outlet": use.outlet,
            "published": use.published,
            "band": use.band,
            "subject": use.subject,
            "sort": use.sort,
            "label": use.label,
            "voice": use.voice,
            "before": whole[max(0, start - width) : start],
            "exact": whole[start:end],
            "after": whole[end : end + width],
            "spans": _spans(use),
        }


def _of_events(view: View, asked: Asked) -> Iterator[Use]:
    """The words for events: by day and place or by whose they are, where their words say so, else by their own word."""
    days = days_of(view, asked.outlet)
    wanted = (asked.event or "").lower()
    kind, actor = LabelKind.EVENT.value, None if asked.event else asked.actor
    for row in view.labels(LabelFilter(kind=kind, actor=actor, outlet=asked.outlet)):
        lemma = row["lemma"] or row["head"].lower()
        label = _label(row, lemma)
        subject = _subject(row, lemma, days)
        if wanted and wanted not in (lemma, subject.lower()) and wanted not in label.split():
            continue
        yield _labelled(row, subject, "event", label, ("event", subject, row["outlet"], row["voice"]))


def _devices(view: View, asked: Asked) -> Iterator[Use]:
    for row in view.labels(LabelFilter(outlet=asked.outlet)):
        if row["kind"] in (LabelKind.EVENT, LabelKind.DESCRIPTION):
            continue
        cue = row["kind"] == LabelKind.DOUBTING_CUE
        of = ("cues" if cue else "reports", row["outlet"])
        yield _labelled(row, row["kind"], row["kind"], (row["lemma"] or row["head"]).lower(), of)


def _labelled(row: LabelRow, subject: str, sort: str, label: str, of: tuple[str | None, ...]) -> Use:
    return Use(
        row["id"], row["report"], row["origin"], row["outlet"], row["published"], row["band"], row["voice"], subject,
        sort, label, row["exact"], tuple(Span(*span) for span in row["spans"]["label"]), of,
    )  # fmt: skip


def _label(row: LabelRow, lemma: str) -> str:
    """The words up to the head, the head in its plain form; possessors and quotation marks left out."""
    start, head = row["spans"]["label"][0][0], row["spans"]["head"][0]
    kept = re.sub(r"^.*[’']s?\s+", "", row["exact"][: head[0] - start])
    return uncounted(plain(f"{kept} {lemma}"))


def _subject(row: LabelRow, lemma: str, days: Mapping[str, Sequence[tuple[Span, str]]]) -> str:
    """Which event it is: its day and place where its words give both, else by whom or what it is named with.

    ``Hadrel’s raid`` and ``the attack on Hadrel`` stand together under ``event, Hadrel``, for telling whether they are
    one would be a guess; what stands with no name goes by its own word.
    """
    head = Span(*row["spans"]["head"][0])
    day = next((day for span, day in days.get(row["report"], ()) if span.holds(head)), None)
    start = row["spans"]["label"][0][0]
    about = [row["exact"][s - start : e - start] for s, e in row["spans"].get("about", []) if s >= start]
    places = sorted({words for words in about if words[:1].isupper()})
    if day and places:
        return f"{day}, {' and '.join(places)}"
    name = row["name"] if row["actor"] else places[0] if places else None
    return f"event, {name}" if name and name[:1].isupper() else lemma


def _totals(view: View, found: Sequence[Use]) -> dict[tuple[str | None, ...], int]:
    """What each group of uses is counted out of."""
    totals: dict[tuple[str | None, ...], int] = defaultdict(int)
    seen: set[tuple[str, tuple[str | None, ...]]] = set()
    for use in found:
        if use.of[0] in ("mentions", NOUN, "event", "code") and not use.again and (use.id, use.of) not in seen:
            seen.add((use.id, use.of))
            totals[use.of] += 1
    if any(use.of[0] == "cues" for use in found):
        for row in view.statements(StatementFilter()):
            totals["cues", row["outlet"]] += bool(row["cue"])
    if any(use.of[0] == "reports" for use in found):
        for report in view.reports():
            totals["reports", report["outlet"]] += 1
    return totals


WHAT = {
    "mentions": "names and descriptions of the actor by this outlet in this voice",
    NOUN: "words with these nouns by this outlet in this voice",
    "event": "words for this event by this outlet in this voice",
    "cues": "statements with a cue in this outlet",
    "reports": "reports of this outlet",
    "code": "finds of this code by this outlet in both voices",
}


def _counted(
    some: Sequence[Use], totals: Mapping[tuple[str | None, ...], int], printed: Mapping[str, tuple[Printed, ...]]
) -> Counted:
    reports = {use.report for use in some}
    of = some[0].of
    return Counted(tuple(some), totals.get(of, 0), WHAT[of[0] or ""], len(reports), independent(reports, printed))


def _actor(use: Use) -> str | None:
    """The id of the actor whom the words are for; two of one name are two."""
    return use.of[1] if use.of[0] == "mentions" else None


def _group(sort: str) -> str:
    return "actor" if sort in ("name", "description", "title") else sort


def _spans(use: Use) -> dict[str, list[list[int]]]:
    return {"label": [list(span) for span in use.spans]}
