"""The shape of what other programs read: one row per line of ``--format jsonl``.

Fields may be added; none changes its meaning. Spans are ``[start, end]`` in code points of the report's text.
"""

from typing import TypedDict

Pair = list[int]


class PublishedRow(TypedDict):
    """When a report was published and how that is known; see ``DateValue``."""

    start: str | None
    end: str | None
    method: str
    confidence: float


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


class StatementRow(TypedDict):
    """One statement as one report prints it; ``*_text`` hold the exact words, span by span."""

    id: str
    report: str
    origin: str
    outlet: str | None
    published: str | None
    zone: str
    source: list[Pair]
    cue: list[Pair]
    content: list[Pair]
    source_text: list[str]
    cue_text: list[str]
    content_text: list[str]
    speaker: str | None
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


class MentionRow(TypedDict):
    """One mention of an actor; ``chain`` is the id of the first mention of the same one in this report."""

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
