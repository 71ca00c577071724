"""What days, months, seasons and years that a text names say of its day; those without their year recur every year."""

import re
from collections.abc import Iterator
from datetime import date

from onrecord.clean.dates import MONTHS, WEEKDAYS
from onrecord.clean.world_days import LAST, Step, WorldClue, after, before
from onrecord.clean.world_near import AFTER, BEFORE_DAY, BEFORE_MONTH, DAY, MONTH
from onrecord.clean.world_sides import REACH, Side, side
from onrecord.model.span import Span

DATED, YEAR, WITHOUT, OF_MONTH, SEASON = 3.75, 2.5, 3.0, 2.0, 1.0
YEARS = range(1990, 2040)
NAMED = re.compile(r"(?<![\d$£€.,-])(?:19|20)\d\d(?![\d%]|[.,]\d)")

_FULL_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_FULL = re.compile(
    r"\b(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>(?:19|20)\d\d)\b"
)
_IN_YEAR = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Dd]uring) (?P<year>(?:19|20)\d\d)\b(?![-–]\d)")
_DAY = re.compile(
    r"(?:\b(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
    rf"\b(?P<month>Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|{_FULL_MONTHS})\.?\s+"
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?!\s*,?\s+(?:19|20)\d\d\b)(?![-–/]?\d|:)"
)
_MONTH = re.compile(
    r"\b(?P<how>[Ii]n|[Ss]ince|[Uu]ntil|[Ll]ast|[Nn]ext|[Ll]ate|[Ee]arly|mid|[Bb]y|[Tt]his|[Oo]f|[Dd]uring|[Tt]hrough)"
    r"[ -]"
    rf"(?:early |late |mid-)?(?P<month>{_FULL_MONTHS})\b(?![-\s]+\d|\s*,\s*\d|\s+of\s+\d|[’']s)"
)
_SEASON = re.compile(r"\b[Tt]his (?P<season>spring|summer|fall|winter)\b")
_SEASONS = {"spring": (10, 260), "summer": (60, 320), "fall": (75, 365), "winter": (-75, 150)}
_PROPER = {(1, 1), (1, 6), (5, 5), (7, 4), (9, 11), (10, 7), (12, 25)}
"""Days that are names of holidays or events."""


def calendar(text: str, sentence: Span) -> Iterator[WorldClue]:
    """The clues of all that a sentence names of the calendar; beside a year what lacks one is of that year."""
    words = sentence.cut(text)
    for match in _FULL.finditer(words):
        yield from _full(match, sentence)
    for match in _IN_YEAR.finditer(words):
        if _side(match)[0] is Side.PAST and int(match["year"]) in YEARS:
            first = date(int(match["year"]), 1, 1).toordinal()
            yield WorldClue(("in", match["year"]), ((first, LAST, YEAR),), "tells as past of", _span(match, sentence))
    for match in NAMED.finditer(words):
        if (year := int(match[0])) in YEARS:
            yield WorldClue(("year", match[0]), (), "names", _span(match, sentence), _around(year))
    if NAMED.search(words) or " ago" in words:
        return
    for match in _DAY.finditer(words):
        yield from _day(match, sentence)
    for match in _SEASON.finditer(words):
        low, high = _SEASONS[match["season"]]
        firsts = (date(year, 1, 1).toordinal() for year in YEARS)
        steps = tuple((first + low, first + high, SEASON) for first in firsts)
        yield WorldClue(("season", match["season"]), steps, "prints", _span(match, sentence))
    for match in _MONTH.finditer(words):
        yield from _month(match, sentence)


def _full(match: re.Match[str], sentence: Span) -> Iterator[WorldClue]:
    """``April 9, 2031``, told of as past."""
    try:
        day = date(int(match["year"]), _number(match), int(match["day"])).toordinal()
    except ValueError:
        return
    if _side(match)[0] is Side.PAST:
        fresh = after(((day, LAST),), AFTER[:5])
        yield WorldClue(("full", match[0]), ((day, LAST, DATED),), "tells as past of", _span(match, sentence), fresh)


def _around(year: int) -> tuple[Step, ...]:
    """Reports name years near their own."""
    wide = (date(year - 1, 1, 1).toordinal(), date(year + 2, 12, 31).toordinal(), 1.0)
    return (wide, (date(year, 1, 1).toordinal(), date(year + 1, 12, 31).toordinal(), 1.8))


def _day(match: re.Match[str], sentence: Span) -> Iterator[WorldClue]:
    """``April 9``, told of as past or as ahead; ``Wednesday, April 9`` is of a year in which it is one."""
    month, number = _number(match), int(match["day"])
    which, _ = _side(match)
    if (month, number) in _PROPER or (which is None and not match["weekday"]):
        return
    firsts = [day.toordinal() for day in _yearly(month, number) if _fits(day, match["weekday"])]
    low, high = (0, 300) if which is Side.PAST else (-240, 0) if which is Side.AHEAD else (-200, 300)
    days = tuple((first + low, first + high) for first in firsts)
    steps = tuple((first, last, WITHOUT) for first, last in days)
    fresh = after(days, DAY) if which is Side.PAST else ()
    soon = before(days, BEFORE_DAY) if which is Side.AHEAD else ()
    words = f"tells as {which.value} of" if which else "prints"
    yield WorldClue(("day", str(month), str(number), words), steps, words, _span(match, sentence), fresh, soon)


def _month(match: re.Match[str], sentence: Span) -> Iterator[WorldClue]:
    """``in April``, told of as past or as ahead."""
    how = match["how"].lower()
    which = Side.PAST if how == "last" else Side.AHEAD if how == "next" else _side(match)[0]
    if which is None:
        return
    edges = [(date(year, _number(match), 1), _following(year, _number(match))) for year in YEARS]
    if which is Side.PAST:
        days = tuple((first.toordinal() + 3, first.toordinal() + 365) for first, _ in edges)
    else:
        days = tuple((following.toordinal() - 331, following.toordinal() - 1) for _, following in edges)
    steps = tuple((first, last, OF_MONTH) for first, last in days)
    fresh = after(days, MONTH) if which is Side.PAST else ()
    soon = before(days, BEFORE_MONTH) if which is Side.AHEAD else ()
    words = f"tells as {which.value} of"
    yield WorldClue(("month", match["month"], words), steps, words, _span(match, sentence), fresh, soon)


def _side(match: re.Match[str]) -> tuple[Side | None, bool]:
    words = match.string
    left, right = words[max(0, match.start() - REACH) : match.start()], words[match.end() : match.end() + REACH]
    return side(left, right, told=True)


def _span(match: re.Match[str], sentence: Span) -> Span:
    return Span(match.start() + sentence.start, match.end() + sentence.start)


def _number(match: re.Match[str]) -> int:
    return MONTHS.index(match["month"][:3].lower()) + 1


def _yearly(month: int, number: int) -> Iterator[date]:
    for year in YEARS:
        try:
            yield date(year, month, number)
        except ValueError:
            continue


def _fits(day: date, weekday: str | None) -> bool:
    return weekday is None or day.weekday() == WEEKDAYS.index(weekday[:3].lower())


def _following(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1)
