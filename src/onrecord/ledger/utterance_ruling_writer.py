"""The part of the writing hand by which people decide about utterances; every call is one short transaction."""

import json
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from sqlite3 import Connection

from onrecord.errors import NotFound, UsageError
from onrecord.ledger import utterance_rulings as rulings
from onrecord.ledger.overlay import UNDO, Decided, undone
from onrecord.ledger.sql import queries
from onrecord.model.utterance import Part, Ruled

SQL, VOICES = queries("utterance_rulings"), queries("voices")


class UtteranceRulingWriter:
    """Keeps what people decided that statements report, and what that comes to today."""

    _db: Connection
    _clock: Callable[[], str]
    _transaction: Callable[[], AbstractContextManager[None]]
    _decision: Callable[[], AbstractContextManager[None]]
    _raise_version: Callable[[int], bool]

    def rule_utterances(
        self, mine: Sequence[Part], yours: Sequence[Part], same: bool, by: str, because: str = ""
    ) -> int:
        """Keep that statements (whole ids) report one act of saying, or not, side by side; the number of the decision.

        A join makes one of all of both sides, its opposite keeps each of the one from each of the other.
        """
        if not any(a != b for a in mine for b in yours):
            subject = mine[0].statement if mine else "statement"
            raise UsageError(f"{subject}: is one; name another utterance or statement")
        most = rulings.ENOUGH if same else None
        with self._decision():
            return rulings.write(self._db, (mine[:most], yours[:most]), same, (self._clock(), by, because))

    def unrule_utterances(self, decision: int, by: str, because: str = "") -> int:
        """Take back a decision about utterances, or an earlier undoing; the number of this decision."""
        with self._decision():
            rows = self._db.execute(SQL["decided"]).fetchall()
            known = [Decided(row["number"], row["kind"], row["after"], row["because"]) for row in rows]
            if decision not in {one.number for one in known}:
                raise NotFound(f"decision {decision}: none about utterances; list them with `onrecord decisions`")
            if decision in undone(known):
                raise UsageError(f"decision {decision}: is undone already; to bring it back, undo what undid it")
            row = (self._clock(), by, UNDO, None, str(decision), because)
            return int(self._db.execute(SQL["decide"], row).lastrowid or 0)

    def keep_rulings(self, version: int, now: Sequence[Ruled], before: Collection[Ruled]) -> bool:
        """Keep what people's decisions ask of today's statements; what has changed of that is to be heard again.

        False, and nothing is written, where voices have changed since this version.
        """
        changed = {part.statement for one in set(now) ^ set(before) for part in (one.a, one.b)}
        with self._transaction():
            if not self._raise_version(version):
                return False
            gone = {tuple(row) for row in self._db.execute(SQL["overruled before"])}
            self._db.execute(SQL["forget"])
            rows = (
                (at, one.decision, one.same, *one.a, *one.b, one.reason, int(_place(one) in gone))
                for at, one in enumerate(now)
            )
            self._db.executemany(SQL["keep"], rows)
            self._db.execute(VOICES["touch units of statements"], (json.dumps(sorted(changed)),))
        return True

    def _mark_overruled(self, statements: str, overruled: Sequence[Ruled]) -> None:
        """Note which decisions about these statements later ones go against."""
        places = json.dumps([" ".join(map(str, _place(one))) for one in overruled])
        for to in (0, 1):
            self._db.execute(SQL["mark"], {"to": to, "statements": statements, "overruled": places})


def _place(one: Ruled) -> tuple[object, ...]:
    return (one.decision, one.a.statement, one.a.start, one.b.statement, one.b.start)
