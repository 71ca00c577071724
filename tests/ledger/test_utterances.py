"""Utterances in the ledger follow from the statements of each actor, whatever came first, and their ids lead on."""

import itertools
from pathlib import Path

import pytest

from onrecord.errors import NotFound
from onrecord.flow.gathering import gather_all
from onrecord.flow.resolving import resolve_all
from onrecord.ledger import Ledger
from tests.ledger.making import Made, analysis, capture_and_report, mention, span, statement
from tests.ledger.making import day as given

QUOTE = "“We will not pay for a dam that drowns our own villages”"
CHANGED = "“We will not pay for a dam that floods our own villages”"


def news(outlet: str, day: str, quote: str = QUOTE) -> Made:
    text = f"Lena Fisk said {quote} on the dam. The river rose near {outlet}."
    capture, report = capture_and_report(text, outlet, f"{outlet}.txt", published=given(day))
    who = mention(report, "Lena Fisk", name="Lena Fisk", name_span=span(text, "Lena Fisk"), gender="f")
    said = statement(report, "Lena Fisk", "said", quote, speaker_chain=who.id)
    return capture, report, analysis(report, said, mentions=(who,))


MONDAY, TUESDAY = news("Courier", "2031-04-07"), news("Gazette", "2031-04-08", CHANGED)
FRIDAY = news("Radio", "2031-04-11")


def ledger_of(path: Path, *all_news: Made) -> Ledger:
    ledger = Ledger.open(path, create=True)
    for made in all_news:
        ledger.writer.record(*made)
        resolve_all(ledger)
    return ledger


def test_versions_stand_in_order_of_appearance_with_what_differs(tmp_path: Path) -> None:
    with ledger_of(tmp_path / "a.db", FRIDAY, TUESDAY, MONDAY) as ledger:
        (one,) = ledger.view.utterances()
        assert one["actor_name"] == "Lena Fisk"
        assert one["outlets"] == ["Courier", "Gazette", "Radio"]
        assert one["renderings"] == ["verbatim", "altered", "verbatim"]
        assert {(c["words"], c["than_words"]) for c in one["members"][1]["changes"]} == {("floods", "drowns")}
        assert one["id"] == one["members"][0]["statement"]
        assert ledger.verify() == []


def test_the_order_of_adding_changes_nothing(tmp_path: Path) -> None:
    answers = []
    for number, order in enumerate(itertools.permutations((MONDAY, TUESDAY, FRIDAY))):
        with ledger_of(tmp_path / f"{number}.db", *order) as ledger:
            answers.append((ledger.view.utterances(), ledger.view.utterance_proposals()))
    assert all(answer == answers[0] for answer in answers)


def test_words_of_nobody_are_set_beside_those_of_whom_another_report_names(tmp_path: Path) -> None:
    text = f"{QUOTE}, she said. The river rose."
    capture, report = capture_and_report(text, "Herald", "herald.txt", published=given("2031-04-06"))
    said = statement(report, "she", "said", QUOTE)
    with ledger_of(tmp_path / "a.db", MONDAY, (capture, report, analysis(report, said))) as ledger:
        (one,) = ledger.view.utterances()
        assert one["outlets"] == ["Herald", "Courier"]
        assert one["actor_name"] == "Lena Fisk"
        ledger.writer.remove(MONDAY[1].id, "me", "wrong story")
        resolve_all(ledger)
        assert ledger.view.utterances() == []
        assert ledger.verify() == []


def test_only_actors_whose_statements_changed_are_gathered_again(tmp_path: Path) -> None:
    with ledger_of(tmp_path / "a.db", MONDAY, TUESDAY) as ledger:
        assert gather_all(ledger) == 0
        ledger.writer.correct(MONDAY[1].id, {"published": "2031-04-09"}, "me", "misprint")
        resolve_all(ledger)
        assert ledger.view.utterances()[0]["outlets"] == ["Gazette", "Courier"]
        assert gather_all(ledger) == 0


def test_what_is_left_of_an_utterance_does_not_bar_its_return_under_another_actor(tmp_path: Path) -> None:
    earlier = news("Herald", "2031-04-06", "“Fish is sold at noon”")
    with ledger_of(tmp_path / "a.db", MONDAY, TUESDAY) as ledger:
        (before,) = ledger.view.utterances()
        for made in (MONDAY, TUESDAY):
            ledger.writer.remove(made[1].id, "me", "by mistake")
            ledger.writer.restore(made[1].id, "me", "by mistake")
        for made in (MONDAY, TUESDAY, earlier):
            ledger.writer.record(*made)
        resolve_all(ledger)
        (after,) = ledger.view.utterances()
        assert (after["id"], after["outlets"]) == (before["id"], before["outlets"])
        assert after["actor"] != before["actor"]
        assert ledger.verify() == []


def test_the_id_of_an_utterance_leads_on_when_its_oldest_report_is_removed(tmp_path: Path) -> None:
    with ledger_of(tmp_path / "a.db", MONDAY, TUESDAY, FRIDAY) as ledger:
        (before,) = ledger.view.utterances()
        ledger.writer.remove(MONDAY[1].id, "me", "wrong story")
        resolve_all(ledger)
        (after,) = ledger.view.utterances()
        assert after["id"] != before["id"]
        assert ledger.view.utterance_id(before["id"]) == after["id"]
        assert ledger.view.utterance_id(after["members"][1]["statement"][:12]) == after["id"]
        assert ledger.verify() == []


def test_an_utterance_that_is_reported_no_more_is_gone(tmp_path: Path) -> None:
    with ledger_of(tmp_path / "a.db", MONDAY, TUESDAY) as ledger:
        ledger.writer.remove(MONDAY[1].id, "me", "wrong story")
        resolve_all(ledger)
        assert ledger.view.utterances() == []
        with pytest.raises(NotFound, match="onrecord compare"):
            ledger.view.utterance_id("0000")
