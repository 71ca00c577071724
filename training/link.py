"""Fit the linker's scales on the held articles: weights, calibration map, thresholds; everything cross-validated."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

from onrecord.analyse.linker import Draft, drafts_of, settled, spans_of
from onrecord.analyse.linker_confidence import Scales
from onrecord.analyse.linker_evidence import NAMES
from onrecord.engine.tagger_lattice import Lattice
from training.corpus import Article

FOLDS = 6
STRENGTH = 0.3
LIKELY = 0.6
CERTAIN_SHARE = 0.35  # of the gold; 0.30 is asked for, and the fewer the more often right
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One draft of a held article: evidence, share of annotators under whom it is right, and its spans."""

    name: str
    draft: Draft
    right: float
    spans: dict[str, Any]


def scorer(folder: Path) -> Any:
    """The yardstick's own module, so that training and judging cannot differ."""
    sys.path.insert(0, str(folder))
    import score_attribution

    return score_attribution


def examples_of(articles: list[Article], lattices: Mapping[str, Lattice], judge: Any) -> list[Example]:
    """All drafts of the articles, judged by who-what."""
    found = []
    for article in articles:
        lattice, view = lattices[article.name], judge.Text(article.text)
        golds = [[view.view(g) for g in gold] for gold in article.gold]
        for draft in drafts_of(lattice):
            spans = {r: spans_of(lattice, getattr(draft, r)) for r in ("source", "cue", "content")}
            mine = view.view(spans)
            right = [any(judge.admissible("who-what", g, mine) for g in gold) for gold in golds]
            found.append(Example(article.name, draft, float(np.mean(right)), spans))
    return found


def table(examples: list[Example]) -> tuple[Array, Array]:
    """Evidence and whether right, as arrays."""
    rows = [[e.draft.evidence[name] for name in NAMES] for e in examples]
    return np.array(rows), np.array([e.right >= 0.5 for e in examples])


def fitted(x: Array, y: Array) -> tuple[Array, Array, Array, float]:
    """Centre, spread, weights and bias of a logistic model."""
    centre, spread = x.mean(0), x.std(0) + 1e-6
    model = LogisticRegression(C=STRENGTH, max_iter=3000).fit((x - centre) / spread, y)
    return centre, spread, model.coef_[0], float(model.intercept_[0])


def crossed(examples: list[Example]) -> Array:
    """Every draft's score by a model that has not seen its article."""
    x, y = table(examples)
    number = {name: k % FOLDS for k, name in enumerate(sorted({e.name for e in examples}))}
    fold = np.array([number[e.name] for e in examples])
    score = np.zeros(len(y))
    for k in range(FOLDS):
        centre, spread, weights, bias = fitted(x[fold != k], y[fold != k])
        score[fold == k] = 1 / (1 + np.exp(-((x[fold == k] - centre) / spread @ weights + bias)))
    return score


def kept_of(examples: list[Example], score: Array) -> list[tuple[float, Example]]:
    """What is left when drafts that claim the same words are settled, article by article."""
    by_name: dict[str, list[tuple[float, Draft]]] = {}
    back = {id(e.draft): e for e in examples}
    for example, value in zip(examples, score, strict=True):
        by_name.setdefault(example.name, []).append((float(value), example.draft))
    return [(s, back[id(d)]) for drafts in by_name.values() for s, d in settled(drafts)]


def who_what(articles: list[Article], kept: list[tuple[float, Example]], floor: float, judge: Any) -> Any:
    """The scorer's totals for the drafts that reach a score."""
    by_name: dict[str, list[Any]] = {a.name: [] for a in articles}
    for value, example in kept:
        if value >= floor:
            by_name[example.name].append(example.spans)
    documents = []
    for article in articles:
        view = judge.Text(article.text)
        guesses = [view.view(p) for p in by_name[article.name]]
        rounds = [judge.score_document([view.view(g) for g in gold], guesses) for gold in article.gold]
        documents.append(judge.add_up(rounds, [1 / len(rounds)] * len(rounds)))
    return judge.add_up(documents)


def holding(values: Array, right: Array, count: float) -> float:
    """The highest confidence from which on so many are right."""
    order = np.argsort(-values)
    enough = np.nonzero(np.cumsum(right[order]) >= count)[0]
    return float(values[order][enough[0]]) if len(enough) else 0.0


def coverage(values: Array, right: Array, gold: float) -> list[str]:
    """Risk and coverage: how often the surest tenth, two tenths … are right, and what of the gold they hold."""
    order = np.argsort(-values)
    lines = []
    for tenth in range(1, 11):
        count = len(order) * tenth // 10
        if not count:
            continue
        part = right[order][:count]
        lowest = values[order][:count][-1]
        lines.append(f"{10 * tenth} % of statements, from {lowest:.2f}: {100 * part.mean():.1f} % right, "
                     f"{100 * part.sum() / gold:.1f} % of gold")  # fmt: skip
    return lines


def calibration_error(values: Array, right: Array, bins: int = 10) -> float:
    """Expected calibration error over bins of equal mass."""
    order = np.argsort(values, kind="stable")
    parts = np.array_split(order, bins)
    return float(sum(len(p) / len(order) * abs(values[p].mean() - right[p].mean()) for p in parts if len(p)))


def around(values: Array, place: float) -> Array:
    """The scores near a place; the place itself where there are none, as in a handful of articles."""
    near = values[np.abs(values - place) <= 0.05]
    return near if len(near) else np.array([place])


def fit_scales(
    articles: list[Article], lattices: Mapping[str, Lattice], judge: Any, say: Callable[[str], None]
) -> Scales:
    """Weights from all held drafts; map, threshold and bands from cross-validated scores."""
    examples = examples_of(articles, lattices, judge)
    score = crossed(examples)
    kept = kept_of(examples, score)
    values = np.array([s for s, _ in kept])
    right = np.array([e.right for _, e in kept])
    floors = np.arange(0.2, 0.5, 0.02)
    totals = [who_what(articles, kept, floor, judge) for floor in floors]
    best = int(np.argmax([judge.prf(t["all", "who-what"])[2] for t in totals]))
    for subset in ("all", "direct", "indirect"):
        say(f"held {subset} who-what {100 * judge.prf(totals[best][subset, 'who-what'])[2]:.1f}")
    steps = IsotonicRegression(out_of_bounds="clip", y_min=0.01, y_max=0.99).fit(values, right)
    grid = np.quantile(values, np.linspace(0, 1, 21))
    smooth = [float(np.mean(steps.predict(around(values, g)))) for g in grid]
    knots = tuple((round(float(g), 4), round(p, 4)) for g, p in zip(grid, np.maximum.accumulate(smooth), strict=True))
    sure = np.interp(values, [k[0] for k in knots], [k[1] for k in knots])
    over = sure >= np.interp(floors[best], [k[0] for k in knots], [k[1] for k in knots])
    gold = totals[best]["all", "who-what"][2]
    certain = holding(sure, right, CERTAIN_SHARE * gold)
    likely = LIKELY
    for name, level in (("certain", certain), ("likely", likely)):
        at = sure >= level
        say(
            f"held {name} from {level:.3f}: {100 * right[at].mean():.1f} % right, "
            f"{100 * right[at].sum() / gold:.1f} % of gold"
        )
    say(f"held calibration error {calibration_error(sure[over], right[over]):.3f}, kept from {floors[best]:.2f}")
    for line in coverage(sure[over], right[over], gold):
        say(line)
    x, y = table(examples)
    centre, spread, weights, bias = fitted(x, y)
    rows = zip(NAMES, centre.tolist(), spread.tolist(), weights.tolist(), strict=True)
    keep = float(np.interp(floors[best], [k[0] for k in knots], [k[1] for k in knots]))
    return Scales(tuple((n, round(c, 5), round(s, 5), round(w, 5)) for n, c, s, w in rows), round(bias, 5), knots,
                  round(keep, 4), round(likely, 4), round(certain, 4))  # fmt: skip


def write(scales: Scales, path: Path) -> None:
    """As the package reads them."""
    data = {"bias": scales.bias, "keep": scales.keep, "likely": scales.likely, "certain": scales.certain,
            "knots": scales.knots, "weights": scales.weights}  # fmt: skip
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
