"""Review: what nobody has judged yet, each entry in its place, ruled on by one key; and what was decided so far."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from pydantic import Field
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.errors import UsageError
from onrecord.flow import reviewing
from onrecord.ledger import MentionFilter, StatementFilter, View
from onrecord.model.review import Finding
from onrecord.model.statement import Statement
from onrecord.model.terms import Act, Band, Mode, Nameless
from onrecord.views import review as looking
from onrecord.views.show import show
from onrecord.web.asked import Asked, Id, Words
from onrecord.web.entries import EntryId
from onrecord.web.formats import as_csv, as_json
from onrecord.web.pages import address, page
from onrecord.web.reading import reader_of
from onrecord.web.writing import Form, sent_form

ROLES = ("source", "cue", "content", "addressee", "channel")
AROUND = 400
"""Characters of the report on either side of what is edited."""
CARDS = 20
router = APIRouter(include_in_schema=False)


class ReviewAsked(Asked):
    """Which statements; ``sample``: so many drawn at random with ``seed``."""

    limit: Annotated[int, Field(ge=1, le=100)] = CARDS
    outlet: Words | None = None
    act: Act | None = None
    band: Band | None = None
    report: Id | None = None
    sample: Annotated[int, Field(ge=1, le=100_000)] | None = None
    seed: Annotated[int, Field(ge=0, le=1_000_000)] = 0


@router.get("/review")
def queue(request: Request, asked: Annotated[ReviewAsked, Query()]) -> Response:
    """The statements to judge, grave acts and doubtful ones first, or a sample."""
    with reader_of(request).view() as view:
        rate = looking.sample(view, asked.sample, asked.seed) if asked.sample else None
        names = {name: getattr(asked, name) for name in ("outlet", "act", "band") if getattr(asked, name)}
        if asked.report:
            names["report"] = view.id_of("report", asked.report)
        ids = list(rate.waiting[: asked.limit]) if rate else view.waiting(StatementFilter(**names), asked.limit)
        if asked.format == "json":
            return as_json({"waiting": [view.entry(id) for id in ids], "statuses": view.statuses()})
        if asked.format == "csv":
            return as_csv([view.entry(id) for id in ids], "onrecord-review")
        return page(
            request,
            "review.html.jinja",
            cards=[show(view, id, context=1) for id in ids],
            statuses=view.statuses(),
            rate=rate,
            said=looking.sentence(rate) if rate else None,
            notes=view.review_notes(),
            asked=asked,
            chosen=names,
            acts=list(Act),
            bands=list(Band),
            here=address(request.url.path, request.query_params),
        )


@router.get("/review/new")
def new(request: Request, report: Annotated[Id, Query()], content: Annotated[Words, Query()] = "") -> Response:
    """The form for a statement that was missed, with the words selected in the report as its content."""
    with reader_of(request).view() as view:
        id, text = view.id_of("report", report), view.text(report)
        start, end = looking.place(text, content, 0, f"report {id}") if content else (0, min(len(text), AROUND))
        spans = {role: [[start, end]] if content and role == "content" else [] for role in ROLES}
        return page(request, "review_one.html.jinja", row=None, machine=None, **_form(view, id, text, spans))


@router.get("/review/{entry}")
def one(request: Request, entry: EntryId) -> Response:
    """The form by which an entry is mended, the machine's version beside a person's."""
    with reader_of(request).view() as view:
        row = view.entry(entry)
        text = view.text(row["report"])
        spans = {role: row[role] or [] for role in ROLES}  # type: ignore[literal-required]
        machine = _told(view.machine_version(row["id"]), text)
        return page(
            request, "review_one.html.jinja", row=row, machine=machine, **_form(view, row["report"], text, spans)
        )


@router.post("/review")
def rule(request: Request, form: Annotated[Form, Depends(sent_form)]) -> Response:
    """Keep one ruling; as JSON for the reader's own script, else back to where the form came from."""
    by = form.by or "somebody"
    with reader_of(request).ruling() as path:
        decision, told = _kept(path, form.fields, by)
    if request.headers.get("accept", "").startswith("application/json"):
        return as_json({"decision": decision, "told": told})
    return RedirectResponse(form.back, 303)


@router.get("/decisions")
def decisions(request: Request, asked: Annotated[Asked, Query()]) -> Response:
    """What people decided, the newest first, and which rulings need another look."""
    with reader_of(request).view() as view:
        found = [decision._asdict() for decision in reversed(view.decisions())]
        notes = view.review_notes()
        if asked.format == "csv":
            return as_csv(found, "onrecord-decisions")
        some = found[asked.offset : asked.offset + asked.limit]
        if asked.format == "json":
            return as_json({"total": len(found), "limit": asked.limit, "offset": asked.offset, "rows": some})
        undone = {str(row["after"]) for row in found if row["kind"] == "undo"}
        return page(
            request, "decisions.html.jinja", rows=some, total=len(found), asked=asked, notes=notes, undone=undone
        )


def _kept(path: Any, fields: Mapping[str, str], by: str) -> tuple[int, str]:
    """The number of the decision, and what became of the entry in one word."""
    kind, entry, why = fields.get("kind", ""), fields.get("entry", ""), fields.get("because", "")[:1000]
    match kind:
        case "confirm":
            return reviewing.confirm(path, [entry], by, why)[0], "confirmed"
        case "reject":
            return reviewing.reject(path, [entry], by, why)[0], "rejected"
        case "undo" if fields.get("decision", "").isdecimal():
            return reviewing.undo(path, int(fields["decision"][:12]), by, why), "taken back"
        case "join":
            return reviewing.join(path, entry, fields.get("other", ""), by, why), "joined"
        case "part" if fields.get("position", "").isdecimal():
            return reviewing.part(path, entry, int(fields["position"][:12]), by, why), "made two"
        case "edit":
            return reviewing.edit(path, entry, _values(path, fields), by, why), "edited"
        case "add":
            return reviewing.add_statement(path, fields.get("report", ""), _values(path, fields), by, why), "entered"
    raise UsageError("The form says nothing that can be done; go back, load the page again and send it once more")


def _values(path: Any, fields: Mapping[str, str]) -> dict[str, Any]:
    """What a form says of an entry; spans as ``START:END, …`` or as words that the report prints."""
    values: dict[str, Any] = {name: fields[name] for name in ("act", "mode", "nameless") if name in fields}
    if "negated" in fields:
        values["negated"] = fields["negated"] == "true"
    text, near = reviewing.text_of(path, fields.get("report", ""), fields.get("entry", ""))
    for role in ROLES:
        if role in fields:
            values[role] = [looking.place(text, part, near, role) for part in _parts(fields[role])]
    if fields.get("speaker"):
        nobody = fields["speaker"] == "-"
        values["speaker"] = None if nobody else looking.place(text, fields["speaker"], near, "speaker")
    return values


def _parts(value: str) -> list[str]:
    """Several places, or the one stretch of words that was written."""
    parts = [part.strip() for part in value.split(",")]
    return [p for p in parts if p] if all(looking.OFFSETS.fullmatch(p) for p in parts if p) else [value.strip()]


def _form(view: View, report: str, text: str, spans: Mapping[str, list[list[int]]]) -> dict[str, Any]:
    """What the form shows: the stretch of text around the spans, and who is named in the report."""
    edges = [edge for pairs in spans.values() for pair in pairs for edge in pair] or [0]
    start = text.rfind("\n", 0, max(0, min(edges) - AROUND)) + 1
    end = text.find("\n", min(len(text), max(edges) + AROUND))
    end = len(text) if end < 0 else end
    named: dict[str, str] = {}
    for mention in view.mentions(MentionFilter(report=report, form="name")):
        at = mention["spans"]["mention"][0]
        named.setdefault(mention["name"] or mention["words"], f"{at[0]}:{at[1]}")
    return {
        "report": view.report_row(report),
        "around": text[start:end],
        "start": start,
        "spans": spans,
        "written": {role: ", ".join(f"{s}:{e}" for s, e in pairs) for role, pairs in spans.items()},
        "words_of": {role: [text[s:e] for s, e in pairs] for role, pairs in spans.items()},
        "named": sorted(named.items(), key=lambda pair: pair[0].casefold()),
        "acts": list(Act),
        "modes": list(Mode),
        "kinds": list(Nameless),
    }


def _told(machine: Finding | None, text: str) -> dict[str, Any] | None:
    """What the machine has, in words."""
    if not isinstance(machine, Statement):
        return None
    words = {role: " […] ".join(machine.texts(text)[role]) for role in ("source", "cue", "content")}
    return words | {"speaker": machine.speaker, "act": machine.act, "mode": machine.mode, "reason": machine.reason}
