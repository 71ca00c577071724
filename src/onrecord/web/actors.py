"""One actor: names, how each outlet describes them, why they are one, and what they say."""

from typing import Annotated

from fastapi import APIRouter
from fastapi import Path as InPath
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import StatementFilter
from onrecord.ledger.elsewhere import elsewhere
from onrecord.ledger.lists import counted, rows
from onrecord.model.rows import ActorRow
from onrecord.views.actors import others, show_actor
from onrecord.web.formats import as_csv, as_json
from onrecord.web.pages import page
from onrecord.web.reading import reader_of
from onrecord.web.schema import model_of

STATEMENTS, WORDS = 20, 60
"""So many statements, names and descriptions of one actor are shown before the rest is counted."""
router = APIRouter()
ActorId = Annotated[str, InPath(pattern=r"^[0-9A-Fa-f]{1,64}$")]


@router.get("/actors/{actor}.json", response_model=model_of(ActorRow), summary="One actor")
def as_row(request: Request, actor: ActorId) -> Response:
    """The row of one actor."""
    with reader_of(request).view() as view:
        return as_json(view.actor(actor))


@router.get("/actors/{actor}.csv", include_in_schema=False)
def as_line(request: Request, actor: ActorId) -> Response:
    """The row of one actor as a line of CSV."""
    with reader_of(request).view() as view:
        row = view.actor(actor)
    return as_csv([row], f"onrecord-{row['id']}")


@router.get("/actors/{actor}", include_in_schema=False)
def read(request: Request, actor: ActorId) -> Response:
    """The page of one actor."""
    form = request.query_params.get("format")
    if form in ("json", "csv"):
        return (as_row if form == "json" else as_line)(request, actor)
    reader = reader_of(request)
    with reader.view() as view:
        shown = show_actor(view, actor)
        said = StatementFilter(actor=shown.row["id"])
        total = sum(times for _, times in counted(view, said)[""])
        statements = rows(view, said, STATEMENTS)
        told_of = elsewhere(view, (row["id"] for row in statements))
    row = shown.row
    return page(
        request,
        "actor.html.jinja",
        shown=shown,
        row=row,
        also=others(row["aliases"], row["name"]),
        statements=statements,
        told_of=told_of,
        total=total,
        roles=sorted(row["roles"], key=lambda role: (role["date"] or "~", role["report"], role["start"])),
        most=WORDS,
    )
