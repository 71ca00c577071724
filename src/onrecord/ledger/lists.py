"""Long lists in short pieces: one page of rows in the order of reading, how many there are, and counts to narrow by.

The newest report comes first, within a report the order of its text; undated reports come last. Actors come by name.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from onrecord.ledger.filters import (
    ActorFilter,
    DoubtFilter,
    FigureFilter,
    Filter,
    ReportFilter,
    StatementFilter,
    narrowed,
)
from onrecord.ledger.sql import queries
from onrecord.ledger.view import View

SQL = queries("lists")
AFTER = "WHERE (reports.number > :after)"
Facets = Mapping[str, tuple[tuple[str, int], ...]]
Finder = Callable[[View, Sequence[str]], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of one page, how many rows there are in all, and what they may be narrowed by.

    ``facets`` count the whole list by each field that takes few values, in the order of the values.
    """

    rows: tuple[Any, ...]
    total: int
    facets: Facets


class Kind(NamedTuple):
    """The name of the queries for one kind of row, and all rows of that kind in some reports, or of some actors."""

    name: str
    found: Finder


def _each(found: Callable[[View, str], Iterable[Any]]) -> Finder:
    """What finds the rows of several reports by those of one."""
    return lambda view, reports: (row for report in reports for row in found(view, report))


KINDS: Mapping[type[Filter], Kind] = {
    ReportFilter: Kind("reports", _each(lambda view, report: [view.report_row(report)])),
    StatementFilter: Kind("statements", _each(lambda view, id: view.statements(StatementFilter(report=id)))),
    FigureFilter: Kind("figures", _each(lambda view, id: view.figures(FigureFilter(report=id)))),
    DoubtFilter: Kind("doubts", _each(lambda view, id: view.doubts(DoubtFilter(report=id)))),
    ActorFilter: Kind("actors", lambda view, actors: view.actors_of(actors)),
}


def page(view: View, which: Filter, limit: int, offset: int = 0, after: int = 0) -> Page:
    """One page of what the filter leaves; ``after`` leaves out reports that were added up to that number of them."""
    facets = counted(view, which, after)
    total = sum(times for _, times in facets[""])
    return Page(rows(view, which, limit, offset, after) if offset < total else (), total, facets)


def rows(view: View, which: Filter, limit: int, offset: int = 0, after: int = 0) -> tuple[Any, ...]:
    """The rows of one page alone."""
    kind = KINDS[type(which)]
    query, asked = _narrowed(view, SQL[_name(which)], which, after)
    places = [(row["report"], row["id"]) for row in view._asked(query, {**asked, "limit": limit, "offset": offset})]
    asked_of = list(dict.fromkeys(report or id for report, id in places))
    found = {row["id"]: row for row in kind.found(view, asked_of)}
    return tuple(found[id] for _, id in places)


def counted(view: View, which: Filter, after: int = 0) -> Facets:
    """How many there are of each value of the fields that take few; under ``""`` how many in all."""
    query, asked = _narrowed(view, SQL[f"{_name(which)} counted"], which, after)
    counts: dict[str, Counter[str]] = {"": Counter()}
    for row in view._asked(query, asked):
        *names, times = row.keys()
        for name in names:
            counts.setdefault(name, Counter()).update({str(row[name]): row[times]} if row[name] is not None else {})
        counts[""][""] += row[times]
    return {name: tuple(sorted(counter.items())) for name, counter in counts.items()}


def overview(view: View) -> Mapping[str, int]:
    """How much of everything there is; ``newest`` is the number of the report that was added last."""
    return dict(next(view._asked(SQL["counts"], ())))


def outlets_by_day(view: View) -> list[tuple[str | None, str, int]]:
    """How many dated reports each outlet has of each day, by day."""
    return [(row["outlet"], row["day"], row["reports"]) for row in view._asked(SQL["outlets by day"], ())]


def _name(which: Filter) -> str:
    """The name of the query; statements of an actor are found by the actor, since one speaks in few reports."""
    of_actor = isinstance(which, StatementFilter) and which.actor is not None
    return f"{KINDS[type(which)].name} of actor" if of_actor else KINDS[type(which)].name


def _narrowed(view: View, query: str, which: Filter, after: int) -> tuple[str, Mapping[str, object]]:
    meant = view._meant(which) if isinstance(which, StatementFilter) else which
    narrow, asked = narrowed(query, meant)
    if not after:
        return narrow, asked
    if not asked:
        return query.replace("/* conditions */", AFTER), {"after": after}
    return narrow.replace("WHERE (", f"{AFTER} AND (", 1), {**asked, "after": after}
