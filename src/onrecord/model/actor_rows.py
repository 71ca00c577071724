"""The rows of actors and of pairs that might be one; ``model/rows.py`` says what holds of all rows."""

from typing import TypedDict

from onrecord.model.entry_rows import Pair


class WordingRow(TypedDict):
    """One form of words for an actor in one report, where it first stands there, and how often it does.

    ``form`` is name, title or nominal; ``date`` the day or instant from which the report may be.
    """

    words: str
    form: str
    outlet: str | None
    date: str | None
    report: str
    origin: str
    start: int
    end: int
    times: int


class CountRow(TypedDict):
    """How often one outlet has an actor speak and speaks of it; in so many of its reports."""

    outlet: str | None
    reports: int
    statements: int
    mentions: int


class LinkRow(TypedDict):
    """Two chains of an actor that were joined, and why; ``machine`` is False where a person or their file did."""

    a: str
    b: str
    score: float
    reason: str
    machine: bool


class RelatedRow(TypedDict):
    """Another actor that belongs to this one and is kept apart from it."""

    actor: str
    name: str
    reason: str


class MemberRow(TypedDict):
    """What the user's file of parties says of an actor; ``role`` is party, member or spokesperson."""

    party: str
    role: str
    titles: list[str]
    start: str | None
    end: str | None


class ActorRow(TypedDict):
    """One actor over all reports; ``report``, ``origin``, ``outlet``, ``band`` and ``spans`` are of its oldest mention.

    ``roles`` are the words of office or description for it, ``evidence`` the names, each report by report; ``counts``
    are per outlet and in the order of their names.
    """

    id: str
    report: str
    origin: str
    outlet: str | None
    published: str | None
    band: str
    spans: dict[str, list[Pair]]
    name: str
    type: str | None
    aliases: list[str]
    named_by: str
    ids: dict[str, str]
    roles: list[WordingRow]
    evidence: list[WordingRow]
    counts: list[CountRow]
    reports: int
    texts: int
    statements: int
    mentions: int
    parties: list[MemberRow]
    notes: list[str]
    links: list[LinkRow]
    related: list[RelatedRow]


class SideRow(TypedDict):
    """Where the oldest mention of one side of a proposal stands."""

    report: str
    origin: str
    outlet: str | None
    span: Pair


class ProposalRow(TypedDict):
    """Two actors that might be one, for a person to decide; ``report``, ``origin`` and ``spans`` are of ``a``."""

    id: str
    report: str
    origin: str
    band: str
    spans: dict[str, list[Pair]]
    kind: str
    a: str
    b: str
    a_name: str
    b_name: str
    score: float
    reason: str
    sides: list[SideRow]
