"""Figures that count the same, over all reports: a line for each, with bounds, givers, and what differs."""

import json
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi import Path as InPath
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import NotFound
from onrecord.ledger import View
from onrecord.model.rows import FigureRow
from onrecord.views import figures as viewing
from onrecord.views.entry import amount
from onrecord.web.asked import Asked, Form, Words
from onrecord.web.formats import as_csv, as_json
from onrecord.web.pages import page
from onrecord.web.pictures import picture
from onrecord.web.problems import unready
from onrecord.web.reading import Reader, Worked, reader_of
from onrecord.web.strips import Strip, of_value

PER_PAGE = 20
router = APIRouter()
SeriesId = Annotated[str, InPath(pattern=r"^[0-9A-Fa-f]{1,64}$")]


class SeriesAsked(Asked):
    """Which series: those whose figures count what holds these words."""

    what: Words | None = None
    limit: Annotated[int, Query(ge=1, le=200)] = PER_PAGE


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of a series as its table shows it."""

    row: FigureRow
    amount: str
    strip: Strip
    remark: str


@router.get("/series.json", summary="Series of figures that count the same")
def as_rows(request: Request, asked: Annotated[SeriesAsked, Query()]) -> Response:
    """The series with their figures, what was revised and what differs; ``ready`` is false while they are made."""
    worked = _worked(reader_of(request))
    found = _found(worked, asked)
    shown = [viewing.line(one) for one in found[asked.offset : asked.offset + asked.limit]]
    return as_json({"ready": worked.answer is not None, "total": len(found), "offset": asked.offset, "rows": shown})


@router.get("/series.csv", include_in_schema=False)
def as_file(request: Request, asked: Annotated[SeriesAsked, Query()]) -> Response:
    """Every figure of every series asked for, one line each."""
    worked = _worked(reader_of(request))
    if worked.answer is None:
        return unready(request)
    found = _found(worked, asked)
    return as_csv([{"series": one.series.id, **line.row} for one in found for line in _lines(one)], "onrecord-series")


@router.get("/series", include_in_schema=False)
def shown(request: Request, asked: Annotated[SeriesAsked, Query()]) -> Response:
    """The series, those of most outlets' dates mixed with all others, in the order of their oldest figures."""
    if asked.format is not Form.HTML:
        return (as_rows if asked.format is Form.JSON else as_file)(request, asked)
    worked = _worked(reader_of(request))
    found = _found(worked, asked)
    blocks = [(one, _lines(one)) for one in found[asked.offset : asked.offset + asked.limit]]
    return page(
        request,
        "series.html.jinja",
        blocks=blocks,
        total=len(found),
        asked=asked,
        chosen=asked.chosen(),
        worked=worked,
        alone=len(worked.answer.alone) if worked.answer else 0,
    )


@router.get("/series/{series}.svg", include_in_schema=False)
def drawn(request: Request, series: SeriesId) -> Response:
    """One series as a picture of its own, for a text or a slide."""
    reader = reader_of(request)
    one = _one(reader, series)
    spec = viewing.picture([one])
    if spec is None:
        raise NotFound(f"series {series}: nothing of it can be drawn, for no figure of it is dated")
    return picture(json.dumps(spec))


@router.get("/series/{series}", include_in_schema=False)
def read(request: Request, series: SeriesId) -> Response:
    """One series."""
    one = _one(reader_of(request), series)
    if request.query_params.get("format") == "json":
        return as_json(viewing.line(one))
    return page(request, "one_series.html.jinja", one=one, lines=_lines(one))


def _worked(reader: Reader) -> Worked[viewing.Answer]:
    def make(view: View) -> viewing.Answer:
        return viewing.found(view)

    return reader.worked("series", make)


def _found(worked: Worked[viewing.Answer], asked: SeriesAsked) -> list[viewing.Shown]:
    if worked.answer is None:
        return []
    words = (asked.what or "").casefold()
    return [
        one
        for one in worked.answer.shown
        if not words or any(words in f"{row['what']} {row['group']}".casefold() for row in one.rows)
    ]


def _one(reader: Reader, beginning: str) -> viewing.Shown:
    answer = _worked(reader).answer
    every = (*answer.shown, *answer.alone) if answer else ()
    found = [one for one in every if one.series.id.startswith(beginning.lower())]
    if len(found) != 1:
        raise NotFound(f"series {beginning}: not among those that are made of the figures; see the list of series")
    return found[0]


def _lines(one: viewing.Shown) -> list[Line]:
    remarks = viewing.remarks(one)
    known = [v for row in one.rows for v in (row["value"], row["minimum"], row["maximum"]) if v is not None]
    top = max(known, default=0.0)
    return [
        Line(row, amount(row), of_value(row["value"], row["minimum"], row["maximum"], top), remarks.get(row["id"], ""))
        for row in one.rows
    ]
