"""What the events that a text speaks of say of its day: no earlier than what is past, no later than what is ahead."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.clean.dates import MONTHS, WEEKDAYS
from onrecord.clean.world import Event, Token, World, words_at
from onrecord.clean.world_days import LAST, Days, Step, WorldClue, after, before
from onrecord.clean.world_near import AFTER, BEFORE, MONTH, SOON
from onrecord.clean.world_sides import REACH, Side, said, side
from onrecord.model.span import Span

CAME, SAID_SO, AHEAD, PAST = 5.0, 3.75, 2.25, 1.0
"""Of an event that came unannounced, of one whose side the words before it say, and of one that verbs alone place."""

OUTCOME, PINNED, LIVE, COUNTED, THOUGHT = 2.5, 5.0, 3.0, 3.75, 2.5
BACK, AHEAD_OF = 330, 400
"""What recurs is told of as past, or as ahead, for so many days."""

_WEEKDAY = r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY_BEFORE = re.compile(rf"\b{_WEEKDAY}(?:\s+(?:night|evening|morning|afternoon))?[’']s\s+(?:\S+\s+){{0,3}}$")
_DAY_AFTER = re.compile(
    r"(?:[’']s)?(?:\s+(?:election|contest|contests|vote|voting|speech|party|rally|results?))?,?\s+"
    rf"(?:(?:on|next|last|this|held|late|early|here)\s+){{0,2}}{_WEEKDAY}\b"
)
_UNIT_BEFORE = re.compile(r"\b(?P<which>last|this|next)\s+(?P<unit>week|month)[’']s\s+(?:\S+\s+){0,2}$", re.IGNORECASE)
_UNIT_AFTER = re.compile(
    r"\s+(?:in [A-Z]\w+ )?(?:(?:earlier|later)\s+)?(?P<which>last|this|next)\s+(?P<unit>week|month)\b"
)
_WEEKS = {"last": (1, 13), "this": (-6, 6), "next": (-13, -1)}
_MONTHS = {"last": 1, "this": 0, "next": -1}
_NUMBERS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT = re.compile(
    rf"\b(?P<less>(?:less|fewer) than )?(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)}) (?P<unit>day|week|month)s? "
    r"(?:before|until|away from|ahead of|to go (?:before|until)|out from|from|left (?:before|until))\s+"
    r"(?:[^\s,;:]+\s+){0,2}$"
)
_LENGTHS = {"day": (1, 1), "week": (7, 5), "month": (30, 20)}
_LIVE = re.compile(
    r"\b(?:at|during|inside|outside|from|addressing|addressed|speaking at|spoke to|stage at|floor of|told)"
    r"\s+(?:the\s+)?$"
)
_DAY_NAME = re.compile(rf"\b{_WEEKDAY}\b")
_WINS = re.compile(r"\b(?:wins|takes|sweeps|loses|captures|claims)\s+(?:\S+\s+){0,4}$")
_ANY = re.compile(r"\b(?:an?|to|any|another|no|not|for|avoid)\s+(?:[\w-]+\s+){0,2}$")
_YEARLESS = re.compile(
    r"\b(?P<month>Jan|Feb|Mar|Apr|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
)


def events(
    text: str, some: Sequence[Token], world: World, sentence: Span, years: Sequence[Span]
) -> Iterator[WorldClue]:
    """The clues of all wordings of events in the tokens of a sentence; ``years`` are the places of years in it."""
    present = {token.word for token in some}
    at = 0
    while at < len(some):
        size = world.event_at(some, at)
        if size:
            span = Span(some[at].start, some[at + size - 1].end)
            capital = any(token.capital for token in some[at : at + size])
            rows = [
                row
                for row in world.events[words_at(some, at, size)]
                if (capital or not row.proper) and (not row.near or row.near & present)
            ]
            rows = _named(text, rows, span, sentence, years)
            if rows:
                around = Span(max(sentence.start, span.start - REACH), min(sentence.end, span.end + REACH))
                yield from _event(rows, text[around.start : span.start], span, text[span.end : around.end])
        at += max(size, 1)


def _named(text: str, rows: list[Event], span: Span, sentence: Span, years: Sequence[Span]) -> list[Event]:
    """The events that a year or a day beside the words leaves; none where the sentence names a year elsewhere."""
    beside = {int(year.cut(text)) for year in years if span.start - 30 <= year.start <= span.end + 30}
    foretold = rows[0].how in ("yes", "result") if rows else False
    if beside:
        rows = [row for row in rows if row.first.year in beside]
    elif years and foretold:
        return []
    start, end = max(sentence.start, span.start - 12), min(sentence.end, span.end + 16)
    days = {(MONTHS.index(m["month"][:3].lower()) + 1, int(m["day"])) for m in _YEARLESS.finditer(text, start, end)}
    if days and foretold:
        rows = [row for row in rows if {(day.month, day.day) for day in (row.first, row.last)} & days]
    return rows


def _event(rows: Sequence[Event], left: str, span: Span, right: str) -> Iterator[WorldClue]:
    name, how = rows[0].event, rows[0].how
    kinds = said(f"{left} {right}")
    which, clear = side(left, right)
    if how == "near":
        low, high = (0, 6) if which is Side.PAST and clear else (-7, 7)
        yield WorldClue(("near", name), _around(rows, low, high, LIVE), "tells of a few days around", span)
    elif how == "during":
        yield WorldClue(("during", name), _around(rows, 0, 3, LIVE), "prints", span)
    elif how == "result":
        if not {"ahead", "unsaid"} & kinds and not _ANY.search(left[-60:]):
            yield from _pinned(rows, left, right, span, Side.PAST)
            fresh = after(_edges(rows), SOON)
            yield WorldClue(("result", name), _around(rows, 0, BACK, OUTCOME), "tells the outcome of", span, fresh)
    elif how == "yes":
        yield from _pinned(rows, left, right, span, which if clear else None)
        yield from _live(rows, left, right, span, kinds)
        yield from _counted(rows, left, span)
        yield from _placed(rows, span, which, clear)
    else:
        yield from _pinned(rows, left, right, span, Side.PAST)
        first = min(row.first for row in rows).toordinal()
        weight = THOUGHT if "unsaid" in kinds else CAME
        yield WorldClue(("after", name), ((first, LAST, weight),), "is after", span, after(((first, LAST),), AFTER))


def _placed(rows: Sequence[Event], span: Span, which: Side | None, clear: bool) -> Iterator[WorldClue]:
    name = rows[0].event
    if which is Side.PAST:
        weight = SAID_SO if clear else PAST
        steps: tuple[Step, ...]
        if len(rows) == 1:
            steps = ((rows[0].first.toordinal(), LAST, weight),)
        else:
            steps = _around(rows, 0, BACK, weight, first=True)
        yield WorldClue(("past", name), steps, "tells as past of", span, after(_edges(rows), SOON if clear else MONTH))
    elif which is Side.AHEAD:
        weight = SAID_SO if clear else AHEAD
        days = tuple((row.last.toordinal() - AHEAD_OF, row.last.toordinal()) for row in rows)
        ends = tuple((first, last, weight) for first, last in days)
        yield WorldClue(("ahead", name), ends, "tells as ahead of", span, (), before(days, BEFORE))


def _pinned(rows: Sequence[Event], left: str, right: str, span: Span, which: Side | None) -> Iterator[WorldClue]:
    """``Tuesday's vote``, where the vote was on a Tuesday; ``last week's vote``."""
    name = rows[0].event
    day = _DAY_BEFORE.search(left[-60:]) or _DAY_AFTER.match(right)
    unit = _UNIT_BEFORE.search(left[-60:]) or _UNIT_AFTER.match(right)
    if day:
        number = WEEKDAYS.index(day["weekday"][:3].lower())
        fits = [on.toordinal() for row in rows for on in (row.first, row.last) if on.weekday() == number]
        low, high = (0, 6) if which is Side.PAST else (-7, 0) if which is Side.AHEAD else (-7, 7)
        if fits:
            yield WorldClue(
                ("pin", name), tuple((on + low, on + high, PINNED) for on in fits), "tells by its day of", span
            )
    elif unit and unit["unit"] == "week":
        steps = _around(rows, *_WEEKS[unit["which"].lower()], PINNED)
        yield WorldClue(("pin", name), steps, "tells by its week of", span)
    elif unit:
        months = (_month(row.first, _MONTHS[unit["which"].lower()]) for row in rows)
        yield WorldClue(("pin", name), tuple((*month, PINNED) for month in months), "tells by its month of", span)


def _live(rows: Sequence[Event], left: str, right: str, span: Span, kinds: set[str]) -> Iterator[WorldClue]:
    """``said on Tuesday at the convention`` is of its days or the week after; ``wins the primary`` of the day."""
    name = rows[0].event
    long = [row for row in rows if row.last > row.first]
    if "ahead" not in kinds and len(long) == len(rows) and _LIVE.search(left[-40:]):
        names = {WEEKDAYS.index(match["weekday"][:3].lower()) for match in _DAY_NAME.finditer(left + right)}
        fits = [row for row in long if names & {day.weekday() for day in _all(row)}]
        if fits:
            yield WorldClue(("live", name), _around(fits, 0, 6, LIVE), "tells by its day of", span)
    if not {"unsaid", "ahead"} & kinds and _WINS.search(left[-80:]):
        yield WorldClue(("wins", name), _around(rows, 0, 4, LIVE), "tells as news of", span)


def _counted(rows: Sequence[Event], left: str, span: Span) -> Iterator[WorldClue]:
    """``three weeks before the vote``."""
    count = _COUNT.search(left[-80:])
    if count is None:
        return
    number = int(count["number"]) if count["number"].isdigit() else max(1, _NUMBERS.index(count["number"]))
    each, spare = _LENGTHS[count["unit"]]
    far = number * each + spare + number * each // 5
    close = 0 if count["less"] else max(0, number * each - spare - number * each // 5)
    steps = tuple((row.first.toordinal() - far, row.last.toordinal() - close, COUNTED) for row in rows)
    yield WorldClue(("count", rows[0].event), steps, "counts the days before", span)


def _around(rows: Sequence[Event], low: int, high: int, weight: float, first: bool = False) -> tuple[Step, ...]:
    """The days from so many after the first day to so many after the last, or after the first too."""
    return tuple(
        (row.first.toordinal() + low, (row.first if first else row.last).toordinal() + high, weight) for row in rows
    )


def _edges(rows: Sequence[Event]) -> Days:
    return tuple((day.toordinal(), day.toordinal() + AHEAD_OF) for row in rows for day in (row.first, row.last))


def _all(row: Event) -> list[date]:
    return [row.first + timedelta(days=number) for number in range((row.last - row.first).days + 1)]


def _month(day: date, shift: int) -> tuple[int, int]:
    """The first and the last day of the month that lies so many after that of a day."""
    number = day.year * 12 + day.month - 1 + shift
    first, following = (date(n // 12, n % 12 + 1, 1).toordinal() for n in (number, number + 1))
    return first, following - 1
