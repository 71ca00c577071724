"""One entry of any kind: its words in their place, why it says what it says, and how it is cited."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter
from fastapi import Path as InPath
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.ledger import View
from onrecord.ledger.elsewhere import elsewhere
from onrecord.views import cite as citing
from onrecord.views.entry import headline
from onrecord.views.explain import explain
from onrecord.views.show import show
from onrecord.web.formats import as_csv, as_json
from onrecord.web.pages import page
from onrecord.web.reading import reader_of

EntryId = Annotated[str, InPath(pattern=r"^[0-9A-Fa-f]{1,64}$")]
router = APIRouter()


@router.get("/entries/{entry}", include_in_schema=False)
def of_any_kind(request: Request, entry: EntryId) -> Response:
    """The address of an entry under its own kind."""
    with reader_of(request).view() as view:
        id = view.id_of("entry", entry)
        return RedirectResponse(f"/{view.kind_of(id)}s/{id}", 307)


def as_row(request: Request, kind: str, entry: str) -> Response:
    """The row, the segments of text around it, the citation, and what was weighed."""
    return _answered(request, kind, entry, _as_json)


def as_line(request: Request, kind: str, entry: str) -> Response:
    """The row as one line of CSV."""
    return _answered(request, kind, entry, lambda view, id: as_csv([show(view, id).row], f"onrecord-{id}"))


def read(request: Request, kind: str, entry: str) -> Response:
    """The page of one entry."""
    form = request.query_params.get("format")
    if form in ("json", "csv"):
        return (as_row if form == "json" else as_line)(request, kind, entry)

    def shown(view: View, id: str) -> Response:
        one = show(view, id)
        actor = one.row.get("actor")
        return page(
            request,
            "entry.html.jinja",
            actor_name=view.actor(str(actor))["name"] if actor else None,
            told=elsewhere(view, (id,)).get(id) if kind == "statement" else None,
            kind=kind,
            shown=one,
            row=one.row,
            line=headline(one.row),
            explanation=explain(view, id),
            citation=citing.as_text(citing.cite(view, id)),
        )

    return _answered(request, kind, entry, shown)


def _add(kind: str) -> None:
    """Give entries of a kind their addresses."""

    def page_of(request: Request, entry: EntryId) -> Response:
        return read(request, kind, entry)

    def row_of(request: Request, entry: EntryId) -> Response:
        return as_row(request, kind, entry)

    def line_of(request: Request, entry: EntryId) -> Response:
        return as_line(request, kind, entry)

    path = f"/{kind}s/{{entry}}"
    router.get(f"{path}.json", name=kind, summary=f"One {kind}, in its place, with the reason")(row_of)
    router.get(f"{path}.csv", include_in_schema=False)(line_of)
    router.get(path, include_in_schema=False)(page_of)


for _kind in ("statement", "mention", "figure", "time", "relation", "position", "label"):
    _add(_kind)


def _answered(request: Request, kind: str, entry: str, make: Callable[[View, str], Response]) -> Response:
    """What is made of the entry; under another kind's address, the right one."""
    with reader_of(request).view() as view:
        id = view.id_of("entry", entry)
        own = view.kind_of(id)
        if own != kind:
            return RedirectResponse(request.url.path.replace(f"/{kind}s/", f"/{own}s/", 1), 307)
        return make(view, id)


def _as_json(view: View, id: str) -> Response:
    one, why = show(view, id), explain(view, id)
    return as_json(
        {
            "entry": one.row,
            "report": one.report,
            "segments": [{"span": list(s.span), "words": s.words, "roles": list(s.roles)} for s in one.segments],
            "bytes": [list(span) for span in one.bytes],
            "weighed": [w._asdict() for w in why.weighed],
            "features": dict(why.features),
            "doubts": list(why.doubts),
            "settled": why.settled._asdict(),
            "citation": asdict(citing.cite(view, id)),
        }
    )
