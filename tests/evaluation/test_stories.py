"""The stories benchmark: analyses become stories in the gold's format, and are scored layer by layer."""

import json
from pathlib import Path

import pytest

from evaluation import stories
from evaluation.corpora import seesaw
from evaluation.outcome import Mark, Options
from onrecord.model.analysis import Analysis
from onrecord.model.span import Span, Spans
from onrecord.model.statement import Statement
from onrecord.model.terms import Act, Band, Mode, ZoneKind

TITLE = "Ruiz denies it"
SENTENCES = ("Ana Ruiz told The Courier that officials had warned her.", "", "She denied all blame.")
TEXT = "Ruiz denies it\n\nAna Ruiz told The Courier that officials had warned her.\nShe denied all blame.\n"


def at(words: str) -> Spans:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def statement(source: str, cue: str, content: str, act: Act, **layers: object) -> Statement:
    return Statement(
        report="r",
        source=at(source),
        cue=at(cue),
        content=at(content),
        mode=Mode.INDIRECT,
        act=act,
        zone=ZoneKind.BODY,
        confidence=0.5,
        band=Band.UNSURE,
        reason="a test",
        rule="test",
        analyser="rules 1",
        **layers,  # type: ignore[arg-type]
    )


def analysis() -> Analysis:
    told = "that officials had warned her"
    first = statement("Ana Ruiz", "told", told, Act.SAY, speaker="Ana Ruiz", addressee=at("The Courier"))
    second = statement("officials", "had warned", "her", Act.WARN, parent=first.id)
    third = statement("She", "denied", "all blame", Act.DENY, speaker="Ana Ruiz")
    return Analysis("r", "rules 1", "s", "t", (first, second, third))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    article = {"title": TITLE, "text": [{"id": n, "text": text} for n, text in enumerate(SENTENCES)]}
    for doc in seesaw.DOCS:
        (tmp_path / f"articles/TRIPLET_001_DOCUMENT_{doc}.json").write_text(json.dumps(article), encoding="utf-8")
    gold = stories.as_story("001", dict.fromkeys(seesaw.DOCS, TEXT), dict.fromkeys(seesaw.DOCS, analysis()))
    (tmp_path / "001.json").write_text(json.dumps(gold), encoding="utf-8")
    return tmp_path


def test_an_article_is_its_title_and_its_sentences_without_empty_ones(folder: Path) -> None:
    assert seesaw.texts(folder, "001") == dict.fromkeys(seesaw.DOCS, TEXT)


def test_a_story_names_each_speaker_once_and_points_at_the_name() -> None:
    story = stories.as_story("001", {"0": TEXT, "1": TEXT}, {"0": analysis(), "1": analysis()})
    start = TEXT.index("Ana Ruiz")
    assert story["actors"] == [
        {"id": "a1", "name": "Ana Ruiz", "forms": [[0, start, start + 8], [1, start, start + 8]]}
    ]


def test_a_parent_is_given_by_its_number_within_the_article() -> None:
    rows = stories.as_story("001", {"1": TEXT}, {"1": analysis()})["docs"]["1"]["statements"]
    assert [row["parent"] for row in rows] == [None, "1-s1", None]


def test_the_gold_itself_scores_a_hundred_in_every_layer_that_it_has(folder: Path) -> None:
    gold = seesaw.gold(folder, "001")
    outcome = stories.score(folder, {"001": gold}, Options())
    for name in ("all who-what F1", "all speaker right of resolved", "act accuracy", "parent F1", "addressee F1"):
        assert outcome.value(name) == 100, name


def test_a_sealed_run_is_scored_as_the_run_itself(folder: Path) -> None:
    predictions = {"001": seesaw.gold(folder, "001")}
    assert stories.score(folder, stories.sealed(predictions), Options()) == stories.score(
        folder, predictions, Options()
    )


def test_a_lost_statement_is_a_lost_mark_whose_words_are_cut_from_the_corpus(folder: Path) -> None:
    gold = seesaw.gold(folder, "001")
    assert gold
    less = gold | {"docs": {**gold["docs"], "2": {"statements": gold["docs"]["2"]["statements"][:2]}}}
    whole, part = (stories.score(folder, {"001": story}, Options()) for story in (gold, less))
    lost = whole.right - part.right
    mark = next(mark for mark in lost if mark.label == "found")
    assert isinstance(mark, Mark)
    assert mark.doc == "001-2"
    assert stories.words(folder, mark) == "She | denied | all blame"


def test_predictions_are_one_object_of_stories(folder: Path) -> None:
    assert set(json.loads(stories.write({"001": seesaw.gold(folder, "001")}))) == {"001"}


def test_a_folder_without_gold_is_predicted_on_and_not_scored(folder: Path) -> None:
    (folder / "001.json").unlink()
    assert seesaw.names(folder) == ["001"]
    assert "not scored" in stories.score(folder, {}, Options()).remarks[0]
