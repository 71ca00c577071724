"""Who is who, as people ask and decide it at the command line."""

import json
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
ACTOR = {"id", "report", "origin", "band", "spans", "name", "type", "aliases", "roles"}


@pytest.fixture
def own(ledger: Path, tmp_path: Path) -> Path:
    """A ledger of the example that a test may decide in."""
    return Path(shutil.copy(ledger, tmp_path / "own.db"))


def actors(run: Run, ledger: Path) -> list[dict[str, Any]]:
    done = run("actors", "--ledger", ledger, "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def names(run: Run, ledger: Path) -> list[str]:
    return [row["name"] for row in actors(run, ledger)]


def test_actors_have_the_fields_that_other_programs_rely_on(run: Run, ledger: Path) -> None:
    rows = actors(run, ledger)
    assert len(rows) > 50
    assert all(set(row) >= ACTOR for row in rows)


def test_every_name_of_an_actor_is_cut_from_a_report(run: Run, ledger: Path) -> None:
    row = max(actors(run, ledger), key=lambda row: row["mentions"])
    for form in row["evidence"][:5]:
        text = run("text", form["report"], "--ledger", ledger).stdout
        assert text[form["start"] : form["end"]] == form["words"]


def test_a_table_lists_by_name_and_says_what_it_leaves_out(run: Run, ledger: Path) -> None:
    done = run("actors", "--ledger", ledger, "--format", "text")
    listed = [line.split("\t")[1] for line in done.stdout.splitlines()]
    assert listed == sorted(listed, key=str.casefold)
    assert "--all" in done.stderr


def test_statements_are_found_by_any_name_of_their_speaker(run: Run, ledger: Path) -> None:
    row = next(
        r for r in actors(run, ledger) if r["statements"] > 2 and len(r["aliases"]) > 1 and r["type"] == "person"
    )
    found = [
        {json.loads(line)["id"] for line in printed.splitlines()}
        for alias in (row["name"], row["id"])
        for printed in [run("statements", "--actor", alias, "--ledger", ledger, "--format", "jsonl").stdout]
    ]
    assert found[0] == found[1] and len(found[0]) == row["statements"]


def test_two_are_merged_and_the_merge_is_taken_back(run: Run, own: Path) -> None:
    before = names(run, own)
    done = run("actors", "merge", "Nadia Forss", "Piet Andrask", "--because", "a test", "--ledger", own)
    assert done.returncode == 0 and "onrecord actors undo 1" in done.stdout
    assert len(names(run, own)) == len(before) - 1
    assert run("actors", "undo", "1", "--ledger", own).returncode == 0
    assert sorted(names(run, own)) == sorted(before)


def test_an_actor_shows_what_was_decided_by_whom_and_why(run: Run, own: Path) -> None:
    run("actors", "merge", "Piet Andrask", "Nadia Forss", "--because", "one face", "--by", "Ann", "--ledger", own)
    shown = run("actors", "show", "Nadia Forss", "--ledger", own).stdout
    assert "decided by people\n  1  " in shown and "merge, by Ann: one face" in shown
    run("actors", "undo", "1", "--by", "Bo", "--ledger", own)
    assert "undo of 1, by Bo" in run("actors", "show", "Nadia Forss", "--ledger", own).stdout


def test_a_name_that_nobody_bears_is_said_to_be_unknown(run: Run, ledger: Path) -> None:
    done = run("statements", "--actor", "Nobody Atall", "--ledger", ledger)
    assert done.returncode == 1 and "actor Nobody Atall: not in the ledger" in done.stderr


@pytest.mark.parametrize("question", ["actors", "figures", "timeline"])
def test_reports_that_an_older_version_analysed_are_counted(run: Run, own: Path, question: str) -> None:
    with sqlite3.connect(own) as connection:
        connection.execute("UPDATE analyses SET kinds = 'statement'")
    assert "onrecord analyse --stale" in run(question, "--ledger", own).stderr


def test_what_is_one_already_is_not_merged(run: Run, own: Path) -> None:
    done = run("actors", "merge", "Nadia Forss", "Nadia Forss", "--ledger", own)
    assert done.returncode == 2 and "one already" in done.stderr


def test_an_actor_gets_another_name_and_a_public_id(run: Run, own: Path) -> None:
    run("actors", "rename", "Nadia Forss", "N. Forss", "--ledger", own)
    run("actors", "identify", "N. Forss", "wikidata:Q0", "--ledger", own)
    shown = run("actors", "show", "N. Forss", "--ledger", own).stdout
    assert "named by" in shown and "wikidata: Q0" in shown and "Nadia Forss" in shown


def test_what_stands_in_one_report_is_split_off(run: Run, own: Path) -> None:
    row = next(r for r in actors(run, own) if r["name"] == "Nadia Forss")
    report = row["evidence"][0]["report"]
    done = run("actors", "split", "Nadia Forss", report, "--because", "another one", "--ledger", own)
    assert done.returncode == 0, done.stderr
    assert names(run, own).count("Nadia Forss") == 2


def test_a_split_of_nothing_or_all_is_refused(run: Run, own: Path) -> None:
    done = run("actors", "split", "Nadia Forss", "nobody at all", "--ledger", own)
    assert done.returncode == 2 and "nothing of it" in done.stderr


def test_an_unknown_actor_is_named(run: Run, ledger: Path) -> None:
    done = run("actors", "show", "Nobody Atall", "--ledger", ledger)
    assert done.returncode == 1 and "Nobody Atall" in done.stderr


def test_a_file_of_parties_is_used_checked_and_put_away(run: Run, own: Path, tmp_path: Path) -> None:
    path = tmp_path / "parties.toml"
    path.write_text(
        '[[party]]\nname = "Ardvania"\n[[party.members]]\nname = "Nadia Forss"\n[[party.members]]\nname = "Nils Noo"\n'
    )
    done = run("actors", "parties", path, "--ledger", own)
    assert done.returncode == 0 and "Nils Noo" in done.stderr
    listed = run("actors", "--party", "Ardvania", "--ledger", own, "--format", "text").stdout
    assert "Nadia Forss" in listed
    assert run("actors", "parties", "--ledger", own).stdout == path.read_text()
    run("actors", "parties", "--none", "--ledger", own)
    assert run("actors", "--party", "Ardvania", "--ledger", own, "--format", "text").stdout == ""


def test_a_broken_file_of_parties_is_named_with_its_faults(run: Run, own: Path, tmp_path: Path) -> None:
    path = tmp_path / "parties.toml"
    path.write_text('[[party]]\ncolour = "red"\n')
    done = run("actors", "parties", path, "--ledger", own)
    assert done.returncode == 1 and "parties.toml" in done.stderr and "colour" in done.stderr
