"""Small pictures beside a row: where a value or a day lies between the least and the most of its list.

Each is drawn by the server in the colour of the text, in a box of 0 to 100, and stands in the row that it belongs to;
what is uncertain is a line, an open end an arrow, and the words beside it say the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

WIDTH, MARGIN = 100.0, 3.0


@dataclass(frozen=True, slots=True)
class Strip:
    """A mark at ``at`` (None: none), a line from ``start`` to ``end`` (equal: none), and whether either end is open."""

    at: float | None
    start: float
    end: float
    open_start: bool = False
    open_end: bool = False


def of_value(value: float | None, low: float | None, high: float | None, top: float) -> Strip:
    """A number with its bounds on a scale from 0 to ``top``; a bound of None is open where the other is known."""
    known = [v for v in (value, low, high) if v is not None]
    if not known or top <= 0:
        return Strip(None, 0, 0)
    bounded = low is not None or high is not None
    least = low if low is not None else 0 if bounded and value is None else min(known)
    most = high if high is not None else top if low is not None else max(known)
    return Strip(
        None if value is None else _along(value, 0, top),
        _along(least, 0, top),
        _along(most, 0, top),
        open_end=low is not None and high is None,
        open_start=high is not None and low is None,
    )


def of_days(start: str, end: str, first: str, last: str) -> Strip:
    """A day or range of days (ISO) on a scale of days, both ends included."""
    low, high = _number(first), _number(last)
    begin, until = _along(_number(start), low, high), _along(_number(end), low, high)
    return Strip(begin if start == end else None, begin, until)


def scale(days: Iterable[str]) -> tuple[str, str] | None:
    """The first and the last of some days; None where there are none."""
    known = sorted(days)
    return (known[0], known[-1]) if known else None


def _along(value: float, low: float, high: float) -> float:
    share = 0.5 if high <= low else min(1.0, max(0.0, (value - low) / (high - low)))
    return round(MARGIN + share * (WIDTH - 2 * MARGIN), 2)


def _number(day: str) -> float:
    """The day as a number; a month or a year counts from its first day."""
    year, month, of_month = (*day[:10].split("-"), "01", "01")[:3]
    return float(date(max(1, int(year)), int(month), int(of_month)).toordinal())
