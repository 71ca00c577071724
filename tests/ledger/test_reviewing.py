"""Rulings on entries in a ledger: laid over at once, undone, carried to another ledger, kept over another analysis."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import UsageError
from onrecord.ledger import Ledger, RelationFilter, StatementFilter
from onrecord.model.analysis import Analysis
from onrecord.model.terms import Act
from tests.ledger.making import CLOCK, capture_and_report, mention, relation, span, statement

TEXT = "Mayor Ana Ruiz said the bridge is safe. Bo Lind denied that it was closed."


def analysed(analyser: str = "rules 1", act: Act = Act.SAY) -> Any:
    capture, report = capture_and_report(TEXT)
    ana, bo = mention(report, "Ana Ruiz", name="Ana Ruiz"), mention(report, "Bo Lind", name="Bo Lind")
    said = statement(report, "Mayor Ana Ruiz", "said", "the bridge is safe", speaker="Ana Ruiz", speaker_chain=ana.id)
    denied = statement(report, "Bo Lind", "denied", "that it was closed", speaker="Bo Lind", speaker_chain=bo.id)
    found = tuple(replace(one, analyser=analyser, act=act) for one in (said, denied))
    return capture, report, Analysis(report.id, analyser, "0" * 64, report.text_id, found, mentions=(ana, bo))


@pytest.fixture
def ledger(tmp_path: Path) -> Any:
    with Ledger.open(tmp_path / "a.db", create=True, clock=lambda: CLOCK) as opened:
        opened.writer.record(*analysed())
        yield opened


def one(ledger: Ledger, words: str, **which: Any) -> Any:
    return next(row for row in ledger.view.statements(StatementFilter(**which)) if words in row["content_text"][0])


def test_a_rejected_entry_is_left_out_unless_asked_for(ledger: Ledger):
    ledger.writer.reject(one(ledger, "bridge")["id"], "kim")
    assert [row["content_text"] for row in ledger.view.statements()] == [["that it was closed"]]
    assert one(ledger, "bridge", status="rejected")["status"] == "rejected"
    assert not ledger.verify()


def test_an_edit_shows_at_once_and_the_old_id_leads_to_it(ledger: Ledger):
    before = one(ledger, "bridge")
    ledger.writer.edit(before["id"], {"content": [[24, 39]], "act": "claim"}, "kim", "the article is no part")
    after = ledger.view.entry(before["id"])
    assert (after["content_text"], after["act"], after["status"]) == (["bridge is safe."], "claim", "edited")
    assert not ledger.verify()
    machine = ledger.view.machine_version(after["id"])
    assert machine is not None and machine.id == before["id"]


def test_a_speaker_is_set_by_the_place_where_the_report_names_them(ledger: Ledger):
    bo = span(TEXT, "Bo Lind")
    ledger.writer.edit(one(ledger, "bridge")["id"], {"speaker": list(bo)}, "kim")
    assert one(ledger, "bridge")["speaker"] == "Bo Lind"
    ledger.writer.edit(one(ledger, "bridge")["id"], {"speaker": None}, "kim")
    assert one(ledger, "bridge")["speaker"] is None
    assert not ledger.verify()


def test_joined_and_parted_statements_come_back_with_one_undoing(ledger: Ledger):
    before = list(ledger.view.statements())
    number = ledger.writer.join(one(ledger, "bridge")["id"], one(ledger, "closed")["id"], "kim")
    assert [len(row["content"]) for row in ledger.view.statements()] == [2]
    ledger.writer.take_back(number, "kim")
    assert list(ledger.view.statements()) == before
    number = ledger.writer.part(one(ledger, "bridge")["id"], TEXT.index("is safe"), "kim")
    assert {tuple(row["content_text"]) for row in ledger.view.statements()} >= {("the bridge",), ("is safe",)}
    ledger.writer.take_back(number, "kim")
    assert list(ledger.view.statements()) == before
    assert not ledger.verify()


def test_a_statement_is_not_joined_with_itself(ledger: Ledger):
    bridge = one(ledger, "bridge")["id"]
    with pytest.raises(UsageError, match="another statement"):
        ledger.writer.join(bridge, bridge, "kim")
    assert one(ledger, "bridge")["id"] == bridge


def test_a_missed_statement_is_entered_and_taken_back(ledger: Ledger):
    report = one(ledger, "bridge")["report"]
    values = {"content": [[20, 30]], "cue": [[15, 19]], "speaker": list(span(TEXT, "Bo Lind")), "act": "claim"}
    number = ledger.writer.add_statement(report, values, "kim")
    assert one(ledger, "the bridge", status="edited")["speaker"] == "Bo Lind"
    ledger.writer.take_back(number, "kim")
    assert len(list(ledger.view.statements())) == 2


def test_what_nobody_may_change_is_refused(ledger: Ledger):
    id = one(ledger, "bridge")["id"]
    for values in ({"zone": "body"}, {"act": "shout"}, {"content": []}):
        with pytest.raises(UsageError):
            ledger.writer.edit(id, values, "kim")
    assert not ledger.view.decisions()


def test_rulings_hold_over_another_analyser_and_say_where_it_disagrees(ledger: Ledger):
    id = one(ledger, "bridge")["id"]
    ledger.writer.confirm(id, "kim")
    ledger.writer.replace_analysis(analysed("tagger 9", Act.CLAIM)[2])
    row = one(ledger, "bridge")
    assert (row["status"], row["act"]) == ("confirmed", "say")
    assert [(note.kind, note.clause) for note in ledger.view.review_notes()] == [
        ("disagreement", "the machine now has another act")
    ]
    assert not ledger.writer.replace_analysis(analysed("tagger 9", Act.CLAIM)[2])
    ledger.writer.replace_analysis(replace(analysed()[2], statements=()))
    assert one(ledger, "bridge")["status"] == "confirmed"
    assert not ledger.verify()


def test_decisions_are_carried_to_another_ledger_once(ledger: Ledger, tmp_path: Path):
    number = ledger.writer.reject(one(ledger, "closed")["id"], "kim")
    ledger.writer.edit(one(ledger, "bridge")["id"], {"act": "claim"}, "kim", "it is disputed")
    ledger.writer.take_back(number, "kim")
    lines = list(ledger.view.carried())
    with Ledger.open(tmp_path / "b.db", create=True, clock=lambda: CLOCK) as other:
        other.writer.record(*analysed())
        assert other.writer.bring(lines).taken == 3
        assert other.writer.bring(lines).known == 3
        assert list(other.view.statements()) == list(ledger.view.statements())
        assert not other.verify()


def test_rulings_brought_in_before_their_report_wait_for_it(ledger: Ledger, tmp_path: Path):
    ledger.writer.edit(one(ledger, "bridge")["id"], {"act": "claim"}, "kim")
    with Ledger.open(tmp_path / "b.db", create=True, clock=lambda: CLOCK) as other:
        other.writer.bring(list(ledger.view.carried()))
        other.writer.record(*analysed())
        assert list(other.view.statements()) == list(ledger.view.statements())


def test_no_word_of_a_removed_report_stays_in_rulings_and_restoring_brings_them_back(ledger: Ledger, tmp_path: Path):
    id = one(ledger, "bridge")
    ledger.writer.edit(id["id"], {"act": "claim", "speaker": list(span(TEXT, "Bo Lind"))}, "kim")
    shown = list(ledger.view.statements())
    ledger.writer.remove(id["report"], "kim", "asked to")
    ledger.close()
    assert b"Lind" not in (tmp_path / "a.db").read_bytes()
    ledger.writer.restore(id["report"], "kim", "")
    ledger.writer.record(*analysed())
    assert list(ledger.view.statements()) == shown


def test_what_stands_in_a_rejected_statement_is_left_out_with_it(tmp_path: Path):
    capture, report, made = analysed()
    said = next(one for one in made.statements if one.cue)
    blamed = relation(report, "Ana Ruiz", "said", "Bo Lind", statement=said.id)
    with Ledger.open(tmp_path / "c.db", create=True, clock=lambda: CLOCK) as opened:
        opened.writer.record(capture, report, replace(made, relations=(blamed,)))
        assert len(list(opened.view.relations())) == 1
        opened.writer.reject(said.id, "kim")
        assert not list(opened.view.relations())
        assert len(list(opened.view.relations(RelationFilter(status="all")))) == 1
