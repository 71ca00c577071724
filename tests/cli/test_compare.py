"""Versions of one utterance on the command line, over the example story."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def lines(run: Run, *arguments: object) -> list[dict[str, object]]:
    answer = run("compare", *arguments, "--format", "jsonl")
    assert answer.returncode == 0, answer.stderr
    return [json.loads(line) for line in answer.stdout.splitlines()]


def test_each_utterance_is_a_block_with_its_versions_in_order(run: Run, ledger: Path) -> None:
    shown = run("compare", "--ledger", ledger)
    assert shown.returncode == 0
    assert "  1. 2031-04-" in shown.stdout
    assert "verbatim" in shown.stdout
    assert "independent text" in shown.stdout
    assert "first " in shown.stdout


def test_every_line_has_what_other_programs_rely_on(run: Run, ledger: Path) -> None:
    found = lines(run, "--ledger", ledger)
    assert found
    for one in found:
        assert {"id", "report", "origin", "band", "spans"} <= set(one)
        members = one["members"]
        assert isinstance(members, list)
        assert len({member["report"] for member in members}) > 1
        days = [member["published"] or "~" for member in members]
        assert days == sorted(days)


def test_one_is_asked_for_by_its_id_or_that_of_a_statement_in_it(run: Run, ledger: Path) -> None:
    first = lines(run, "--ledger", ledger)[0]
    members = first["members"]
    assert isinstance(members, list)
    assert lines(run, first["id"], "--ledger", ledger) == [first]
    assert first in lines(run, members[-1]["statement"], "--ledger", ledger)


def test_an_actor_narrows_and_an_unknown_id_says_how_to_list(run: Run, ledger: Path) -> None:
    found = lines(run, "--actor", "Leona Sabrin", "--ledger", ledger)
    assert found and {one["actor_name"] for one in found} == {"Leona Sabrin"}
    unknown = run("compare", "zz", "--ledger", ledger)
    assert unknown.returncode == 1
    assert "onrecord compare" in unknown.stderr


def test_csv_has_one_version_a_line(run: Run, ledger: Path) -> None:
    answer = run("compare", "--format", "csv", "--ledger", ledger).stdout
    assert answer.startswith("utterance,actor,actor_name,ordinal,of,statement,")
