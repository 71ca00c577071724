"""Whether two chains may be one actor, judged by how they are named: a score, the reason, and what speaks against it.

A pair at ``verdict.JOIN`` or above is joined unless something contradicts it, one at ``verdict.ASK`` or above is shown
to a person, anything below is nothing. Scores are set by hand, by kind of evidence.
"""

from functools import lru_cache

from onrecord.model.terms import ActorType
from onrecord.resolve.bodies import compare_bodies
from onrecord.resolve.forms import Form
from onrecord.resolve.people import compare_people
from onrecord.resolve.verdict import ASK, NOTHING, Verdict

KINDS = {
    frozenset({ActorType.ORGANISATION, ActorType.GROUP}),
    frozenset({ActorType.STATE, ActorType.PLACE}),
}
"""Types that one actor may have in two reports; a pair of one type, or with one unknown, always may."""


@lru_cache(maxsize=100_000)
def compare(a: Form, b: Form) -> Verdict:
    """How surely two forms name one actor; it does not matter which comes first."""
    if a.state and a.state == b.state:
        return compare_bodies(a, b)
    if a.sure and b.sure and a.type is not b.type and frozenset({a.type, b.type}) not in KINDS:
        return _crossed(a, b)
    found = [NOTHING]
    if a.may_be_person and b.may_be_person and ActorType.PERSON in (a.type, b.type):
        found.append(compare_people(a, b))
    if a.may_be_body and b.may_be_body:
        found.append(compare_bodies(a, b))
    return max(found, key=lambda verdict: (verdict.score, verdict.reason))


def clash(a: Form, b: Form) -> bool:
    """Whether two forms may not end up in one actor: they contradict each other, or both are full and not alike."""
    verdict = compare(a, b)
    return not verdict.joins and (verdict.apart or (a.is_specific and b.is_specific))


def _crossed(a: Form, b: Form) -> Verdict:
    """Two forms of types that no actor has both of; the same words are shown to a person."""
    one, two = sorted((str(a.type), str(b.type)))
    if any(" " in name for name in set(a.names) & set(b.names)):
        return Verdict(ASK + 0.1, f"the same words, but here a {one} and there a {two}", apart=True)
    return Verdict(0.0, f"a {one} and a {two}", apart=True)
