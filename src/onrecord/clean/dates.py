"""Dates as they are written, read without guessing: ISO 8601, RFC 2822, and English words and months.

A value that can be read in two ways gives the range that holds both, and says so; what has no year is not completed.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from onrecord.model.span import Span

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FIRST_YEAR = "1500"
FIRST_EPOCH, LAST_EPOCH = 631_152_000, 4_102_444_800  # 1990 to 2100: other ten-digit numbers are no dates

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_WRITTEN = (
    re.compile(rf"\b{_WEEKDAY}{_DAY}(?:\s+of)?[\s-]+{_MONTH}\s*,?[\s-]+(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b{_WEEKDAY}{_MONTH}\s+{_DAY}\s*,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>\d{4})[-/](?P<month>\d{2})[-/](?P<day>\d{2})(?!\d)"),
)
_NUMERIC = re.compile(r"(?<!\d)(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)")
_MONTH_ONLY = re.compile(rf"(?:{_MONTH},?\s+(?P<year>\d{{4}})|(?P<iso>\d{{4}}-\d{{2}}))", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-?\d{2}-?\d{2}(?:[T ]\d{2}.*)?")
_RFC = re.compile(r"(?:[A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d{1,2}:\d{2}.*")
_YEARLESS = re.compile(
    rf"\b{_WEEKDAY}(?:{_MONTH}\s+{_DAY}|{_DAY.replace('day', 'day2')}\s+{_MONTH.replace('month', 'month2')})"
    r"(?!\s*,?[\s-]+\d{4}\b)",
    re.I,
)


class Reading(NamedTuple):
    """What a written date says: a closed range of ISO days or UTC instants, and what is doubtful about it."""

    start: str
    end: str
    doubt: str | None = None

    @property
    def exact(self) -> bool:
        """Whether it names one day or instant and nothing about it is doubtful."""
        return self.start == self.end and self.doubt is None


class Printed(NamedTuple):
    """A date found in running text, and where."""

    span: Span
    reading: Reading


class Yearless(NamedTuple):
    """A day and month that stand without a year, as written; ``weekday`` counts from Monday, None where not named."""

    words: str
    month: int
    number: int
    weekday: int | None

    def day(self, year: int) -> date | None:
        """That day of a year."""
        try:
            return date(year, self.month, self.number)
        except ValueError:
            return None


def parse(value: str) -> Reading | None:
    """What a metadata value says as a date, or None where it names none or several.

    A year before printing (``0001-01-01``) is how some programs write that there is no date.
    """
    value = " ".join(value.split())
    whole = _machine(value) or _partial(value)
    if whole:
        return whole if whole.start >= FIRST_YEAR else None
    found = {printed.reading for printed in find(value)}
    return found.pop() if len(found) == 1 else None


def find(text: str) -> Iterator[Printed]:
    """Every full date of the text, in its order."""
    hits = [(m.start(), m) for pattern in (*_WRITTEN, _NUMERIC) for m in pattern.finditer(text)]
    end = 0
    for start, match in sorted(hits, key=lambda hit: (hit[0], -hit[1].end())):
        reading = _numeric(match) if match.re is _NUMERIC else _written(match)
        if reading and start >= end:
            end = match.end()
            yield Printed(Span(start, end), reading)


def yearless(text: str) -> str | None:
    """The first day and month that stand without a year, as written."""
    return next((found.words for found in find_yearless(text)), None)


def find_yearless(text: str) -> Iterator[Yearless]:
    """Every day and month that stand without a year, in their order."""
    for match in _YEARLESS.finditer(text):
        groups = match.groupdict()
        month, day = groups["month"] or groups["month2"], groups["day"] or groups["day2"]
        weekday = WEEKDAYS.index(groups["weekday"][:3].lower()) if groups["weekday"] else None
        if 1 <= int(day) <= 31:
            yield Yearless(match[0], _month(month), int(day), weekday)


def _machine(value: str) -> Reading | None:
    """ISO 8601, RFC 2822 or seconds or milliseconds since 1970."""
    try:
        if re.fullmatch(r"\d{10}(?:\d{3})?", value) and FIRST_EPOCH <= int(value[:10]) < LAST_EPOCH:
            return _moment(datetime.fromtimestamp(int(value[:10]), UTC))
        if _ISO.fullmatch(value):
            if len(value) <= len("2031-04-09"):
                return _day(date.fromisoformat(value))
            return _moment(datetime.fromisoformat(re.sub(r"\s*(?:UTC|GMT)$", "+00:00", value)))
        if _RFC.fullmatch(value):
            return _moment(parsedate_to_datetime(value))
    except (ValueError, OverflowError):
        pass
    return None


def _moment(value: datetime) -> Reading:
    """The instant in UTC; of a time without a zone only the day is known."""
    if value.tzinfo is None:
        return _day(value.date())
    instant = value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(len("2031-04-09T00:00:00Z"), "0")
    return Reading(instant, instant)


def _day(value: date) -> Reading:
    return Reading(value.isoformat(), value.isoformat())


def _partial(value: str) -> Reading | None:
    """A month or a year alone, as the range of its days."""
    if re.fullmatch(r"(?:1[89]|20|21)\d\d", value):
        return Reading(f"{value}-01-01", f"{value}-12-31")
    match = _MONTH_ONLY.fullmatch(value)
    if not match:
        return None
    iso = match["iso"]
    year, month = (int(iso[:4]), int(iso[5:])) if iso else (int(match["year"]), _month(match["month"]))
    try:
        first = date(year, month, 1)
    except ValueError:
        return None
    following = date(year + month // 12, month % 12 + 1, 1)
    return Reading(first.isoformat(), date.fromordinal(following.toordinal() - 1).isoformat())


def _written(match: re.Match[str]) -> Reading | None:
    groups = match.groupdict()
    try:
        day = date(int(groups["year"]), _month(groups["month"]), int(groups["day"]))
    except ValueError:
        return None
    weekday = groups.get("weekday")
    if weekday and WEEKDAYS[day.weekday()] != weekday[:3].lower():
        return Reading(day.isoformat(), day.isoformat(), f"{match[0]!r} was not that day of the week")
    return _day(day)


def _numeric(match: re.Match[str]) -> Reading | None:
    """A date in figures; both orders of day and month are tried, and both kept where both are possible."""
    year, first, second = int(match["year"]), int(match["first"]), int(match["second"])
    days: set[date] = set()
    for month, day in ((first, second), (second, first)):
        try:
            days.add(date(year, month, day))
        except ValueError:
            continue
    if not days:
        return None
    early, late = min(days).isoformat(), max(days).isoformat()
    return Reading(early, late, f"{match[0]!r} is {early} or {late}" if early != late else None)


def _month(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS.index(word[:3].lower()) + 1
