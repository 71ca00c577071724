"""A position: what a party demands, offers, accepts, refuses, threatens or calls a red line, as one report puts it."""

from dataclasses import dataclass

from onrecord.model.identity import entry_id
from onrecord.model.span import Spans
from onrecord.model.terms import Band, PositionKind, Status, Voice, ZoneKind


@dataclass(frozen=True, slots=True)
class Position:
    """One thing wanted or not had by one holder in one report.

    ``holder`` are the words that name whose position it is, empty where no words of this sentence do; ``cue`` those
    that make it a demand, an offer and so on; ``content`` what is wanted, or threatened; ``condition`` under which
    (``if the strait is reopened``), empty where none is named. All are cut from the report. ``holder_chain`` is the
    ``Mention.chain`` of the holder and ``holder_name`` the fullest name that the report gives it, None where it is not
    known. ``addressee`` are the words for whom it is asked of. ``statement`` is the id of the one it stands in;
    ``voice`` is the outlet's where it stands in none. ``negated``: the report says that it is not so (``did not
    demand``); such are kept and not shown. ``confidence`` lies in 0..1 and is rounded to two decimals.
    """

    report: str
    kind: PositionKind
    holder: Spans
    cue: Spans
    content: Spans
    zone: ZoneKind
    voice: Voice
    confidence: float
    band: Band
    reason: str
    rule: str
    analyser: str
    condition: Spans = ()
    addressee: Spans = ()
    holder_chain: str | None = None
    holder_name: str | None = None
    statement: str | None = None
    negated: bool = False
    status: Status = Status.MACHINE
    features: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """The hash of report, kind of position and role spans."""
        roles = {"holder": self.holder, "cue": self.cue, "content": self.content}
        return entry_id(self.report, f"position {self.kind}", roles)
