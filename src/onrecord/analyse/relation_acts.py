"""Relations that the act of a statement says where no word names both sides: ``“Shameful,” she said of the deal``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.analyse.relation_sides import Side, Sides
from onrecord.model.analysis import Analysis
from onrecord.model.mention import Mention
from onrecord.model.relation import Relation
from onrecord.model.span import Span
from onrecord.model.statement import Statement
from onrecord.model.terms import Act, ActorType, Band, Form, RelationKind, Strength, Voice

KINDS = {
    Act.ACCUSE: RelationKind.ACCUSE, Act.BLAME: RelationKind.BLAME, Act.CRITICISE: RelationKind.CRITICISE,
    Act.THREATEN: RelationKind.THREATEN, Act.DENY: RelationKind.DENY, Act.PRAISE: RelationKind.CREDIT,
}  # fmt: skip
REPROACHES = {RelationKind.ACCUSE, RelationKind.BLAME, RelationKind.CRITICISE}
CHARGES = {"allegation", "allegations", "accusation", "accusations", "claim", "charge", "charges", "alleged", "alleges"}
MILD = {Act.PRAISE, Act.AGREE, Act.PROMISE, Act.ANNOUNCE}
CONFIDENCE, TONE = 0.45, 0.35
TONED = "a harsh word in what is said, and the nearest other actor that it names"


def by_act(analysis: Analysis, sides: Sides, found: Sequence[Relation]) -> Iterator[Relation]:
    """A relation for every statement with such an act that none was found for."""
    done = {(one.statement, one.source_chain, _class(one.kind)) for one in found}
    for statement in analysis.statements:
        kind = KINDS.get(statement.act) or _charged(sides, statement)
        who = sides.speaker(statement)
        if kind is None or statement.negated or who.chain is None or (statement.id, who.chain, _class(kind)) in done:
            continue
        if kind is RelationKind.DENY and (statement.id, who.chain, "reproach") in done:
            continue
        whom = _whom(sides, statement, who, kind)
        if whom is not None:
            yield _relation(analysis, statement, kind, who, whom)


def by_tone(analysis: Analysis, sides: Sides, found: Sequence[Relation], tones: Sequence[Span]) -> Iterator[Relation]:
    """An implicit one for every statement with a harsh word in it and another actor near, where none was found."""
    done = {(one.statement, one.source_chain) for one in found}
    for statement in analysis.statements:
        who = sides.speaker(statement)
        if who.chain is None or (statement.id, who.chain) in done or statement.negated or statement.act in MILD:
            continue
        for tone in tones:
            if any(span.holds(tone) for span in statement.content):
                others = [m for m in sides.within(statement.content) if m.chain != who.chain and sides.name(m.chain)]
                near = min(others, key=lambda m: (not _acts(m), abs(m.span.start - tone.start)), default=None)
                if near is not None and near.type is not ActorType.PLACE:
                    whom = Side((near.span,), near.chain, sides.name(near.chain))
                    made = _relation(analysis, statement, RelationKind.CRITICISE, who, whom)
                    yield replace(
                        made, cue=(tone,), strength=Strength.IMPLICIT, confidence=TONE, rule="tone", reason=TONED
                    )
                    break


def _charged(sides: Sides, statement: Statement) -> RelationKind | None:
    """The kind of a statement whose cue calls it a charge (``his allegation that``)."""
    words = {word for span in statement.cue for word in span.cut(sides.text).lower().split()}
    return RelationKind.ACCUSE if words & CHARGES else None


def _class(kind: RelationKind) -> str:
    return "reproach" if kind in REPROACHES else kind


def _whom(sides: Sides, statement: Statement, who: Side, kind: RelationKind) -> Side | None:
    """The first actor in what is said who is not the speaker; a denial without one is in the speaker's own cause."""
    others = [m for m in sides.within(statement.content) if m.chain != who.chain and sides.name(m.chain)]
    best = next((m for m in others if _acts(m)), None) or next(iter(others), None)
    if kind is RelationKind.DENY:
        return Side(who.spans, who.chain, who.name)
    if best is None:
        best = next((m for m in sides.within(statement.addressee) if m.chain != who.chain), None)
    return Side((best.span,), best.chain, sides.name(best.chain), _acts(best)) if best else None


def _acts(mention: Mention) -> bool:
    return dict(mention.features).get("role", "") in ("subject", "owner") or mention.form is Form.PRONOUN


def _relation(analysis: Analysis, statement: Statement, kind: RelationKind, who: Side, whom: Side) -> Relation:
    return Relation(
        report=analysis.report,
        kind=kind,
        strength=Strength.IMPLICIT if len(whom.spans) and not whom.direct else Strength.EXPLICIT,
        source=who.spans,
        target=whom.spans,
        cue=statement.cue,
        zone=statement.zone,
        voice=Voice.QUOTED,
        confidence=CONFIDENCE,
        band=Band.UNSURE,
        reason="the act of the statement, and the first other actor that it names",
        rule=f"act:{statement.act}",
        analyser=analysis.analyser,
        source_chain=who.chain,
        target_chain=whom.chain,
        source_name=who.name,
        target_name=whom.name,
        statement=statement.id,
    )
