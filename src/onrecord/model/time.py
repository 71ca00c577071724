"""A time expression: the words of a report that say when, and what they are counted from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.model.identity import entry_id
from onrecord.model.report import UNKNOWN_DATE, DateValue
from onrecord.model.span import Span, Spans
from onrecord.model.statement import Statement
from onrecord.model.terms import Anchor, Band, DateMethod, Happening, Status, TimeType, ZoneKind
from onrecord.model.timex import days_of

WINDOW, WINDOW_SURE = 3, 0.8
"""Of 161 statements of PolNeAR training articles that print the day they were said, 86 % are at most three days old."""

CARRIED, CARRIED_SURE = 1_500, 0.6


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


def date_said(
    statement: Statement,
    times: Sequence[TimeExpression],
    published: DateValue = UNKNOWN_DATE,
    earlier: Sequence[Statement] = (),
) -> DateValue:
    """When a statement was said, kept apart from when it was printed.

    ``printed`` where a time expression of the report dates the saying. ``inferred`` from the last of the ``earlier``
    statements of the same speaker that is so dated and stands near by; else, for what was said before the report came
    out, the days up to publication that ``WINDOW`` names.
    """
    own = _printed(statement, times)
    if own is not None:
        return own
    for other in reversed(earlier):
        if _start(statement) - _start(other) > CARRIED:
            break
        if other.id != statement.id and other.speaker is not None and other.speaker == statement.speaker:
            carried = _printed(other, times)
            if carried is not None:
                return DateValue(carried.start, carried.end, DateMethod.INFERRED, CARRIED_SURE)
    days = days_of(published.start), days_of(published.end)
    if days[0] is None or days[1] is None:
        return UNKNOWN_DATE
    try:
        first = date.fromisoformat(days[0][0]) - timedelta(days=WINDOW)
    except OverflowError:
        return UNKNOWN_DATE
    return DateValue(first.isoformat(), days[1][1], DateMethod.INFERRED, round(WINDOW_SURE * published.confidence, 2))


def _printed(statement: Statement, times: Sequence[TimeExpression]) -> DateValue | None:
    """The narrowest time that dates the saying of the statement, if its days are known."""
    own = [t for t in times if t.dates_saying and t.statement == statement.id and t.start and t.end]
    own = [t for t in own if t.type in (TimeType.DATE, TimeType.TIME)]
    if not own:
        return None
    best = min(own, key=lambda t: (_length(t), -t.confidence, t.span))
    return DateValue(best.start, best.end, DateMethod.PRINTED, best.confidence)


def _length(time: TimeExpression) -> int:
    return (date.fromisoformat(time.end or "") - date.fromisoformat(time.start or "")).days


def _start(statement: Statement) -> int:
    return min(span.start for span in (*statement.cue, *statement.content))
