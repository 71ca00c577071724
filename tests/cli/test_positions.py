"""``onrecord positions`` and ``onrecord topics`` as people type them."""

import json
from pathlib import Path

from tests.cli.conftest import Run

FILE = '[[topic]]\nname = "dam log"\nwords = ["log"]\n\n[[topic]]\nname = "moon"\nwords = ["moon"]\n'


def test_positions_are_listed_and_the_want_of_topics_is_named(run: Run, ledger: Path) -> None:
    done = run("positions", "--ledger", ledger, "--format", "text")
    assert done.returncode == 0
    assert "no deal\tuntil the log of the dam is open" in done.stdout
    assert "no file of topics" in done.stderr


def test_lines_have_what_programs_rely_on(run: Run, ledger: Path) -> None:
    done = run("positions", "--ledger", ledger, "--format", "jsonl", "--kind", "red-line")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows and all({"id", "report", "origin", "band", "spans"} <= set(row) for row in rows)
    assert {row["kind"] for row in rows} == {"red-line"}


def test_a_file_of_topics_is_used_printed_and_put_away(run: Run, ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text(FILE, "utf-8")
    done = run("topics", tmp_path / "topics.toml", "--ledger", ledger)
    assert "moon" in done.stderr and "in use" in done.stdout
    assert run("topics", "--ledger", ledger).stdout == FILE
    listed = run("positions", "--topic", "dam log", "--ledger", ledger, "--format", "text").stdout
    assert "dam log" in listed
    assert "there are: dam log, moon" in run("positions", "--topic", "sun", "--ledger", ledger).stderr
    assert run("topics", "--none", "--ledger", ledger).returncode == 0


def test_what_is_new_since_a_day(run: Run, ledger: Path) -> None:
    done = run("positions", "--since", "2031-05-01", "--ledger", ledger, "--format", "text")
    assert {line.split("\t")[0] for line in done.stdout.splitlines()} == {"new", "gone"}
    assert "not repeated since in the collected text" in done.stderr
    assert run("positions", "--since", "yesterday", "--ledger", ledger).returncode == 2


def test_a_picture_is_written(run: Run, ledger: Path, tmp_path: Path) -> None:
    done = run("positions", "--svg", tmp_path / "positions.svg", "--ledger", ledger)
    assert done.returncode == 0
    assert (tmp_path / "positions.svg").read_text("utf-8").startswith("<svg")
