"""The user's own codebook: named codes with words, base forms and patterns, found in every report and counted.

A codebook is a TOML file; each table below ``codes`` is one code::

    [codes.force]
    words = ["air strike", "shelling"]     # as they stand, capitals or not
    lemmas = ["attack"]                    # in any form: attacks, attacked
    patterns = ["bomb(ed|ing)? raids?"]    # regular expressions, capitals or not
"""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.analyse.label_voice import Voices
from onrecord.analyse.quotations import quotations
from onrecord.engine.parse import lemma
from onrecord.errors import UsageError
from onrecord.ledger import MentionFilter, ReportFilter, View
from onrecord.model.identity import entry_id
from onrecord.model.rows import ReportRow
from onrecord.model.span import Span
from onrecord.views.sentences import sentence
from onrecord.views.wording_uses import Asked, Use, plain

READ = {"headline", "body", "caption", "list", "summary"}
KINDS = ("verb", "noun", "adj")
KEYS = {"words", "lemmas", "patterns"}
WORD = re.compile(r"[A-Za-zÀ-ÿ][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a codebook; ``pattern`` finds its words and patterns, ``lemmas`` are base forms."""

    name: str
    pattern: re.Pattern[str] | None
    lemmas: frozenset[str]

    def finds(self, text: str, zone: Span) -> Iterator[Span]:
        """Where the code is found, each place once, the longest there."""
        found = [Span(*match.span()) for match in self.pattern.finditer(text, *zone)] if self.pattern else []
        if self.lemmas:
            words = (Span(*match.span()) for match in WORD.finditer(text, *zone))
            found += [span for span in words if any(lemma(span.cut(text).lower(), k) in self.lemmas for k in KINDS)]
        end = zone.start
        for span in sorted(set(found), key=lambda one: (one.start, -one.end)):
            if span.start >= end and span.end > span.start:
                yield span
                end = span.end


def codebook(path: Path) -> tuple[Code, ...]:
    """The codes of a file, in the order of the alphabet; ``UsageError`` names what is wrong in it."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not a TOML file ({error}); see `onrecord wording --help`") from error
    codes = table.get("codes")
    if not isinstance(codes, dict) or not codes:
        raise UsageError(f"{path}: no code in it; write tables like [codes.NAME] with words, lemmas or patterns")
    return tuple(_code(path, name, codes[name]) for name in sorted(codes))


def found(view: View, codes: Sequence[Code], asked: Asked = Asked()) -> list[Use]:  # noqa: B008 (frozen)
    """Every find of every code; with an actor, those in sentences that mention it."""
    uses: list[Use] = []
    for report in sorted(view.reports(ReportFilter(outlet=asked.outlet)), key=lambda row: row["id"]):
        uses += _in_report(view, report, codes, asked)
    kept = [use for use in uses if asked.voice in (None, use.voice)]
    return sorted(kept, key=lambda use: (use.published or "~", use.report, use.spans, use.subject))


def _code(path: Path, name: str, given: object) -> Code:
    if not isinstance(given, dict) or not given or set(given) - KEYS:
        raise UsageError(f"{path}: code {name}: give words, lemmas or patterns, and nothing else")
    if any(
        not isinstance(some, list) or not all(isinstance(one, str) and one for one in some) for some in given.values()
    ):
        raise UsageError(f"{path}: code {name}: words, lemmas and patterns are lists of texts")
    parts = [
        rf"(?<!\w){re.escape(' '.join(words.split()))}(?!\w)".replace(r"\ ", r"\s+") for words in given.get("words", ())
    ]
    try:
        parts += [f"(?:{re.compile(pattern).pattern})" for pattern in given.get("patterns", ())]
        pattern = re.compile("|".join(parts), re.IGNORECASE) if parts else None
    except re.error as error:
        raise UsageError(f"{path}: code {name}: not a regular expression ({error})") from error
    return Code(name, pattern, frozenset(word.lower() for word in given.get("lemmas", ())))


def _in_report(view: View, report: ReportRow, codes: Sequence[Code], asked: Asked) -> Iterator[Use]:
    text = view.text(report["id"])
    zones = [Span(zone["start"], zone["end"]) for zone in report["zones"] if zone["kind"] in READ]
    mentioned = _mentioned(view, report["id"], asked.actor)
    if asked.actor and not mentioned:
        return
    analysis = view.analysis(report["id"])
    voices = Voices(text, analysis.statements, _marked(text, zones))
    published = report["published"]
    day = published["start"] if published["start"] == published["end"] else None
    for code in codes:
        for span in (span for zone in zones for span in code.finds(text, zone)):
            if asked.actor and not _near(sentence(text, span), mentioned):
                continue
            id = entry_id(report["id"], f"code {code.name}", {"label": (span,)})
            words = span.cut(text)
            of = ("code", code.name, report["outlet"])
            yield Use(
                id, report["id"], report["origin"], report["outlet"], day, "likely", voices.at(span).voice.value,
                code.name, "code", plain(words), words, (span,), of,
            )  # fmt: skip


def _marked(text: str, zones: Iterable[Span]) -> Iterator[Span]:
    """The quotations, paragraph by paragraph."""
    for zone in zones:
        start = zone.start
        for end in [*(m.end() for m in re.finditer(r"\n", text[zone.start : zone.end])), zone.end - zone.start]:
            line = Span(start, zone.start + end)
            yield from (one.span for one in quotations(text, line))
            start = line.end


def _mentioned(view: View, report: str, actor: str | None) -> list[int]:
    """Where an actor is mentioned in a report, in order."""
    if actor is None:
        return []
    rows = view.mentions(MentionFilter(report=report, actor=actor))
    return sorted(row["spans"]["mention"][0][0] for row in rows)


def _near(around: Span, places: Sequence[int]) -> bool:
    at = bisect_right(places, around.end - 1)
    return at > 0 and places[at - 1] >= around.start
