"""The example story against its own gold: small, quick, and there on every machine; the gate that always runs."""

import json
from pathlib import Path
from typing import Any

from evaluation import stories
from evaluation.outcome import Mark, Options, Outcome, Predictions, cut
from evaluation.product import Product
from evaluation.scoring import stories as rules
from onrecord.clean import clean
from onrecord.errors import InputRefused
from onrecord.example import gold
from onrecord.model.report import Capture, Report
from onrecord.read import read
from onrecord.settings import Limits

STORY = "example"


def predict(data: Path, options: Options) -> Predictions:
    """The one story in the format of its gold; its documents are the reports' keys."""
    product = Product(options.analyser)
    found = reports(data)
    analyses = {key: product.analyse(report) for key, report in found.items()}
    return {STORY: stories.as_story(STORY, {key: report.text for key, report in found.items()}, analyses)}


def write(predictions: Predictions) -> str:
    """One object, as of the other stories."""
    return stories.write(predictions)


def sealed(predictions: Predictions) -> Predictions:
    """As of the other stories."""
    return stories.sealed(predictions)


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """As of the other stories, bootstrapped over reports; a report that was not read predicts nothing."""
    texts = {key: report.text for key, report in reports(data).items()}
    answers = gold.resolve(data / "gold", texts)
    tallies, judged = rules.score(answers, predictions.get(STORY, {}), texts)
    return stories.outcome(list(tallies.values()), {STORY: judged}, options.boot, f"{len(texts)} reports")


def words(data: Path, mark: Mark) -> str:
    """The source, cue and content that a mark points at."""
    key = mark.doc.removeprefix(f"{STORY}-")
    return cut(reports(data)[key].text, mark)


def entities(data: Path) -> list[tuple[str, str]]:
    """Who is in the story's gold: name, and ``person`` or ``body``."""
    story: dict[str, Any] = json.loads((data / "gold/story.json").read_text(encoding="utf-8"))
    sides = {(actor["side"].title(), "body") for actor in story["actors"] if actor["side"]}
    return [*sides, *((a["name"], "person" if a["type"] == "person" else "body") for a in story["actors"])]


def reports(data: Path) -> dict[str, Report]:
    """The story's reports by key, read and cleaned as ``add`` does."""
    files: dict[str, list[Capture]] = {}
    for outcome in read([str(data / "reports")]):
        if isinstance(outcome, InputRefused):
            raise outcome
        files.setdefault(Path(outcome.origin).name, []).append(outcome)
    entries: list[dict[str, Any]] = gold.reports(data / "gold")
    return {e["report"]: clean(files[e["file"]][(e["record"] or 1) - 1], Limits()) for e in entries}
