"""Whether a confidence means what it says: confidences held against how often they were right."""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

BINS = 10


class Judged(NamedTuple):
    """One prediction's confidence and whether it was right (0..1; a fraction where annotators differ)."""

    confidence: float
    right: float


class Bin(NamedTuple):
    """One bin of a reliability diagram: how many, how sure on average, how often right."""

    size: int
    confidence: float
    right: float


def reliability(judged: Iterable[Judged], bins: int = BINS) -> list[Bin]:
    """Predictions sorted by confidence and cut into ``bins`` parts of (nearly) equal size.

    Within one confidence every prediction counts as right as often as all of that confidence are, so that
    neither their order nor a cut between them changes anything.
    """
    ordered = _levelled(judged)
    cuts = [len(ordered) * i // bins for i in range(bins + 1)]
    parts = [ordered[start:end] for start, end in pairwise(cuts) if start < end]
    return [Bin(len(part), _mean([p.confidence for p in part]), _mean([p.right for p in part])) for part in parts]


def expected_calibration_error(judged: Iterable[Judged], bins: int = BINS) -> float:
    """The mean distance between confidence and share right over bins of equal mass, weighted by their size."""
    parts = reliability(judged, bins)
    total = sum(part.size for part in parts)
    return sum(part.size * abs(part.confidence - part.right) for part in parts) / total if total else 0.0


def _levelled(judged: Iterable[Judged]) -> list[Judged]:
    out: list[Judged] = []
    for confidence, group in groupby(sorted(judged), key=lambda one: one.confidence):
        rights = [one.right for one in group]
        out += [Judged(confidence, sum(rights) / len(rights))] * len(rights)
    return out


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
