"""Relations that the act of a statement says where no word names both sides: ``“Shameful,” she said of the deal``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.analyse.grammar import children
from onrecord.analyse.relation_sides import Side, Sides
from onrecord.engine.parse import Parse
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
CONFIDENCE, NEAR_NAME = 0.45, 0.2
TONED = "a harsh word in what is said beside another actor that it names"
BESIDE = "another actor is named in what is said; no word says what is thought of them"


def conditions(parse: Parse) -> Iterator[Span]:
    """The subjects of conditions (``if Torvela attacks``): whom a threat is to."""
    for token in parse.tokens:
        if token.lower in ("if", "unless", "until") and token.dep == "mark":
            for subject in children(parse, parse.tokens[token.head], "nsubj"):
                yield Span(subject.start, subject.end)


def by_act(
    analysis: Analysis, sides: Sides, found: Sequence[Relation], conditions: Sequence[Span]
) -> Iterator[Relation]:
    """A relation for every statement with such an act that none was found for."""
    done = {(one.statement, one.source_chain, _class(one.kind)) for one in found}
    for statement in analysis.statements:
        kind = KINDS.get(statement.act) or _charged(sides, statement)
        who = sides.speaker(statement)
        if kind is None or statement.negated or who.chain is None or (statement.id, who.chain, _class(kind)) in done:
            continue
        if kind is RelationKind.DENY and (statement.id, who.chain, "reproach") in done:
            continue
        warned = _conditioned(sides, statement, who, conditions) if kind is RelationKind.THREATEN else None
        whom = warned or _whom(sides, statement, who, kind)
        if whom is not None:
            made = _relation(analysis, statement, kind, who, whom)
            yield replace(made, strength=Strength.EXPLICIT, confidence=0.55) if warned else made


def beside(
    analysis: Analysis, sides: Sides, found: Sequence[Relation], tones: Sequence[Span], sentences: Sequence[Span]
) -> Iterator[Relation]:
    """Implicit ones: another actor in a sentence that somebody says, where no word puts the two at odds.

    Surest beside a harsh word, and where the speaker reproaches them elsewhere in the report.
    """
    pairs = {(one.source_chain, one.target_chain) for one in found if one.kind in REPROACHES and not one.negated}
    done = {(one.statement, one.source_chain, one.target_chain) for one in found}
    for statement in analysis.statements:
        who = sides.speaker(statement)
        if not who.spans or statement.negated or statement.act in MILD:
            continue
        number, first, end = statement.id, statement.content[0].start, statement.content[-1].end
        for sentence in sentences:
            if sentence.end <= first or sentence.start >= end:
                continue
            parts = [p for span in statement.content if (p := _shared(span, sentence)).start < p.end]
            harsh = [tone for tone in tones if any(part.holds(tone) for part in parts)] if parts else []
            for whom, mention in _named(sides, parts, who) if parts else ():
                if (number, who.chain, whom.chain) in done:
                    continue
                near = min(harsh, key=lambda tone: abs(tone.start - mention.span.start), default=None)
                again = who.chain is not None and (who.chain, whom.chain) in pairs
                confidence = NEAR_NAME + 0.1 * (near is not None) + 0.05 * again
                made = _relation(analysis, statement, RelationKind.CRITICISE, who, whom)
                yield replace(
                    made,
                    cue=(near,) if near else (),
                    strength=Strength.IMPLICIT,
                    confidence=round(confidence, 2),
                    rule="tone" if near else "beside",
                    reason=TONED if near else BESIDE,
                )


def _shared(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


def _named(sides: Sides, parts: Sequence[Span], who: Side) -> Iterator[tuple[Side, Mention]]:
    """The other actors of a sentence, each once."""
    known = {who.chain}
    for mention in sides.within(parts):
        name = sides.name(mention.chain)
        if name and mention.chain not in known and mention.type is not ActorType.PLACE:
            known.add(mention.chain)
            yield Side((mention.span,), mention.chain, name), mention


def _charged(sides: Sides, statement: Statement) -> RelationKind | None:
    """The kind of a statement whose cue calls it a charge (``his allegation that``)."""
    words = {word for span in statement.cue for word in span.cut(sides.text).lower().split()}
    return RelationKind.ACCUSE if words & CHARGES else None


def _class(kind: RelationKind) -> str:
    return "reproach" if kind in REPROACHES else kind


def _conditioned(sides: Sides, statement: Statement, who: Side, conditions: Sequence[Span]) -> Side | None:
    """The other actor whose doings a threat is made to depend on."""
    for span in conditions:
        mention = sides.at(span) if any(c.holds(span) for c in statement.content) else None
        if mention is not None and mention.chain != who.chain and sides.name(mention.chain):
            return Side((mention.span,), mention.chain, sides.name(mention.chain))
    return None


def _whom(sides: Sides, statement: Statement, who: Side, kind: RelationKind) -> Side | None:
    """The first actor in what is said who is not the speaker; a denial without one is in the speaker's own cause."""
    others = [m for m in sides.within(statement.content) if m.chain != who.chain and sides.name(m.chain)]
    best = next((m for m in others if _acts(m)), None) or next(iter(others), None)
    if kind is RelationKind.DENY:
        return Side(who.spans, who.chain, who.name)
    if best is None:
        best = next((m for m in sides.within(statement.addressee) if m.chain != who.chain), None)
    return Side((best.span,), best.chain, sides.name(best.chain)) if best else None


def _acts(mention: Mention) -> bool:
    return dict(mention.features).get("role", "") in ("subject", "owner") or mention.form is Form.PRONOUN


def _relation(analysis: Analysis, statement: Statement, kind: RelationKind, who: Side, whom: Side) -> Relation:
    return Relation(
        report=analysis.report,
        kind=kind,
        strength=Strength.EXPLICIT if kind is RelationKind.DENY else Strength.IMPLICIT,
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
