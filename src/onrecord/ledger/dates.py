"""Dates as a person writes them to correct a report: a day, an instant, a month, a year, or two of them."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime

from onrecord.errors import UsageError

PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def date_range(words: str) -> str:
    """``start/end`` in ISO-8601 days or UTC instants; ``start`` alone where both are the same."""
    first, _, last = words.strip().partition("/")
    start, end = _edges(first, words)[0], _edges(last or first, words)[1]
    if end[:10] < start[:10]:
        raise UsageError(f"published {words!r}: ends before it starts; write the earlier date first")
    return start if start == end else f"{start}/{end}"


def _edges(part: str, words: str) -> tuple[str, str]:
    try:
        if "T" in part or ":" in part:
            return (_instant(part),) * 2
        found = PATTERN.fullmatch(part.strip())
        if found:
            year, month, day = (int(group) if group else None for group in found.groups())
            return _days(year or 0, month, day)
    except (ValueError, OverflowError):
        pass
    raise UsageError(f"published {words!r}: not a date; write 2031-04-09, 2031-04, 2031, or two with / between them")


def _instant(part: str) -> str:
    moment = datetime.fromisoformat(part.strip().replace("Z", "+00:00"))
    if moment.tzinfo is None:
        raise ValueError(part)
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _days(year: int, month: int | None, day: int | None) -> tuple[str, str]:
    if day and month:
        return (date(year, month, day).isoformat(),) * 2
    first, last = month or 1, month or 12
    return date(year, first, 1).isoformat(), date(year, last, monthrange(year, last)[1]).isoformat()
