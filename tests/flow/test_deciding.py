"""What people decide about utterances lasts: in every order, over removal, another analyser and the way elsewhere."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from onrecord.errors import NotFound, UsageError
from onrecord.flow import reviewing
from onrecord.flow.deciding import rule
from onrecord.flow.resolving import resolve_all
from onrecord.ledger import Ledger
from onrecord.model.span import Span
from tests.flow.test_hearing import SIX, hold
from tests.ledger.making import Made

DAM, RAISED, PART, RIVER = (SIX[0], 0), (SIX[0], 1), (SIX[1], 0), (SIX[1], 1)
MILL, NOBODY, ROSE = (SIX[2], 1), (SIX[3], 0), (SIX[3], 1)
LATER, AGAIN = (SIX[4], 0), (SIX[4], 1)
Said = tuple[Made, int]


def made(path: Path, some: Iterable[Made] = SIX) -> Path:
    with Ledger.open(path, create=True) as ledger:
        for one in some:
            ledger.writer.record(*one)
        resolve_all(ledger)
    return path


def id_of(said: Said) -> str:
    return said[0][2].statements[said[1]].id


def decide(path: Path, same: bool, one: Said, other: Said, because: str = "") -> int:
    return rule(path, id_of(one), id_of(other), same, "kim", because).number


def together(path: Path, one: Said, other: Said) -> bool:
    with Ledger.open(path) as ledger:
        told = [{m["statement"] for m in row["members"]} for row in ledger.view.utterances()]
    return any({id_of(one), id_of(other)} <= some for some in told)


def checked(path: Path) -> None:
    with Ledger.open(path) as ledger:
        hold(ledger, path.parent)


def test_two_speakers_of_two_pools_are_joined_and_taken_apart_again(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db")
    assert not together(path, RAISED, RIVER)
    number = decide(path, True, RAISED, RIVER, "one briefing")
    assert together(path, RAISED, RIVER)
    checked(path)
    with Ledger.open(path) as ledger:
        (row,) = [
            row for row in ledger.view.utterances() if {id_of(RAISED)} <= {m["statement"] for m in row["members"]}
        ]
        assert [(link["reason"], link["machine"], link["score"]) for link in row["links"] if not link["machine"]] == [
            ("one briefing", False, 1.0)
        ] * sum(not link["machine"] for link in row["links"])
        assert {m["speaker"] for m in row["members"]} >= {"Lena Fisk"}
    before = number
    number = reviewing.undo(path, before, "kim", "in error")
    assert not together(path, RAISED, RIVER)
    checked(path)
    with pytest.raises(UsageError, match="undone already"):
        reviewing.undo(path, before, "kim")
    reviewing.undo(path, number, "kim")
    assert together(path, RAISED, RIVER)
    checked(path)


def test_what_the_machine_joins_is_taken_apart(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db")
    assert together(path, RIVER, AGAIN)
    number = decide(path, False, RIVER, AGAIN)
    assert not together(path, RIVER, AGAIN)
    checked(path)
    reviewing.undo(path, number, "kim")
    assert together(path, RIVER, AGAIN)


def test_statements_of_nobody_are_joined(tmp_path: Path) -> None:
    only = (SIX[3], replaced(SIX[1]))
    path = made(tmp_path / "a.db", only)
    nobody = (only[1], 0)
    rule(path, id_of(NOBODY), id_of(nobody), True, "kim")
    with Ledger.open(path) as ledger:
        (row,) = ledger.view.utterances()
    assert (row["actor"], row["actor_name"], row["reports"]) == (None, None, 2)
    checked(path)


def replaced(one: Made) -> Made:
    """The same with statements of nobody."""
    capture, report, analysis = one
    said = tuple(replace(s, speaker=None, speaker_chain=None, source=()) for s in analysis.statements)
    return capture, report, replace(analysis, statements=said)


def test_the_order_of_adding_and_of_deciding_changes_nothing(tmp_path: Path) -> None:
    first = made(tmp_path / "a.db")
    for same, one, other in ((True, RAISED, RIVER), (False, DAM, PART), (True, NOBODY, MILL)):
        decide(first, same, one, other, "read")
    with Ledger.open(first) as ledger:
        lines, told = list(ledger.view.carried()), ledger.view.utterances()
        proposals = ledger.view.utterance_proposals()
    for number, order in enumerate([*permutations(SIX)][::179]):
        path = made(tmp_path / f"{number}.db", order[:3])
        assert reviewing.bring(path, lines).taken == 3
        made(path, order[3:])
        assert reviewing.bring(path, lines).known == 3
        with Ledger.open(path) as ledger:
            assert ledger.view.utterances() == told
            assert ledger.view.utterance_proposals() == proposals
            assert not ledger.view.review_notes()
        checked(path)


def test_a_decision_comes_back_with_its_report(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db")
    number = decide(path, True, RAISED, RIVER)
    with Ledger.open(path) as ledger:
        told = ledger.view.utterances()
        ledger.writer.remove(SIX[0][1].id, "kim", "wrong story")
        resolve_all(ledger)
        assert [(n.decision, n.kind, n.clause) for n in ledger.view.review_notes()] == [
            (number, "orphan", "its report is not in the ledger")
        ]
        hold(ledger, tmp_path)
    with closing(sqlite3.connect(path)) as database:
        words = database.execute("SELECT report, exact != '' FROM decision_anchors ORDER BY side, ordinal").fetchall()
    assert words[0] == (SIX[0][1].id, 0)
    assert all(kept for _, kept in words[1:])
    with Ledger.open(path) as ledger:
        ledger.writer.restore(SIX[0][1].id, "kim", "it is")
        ledger.writer.record(*SIX[0])
        resolve_all(ledger)
        assert ledger.view.utterances() == told
        hold(ledger, tmp_path)


def test_a_decision_holds_on_to_a_statement_that_is_cut_otherwise(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db")
    decide(path, True, RAISED, RIVER)
    analysis = SIX[0][2]
    said = analysis.statements[1]
    start, end = said.content[0].start + 2, said.content[-1].end - 2
    other = replace(said, content=(Span(start, end),))
    with Ledger.open(path) as ledger:
        ledger.writer.replace_analysis(replace(analysis, statements=(analysis.statements[0], other)))
        resolve_all(ledger)
        told = [{m["statement"] for m in row["members"]} for row in ledger.view.utterances()]
        assert any({other.id, id_of(RIVER)} <= some for some in told)
        hold(ledger, tmp_path)
        ledger.writer.replace_analysis(replace(analysis, statements=analysis.statements[:1]))
        resolve_all(ledger)
        assert ledger.view.review_notes()[0].clause == "no statement is found there any more"
        hold(ledger, tmp_path)


def test_a_rejected_statement_is_in_no_utterance_whatever_was_decided(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db")
    decide(path, True, RAISED, RIVER)
    reviewing.reject(path, [id_of(RAISED)], "kim")
    assert not together(path, RAISED, RIVER)
    with Ledger.open(path) as ledger:
        assert ledger.view.review_notes()[0].clause == "the statement is rejected"
    checked(path)


def test_what_earlier_decisions_do_not_let_hold_is_refused_and_names_them(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db")
    decide(path, True, DAM, NOBODY)
    decide(path, True, DAM, LATER)
    with pytest.raises(UsageError, match="decisions 1, 2 hold them together; take one back first: onrecord undo 2"):
        rule(path, id_of(NOBODY), id_of(LATER), False, "kim")
    decide(path, False, NOBODY, MILL)
    with pytest.raises(UsageError, match="decisions 2, 3 hold them apart; take one back first: onrecord undo 3"):
        rule(path, id_of(LATER), id_of(MILL), True, "kim")
    with Ledger.open(path) as ledger:
        assert len(ledger.view.decisions()) == 3
    assert rule(path, id_of(MILL), id_of(NOBODY), False, "kim").number == 3
    kept = rule(path, id_of(MILL), id_of(NOBODY), True, "kim")
    assert kept == (4, True, (3,))
    assert together(path, DAM, MILL)
    checked(path)


def test_of_two_that_go_against_each_other_after_an_undoing_the_later_one_holds(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db")
    first = decide(path, True, RAISED, RIVER)
    back = reviewing.undo(path, first, "kim")
    decide(path, True, RIVER, ROSE)
    decide(path, False, RAISED, ROSE)
    reviewing.undo(path, back, "kim")
    assert together(path, RIVER, ROSE) and not together(path, RAISED, ROSE)
    with Ledger.open(path) as ledger:
        assert [(n.decision, n.clause) for n in ledger.view.review_notes()] == [
            (first, "a later decision goes against it")
        ]
    checked(path)


def test_a_statement_of_an_utterance_is_parted_from_all_others_of_it(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db")
    decide(path, True, RIVER, ROSE)
    with Ledger.open(path) as ledger:
        row = max(ledger.view.utterances(), key=lambda row: len(row["members"]))
    told = [member["statement"] for member in row["members"]]
    assert set(told) == {id_of(RIVER), id_of(AGAIN), id_of(ROSE)}
    number = rule(path, row["id"], told[0], False, "kim").number
    with Ledger.open(path) as ledger:
        _, decision = ledger.view.utterance_decisions()
        assert {part.statement for part in decision.sides[0]} == set(told[1:])
        now = [{m["statement"] for m in one["members"]} for one in ledger.view.utterances()]
    assert not any(told[0] in some and some & set(told[1:]) for some in now)
    reviewing.undo(path, number, "kim")
    checked(path)


def test_an_id_that_is_none_says_how_to_list(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db")
    for one, other in (("zz", id_of(RIVER)), (id_of(RIVER), "0000"), ("", id_of(RIVER))):
        with pytest.raises(NotFound, match="onrecord compare"):
            rule(path, one, other, True, "kim")
    with pytest.raises(UsageError, match="one and the same"):
        rule(path, id_of(NOBODY), id_of(NOBODY), True, "kim")
    with Ledger.open(path) as ledger:
        assert not ledger.view.decisions()


KILLED = """
import sys, time
from onrecord.flow import deciding
deciding.gather_all = lambda ledger: (print("kept", flush=True), time.sleep(60))
deciding.rule(*sys.argv[1:4], True, "kim")
"""


def test_a_decision_that_was_kept_holds_though_the_program_was_killed(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db")
    asked = [sys.executable, "-c", KILLED, str(path), id_of(RAISED), id_of(RIVER)]
    program = subprocess.Popen(asked, stdout=subprocess.PIPE, text=True)
    assert program.stdout and program.stdout.readline()
    os.kill(program.pid, signal.SIGKILL)
    program.wait()
    time.sleep(0.1)
    with Ledger.open(path) as ledger:
        resolve_all(ledger)
    assert together(path, RAISED, RIVER)
    checked(path)
