"""Words wherever they stand, with the text around them, and what to narrow by."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import SearchFilter
from onrecord.ledger.elsewhere import elsewhere
from onrecord.model.span import Span
from onrecord.views.search import Answer, Hit, search
from onrecord.web.asked import Form, SearchAsked
from onrecord.web.formats import as_csv, as_json
from onrecord.web.pages import page
from onrecord.web.reading import reader_of

router = APIRouter()
FACETS = 12


@router.get("/search.json", summary="Search all reports")
def as_rows(request: Request, asked: Annotated[SearchAsked, Query()]) -> Response:
    """The best places first, at most three of a report; spans of the words found, and counts to narrow by."""
    found = _found(request, asked)
    return as_json(
        {
            "words": found.words,
            "reports": found.reports,
            "statements": found.statements,
            "facets": {name: dict(counts) for name, counts in found.facets.items()},
            "rows": [asdict(hit) for hit in found.hits],
        }
    )


@router.get("/search.csv", include_in_schema=False)
def as_file(request: Request, asked: Annotated[SearchAsked, Query()]) -> Response:
    """The places, one line each."""
    return as_csv([asdict(hit) for hit in _found(request, asked).hits], "onrecord-search")


@router.get("/search", include_in_schema=False)
def shown(request: Request, asked: Annotated[SearchAsked, Query()]) -> Response:
    """The places in the order of how well they match."""
    if asked.format is not Form.HTML:
        return (as_rows if asked.format is Form.JSON else as_file)(request, asked)
    found = _found(request, asked)
    hits = [(hit, pieces(hit)) for hit in found.hits]
    with reader_of(request).view() as view:
        told_of = elsewhere(view, (hit.entry for hit in found.hits if hit.entry))
    chosen = {name: value for name, value in asked.chosen().items() if name != "q"}
    return page(
        request, "search.html.jinja", found=found, hits=hits, told_of=told_of, asked=asked, chosen=chosen, most=FACETS
    )


def pieces(hit: Hit) -> list[tuple[str, bool]]:
    """The snippet in pieces, each with whether it is one of the words found."""
    start, end = hit.around
    marks = [Span(max(start, s), min(end, e)) for s, e in hit.spans if s < end and e > start]
    parts: list[tuple[str, bool]] = []
    at = start
    for mark in marks:
        parts += [
            (hit.snippet[at - start : mark.start - start], False),
            (hit.snippet[mark.start - start : mark.end - start], True),
        ]
        at = mark.end
    return [part for part in (*parts, (hit.snippet[at - start :], False)) if part[0]]


def _found(request: Request, asked: SearchAsked) -> Answer:
    reader, which = reader_of(request), asked.chosen()
    which.pop("q", None)
    with reader.view() as view:
        name = ("search", asked.q, asked.limit, *sorted((key, str(value)) for key, value in which.items()))
        return reader.kept(view, name, lambda view: search(view, asked.q, SearchFilter(**which), asked.limit))  # type: ignore[arg-type]
