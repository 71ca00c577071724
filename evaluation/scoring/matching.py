"""Which prediction stands for which gold item: one-to-one, as many as can be, whatever the order."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from evaluation.scoring.tokens import View


class Criterion(StrEnum):
    """When a prediction may stand for a gold item.

    * ``exact``: equal content tokens; ``exact-np``: equal once punctuation is dropped.
    * ``overlap``: Jaccard of the content tokens of at least one half.
    * ``who-what``: overlap, and the sources share a token or both are empty.
    """

    EXACT = "exact"
    EXACT_NP = "exact-np"
    OVERLAP = "overlap"
    WHO_WHAT = "who-what"

    def admits(self, gold: View, guess: View) -> bool:
        """Whether ``guess`` may stand for ``gold``."""
        if self is Criterion.EXACT:
            return bool(gold.content) and gold.content == guess.content
        if self is Criterion.EXACT_NP:
            return bool(gold.bare) and gold.bare == guess.bare
        common = len(gold.content & guess.content)
        if not common or 2 * common < len(gold.content | guess.content):
            return False
        if self is Criterion.OVERLAP or gold.source & guess.source:
            return True
        return not (gold.source or guess.source)


def match(golds: Sequence[View], guesses: Sequence[View], criterion: Criterion) -> dict[int, int]:
    """A maximum matching of guesses to golds by their numbers: ``{guess: gold}``."""
    edges = [[j for j, guess in enumerate(guesses) if criterion.admits(gold, guess)] for gold in golds]
    return augment(edges, range(len(golds)))


def match_closest(golds: Sequence[View], guesses: Sequence[View], criterion: Criterion) -> dict[int, int]:
    """A maximum matching that tries the closest pairs first, so that nested statements keep their own."""
    near = [[closeness(gold, guess) for guess in guesses] for gold in golds]
    edges = [
        sorted((j for j, guess in enumerate(guesses) if criterion.admits(gold, guess)), key=lambda j, i=i: -near[i][j])  # type: ignore[misc]
        for i, gold in enumerate(golds)
    ]
    order = sorted(range(len(golds)), key=lambda i: -max((near[i][j] for j in edges[i]), default=0))
    return augment(edges, order)


def augment(edges: Sequence[Sequence[int]], order: Iterable[int]) -> dict[int, int]:
    """Kuhn's augmenting paths over ``edges`` (gold to guesses), golds taken in ``order``: ``{guess: gold}``."""
    taken: dict[int, int] = {}

    def place(gold: int, seen: set[int]) -> bool:
        for guess in edges[gold]:
            if guess not in seen:
                seen.add(guess)
                if guess not in taken or place(taken[guess], seen):
                    taken[guess] = gold
                    return True
        return False

    for gold in order:
        place(gold, set())
    return taken


def closeness(gold: View, guess: View) -> float:
    """Jaccard of the contents, one more where the sources touch, one more where the cues are equal."""
    content = len(gold.content & guess.content) / len(gold.content | guess.content)
    return content + bool(gold.source & guess.source) + (gold.cue == guess.cue)
