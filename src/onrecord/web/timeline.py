"""Dated events as reports have them, in order: what is not certain of day or happening is seen to be so."""

import json
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import TimeFilter, View
from onrecord.views import timeline as viewing
from onrecord.views.page_words import SHARE_LIMIT, Excerpt, excerpt
from onrecord.web.asked import Form, TimelineAsked
from onrecord.web.formats import as_csv, as_json
from onrecord.web.pages import page
from onrecord.web.pictures import picture
from onrecord.web.problems import unready
from onrecord.web.reading import Reader, Worked, reader_of
from onrecord.web.strips import Strip, of_days, scale

MOST_DRAWN = 60
router = APIRouter()


@dataclass(frozen=True, slots=True)
class Line:
    """One event as the list shows it."""

    event: viewing.Dated
    days: str
    sentence: Excerpt
    strip: Strip


@router.get("/timeline.json", summary="Dated events")
def as_rows(request: Request, asked: Annotated[TimelineAsked, Query()]) -> Response:
    """Events in order, with the entries behind each; ``ready`` is false while they are worked out."""
    worked = _worked(reader_of(request), asked)
    found = worked.answer or []
    shown = [viewing.line(event) for event in found[asked.offset : asked.offset + asked.limit]]
    return as_json({"ready": worked.answer is not None, "total": len(found), "offset": asked.offset, "rows": shown})


@router.get("/timeline.csv", include_in_schema=False)
def as_file(request: Request, asked: Annotated[TimelineAsked, Query()]) -> Response:
    """Every event asked for, one line each."""
    worked = _worked(reader_of(request), asked)
    if worked.answer is None:
        return unready(request)
    return as_csv([viewing.line(e) for e in worked.answer], "onrecord-timeline")


@router.get("/timeline.svg", include_in_schema=False)
def drawn(request: Request, asked: Annotated[TimelineAsked, Query()]) -> Response:
    """The events of one page of the list as a picture."""
    found = _worked(reader_of(request), asked).answer or []
    spec = viewing.picture(found[asked.offset : asked.offset + min(asked.limit, MOST_DRAWN)])
    return picture(json.dumps(spec))


@router.get("/timeline", include_in_schema=False)
def shown(request: Request, asked: Annotated[TimelineAsked, Query()]) -> Response:
    """The events in order, each with its place between the first and the last of this page."""
    if asked.format is not Form.HTML:
        return (as_rows if asked.format is Form.JSON else as_file)(request, asked)
    worked = _worked(reader_of(request), asked)
    found = worked.answer or []
    events = found[asked.offset : asked.offset + asked.limit]
    edges = scale(day for event in events for day in (event.start, event.end))
    return page(
        request,
        "timeline.html.jinja",
        lines=[_line(event, *edges) for event in events] if edges else [],
        edges=edges,
        total=len(found),
        asked=asked,
        chosen=asked.chosen(),
        worked=worked,
    )


def _line(event: viewing.Dated, first: str, last: str) -> Line:
    strip = of_days(event.start, event.end, first, last)
    return Line(event, viewing.days(event), excerpt([event.label], SHARE_LIMIT), strip)


def _worked(reader: Reader, asked: TimelineAsked) -> Worked[list[viewing.Dated]]:
    chosen = asked.chosen()

    def make(view: View) -> list[viewing.Dated]:
        if asked.report:
            chosen["report"] = view.id_of("report", asked.report)
        return viewing.events(view, TimeFilter(dated=True, dates_saying=False, **chosen))  # type: ignore[arg-type]

    return reader.worked(("timeline", *sorted((name, str(value)) for name, value in chosen.items())), make)
