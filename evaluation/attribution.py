"""Who said what: statements on PolNeAR articles, scored as the yardstick scores them."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from evaluation.corpora import polnear
from evaluation.outcome import Mark, Number, Options, Outcome, Predictions, cut, sample
from evaluation.product import Product
from evaluation.scoring.attributions import ROLES, SUBSETS, Gold, Scored
from evaluation.scoring.attributions import score as score_one
from evaluation.scoring.calibration import BINS, Judged, expected_calibration_error, reliability
from evaluation.scoring.counts import Counts, bootstrap, summed
from evaluation.scoring.matching import Criterion, match
from evaluation.scoring.tokens import Attribution, TokenText
from onrecord.model.statement import Statement
from onrecord.model.terms import Band

Statistic = Callable[[Sequence[Scored]], float]


def predict(data: Path, options: Options) -> Predictions:
    """The statements of every article, by the article's name; those inside another's content are left out.

    PolNeAR does not annotate speech inside speech: not one of its cues lies in another attribution's content.
    """
    product = Product(options.analyser)
    predictions: Predictions = {}
    for name in sample(polnear.names(data), options.sample):
        analysis = product.read(polnear.text(data, name), f"{name}.txt", name.split("_", 1)[0])
        predictions[name] = (
            [as_row(statement) for statement in analysis.statements if statement.parent is None] if analysis else []
        )
    return predictions


def as_row(statement: Statement) -> dict[str, Any]:
    """A statement in the scorer's format, with what only our own figures need."""
    return {
        "source": [list(span) for span in statement.source],
        "cue": [list(span) for span in statement.cue],
        "content": [list(span) for span in statement.content],
        "confidence": statement.confidence,
        "band": str(statement.band),
    }


def write(predictions: Predictions) -> str:
    """One line of JSON an article."""
    return "".join(json.dumps({"doc": doc, "attributions": rows}) + "\n" for doc, rows in sorted(predictions.items()))


def sealed(predictions: Predictions) -> Predictions:
    """The predictions as they are: they hold no text."""
    return predictions


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """Precision, recall and F1 of every measure, wrong speakers, bands and calibration."""
    if not polnear.has_gold(data):
        return Outcome((), remarks=(f"{data} holds no annotations: predicted, not scored",))
    scored, right, wrong = [], set(), set()
    for gold in polnear.golds(data, sample(polnear.names(data), options.sample)):
        guesses = [Attribution.read(row) for row in predictions.get(gold.doc, [])]
        scored.append(score_one(gold, guesses))
        hits, misses = _marks(gold, guesses)
        right |= hits
        wrong |= misses
    numbers = [*_headline(scored, options.boot), *_measures(scored), *_bands(scored, options.boot)]
    numbers += _calibration(scored, options.boot)
    return Outcome(tuple(numbers), frozenset(right), frozenset(wrong), (f"{len(scored)} articles",))


def words(data: Path, mark: Mark) -> str:
    """The content that a mark points at, and its source and cue."""
    return cut(polnear.text(data, mark.doc), mark)


def _total(scored: Sequence[Scored], subset: str, measure: str) -> Counts:
    return summed((one.tally for one in scored), (subset, measure))


def _f1(subset: str, measure: str) -> Statistic:
    return lambda scored: 100 * _total(scored, subset, measure).f1


def _wrong_speaker(scored: Sequence[Scored]) -> float:
    content = _total(scored, "all", Criterion.OVERLAP).right
    return 100 * (1 - _total(scored, "all", Criterion.WHO_WHAT).right / content) if content else 0.0


def _headline(scored: Sequence[Scored], boot: int) -> list[Number]:
    numbers = []
    for subset in SUBSETS:
        statistic = _f1(subset, Criterion.WHO_WHAT)
        interval = bootstrap(scored, statistic, boot)
        numbers.append(Number(f"{subset} who-what F1", statistic(scored), interval))
    interval = bootstrap(scored, _wrong_speaker, boot)
    return [
        *numbers,
        Number("wrong speaker", _wrong_speaker(scored), interval, "1 − who-what / overlap, of those right"),
    ]


def _measures(scored: Sequence[Scored]) -> list[Number]:
    numbers = []
    for subset in SUBSETS:
        for measure in (*ROLES, *Criterion):
            counts = _total(scored, subset, measure)
            unit = "tokens" if measure in ROLES else "statements"
            name = f"{subset} {measure}{' tokens' if measure in ROLES else ''}"
            note = f"{counts.right:.1f} right, {counts.predicted:.0f} predicted, {counts.gold:.1f} gold {unit}"
            numbers.append(Number(f"{name} P", 100 * counts.precision, note=note))
            numbers.append(Number(f"{name} R", 100 * counts.recall))
            if measure != Criterion.WHO_WHAT:
                numbers.append(Number(f"{name} F1", 100 * counts.f1))
    return numbers


def _in_band(band: str) -> Callable[[Sequence[Scored]], Counts]:
    def counts(scored: Sequence[Scored]) -> Counts:
        rights = [v.right for one in scored for v in one.verdicts if v.band == band]
        return Counts(sum(rights), len(rights), _total(scored, "all", Criterion.WHO_WHAT).gold)

    return counts


def _bands(scored: Sequence[Scored], boot: int) -> list[Number]:
    numbers = []
    for band in Band:
        counts = _in_band(band)
        held = counts(scored)
        if not held.predicted:
            continue
        note = f"{held.right:.1f} of {held.predicted:.0f} right, of {held.gold:.1f} gold"
        interval = bootstrap(scored, lambda some, c=counts: 100 * c(some).precision, boot)  # type: ignore[misc]
        numbers.append(Number(f"{band} band right", 100 * held.precision, interval, note))
        numbers.append(Number(f"{band} band share of gold", 100 * held.recall))
    return numbers


def _judged(scored: Sequence[Scored]) -> list[Judged]:
    return [judged for one in scored for judged in one.judged]


def _calibration(scored: Sequence[Scored], boot: int) -> list[Number]:
    judged = _judged(scored)
    if not judged:
        return []
    interval = bootstrap(scored, lambda some: 100 * expected_calibration_error(_judged(some)), boot)
    value = 100 * expected_calibration_error(judged)
    numbers = [Number("expected calibration error", value, interval, f"points, {BINS} bins of equal mass")]
    for number, part in enumerate(reliability(judged), start=1):
        note = f"where the mean confidence is {100 * part.confidence:.1f}, n = {part.size}"
        numbers.append(Number(f"bin {number} right", 100 * part.right, note=note))
    return numbers


def _marks(gold: Gold, guesses: Sequence[Attribution]) -> tuple[set[Mark], set[Mark]]:
    """Gold found and predictions that match nothing, under who-what and the first annotator."""
    text, golds = TokenText(gold.text), gold.annotators[0]
    link = match([text.view(g) for g in golds], [text.view(g) for g in guesses], Criterion.WHO_WHAT)
    right = {_mark(gold.doc, golds[number], "found") for number in link.values()}
    return right, {_mark(gold.doc, g, "spurious") for j, g in enumerate(guesses) if j not in link}


def _mark(doc: str, attribution: Attribution, label: str) -> Mark:
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    return Mark(doc, tuple((start, end) for start, end in spans), label)
