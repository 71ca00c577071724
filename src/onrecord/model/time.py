"""A time expression: the words of a report that say when, and what they are counted from."""

from dataclasses import dataclass

from onrecord.model.identity import entry_id
from onrecord.model.span import Span, Spans
from onrecord.model.terms import Anchor, Band, Happening, Status, TimeType, ZoneKind


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One time expression in one report.

    ``expression`` is its meaning before the anchor is known, in the language of ``model/timex.py``; ``anchor`` what it
    is counted from. ``value`` is the TIMEX3 value, ``start`` and ``end`` the ISO days it covers (both included), where
    the anchor is known when the report is read; None else. ``event`` are the words of what it dates (a cue or a verb
    with its object), ``happening`` what the
    report says of that. ``statement`` is the id of the statement that it stands in or dates; ``dates_saying`` says
    that it dates the act of saying rather than something in the content.
    """

    report: str
    span: Span
    zone: ZoneKind
    type: TimeType
    expression: str
    anchor: Anchor
    confidence: float
    band: Band
    reason: str
    rule: str
    analyser: str
    value: str | None = None
    start: str | None = None
    end: str | None = None
    event: Spans = ()
    happening: Happening | None = None
    statement: str | None = None
    dates_saying: bool = False
    status: Status = Status.MACHINE
    features: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """The hash of report, kind and span."""
        return entry_id(self.report, "time", {"time": (self.span,)})
