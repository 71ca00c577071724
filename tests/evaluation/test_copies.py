"""The copies benchmark: what is copied is known, and joining two texts is worse than missing a copy."""

import random

import pytest

from evaluation import copies
from evaluation.benchmarks import BENCHMARKS
from evaluation.outcome import Options

DATA = BENCHMARKS["copies"].data
SMALL = Options(sample=8)
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="SEESAW is not on this machine")
SENTENCES = [f"The council of town {n} met behind the old harbour and said nothing of it." for n in range(20)]


def test_editing_leaves_most_words_and_is_the_same_every_time() -> None:
    once, again = (copies.edited(SENTENCES, random.Random("a")) for _ in range(2))
    assert once == again
    assert once != SENTENCES
    assert len(set(" ".join(once).split()) & set(" ".join(SENTENCES).split())) > 20


@needs_data
def test_the_answers_score_a_hundred_and_a_wrong_join_is_counted() -> None:
    items = copies.pile(DATA, SMALL.sample)
    by_origin: dict[str, list[str]] = {}
    for item in items:
        by_origin.setdefault(item.origin, []).append(item.key)
    right = {
        key: {"main": origin, "groups": [origin, *(i.also for i in items if i.key == key and i.also)]}
        for origin, keys in by_origin.items()
        if len(keys) > 1
        for key in keys
    }
    outcome = copies.score(DATA, right, SMALL)
    assert outcome.value("grouping F1") == 100
    assert outcome.value("different texts joined") == 0
    joined = {key: {"main": "one", "groups": ["one"]} for key in right}
    worse = copies.score(DATA, joined, SMALL)
    assert (worse.value("grouping P") or 0) < 100
    assert worse.value("different texts joined") == 1
