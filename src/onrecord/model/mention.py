"""A mention: one stretch of a report that names or stands for an actor, and the chain it belongs to."""

from dataclasses import dataclass

from onrecord.model.identity import entry_id
from onrecord.model.span import Span, Spans
from onrecord.model.terms import ActorType, Band, Form, Status, ZoneKind


@dataclass(frozen=True, slots=True)
class Mention:
    """One name, nominal or pronoun in one report.

    ``span`` is the whole phrase without title (``Lena Fisk``, ``the foreign minister``, ``she``), ``head`` its head
    word. ``chain`` is the id of the first mention of the same actor in this report, which may be this one's own; a
    mention that could not be resolved is a chain of its own with a ``reason``. ``name`` is the fullest name that the
    report gives the chain, cut from the text, or None. ``title`` are the words of office or description beside a name
    (``Foreign Minister``, ``a spokesman for the party``), ``evidence`` the spans that justify the link to the chain.
    ``gender`` is ``m``, ``f``, ``n`` or empty, ``number`` ``s``, ``p`` or empty. ``features`` hold what resolving
    across reports needs. ``confidence`` lies in 0..1 and is that of the link, rounded to two decimals.
    """

    report: str
    span: Span
    head: Span
    form: Form
    chain: str
    zone: ZoneKind
    confidence: float
    band: Band
    reason: str
    rule: str
    analyser: str
    type: ActorType | None = None
    name: str | None = None
    name_span: Span | None = None
    title: Spans = ()
    evidence: Spans = ()
    gender: str = ""
    number: str = ""
    quoted: bool = False
    status: Status = Status.MACHINE
    features: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """The hash of report, kind and span."""
        return mention_id(self.report, self.span)


def mention_id(report: str, span: Span) -> str:
    """The id of the mention at ``span`` of a report."""
    return entry_id(report, "mention", {"mention": (span,)})
