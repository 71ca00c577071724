"""The reader as one application: its pages, its JSON under the same addresses, and what guards them."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from onrecord.errors import OnrecordError
from onrecord.web import (
    across,
    actors,
    captures,
    deciding,
    entries,
    home,
    problems,
    proposals,
    questions,
    reports,
    review,
    searching,
    series,
    static,
    timeline,
    writing,
)
from onrecord.web.access import Access
from onrecord.web.guard import Guard
from onrecord.web.lists import LISTINGS, router_of
from onrecord.web.pages import static_version
from onrecord.web.reading import Reader

ABOUT = (
    "One ledger, read. Every list is at the same address as its page, with `.json`; spans are `[start, end]` in code"
    " points of the report's text, 0-based and half-open. Nothing here says who is right."
)
ROUTERS = (
    home,
    reports,
    captures,
    deciding,
    entries,
    actors,
    proposals,
    series,
    timeline,
    review,
    questions,
    searching,
    static,
    writing,
)


def application(ledger: Path | str, access: Access | None = None) -> FastAPI:
    """The application that reads one ledger; to be served by one process."""
    access = access or Access()
    app = FastAPI(
        title="onrecord reader",
        version=static_version(),
        description=ABOUT,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        responses={status: {"model": problems.Problem} for status in (400, 404, 422)},
        exception_handlers={
            OnrecordError: problems.of_onrecord,
            RequestValidationError: problems.of_request,
            HTTPException: problems.of_http,
            Exception: problems.of_program,
        },
    )
    app.state.reader = Reader(Path(ledger), access)
    for listing in LISTINGS:
        app.include_router(router_of(listing))
    for view in across.VIEWS:
        app.include_router(across.router_of(view))
    for module in ROUTERS:
        app.include_router(module.router)
    app.add_middleware(Guard, access=access)
    return app
