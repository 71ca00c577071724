"""The part of the writing hand that keeps files of parties and of topics as users give them, the last one in force."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from sqlite3 import Connection

from onrecord.ledger.sql import queries
from onrecord.model.identity import text_id

ACTORS, TOPICS = queries("actors"), queries("topics")


class GivenWriter:
    """Keeps every file that was given; an empty text stands for none."""

    _db: Connection
    _clock: Callable[[], str]
    _decision: Callable[[], AbstractContextManager[None]]

    def parties(self, text: str, origin: str, by: str) -> bool:
        """Keep a file of parties as the one in force; whether it is another than before."""
        return self._give(ACTORS, "parties", text, origin, by)

    def topics(self, text: str, origin: str, by: str) -> bool:
        """Keep a file of topics as the one in force; whether it is another than before."""
        return self._give(TOPICS, "topics", text, origin, by)

    def _give(self, sql: Mapping[str, str], what: str, text: str, origin: str, by: str) -> bool:
        with self._decision():
            row = self._db.execute(sql[what]).fetchone()
            if text == (row["text"] if row else ""):
                return False
            self._db.execute(sql[f"give {what}"], (self._clock(), by, origin, text_id(text), text))
        return True
