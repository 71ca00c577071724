"""Finding in a page the words that an extractor chose from it, each in its own place.

An extractor gives text without places. Both sides are reduced to their letters, so that white space, inline tags
and composed accents do not matter, and each paragraph is looked up in the letters of the page. Where a line stands
twice on the page, each copy carries a mark through the extractor (``html_letters.marked``), so that it comes back as
itself; where a paragraph is also part of another, the chain of places that keeps the order of the page and begins and
ends with lines is taken.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.clean.html_letters import PLACES, Letters, letter_places, letters
from onrecord.clean.html_page import Line
from onrecord.model.span import Span

_LEAST = 12
_CUTS = 200
_LINE_EDGE = 0.5
_WORD_EDGE = 0.25
_NEXT_TO = 0.25
_WHOLE = 0.9


class Pick(NamedTuple):
    """Characters of the text of line ``line`` of a page."""

    line: int
    span: Span


class Aligned(NamedTuple):
    """What was found, in the order of the page, and the paragraphs of which words were not."""

    picks: tuple[Pick, ...]
    lost: tuple[str, ...]


def align(paragraphs: Sequence[str], index: Letters) -> Aligned:
    """Where the paragraphs stand on the page."""
    marks = str.maketrans("", "", "".join(index.marks))
    found: list[list[Span]] = []
    lost: list[str] = []
    for paragraph in paragraphs:
        stretches, all_found = _stretches(letters(paragraph), index)
        found += [_places(stretch, index) for stretch in stretches]
        if not all_found:
            lost.append(paragraph.translate(marks))
    return Aligned(tuple(_picks(_chosen(found, index), index)), tuple(lost))


def _stretches(wanted: str, index: Letters) -> tuple[list[str], bool]:
    """``wanted`` cut into the longest stretches that stand on the page, and whether all of it does."""
    text = index.text
    if not wanted or wanted in index.whole or wanted in text:
        return ([wanted] if wanted else []), True
    stretches: list[str] = []
    complete = True
    for _ in range(_CUTS):
        if not wanted:
            return stretches, complete
        length = _longest(wanted, text)
        if length >= min(_LEAST, len(wanted)):
            stretches.append(wanted[:length])
            wanted = wanted[length:]
        else:
            complete = False
            wanted = wanted[max(1, length) :]
    return stretches, False


def _longest(wanted: str, text: str) -> int:
    """The length of the longest beginning of ``wanted`` that stands in ``text``."""
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        if wanted[:middle] in text:
            low = middle
        else:
            high = middle - 1
    return low


def _places(stretch: str, index: Letters) -> list[Span]:
    """Where the stretch stands, the first few times: as a line, or else as part of lines."""
    if stretch in index.whole:
        return list(index.whole[stretch])
    places: list[Span] = []
    at = index.text.find(stretch)
    while at >= 0 and len(places) < PLACES:
        place = Span(at, at + len(stretch))
        if len(stretch) >= _LEAST or _edges(place, index) >= 2 * _WORD_EDGE:
            places.append(place)
        at = index.text.find(stretch, at + 1)
    return places


def _edges(place: Span, index: Letters) -> float:
    """How well a place fits: it begins and ends with a line, or at least with a word."""
    first, last = index.line_at(place.start), index.line_at(place.end - 1)
    start, end = place.start - index.starts[first], place.end - index.starts[last]
    score = _LINE_EDGE * (start == 0)
    whole = index.starts[last + 1] - index.starts[last]
    score += _LINE_EDGE * (end >= whole - len(index.marks[last]))
    if start and _word_edge(index.lines[first], start, -1):
        score += _WORD_EDGE
    if end < whole - len(index.marks[last]) and _word_edge(index.lines[last], end - 1, 1):
        score += _WORD_EDGE
    return score


def _word_edge(line: Line, letter: int, step: int) -> bool:
    at = letter_places(line.text)[letter] + step
    return not 0 <= at < len(line.text) or not line.text[at].isalnum()


class _Link(NamedTuple):
    """The best chain of places that ends with ``place``."""

    score: float
    place: Span
    before: "_Link | None"


def _chosen(found: Sequence[Sequence[Span]], index: Letters) -> list[Span]:
    """One place for each stretch: the heaviest chain in page order first, then what fits beside it."""
    chain = {link.place: link for link in _chain(found, index)}
    taken = sorted(chain)
    for places in found:
        if not places or any(place in chain for place in places):
            continue
        free = [place for place in places if _is_free(place, taken)]
        if free:
            best = max(free, key=lambda place: (_edges(place, index), -place.start))
            taken.insert(bisect_right(taken, best), best)
    return taken


def _is_free(place: Span, taken: Sequence[Span]) -> bool:
    at = bisect_right(taken, place)
    return not any(place.overlaps(other) for other in taken[max(0, at - 1) : at + 1])


def _chain(found: Sequence[Sequence[Span]], index: Letters) -> Iterator[_Link]:
    """The links of the heaviest chain, last first: at most one place a stretch, in the order of stretches and page."""
    ends = sorted({place.end for places in found for place in places})
    tree: list[_Link | None] = [None] * (len(ends) + 1)
    for places in found:
        links = [_link(place, _best(tree, bisect_right(ends, place.start)), index) for place in places]
        for link in links:
            at = bisect_right(ends, link.place.end)
            while at < len(tree):
                held = tree[at]
                if held is None or held.score < link.score:
                    tree[at] = link
                at += at & -at
    link_: _Link | None = _best(tree, len(ends))
    while link_:
        yield link_
        link_ = link_.before


def _link(place: Span, before: _Link | None, index: Letters) -> _Link:
    score = (place.end - place.start) + _edges(place, index) + (before.score if before else 0.0)
    near = before is not None and before.place.end == place.start
    return _Link(score + _NEXT_TO * near, place, before)


def _best(tree: Sequence[_Link | None], at: int) -> _Link | None:
    """The best link among the first ``at`` ends (a Fenwick tree of running maxima)."""
    best: _Link | None = None
    while at:
        link = tree[at]
        if link and (best is None or link.score > best.score):
            best = link
        at -= at & -at
    return best


def _picks(places: Sequence[Span], index: Letters) -> Iterator[Pick]:
    """The characters of each line that the places cover, with the signs that stand at the words."""
    covered: dict[int, list[Span]] = {}
    for place in places:
        line = index.line_at(place.start)
        while line < len(index.lines) and index.starts[line] < place.end:
            start = index.starts[line]
            own = index.starts[line + 1] - start - len(index.marks[line])
            span = Span(max(0, place.start - start), min(own, place.end - start))
            if span.start < span.end:
                covered.setdefault(line, []).append(span)
            line += 1
    for line in sorted(covered):
        own = index.starts[line + 1] - index.starts[line] - len(index.marks[line])
        yield from (Pick(line, span) for span in _grown(index.lines[line].text, sorted(covered[line]), own))


def _grown(text: str, spans: Sequence[Span], own: int) -> list[Span]:
    """The spans over letters as spans over the characters of ``text``, those that only signs part joined.

    The whole line is taken where little of it is missing: the extractor changed or dropped a few characters.
    """
    if sum(end - start for start, end in spans) >= _WHOLE * own:
        return [Span(0, len(text))]
    places = letter_places(text)
    grown: list[Span] = []
    for first, last in spans:
        start, end = places[first], places[last - 1] + 1
        while start and not text[start - 1].isspace() and not text[start - 1].isalnum():
            start -= 1
        while end < len(text) and not text[end].isspace() and not text[end].isalnum():
            end += 1
        if grown and not any(map(str.isalnum, text[grown[-1].end : start])):
            grown[-1] = Span(grown[-1].start, end)
        else:
            grown.append(Span(start, end))
    return grown
