"""Who is on record, under which names, and how does each outlet describe them?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.errors import NotFound
from onrecord.ledger import Decision, View
from onrecord.model.rows import ActorRow, CountRow, MemberRow, ProposalRow, WordingRow
from onrecord.views.reports import counted, counted_texts, day_words

FORMS = 8
"""So many names of one actor are listed before the rest is counted."""


@dataclass(frozen=True, slots=True)
class ActorShown:
    """One actor with everything that is known of why it is one."""

    row: ActorRow
    proposals: tuple[ProposalRow, ...]
    decisions: tuple[Decision, ...] = ()


def show_actor(view: View, which: str) -> ActorShown:
    """The actor whose id, name or alias is given; ``NotFound`` names the candidates where several match."""
    row = view.actor(which)
    return ActorShown(
        row,
        tuple(sorted(view.proposals(actor=row["id"]), key=lambda p: (-p["score"], p["a"], p["b"]))),
        tuple(_about(view, row["id"])),
    )


def as_text(shown: ActorShown) -> str:
    """The actor for a terminal."""
    row = shown.row
    lines = [
        f"{row['name']} · {row['type'] or 'kind not known'}{_named_by(row)}",
        f"says {counted(row['statements'], 'statement')}, mentioned {counted(row['mentions'], 'time')},"
        f" in {counted_texts(row['reports'], row['texts'])}",
    ]
    lines += [f"{scheme}: {value}" for scheme, value in sorted(row["ids"].items())]
    lines += _block("by outlet", [_count(c) for c in row["counts"]])
    lines += _block("described as", [_role(r) for r in sorted(row["roles"], key=_when)])
    lines += _block("named as", [_form(e) for e in row["evidence"]])
    lines += _block("as given in the file of parties", [_member(m) for m in row["parties"]])
    lines += _block("notes", row["notes"])
    lines += _block("related, kept apart", [f"{r['name']} ({r['reason']})" for r in row["related"]])
    reasons = Counter((link["score"], link["reason"]) for link in row["links"])
    lines += _block("why these are one", [f"{score:.2f}  {why}  ×{n}" for (score, why), n in sorted(reasons.items())])
    lines += _block("decided by people", [_decision(d) for d in shown.decisions])
    lines += _block("may be the same; a person decides", [proposal_line(p, row["id"]) for p in shown.proposals])
    return "\n".join([*lines, "", f"actor {row['id']}"])


def is_named(row: ActorRow) -> bool:
    """Whether a report or a person gives the actor a name, rather than a description alone."""
    return row["named_by"] != "machine" or any(form["form"] == "name" for form in row["evidence"])


def proposal_line(row: ProposalRow, seen_from: str = "") -> str:
    """A proposal in one line; from the side of one actor where its id is given."""
    names = [row["b_name"]] if seen_from == row["a"] else [row["a_name"]] if seen_from == row["b"] else []
    pair = names[0] if names else f"{row['a_name']} and {row['b_name']}"
    return f"{row['score']:.2f}  {pair} ({row['reason']})  onrecord actors merge {row['a']} {row['b']}"


def others(names: Sequence[str], name: str) -> str:
    """The other names of an actor on one line."""
    rest = [n for n in names if n != name]
    more = f" and {len(rest) - FORMS} more" if len(rest) > FORMS else ""
    return "; ".join(rest[:FORMS]) + more


def _about(view: View, id: str) -> Iterator[Decision]:
    """The decisions about an actor, and what took them back."""
    numbers: set[str] = set()
    for decision in view.decisions():
        if id in _concerned(view, decision) or (decision.kind == "undo" and decision.after in numbers):
            numbers.add(str(decision.number))
            yield decision


def _concerned(view: View, decision: Decision) -> set[str]:
    """The ids by which those are known now whom a decision is about; those of whom nothing is left are left out."""
    known = set()
    for id in (decision.actor, decision.after if decision.kind == "merge" else None):
        try:
            known |= {view.actor_id(id)} if id else set()
        except NotFound:
            continue
    return known


def _decision(one: Decision) -> str:
    what = f"{one.kind} of {one.after}" if one.kind == "undo" else one.kind
    return f"{one.number}  {one.at[:10]}  {what}, by {one.by}{': ' * bool(one.because)}{one.because}"


def _named_by(row: ActorRow) -> str:
    return "" if row["named_by"] == "machine" else f" · named by {row['named_by']}"


def _block(title: str, lines: Iterable[str]) -> list[str]:
    found = [f"  {line}" for line in lines]
    return ["", title, *found] if found else []


def _when(role: WordingRow) -> tuple[str, str, int]:
    return (role["date"] or "~", role["report"], role["start"])


def _count(count: CountRow) -> str:
    return (
        f"{count['outlet'] or 'outlet not known'}: {counted(count['reports'], 'report')},"
        f" {counted(count['statements'], 'statement')}, {counted(count['mentions'], 'mention')}"
    )


def _role(role: WordingRow) -> str:
    when = day_words(role["date"])
    return f"{when}  {role['outlet'] or 'outlet not known'}: {role['words']}  ({_place(role)})"


def _form(form: WordingRow) -> str:
    return f"{form['words']}  ×{form['times']}  {form['outlet'] or 'outlet not known'}  ({_place(form)})"


def _place(place: WordingRow) -> str:
    return f"report {place['report']}, {place['start']}:{place['end']}"


def _member(member: MemberRow) -> str:
    since, until = member["start"] or "…", member["end"] or "…"
    titles = f", {', '.join(member['titles'])}" if member["titles"] else ""
    dated = f" from {since} to {until}" if (member["start"], member["end"]) != (None, None) else ""
    return f"{member['role']} of {member['party']}{titles}{dated}"
