"""What one analyser made of one report: its findings, and its doubts about all that did not become one."""

from dataclasses import dataclass
from typing import NamedTuple

from onrecord.model.figure import Figure
from onrecord.model.identity import entry_id
from onrecord.model.label import Label
from onrecord.model.mention import Mention
from onrecord.model.position import Position
from onrecord.model.relation import Relation
from onrecord.model.span import Span
from onrecord.model.statement import Statement
from onrecord.model.terms import Disposition
from onrecord.model.time import TimeExpression


class Doubt(NamedTuple):
    """Something that was seen and dropped, or kept although unsure, with the reason in plain words.

    ``span`` is the stretch of text it is about; the whole report where ``disposition`` is not-analysed.
    ``rule`` is a short key that doubts can be counted by, ``reason`` the sentence for people.
    """

    report: str
    span: Span
    disposition: Disposition
    rule: str
    reason: str

    @property
    def id(self) -> str:
        """The hash of report, kind of doubt and span."""
        return entry_id(self.report, f"doubt {self.disposition} {self.rule}", {"span": (self.span,)})


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that one analyser found in one report.

    ``analyser`` is name and version (``rules 1``), ``settings`` the digest of ``AnalysisSettings``, ``input`` the
    report's text id: together they say what must be run again, and over what, to get the same bytes.
    """

    report: str
    analyser: str
    settings: str
    input: str
    statements: tuple[Statement, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    relations: tuple[Relation, ...] = ()
    positions: tuple[Position, ...] = ()
    labels: tuple[Label, ...] = ()

    @property
    def found(self) -> int:
        """Attributed + without speaker + dropped."""
        return len(self.statements) + sum(d.disposition is Disposition.DROPPED for d in self.doubts)
