"""People's decisions about actors laid over what the machine finds: a pure function of decisions and places."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from onrecord.model.actor import Constraint
from onrecord.model.span import Span

KINDS: Mapping[str, str] = {"merge": "same", "split": "apart", "rename": "name", "identify": "identify"}
"""Decisions about actors, and what each asks of resolving; ``undo`` takes one of them back."""
UNDO = "undo"
SIDES: Mapping[str, int] = {"merge": 2, "split": 2, "rename": 1, "identify": 1}


class Decided(NamedTuple):
    """One decision about actors; ``value`` is a name, ``scheme:id``, or the number of the decision that is undone."""

    number: int
    kind: str
    value: str
    because: str


class Anchor(NamedTuple):
    """A place that a decision is about, as it was when it was decided, and the chain that holds it today.

    ``lost`` says why no chain does; empty where one does.
    """

    decision: int
    side: int
    report: str
    span: Span
    exact: str
    chain: str | None
    lost: str = ""


def undone(decisions: Sequence[Decided]) -> frozenset[int]:
    """The numbers of the decisions that a later one undoes; an undoing can itself be undone."""
    gone: set[int] = set()
    for one in sorted(decisions, key=lambda one: -one.number):
        if one.kind == UNDO and one.number not in gone:
            gone.add(int(one.value))
    return frozenset(gone)


def in_force(decisions: Sequence[Decided]) -> tuple[Decided, ...]:
    """The decisions that hold today, in the order in which they were taken."""
    gone = undone(decisions)
    return tuple(one for one in decisions if one.kind != UNDO and one.number not in gone)


def constraints(
    decisions: Sequence[Decided], anchors: Iterable[Anchor]
) -> tuple[tuple[Constraint, ...], tuple[Anchor, ...]]:
    """What the decisions in force ask of today's chains, and those of their places that no chain holds."""
    kept = {one.number: one for one in in_force(decisions)}
    held: dict[tuple[int, int], set[str]] = {}
    orphans: list[Anchor] = []
    for anchor in anchors:
        if anchor.decision not in kept:
            continue
        if anchor.chain is None:
            orphans.append(anchor)
        else:
            held.setdefault((anchor.decision, anchor.side), set()).add(anchor.chain)
    asked = [_constraint(one, held) for one in kept.values()]
    return tuple(one for one in asked if one is not None), tuple(orphans)


def _constraint(one: Decided, held: Mapping[tuple[int, int], set[str]]) -> Constraint | None:
    groups = [held.get((one.number, side), set()) for side in range(SIDES[one.kind])]
    if not all(groups):
        return None
    value = one.value if one.kind in ("rename", "identify") else ""
    return Constraint(KINDS[one.kind], tuple(tuple(sorted(g)) for g in groups), value, one.because, one.number)
