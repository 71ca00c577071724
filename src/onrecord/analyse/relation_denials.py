"""Denials in one report: what they answer, and which negated reproaches are none."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from onrecord.analyse.relation_reasons import FALSEHOODS, REPROACHES, VIEWS
from onrecord.analyse.relation_sides import Side, Sides
from onrecord.analyse.relation_words import relation_words
from onrecord.model.relation import Relation
from onrecord.model.terms import RelationKind, Strength

JUST_BEFORE = 200


def cleared(one: Relation, found: Sequence[Relation], denied: Collection[str]) -> Relation:
    """A negated reproach, which in somebody's own words is plainly a denial only where the report has a charge.

    ``Even Tamm did not lie`` is none.
    """
    if one.kind is not RelationKind.DENY or one.rule.split(":")[0] not in VIEWS - FALSEHOODS or one.statement in denied:
        return one
    charged = any(c.target_chain == one.target_chain and c.kind in REPROACHES and not c.negated for c in found)
    return one if charged else replace(one, strength=Strength.IMPLICIT)


def answering(one: Relation, found: Sequence[Relation], sides: Sides) -> Relation:
    """A denial in one's own cause, turned to the last one who made the charge before it; to nobody where none is."""
    if one.kind is not RelationKind.DENY or one.source_chain is None:
        return one
    of_claim = one.rule.split(":")[0] in FALSEHOODS and one.statement is not None
    if one.target_chain not in (None, one.source_chain) and not of_claim:
        return one
    charges = [
        other
        for other in found
        if other.target_chain == one.source_chain and other.kind in REPROACHES and other.source_chain is not None
        and not other.negated
    ]  # fmt: skip
    before = [c for c in charges if c.cue and one.cue and c.cue[0] < one.cue[0]] or charges
    if not before and of_claim and one.target_chain not in (None, one.source_chain):
        return one
    before = before or [c for c in found if _just_before(c, one)]
    if not before:
        asked = sides.before(one) if _replies(one, sides.text) else Side()
        return replace(one, target=asked.spans, target_chain=asked.chain, target_name=asked.name)
    last = max(before, key=lambda c: (c.strength is Strength.EXPLICIT and c.kind is not RelationKind.CRITICISE, c.cue))
    return replace(
        one,
        target=last.source,
        target_chain=last.source_chain,
        target_name=last.source_name,
        reason=f"{one.reason}; it answers the charge made before",
    )


def _just_before(charge: Relation, one: Relation) -> bool:
    """Whether somebody else's plain charge stands right before a denial: whoever speaks for the accused denies it."""
    if charge.kind not in REPROACHES or charge.strength is not Strength.EXPLICIT or charge.negated:
        return False
    if charge.source_chain in (None, one.source_chain) or not charge.cue or not one.cue:
        return False
    return 0 < one.cue[0].start - charge.cue[-1].end < JUST_BEFORE


def _replies(one: Relation, text: str) -> bool:
    """Whether a denial is given as a reply, so that whoever spoke before is whom it is to."""
    return bool(relation_words().replies.intersection(word for c in one.cue for word in c.cut(text).lower().split()))
