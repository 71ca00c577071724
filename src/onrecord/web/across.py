"""Views over all reports, worked out beside the pages: who blames whom, positions, wording, and what follows them.

Each is one line in a literal table: its name in addresses, what may be asked, how it is made, the lines that programs
read, and its template. A new view is a template and a line.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import View
from onrecord.web.across_asked import (
    BlameAsked,
    CompareAsked,
    ConflictsAsked,
    CopiesAsked,
    CoverageAsked,
    PositionsAsked,
    WordingAsked,
    blame,
    compare,
    conflicts,
    copies,
    coverage,
    positions,
    wording,
)
from onrecord.web.asked import Asked, Form
from onrecord.web.deciding import beside
from onrecord.web.formats import as_csv, as_json
from onrecord.web.pages import page
from onrecord.web.problems import unready
from onrecord.web.reading import DECIDED_PATIENCE, PATIENCE, Worked, reader_of
from onrecord.web.schema import ready_list


@dataclass(frozen=True, slots=True)
class Made:
    """What one view found: the items that its page shows, lines for programs, and what else its template takes.

    ``lines`` gives one or several lines for each item.
    """

    items: Sequence[Any]
    lines: Callable[[Sequence[Any]], Iterable[Mapping[str, Any]]]
    more: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Across:
    """One view over all reports; ``beside`` gives what its page says of the ledger as it is just now."""

    name: str
    asked: type[Asked]
    make: Callable[[View, Any], Any]
    beside: Callable[[View, Any], Mapping[str, Any]] | None = None


VIEWS = (
    Across("compare", CompareAsked, compare, beside),
    Across("blame", BlameAsked, blame),
    Across("positions", PositionsAsked, positions),
    Across("wording", WordingAsked, wording),
    Across("coverage", CoverageAsked, coverage),
    Across("conflicts", ConflictsAsked, conflicts),
    Across("copies", CopiesAsked, copies),
)


def router_of(across: Across) -> APIRouter:
    """The addresses of a view: page, ``.json`` and ``.csv``."""
    router = APIRouter()
    question = Annotated[across.asked, Query()]  # type: ignore[name-defined]

    def shown(request: Request, asked: question) -> Response:
        return _answer(request, across, asked, asked.format)

    def as_rows(request: Request, asked: question) -> Response:
        return _answer(request, across, asked, Form.JSON)

    def as_file(request: Request, asked: question) -> Response:
        return _answer(request, across, asked, Form.CSV)

    path = f"/{across.name}"
    router.get(path, include_in_schema=False)(shown)
    router.get(f"{path}.csv", include_in_schema=False)(as_file)
    router.get(
        f"{path}.json", response_model=ready_list(), name=across.name, summary=f"The {across.name} of all reports"
    )(as_rows)
    return router


def _answer(request: Request, across: Across, asked: Asked, form: Form) -> Response:
    worked = _worked(request, across, asked)
    made = worked.answer or Made((), lambda items: (), {})
    some = made.items[asked.offset : asked.offset + asked.limit]
    if form is Form.CSV:
        if worked.answer is None:
            return unready(request)
        return as_csv(list(made.lines(made.items)), f"onrecord-{across.name}")
    if form is Form.JSON:
        ready = {"ready": worked.answer is not None, "total": len(made.items), "offset": asked.offset}
        return as_json(ready | {"rows": list(made.lines(some))})
    shown: dict[str, Any] = {"items": some, "total": len(made.items), "asked": asked, "chosen": asked.chosen()}
    if across.beside:
        with reader_of(request).view() as view:
            shown |= across.beside(view, asked)
    return page(request, f"{across.name}.html.jinja", worked=worked, more=defaultdict(tuple, made.more), **shown)


def _worked(request: Request, across: Across, asked: Asked) -> Worked[Made]:
    name = (across.name, *sorted((key, str(value)) for key, value in asked.chosen().items()))

    def make(view: View) -> Made:
        return Made(*across.make(view, asked))

    # Who has just decided something waits a little for what has come of it.
    patience = DECIDED_PATIENCE if getattr(asked, "decided", None) else PATIENCE
    return reader_of(request).worked(name, make, patience)
