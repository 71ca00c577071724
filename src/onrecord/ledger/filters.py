"""What to list: every field narrows the list, None leaves it open."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

from onrecord.errors import UsageError
from onrecord.ledger.sql import queries

BEGINNING = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T[\d:]*Z?)?)?)?", re.ASCII)
"""An ISO-8601 date in UTC, or the beginning of one."""


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
class StatementFilter:
    """Which statements; ``speaker`` is found anywhere in the name, capitals or not, all else is matched whole.

    ``without_speaker`` asks for those that name nobody and nothing as source (True) or for all others (False).
    """

    report: str | None = None
    outlet: str | None = None
    speaker: str | None = None
    act: str | None = None
    mode: str | None = None
    zone: str | None = None
    band: str | None = None
    status: str | None = None
    nameless: str | None = None
    analyser: str | None = None
    since: str | None = None
    until: str | None = None
    without_speaker: bool | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class DoubtFilter:
    """Which doubts; all fields are matched whole."""

    report: str | None = None
    outlet: str | None = None
    disposition: str | None = None
    rule: str | None = None
    doubt: str | None = None


Filter = ReportFilter | StatementFilter | DoubtFilter


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
    if "speaker" in asked:
        asked["speaker"] = str(asked["speaker"]).casefold()
    conditions = " AND ".join(f"({queries('conditions')[name]})" for name in asked)
    return query.replace("/* conditions */", f"WHERE {conditions}" if conditions else ""), asked
