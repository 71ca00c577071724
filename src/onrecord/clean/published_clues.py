"""The day of publication where nobody states it: from the address of the page, and from a day that lacks its year.

Nothing is taken from today's date. A year is given to ``Monday, May 3`` only where the years that the report itself
names leave one that fits the day of the week, or where a full date of the same season stands in the report.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.clean import dates
from onrecord.model.report import Given, Zone
from onrecord.model.span import Span
from onrecord.model.terms import ZoneKind

ADDRESS, FITTED, NEARBY = 0.85, 0.8, 0.6
NEAR = timedelta(days=45)
OPENING = 400
_MONTHS = "|".join(dates.MONTHS)
_PATHS = (
    re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?:/|$|[-_.])"),
    re.compile(rf"/(?P<year>(?:19|20)\d\d)/(?P<month>{_MONTHS})[a-z]*/(?P<day>\d{{1,2}})(?:/|$)", re.IGNORECASE),
    re.compile(r"(?<!\d)(?<!\d-)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])"),
    re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?!\d)"),
)
_YEAR = re.compile(r"(?<![\d$£€.,-])(?:19|20)\d\d(?![\d%-]|[.,]\d)")


class PrintedClue(NamedTuple):
    """A day of publication that was worked out, how sure it is, and a clause that says from what."""

    reading: dates.Reading
    confidence: float
    note: str


def clues(given: Sequence[Given], zones: Sequence[Zone], text: str) -> Iterator[PrintedClue]:
    """What the address says, then what the lines around the text print without a year."""
    for value in given:
        if value.name == "url" and (day := address_day(value.value)):
            yield PrintedClue(_reading(day), ADDRESS, "taken from the address of the page")
            break
    yield from _yearless(zones, text)


def address_day(url: str) -> date | None:
    """The day that the path of an address names, or None where it names none or several."""
    path = re.sub(r"^\w+://[^/]*", "", url).partition("?")[0].partition("#")[0]
    found = {day for pattern in _PATHS for m in pattern.finditer(path) if (day := _day(m))}
    return found.pop() if len(found) == 1 else None


def _day(match: re.Match[str]) -> date | None:
    month = match["month"]
    number = int(month) if month.isdigit() else dates.MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None


def _reading(day: date) -> dates.Reading:
    return dates.Reading(day.isoformat(), day.isoformat())


def _yearless(zones: Sequence[Zone], text: str) -> Iterator[PrintedClue]:
    """The day that byline, dateline or the lines above the body print without a year, where the text gives the year."""
    body = next((zone.span.start for zone in zones if zone.kind is ZoneKind.BODY), 0)
    for zone in zones:
        own = zone.kind in (ZoneKind.DATELINE, ZoneKind.BYLINE)
        if not own and not (zone.kind is ZoneKind.FURNITURE and zone.span.start <= body + OPENING):
            continue
        for found in dates.find_yearless(zone.span.cut(text)):
            fitted = _with_year(found, text, Span(zone.span.start, zone.span.end))
            if fitted:
                yield fitted


def _with_year(found: dates.Yearless, text: str, around: Span) -> PrintedClue | None:
    """The year that fits: by the day of the week among the years of the text and the next, else by a near full date."""
    rest = text[: around.start] + " " + text[around.end :]
    years = sorted({int(match[0]) for match in _YEAR.finditer(rest)} & set(range(1950, 2100)))
    if not years:
        return None
    latest = years[-1]
    if found.weekday is not None:
        fits = [
            day
            for year in (latest - 1, latest, latest + 1)
            if (day := found.day(year)) and day.weekday() == found.weekday
        ]
        note = f"the year of {found.words!r} is the one near {latest} in which it was that day of the week"
        return PrintedClue(_reading(fits[0]), FITTED, note) if len(fits) == 1 else None
    full = [date.fromisoformat(p.reading.start) for p in dates.find(rest) if p.reading.exact]
    days = {
        day for year in (latest, latest + 1) if (day := found.day(year)) for other in full if abs(day - other) <= NEAR
    }
    if len(days) != 1:
        return None
    return PrintedClue(
        _reading(days.pop()), NEARBY, f"the year of {found.words!r} is that of a date near it in the text"
    )
