"""Where a sentence of a report begins and ends, as it is shown around an entry."""

import re
from collections.abc import Iterator

from onrecord.model.span import Span

_BOUND = re.compile(r"(?<=[.!?])[”’\"')]*\s+(?=[“‘\"'(]?[A-Z0-9])|\n+")
_SHORT = re.compile(r"(?:^|[\s(“‘\"'.-])(?P<word>[A-Za-z]+)\.$")
_TITLES = re.compile(
    "adm|asst|atty|brig|capt|cmdr|col|cpl|dept|det|dr|fr|gen|gov|hon|inc|insp|jr|lt|maj|messrs|mrs?|ms|mt|nos?|ofc|op|"
    "pfc|prof|pvt|reps?|rev|sens?|sgt|sr|st|supt|vs|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z]"
)
"""Words that a full stop shortens and that a name or number follows; few of them end a sentence."""
REACH = 3_000


def sentence(text: str, around: Span) -> Span:
    """The sentence that holds the span; several where the span reaches over their bounds."""
    first, last = max(0, around.start - REACH), min(len(text), around.end + REACH)
    edges = list(_bounds(text, first, last))
    start = max((m.end() for m in edges if m.end() <= around.start), default=first)
    end = min((m.start() for m in edges if m.start() >= around.end), default=last)
    return Span(start, end)


def _bounds(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for match in _BOUND.finditer(text, start, end):
        before = _SHORT.search(text[max(0, match.start() - 12) : match.start()])
        short = before is not None and _TITLES.fullmatch(before["word"].lower())
        if not short or "\n" in match[0]:
            yield match
