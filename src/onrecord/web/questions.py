"""A question in plain words: answered by entries, or not on record."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from onrecord.views import ask as asking
from onrecord.web.asked import Asked
from onrecord.web.formats import as_csv, as_json
from onrecord.web.pages import page
from onrecord.web.reading import Worked, reader_of

router = APIRouter()


class QuestionAsked(Asked):
    """Which question."""

    q: Annotated[str, Field(max_length=300)] = ""
    limit: Annotated[int, Field(ge=1, le=100)] = 10


@router.get("/ask.json", summary="A question in plain words, answered by entries or not on record")
def as_rows(request: Request, asked: Annotated[QuestionAsked, Query()]) -> Response:
    """The entries that answer, the best first; ``reason`` says why there are none."""
    answer = _answered(request, asked)
    rows = [asking.line(hit) for hit in answer.hits] if answer else []
    return as_json(
        {"question": asked.q, "on_record": bool(rows), "reason": answer.reason if answer else "", "rows": rows}
    )


@router.get("/ask.csv", include_in_schema=False)
def as_file(request: Request, asked: Annotated[QuestionAsked, Query()]) -> Response:
    """The entries that answer, one line each."""
    answer = _answered(request, asked)
    return as_csv([asking.line(hit) for hit in answer.hits] if answer else [], "onrecord-ask")


@router.get("/ask", include_in_schema=False)
def shown(request: Request, asked: Annotated[QuestionAsked, Query()]) -> Response:
    """The page of a question."""
    if asked.format == "json":
        return as_rows(request, asked)
    if asked.format == "csv":
        return as_file(request, asked)
    words = asked.q.strip()
    worked: Worked[asking.Answer] = Worked(None, fresh=True)
    if words:
        name = ("ask", words, asked.limit)
        worked = reader_of(request).worked(name, lambda view: asking.ask(view, words, asked.limit))
    return page(request, "ask.html.jinja", worked=worked, answer=worked.answer, asked=asked)


def _answered(request: Request, asked: QuestionAsked) -> asking.Answer | None:
    reader, words = reader_of(request), asked.q.strip()
    if not words:
        return None
    with reader.view() as view:
        return reader.kept(view, ("ask", words, asked.limit), lambda view: asking.ask(view, words, asked.limit))
