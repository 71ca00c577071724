"""What a person ruled about an entry: confirmed, rejected or edited what the machine found, or added what it missed."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from onrecord.model.figure import Figure
from onrecord.model.label import Label
from onrecord.model.mention import Mention
from onrecord.model.position import Position
from onrecord.model.relation import Relation
from onrecord.model.span import Span
from onrecord.model.statement import Statement
from onrecord.model.time import TimeExpression

Finding = Statement | Mention | Figure | TimeExpression | Relation | Position | Label


class RulingKind(StrEnum):
    """What a person may rule about an entry."""

    CONFIRM = "confirm"
    REJECT = "reject"
    EDIT = "edit"
    ADD = "add"


class Quote(NamedTuple):
    """Where words stood when a person ruled on them, with up to 32 characters around; empty where they were wiped."""

    span: Span
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """One ruling on one entry of one report.

    ``entry`` is the id that the entry had, ``seen`` what it was then (None for one that is added), ``made`` what the
    person made of it (None where nothing of it was changed). ``speaker`` is where the report names the speaker of
    ``made``, else of ``seen``. ``quotes`` are the words at every span of both. ``kind`` and ``number`` are those of the
    decision; rulings hold in the order of their numbers.
    """

    number: int
    kind: RulingKind
    report: str
    entry: str
    by: str
    because: str
    seen: Finding | None
    made: Finding | None
    speaker: Span | None = None
    quotes: tuple[Quote, ...] = ()


class Note(NamedTuple):
    """What a person should know of a ruling: it is an ``orphan`` (its place is lost), or in ``disagreement``."""

    decision: int
    kind: str
    clause: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The findings of one report with people's rulings laid over them.

    ``machine`` holds, for the id of every entry that is not the machine's own any more, what the machine has there;
    None where it has nothing. ``redirects`` lead from ids that entries had to those that they have.
    """

    findings: tuple[Finding, ...]
    machine: Mapping[str, Finding | None]
    redirects: Mapping[str, str]
    notes: tuple[Note, ...]
