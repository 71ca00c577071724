"""The calendar of time expressions: from an expression and its anchor to a TIMEX3 value, and to the days it covers.

An *expression* is what a report's words mean before it is known what they are counted from:

* a TIMEX3 value that needs no anchor: ``2031-04-09``, ``2031-Q3``, ``203``, ``P2D``, ``PRESENT_REF``, ``XXXX-WXX-1``;
* a unit and an offset, counted from the anchor, with what is named inside it: ``day-1``, ``year-1-10``, ``week+0``,
  ``year+0-Q3``, ``day-1TNI``;
* a value whose year (or week) is open and a mark for which one is meant: ``XXXX-10-03~``, ``XXXX-WXX-1<TMO``. ``<`` is
  the last one up to the anchor, ``>`` the next one from it (``<<`` and ``>>`` not the anchor itself), ``~`` the
  nearest; ``~<`` and ``~>`` the nearest with a leaning;
* a duration that ends (``P2Y<``) or begins (``P2Y>``) at the anchor.

Values follow TIMEX3 (ISO-TimeML): ISO 8601 weeks, ``WE`` weekend, ``Q`` quarter, ``H`` half, ``SP SU FA WI`` seasons
(of the northern year), three figures a decade, two a century.
"""

import re
from datetime import date, timedelta

LEANING = 6
FORBIDDEN = 100_000
FIRST_YEAR, LAST_YEAR = 1, 9999
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
HOLIDAYS = {
    "THANKSGIVING": (11, 3, 4),
    "LABOR": (9, 0, 1),
    "MEMORIAL": (5, 0, -1),
    "KING": (1, 0, 3),
    "COLUMBUS": (10, 0, 2),
    "PRESIDENTS": (2, 0, 3),
}
_RELATIVE = re.compile(r"(?P<unit>day|week|weekend|month|quarter|half|year|decade|century)(?P<by>[+-]\d+)(?P<rest>.*)")
_OPEN = re.compile(
    r"XXXX-(?P<part>\d\d-\d\d|\d\d|WXX-\d|WXX-WE|Q\d|H\d|SP|SU|FA|WI|EASTER(?:[+-]\d+)?|THANKSGIVING|LABOR|MEMORIAL|KING|COLUMBUS|PRESIDENTS)"
    r"(?P<which>[<>~]+)(?P<rest>.*)"
)
_LENGTH = re.compile(r"P(?P<count>\d+(?:\.\d+)?)(?P<unit>D|W|M|Q|Y|DE|CE)")


def value_of(expression: str, anchor: str | None) -> str | None:
    """The TIMEX3 value of an expression; None where it needs an anchor and there is none that serves.

    ``anchor`` is a TIMEX3 value or an ISO day or instant; of a longer time its first day is counted from.
    """
    open_, relative = _OPEN.fullmatch(expression), _RELATIVE.fullmatch(expression)
    if open_ is None and relative is None:
        return expression.rstrip("<>") if expression.startswith(("P", "T")) else expression
    covered = days_of(anchor) if anchor else None
    if covered is None:
        return None
    day = date.fromisoformat(covered[0])
    try:
        if relative:
            return _counted(day, relative["unit"], int(relative["by"]), relative["rest"])
        assert open_ is not None
        return _chosen(day, open_["part"], open_["which"]) + open_["rest"]
    except (ValueError, OverflowError):
        return None


def days_of(value: str | None, expression: str = "", anchor: str | None = None) -> tuple[str, str] | None:
    """The ISO days, first and last, that a TIMEX3 value covers; None where it names no stretch of the calendar.

    A duration covers days only where its expression says that it ends or begins at the anchor.
    """
    if not value:
        return None
    try:
        first, last = _stretch(value.partition("T")[0]) if value[0].isdigit() else _length(value, expression, anchor)
    except (ValueError, OverflowError):
        return None
    return first.isoformat(), last.isoformat()


def _counted(day: date, unit: str, by: int, rest: str) -> str:
    """The unit ``by`` units from the one that holds ``day``, and what is named inside it."""
    if unit == "day":
        return (day + timedelta(days=by)).isoformat() + rest
    if unit in ("week", "weekend"):
        year, week, _ = (day + timedelta(weeks=by)).isocalendar()
        if rest[:1] == "-" and rest[1:2].isdigit():
            return date.fromisocalendar(year, week, int(rest[1])).isoformat() + rest[2:]
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "weekend" else "") + rest
    if unit == "month":
        return _month(day, by) + rest
    if unit == "quarter":
        months = _month(day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1), 3 * by)
        return f"{months[:4]}-Q{(int(months[5:]) - 1) // 3 + 1}"
    if unit == "half":
        at = 2 * day.year + (day.month > 6) + by
        return f"{at // 2:04}-H{at % 2 + 1}"
    if unit == "decade":
        return f"{day.year // 10 + by:03}"
    if unit == "century":
        return f"{day.year // 100 + by:02}"
    _check(day.year + by)
    return f"{day.year + by:04}{_holiday(day.year + by, rest[1:]) or rest}"


def _month(day: date, by: int) -> str:
    at = 12 * day.year + day.month - 1 + by
    _check(at // 12)
    return f"{at // 12:04}-{at % 12 + 1:02}"


def _check(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(year)


def _chosen(day: date, part: str, which: str) -> str:
    """The one of last, this and next year (or week) that the mark asks for."""
    if part.startswith("WXX"):
        year, week, _ = day.isocalendar()
        monday = date.fromisocalendar(year, week, 1)
        mondays = [monday + timedelta(weeks=by) for by in (-1, 0, 1)]
        values = [_in_week(one, part[4:]) for one in mondays]
    else:
        years = range(max(FIRST_YEAR, day.year - 4), min(LAST_YEAR, day.year + 4) + 1)
        values = [made for year in years if (made := _in_year(year, part))]
    return min(values, key=lambda value: (_distance(day, value, which), value))


def _in_week(monday: date, part: str) -> str:
    if part == "WE":
        year, week, _ = monday.isocalendar()
        return f"{year:04}-W{week:02}-WE"
    return (monday + timedelta(days=int(part) - 1)).isoformat()


def _in_year(year: int, part: str) -> str | None:
    value = f"{year:04}{_holiday(year, part) or '-' + part}"
    return value if days_of(value) else None


def _distance(day: date, value: str, which: str) -> float:
    """How far a value lies from the day, as the mark weighs it; what it forbids comes after all else."""
    first, last = _stretch(value)
    behind, ahead = (day - last).days, (first - day).days
    away = max(behind, ahead, 0)
    if which in {"<", "<<", ">", ">>"}:
        beyond = ahead if which[0] == "<" else behind
        return away + (FORBIDDEN if beyond > (-1 if len(which) == 2 else 0) else 0)
    against = ahead if which == "~<" else behind if which == "~>" else 0
    return away * (LEANING if against > 0 else 1)


def _holiday(year: int, name: str) -> str | None:
    """Month and day of a feast that moves; None for any other part of a year."""
    if name.startswith("EASTER"):
        return f"-{_easter(year) + timedelta(days=int(name[6:] or 0)):%m-%d}"
    if name not in HOLIDAYS:
        return None
    month, weekday, nth = HOLIDAYS[name]
    days = [d for n in range(1, 32) if (d := _day(year, month, n)) and d.weekday() == weekday]
    return f"-{days[nth - 1 if nth > 0 else nth]:%m-%d}"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _stretch(value: str) -> tuple[date, date]:
    """First and last day of a date value; ValueError where it is none."""
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
        day = date.fromisoformat(value)
        return day, day
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE|-\d)?", value):
        year, week, part = int(match[1]), int(match[2]), match[3]
        from_, to = (6, 7) if part == "-WE" else (int(part[1:]), int(part[1:])) if part else (1, 7)
        return date.fromisocalendar(year, week, from_), date.fromisocalendar(year, week, to)
    if match := re.fullmatch(r"(\d{2,4})", value):
        years = 10 ** (4 - len(value))
        first = int(value) * years
        return date(first, 1, 1), date(first + years - 1, 12, 31)
    if match := re.fullmatch(r"(\d{4})-(\d\d|Q\d|H\d|SP|SU|FA|WI)", value):
        year, part = int(match[1]), match[2]
        if part in SEASONS:
            return _months(year, SEASONS[part], 3)
        if part[0] in "QH":
            size = 3 if part[0] == "Q" else 6
            if not 1 <= int(part[1]) <= 12 // size:
                raise ValueError(value)
            return _months(year, size * (int(part[1]) - 1) + 1, size)
        return _months(year, int(part), 1)
    raise ValueError(value)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    after = 12 * year + month - 1 + count
    return date(year, month, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def _length(value: str, expression: str, anchor: str | None) -> tuple[date, date]:
    """The days between a duration's other end and the anchor."""
    match = _LENGTH.fullmatch(value)
    covered = days_of(anchor) if anchor else None
    if match is None or covered is None or expression[-1:] not in ("<", ">"):
        raise ValueError(value)
    day, sign = date.fromisoformat(covered[0]), -1 if expression[-1] == "<" else 1
    count, unit = float(match["count"]), match["unit"]
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    if months is None:
        other = day + timedelta(days=sign * round(count * (7 if unit == "W" else 1)))
    else:
        month = _month(day.replace(day=1), sign * round(count * months))
        _, last = _stretch(month)
        other = last.replace(day=min(day.day, last.day))
    return min(day, other), max(day, other)
