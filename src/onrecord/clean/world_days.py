"""Which days the clues of a text leave: each makes some likelier than others; the shortest range that holds most wins.

Weights are natural logarithms of how much likelier a report prints something on these days than on others. What is told
of as past or as ahead counts twice: it is no later or no earlier, and news is mostly of what is near. For nearness only
the nearest counts, since what a report tells of belongs together.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import exp
from typing import NamedTuple

from onrecord.model.span import Span

FIRST, LAST = 726468, 744730  # 1990-01-01 and 2039-12-31 as ordinals

Step = tuple[int, int, float]
Days = tuple[tuple[int, int], ...]
Near = tuple[tuple[int, float], ...]


class WorldClue(NamedTuple):
    """Days with their weights; ``fresh`` and ``soon``: those near what is past and ahead; ``key`` tells clues apart."""

    key: tuple[str, ...]
    steps: tuple[Step, ...]
    words: str
    span: Span
    fresh: tuple[Step, ...] = ()
    soon: tuple[Step, ...] = ()

    @property
    def most(self) -> float:
        """The weight of its likeliest day."""
        return max((weight for _, _, weight in self.steps), default=0.0)

    def at(self, day: int) -> float:
        """The weight of a day."""
        return _at(self.steps, day)


class Range(NamedTuple):
    """The first and the last day of a range, as ordinals."""

    first: int
    last: int


def after(days: Days, near: Near) -> tuple[Step, ...]:
    """The days that follow the beginnings of these soon, with their weights."""
    return tuple((first, min(last, first + far), weight) for first, last in days for far, weight in near)


def before(days: Days, near: Near) -> tuple[Step, ...]:
    """The days that come shortly before the ends of these, with their weights."""
    return tuple((max(first, last - far), last, weight) for first, last in days for far, weight in near)


def shortest(clues: Sequence[WorldClue], share: float) -> Range:
    """The shortest range of days that holds this share of all likelihood; days of equal likelihood stay together."""
    runs = _pieces(clues)
    top = max(run[2] for run in runs)
    mass = [(last - first + 1) * exp(weight - top) for first, last, weight in runs]
    enough = share * sum(mass)
    best = Range(FIRST, LAST)
    start, held = 0, 0.0
    for end, part in enumerate(mass):
        held += part
        while held - mass[start] >= enough:
            held -= mass[start]
            start += 1
        if held >= enough:
            best = min(best, Range(runs[start][0], runs[end][1]), key=lambda one: one.last - one.first)
    return best


def against(clues: Sequence[WorldClue], found: Range) -> float:
    """How much weight speaks against the best day of a range."""
    days = {found.first, found.last, (found.first + found.last) // 2}
    return sum(clue.most for clue in clues) - max(sum(clue.at(day) for clue in clues) for day in days)


def telling(clues: Sequence[WorldClue], found: Range) -> list[WorldClue]:
    """The clues that set the range off against the time before and after it, the most telling first."""
    inside, away = (found.first + found.last) // 2, max(60, found.last - found.first + 1)

    def drop(clue: WorldClue) -> float:
        return sum(
            _at(steps, inside) - min(_at(steps, found.first - away), _at(steps, found.last + away))
            for steps in (clue.steps, clue.fresh, clue.soon)
        )

    return sorted((clue for clue in clues if drop(clue) > 0.5), key=lambda clue: (-round(drop(clue), 6), clue.span))


def _at(steps: Iterable[Step], day: int) -> float:
    return max((weight for first, last, weight in steps if first <= day <= last), default=0.0)


def _pieces(clues: Sequence[WorldClue]) -> list[Step]:
    """The time line in stretches of equal weight."""
    edges: dict[int, float] = {FIRST: 0.0, LAST + 1: 0.0}
    fresh = [step for clue in clues for step in clue.fresh]
    soon = [step for clue in clues for step in clue.soon]
    for steps in (*(clue.steps for clue in clues), fresh, soon):
        for first, last, weight in _highest(steps):
            edges[first] = edges.get(first, 0.0) + weight
            edges[last + 1] = edges.get(last + 1, 0.0) - weight
    days = sorted(edges)
    held = 0.0
    found: list[Step] = []
    for day, following in pairwise(days):
        held += edges[day]
        found.append((day, following - 1, held))
    return found


def _highest(steps: Iterable[Step]) -> list[Step]:
    """Steps that do not overlap, each day with the most that any of them gives it."""
    opened = sorted((max(a, FIRST), min(b, LAST), w) for a, b, w in steps if max(a, FIRST) <= min(b, LAST))
    edges = sorted({edge for a, b, _ in opened for edge in (a, b + 1)})
    found: list[Step] = []
    live: list[Step] = []
    at = 0
    for first, following in pairwise(edges):
        while at < len(opened) and opened[at][0] <= first:
            live.append(opened[at])
            at += 1
        live = [step for step in live if step[1] >= first]
        if live:
            found.append((first, following - 1, max(step[2] for step in live)))
    return found
