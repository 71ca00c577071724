"""Pairs of statements from different articles that report one utterance; the same as those of ``score_stories.py``.

A predicted pair counts by the gold statements that its own are matched to. The form of a pair is right where both of
its statements have the gold's; look-alikes are pairs that the gold keeps apart.
"""

from collections.abc import Mapping
from typing import Any

from evaluation.scoring.counts import Counts, Key

Row = Mapping[str, Any]
Pairs = dict[tuple[str, str], tuple[str, str]]
ALTERED = "altered"


def score(gold: Row, guess: Row, numbers: Mapping[str, str]) -> dict[Key, Counts]:
    """Counts of one story; ``numbers`` are the gold's ids of predicted statements."""
    true, said = pairs(gold), _renamed(pairs(guess), numbers)
    both = set(true) & set(said)
    apart = {_sorted(str(a), str(b)) for a, b, *_ in gold.get("not_same", [])}
    forms = sum(sorted(true[pair]) == sorted(said[pair]) for pair in both)
    changed = [(pair, side) for pair in both for side in (0, 1) if true[pair][side] == ALTERED]
    marked = sum(said[pair][side] == ALTERED for pair, side in changed)
    return {
        ("utterance pairs", "F1"): Counts(len(both), len(said), len(true)),
        ("utterance form", "accuracy"): Counts(forms, len(both), len(both)),
        ("altered marked", "accuracy"): Counts(marked, len(changed), len(changed)),
        ("look-alikes joined", "count"): Counts(len(apart & set(said)), len(apart), len(apart)),
    }


def pairs(story: Row) -> Pairs:
    """The pairs of statements of different articles in one utterance, each with the forms of both."""
    found: Pairs = {}
    for utterance in story.get("utterances", []):
        for a, form_a in utterance["members"]:
            for b, form_b in utterance["members"]:
                if a < b and a.split("-")[0] != b.split("-")[0]:
                    found[a, b] = (form_a, form_b)
    return found


def _renamed(said: Pairs, numbers: Mapping[str, str]) -> Pairs:
    found: Pairs = {}
    for (a, b), (form_a, form_b) in said.items():
        one, two = (numbers.get(a, f"?{a}"), form_a), (numbers.get(b, f"?{b}"), form_b)
        first, second = sorted((one, two))
        found[first[0], second[0]] = (first[1], second[1])
    return found


def _sorted(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
