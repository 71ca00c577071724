"""What went wrong, as a page for people and as JSON for programs, each with the next step."""

import logging

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Scope

from onrecord.errors import LedgerError, NotFound, OnrecordError, UsageError
from onrecord.web.pages import page

log = logging.getLogger(__name__)


class Problem(BaseModel):
    """What a program is told where an answer cannot be given, and what to do next."""

    error: str
    next: str


def problem(scope: Scope, status: int, title: str, step: str) -> Response:
    """The answer that says what is wrong and what to do; as JSON where JSON was asked for."""
    request = Request(scope)
    if wants_json(request):
        return JSONResponse({"error": title, "next": step}, status)
    return page(request, "problem.html.jinja", status, title=title, step=step)


def unready(request: Request) -> Response:
    """The answer to who asks for a file that is still worked out: an empty one would say that there is nothing."""
    made = problem(request.scope, 503, "This is still being worked out", "Ask for the file again in a few seconds.")
    made.headers["Retry-After"] = "3"
    return made


def wants_json(request: Request) -> bool:
    """Whether a program asks."""
    return request.url.path.endswith(".json") or request.query_params.get("format") == "json"


async def of_onrecord(request: Request, error: Exception) -> Response:
    """The answer to an error that onrecord raises on purpose."""
    assert isinstance(error, OnrecordError)
    what, _, step = str(error).partition("; ")
    status = 404 if isinstance(error, NotFound) else 400 if isinstance(error, UsageError) else 503
    if isinstance(error, NotFound):
        step = "It may have been taken out, or the address is not whole. Look for it with Search, or begin at Overview."
    if isinstance(error, LedgerError):
        log.error("%s", error)
    return problem(request.scope, status, what, step or "Go back and ask for something else.")


async def of_request(request: Request, error: Exception) -> Response:
    """The answer to a value that makes no sense where it stands."""
    assert isinstance(error, RequestValidationError)
    faults = error.errors()
    if any("path" in fault.get("loc", ()) for fault in faults):
        return problem(request.scope, 404, "There is no such page", "Begin at Overview, or use Search.")
    names = sorted({str(fault["loc"][-1]) for fault in faults if fault.get("loc")})
    title = f"{', '.join(names) or 'Something asked for'}: not a value that can be asked for"
    return problem(request.scope, 422, title, "Take it out of the address, or choose from the lists on the page.")


async def of_http(request: Request, error: Exception) -> Response:
    """The answer where there is no such page."""
    status = getattr(error, "status_code", 500)
    if status == 404:
        return problem(request.scope, 404, "There is no such page", "Begin at Overview, or use Search.")
    return problem(request.scope, status, str(getattr(error, "detail", "That did not work")), "Go back and try again.")


async def of_program(request: Request, error: Exception) -> Response:
    """The answer where the program itself failed."""
    log.error("%s failed", request.url.path, exc_info=error)
    step = "Nothing was changed. Please tell the authors which page it was; what it failed on is in the terminal."
    return problem(request.scope, 500, "The reader failed on this page", step)
