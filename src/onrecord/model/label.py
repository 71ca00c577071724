"""A label: the words that one report chooses for an event, or by which it keeps its distance from others' words."""

from dataclasses import dataclass

from onrecord.model.identity import entry_id
from onrecord.model.span import Span, Spans
from onrecord.model.terms import Band, LabelKind, Status, Voice, ZoneKind


@dataclass(frozen=True, slots=True)
class Label:
    """One choice of words in one report.

    ``span`` are the words (``the April shelling``, ``“liberation”``, ``so-called observers``, ``claimed``), ``head``
    the word that carries them. ``about`` are the words of the same noun phrase that say whose or what (``Torvelan``
    of ``the Torvelan raid``); ``chain`` is the ``Mention.chain`` of whom it is about, None where it is nobody.
    ``voice`` says whether the outlet chose the words itself or quotes them. ``statement`` is the id of the statement.
    What outlets call actors needs no label: every ``Mention`` has its words. ``features`` hold the head's ``lemma``.
    ``confidence`` lies in 0..1 and is rounded to two decimals.
    """

    report: str
    kind: LabelKind
    span: Span
    head: Span
    zone: ZoneKind
    voice: Voice
    confidence: float
    band: Band
    reason: str
    rule: str
    analyser: str
    about: Spans = ()
    chain: str | None = None
    statement: str | None = None
    status: Status = Status.MACHINE
    features: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """The hash of report, kind of label and span."""
        return entry_id(self.report, f"label {self.kind}", {"label": (self.span,)})
