"""The letters of a page, in which the words that an extractor gives back are looked up."""

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from onrecord.clean.html_page import Line, Page
from onrecord.model.span import Span

PLACES = 40
"""How many places of the same letters are looked at."""

_MARKS = range(0x20000, 0x2A6D0)
_MARKED_FROM = 20


def letters(text: str) -> str:
    """The letters and digits of ``text``, accents and all else left out."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFD", text)))


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a page: of each line its own and then its mark, if it has one.

    ``whole`` gives the places of the lines that have certain letters (and mark), the first few of them.
    """

    lines: tuple[Line, ...]
    marks: tuple[str, ...]
    text: str
    starts: tuple[int, ...]
    whole: Mapping[str, Sequence[Span]]

    def line_at(self, position: int) -> int:
        """The line that the letter at ``position`` belongs to."""
        return bisect_right(self.starts, position) - 1


def page_letters(page: Page) -> Letters:
    """The letters of a page; every line that is there more than once gets a mark of its own."""
    own = [letters(line.text) for line in page.lines]
    times = Counter(own)
    used = set(page.source)
    free = (chr(code) for code in _MARKS if chr(code) not in used)
    marks = tuple(next(free, "") if times[line] > 1 and len(line) >= _MARKED_FROM else "" for line in own)
    whole = [line + mark for line, mark in zip(own, marks, strict=True)]
    starts = tuple(accumulate(map(len, whole), initial=0))
    places: dict[str, list[Span]] = {}
    for words, start in zip(whole, starts, strict=False):
        known = places.setdefault(words, [])
        if words and len(known) < PLACES:
            known.append(Span(start, start + len(words)))
    return Letters(page.lines, marks, "".join(whole), starts, places)


def marked(page: Page, index: Letters) -> str:
    """The source of the page with each line's mark behind its last character."""
    parts: list[str] = []
    at = 0
    for line, mark in zip(page.lines, index.marks, strict=True):
        if mark:
            end = line.runs[-1].byte_end
            parts += (page.source[at:end], mark)
            at = end
    return "".join((*parts, page.source[at:]))


@lru_cache(maxsize=256)
def letter_places(text: str) -> tuple[int, ...]:
    """For each letter of ``text`` (see ``letters``) the character that it comes from."""
    return tuple(at for at, character in enumerate(text) for _ in letters(character))
