"""A statement in the making: its characters, before it is known who speaks and what it stands in."""

from dataclasses import dataclass

from onrecord.analyse.frames import Frame, Range
from onrecord.model.span import Span, Spans
from onrecord.model.terms import ZoneKind


@dataclass(frozen=True, slots=True)
class Draft:
    """One accepted proposal as characters of the report.

    ``passage`` is the number of its passage, ``at`` the first character of the cue (of the content where there is
    none), ``quoted`` the quotations that its content touches, ``home`` the quotation that its cue stands in,
    ``governor`` the plain form of the verb that an infinitive cue hangs on, ``noun`` the noun that a source cut short
    belongs to (``one`` of ``one banker``).
    """

    passage: int
    zone: ZoneKind
    frame: Frame
    score: float
    source: Spans
    cue: Spans
    content: Spans
    quoted: Spans
    home: Span | None
    at: int
    sentence: Span
    addressee: Spans = ()
    channel: Spans = ()
    negated: bool = False
    orphan: str = ""
    governor: str = ""
    noun: str = ""

    def holds(self, position: int) -> bool:
        """Whether a character stands in the content."""
        return any(start <= position < end for start, end in self.content)


NOWHERE: Range = (-1, -1)
