"""What time expressions come to once the day of publication is known, or another one than when the report was read."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.model.report import DateValue
from onrecord.model.terms import Anchor, DateMethod
from onrecord.model.time import TimeExpression
from onrecord.model.timex import days_of, value_of


class Counted(NamedTuple):
    """The TIMEX3 value of an expression and the days it covers; None where what it is counted from is not known."""

    value: str | None
    start: str | None
    end: str | None
    confidence: float


def ends(published: DateValue) -> tuple[str, ...]:
    """The first and the last day of a date; none where it is unknown."""
    first, last = days_of(published.start), days_of(published.end)
    return (first[0], last[1]) if first and last else ()


def counted(expression: str, anchors: Sequence[str]) -> tuple[str | None, tuple[str, str] | None]:
    """The value that an expression has whichever of these days it is counted from, and the days that it covers then."""
    values = {value_of(expression, anchor) for anchor in anchors or (None,)}
    value = values.pop() if len(values) == 1 else None
    days = {days_of(value, expression, anchor) for anchor in anchors or (None,)}
    return value, days.pop() if len(days) == 1 else None


def recount(times: Sequence[TimeExpression], published: DateValue) -> dict[str, Counted]:
    """Every expression of a report by its id, counted from this day of publication; the rest is as it was read.

    What hangs on a day that was only inferred is as much less sure as that day is.
    """
    by_start = {time.span.start: time for time in times}
    known: dict[int, Counted] = {}
    return {time.id: _recounted(time, by_start, published, known) for time in times}


def _recounted(
    time: TimeExpression, by_start: Mapping[int, TimeExpression], published: DateValue, known: dict[int, Counted]
) -> Counted:
    if time.span.start in known:
        return known[time.span.start]
    known[time.span.start] = Counted(time.value, time.start, time.end, time.confidence)
    sure = 1.0
    if time.anchor is Anchor.NONE:
        return known[time.span.start]
    if time.anchor is Anchor.PUBLISHED:
        anchors = ends(published)
        sure = published.confidence if published.method is DateMethod.INFERRED else 1.0
    else:
        source = by_start.get(int(dict(time.features).get("from", -1)))
        if source is None:
            return known[time.span.start]
        other = _recounted(source, by_start, published, known)
        named = other.start if time.anchor is Anchor.SAID else other.value
        anchors = (named,) if named else ()
        sure = other.confidence / source.confidence if source.confidence else 1.0
    value, days = counted(time.expression, anchors)
    confidence = round(time.confidence * (sure if value else 1.0), 2)
    start, end = days or (None, None)
    known[time.span.start] = Counted(value, start, end, confidence)
    return known[time.span.start]
