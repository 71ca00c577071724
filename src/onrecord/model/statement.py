"""A statement as one report prints it: who, by which cue, what; each of them a list of spans."""

from dataclasses import dataclass
from typing import NamedTuple

from onrecord.model.identity import entry_id
from onrecord.model.span import Span, Spans, cut
from onrecord.model.terms import Act, Band, Mode, Nameless, Status, ZoneKind


class Candidate(NamedTuple):
    """A source that was weighed for a statement, with its score in 0..1 and why it won or lost."""

    span: Span
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One reported utterance, belief or demand in one report.

    ``source``, ``cue`` and ``content`` are sorted spans into the report's text; ``source`` or ``cue`` may be empty,
    ``content`` never is. ``speaker`` is the fullest name that the report gives for the source, or None, and
    ``speaker_evidence`` the spans that justify it where the source itself is no full name. ``reason`` says in plain
    words which rule or model found it, or why it has no speaker. ``parent`` is the id of the statement inside whose
    content this one is reported. ``speaker_chain`` is the ``Mention.chain`` of the speaker.
    ``features`` hold what resolving needs (``cue_lemma``, ``head``, ``number``) so that nothing is parsed twice.
    ``confidence`` lies in 0..1 and is rounded to two decimals.
    """

    report: str
    source: Spans
    cue: Spans
    content: Spans
    mode: Mode
    act: Act
    zone: ZoneKind
    confidence: float
    band: Band
    reason: str
    rule: str
    analyser: str
    negated: bool = False
    speaker: str | None = None
    speaker_evidence: Spans = ()
    addressee: Spans = ()
    channel: Spans = ()
    nameless: Nameless | None = None
    parent: str | None = None
    status: Status = Status.MACHINE
    candidates: tuple[Candidate, ...] = ()
    features: tuple[tuple[str, str], ...] = ()
    speaker_chain: str | None = None

    @property
    def id(self) -> str:
        """The hash of report, kind and role spans."""
        return entry_id(self.report, "statement", {"source": self.source, "cue": self.cue, "content": self.content})

    def texts(self, text: str) -> dict[str, tuple[str, ...]]:
        """The exact words of every role, span by span."""
        roles = {"source": self.source, "cue": self.cue, "content": self.content}
        roles |= {"addressee": self.addressee, "channel": self.channel, "evidence": self.speaker_evidence}
        return {role: cut(text, spans) for role, spans in roles.items()}
