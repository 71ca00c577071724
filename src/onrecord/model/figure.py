"""A figure: a number as one report prints it, with what it counts and who gave it."""

from dataclasses import dataclass

from onrecord.model.identity import entry_id
from onrecord.model.span import Span, Spans
from onrecord.model.terms import Band, Counting, Hedge, Status, ZoneKind


@dataclass(frozen=True, slots=True)
class Figure:
    """One number in one report.

    ``span`` is the number without its hedge word; ``value`` the number where there is one, ``minimum`` and
    ``maximum`` its bounds (None: open). ``unit`` is a plain word or ISO 4217 code (``%``, ``USD``, ``day``), None for
    a count. ``what`` is what is counted (``people``, ``killed``), ``group`` of whom (``civilians``), ``place`` and
    ``as_of`` where and when, each cut from the report. ``giver`` are the words that name who gave it, ``giver_name``
    the speaker's name as in ``Statement.speaker``; both empty where it stands in the outlet's own voice; ``relay``
    names through whom it came. ``statement`` is the id of the statement that it stands in. ``ordinal`` figures
    (``the third day``) count a place in a row. Never shown as a figure but kept: ``implied`` ones (``a man was shot``).
    """

    report: str
    span: Span
    zone: ZoneKind
    confidence: float
    band: Band
    reason: str
    rule: str
    analyser: str
    value: float | None = None
    minimum: float | None = None
    maximum: float | None = None
    hedge: Hedge = Hedge.EXACT
    hedge_span: Spans = ()
    unit: str | None = None
    what: Spans = ()
    group: Spans = ()
    place: Spans = ()
    as_of: Spans = ()
    giver: Spans = ()
    giver_name: str | None = None
    relay: Spans = ()
    relay_name: str | None = None
    counting: Counting | None = None
    ordinal: bool = False
    implied: bool = False
    statement: str | None = None
    status: Status = Status.MACHINE
    features: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """The hash of report, kind and the spans of number and what is counted."""
        return entry_id(self.report, "figure", {"number": (self.span,), "what": self.what})
