"""How sure a draft is: evidence weighed by a logistic model, then mapped to what held articles showed to be right.

The numbers lie in ``linker.json`` beside the tagger's weights and are fitted by ``training``: on articles that the
tagger was not trained on, by cross-validation over articles.
"""

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from onrecord.engine.tagger import WEIGHTS
from onrecord.model.terms import Band


@dataclass(frozen=True, slots=True)
class Scales:
    """Weights per piece of evidence, a map from score to probability, and where drafts are kept and called certain.

    ``weights`` are (name, centre, spread, weight); ``knots`` are (score, probability), rising in both.
    """

    weights: tuple[tuple[str, float, float, float], ...]
    bias: float
    knots: tuple[tuple[float, float], ...]
    keep: float
    likely: float
    certain: float

    def parts(self, evidence: Mapping[str, float]) -> list[tuple[str, float]]:
        """What each piece of evidence adds to the log odds."""
        return [(name, weight * (evidence[name] - centre) / spread) for name, centre, spread, weight in self.weights]

    def score(self, evidence: Mapping[str, float]) -> float:
        """The logistic model's own probability, not yet calibrated."""
        total = self.bias + sum(part for _, part in self.parts(evidence))
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))

    def confidence(self, evidence: Mapping[str, float]) -> float:
        """The calibrated probability that who and what are right."""
        return interpolated(self.knots, self.score(evidence))

    def band(self, confidence: float) -> Band:
        """The band that a confidence falls in."""
        if confidence >= self.certain:
            return Band.CERTAIN
        return Band.LIKELY if confidence >= self.likely else Band.UNSURE


def interpolated(knots: Sequence[tuple[float, float]], x: float) -> float:
    """Linear between knots, flat outside."""
    at = bisect_right(knots, x, key=lambda knot: knot[0])
    if at == 0 or at == len(knots):
        return knots[max(0, at - 1)][1]
    (x0, y0), (x1, y1) = knots[at - 1], knots[at]
    return y0 + (y1 - y0) * (x - x0) / (x1 - x0) if x1 > x0 else y1


def read_scales(path: Path) -> Scales:
    """The scales that ``training`` wrote."""
    data = json.loads(path.read_text(encoding="utf-8"))
    weights = tuple((str(n), float(c), float(s), float(w)) for n, c, s, w in data["weights"])
    knots = tuple((float(x), float(y)) for x, y in data["knots"])
    return Scales(weights, data["bias"], knots, data["keep"], data["likely"], data["certain"])


@cache
def scales() -> Scales:
    """The scales that the package ships."""
    return read_scales(WEIGHTS / "linker.json")
