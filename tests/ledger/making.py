"""The smallest captures, reports and analyses that a ledger takes."""

from pathlib import Path
from typing import Any

from onrecord.ledger import Ledger
from onrecord.model.analysis import Analysis, Doubt
from onrecord.model.figure import Figure
from onrecord.model.label import Label
from onrecord.model.mention import Mention, mention_id
from onrecord.model.offsets import literal_map
from onrecord.model.position import Position
from onrecord.model.relation import Relation
from onrecord.model.report import Capture, DateValue, Given, Report, Zone
from onrecord.model.span import Span
from onrecord.model.statement import Candidate, Statement
from onrecord.model.terms import (
    Act,
    Anchor,
    Band,
    DateMethod,
    Disposition,
    Form,
    LabelKind,
    Mode,
    PositionKind,
    RelationKind,
    Strength,
    TimeType,
    Voice,
    ZoneKind,
)
from onrecord.model.time import TimeExpression

TEXT = "Council meets\n\nMayor Ana Ruiz said “we will 😀 act”. She left early, it seems."
CLOCK = "2031-05-01T12:00:00Z"

Made = tuple[Capture, Report, Analysis]


def day(date: str) -> DateValue:
    return DateValue(date, date, DateMethod.GIVEN, 1.0)


def capture_and_report(
    text: str = TEXT, outlet: str | None = "Post", origin: str = "a.txt", **header: Any
) -> tuple[Capture, Report]:
    capture = Capture(text.encode(), header.pop("media_type", "text/plain"), origin)
    zones = (Zone(ZoneKind.BODY, Span(0, len(text))),) if text else ()
    metadata = tuple(Given(name, value, "sidecar") for name, value in header.items() if isinstance(value, str))
    offsets = literal_map(text, "utf-8")
    return capture, Report(capture.id, text, offsets, zones, origin, outlet=outlet, metadata=metadata, **header)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def statement(report: Report, source: str | None, cue: str, content: str, **labels: Any) -> Statement:
    text = report.text
    sources = (span(text, source),) if source else ()
    values: dict[str, Any] = {
        "speaker": source,
        "mode": Mode.DIRECT,
        "act": Act.SAY,
        "zone": ZoneKind.BODY,
        "confidence": 0.8,
        "band": Band.LIKELY,
        "reason": "a quotation with a cue beside it",
        "rule": "quote-cue",
        "analyser": "rules 1",
        "candidates": (Candidate(sources[0], 0.9, "subject of the cue"),) if sources else (),
        "features": (("cue_lemma", cue),),
    }
    return Statement(report.id, sources, (span(text, cue),), (span(text, content),), **values | labels)


COMMON: dict[str, Any] = {
    "zone": ZoneKind.BODY,
    "confidence": 0.8,
    "band": Band.LIKELY,
    "reason": "it stands there",
    "rule": "made",
    "analyser": "rules 1",
}


def mention(report: Report, words: str | Span, chain: str | None = None, **labels: Any) -> Mention:
    """The mention at the first place of these words; a chain of its own unless another's id is given."""
    at = span(report.text, words) if isinstance(words, str) else words
    values: dict[str, Any] = {"head": at, "form": Form.NAME, "chain": chain or mention_id(report.id, at)}
    return Mention(report.id, at, **COMMON | values | labels)


def figure(report: Report, words: str, **labels: Any) -> Figure:
    return Figure(report.id, span(report.text, words), **COMMON | labels)


def time(report: Report, words: str, **labels: Any) -> TimeExpression:
    values = {"type": TimeType.DATE, "expression": "XXXX-XX-XX", "anchor": Anchor.PUBLISHED}
    return TimeExpression(report.id, span(report.text, words), **COMMON | values | labels)


def analysis(
    report: Report, *statements: Statement, doubts: tuple[Doubt, ...] = (), analyser: str = "rules 1", **found: Any
) -> Analysis:
    return Analysis(report.id, analyser, "0123456789abcdef", report.text_id, statements, doubts, **found)


def made(text: str = TEXT, outlet: str | None = "Post", origin: str = "a.txt", **header: Any) -> Made:
    """A report with one statement by Mayor Ana Ruiz and one doubt, where its text holds them."""
    capture, report = capture_and_report(text, outlet, origin, **header)
    statements, doubts = [], []
    if "said “we will 😀 act”" in text:
        statements.append(statement(report, "Mayor Ana Ruiz", "said", "“we will 😀 act”"))
    if "it seems" in text:
        doubts.append(Doubt(report.id, span(text, "it seems"), Disposition.DROPPED, "no-cue", "nobody speaks"))
    return capture, report, analysis(report, *statements, doubts=tuple(doubts))


def ledger_of(folder: Path, *items: Made, name: str = "ledger.db") -> Ledger:
    ledger = Ledger.open(folder / name, create=True, clock=lambda: CLOCK)
    for item in items:
        ledger.writer.record(*item)
    return ledger


def relation(report: Report, source: str | None, cue: str, target: str, **labels: Any) -> Relation:
    """Who accuses whom at the first places of these words; the outlet itself where there is no source."""
    sources = (span(report.text, source),) if source else ()
    values: dict[str, Any] = {
        "kind": RelationKind.ACCUSE,
        "strength": Strength.EXPLICIT,
        "voice": Voice.QUOTED if source else Voice.OUTLET,
        "source": sources,
        "target": (span(report.text, target),),
        "cue": (span(report.text, cue),),
    }
    return Relation(report=report.id, **COMMON | values | labels)


def position(report: Report, holder: str, cue: str, content: str, **labels: Any) -> Position:
    """What a holder demands at the first places of these words."""
    values: dict[str, Any] = {
        "kind": PositionKind.DEMAND,
        "voice": Voice.QUOTED,
        "holder": (span(report.text, holder),),
        "cue": (span(report.text, cue),),
        "content": (span(report.text, content),),
    }
    return Position(report=report.id, **COMMON | values | labels)


def label(report: Report, words: str, head: str, **labels: Any) -> Label:
    """What the outlet calls an event at the first place of these words."""
    at, start = span(report.text, words), span(words, head).start
    values: dict[str, Any] = {"kind": LabelKind.EVENT, "voice": Voice.OUTLET, "span": at}
    values["head"] = Span(at.start + start, at.start + start + len(head))
    return Label(report=report.id, **COMMON | values | labels)
