"""Series of the example story: figures that count the same, over reports, against the gold's ``what`` of each figure.

A pair of gold figures with one ``what`` is a true join. It is shown as certain where both were found and stand in one
series, as a proposal where their series might be one. A pair of found figures in one series whose ``what`` differs is a
wrong join. Figures of the machine that no gold figure overlaps are judged by nothing.
"""

import json
import tempfile
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

from evaluation import example
from evaluation.outcome import Mark, Number, Options, Outcome, Predictions
from onrecord.example import gold
from onrecord.flow import add
from onrecord.ledger import Ledger
from onrecord.settings import AnalysisSettings, Settings
from onrecord.views.figures import Answer, found

Place = tuple[str, int, int]
STORY = "example"


def predict(data: Path, options: Options) -> Predictions:
    """The series of the story as lists of places, and the pairs of series that are proposed."""
    keys = {report.id: key for key, report in example.reports(data).items()}
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "series.db"
        add(ledger, [data / "reports"], settings=Settings(analysis=AnalysisSettings(analyser=options.analyser)))
        with Ledger.open(ledger) as opened:
            return {STORY: _row(found(opened.view), keys)}


def _row(answer: Answer, keys: dict[str, str]) -> dict[str, Any]:
    every = [*answer.shown, *answer.alone]
    series = {
        one.series.id: [[keys[row["report"]], *row["spans"]["number"][0]] for row in one.rows]
        for one in every
        if all(row["report"] in keys for row in one.rows)
    }
    return {"series": series, "proposals": [[p.a, p.b] for p in answer.proposals]}


def write(predictions: Predictions) -> str:
    """One object: the story, its series and proposals."""
    return json.dumps(predictions, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """How many joins shown as certain are true, and how many true joins are shown, as certain or at least proposed."""
    texts = {key: report.text for key, report in example.reports(data).items()}
    what = {
        (key, *figure["span"]): figure["what"]
        for key, doc in gold.resolve(data / "gold", texts)["docs"].items()
        for figure in doc["figures"]
        if not figure["ordinal"]
    }
    row = predictions[STORY]
    matched = {sid: _matched(places, what) for sid, places in row["series"].items()}
    true = {pair for pair in combinations(sorted(what), 2) if what[pair[0]] == what[pair[1]]}
    joined = {pair for places in matched.values() for pair in combinations(sorted(places), 2)}
    asked = {
        (min(x, y), max(x, y)) for a, b in row["proposals"] for x in matched.get(a, ()) for y in matched.get(b, ())
    }
    right, wrong = joined & true, joined - true
    series = [name for name in set(what.values()) if list(what.values()).count(name) > 1]
    numbers = (
        Number("certain joins right", 100 * len(right) / max(1, len(joined)), note=f"{len(right)} of {len(joined)}"),
        Number("true joins certain", 100 * len(right) / max(1, len(true)), note=f"{len(right)} of {len(true)}"),
        Number(
            "true joins certain or proposed",
            100 * len(true & (joined | asked)) / max(1, len(true)),
            note=f"{len(true & (joined | asked))} of {len(true)}",
        ),
    )
    remarks = (f"{len(what)} gold figures, {len(series)} series of two and more, {len(row['proposals'])} proposals",)
    return Outcome(numbers, frozenset(map(_mark, right)), frozenset(map(_mark, wrong)), remarks)


def _matched(places: Iterable[list[Any]], what: dict[Place, str]) -> set[Place]:
    """The gold figures that the figures of a series lie on."""
    return {g for key, start, end in places for g in what if g[0] == key and g[1] < end and start < g[2]}


def _mark(pair: tuple[Place, Place]) -> Mark:
    return Mark(f"{STORY}-{pair[0][0]}", (pair[0][1:], pair[1][1:]), f"joined with {pair[1][0]}")
