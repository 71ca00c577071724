"""Whether two texts are one, or one stands in the other: by the words that both have outside quotation marks.

Thresholds were chosen on pairs of outlets' own reports of one event (SEESAW, 486 pairs): half of them share 2 % of
their own words, one in twenty 14 %; what is above 30 % was read and is the same agency's text.
"""

from collections.abc import Iterable
from typing import NamedTuple

from onrecord.model.span import Span, Spans
from onrecord.resolve.copies_aligned import Run, bridged, gaps, runs
from onrecord.resolve.copies_words import Body

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
SHOWN = 5


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
    pairs = [(a.words[r.a + i], b.words[r.b + i]) for r in (*found.runs, *found.bridges) for i in range(r.length)]
    told = sum(not (one.quoted or other.quoted) for one, other in pairs)
    facts = sum(one.fact for one, _ in pairs)
    if facts < AGREED * (facts + found.swapped):
        return None
    own = [sum(not word.quoted for word in one.words) for one in (a, b)]
    if min(own) < TOLD:
        whole = [len(pairs) / len(one.words) for one in (a, b)]
        return _named("near", whole, len(pairs)) if min(whole) >= ALL else None
    parts = [told / number for number in own]
    if told < TOLD:
        return None
    if min(parts) >= NEAR:
        return _named("near", parts, len(pairs))
    if max(parts) >= INSIDE:
        return _named("inside", parts, len(pairs))
    if max(parts) >= PASSAGE and told >= PASSAGE_WORDS:
        return _named("passage", parts, len(pairs))
    return None


WORDS = {
    "near": "{least:.0%} and more of each stand in the other",
    "inside": "{most:.0%} of the one stand in the other, {least:.0%} of which they are",
    "passage": "the same passages are {most:.0%} of the one and {least:.0%} of the other",
}


def _named(kind: str, parts: list[float], words: int) -> Shared:
    reason = WORDS[kind].format(least=min(parts), most=max(parts))
    return Shared(kind, round(parts[0], 3), round(parts[1], 3), words, reason)
