"""The utterances benchmark: pairs of statements over articles, forms, look-alikes."""

from typing import Any

import pytest

from evaluation import utterances
from evaluation.benchmarks import BENCHMARKS
from evaluation.corpora import seesaw
from evaluation.outcome import Options, Predictions

DATA = BENCHMARKS["utterances"].data
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=f"{DATA} is not on this machine")
STORY = "196"


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    found = seesaw.gold(DATA, STORY)
    assert found is not None
    return found


def outcome(predictions: Predictions) -> dict[str, float]:
    names = seesaw.names(DATA)
    scored = utterances.score(DATA, {name: predictions.get(name, {}) for name in names}, Options())
    return {number.name: number.value for number in scored.numbers}


def test_the_gold_itself_scores_a_hundred() -> None:
    golds = {name: seesaw.gold(DATA, name) for name in seesaw.names(DATA)}
    found = outcome({name: {"given": gold, "own": gold} for name, gold in golds.items()})
    for side in utterances.SIDES:
        for figure in ("pairs P", "pairs R", "pairs F1", "form", "altered marked"):
            assert found[f"{side} {figure}"] == 100
        assert found[f"{side} look-alikes joined"] == 0


def test_a_pair_with_another_form_is_found_and_its_form_is_wrong(gold: dict[str, Any]) -> None:
    flat = [u | {"members": [[id, "paraphrase"] for id, _ in u["members"]]} for u in gold["utterances"]]
    found = outcome({STORY: {"given": gold | {"utterances": flat}}})
    assert found["given pairs P"] == 100
    assert 0 < found["given form"] < 100


def test_a_look_alike_that_is_joined_counts(gold: dict[str, Any]) -> None:
    a, b = next(pair[:2] for pair in gold["not_same"] if pair[0][0] != pair[1][0])
    joined = {"utterances": [{"id": "u1", "members": [[a, "paraphrase"], [b, "paraphrase"]]}]}
    found = outcome({STORY: {"given": joined}})
    assert found["given look-alikes joined"] == 1
    assert found["given pairs P"] == 0
