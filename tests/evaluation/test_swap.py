"""Two parties change places: how they are chosen, how offsets find their way back, and what counts as the same."""

from pathlib import Path

import pytest

from evaluation import swap
from evaluation.benchmarks import BENCHMARKS
from evaluation.corpora.parties import Pair, Story
from evaluation.outcome import Options
from evaluation.scoring.swapping import LOST, Swapped, compared, entries
from onrecord.analyse.text import analyse_text
from onrecord.settings import AnalysisSettings

LENA = {"first": "Lena", "last": "Fisk"}
TOMAS = {"first": "Tomas", "last": "Hales"}
PEOPLE = Pair("person", LENA, TOMAS)
RULES = AnalysisSettings(analyser="rules")


def test_names_change_places_with_their_article_and_possessor() -> None:
    pair = Pair("people", {"one": "Ardvanian"}, {"one": "Torvelan"})
    assert Swapped("An Ardvanian met a Torvelan.", pair).text == "A Torvelan met an Ardvanian."
    assert Swapped("Hales’ plan and FISK", PEOPLE).text == "Fisk’s plan and HALES"


def test_a_place_in_the_swapped_text_leads_back_to_the_first_one() -> None:
    swapped = Swapped("So Fisk left Hales there.", PEOPLE)
    assert swapped.text == "So Hales left Fisk there."
    assert [swapped.back(at) for at in (3, 8, 9, 14, 18, 19)] == [3, 7, 8, 13, 18, 19]
    assert swapped.back(5) == LOST


def test_an_adjective_takes_the_place_of_an_adjective_and_a_noun_of_a_noun() -> None:
    reds = {"plural": "Reddists", "one": "Reddist", "adjective": "Reddistic"}
    blues = {"plural": "Bluemen", "one": "Blueman", "adjective": "Blueman"}
    swapped = Swapped("The Blueman leaders met a Blueman.", Pair("people", reds, blues))
    assert swapped.text == "The Reddistic leaders met a Reddist."


def test_the_two_people_named_most_often_are_a_pair() -> None:
    text = "Lena Fisk met Tomas Hales. Fisk and Hales spoke; Ann Berk did not."
    story = Story([text], [("Lena Fisk", "person"), ("Tomas Hales", "person"), ("Ann Berk", "person")])
    assert list(story.pairs(text)) == [PEOPLE]


def test_a_word_that_is_also_written_small_is_no_name() -> None:
    text = "Lena Fisk met Tomas Hales. Fisk and Hales spoke of fisk."
    assert not list(Story([text], [("Lena Fisk", "person"), ("Tomas Hales", "person")]).pairs(text))


def test_an_entry_is_the_same_when_only_names_differ() -> None:
    text = "Lena Fisk said the bridge was safe.\nTomas Hales denied it.\n"
    swapped = Swapped(text, PEOPLE)
    before = entries(analyse_text(text, RULES)[1], PEOPLE, None)["statements"]
    after = entries(analyse_text(swapped.text, RULES)[1], PEOPLE, swapped)["statements"]
    assert len(before) == 2
    assert compared(before, after, "statements") == []


def test_a_change_is_told_by_its_fields() -> None:
    one = {"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 20]], "span": None, "confidence": 0.9}
    found = compared([one], [one | {"confidence": 0.8}], "statements")
    assert [difference.fields for difference in found] == [("confidence",)]
    assert [difference.fields for difference in compared([one], [], "statements")] == [("gone",)]


def test_a_score_is_the_share_of_entries_that_are_the_same() -> None:
    row: swap.Row = {"pair": "person", "entries": dict.fromkeys(swap.KINDS, 4), "same": dict.fromkeys(swap.KINDS, 3)}
    outcome = swap.score(
        Path(), {"1-0 person": row | {"differences": [["statements", ["band"], None, None]]}}, Options()
    )
    assert outcome.value("statements equal") == 75
    assert "1 × statements band" in outcome.remarks


def test_the_training_stories_have_pairs() -> None:
    data = BENCHMARKS["swap"].data
    if not data.is_dir():
        pytest.skip("SEESAW is not on this machine")
    rows = swap.predict(data, Options(sample=1, analyser="rules"))
    assert all(row["pair"] in swap.PAIRS for row in rows.values())
