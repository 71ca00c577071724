"""Time expressions against TIMEX3: where they stand, of which type, and which time they mean.

Scored as TempEval-3 does. *Strict*: same first and last character. *Relaxed*: they overlap, each gold expression
matched once. *Value*: relaxed precision and recall times the share of the matched whose value is equal. The document's
own time is given to the product as the date of publication, and not judged where the text prints it.
"""

import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.corpora.timexes import Article, Timex, article, names
from evaluation.outcome import Mark, Number, Options, Outcome, Predictions, sample
from evaluation.product import Product
from evaluation.scoring.counts import Counts, bootstrap
from onrecord.clean import clean
from onrecord.model.analysis import Analysis
from onrecord.model.report import Capture, DateValue, Zone
from onrecord.model.span import Span
from onrecord.model.terms import DateMethod, Genre, ZoneKind
from onrecord.settings import Limits

MEASURES = ("relaxed", "strict", "value", "type")
PUBLISHED = "HeidelTime's published figures on TempEval-3 platinum, another corpus: relaxed F1 90.7, strict 81.8"


class Tallied(NamedTuple):
    """One article's expressions: right by each measure, predicted, in the gold."""

    right: Mapping[str, int]
    predicted: int
    gold: int


def predict(data: Path, options: Options) -> Predictions:
    """For each article its time expressions, in the order of the text."""
    product = Product(options.analyser)
    return {name: _predicted(product, article(data, name)) for name in sample(names(data), options.sample)}


def write(predictions: Predictions) -> str:
    """One ``{"doc", "timexes": [{"text", "start", "end", "type", "value"}]}`` a line."""
    rows = ({"doc": Path(name).stem, "timexes": rows} for name, rows in sorted(predictions.items()))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """F1 by each measure of all articles, and of each half of them by number, of which one was looked at."""
    order = [name for name in names(data) if name in predictions]
    halves = {"": order}
    if any(name.endswith((".xml", ".naf")) for name in order):
        every = names(data)
        halves = {
            "other half ": [n for n in order if every.index(n) % 2],
            "tuned half ": [n for n in order if every.index(n) % 2 == 0],
        }
    golds = {name: article(data, name) for name in order}
    numbers: list[Number] = []
    for title, chosen in halves.items():
        tallies = [tally(golds[name], predictions[name]) for name in chosen]
        for measure in MEASURES:
            numbers += _numbers(f"{title}{measure}", tallies, measure, options.boot)
    right, wrong = set(), set()
    for name in order:
        for timex, row in pairs(golds[name], predictions[name]):
            if timex is not None:
                right |= {Mark(name, ((timex.start, timex.end),), label) for label in _labels(timex, row)}
            elif row is not None:
                wrong.add(Mark(name, ((row["start"], row["end"]),), "found"))
    gold = sum(len(judged(one)) for one in golds.values())
    return Outcome(
        tuple(numbers), frozenset(right), frozenset(wrong), (f"{len(order)} articles, {gold} expressions", PUBLISHED)
    )


def judged(one: Article) -> list[Timex]:
    """The gold in the annotated part."""
    return [timex for timex in one.timexes if timex.start < one.end]


def tally(gold: Article, rows: Sequence[Mapping[str, Any]]) -> Tallied:
    """What is right of one article's predictions."""
    matched = pairs(gold, rows)
    both = [(g, r) for g, r in matched if g is not None and r is not None]
    right = {measure: sum(measure in _labels(g, r) for g, r in both) for measure in MEASURES}
    return Tallied(right, sum(r is not None for _, r in matched), len(judged(gold)))


def pairs(gold: Article, rows: Sequence[Mapping[str, Any]]) -> list[tuple[Timex | None, Mapping[str, Any] | None]]:
    """Gold and prediction side by side: first those with the same characters, then those that overlap."""
    own = [Span(*span) for span in gold.own]
    left = [r for r in rows if r["start"] < gold.end and not any(Span(r["start"], r["end"]).overlaps(o) for o in own)]
    open_, made = judged(gold), []
    for same in (True, False):
        for timex in list(open_):
            found = next((r for r in left if _meets(timex, r, same)), None)
            if found is not None:
                made.append((timex, found))
                open_.remove(timex)
                left.remove(found)
    return [*made, *((timex, None) for timex in open_), *((None, row) for row in left)]


def _meets(timex: Timex, row: Mapping[str, Any], same: bool) -> bool:
    if same:
        return (timex.start, timex.end) == (row["start"], row["end"])
    return Span(timex.start, timex.end).overlaps(Span(row["start"], row["end"]))


def _labels(gold: Timex, row: Mapping[str, Any] | None) -> set[str]:
    if row is None:
        return set()
    found = {"relaxed"}
    found |= {"strict"} if _meets(gold, row, True) else set()
    found |= {"type"} if gold.type == row["type"] else set()
    return found | ({"value"} if gold.value == row["value"] else set())


def _numbers(title: str, tallies: Sequence[Tallied], measure: str, boot: int) -> list[Number]:
    def counts(chosen: Sequence[Tallied]) -> Counts:
        return Counts(
            sum(t.right[measure] for t in chosen), sum(t.predicted for t in chosen), sum(t.gold for t in chosen)
        )

    total = counts(tallies)
    values = {"P": total.precision, "R": total.recall, "F1": total.f1}
    interval = bootstrap(tallies, lambda chosen: 100 * counts(chosen).f1, boot)
    return [Number(f"{title} {k}", 100 * v, interval if k == "F1" else None) for k, v in values.items()]


def _predicted(product: Product, one: Article) -> list[dict[str, Any]]:
    analysis = analysed(product, one)
    return [
        {
            "text": time.span.cut(one.text),
            "start": time.span.start,
            "end": time.span.end,
            "type": str(time.type),
            "value": time.value or "XXXX-XX-XX",
        }
        for time in (analysis.times if analysis else ())
    ]


def analysed(product: Product, one: Article) -> Analysis | None:
    """The article read as a report of its day; every line is read, for TimeML marks all of a text."""
    if not one.text.strip():
        return None
    capture = Capture(one.text.encode("utf-8"), "text/plain", one.name, encoding="utf-8")
    try:
        report = clean(capture, Limits())
        if report.text != one.text:
            raise ValueError("the report's text differs from the file's")
        zones = tuple(Zone(ZoneKind.BODY, z.span) if z.kind is ZoneKind.FURNITURE else z for z in report.zones)
        day = re.match(r"\d{4}(-\d\d){0,2}", one.written or "")
        published = DateValue(day[0], day[0], DateMethod.GIVEN, 1.0) if day else report.published
        return product.analyse(replace(report, zones=zones, genre=Genre.PROSE, published=published))
    except Exception as error:
        print(f"{one.name}: nothing predicted ({type(error).__name__}: {error})", file=sys.stderr)
        return None
