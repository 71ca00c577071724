"""The shape of what other programs read: one row per line of ``--format jsonl``.

Fields may be added; none changes its meaning. Spans are ``[start, end]`` in code points of the report's text.
"""

from typing import TypedDict, final

Pair = list[int]


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
    """One report; ``text`` is the sha256 of its exact text, which ``onrecord text ID`` prints."""

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


@final
class MentionRow(TypedDict):
    """One mention of an actor; ``chain`` is the id of the first mention of the same one in this report.

    ``actor`` is the id of who that is over all reports; None for a pronoun that nobody is known for.
    """

    id: str
    report: str
    origin: str
    outlet: str | None
    published: str | None
    zone: str
    words: str
    form: str
    type: str | None
    name: str | None
    actor: str | None
    chain: str
    title: list[str]
    gender: str
    number: str
    quoted: bool
    confidence: float
    band: str
    status: str
    reason: str
    rule: str
    analyser: str
    spans: dict[str, list[Pair]]


@final
class FigureRow(TypedDict):
    """One number as one report prints it; ``what``, ``group``, ``place`` and ``as_of`` are its words.

    ``giver`` is the name of who gave it, or the words for them where there is no name; None where the outlet says it.
    """

    id: str
    report: str
    origin: str
    outlet: str | None
    published: str | None
    zone: str
    exact: str
    value: float | None
    minimum: float | None
    maximum: float | None
    hedge: str
    unit: str | None
    what: str | None
    group: str | None
    place: str | None
    as_of: str | None
    giver: str | None
    giver_words: str | None
    relay: str | None
    counting: str | None
    ordinal: bool
    implied: bool
    statement: str | None
    confidence: float
    band: str
    status: str
    reason: str
    rule: str
    analyser: str
    spans: dict[str, list[Pair]]


@final
class TimeRow(TypedDict):
    """One time expression; ``value``, ``start`` and ``end`` are None where what it is counted from is not known."""

    id: str
    report: str
    origin: str
    outlet: str | None
    published: str | None
    zone: str
    exact: str
    type: str
    expression: str
    anchor: str
    value: str | None
    start: str | None
    end: str | None
    event: str | None
    happening: str | None
    statement: str | None
    dates_saying: bool
    confidence: float
    band: str
    status: str
    reason: str
    rule: str
    analyser: str
    spans: dict[str, list[Pair]]


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
