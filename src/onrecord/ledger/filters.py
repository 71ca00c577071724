"""What to list: every field narrows the list, None leaves it open."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

from onrecord.errors import UsageError
from onrecord.ledger.sql import queries

BEGINNING = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T[\d:]*Z?)?)?)?", re.ASCII)
"""An ISO-8601 date in UTC, or the beginning of one."""


EVERY = "all"
"""The ``status`` that leaves nothing out."""


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """Which reports; ``since`` and ``until`` are ISO-8601 dates or beginnings of one, both included.

    A date narrows by publication and leaves undated reports out; ``undated`` asks for nothing but those.
    """

    report: str | None = None
    outlet: str | None = None
    genre: str | None = None
    since: str | None = None
    until: str | None = None
    undated: bool = False


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """What every kind of entry can be narrowed by; all fields are matched whole.

    Entries that a person rejected are left out unless ``status`` asks for ``rejected`` or ``all``, or ``id`` for one;
    so are relations and positions that stand in a rejected statement.
    """

    report: str | None = None
    outlet: str | None = None
    zone: str | None = None
    band: str | None = None
    status: str | None = None
    analyser: str | None = None
    since: str | None = None
    until: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class StatementFilter(EntryFilter):
    """Which statements; ``speaker`` is found anywhere in the name, capitals or not, all else is matched whole.

    ``actor`` is an id, a name or another name of who speaks, over all reports, capitals or not.
    ``without_speaker`` asks for those that name nobody and nothing as source (True) or for all others (False).
    """

    speaker: str | None = None
    act: str | None = None
    mode: str | None = None
    nameless: str | None = None
    without_speaker: bool | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class MentionFilter(EntryFilter):
    """Which mentions; ``name`` is found anywhere in the mention or its name, capitals or not; all else is whole.

    ``actor`` is an id, a name or another name of who is mentioned, over all reports, capitals or not.
    """

    name: str | None = None
    form: str | None = None
    type: str | None = None
    actor: str | None = None
    chain: str | None = None


@dataclass(frozen=True, slots=True)
class FigureFilter(EntryFilter):
    """Which figures; ``what`` is found anywhere in the words for what is counted, ``giver`` in those for who gave it.

    ``ordinal`` and ``implied`` ask for nothing but those (True) or for all others (False).
    """

    what: str | None = None
    unit: str | None = None
    giver: str | None = None
    hedge: str | None = None
    counting: str | None = None
    statement: str | None = None
    ordinal: bool | None = None
    implied: bool | None = None


@dataclass(frozen=True, slots=True)
class TimeFilter(EntryFilter):
    """Which time expressions; ``dated`` asks for those that have a calendar value (True) or have none (False)."""

    type: str | None = None
    anchor: str | None = None
    happening: str | None = None
    statement: str | None = None
    dated: bool | None = None
    dates_saying: bool | None = None


@dataclass(frozen=True, slots=True)
class RelationFilter(EntryFilter):
    """Which relations; ``source`` and ``target`` are found anywhere in the name or words of that side, or the outlet's.

    ``actor`` is an id, a name or another name of either side. ``negated`` asks for nothing but those (True) or for all
    others (False).
    """

    source: str | None = None
    target: str | None = None
    actor: str | None = None
    kind: str | None = None
    strength: str | None = None
    voice: str | None = None
    negated: bool | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class PositionFilter(EntryFilter):
    """Which positions; ``holder`` is found anywhere in the name or words of the holder, capitals or not.

    ``actor`` is an id, a name or another name of the holder; ``negated`` is as for relations.
    """

    holder: str | None = None
    actor: str | None = None
    kind: str | None = None
    voice: str | None = None
    negated: bool | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class LabelFilter(EntryFilter):
    """Which labels; ``words`` are found anywhere in the label, capitals or not.

    ``actor`` is an id, a name or another name of whom it is about.
    """

    words: str | None = None
    actor: str | None = None
    kind: str | None = None
    voice: str | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class ActorFilter:
    """Which actors; ``name`` is found anywhere in one of their names, capitals or not, all else is matched whole.

    ``report`` and ``outlet`` are where they are mentioned; ``speaks`` asks for those that some statement is by (True)
    or none is (False), ``named`` for those that some report names or only describes (False). ``party`` is its name in
    the user's file of parties.
    """

    id: str | None = None
    name: str | None = None
    type: str | None = None
    report: str | None = None
    outlet: str | None = None
    party: str | None = None
    named_by: str | None = None
    speaks: bool | None = None
    named: bool | None = None


@dataclass(frozen=True, slots=True)
class DoubtFilter:
    """Which doubts; all fields are matched whole."""

    report: str | None = None
    outlet: str | None = None
    disposition: str | None = None
    rule: str | None = None
    doubt: str | None = None


Filter = ReportFilter | EntryFilter | ActorFilter | DoubtFilter
OWN: Mapping[type[Filter], str] = {
    MentionFilter: "mention",
    FigureFilter: "figure",
    TimeFilter: "time",
    RelationFilter: "relation",
    PositionFilter: "position",
    LabelFilter: "label",
    ActorFilter: "actor",
}
"""The word before the names of conditions that one filter alone has."""
FOLDED = ("speaker", "name", "what", "giver", "source", "target", "holder", "words")
"""Fields that are found anywhere, capitals or not."""


def narrowed(query: str, which: Filter) -> tuple[str, Mapping[str, object]]:
    """The query with the conditions that the filter sets, so that indexes serve it; and their parameters.

    Raises ``UsageError`` for a ``since`` or ``until`` that is no date.
    """
    for edge in ("since", "until"):
        if (value := getattr(which, edge, None)) is not None and not BEGINNING.fullmatch(value):
            raise UsageError(f"{edge} {value!r}: not a date; write 2031, 2031-04 or 2031-04-09")
    asked = {f.name: value for f in fields(which) if (value := getattr(which, f.name)) is not None}
    if asked.get("undated") is False:
        del asked["undated"]
    if asked.get("status") == EVERY:
        del asked["status"]
    asked |= {name: str(asked[name]).casefold() for name in FOLDED if name in asked}
    known, own = queries("conditions"), OWN.get(type(which), "")
    clauses = [known.get(f"{own} {name}") or known[name] for name in asked]
    if isinstance(which, EntryFilter) and which.status is None and which.id is None:
        clauses.append(known.get(f"{own} not rejected") or known["not rejected"])
    conditions = " AND ".join(f"({clause})" for clause in clauses)
    return query.replace("/* conditions */", f"WHERE {conditions}" if conditions else ""), asked
