"""Fit the weights of signs over the counts of cues: ``python -m training.cue_weights POLNEAR_TRAIN``, after the counts.

Writes ``src/onrecord/analyse/cue_weights.csv``. A logistic regression with a ridge, by Newton steps; the rate that each
cue starts from leaves out the cue itself, so that words seen once are not taken at their word.
"""

import math
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.analyse.cues import BASE, RATE, Lexicon, lexicon
from training.cue_counts import Judged, articles, write

SELDOM = 40
RIDGE = 2.0
STEPS = 12

Matrix = NDArray[np.float64]


def fitted(found: Sequence[Judged], words: Lexicon) -> dict[str, float]:
    """The weight of every sign that was seen often enough."""
    seen = Counter(sign for one in found for sign in one.signs)
    names = [BASE, RATE, *sorted(sign for sign, count in seen.items() if count >= SELDOM)]
    place = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(found), len(names)))
    for row, one in enumerate(found):
        table[row, 0], table[row, 1] = 1.0, start(one, words)
        for sign in one.signs:
            if sign in place:
                table[row, place[sign]] = 1.0
    weights = newton(table, np.array([float(one.hit) for one in found]))
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def start(one: Judged, words: Lexicon) -> float:
    """The log odds of a cue's rate, the cue itself left out of the counts."""
    without = replace(words, counts=dict(_without(words, one)))
    rate = min(0.995, max(0.003, without.rate(one.kind, one.lemma, one.key)))
    return math.log(rate / (1 - rate))


def _without(words: Lexicon, one: Judged) -> list[tuple[tuple[str, str, str], tuple[int, int]]]:
    keys = ((one.kind, one.lemma, one.key), (one.kind, one.lemma, "*"))
    return [(k, (words.counts[k][0] - one.hit, words.counts[k][1] - 1)) for k in keys if k in words.counts]


def newton(table: Matrix, hits: Matrix) -> Matrix:
    """Weights that make the hits likeliest, the base and the rate free, the rest held towards nothing."""
    weights = np.zeros(table.shape[1])
    weights[1] = 1.0
    ridge = np.full(table.shape[1], RIDGE)
    ridge[:2] = 0.0
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(table @ weights)))
        slope = table.T @ (chance - hits) + ridge * weights
        bend = (table * (chance * (1 - chance))[:, None]).T @ table + np.diag(ridge + 1e-6)
        weights -= np.linalg.solve(bend, slope)
    return weights


if __name__ == "__main__":
    result = fitted(list(articles(Path(sys.argv[1]), "--all" in sys.argv)), lexicon())
    write("cue_weights.csv", [("sign", "weight"), *((name, f"{weight:.3f}") for name, weight in result.items())])
