"""Changes between versions on the command line."""

import json
from pathlib import Path

import pytest

from onrecord import add
from tests.cli.conftest import Run


@pytest.fixture
def story(tmp_path: Path) -> Path:
    texts = ("Twelve people drowned in Hadrel.", "Nineteen people drowned in Hadrel.")
    for at, text in enumerate(texts):
        row = {"outlet": "Gazette", "url": "https://gazette.example/a", "published": f"2031-04-0{at + 1}", "text": text}
        (tmp_path / f"{at}.json").write_text(json.dumps(row), encoding="utf-8")
    add(tmp_path, ledger=tmp_path / "story.db", analyser="rules")
    return tmp_path / "story.db"


@pytest.mark.parametrize("form", ["table", "text", "csv"])
def test_the_words_of_both_versions_are_printed(run: Run, story: Path, form: str) -> None:
    printed = run("versions", "--format", form, "--ledger", story).stdout
    assert "Twelve" in printed
    assert "Nineteen" in printed


def test_every_change_says_where_it_stands(run: Run, story: Path) -> None:
    rows = [json.loads(row) for row in run("versions", "--format", "jsonl", "--ledger", story).stdout.splitlines()]
    assert [row["kind"] for row in rows] == ["figure"]
    assert {"id", "report", "origin", "band", "spans"} <= rows[0].keys()


def test_a_ledger_without_two_versions_has_no_changes(run: Run, ledger: Path) -> None:
    assert run("versions", "--format", "jsonl", "--ledger", ledger).stdout == ""
