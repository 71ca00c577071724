"""What a person writes through the reader: a form that is truly theirs, under their name, by the one hand that writes.

A route that writes takes ``form: Annotated[Form, Depends(sent_form)]`` and writes inside ``reader.writer()``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import parse_qsl, quote, unquote

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.errors import UsageError
from onrecord.web.guard import LARGEST_BODY
from onrecord.web.pages import BY, LONGEST_NAME, SESSION, THEME, THEMES, page
from onrecord.web.reading import reader_of

KEY, KEY_HEADER = "form_key", "x-form-key"
FIELDS = 100
YEAR = 365 * 24 * 3600
router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form that was sent, and by whom (empty where nobody has given a name)."""

    fields: Mapping[str, str]
    by: str

    @property
    def back(self) -> str:
        """The page on this reader that the form came from."""
        there = self.fields.get("back", "/")
        return there if there.startswith("/") and not there.startswith(("//", "/\\")) and there.isprintable() else "/"


async def sent_form(request: Request) -> Form:
    """The form of a request; ``UsageError`` where it is none of this reader's own pages'."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise UsageError("That is too much at a time; send less")
    try:
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=FIELDS, errors="strict")
    except (UnicodeDecodeError, ValueError) as error:
        raise UsageError("The form cannot be read; go back, load the page again and send it once more") from error
    fields = dict(pairs)
    presented = request.headers.get(KEY_HEADER) or fields.pop(KEY, None)
    if not reader_of(request).access.is_form_key(request.cookies.get(SESSION), presented):
        raise UsageError(
            "This page is older than the reader, or another site made the form; "
            "nothing was changed: go back, load the page again and send it once more"
        )
    return Form(fields, unquote(request.cookies.get(BY, ""))[:LONGEST_NAME])


@router.get("/settings")
def settings(request: Request) -> Response:
    """Colours, and the name under which decisions are kept."""
    return page(request, "settings.html.jinja")


@router.post("/settings")
async def keep_settings(form: Annotated[Form, Depends(sent_form)]) -> Response:
    """Keep colours and name in the browser."""
    there = RedirectResponse(form.back, 303)
    if form.fields.get("theme") in THEMES:
        there.set_cookie(THEME, form.fields["theme"], max_age=YEAR, samesite="strict")
    if "by" in form.fields:
        name = " ".join("".join(c if c.isprintable() else " " for c in form.fields["by"]).split())[:LONGEST_NAME]
        there.set_cookie(BY, quote(name), max_age=YEAR, httponly=True, samesite="strict")
    return there
