"""The shape of what other programs read: one row per line of ``--format jsonl``.

Fields may be added; none changes its meaning. Spans are ``[start, end]`` in code points of the report's text.
"""

from typing import TypedDict, final

from onrecord.model.actor_rows import (
    ActorRow,
    CountRow,
    LinkRow,
    MemberRow,
    ProposalRow,
    RelatedRow,
    SideRow,
    WordingRow,
)
from onrecord.model.entry_rows import (
    BlameRow,
    FigureRow,
    HeldRow,
    LabelRow,
    MentionRow,
    Pair,
    PositionPairRow,
    PositionRow,
    RelationRow,
    TimeRow,
)

__all__ = [
    "ActorRow",
    "BlameRow",
    "CountRow",
    "DoubtRow",
    "FigureRow",
    "HeldRow",
    "LabelRow",
    "LinkRow",
    "MemberRow",
    "MentionRow",
    "Pair",
    "PositionPairRow",
    "PositionRow",
    "ProposalRow",
    "PublishedRow",
    "RelatedRow",
    "RelationRow",
    "ReportRow",
    "SaidRow",
    "SideRow",
    "StatementRow",
    "TimeRow",
    "WordingRow",
    "ZoneRow",
]


class PublishedRow(TypedDict):
    """When a report was published and how that is known; see ``DateValue``."""

    start: str | None
    end: str | None
    method: str
    confidence: float


class SaidRow(PublishedRow):
    """When a statement was said, with the reason; no more is claimed than ``start`` to ``end``."""

    reason: str


class ZoneRow(TypedDict):
    """One zone of a report's text."""

    kind: str
    start: int
    end: int


class ReportRow(TypedDict):
    """One report; ``text`` is the sha256 of its exact text, which ``onrecord text ID`` prints.

    ``copy_group`` is the id of the oldest report that prints the same text; None where no other does.
    """

    id: str
    capture: str
    text: str
    origin: str
    outlet: str | None
    title: str | None
    byline: str | None
    agency: str | None
    url: str | None
    published: PublishedRow
    genre: str
    genre_reason: str | None
    zones: list[ZoneRow]
    characters: int
    statements: int
    copy_group: str | None
    notes: list[str]


@final
class StatementRow(TypedDict):
    """One statement as one report prints it; ``*_text`` hold the exact words, span by span."""

    id: str
    report: str
    origin: str
    outlet: str | None
    published: str | None
    said: SaidRow
    zone: str
    source: list[Pair]
    cue: list[Pair]
    content: list[Pair]
    source_text: list[str]
    cue_text: list[str]
    content_text: list[str]
    speaker: str | None
    actor: str | None
    speaker_evidence: list[Pair]
    mode: str
    act: str
    negated: bool
    addressee: list[Pair] | None
    addressee_text: list[str] | None
    channel: list[Pair] | None
    channel_text: list[str] | None
    nameless: str | None
    parent: str | None
    speaker_chain: str | None
    confidence: float
    band: str
    status: str
    reason: str
    rule: str
    analyser: str


class DoubtRow(TypedDict):
    """Something dropped, unsure or not analysed, with the words it is about and the reason."""

    id: str
    report: str
    origin: str
    outlet: str | None
    span: Pair
    exact: str
    disposition: str
    rule: str
    reason: str
