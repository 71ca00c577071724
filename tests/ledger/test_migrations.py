"""A ledger of an older schema is brought up to date in place, and its reports are stale."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.ledger import Ledger, sql
from onrecord.ledger.connection import APPLICATION
from tests.ledger.making import made

ROWS = Path(__file__).parents[1] / "cases/ledger/schema-1/rows.sql"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A ledger as the first version wrote it."""
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(sql.migrations()[0])
        database.executescript(ROWS.read_text("utf-8"))
        for index in ("report_search", "statement_search"):
            database.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
        database.execute("PRAGMA user_version = 1")
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.commit()
    return path


def test_an_old_ledger_holds_all_that_it_held(old):
    with Ledger.open(old) as ledger:
        assert ledger.verify() == []
        (statement,) = ledger.view.statements()
        assert (statement["speaker"], statement["speaker_chain"]) == ("Mayor Ana Ruiz", None)
        assert len(ledger.view.decisions()) == 1
        assert list(ledger.view.mentions()) == list(ledger.view.figures()) == list(ledger.view.times()) == []
        assert list(ledger.view.relations()) == list(ledger.view.positions()) == list(ledger.view.labels()) == []


def test_its_reports_are_stale_until_they_are_analysed_again(old):
    capture, report, analysis = made(title="Council meets", published=None)
    with Ledger.open(old) as ledger:
        assert len(ledger.view.stale("rules 1", analysis.settings)) == 2
        assert not ledger.view.holds(capture, report, "rules 1", analysis.settings)
        assert ledger.writer.replace_analysis(analysis)
        assert len(ledger.view.stale("rules 1", analysis.settings)) == 1
        assert ledger.verify() == []


def test_names_are_folded_in_the_order_they_are_kept(tmp_path):
    path = tmp_path / "ten.db"
    with closing(sqlite3.connect(path)) as database:
        for script in sql.migrations()[:10]:
            database.executescript(script)
        database.execute(
            "INSERT INTO actors (number, id, name, type, named_by) VALUES (1, 'ab', 'Åsa Orr', NULL, 'machine')"
        )
        database.executemany("INSERT INTO aliases VALUES (1, ?, ?)", [(0, "Åsa Orr"), (1, "Orr"), (2, "Minister ORR")])
        database.execute(
            "INSERT INTO actors (number, id, name, type, named_by) VALUES (2, 'cd', 'AXA', NULL, 'machine')"
        )
        database.execute("PRAGMA user_version = 10")
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.commit()
    with Ledger.open(path):
        pass
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT folded FROM actors ORDER BY number").fetchall() == [
            ("åsa orr\norr\nminister orr",),
            ("axa",),
        ]
