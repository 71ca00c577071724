"""Relations that the act of a statement says where no word names both sides: ``“Shameful,” she said of the deal``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.analyse.grammar import children
from onrecord.analyse.relation_sides import Side, Sides
from onrecord.analyse.relation_words import relation_words
from onrecord.engine.parse import Parse, lemma
from onrecord.model.analysis import Analysis
from onrecord.model.mention import Mention
from onrecord.model.relation import Relation
from onrecord.model.span import Span, Spans
from onrecord.model.statement import Statement
from onrecord.model.terms import Act, Band, Form, RelationKind, Strength, Voice

KINDS = {
    Act.ACCUSE: RelationKind.ACCUSE, Act.BLAME: RelationKind.BLAME, Act.CRITICISE: RelationKind.CRITICISE,
    Act.THREATEN: RelationKind.THREATEN, Act.DENY: RelationKind.DENY, Act.PRAISE: RelationKind.CREDIT,
}  # fmt: skip
REPROACHES = {RelationKind.ACCUSE, RelationKind.BLAME, RelationKind.CRITICISE}
CHARGES = {"allegation", "allegations", "accusation", "accusations", "claim", "charge", "charges", "alleged", "alleges"}
CONFIDENCE = 0.45
OPENING = 5
PRINTED = ".,;:!?“”\"‘’'()"


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
    charged = {one.target_chain for one in found if one.kind in REPROACHES and not one.negated}
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
            edge = made(analysis, statement, kind, who, whom)
            if kind is RelationKind.DENY and who.chain not in charged and not _denies(sides, statement):
                edge = replace(edge, strength=Strength.IMPLICIT)
            yield replace(edge, strength=Strength.EXPLICIT, confidence=0.55) if warned else edge


def _charged(sides: Sides, statement: Statement) -> RelationKind | None:
    """The kind of a statement whose cue calls it a charge (``his allegation that``)."""
    return RelationKind.ACCUSE if CHARGES.intersection(_words(sides, statement.cue)) else None


def _denies(sides: Sides, statement: Statement) -> bool:
    """Whether a denial is told as one: by a word of denying or a reply, or by one of turning down before a claim.

    Not ``rejecting her``, nor ``said they never read the bill``, where nobody in the report charges whoever says it.
    """
    printed = _words(sides, statement.cue)
    cue = {lemma(word, kind) for word in printed for kind in ("verb", "noun")}
    said = {lemma(word, "noun") for word in (*printed, *_words(sides, statement.content)[:OPENING])}
    words = relation_words()
    return bool(cue & words.denying or words.replies.intersection(printed) or said & words.claims)


def _words(sides: Sides, spans: Spans) -> list[str]:
    return [word.strip(PRINTED) for span in spans for word in span.cut(sides.text).lower().split()]


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


def made(analysis: Analysis, statement: Statement, kind: RelationKind, who: Side, whom: Side) -> Relation:
    """An edge that a statement as a whole says."""
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
