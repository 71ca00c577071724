"""The plain words that the page uses for closed lists, dates and addresses; none of them judges."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

from onrecord.model.rows import PublishedRow

SHARE_LIMIT = 300

_VERBS = {
    "criticise": "criticises",
    "deny": "denies",
    "promise": "promises",
    "refuse": "refuses",
    "praise": "praises",
    "accuse": "accuses",
    "announce": "announces",
}

ROLE_LETTERS = {"source": "s", "cue": "c", "content": "w", "doubt": "d"}

NAMELESS = {
    "official": "Officials without a name",
    "source": "Sources without a name",
    "group": "Groups",
    "document": "Documents",
    "people": "People without a name",
}

ZONES = {
    "headline": "headline",
    "byline": "byline",
    "dateline": "dateline",
    "caption": "caption",
    "list": "list",
    "summary": "summary box: analysed, not counted",
    "furniture": "page furniture: not analysed",
}

DATE_METHODS = {
    "given": "given with the file",
    "printed": "printed in the text",
    "page": "from the page's own data",
    "inferred": "inferred from other reports",
    "unknown": "not known",
}

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Excerpt(NamedTuple):
    """Slices of a report, in order, and whether the last of them was cut short."""

    pieces: tuple[str, ...]
    cut: bool


def stretch(start: str, end: str) -> str:
    """A range of days, both included: a day, a month or a year by its name where it is a whole one."""
    if start == end:
        return day(start)
    try:
        first, after = date.fromisoformat(start), date.fromisoformat(end) + timedelta(days=1)
    except (ValueError, OverflowError):
        return f"{day(start)} to {day(end)}"
    if first.day == after.day == 1:
        if first.month == after.month == 1 and after.year == first.year + 1:
            return str(first.year)
        if 12 * after.year + after.month == 12 * first.year + first.month + 1:
            return f"{MONTHS[first.month - 1]} {first.year}"
    return f"{day(start)} to {day(end)}"


def verb(act: str, negated: bool) -> str:
    """The act as a plain verb: ``denies``, ``does not deny``."""
    return f"does not {act}" if negated else _VERBS.get(act, f"{act}s")


def excerpt(pieces: Sequence[str], limit: int) -> Excerpt:
    """The first ``limit`` code points of the pieces together; every piece stays a slice, nothing is added to it."""
    kept: list[str] = []
    for piece in pieces:
        if limit <= 0:
            return Excerpt(tuple(kept), cut=True)
        kept.append(piece[:limit])
        limit -= len(piece)
    return Excerpt(tuple(kept), cut=limit < 0)


def day(value: str) -> str:
    """``2031-04-09T08:30:00Z`` as ``9 April 2031, 08:30 UTC``; a value of another shape as it is."""
    shape = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z)?", value)
    if not shape:
        return value
    try:
        known = date.fromisoformat(shape[1])
    except ValueError:
        return value
    words = f"{known.day} {MONTHS[known.month - 1]} {known.year}"
    return f"{words}, {shape[2]} UTC" if shape[2] else words


def published(row: PublishedRow) -> str:
    """The date in words, a range as ``between … and …``."""
    start, end = row["start"], row["end"]
    if start is None or end is None:
        known = start or end
        return day(known) if known else "date not known"
    return day(start) if start == end else f"between {day(start)} and {day(end)}"


def date_method(row: PublishedRow) -> str:
    """How the date is known, with the confidence where it is not full."""
    words = DATE_METHODS.get(row["method"], row["method"])
    if row["method"] == "unknown" or row["confidence"] >= 1:
        return words
    return f"{words}, confidence {row['confidence']:.2f}"


def link(address: str | None) -> str | None:
    """The web address without user name and password, or None where it is none."""
    try:
        parts = urlsplit(address or "")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    except ValueError:
        return None


def address(url: str | None, origin: str) -> str:
    """The address that may be shown to anyone: the web address, else the file's name without its folders."""
    return link(url) or link(origin) or file_name(origin)


def file_name(origin: str) -> str:
    """The last part of a path of either kind of slash."""
    return re.split(r"[/\\]", origin.rstrip("/\\"))[-1] or origin
