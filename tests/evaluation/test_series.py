"""The series benchmark: joins of the example story against its gold."""

from typing import Any

import pytest

from evaluation import example, series
from evaluation.benchmarks import BENCHMARKS
from evaluation.outcome import Options
from onrecord.example import gold

DATA = BENCHMARKS["series"].data


@pytest.fixture(scope="module")
def answers() -> dict[str, list[list[Any]]]:
    texts = {key: report.text for key, report in example.reports(DATA).items()}
    by: dict[str, list[list[Any]]] = {}
    for key, doc in gold.resolve(DATA / "gold", texts)["docs"].items():
        for figure in doc["figures"]:
            by.setdefault(figure["what"], []).append([key, *figure["span"]])
    return by


def test_the_gold_itself_scores_a_hundred(answers: dict[str, list[list[Any]]]) -> None:
    outcome = series.score(DATA, {series.STORY: {"series": answers, "proposals": []}}, Options())
    assert outcome.value("certain joins right") == outcome.value("true joins certain") == 100


def test_a_proposal_is_no_certain_join(answers: dict[str, list[list[Any]]]) -> None:
    apart = {str(place): [place] for places in answers.values() for place in places}
    pair = [str(place) for place in answers["licence-ferry"]]
    outcome = series.score(DATA, {series.STORY: {"series": apart, "proposals": [pair]}}, Options())
    assert outcome.value("true joins certain") == 0
    assert (outcome.value("true joins certain or proposed") or 0) > 0


def test_a_join_of_two_tolls_is_wrong(answers: dict[str, list[list[Any]]]) -> None:
    mixed = answers["dead-ferry"] + answers["dead-shelling"]
    outcome = series.score(DATA, {series.STORY: {"series": {"one": mixed}, "proposals": []}}, Options())
    assert (outcome.value("certain joins right") or 0) < 100
    assert outcome.wrong
