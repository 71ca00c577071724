"""From a statement to the reports that tell the same, and to which of them had it first."""

import json
from pathlib import Path

import pytest

from onrecord import add
from onrecord.ledger import Ledger, StatementFilter
from onrecord.ledger.elsewhere import elsewhere

SAID = "“We asked for one telephone call before the gates were opened,” said Leona Sabrin, the foreign minister."
REPORTS = (
    ("Courier", "2031-04-05", f"The talks went on in Sorrane. {SAID}"),
    ("Gazette", "2031-04-04", f"{SAID} The river was quiet."),
    ("Radio", "2031-04-04", "Leona Sabrin, the foreign minister, said: “The log is still missing from the dam.”"),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("elsewhere")
    lines = [json.dumps({"outlet": outlet, "published": day, "text": text}) for outlet, day, text in REPORTS]
    (folder / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    add(folder / "reports.jsonl", ledger=folder / "story.db", analyser="rules")
    return folder / "story.db"


def test_a_statement_leads_to_who_had_it_first(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        view = opened.view
        rows = {row["outlet"]: row["id"] for row in view.statements(StatementFilter())}
        found = elsewhere(view, rows.values())
        assert set(found) == {rows["Courier"], rows["Gazette"]}
        one = found[rows["Courier"]]
        assert (one.reports, one.outlets, one.first, one.day) == (2, 2, ("Gazette",), "2031-04-04")
        assert one.statement == rows["Gazette"]


def test_what_stands_in_a_rejected_statement_names_it_no_more(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        view = opened.view
        told = next(row for row in view.figures() if row["statement"])
        opened.writer.reject(told["statement"], by="Ann")
        assert next(row for row in view.figures() if row["id"] == told["id"])["statement"] is None
