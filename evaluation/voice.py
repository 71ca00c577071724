"""In whose voice words stand: the outlet's own or quoted, on 418 uses of names and labels in SEESAW articles.

The uses were drawn from what the product finds (half of them in validation articles) and decided by reading before its
own answer was seen: 300 in 100 articles, as many of either voice, on which rules were then chosen (``first``), and 118
in 44 others (``second``). ``gold/voice.csv`` holds places and decisions alone; ``clear`` unless readers might differ.
A use that the product no longer finds counts as wrong.
"""

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from evaluation.corpora import seesaw
from evaluation.outcome import Mark, Number, Options, Outcome, Predictions, sample
from evaluation.product import Product
from evaluation.scoring.counts import Counts, Tally, bootstrap, summed
from onrecord.model.analysis import Analysis
from onrecord.model.span import Span
from onrecord.model.terms import LabelKind, Voice

GOLD = Path(__file__).parent / "gold/voice.csv"
KINDS = ("name", "nominal", "event")


class Use(NamedTuple):
    """One use of a name or label, and in whose voice it stands; ``clear`` unless readers might differ."""

    span: Span
    kind: str
    voice: str
    clear: bool
    part: str = "first"


def gold() -> dict[str, list[Use]]:
    """The uses of each article."""
    found: dict[str, list[Use]] = {}
    with GOLD.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            span = Span(int(row["start"]), int(row["end"]))
            use = Use(span, row["kind"], row["voice"], row["clear"] == "yes", row["part"])
            found.setdefault(row["doc"], []).append(use)
    return found


def predict(data: Path, options: Options) -> Predictions:
    """For every use of every article the voice that the product hears, or nothing where it finds no such use."""
    product, uses = Product(options.analyser), gold()
    predictions: Predictions = {}
    for doc in sample(uses, options.sample):
        story, _, number = doc.partition("-")
        analysis = product.read(seesaw.texts(data, story)[number], f"{doc}.txt")
        heard = [_heard(analysis, use) for use in uses[doc]] if analysis else [None] * len(uses[doc])
        predictions[doc] = [[*use.span, voice] for use, voice in zip(uses[doc], heard, strict=True)]
    return predictions


def write(predictions: Predictions) -> str:
    """One ``{"doc", "start", "end", "voice"}`` a line."""
    rows = ({"doc": d, "start": s, "end": e, "voice": v} for d, uses in sorted(predictions.items()) for s, e, v in uses)
    return "".join(json.dumps(row) + "\n" for row in rows)


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """The share of uses that are heard right: of the first part, its clear ones, each voice and kind; of the second."""
    uses = gold()
    judged = {doc: _judged(uses[doc], rows) for doc, rows in predictions.items()}
    every = [(doc, use, right) for doc, rows in judged.items() for use, right in rows]
    flat = [one for one in every if one[1].part == "first"]
    tallies = [{("voice", "all"): _counts([r for r in rows if r[0].part == "first"])} for rows in judged.values()]
    numbers = [Number("voice accuracy", _accuracy(tallies), bootstrap(tallies, _accuracy, options.boot), _note(flat))]
    parts = {
        "clear uses": [one for one in flat if one[1].clear],
        **{f"{voice} voice": [one for one in flat if one[1].voice == voice] for voice in Voice},
        **{f"{kind} uses": [one for one in flat if one[1].kind == kind] for kind in KINDS},
        "second part": [one for one in every if one[1].part == "second"],
    }
    numbers += [Number(f"{name} accuracy", _share(some), note=_note(some)) for name, some in parts.items()]
    marks = {
        right: frozenset(Mark(d, (u.span,), u.voice) for d, u, r in every if r == right) for right in (True, False)
    }
    return Outcome(tuple(numbers), marks[True], marks[False], (f"{len(judged)} articles, {len(every)} uses",))


def _heard(analysis: Analysis, use: Use) -> str | None:
    """The voice of the mention or label whose head stands in the use, those with the same start first."""
    if use.kind == "event":
        labels = [one for one in analysis.labels if one.kind is LabelKind.EVENT and use.span.overlaps(one.head)]
        ordered = sorted(labels, key=lambda one: abs(one.span.start - use.span.start))
        return ordered[0].voice.value if ordered else None
    mentions = [one for one in analysis.mentions if use.span.overlaps(one.span)]
    nearest = sorted(mentions, key=lambda one: (abs(one.span.start - use.span.start), abs(one.span.end - use.span.end)))
    return (Voice.QUOTED if nearest[0].quoted else Voice.OUTLET).value if nearest else None


def _judged(uses: Sequence[Use], rows: Sequence[Sequence[object]]) -> list[tuple[Use, bool]]:
    heard: Mapping[tuple[object, ...], object] = {tuple(row[:2]): row[2] for row in rows}
    return [(use, heard.get(tuple(use.span)) == use.voice) for use in uses]


def _counts(rows: Sequence[tuple[Use, bool]]) -> Counts:
    return Counts(sum(right for _, right in rows), len(rows), len(rows))


def _accuracy(tallies: Sequence[Tally]) -> float:
    return 100 * summed(tallies, ("voice", "all")).precision


def _share(some: Sequence[tuple[str, Use, bool]]) -> float:
    return 100 * sum(right for _, _, right in some) / len(some) if some else 0.0


def _note(some: Sequence[tuple[str, Use, bool]]) -> str:
    return f"{sum(right for _, _, right in some)} of {len(some)}"
