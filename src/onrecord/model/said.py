"""When a statement was said, kept apart from when it was printed."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.model.report import UNKNOWN_DATE, DateValue
from onrecord.model.statement import Statement
from onrecord.model.terms import DateMethod, TimeType
from onrecord.model.time import TimeExpression
from onrecord.model.timex import days_of

WINDOW, WINDOW_SURE = 3, 0.8
"""Of 161 statements of PolNeAR training articles that print the day they were said, 86 % are at most three days old."""

CARRIED, CARRIED_SURE = 1_500, 0.6

PRINTED = "the report's own words for when it was said"
CARRIED_ON = "the day of what the same speaker said just before"
NEAR = f"what is printed is {WINDOW} days old at most, as a rule"
NOTHING = "neither is its day printed nor that of the report known"


class Saying(NamedTuple):
    """A time expression that dates the saying of a statement: which, by whom, where it begins, and the days."""

    statement: str
    speaker: str | None
    at: int
    start: str
    end: str
    confidence: float


class Said(NamedTuple):
    """When a statement was said, and how that is known."""

    date: DateValue
    reason: str


def said(statement: str, speaker: str | None, at: int, sayings: Sequence[Saying], published: DateValue) -> Said:
    """When the statement (its id, its speaker, where it begins) was said.

    ``printed`` where a time expression of the report dates the saying. ``inferred`` from the last earlier statement of
    the same speaker that is so dated and stands near by; else, for what was said before the report came out, the days
    up to publication that ``WINDOW`` names. ``sayings`` are those of the report.
    """
    own = [one for one in sayings if one.statement == statement]
    if own:
        best = min(own, key=_narrowest)
        return Said(DateValue(best.start, best.end, DateMethod.PRINTED, best.confidence), PRINTED)
    near = [one for one in sayings if speaker and one.speaker == speaker and at - CARRIED <= one.at < at]
    if near:
        best = min(near, key=lambda one: (-one.at, *_narrowest(one)))
        return Said(DateValue(best.start, best.end, DateMethod.INFERRED, CARRIED_SURE), CARRIED_ON)
    days = days_of(published.start), days_of(published.end)
    if days[0] is None or days[1] is None:
        return Said(UNKNOWN_DATE, NOTHING)
    try:
        first = date.fromisoformat(days[0][0]) - timedelta(days=WINDOW)
    except OverflowError:
        return Said(UNKNOWN_DATE, NOTHING)
    sure = round(WINDOW_SURE * published.confidence, 2)
    return Said(DateValue(first.isoformat(), days[1][1], DateMethod.INFERRED, sure), NEAR)


def date_said(
    statement: Statement,
    times: Sequence[TimeExpression],
    published: DateValue = UNKNOWN_DATE,
    earlier: Sequence[Statement] = (),
) -> DateValue:
    """The same from the findings of a report; ``earlier`` are statements that may be of the same speaker."""
    known = {one.id: one for one in (*earlier, statement)}
    sayings = [
        Saying(time.statement, known[time.statement].speaker, begins(known[time.statement]), *days, time.confidence)
        for time in times
        if time.dates_saying and time.statement in known and time.type in (TimeType.DATE, TimeType.TIME)
        if (days := (time.start or "", time.end or "")) and all(days)
    ]
    return said(statement.id, statement.speaker, begins(statement), sayings, published).date


def begins(statement: Statement) -> int:
    """Where the statement begins: the first character of cue or content."""
    return min(span.start for span in (*statement.cue, *statement.content))


def _narrowest(one: Saying) -> tuple[int, float, str]:
    return (date.fromisoformat(one.end) - date.fromisoformat(one.start)).days, -one.confidence, one.start
