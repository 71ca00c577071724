"""Lists under one address as page, JSON and CSV: narrowed by what the address asks, one page of rows at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import ActorFilter, DoubtFilter, FigureFilter, ReportFilter, StatementFilter, View
from onrecord.ledger.elsewhere import elsewhere
from onrecord.ledger.filters import Filter
from onrecord.ledger.lists import Facets, counted, rows
from onrecord.model.rows import ActorRow, DoubtRow, FigureRow, ReportRow, StatementRow
from onrecord.web.asked import (
    ActorsAsked,
    Asked,
    DoubtsAsked,
    FiguresAsked,
    Form,
    ReportsAsked,
    StatementsAsked,
)
from onrecord.web.formats import as_csv, as_json
from onrecord.web.pages import page
from onrecord.web.reading import reader_of
from onrecord.web.schema import list_of

CSV_ROWS = 10_000
"""So many rows a CSV file holds where the address does not say; more come with ``offset``, or by `onrecord export`."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One list: its name in addresses, what may be asked, the shape of a row, and the filter that asking makes."""

    name: str
    asked: type[Asked]
    row: type
    filter: Callable[[View, Any], Filter]


def of_reports(_: View, asked: ReportsAsked) -> ReportFilter:
    """The filter of a list of reports."""
    which = asked.chosen()
    which.pop("after", None)
    return ReportFilter(**which | {"undated": asked.undated is not None})  # type: ignore[arg-type]


def of_statements(view: View, asked: StatementsAsked) -> StatementFilter:
    """The filter of a list of statements."""
    return StatementFilter(**_in_report(view, asked))  # type: ignore[arg-type]


def of_figures(view: View, asked: FiguresAsked) -> FigureFilter:
    """The filter of a list of figures: those that a number stands for, no places in a row."""
    return FigureFilter(**_in_report(view, asked), ordinal=False, implied=False)  # type: ignore[arg-type]


def of_actors(_: View, asked: ActorsAsked) -> ActorFilter:
    """The filter of a list of actors: those with a name, unless all are asked for."""
    which = asked.chosen()
    return ActorFilter(**which, named=True) if which.pop("every", None) is None else ActorFilter(**which)  # type: ignore[arg-type]


def of_doubts(view: View, asked: DoubtsAsked) -> DoubtFilter:
    """The filter of a list of doubts."""
    return DoubtFilter(**_in_report(view, asked))  # type: ignore[arg-type]


LISTINGS = (
    Listing("reports", ReportsAsked, ReportRow, of_reports),
    Listing("statements", StatementsAsked, StatementRow, of_statements),
    Listing("figures", FiguresAsked, FigureRow, of_figures),
    Listing("actors", ActorsAsked, ActorRow, of_actors),
    Listing("doubts", DoubtsAsked, DoubtRow, of_doubts),
)


def answer(request: Request, listing: Listing, asked: Asked, form: Form) -> Response:
    """One page of a list in the form that was asked for."""
    reader = reader_of(request)
    after = getattr(asked, "after", None) or 0
    as_page = form is Form.HTML
    limit = CSV_ROWS if form is Form.CSV and "limit" not in asked.model_fields_set else asked.limit
    with reader.view() as view:
        which = listing.filter(view, asked)
        facets = reader.kept(view, (listing.name, which, after), lambda view: counted(view, which, after))
        total = sum(times for _, times in facets[""])
        found = rows(view, which, limit, asked.offset, after) if asked.offset < total else ()
        told_of = elsewhere(view, (row["id"] for row in found)) if listing.row is StatementRow and as_page else {}
    if form is Form.CSV:
        return as_csv(found, f"onrecord-{listing.name}")
    if form is Form.JSON:
        return as_json(
            {"total": total, "limit": limit, "offset": asked.offset, "facets": _plain(facets), "rows": list(found)}
        )
    shown: dict[str, Any] = {"rows": found, "total": total, "facets": facets, "asked": asked, "chosen": asked.chosen()}
    return page(request, f"{listing.name}.html.jinja", told_of=told_of, **shown)


def router_of(listing: Listing) -> APIRouter:
    """The addresses of a list: page, ``.json`` (published) and ``.csv``."""
    router = APIRouter()
    question = Annotated[listing.asked, Query()]  # type: ignore[name-defined]

    def shown(request: Request, asked: question) -> Response:
        return answer(request, listing, asked, asked.format)

    def as_rows(request: Request, asked: question) -> Response:
        return answer(request, listing, asked, Form.JSON)

    def as_file(request: Request, asked: question) -> Response:
        return answer(request, listing, asked, Form.CSV)

    path, plural = f"/{listing.name}", list_of(listing.row)
    router.get(path, include_in_schema=False)(shown)
    router.get(f"{path}.csv", include_in_schema=False)(as_file)
    router.get(f"{path}.json", response_model=plural, name=listing.name, summary=f"List {listing.name}")(as_rows)
    return router


def _in_report(view: View, asked: Any) -> dict[str, object]:
    """What narrows the list, with the whole id of the report that its beginning names."""
    which: dict[str, object] = asked.chosen()
    return which | {"report": view.id_of("report", asked.report)} if asked.report else which


def _plain(facets: Facets) -> dict[str, dict[str, int]]:
    return {name: dict(counts) for name, counts in facets.items() if name}
