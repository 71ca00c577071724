"""The part of the writing hand that keeps which figures count the same, and what people decide about it."""

import json
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from sqlite3 import Connection
from typing import NamedTuple

from onrecord.errors import NotFound, UsageError
from onrecord.ledger.overlay import UNDO, Decided, undone
from onrecord.ledger.series_view import series_stamp
from onrecord.ledger.sql import queries
from onrecord.model.series import Ruled, Series, SeriesFound

SQL = queries("series")


class KeyedReport(NamedTuple):
    """What the figures of a report (ids) may be joined on, and the names of ships and storms that it writes.

    ``vessels`` says of each whether the report gives it so itself; ``stamp`` is of what all this was read from.
    """

    number: int
    stamp: str
    keys: Mapping[str, Collection[str]]
    vessels: Mapping[str, bool]


class SeriesWriter:
    """Keeps series as they were made of one state of the ledger, whole."""

    _db: Connection
    _clock: Callable[[], str]
    _transaction: Callable[[], AbstractContextManager[None]]
    _decision: Callable[[], AbstractContextManager[None]]

    def keep_keys(self, keyed: Collection[KeyedReport], rulings: Collection[Ruled], stamp: str) -> bool:
        """Keep what the figures of these reports may be joined on; what that or a ruling reaches is touched.

        False, and nothing is written, where the ledger has changed since.
        """
        with self._transaction():
            if series_stamp(self._db) != stamp:
                return False
            for one in keyed:
                for name in ("forget keys", "forget vessels"):
                    self._db.execute(SQL[name], (one.number,))
                rows = ((one.number, figure, key) for figure, keys in one.keys.items() for key in sorted(keys))
                self._db.executemany(SQL["key"], rows)
                self._db.executemany(SQL["vessel"], ((one.number, *vessel) for vessel in one.vessels.items()))
                self._db.execute(SQL["stamp report"], (one.number, one.stamp))
            self._touch_ruled(rulings)
            self._db.execute(SQL["touch torn"])
        return True

    def keep_series(self, figures: Collection[str], found: SeriesFound, stamp: str) -> bool:
        """Put these in the place of all series of these figures; False where the ledger has changed since."""
        with self._transaction():
            if series_stamp(self._db) != stamp:
                return False
            for name in ("forget series", "forget proposals"):
                self._db.execute(SQL[name], {"figures": json.dumps(list(figures))})
            for one in found.series:
                if len(one.figures) > 1:
                    self._keep(one)
            self._db.executemany(SQL["proposal"], ((p.a, p.b, p.score, p.reason) for p in found.proposals))
            self._db.execute(SQL["forget touched"])
            self._db.execute(SQL["keep stamp"], (stamp,))
        return True

    def rule_figures(self, a: str, b: str, same: bool, by: str, because: str) -> int:
        """Keep that two figures (whole ids) count the same, or do not; the number of the decision."""
        if a == b:
            raise UsageError(f"figure {a}: is one; name another figure")
        with self._decision():
            kind = "join figures" if same else "part figures"
            return self._ruled(kind, by, min(a, b), max(a, b), because)

    def unrule_figures(self, decision: int, by: str, because: str) -> int:
        """Take back a decision about figures, or an earlier undoing; the number of this decision."""
        with self._decision():
            rows = self._db.execute(SQL["decided"]).fetchall()
            known = [Decided(row["number"], row["kind"], row["after"], row["because"]) for row in rows]
            if decision not in {one.number for one in known}:
                raise NotFound(f"decision {decision}: none about figures; list them with `onrecord decisions`")
            if decision in undone(known):
                raise UsageError(f"decision {decision}: is undone already; to bring it back, undo what undid it")
            return self._ruled(UNDO, by, None, str(decision), because)

    def _ruled(self, kind: str, by: str, before: str | None, after: str, because: str) -> int:
        row = (self._clock(), by, kind, before, after, because)
        return int(self._db.execute(SQL["decide"], row).lastrowid or 0)

    def _touch_ruled(self, rulings: Collection[Ruled]) -> None:
        """Touch the figures of rulings that were not in force when series were made last, or are not any more."""
        row = self._db.execute(SQL["rulings made with"]).fetchone()
        old = {Ruled(*one) for one in json.loads(row[0])} if row else set()
        new = set(rulings)
        changed = sorted({figure for one in old ^ new for figure in (one.a, one.b)})
        self._db.execute(SQL["touch"], (json.dumps(changed),))
        self._db.execute(SQL["keep rulings"], (json.dumps(sorted(new)),))

    def _keep(self, one: Series) -> None:
        self._db.execute(SQL["one"], (one.id, one.name, one.lowest, one.highest))
        former = set(one.former)
        rows = ((one.id, at, figure, int(figure in former)) for at, figure in enumerate(one.figures))
        self._db.executemany(SQL["figure"], rows)
        pairs = [("link", at, *link[:4]) for at, link in enumerate(one.links)]
        pairs += [("revision", at, r.earlier, r.later, None, r.reason) for at, r in enumerate(one.revisions)]  # type: ignore[misc]
        pairs += [("discrepancy", at, d.a, d.b, None, d.reason) for at, d in enumerate(one.discrepancies)]  # type: ignore[misc]
        self._db.executemany(SQL["pair"], ((one.id, *pair) for pair in pairs))
