"""Pairs that might be one actor, the likeliest first, for a person to decide."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import View
from onrecord.model.rows import ProposalRow
from onrecord.web.asked import Asked, Form
from onrecord.web.formats import as_csv, as_json
from onrecord.web.pages import page
from onrecord.web.reading import reader_of
from onrecord.web.schema import list_of

router = APIRouter()


@router.get("/proposals.json", response_model=list_of(ProposalRow), summary="Pairs that might be one actor")
def as_rows(request: Request, asked: Annotated[Asked, Query()]) -> Response:
    """The pairs, the likeliest first."""
    rows = _found(request)
    shown = list(rows[asked.offset : asked.offset + asked.limit])
    return as_json({"total": len(rows), "limit": asked.limit, "offset": asked.offset, "facets": {}, "rows": shown})


@router.get("/proposals.csv", include_in_schema=False)
def as_file(request: Request) -> Response:
    """The pairs, one line each."""
    return as_csv(_found(request), "onrecord-proposals")


@router.get("/proposals", include_in_schema=False)
def shown(request: Request, asked: Annotated[Asked, Query()]) -> Response:
    """The page of the pairs."""
    if asked.format is not Form.HTML:
        return as_rows(request, asked) if asked.format is Form.JSON else as_file(request)
    rows = _found(request)
    some = rows[asked.offset : asked.offset + asked.limit]
    return page(request, "proposals.html.jinja", rows=some, total=len(rows), asked=asked)


def _found(request: Request) -> Sequence[ProposalRow]:
    reader = reader_of(request)
    with reader.view() as view:
        return reader.kept(view, "proposals", _likeliest_first)


def _likeliest_first(view: View) -> Sequence[ProposalRow]:
    return sorted(view.proposals(), key=lambda row: (-row["score"], row["id"]))
