"""The part of the writing hand that keeps which reports print one text; every call is one short transaction."""

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from sqlite3 import Connection

from onrecord.ledger.sql import queries
from onrecord.model.copies import CopyPair, CopyText, Printed

SQL = queries("copies")


class CopyWriter:
    """Keeps the fingerprints of reports, the pairs that share text, and the groups that follow from them."""

    _db: Connection
    _transaction: Callable[[], AbstractContextManager[None]]

    def copy_text(self, report: str, text_id: str, made: CopyText, way: str) -> bool:
        """Keep what a report (whole id) is found by; False where its text is another than this by now."""
        with self._transaction():
            row = self._db.execute(SQL["report as read"], (report,)).fetchone()
            if row is None or row["text_id"] != text_id:
                return False
            self._db.execute(SQL["forget words"], (row["number"],))
            known = self._db.execute(SQL["text number"], (made.id,)).fetchone()
            number = known[0] if known else self._new(made)
            self._db.execute(SQL["words"], (row["number"], number, way))
        return True

    def copy_pairs(self, text: str, pairs: Collection[CopyPair], state: tuple[int, float]) -> bool:
        """Keep with which others a text shares text; False where others were compared since ``state`` was."""
        with self._transaction():
            if tuple(self._db.execute(SQL["state"]).fetchone()) != state:
                return False
            self._db.executemany(SQL["pair"], [pair._asdict() for pair in pairs])
            self._db.execute(SQL["compared"], (text,))
        return True

    def copy_groups(self, printed: Collection[Printed]) -> bool:
        """Put these in the place of all groups there are; whether anything changed."""
        new = set(printed)
        with self._transaction():
            old = {
                Printed(report, group, bool(whole), bool(main))
                for report, group, whole, main in self._db.execute(SQL["groups"])
            }
            self._db.executemany(SQL["forget group"], [one._asdict() for one in old - new])
            self._db.executemany(SQL["group"], [one._asdict() for one in sorted(new - old)])
        return old != new

    def _new(self, made: CopyText) -> int:
        number = int(self._db.execute(SQL["text"], (made.id, made.words)).fetchone()[0])
        self._db.executemany(SQL["mark"], [(mark, number) for mark in sorted(made.marks)])
        return number
