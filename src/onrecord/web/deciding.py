"""What people decide about utterances in the reader: which are one, which are two; and how it is taken back."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.errors import NotFound, UsageError
from onrecord.flow import deciding, reviewing
from onrecord.ledger import View
from onrecord.web.across_asked import CompareAsked
from onrecord.web.formats import as_json
from onrecord.web.pages import address
from onrecord.web.reading import reader_of
from onrecord.web.writing import Form, sent_form

router = APIRouter(include_in_schema=False)


@router.post("/compare")
def rule(request: Request, form: Annotated[Form, Depends(sent_form)]) -> Response:
    """Keep one decision; as JSON for a script, else back to where the form came from, which says what was kept."""
    with reader_of(request).ruling() as path:
        decision = _kept(path, form.fields, form.by or "somebody")
    if request.headers.get("accept", "").startswith("application/json"):
        return as_json({"decision": decision})
    return RedirectResponse(_back(request, form, decision), 303)


def _back(request: Request, form: Form, decision: int) -> str:
    """Where the form came from, saying what was decided; without an utterance that is no more, or what was held."""
    there, where = urlsplit(form.back), form.fields.get("at", "")
    asked = QueryParams(there.query)
    left: dict[str, object] = {"decided": decision}
    if form.fields.get("kind") == "join":
        left["hold"] = None
    if "utterance" in asked:
        with reader_of(request).view() as view:
            left["utterance"] = asked["utterance"] if _is_there(view, asked["utterance"]) else None
    back = address(there.path, asked, **left)
    return f"{back}#{where}" if where.replace("-", "").isalnum() else back


def _is_there(view: View, utterance: str) -> bool:
    try:
        return bool(view.utterance_id(utterance))
    except NotFound:
        return False


def beside(view: View, asked: CompareAsked) -> dict[str, Any]:
    """What the page says besides: what was just decided, what is held to be joined with another, and its words."""
    found: dict[str, Any] = {"decision": None, "held": None, "gone": False}
    found["chosen"] = {name: value for name, value in asked.chosen().items() if name != "pairs"}
    if asked.decided:
        known = view.decisions()
        found["decision"] = next((one for one in known if one.number == asked.decided), None)
        found["gone"] = str(asked.decided) in {one.after for one in known if one.kind == "undo"}
    if asked.hold:
        try:
            meant = view.meant_by(asked.hold)
            (row,) = view.statements_by_id([meant.parts[0].statement])
        except (NotFound, ValueError):
            return found
        found["held"] = {"id": meant.id, "row": row, "versions": len(meant.parts)}
    return found


def _kept(path: Path, fields: Mapping[str, str], by: str) -> int:
    """The number of the decision."""
    kind, one, other = fields.get("kind", ""), fields.get("one", ""), fields.get("other", "").strip()
    why = fields.get("because", "")[:1000]
    if kind in ("join", "apart"):
        return deciding.rule(path, one, other, kind == "join", by, why).number
    if kind == "undo" and fields.get("decision", "").isdecimal():
        return reviewing.undo(path, int(fields["decision"][:12]), by, why)
    raise UsageError("The form says nothing that can be done; go back, load the page again and send it once more")
