"""How a report's first lines open it: bylines, datelines, and the metadata that some collections print above a text."""

import re
from functools import cache
from typing import NamedTuple

from onrecord.clean.furniture import DATE, agency_pattern
from onrecord.clean.lines import Line
from onrecord.model.fields import canonical
from onrecord.model.report import METADATA_FIELDS

_WEEKDAYS = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August)\b)"
_WORD = r"(?:[A-Z][\w.’'-]*|(?:de|da|del|van|von|der|den|bin|bint|ibn|al|el|la|le|di|du|dos|ben|abu)\b[-\s]?)"
_NAME = rf"{_WEEKDAYS}[A-Z][\w.’'-]*(?:\s+{_WORD}){{0,4}}"
_FULL_NAME = rf"{_WEEKDAYS}[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]*){{1,2}}"
_NAMES = rf"{_NAME}(?:(?:\s*,\s*|\s*,?\s+(?:and|&)\s+){_NAME}){{0,5}}"
_ROLE = (
    r"(?:[A-Z]?[\w-]+ ){0,4}(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Cc]olumnist|[Bb]ureau|[Ss]taff"
    r"|STAFF|[Aa]nalyst)"
    r"(?:[ ,](?:[\w&]+ ?){0,6})?"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_NO_PLACE = r"(?!(?:OPINION|ANALYSIS|EXCLUSIVE|BREAKING|WATCH|VIDEO|UPDATED?|COMMENT|EXPLAINER|LIVE|NOTE|PHOTOS?)\b)"
_CAPS = rf"{_NO_PLACE}[A-Z][A-Z.’'-]*[A-Z](?:[ /]+[A-Z][A-Z.’'-]+){{0,3}}"
_PLACE = r"[A-Z][\w.’'-]+(?:[ /-]+[A-Z][\w.’'-]+){0,3}"
_QUALIFIER = r"(?:,\s*[A-Z][\w. ’'-]{1,25}?)?"
_DASH = r"(?:\s+(?:—|―|–|--+)\s*|(?:—|―|–|--+)(?:\s+|$)|\s+-(?:\s+|$))"
_KEY = re.compile(r"(?P<key>[A-Z][A-Za-z_ ]{1,20}?)\s*:\s+(?P<value>\S.*)")
_DATE_HEAD = re.compile(r"(?P<head>date\s+(?P<day>\d{4}-\d{2}-\d{2}))\s+(?P<title>\S.*)")


class Head(NamedTuple):
    """Metadata printed on one line above a text: the field, its value, and where in the line the value begins."""

    name: str
    value: str
    at: int


def is_byline(words: str) -> bool:
    """Whether a whole line names its authors: after ``By``, before a date, a role or an agency."""
    return len(words) <= 160 and not words.endswith(("?", "!")) and any(p.fullmatch(words) for p in _bylines())


def is_name(words: str) -> bool:
    """Whether a line is nothing but two to four capitalised words, as a person's name is."""
    return bool(re.fullmatch(rf"{_WEEKDAYS}[A-Z][\w.’'-]+(?:\s+{_WORD}){{1,3}}", words)) and not words.endswith(".")


def is_names(words: str) -> bool:
    """Whether a line is nothing but full names, two or more: a byline below a headline, half a headline elsewhere."""
    return bool(re.fullmatch(rf"{_FULL_NAME}(?:(?:\s*,\s*|\s*,?\s+(?:and|&)\s+){_FULL_NAME})+", words))


def dateline_end(words: str, first: bool) -> int:
    """Where the dateline that opens a paragraph ends, white space included; 0 where none does.

    A place in capitals needs a dash after it, or a colon in the ``first`` paragraph; one in small letters an agency.
    """
    for pattern in _datelines():
        match = pattern.match(words[:160])
        if match:
            return match.end()
    match = _COLON.match(words[:160]) if first else None
    return match.end() if match else 0


def head_of(line: Line) -> Head | None:
    """The field that a line like ``Title: …`` gives, for names that are aliases of ``METADATA_FIELDS``."""
    match = _KEY.fullmatch(line.words)
    name = canonical(match["key"]) if match else ""
    if match is None or name not in METADATA_FIELDS or name == "text":
        return None
    return Head(name, match["value"], match.start("value"))


def date_head_of(line: Line) -> tuple[Head, Head] | None:
    """The day and the title of a line like ``date 2031-04-09 Talks resume``."""
    match = _DATE_HEAD.fullmatch(line.words)
    if match is None:
        return None
    return Head("published", match["day"], match.start("day")), Head("title", match["title"], match.start("title"))


@cache
def _bylines() -> tuple[re.Pattern[str], ...]:
    agency = rf"(?:[Tt]he\s+)?{agency_pattern()}"
    return (
        re.compile(
            rf"(?:By|BY|by)\b:?\s*(?:(?:the|THE)\s+)?{_NAMES}(?:\s*(?:[,|•·/–—-]|\b(?:in|for|of)\b).{{0,100}})?"
        ),
        re.compile(
            r"(?:[A-Z][\w.’'&-]*\s+){0,4}(?:[Ss]taff|[Ss]pecial)\s+(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent)s?"
        ),
        re.compile(rf"(?:By\s+)?{_NAMES}\s*[,|•·–—-]\s*(?=.*\d)(?i:{DATE})"),
        re.compile(rf"{_NAMES}\s*[,|•·/–—-]\s*(?:{agency}|{_ROLE})(?:\s*[,|•·/–—-].{{0,60}})?"),
    )


@cache
def _datelines() -> tuple[re.Pattern[str], ...]:
    day, wire = rf"(?:,?\s+{_DAY})?", rf"(?:{agency_pattern()}|CNN|BBC)"
    begins = r"(?=[A-Z\d\"“'‘(]|$)"
    named = r"\s*\([^()\n]{2,40}\)"
    return (
        re.compile(rf"{_CAPS}{_QUALIFIER}{day}(?:{named})?{_DASH}{begins}"),
        re.compile(rf"{_PLACE}{_QUALIFIER}{day}\s*\({wire}\)(?:{_DASH}|\s*){begins}"),
        re.compile(rf"{_PLACE}{_QUALIFIER}{day}{named}{_DASH}{begins}"),
        re.compile(rf"\((?:{wire}|[A-Z][A-Z ]{{1,20}})\)(?:{_DASH}){begins}"),
        re.compile(rf"{_PLACE}{_QUALIFIER}\s+{wire}{_DASH}{begins}"),
        re.compile(rf"{_PLACE}{_QUALIFIER},\s+{_DAY}{_DASH}{begins}"),
        re.compile(rf"{_PLACE}{_QUALIFIER}{_DASH}$"),
    )


_COLON = re.compile(rf"{_CAPS}{_QUALIFIER}(?:,\s*{_DAY})?\s*(?:\([^()\n]{{2,40}}\))?\s*:\s+(?=[A-Z\"“'‘])")
