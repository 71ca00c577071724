"""The hand that reads, where it reads which figures count the same."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from sqlite3 import Connection, Row
from typing import NamedTuple

from onrecord.ledger.asking import Asking
from onrecord.ledger.entry_rows import figure_row
from onrecord.ledger.overlay import Decided, in_force
from onrecord.ledger.sql import queries
from onrecord.model.actor import Link, Proposal
from onrecord.model.rows import FigureRow
from onrecord.model.series import Discrepancy, Revision, Ruled, Series, SeriesFound

SQL, READ = queries("series"), queries("read")


class ReadFrom(NamedTuple):
    """A report, the stamp of what its figures are read from, and whether they were read from just that."""

    number: int
    id: str
    stamp: str
    read: bool


class SeriesView(Asking):
    """Answers which figures are in one series, and what people decided about that."""

    def series(self) -> SeriesFound | None:
        """The series of two figures and more, and proposals; None where the ledger has changed since they were made."""
        if self.series_made() != self.series_stamp():
            return None
        figures, pairs = self._by_series("all figures"), self._by_series("all pairs")
        kept = [_series(row, figures[row["id"]], pairs.get(row["id"], ())) for row in self._asked(SQL["all"], ())]
        proposals = (Proposal("figure", *row) for row in self._asked(SQL["all proposals"], ()))
        return SeriesFound(kept, tuple(proposals))

    def series_stamp(self) -> str:
        """What changes whenever anything changes that series are made of."""
        return series_stamp(self._db)

    def series_made(self) -> str | None:
        """The stamp of what the series that are kept were made of."""
        row = next(self._asked(SQL["made"], ()), None)
        return str(row["stamp"]) if row else None

    def series_reports(self, way: str) -> list[ReadFrom]:
        """Every report with the stamp of what its figures are read from, by this way, and whether they have been."""
        found = []
        for number, id, known, *parts in self._asked(SQL["read from"], ()):
            made = hashlib.sha256(json.dumps([way, *parts], ensure_ascii=False).encode()).hexdigest()[:16]
            found.append(ReadFrom(number, id, made, made == known))
        return found

    def series_vessels(self) -> dict[str, dict[str, bool]]:
        """For each report the names of ships and storms that it writes, and whether it gives them so itself."""
        found: defaultdict[str, dict[str, bool]] = defaultdict(dict)
        for row in self._asked(SQL["vessels"], ()):
            found[row["report"]][row["name"]] = bool(row["given"])
        return found

    def every_text(self) -> Iterator[tuple[str, str]]:
        """The id and the text of every report."""
        return ((row["id"], row["text"]) for row in self._asked(SQL["texts"], ()))

    def titles(self) -> dict[str, str]:
        """The title of every report, empty where it has none."""
        return {row["id"]: row["title"] or "" for row in self._asked(SQL["titles"], ())}

    def uncounted(self) -> list[str]:
        """The figures (ids) that are to be joined again: all that hang together with what has changed."""
        partners: defaultdict[str, set[str]] = defaultdict(set)
        for one in self.figures_ruled():
            partners[one.a].add(one.b)
            partners[one.b].add(one.a)
        figures: set[str] = set()
        keys: set[str] = set()
        found = {str(row["key"]) for row in self._asked(SQL["touched"], ())}
        while found:
            keys |= found
            new = self._column("figures with keys", found) - figures
            new |= {other for figure in new for other in partners.get(figure, ())} - figures
            figures |= new
            found = self._column("keys of figures", new) - keys
        return sorted(figures)

    def _column(self, name: str, asked: Iterable[str]) -> set[str]:
        return {str(row[0]) for row in self._asked(SQL[name], (json.dumps(list(asked)),))}

    def figures_ruled(self) -> list[Ruled]:
        """The decisions in force that two figures count the same, or do not."""
        return list(ruled(self._db))

    def figures_of(self, ids: Iterable[str]) -> Iterator[FigureRow]:
        """The figures with these whole ids, one row each."""
        query = READ["figures"].replace("/* conditions */", "WHERE entries.id IN (SELECT value FROM json_each(:ids))")
        return map(figure_row, self._asked(query, {"ids": json.dumps(list(ids))}))

    def _by_series(self, name: str) -> Mapping[str, list[Row]]:
        found: defaultdict[str, list[Row]] = defaultdict(list)
        for row in self._asked(SQL[name], ()):
            found[row["series"]].append(row)
        return found


def series_stamp(connection: Connection) -> str:
    """The first 32 hex digits of the sha256 of all that series are made of."""
    parts = [list(row) for row in connection.execute(SQL["made of"])]
    ruling = connection.execute(SQL["last ruling"]).fetchone()[0]
    return hashlib.sha256(json.dumps([parts, ruling], ensure_ascii=False).encode()).hexdigest()[:32]


def ruled(connection: Connection) -> Iterator[Ruled]:
    """The decisions in force about two figures each."""
    rows = {row["number"]: row for row in connection.execute(SQL["decided"])}
    decided = [Decided(row["number"], row["kind"], row["after"], row["because"]) for row in rows.values()]
    for one in in_force(decided):
        yield Ruled(one.number, one.kind == "join figures", rows[one.number]["before"], one.value)


def _series(row: Row, figures: Sequence[Row], pairs: Sequence[Row]) -> Series:
    links, revisions, discrepancies = (
        [pair for pair in pairs if pair["kind"] == kind] for kind in ("link", "revision", "discrepancy")
    )
    return Series(
        id=row["id"],
        name=row["name"],
        figures=tuple(figure["figure"] for figure in figures),
        lowest=row["lowest"],
        highest=row["highest"],
        former=tuple(figure["figure"] for figure in figures if figure["former"]),
        revisions=tuple(Revision(pair["a"], pair["b"], pair["reason"]) for pair in revisions),
        discrepancies=tuple(Discrepancy(pair["a"], pair["b"], pair["reason"]) for pair in discrepancies),
        links=tuple(Link(pair["a"], pair["b"], pair["score"], pair["reason"]) for pair in links),
    )
