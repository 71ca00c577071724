"""What must hold before anything is written: every entry is a slice, every character stands in the bytes."""

from collections.abc import Iterator

from onrecord.errors import LedgerError, NotText, SliceMismatch
from onrecord.ledger.findings import Findings, inner, roles
from onrecord.model.analysis import Analysis
from onrecord.model.figure import Figure
from onrecord.model.label import Label
from onrecord.model.position import Position
from onrecord.model.relation import Relation
from onrecord.model.report import Capture, Report
from onrecord.model.span import Span, Spans, check_slices
from onrecord.model.time import TimeExpression


def check_report(capture: Capture, report: Report) -> None:
    """Raise unless the report's text decodes from the capture's bytes and all of it can be stored."""
    if report.capture != capture.id:
        raise SliceMismatch(f"{capture.subject}: the report was cut from another capture; read the input again")
    for words in _strings(capture, report):
        if not _storable(words):
            raise NotText(
                capture.subject,
                f"{words[:40]!r} cannot be stored (it holds NUL or half a character, a lone surrogate)",
                "write the input as plain UTF-8 and add it again",
            )
    faults = report.offsets.faults(report.text, capture.data)
    if faults:
        raise SliceMismatch(f"{capture.subject}: {faults[0]}; this is a fault of onrecord, the input was not added")
    check_spans(report.text, tuple(zone.span for zone in report.zones), f"{capture.subject}: zones")


def check_analysis(report: str, text: str, text_id: str, analysis: Analysis, found: Findings) -> None:
    """Raise unless the analysis is of this text and every span of it cuts at least one character."""
    if analysis.report != report or analysis.input != text_id:
        raise SliceMismatch(f"report {report}: the analysis is of another text; analyse the report again")
    for id, finding in found.entries:
        if finding.report != report:
            raise SliceMismatch(f"entry {id}: of another report; analyse the report again")
        for spans in roles(finding).values():
            check_spans(text, spans, f"entry {id}")
        check_spans(text, inner(finding), f"entry {id}")
    _check_references(found)
    for id, doubt in found.doubts.items():
        if doubt.report != report:
            raise SliceMismatch(f"doubt {id}: of another report; analyse the report again")
        if not 0 <= doubt.span.start <= doubt.span.end <= len(text):
            raise SliceMismatch(f"doubt {id}: {doubt.span.start}:{doubt.span.end} is outside the text")


def _check_references(found: Findings) -> None:
    """Raise unless everything that an entry points at is in the same analysis."""
    for id, statement in found.statements.items():
        if not statement.content:
            raise SliceMismatch(f"entry {id}: no content; a statement without words cannot be kept")
        if statement.parent is not None and statement.parent not in found.statements:
            raise LedgerError(f"entry {id}: its parent {statement.parent} is not in the same analysis")
        if statement.speaker_chain is not None and statement.speaker_chain not in found.mentions:
            raise LedgerError(f"entry {id}: its speaker's chain {statement.speaker_chain} is not in the same analysis")
    for id, mention in found.mentions.items():
        first = found.mentions.get(mention.chain)
        if first is None or first.chain != mention.chain:
            raise LedgerError(f"entry {id}: its chain {mention.chain} is no first mention of the same analysis")
    inside: dict[str, Figure | TimeExpression | Relation | Position | Label]
    inside = {**found.figures, **found.times, **found.relations, **found.positions, **found.labels}
    for id, one in inside.items():
        if one.statement is not None and one.statement not in found.statements:
            raise LedgerError(f"entry {id}: its statement {one.statement} is not in the same analysis")
        for chain in _chains(one):
            if chain is not None and chain not in found.mentions:
                raise LedgerError(f"entry {id}: the chain {chain} of a side is not in the same analysis")


def _chains(one: Figure | TimeExpression | Relation | Position | Label) -> tuple[str | None, ...]:
    match one:
        case Relation():
            return one.source_chain, one.target_chain
        case Position():
            return (one.holder_chain,)
        case Label():
            return (one.chain,)
    return ()


def check_spans(text: str, spans: Spans, subject: str) -> None:
    """Raise ``SliceMismatch`` unless every span cuts at least one character of the text."""
    check_slices(text, spans, [Span(*span).cut(text) for span in spans], subject)


def _strings(capture: Capture, report: Report) -> Iterator[str]:
    yield from (report.text, capture.origin, capture.place, report.origin, report.place, report.locator)
    yield from capture.layout
    yield from report.notes
    yield from (v for v in (report.outlet, report.title, report.byline, report.agency, report.url) if v is not None)
    for given in report.metadata:
        yield from given


def _storable(words: str) -> bool:
    if "\0" in words:
        return False
    if words.isascii():
        return True
    try:
        words.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
