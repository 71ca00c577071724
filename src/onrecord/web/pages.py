"""Turns templates into pages: report text is text always, and nothing in a page is run that is not the reader's own."""

import re
import secrets
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import unquote, urlencode

from jinja2 import Environment, FunctionLoader, StrictUndefined
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse

from onrecord.model.actor_rows import LinkRow
from onrecord.model.utterance_rows import UtteranceMemberRow
from onrecord.views import compare
from onrecord.views import page_words as words
from onrecord.views.blame import does
from onrecord.views.entry import amount
from onrecord.views.figures import title
from onrecord.views.page_groups import who
from onrecord.views.reports import counted
from onrecord.web.reading import Reader

UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
THEMES = ("auto", "light", "dark")
THEME, BY, SESSION = "onrecord-theme", "onrecord-by", "onrecord-session"
LONGEST_NAME = 80
SOUGHT = 6
"""So many words of a statement are searched for where a person wants to see who else has them."""
PLACES = ("onrecord.web", "onrecord.views")
"""Where templates lie; the page that is written to a file shares its parts with the reader."""
SECTIONS = (
    ("/", "Overview"),
    ("/reports", "Reports"),
    ("/statements", "Statements"),
    ("/actors", "Actors"),
    ("/figures", "Figures"),
    ("/series", "Series"),
    ("/timeline", "Timeline"),
    ("/doubts", "Doubts"),
    ("/review", "Review"),
    ("/search", "Search"),
    ("/ask", "Ask"),
)
"""The views, in the order in which people need them."""
ACROSS = (
    ("/compare", "Compare", "One utterance as each outlet has it, word by word, in order of appearance."),
    ("/blame", "Blame", "Who blames, accuses, denies or credits whom, with the denial beside it."),
    ("/positions", "Positions", "What each side demands, offers or refuses, by topic and day."),
    ("/wording", "Wording", "Which words each outlet chooses, in its own voice and in words it quotes."),
    ("/coverage", "Coverage", "What the collected text of each outlet has of what was said and counted, and why."),
    ("/conflicts", "Conflicts", "Reports that cannot both be right or speak against each other, side by side."),
    ("/copies", "Copies", "Reports that print one text, and how much of it."),
)
"""The views over all reports that stand between actors and figures: address, name, and what one sees there."""


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """The page of a template, with what every page shows: where one is, colours, whose name decisions carry."""
    session = request.cookies.get(SESSION) or secrets.token_hex(16)
    html = environment().get_template(template).render(request=request, **_common(request, session), **values)
    made = HTMLResponse(writable(html), status)
    if SESSION not in request.cookies:
        made.set_cookie(SESSION, session, httponly=True, samesite="strict")
    return made


def writable(html: str) -> str:
    """The page as a browser takes it: a carriage return as a reference, what HTML cannot hold as a mark."""
    return UNWRITABLE.sub("\ufffd", html).replace("\r", "&#13;")


def changed(request: Request, **values: object) -> str:
    """The address of this page with other values in its query; None takes one out."""
    return address(request.url.path, request.query_params, **values)


def address(path: str, query: QueryParams | None = None, **values: object) -> str:
    """An address on this reader; empty values are left out."""
    asked = {name: value for name, value in (query.items() if query else ()) if value}
    asked |= {name: str(value) for name, value in values.items() if value is not None}
    kept = {name: value for name, value in asked.items() if value and values.get(name, "") is not None}
    return f"{path}?{urlencode(kept, errors='replace')}" if kept else path


def _common(request: Request, session: str) -> dict[str, Any]:
    theme = request.cookies.get(THEME)
    reader: Reader = request.app.state.reader
    return {
        "sections": (*SECTIONS[:4], *((path, name) for path, name, _ in ACROSS), *SECTIONS[4:]),
        "ways": ACROSS,
        "theme": theme if theme in THEMES else "auto",
        "ledger": reader.path.name,
        "form_key": reader.access.form_key(session),
        "by": unquote(request.cookies.get(BY, ""))[:LONGEST_NAME],
        "version": static_version(),
    }


@cache
def environment() -> Environment:
    """The templates, all of which escape what they print."""
    made = Environment(
        autoescape=True,
        loader=FunctionLoader(_template),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters["who"] = who
    made.filters["short"] = short
    made.filters["sought"] = sought
    made.globals.update(words=words, counted=counted, amount=amount, does=does, compared=compare, series_title=title)
    made.globals.update(changed=changed, address=address, share=False, by_statement=_by_statement)
    made.globals.update(by_people=_by_people)
    return made


def short(words: str, most: int) -> str:
    """The words, cut with a mark for the eye where they are longer."""
    return words if len(words) <= most else words[: most - 1] + "…"


def sought(row: Mapping[str, Any]) -> str:
    """A few words of a statement in a row, as a phrase to search for."""
    runs = re.findall(r"[\w’'-]+(?: [\w’'-]+)*", " ".join(row["content_text"]))
    longest = max(runs, key=len, default="").split()
    return f'"{" ".join(longest[:SOUGHT])}"' if longest else ""


def _by_statement(members: Sequence[UtteranceMemberRow]) -> Mapping[str, UtteranceMemberRow]:
    return {member["statement"]: member for member in members}


def _by_people(links: Sequence[LinkRow], statement: str) -> list[str]:
    """Why a person joined a statement with others."""
    return list(
        dict.fromkeys(one["reason"] for one in links if not one["machine"] and statement in (one["a"], one["b"]))
    )


@cache
def static_version() -> str:
    """A word that changes with the reader, so that a browser does not keep old styles."""
    from importlib.metadata import version

    return version("onrecord")


def _template(name: str) -> str | None:
    for place in PLACES:
        file = files(place) / "templates" / name
        if file.is_file():
            return file.read_text("utf-8")
    return None
