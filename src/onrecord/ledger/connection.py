"""Connections to a ledger file: created, checked, migrated, and refused where it is something else."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from onrecord.errors import LedgerError
from onrecord.ledger.sql import commands, migrations

APPLICATION = 0x4F6E5263
"""``PRAGMA application_id`` of every ledger: "OnRc"."""
BUSY = 10.0
"""Seconds that a writer waits for another writer before it gives up."""


def writing(path: Path, create: bool) -> sqlite3.Connection:
    """A connection that may write, to a ledger of the newest version; makes or migrates the file where needed."""
    _check_there(path, create)
    try:
        connection = sqlite3.connect(path.absolute(), timeout=BUSY, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise LedgerError(f"{path}: cannot be opened ({error}); check the folder and its permissions") from error
    try:
        _prepare(connection, path)
    except sqlite3.Error as error:
        connection.close()
        raise named(path, error) from error
    except LedgerError:
        connection.close()
        raise
    return connection


def reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot write and is never blocked by one that does."""
    _check_there(path, create=False)
    try:
        connection = _read_only(path)
        _check_version(connection, path)
        if 0 < _version(connection) < len(migrations()):
            connection.close()
            writing(path, create=False).close()
            connection = _read_only(path)
    except sqlite3.Error as error:
        raise named(path, error) from error
    if _version(connection) == 0:
        connection.close()
        raise LedgerError(f"{path}: an empty file, not a ledger; make one with `onrecord add PATH`")
    return connection


def tidy(path: Path) -> None:
    """Take away the two files that reading leaves beside a ledger in WAL mode, unless another program has it open.

    A connection that cannot write cannot do it; one that can does so when it is closed as the last one.
    """
    if not path.with_name(f"{path.name}-wal").exists() or not os.access(path, os.W_OK):
        return
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as last:
        last.execute("SELECT 1 FROM sqlite_master")


def named(path: Path, error: sqlite3.Error) -> LedgerError:
    """What an error of SQLite means for the ledger at ``path``, with the next step."""
    if "not a database" in str(error):
        return LedgerError(f"{path}: not a ledger; give the path of a ledger, or of a new file, with --ledger")
    if "locked" in str(error):
        return LedgerError(f"{path}: another program has been writing for {BUSY:.0f} s; run this again when it is done")
    if "readonly" in str(error) or "unable to open" in str(error):
        return LedgerError(f"{path}: cannot be written ({error}); check its permissions, or copy it elsewhere")
    if "full" in str(error):
        return LedgerError(f"{path}: no room left on the disk; make room and run this again, nothing is half written")
    return LedgerError(f"{path}: {error}; run `onrecord verify`, or take up the last copy of the file")


def folded(words: str | None) -> str | None:
    """Words without capitals, as names are looked for."""
    return None if words is None else words.casefold()


def _check_there(path: Path, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path}: a folder, not a ledger; name the file in it with --ledger")
    if not create and not path.exists():
        raise LedgerError(f"{path}: there is no ledger; make one with `onrecord add PATH`, or name it with --ledger")
    if path.exists() and not path.is_file():
        raise LedgerError(f"{path}: neither a file nor a folder, so no ledger; name a file with --ledger")
    if create and not path.parent.is_dir():
        raise LedgerError(f"{path}: there is no folder {path.parent}; make it first")


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    _check_version(connection, path)
    if _version(connection) == 0 or not _is_wal(connection):
        connection.execute("PRAGMA journal_mode = WAL")
    for pragma in ("foreign_keys = ON", "synchronous = NORMAL", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")
    if _version(connection) < len(migrations()):
        _migrate(connection, path)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    connection.create_function("folded", 1, folded, deterministic=True)
    connection.execute("BEGIN IMMEDIATE")
    try:
        _check_version(connection, path)
        for version, script in enumerate(migrations(), start=1):
            if _version(connection) < version:
                for command in commands(script):
                    connection.execute(command)
                connection.execute(f"PRAGMA user_version = {version}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _check_version(connection: sqlite3.Connection, path: Path) -> None:
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION and (tables or _version(connection)):
        raise LedgerError(f"{path}: a database, but not a ledger; give the path of a ledger, or of a new file")
    if _version(connection) > len(migrations()):
        raise LedgerError(
            f"{path}: written by a newer onrecord (schema {_version(connection)}, this one knows {len(migrations())}); "
            "upgrade onrecord to read it"
        )


def _read_only(path: Path) -> sqlite3.Connection:
    address = path.absolute().as_uri()
    try:
        connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=BUSY, isolation_level=None)
        connection.execute("SELECT 1 FROM sqlite_master")
    except sqlite3.OperationalError:
        if path.with_name(path.name + "-wal").exists():
            raise
        # Beside a file on a read-only disk SQLite cannot make the two files that reading in WAL mode takes.
        connection = sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True, isolation_level=None)
    return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _is_wal(connection: sqlite3.Connection) -> bool:
    return str(connection.execute("PRAGMA journal_mode").fetchone()[0]) == "wal"
