"""Utterances as other programs read them: plain values, the same names in every format."""

from typing import TypedDict

from onrecord.model.actor_rows import LinkRow
from onrecord.model.rows import Pair, SaidRow


class ChangeRow(TypedDict):
    """Where a quotation differs from that of ``than`` (a statement); empty words are left out or put in."""

    span: Pair | None
    words: str
    than: str
    than_span: Pair | None
    than_words: str


class UtteranceMemberRow(TypedDict):
    """One report's version of an utterance; ``words`` are those of its content that tell this point.

    ``actor`` (an id) and ``speaker`` (the name) are whom this report has it from, None where it names nobody.
    ``copy_group`` is the group that its report is listed under, None where the text is the report's own.
    """

    statement: str
    report: str
    origin: str
    outlet: str | None
    published: str | None
    said: SaidRow
    actor: str | None
    speaker: str | None
    rendering: str
    rendering_reason: str
    words: str
    source_text: list[str]
    cue_text: list[str]
    zone: str
    mode: str
    act: str
    negated: bool
    relayed: str | None
    translated: str | None
    copy_group: str | None
    confidence: float
    band: str
    status: str
    changes: list[ChangeRow]
    spans: dict[str, list[Pair]]


class UtteranceRow(TypedDict):
    """One utterance; ``report``, ``origin``, ``outlet``, ``published`` and ``spans`` are of its first member.

    ``actor`` is None where nobody is said to say it. ``members`` are in order of appearance. ``texts`` is how many
    different texts the ``reports`` are: copies are one.
    """

    id: str
    report: str
    origin: str
    outlet: str | None
    published: str | None
    band: str
    spans: dict[str, list[Pair]]
    actor: str | None
    actor_name: str | None
    words: str
    renderings: list[str]
    outlets: list[str]
    reports: int
    texts: int
    members: list[UtteranceMemberRow]
    links: list[LinkRow]


class UtteranceProposalRow(TypedDict):
    """Two statements of one actor that may report one utterance, for a person to decide; ``spans`` are of ``a``."""

    id: str
    report: str
    origin: str
    band: str
    spans: dict[str, list[Pair]]
    kind: str
    actor: str
    actor_name: str | None
    a: str
    b: str
    a_outlet: str | None
    b_outlet: str | None
    a_words: str
    b_words: str
    score: float
    reason: str
