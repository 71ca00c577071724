"""Whether two texts are one, or one stands in the other: by the words that both have outside quotation marks.

Thresholds were chosen on pairs of outlets' own reports of one event (SEESAW, 486 pairs): half of them share 2 % of
their own words, one in twenty 14 %; what is above 30 % was read and is the same agency's text.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.model.span import Span, Spans
from onrecord.resolve.copies_aligned import GAP, Run, bridged, gaps, runs
from onrecord.resolve.copies_words import Body, Word

LEAST = 20
"""Words: a shorter text says too little to tell a copy from a coincidence."""
TOLD = 30
"""Words outside quotation marks that must be shared; texts with fewer are copies only where nearly all agrees."""
NEAR = 0.55
"""More than half of both: two texts that are near to a third share words with each other."""
INSIDE = 0.5
PASSAGE, PASSAGE_WORDS = 0.3, 80
ALL = 0.9
AGREED = 0.6
"""Of the names and numbers of what is shared; below it a form was filled in anew (``A man was hurt in …``)."""
CLOSING, END, BEFORE = 15, 130, 30
"""Words: so near to the end the same closing words end, so many they are at most, so many of their own stand before."""
SHOWN = 5
FEW, SHARE = 4, 0.1
"""Fingerprints, and of those that the shorter text has, that two texts share before they are compared word by word."""


class Shared(NamedTuple):
    """What two bodies share; see ``Copied``. ``words`` are all words that both have, in or out of quotations."""

    kind: str
    part_a: float
    part_b: float
    words: int
    reason: str


class Alignment(NamedTuple):
    """Where two bodies have the same words: long runs, the words bridged between them, and names put for others."""

    runs: tuple[Run, ...]
    bridges: tuple[Run, ...]
    swapped: int


def likely(shared: int, fewer: int) -> bool:
    """Whether two texts share so many fingerprints, ``fewer`` being those of the one that has fewer, as copies do."""
    return shared >= max(FEW, SHARE * fewer)


def compared(a: Body, b: Body) -> Shared | None:
    """What makes two bodies copies; None where they are two texts. A pure function; turned round, ``a`` is ``b``."""
    if min(len(a.words), len(b.words)) < LEAST:
        return None
    if [w.folded for w in a.words] == [w.folded for w in b.words]:
        return Shared("exact", 1.0, 1.0, len(a.words), "the same words from the first to the last")
    one, other = (a, b) if a.id <= b.id else (b, a)
    found = _judged(one, other, aligned(one, other))
    return found._replace(part_a=found.part_b, part_b=found.part_a) if found and one is b else found


def aligned(a: Body, b: Body) -> Alignment:
    """Where two bodies have the same words."""
    mine, yours = ([word.folded for word in one.words] for one in (a, b))
    found = runs(mine, yours)
    between, swapped = [], 0
    for gap in gaps(found):
        small = list(bridged(mine, yours, gap))
        between += small
        left = set(range(gap.a, gap.a_end)).difference(*(range(r.a, r.a + r.length) for r in small))
        right = set(range(gap.b, gap.b_end)).difference(*(range(r.b, r.b + r.length) for r in small))
        swapped += min(sum(a.words[i].fact for i in left), sum(b.words[i].fact for i in right))
    return Alignment(tuple(found), tuple(between), swapped)


def passages(a: Body, b: Body) -> tuple[Spans, Spans]:
    """Where the longest shared passages stand in both texts, pair by pair."""
    found = sorted(_joined(aligned(a, b).runs), key=lambda pair: (pair[0][0] - pair[0][1], pair))[:SHOWN]
    return tuple(_span(a, own) for own, _ in found), tuple(_span(b, theirs) for _, theirs in found)


def _joined(found: Iterable[Run]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Runs that follow each other closely in both texts as one passage: ranges of words in each, half-open."""
    made: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for run in found:
        if made:
            (a, a_end), (b, b_end) = made[-1]
            if 0 <= run.a - a_end <= 3 and 0 <= run.b - b_end <= 3:
                made[-1] = ((a, run.a + run.length), (b, run.b + run.length))
                continue
        made.append(((run.a, run.a + run.length), (run.b, run.b + run.length)))
    return made


def _span(one: Body, at: tuple[int, int]) -> Span:
    return Span(one.words[at[0]].span.start, one.words[at[1] - 1].span.end)


def _judged(a: Body, b: Body, found: Alignment) -> Shared | None:
    pairs = _pairs(found)
    words = [(a.words[i], b.words[j]) for i, j in pairs]
    facts = sum(one.fact for one, _ in words)
    if facts < AGREED * (facts + found.swapped):
        return None
    if min(_told(a.words), _told(b.words)) < TOLD:
        whole = [len(pairs) / len(one.words) for one in (a, b)]
        return _named("near", whole, len(pairs)) if min(whole) >= ALL else None
    told, parts = _parts(a, b, pairs)
    if told >= TOLD and min(parts) >= NEAR:
        return _named("near", parts, len(pairs))
    ends = _common_end(a, b, found)
    if ends != (len(a.words), len(b.words)):
        a, b = Body(a.words[: ends[0]]), Body(b.words[: ends[1]])
        pairs = [(i, j) for i, j in pairs if i < ends[0] and j < ends[1]]
        told, parts = _parts(a, b, pairs)
    if told >= TOLD and max(parts) >= INSIDE:
        return _named("inside", parts, len(pairs))
    if told >= PASSAGE_WORDS and max(parts) >= PASSAGE:
        return _named("passage", parts, len(pairs))
    return None


def _pairs(found: Alignment) -> list[tuple[int, int]]:
    return [(r.a + i, r.b + i) for r in (*found.runs, *found.bridges) for i in range(r.length)]


def _told(words: Sequence[Word]) -> int:
    """How many words stand outside quotation marks."""
    return sum(not word.quoted for word in words)


def _parts(a: Body, b: Body, pairs: Sequence[tuple[int, int]]) -> tuple[int, list[float]]:
    """How many words both have outside quotation marks, and which part of the own words of each they are."""
    told = sum(not (a.words[i].quoted or b.words[j].quoted) for i, j in pairs)
    return told, [told / max(1, _told(one.words)) for one in (a, b)]


def _common_end(a: Body, b: Body, found: Alignment) -> tuple[int, int]:
    """Where in both the same closing words begin, behind words of their own; the ends where there are none.

    Outlets close all reports alike: whom to call, what the outlet is, all rights reserved. That makes no copies.
    """
    ends = len(a.words), len(b.words)
    start = ends
    for run in sorted(found.runs, reverse=True):
        near = GAP if start != ends else CLOSING
        if not (0 <= start[0] - run.a - run.length <= near and 0 <= start[1] - run.b - run.length <= near):
            break
        start = run.a, run.b
    if start == ends or ends[0] - start[0] > END or min(start) < BEFORE:
        return ends
    before = [sum(start[k] - BEFORE <= pair[k] < start[k] for pair in _pairs(found)) for k in (0, 1)]
    return start if max(before) <= BEFORE // 4 else ends


WORDS = {
    "near": "{least:.0%} and more of each stand in the other",
    "inside": "{most:.0%} of the one stand in the other, {least:.0%} of which they are",
    "passage": "the same passages are {most:.0%} of the one and {least:.0%} of the other",
}


def _named(kind: str, parts: list[float], words: int) -> Shared:
    reason = WORDS[kind].format(least=min(parts), most=max(parts))
    return Shared(kind, round(parts[0], 3), round(parts[1], 3), words, reason)
