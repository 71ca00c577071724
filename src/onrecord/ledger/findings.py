"""What an analysis found, by id and with one hash: the same findings have the same digest on every machine."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import chain
from typing import TypeVar

from onrecord.model.analysis import Analysis, Doubt
from onrecord.model.figure import Figure
from onrecord.model.label import Label
from onrecord.model.mention import Mention
from onrecord.model.position import Position
from onrecord.model.relation import Relation
from onrecord.model.review import Finding
from onrecord.model.span import Spans
from onrecord.model.statement import Statement
from onrecord.model.time import TimeExpression

Described = Mention | Figure | TimeExpression | Relation | Position | Label
Kind = TypeVar("Kind", Statement, Mention, Figure, TimeExpression, Relation, Position, Label)
KINDS: Mapping[type[Finding], str] = {
    Statement: "statement",
    Mention: "mention",
    Figure: "figure",
    TimeExpression: "time",
    Relation: "relation",
    Position: "position",
    Label: "label",
}
"""The word for each kind of entry, in the order in which they are written."""
ASKED = " ".join(KINDS.values())
"""All kinds, as a ledger notes what a report was asked for."""
DESCRIBED = {kind: [f.name for f in fields(kind) if f.name != "report"] for kind in KINDS if kind is not Statement}


@dataclass(frozen=True, slots=True)
class Findings:
    """All that one analysis found, each kind in the order of ids, each id worked out once."""

    statements: Mapping[str, Statement]
    doubts: Mapping[str, Doubt]
    mentions: Mapping[str, Mention]
    figures: Mapping[str, Figure]
    times: Mapping[str, TimeExpression]
    relations: Mapping[str, Relation]
    positions: Mapping[str, Position]
    labels: Mapping[str, Label]

    @property
    def entries(self) -> Iterator[tuple[str, Finding]]:
        """Every finding that is an entry, with its id: all but doubts."""
        groups: tuple[Mapping[str, Finding], ...] = (self.statements, self.mentions, self.figures, self.times)
        groups += (self.relations, self.positions, self.labels)
        return chain.from_iterable(found.items() for found in groups)

    @property
    def digest(self) -> str:
        """The sha256 of everything found, as compact JSON; what is empty has no part in it."""
        found: list[object] = [
            [[id, *_statement(s)] for id, s in self.statements.items()],
            [[id, *d] for id, d in self.doubts.items()],
        ]
        more = (self.mentions, self.figures, self.times)
        if any(more):
            found.append([[[id, _described(one)] for id, one in kind.items()] for kind in more])
        later: dict[str, Mapping[str, Described]]
        later = {"relations": self.relations, "positions": self.positions, "labels": self.labels}
        if any(later.values()):
            found.append({name: [[i, _described(r)] for i, r in kind.items()] for name, kind in later.items() if kind})
        return hashlib.sha256(json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def findings(analysis: Analysis) -> Findings:
    """What the analysis found; of two findings with one id the surer stays, of two doubts the smaller reason."""
    doubts: dict[str, Doubt] = {}
    for id, d in sorted(((d.id, d) for d in analysis.doubts), key=lambda pair: (pair[0], pair[1].reason)):
        doubts.setdefault(id, d)
    return Findings(
        _by_id(analysis.statements),
        doubts,
        _by_id(analysis.mentions),
        _by_id(analysis.figures),
        _by_id(analysis.times),
        _by_id(analysis.relations),
        _by_id(analysis.positions),
        _by_id(analysis.labels),
    )


def roles(finding: Finding) -> dict[str, Spans]:
    """The spans of a finding by the role they are stored under."""
    match finding:
        case Statement():
            return {
                "source": finding.source,
                "cue": finding.cue,
                "content": finding.content,
                "addressee": finding.addressee,
                "channel": finding.channel,
                "evidence": finding.speaker_evidence,
            }
        case Mention():
            return {"mention": (finding.span,), "title": finding.title, "evidence": finding.evidence}
        case Figure():
            parts = {role: getattr(finding, role) for role in ("what", "group", "place", "as_of", "giver", "relay")}
            return {"number": (finding.span,), "hedge": finding.hedge_span, **parts}
        case TimeExpression():
            return {"time": (finding.span,), "event": finding.event}
        case Relation():
            return {role: getattr(finding, role) for role in ("source", "cue", "target", "matter")}
        case Position():
            return {role: getattr(finding, role) for role in ("holder", "cue", "content", "condition", "addressee")}
        case Label():
            return {"label": (finding.span,), "about": finding.about}


def inner(finding: Finding) -> Spans:
    """The spans of a finding that are kept as numbers only: candidates, head and name of a mention, head of a label."""
    if isinstance(finding, Statement):
        return tuple(candidate.span for candidate in finding.candidates)
    if isinstance(finding, Mention):
        return (finding.head, finding.name_span) if finding.name_span else (finding.head,)
    return (finding.head,) if isinstance(finding, Label) else ()


def _by_id(found: Iterable[Kind]) -> dict[str, Kind]:
    kept: dict[str, Kind] = {}
    for one in found:
        id = one.id
        if id not in kept or _rank(one) < _rank(kept[id]):
            kept[id] = one
    return {id: kept[id] for id in sorted(kept)}


def _rank(one: Finding) -> tuple[float, str, str]:
    return -one.confidence, one.reason, (one.speaker or "") if isinstance(one, Statement) else repr(one)


def _statement(s: Statement) -> list[object]:
    labels = [s.mode, s.act, s.negated, s.zone, round(s.confidence, 2), s.band, s.nameless, s.speaker, s.parent]
    described = [roles(s), *labels, s.reason, s.rule, s.analyser, s.candidates, s.features]
    return [*described, s.speaker_chain] if s.speaker_chain else described


def _described(one: Described) -> dict[str, object]:
    """What is said of a finding, without what is empty, so that a field more changes no older digest."""
    said: dict[str, object] = {}
    for name in DESCRIBED[type(one)]:
        value = getattr(one, name)
        if value is None or value is False or value in ((), ""):
            continue
        said[name] = float(value) if isinstance(value, int | float) and value is not True else value
    said["confidence"] = round(one.confidence, 2)
    return said
