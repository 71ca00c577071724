"""One report to read: its text with every statement in place, and the statements beside it in the same order."""

from typing import Annotated

from fastapi import APIRouter, HTTPException
from fastapi import Path as InPath
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from onrecord.ledger import DoubtFilter, StatementFilter, View
from onrecord.model.rows import ReportRow
from onrecord.views.page_entries import Record, record
from onrecord.web.formats import as_json
from onrecord.web.pages import page
from onrecord.web.reading import reader_of
from onrecord.web.schema import model_of

MOST_MARKS = 4_000
"""A report with more statements than these is shown without marks; its statements have pages."""
router = APIRouter()
ReportId = Annotated[str, InPath(pattern=r"^[0-9A-Fa-f]{1,64}$")]


@router.get("/reports/{report}.json", response_model=model_of(ReportRow), summary="One report")
def as_row(request: Request, report: ReportId) -> Response:
    """The row of one report."""
    with reader_of(request).view() as view:
        return as_json(view.report_row(report))


@router.get("/reports/{report}.txt", include_in_schema=False)
def as_words(request: Request, report: ReportId) -> Response:
    """The exact text of one report."""
    with reader_of(request).view() as view:
        return PlainTextResponse(view.text(report).encode("utf-8", "replace"))


@router.get("/reports/{report}", include_in_schema=False)
def read(request: Request, report: ReportId) -> Response:
    """The page of one report."""
    reader = reader_of(request)
    with reader.view() as view:
        id = view.id_of("report", report)
        if request.query_params.get("format") == "json":
            return as_json(view.report_row(id))
        row = view.report_row(id)
        shown = reader.kept(view, ("report", id), lambda view: _record(view, row))
        origins = view.origins(id)
    if not shown.stories:
        raise HTTPException(404)
    story = shown.stories[0]
    doubts = [d for d in story.doubts if d.row["disposition"] != "not-analysed"]
    return page(
        request,
        "report.html.jinja",
        record=shown,
        labels=shown.labels,
        story=story,
        doubts=doubts,
        origins=origins,
    )


def _record(view: View, row: ReportRow) -> Record:
    id = row["id"]
    statements = list(view.statements(StatementFilter(report=id))) if row["statements"] <= MOST_MARKS else []
    return record([row], {id: view.text(id)}, statements, list(view.doubts(DoubtFilter(report=id))), share=False)
