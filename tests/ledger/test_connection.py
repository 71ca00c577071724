"""The file: made, opened, migrated, and refused where it is something else."""

import os
import sqlite3

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger, connection, sql
from tests.ledger.making import ledger_of, made


def test_a_ledger_that_is_not_there_is_named_with_the_next_step(tmp_path):
    with pytest.raises(LedgerError, match="onrecord add"):
        Ledger.open(tmp_path / "none.db")
    with pytest.raises(LedgerError, match="folder"):
        Ledger.open(tmp_path / "none" / "none.db", create=True)
    with pytest.raises(LedgerError, match="folder"):
        Ledger.open(tmp_path)


@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_ledger_is_refused_and_left_alone(tmp_path, create):
    text, other = tmp_path / "text.db", tmp_path / "other.db"
    text.write_text("not a database at all " * 100)
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE cats (name)")
    database.close()
    for path in (text, other):
        before = path.read_bytes()
        with pytest.raises(LedgerError, match="not a ledger"):
            Ledger.open(path, create=create)
        assert path.read_bytes() == before


def test_a_pipe_is_no_ledger_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.db")
    for create in (True, False):
        with pytest.raises(LedgerError, match="neither a file"):
            Ledger.open(tmp_path / "pipe.db", create=create)


def test_a_file_with_a_name_that_means_something_to_sqlite_is_a_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with Ledger.open(":memory:", create=True) as ledger:
        assert ledger.view.info().reports == 0


def test_an_empty_file_is_no_ledger_until_something_is_added(tmp_path):
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(LedgerError, match="empty"):
        Ledger.open(path)
    with ledger_of(tmp_path, made(), name="empty.db") as ledger:
        assert ledger.view.info().reports == 1


@pytest.mark.parametrize("create", [True, False])
def test_a_newer_ledger_is_refused_with_a_clear_message(tmp_path, create):
    ledger_of(tmp_path, made()).close()
    with sqlite3.connect(tmp_path / "ledger.db") as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(LedgerError, match="newer onrecord"):
        Ledger.open(tmp_path / "ledger.db", create=create)


def test_an_older_ledger_is_migrated_when_it_is_opened(tmp_path, monkeypatch):
    ledger_of(tmp_path, made()).close()
    second = (*sql.migrations(), "CREATE TABLE later (id TEXT) STRICT;\nCREATE INDEX later_id ON later (id);\n")
    monkeypatch.setattr(connection, "migrations", lambda: second)
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        assert ledger.view.info().reports == 1
    with sqlite3.connect(tmp_path / "ledger.db") as database:
        assert database.execute("PRAGMA user_version").fetchone() == (len(second),)
        assert database.execute("SELECT count(*) FROM later").fetchone() == (0,)
    database.close()


def test_a_migration_that_fails_changes_nothing(tmp_path, monkeypatch):
    ledger_of(tmp_path, made()).close()
    monkeypatch.setattr(
        connection, "migrations", lambda: (*sql.migrations(), "CREATE TABLE a (b);\nCREATE TABLE a (b);\n")
    )
    with pytest.raises(LedgerError):
        Ledger.open(tmp_path / "ledger.db", create=True)
    monkeypatch.undo()
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        assert ledger.verify() == []


def test_reading_leaves_no_files_beside_the_ledger(tmp_path):
    ledger_of(tmp_path, made()).close()
    path = tmp_path / "ledger.db"
    before = path.read_bytes()
    with Ledger.open(path) as ledger, Ledger.open(path) as other:
        assert list(ledger.view.statements()) == list(other.view.statements())
        ledger.close()
        assert list(other.view.reports())
        assert other.verify() == []
    assert [one.name for one in tmp_path.iterdir()] == ["ledger.db"]
    assert path.read_bytes() == before


def test_what_another_program_writes_is_left_to_it(tmp_path):
    writer = ledger_of(tmp_path, made())
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        assert list(ledger.view.statements())
    writer.writer.record(*made("More.", origin="b.txt"))
    assert len(list(writer.view.reports())) == 2
    writer.close()
    assert [one.name for one in tmp_path.iterdir()] == ["ledger.db"]


def test_a_closed_ledger_is_one_file_that_any_tool_can_read(tmp_path):
    ledger_of(tmp_path, made()).close()
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.db"]
    with sqlite3.connect(tmp_path / "ledger.db") as database:
        assert database.execute("SELECT speaker, content FROM all_statements").fetchall() == [
            ("Mayor Ana Ruiz", "“we will 😀 act”")
        ]
        assert database.execute("SELECT speaker, outlet, statements FROM speakers").fetchall() == [
            ("Mayor Ana Ruiz", "Post", 1)
        ]
        tables = database.execute("SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict").fetchall()
        assert not [name for (name,) in tables if "search" not in name and not name.startswith("sqlite_")]
    database.close()
