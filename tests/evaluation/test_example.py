"""The example benchmark: the shipped reports against the shipped gold."""

from pathlib import Path

import pytest

from evaluation import example
from evaluation.benchmarks import BENCHMARKS
from evaluation.outcome import Options, Predictions
from onrecord.example import gold

DATA = BENCHMARKS["example"].data


@pytest.fixture(scope="module")
def answers() -> Predictions:
    texts = {key: report.text for key, report in example.reports(DATA).items()}
    return {example.STORY: gold.resolve(DATA / "gold", texts)}


def test_its_data_are_there_without_the_shared_corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_SHARED", str(tmp_path))
    assert BENCHMARKS["example"].data.is_dir()


def test_the_gold_itself_scores_a_hundred(answers: Predictions) -> None:
    outcome = example.score(DATA, answers, Options())
    for name in ("all who-what F1", "act accuracy", "all speaker right of resolved", "channel F1", "nameless F1"):
        assert outcome.value(name) == 100, name


def test_a_missing_report_predicts_nothing(answers: Predictions) -> None:
    story = answers[example.STORY]
    less = {example.STORY: story | {"docs": dict(list(story["docs"].items())[1:])}}
    outcome = example.score(DATA, less, Options())
    assert 0 < (outcome.value("all who-what F1") or 0) < 100


def test_the_words_of_a_mark_are_cut_from_the_report(answers: Predictions) -> None:
    outcome = example.score(DATA, answers, Options())
    mark = min(mark for mark in outcome.right if mark.label == "found")
    text = example.reports(DATA)[mark.doc.removeprefix(f"{example.STORY}-")].text
    start, end = mark.spans[0]
    assert example.words(DATA, mark).startswith(" ".join(text[start:end].split()))
