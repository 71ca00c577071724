"""Words and conflicts on the command line, over the example story."""

import json
from pathlib import Path

from tests.cli.conftest import Run

PLACED = {"id", "report", "origin", "band", "spans"}


def test_every_count_and_every_use_says_where_it_stands(run: Run, ledger: Path) -> None:
    for words in (("wording",), ("wording", "--concordance", "--event", "flood"), ("conflicts",)):
        lines = run(*words, "--format", "jsonl", "--ledger", ledger).stdout.splitlines()
        assert lines, words
        assert all(set(json.loads(line)) >= PLACED for line in lines)


def test_a_count_is_at_most_what_it_is_out_of(run: Run, ledger: Path) -> None:
    rows = [json.loads(line) for line in run("wording", "--format", "jsonl", "--ledger", ledger).stdout.splitlines()]
    names = [row for row in rows if row["sort"] in ("name", "description", "event")]
    assert names
    assert all(row["count"] <= row["of"] and row["texts"] <= row["reports"] for row in names)
    assert [row["subject"].casefold() for row in names if row["sort"] == "event"] == sorted(
        row["subject"].casefold() for row in names if row["sort"] == "event"
    )
