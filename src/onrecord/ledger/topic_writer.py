"""The part of the writing hand that keeps files of topics; every call is one short transaction."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from sqlite3 import Connection

from onrecord.ledger.sql import queries
from onrecord.model.identity import text_id

SQL = queries("topics")


class TopicWriter:
    """Keeps the files of topics that a user gave, the last one in force."""

    _db: Connection
    _clock: Callable[[], str]
    _transaction: Callable[[], AbstractContextManager[None]]

    def topics(self, text: str, origin: str, by: str) -> bool:
        """Keep a file of topics as the one in force, an empty text for none; whether it is another than before."""
        with self._transaction():
            row = self._db.execute(SQL["topics"]).fetchone()
            if text == (row["text"] if row else ""):
                return False
            self._db.execute(SQL["give topics"], (self._clock(), by, origin, text_id(text), text))
        return True
