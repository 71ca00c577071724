"""The part of the writing hand that keeps days which follow from other reports, and what times come to with them."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from sqlite3 import Connection

from onrecord.ledger.load import load_findings
from onrecord.ledger.sql import queries
from onrecord.model.inferred import Inferred
from onrecord.model.recount import recount
from onrecord.model.report import DateValue
from onrecord.model.terms import Band, DateMethod

SQL = queries("dates")
LIKELY = 0.55
"""As for the times of an analysis: below it an expression is unsure."""


class DateWriter:
    """Keeps inferred days of publication; a day that somebody gave, printed or corrected always comes before them."""

    _db: Connection
    _transaction: Callable[[], AbstractContextManager[None]]
    _show: Callable[[int, str], None]

    def infer(self, found: Mapping[str, Inferred]) -> bool:
        """Put these days, by the ids of their reports, in the place of all that were inferred; whether any changed."""
        with self._transaction():
            before = {row["id"]: Inferred(*tuple(row)[1:]) for row in self._db.execute(SQL["inferred"])}
            changed = sorted(id for id in {*before, *found} if before.get(id) != found.get(id))
            for id in changed:
                row = self._db.execute(SQL["number of"], (id,)).fetchone()
                if row is None:
                    continue
                self._db.execute(SQL["forget inferred"], (row["number"],))
                if id in found:
                    self._db.execute(SQL["infer"], (row["number"], *found[id]))
                self._show(row["number"], id)
        return bool(changed)


def shows(connection: Connection, number: int, published: DateValue) -> bool:
    """Whether a report shows this day of publication."""
    return tuple(connection.execute(SQL["published"], (number,)).fetchone()) == published


def is_inferred(connection: Connection, number: int) -> bool:
    """Whether the day of a report follows from others, so that it was read without one."""
    return connection.execute(SQL["inferred of"], (number,)).fetchone() is not None


def recount_times(connection: Connection, number: int, report: str) -> None:
    """Write what the times of a report come to, counted from the day of publication that it shows."""
    times = list(load_findings(connection, number, report).times.values())
    if not times:
        return
    start, end, method, confidence = connection.execute(SQL["published"], (number,)).fetchone()
    now = recount(times, DateValue(start, end, DateMethod(method), confidence))
    connection.execute(SQL["forget recounted"], (number,))
    for time in times:
        new = now[time.id]
        if new != (time.value, time.start, time.end, round(time.confidence, 2)):
            band = Band.LIKELY if new.confidence >= LIKELY else Band.UNSURE
            connection.execute(SQL["recount"], (*new, band.value, time.id))
