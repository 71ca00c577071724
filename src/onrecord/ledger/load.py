"""From rows of the ledger back to the nouns."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from sqlite3 import Connection, Row
from typing import Any

from onrecord.ledger.findings import Findings
from onrecord.ledger.sql import queries
from onrecord.model.analysis import Analysis, Doubt
from onrecord.model.figure import Figure
from onrecord.model.label import Label
from onrecord.model.mention import Mention
from onrecord.model.position import Position
from onrecord.model.relation import Relation
from onrecord.model.review import Finding
from onrecord.model.span import Span, Spans
from onrecord.model.statement import Candidate, Statement
from onrecord.model.terms import (
    Act,
    ActorType,
    Anchor,
    Band,
    Counting,
    Disposition,
    Form,
    Happening,
    Hedge,
    LabelKind,
    Mode,
    Nameless,
    PositionKind,
    RelationKind,
    Status,
    Strength,
    TimeType,
    Voice,
    ZoneKind,
)
from onrecord.model.time import TimeExpression

SQL = queries("read")


@dataclass(slots=True)
class Parts:
    """What the other tables hold of one entry."""

    spans: defaultdict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))
    candidates: list[Candidate] = field(default_factory=list)
    features: list[tuple[str, str]] = field(default_factory=list)

    def role(self, name: str) -> Spans:
        """The spans of one role."""
        return tuple(self.spans[name])


def load_analysis(connection: Connection, row: Row) -> Analysis:
    """The analysis with all it found, in the order of ids."""
    found = load_findings(connection, row["number"], row["report"])
    return Analysis(
        report=row["report"],
        analyser=row["analyser"],
        settings=row["settings"],
        input=row["input"],
        statements=tuple(found.statements.values()),
        doubts=tuple(found.doubts.values()),
        mentions=tuple(found.mentions.values()),
        figures=tuple(found.figures.values()),
        times=tuple(found.times.values()),
        relations=tuple(found.relations.values()),
        positions=tuple(found.positions.values()),
        labels=tuple(found.labels.values()),
    )


def load_findings(connection: Connection, number: int, report: str) -> Findings:
    """All that was found in a report, under the ids that stand in the ledger."""
    parts = parts_of(connection, number)
    kinds: dict[str, dict[str, Finding]] = {kind: {} for kind in LOAD}
    for kind, found in kinds.items():
        for row in connection.execute(SQL[f"{kind} entries of"], (number,)):
            found[row["id"]] = LOAD[kind](report, row, parts[row["number"]])
    doubts = {row["id"]: load_doubt(report, row) for row in connection.execute(SQL["doubts of"], (number,))}
    said, *others = kinds.values()
    return Findings(said, doubts, *others)  # type: ignore[arg-type]


def parts_of(connection: Connection, number: int) -> Mapping[int, Parts]:
    """What the other tables hold of every entry of a report, by the entry's number."""
    parts: defaultdict[int, Parts] = defaultdict(Parts)
    for entry, role, start, end in connection.execute(SQL["spans of"], (number,)):
        parts[entry].spans[role].append(Span(start, end))
    for entry, start, end, score, why in connection.execute(SQL["candidates of"], (number,)):
        parts[entry].candidates.append(Candidate(Span(start, end), score, why))
    for entry, name, value in connection.execute(SQL["features of"], (number,)):
        parts[entry].features.append((name, value))
    return parts


def load_statement(report: str, row: Row, parts: Parts) -> Statement:
    """One statement with its candidates and features."""
    return Statement(
        report=report,
        source=parts.role("source"),
        cue=parts.role("cue"),
        content=parts.role("content"),
        mode=Mode(row["mode"]),
        act=Act(row["act"]),
        negated=bool(row["negated"]),
        speaker=row["speaker"],
        speaker_evidence=parts.role("evidence"),
        addressee=parts.role("addressee"),
        channel=parts.role("channel"),
        nameless=Nameless(row["nameless"]) if row["nameless"] else None,
        parent=row["parent"],
        candidates=tuple(parts.candidates),
        speaker_chain=row["chain_id"],
        **_known(row, parts),
    )


def load_mention(report: str, row: Row, parts: Parts) -> Mention:
    """One mention."""
    return Mention(
        report=report,
        span=_one(parts.spans["mention"]),
        head=Span(row["head_start"], row["head_end"]),
        form=Form(row["form"]),
        chain=row["chain_id"],
        type=ActorType(row["type"]) if row["type"] else None,
        name=row["name"],
        name_span=Span(row["name_start"], row["name_end"]) if row["name_start"] is not None else None,
        title=parts.role("title"),
        evidence=parts.role("evidence"),
        gender=row["gender"],
        number=row["plurality"],
        quoted=bool(row["quoted"]),
        **_known(row, parts),
    )


def load_figure(report: str, row: Row, parts: Parts) -> Figure:
    """One figure."""
    return Figure(
        report=report,
        span=_one(parts.spans["number"]),
        value=row["value"],
        minimum=row["minimum"],
        maximum=row["maximum"],
        hedge=Hedge(row["hedge"]),
        hedge_span=parts.role("hedge"),
        unit=row["unit"],
        what=parts.role("what"),
        group=parts.role("group"),
        place=parts.role("place"),
        as_of=parts.role("as_of"),
        giver=parts.role("giver"),
        giver_name=row["giver_name"],
        relay=parts.role("relay"),
        relay_name=row["relay_name"],
        counting=Counting(row["counting"]) if row["counting"] else None,
        ordinal=bool(row["ordinal"]),
        implied=bool(row["implied"]),
        statement=row["statement"],
        **_known(row, parts),
    )


def load_time(report: str, row: Row, parts: Parts) -> TimeExpression:
    """One time expression."""
    return TimeExpression(
        report=report,
        span=_one(parts.spans["time"]),
        type=TimeType(row["type"]),
        expression=row["expression"],
        anchor=Anchor(row["anchor"]),
        value=row["value"],
        start=row["start"],
        end=row["end"],
        event=parts.role("event"),
        happening=Happening(row["happening"]) if row["happening"] else None,
        statement=row["statement"],
        dates_saying=bool(row["dates_saying"]),
        **_known(row, parts),
    )


def load_relation(report: str, row: Row, parts: Parts) -> Relation:
    """One relation."""
    return Relation(
        report=report,
        kind=RelationKind(row["own"]),
        strength=Strength(row["strength"]),
        source=parts.role("source"),
        target=parts.role("target"),
        cue=parts.role("cue"),
        voice=Voice(row["voice"]),
        matter=parts.role("matter"),
        source_chain=row["source_id"],
        target_chain=row["target_id"],
        source_name=row["source_name"],
        target_name=row["target_name"],
        statement=row["statement"],
        negated=bool(row["negated"]),
        **_known(row, parts),
    )


def load_position(report: str, row: Row, parts: Parts) -> Position:
    """One position."""
    return Position(
        report=report,
        kind=PositionKind(row["own"]),
        holder=parts.role("holder"),
        cue=parts.role("cue"),
        content=parts.role("content"),
        voice=Voice(row["voice"]),
        condition=parts.role("condition"),
        addressee=parts.role("addressee"),
        holder_chain=row["chain_id"],
        holder_name=row["holder_name"],
        statement=row["statement"],
        negated=bool(row["negated"]),
        **_known(row, parts),
    )


def load_label(report: str, row: Row, parts: Parts) -> Label:
    """One label."""
    return Label(
        report=report,
        kind=LabelKind(row["own"]),
        span=_one(parts.spans["label"]),
        head=Span(row["head_start"], row["head_end"]),
        voice=Voice(row["voice"]),
        about=parts.role("about"),
        chain=row["chain_id"],
        statement=row["statement"],
        **_known(row, parts),
    )


def load_doubt(report: str, row: Row) -> Doubt:
    """One doubt."""
    span = Span(row["start"], row["end"])
    return Doubt(report, span, Disposition(row["disposition"]), row["rule"], row["reason"])


LOAD: Mapping[str, Callable[[str, Row, Parts], Finding]] = {
    "statement": load_statement,
    "mention": load_mention,
    "figure": load_figure,
    "time": load_time,
    "relation": load_relation,
    "position": load_position,
    "label": load_label,
}


def _known(row: Row, parts: Parts) -> dict[str, Any]:
    """What every kind of entry has."""
    return {
        "zone": ZoneKind(row["zone"]),
        "confidence": row["confidence"],
        "band": Band(row["band"]),
        "reason": row["reason"],
        "rule": row["rule"],
        "analyser": row["analyser"],
        "status": Status(row["status"]),
        "features": tuple(parts.features),
    }


def _one(spans: list[Span]) -> Span:
    """The span of a role that has exactly one; ``LookupError`` where it is gone."""
    if len(spans) != 1:
        raise LookupError(f"{len(spans)} spans where there is one")
    return spans[0]
