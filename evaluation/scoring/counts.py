"""Counts of right, predicted and gold items: adding them up, and what share of them is right."""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

Item = TypeVar("Item")
Key = tuple[str, str]


class Counts(NamedTuple):
    """Items right, items predicted, items in the gold; fractions where several annotators are averaged."""

    right: float = 0.0
    predicted: float = 0.0
    gold: float = 0.0

    @property
    def precision(self) -> float:
        """The share of what was predicted that is right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def plus(self, other: "Counts", weight: float = 1.0) -> "Counts":
        """The sum, ``other`` taken ``weight`` times."""
        return Counts(*(a + weight * b for a, b in zip(self, other, strict=True)))


Tally = dict[Key, Counts]
"""The counts of one document by part and measure."""


def add_up(tallies: Iterable[Mapping[Key, Counts]], weights: Iterable[float] | None = None) -> Tally:
    """The sum of the tallies of several documents, or the weighted mean of several annotators."""
    total: Tally = {}
    rows = list(tallies)
    for tally, weight in zip(rows, weights if weights is not None else [1.0] * len(rows), strict=True):
        for key, counts in tally.items():
            total[key] = total.get(key, Counts()).plus(counts, weight)
    return total


def summed(tallies: Iterable[Mapping[Key, Counts]], key: Key) -> Counts:
    """The sum of one key's counts over documents."""
    total = Counts()
    for tally in tallies:
        total = total.plus(tally.get(key, Counts()))
    return total


class Interval(NamedTuple):
    """The middle 95 % of a value over bootstrap rounds."""

    low: float
    high: float


def bootstrap(
    items: Sequence[Item], statistic: Callable[[Sequence[Item]], float], rounds: int, seed: int = 0
) -> Interval | None:
    """The 95 % interval of ``statistic`` when items (documents) are drawn with replacement; None without rounds."""
    if not rounds or not items:
        return None
    rng = random.Random(seed)
    values = sorted(statistic(rng.choices(items, k=len(items))) for _ in range(rounds))
    return Interval(values[int(0.025 * rounds)], values[int(0.975 * rounds)])
