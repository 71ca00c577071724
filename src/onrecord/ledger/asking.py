"""How questions are put to a ledger: by the name of a query, with errors that say what they mean."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection, Error, Row

from onrecord.errors import NotFound
from onrecord.ledger.connection import folded, named
from onrecord.ledger.filters import Filter, narrowed
from onrecord.ledger.findings import KINDS
from onrecord.ledger.sql import queries

SQL = queries("read")
LISTS = {
    "report": "onrecord reports",
    "entry": "onrecord statements",
    "statement": "onrecord statements",
    "mention": "onrecord actors",
    "figure": "onrecord figures",
    "time": "onrecord timeline",
    "relation": "onrecord blame",
    "position": "onrecord positions",
    "label": "onrecord wording",
    "doubt": "onrecord doubts",
}
"""The command that lists each kind of id."""


class Asking:
    """A connection that is only read from, and the rows that queries give."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._db = connection
        self._db.row_factory = Row
        self._db.create_function("folded", 1, folded, deterministic=True)
        self._db.create_function("drawn", 2, _drawn, deterministic=True)
        self._path = path

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything asked inside is answered from one state of the ledger, whatever is written meanwhile.

        One inside another is of the state of the outer one.
        """
        if self._db.in_transaction:
            yield
            return
        self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._db.execute("COMMIT")

    def id_of(self, what: str, beginning: str) -> str:
        """The whole id of the one report, doubt or entry, or of its kind (``what``), whose id begins so."""
        first = beginning.strip().lower()
        kind = what if what in KINDS.values() else None
        plural = "entries" if kind or what == "entry" else f"{what}s"
        ids = [str(row["id"]) for row in self._rows(f"{plural} beginning", {"first": first, "kind": kind})]
        if first and (len(ids) == 1 or first in ids):
            return first if first in ids else ids[0]
        if not ids and first and what not in ("report", "doubt"):
            ids = [row["entry"] for row in self._rows("entries that were", {"first": first, "kind": kind})]
            if len(ids) == 1:
                return str(ids[0])
        if not ids or not first:
            raise NotFound(f"{what} {beginning}: not in the ledger; list them with `{LISTS[what]}`")
        some = ", ".join(ids[:5])
        raise NotFound(f"{what} {beginning}: several ids begin so ({some}{', …' * (len(ids) > 5)}); give more of it")

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    @contextmanager
    def _naming(self) -> Iterator[None]:
        """Errors of SQLite as what they mean for this ledger."""
        try:
            yield
        except Error as error:
            raise named(self._path, error) from error

    def _pairs(self, name: str) -> tuple[tuple[str, int], ...]:
        return tuple((words, count) for words, count in self._rows(name, ()))

    def _one(self, name: str, parameters: dict[str, object] | tuple[object, ...], subject: str) -> Row:
        return self._found(self._rows(name, parameters), subject)

    def _found(self, rows: Iterator[Row], subject: str) -> Row:
        row = next(rows, None)
        if row is None:
            raise NotFound(f"{subject}: not in the ledger; list what is in it with `onrecord reports`")
        return row

    def _rows(self, name: str, parameters: object) -> Iterator[Row]:
        return self._asked(SQL[name], parameters)

    def _listed(self, name: str, which: Filter) -> Iterator[Row]:
        return self._asked(*narrowed(SQL[name], which))

    def _asked(self, query: str, parameters: object) -> Iterator[Row]:
        try:
            # No `yield from`: it would close the cursor of a generator that outlives the ledger, and stumble.
            for row in self._db.execute(query, parameters):  # type: ignore[arg-type]  # noqa: UP028
                yield row
        except Error as error:
            raise named(self._path, error) from error


def _drawn(seed: int, id: str) -> bytes:
    """Where an id stands in the draw of a seed: the same on every machine."""
    return hashlib.sha256(f"{seed} {id}".encode()).digest()
