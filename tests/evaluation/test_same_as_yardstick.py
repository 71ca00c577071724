"""Our port of the scorers gives the same counts as the yardstick's own scripts."""

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from evaluation.corpora import polnear, seesaw
from evaluation.corpora.place import shared
from evaluation.scoring import attributions, stories
from evaluation.scoring.counts import add_up, bootstrap, summed
from evaluation.scoring.tokens import Attribution

TEXT = 'Bob said "I like tea." Ann thinks it will rain. Sales rose, officials said.\n'


def script(name: str) -> ModuleType:
    path = shared() / f"{name}.py"
    if not path.exists():
        pytest.skip(f"{path} is absent; set ONRECORD_SHARED to the folder that holds it")
    sys.path.insert(0, str(path.parent))
    try:
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(path.parent))
    return module


def folder(name: str) -> Path:
    path = shared() / "data" / name
    if not path.is_dir():
        pytest.skip(f"{path} is absent; set ONRECORD_SHARED to the folder that holds data/")
    return path


def at(words: str) -> list[list[int]]:
    return [[TEXT.index(words), TEXT.index(words) + len(words)]]


def shaken(rng: random.Random, rows: list[dict[str, Any]], length: int) -> list[dict[str, Any]]:
    """Gold rows with edges moved, roles emptied, some lost and some made up."""
    out = []
    for row in rows:
        if rng.random() < 0.2:
            continue
        moved = dict(row)
        for role in ("source", "cue", "content"):
            pairs = [[s + rng.choice([-15, 0, 0, 0, 8]), e + rng.choice([-8, 0, 0, 0, 30])] for s, e in row[role]]
            moved[role] = [] if rng.random() < 0.1 else [[max(0, s), min(length, e)] for s, e in pairs]
        out.append(moved)
    for _ in range(rng.randrange(4)):
        start = rng.randrange(length)
        made_up = {role: [[start, min(length, start + rng.randrange(60))]] for role in ("source", "cue", "content")}
        out.append({"id": f"x{start}", **made_up})
    rng.shuffle(out)
    return out


def test_the_yardsticks_own_self_test_case_gives_the_same_counts() -> None:
    triples = [
        ("Bob", "said", '"I like tea."'),
        ("Ann", "thinks", "it will rain"),
        ("officials", "said.", "Sales rose"),
    ]
    gold = tuple(Attribution.read(dict(zip(("source", "cue", "content"), map(at, t), strict=True))) for t in triples)
    guesses = [
        Attribution.read({"source": at("Bob"), "content": at("I like tea.")}),
        Attribution.read({"source": at("rain"), "content": at("it will rain")}),
        Attribution.read({"content": at("Ann")}),
    ]
    one = attributions.score(attributions.Gold("d", TEXT, (gold,)), guesses).tally
    assert one["all", "exact"] == (1, 3, 3)
    assert one["all", "exact-np"] == (2, 3, 3)
    assert one["all", "overlap"] == (2, 3, 3)
    assert one["all", "who-what"] == (1, 3, 3)
    assert one["direct", "who-what"] == (1, 1, 1)
    assert one["indirect", "overlap"] == (1, 2, 2)
    assert one["all", "source"] == (1, 2, 3)
    assert one["all", "cue"] == (0, 0, 4)
    assert one["all", "content"] == (7, 8, 11)
    both = attributions.score(attributions.Gold("d", TEXT, (gold, ())), guesses).tally
    assert both["all", "overlap"] == (1, 3, 1.5)
    assert both["all", "source"] == (0.5, 2, 1.5)


def test_shaken_gold_gives_the_counts_of_score_attribution() -> None:
    theirs, data, rng = script("score_attribution"), folder("polnear/dev"), random.Random(7)
    predictions = {name: shaken(rng, annotators[-1][1], len(text)) for name, text, annotators in theirs.read_gold(data)}
    expected = theirs.score(data, predictions)
    golds = polnear.golds(data, polnear.names(data))
    ours = [attributions.score(g, [Attribution.read(row) for row in predictions[g.doc]]).tally for g in golds]
    assert len(ours) == len(expected)
    for mine, other in zip(ours, expected, strict=True):
        assert {key: list(counts) for key, counts in mine.items()} == dict(other)
    key = ("all", "who-what")
    low, high = theirs.interval(expected, key, 100)
    assert bootstrap(ours, lambda some: summed(some, key).f1, 100) == (low, high)


def test_shaken_gold_gives_the_counts_of_score_stories() -> None:
    theirs, data, rng = script("score_stories"), folder("stories"), random.Random(7)
    for name in seesaw.names(data):
        gold, texts = seesaw.gold(data, name), seesaw.texts(data, name)
        assert gold is not None
        docs = {d: {"statements": shaken(rng, gold["docs"][d]["statements"], len(texts[d]))} for d in seesaw.DOCS}
        guess = {"docs": docs, "actors": [a | {"name": a["name"].split()[-1]} for a in gold["actors"]]}
        tallies, _ = stories.score(gold, guess, texts)
        expected = theirs.score_story(gold, guess, theirs.load_texts(data.parent / "seesaw", name))
        assert tallies
        for key, counts in add_up(tallies.values()).items():
            if key != ("parent given", "F1"):
                assert list(counts) == expected[key], (name, key)
