"""Where two texts have the same words: the longest runs first, each word once, whatever order the runs stand in.

This is greedy string tiling (Wise 1993), which also finds passages that were moved; small edits between two runs that
follow each other in both texts are then bridged, so that a word changed here and there does not hide the rest.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

RUN = 5
"""The shortest run of words that counts alone; two independent reports of one event share many shorter ones."""
GAP = 12
"""So many words between two runs are held against each other word by word."""


class Run(NamedTuple):
    """``length`` words from ``a`` on in the one text that are those from ``b`` on in the other."""

    a: int
    b: int
    length: int


class Gap(NamedTuple):
    """Words between two runs in both texts, where they may differ: half-open ranges."""

    a: int
    a_end: int
    b: int
    b_end: int


def runs(one: Sequence[str], other: Sequence[str]) -> list[Run]:
    """The runs that two texts share, in the order of the first; no word of either is in two of them."""
    found = sorted(_maximal(one, other), key=lambda run: (-run.length, run.a, run.b))
    mine, yours = bytearray(len(one)), bytearray(len(other))
    taken: list[Run] = []
    for run in found:
        for part in _free(run, mine, yours):
            mine[part.a : part.a + part.length] = b"\1" * part.length
            yours[part.b : part.b + part.length] = b"\1" * part.length
            taken.append(part)
    return sorted(taken)


def gaps(taken: Sequence[Run]) -> Iterator[Gap]:
    """The short stretches between two runs that follow each other in both texts."""
    for before, after in pairwise(taken):
        a, b = before.a + before.length, before.b + before.length
        if 0 <= after.a - a <= GAP and 0 <= after.b - b <= GAP:
            yield Gap(a, after.a, b, after.b)


def bridged(one: Sequence[str], other: Sequence[str], gap: Gap) -> Iterator[Run]:
    """The words that both texts have in a gap, in order."""
    if gap.a == gap.a_end or gap.b == gap.b_end:
        return
    matcher = SequenceMatcher(None, one[gap.a : gap.a_end], other[gap.b : gap.b_end], autojunk=False)
    for block in matcher.get_matching_blocks():
        if block.size:
            yield Run(gap.a + block.a, gap.b + block.b, block.size)


def _maximal(one: Sequence[str], other: Sequence[str]) -> Iterator[Run]:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for b in range(len(other) - RUN + 1):
        places[tuple(other[b : b + RUN])].append(b)
    for a in range(len(one) - RUN + 1):
        for b in places.get(tuple(one[a : a + RUN]), ()):
            if a and b and one[a - 1] == other[b - 1]:
                continue
            length = RUN
            while a + length < len(one) and b + length < len(other) and one[a + length] == other[b + length]:
                length += 1
            yield Run(a, b, length)


def _free(run: Run, mine: bytearray, yours: bytearray) -> Iterator[Run]:
    """The parts of a run, long enough, of which no word is taken."""
    start = 0
    for at in range(run.length + 1):
        if at == run.length or mine[run.a + at] or yours[run.b + at]:
            if at - start >= RUN:
                yield Run(run.a + start, run.b + start, at - start)
            start = at + 1
