"""What people and their file of parties have settled before any machine's pair counts: who must be one, who may not."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from typing import NamedTuple

from onrecord.model.actor import Constraint
from onrecord.resolve.applied import Applied

PERSON = 1.0
"""The score of a link that a person or their file made."""


class Must(NamedTuple):
    """Two chains that are one actor because a person (``decision``) or their file of parties (0) says so."""

    a: str
    b: str
    reason: str
    decision: int = 0


@dataclass(frozen=True, slots=True)
class Decided:
    """All that is settled, by chain: links, and for each chain those that it may not be with; the later decision wins.

    ``lone`` are the chains that any decision names: they are looked at one by one.
    """

    must: tuple[Must, ...] = ()
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lone: frozenset[str] = frozenset()


def decided(order: Sequence[str], constraints: Sequence[Constraint], applied: Mapping[str, Applied]) -> Decided:
    """What constraints and parties settle among the chains of ``order`` (oldest first); others are left aside."""
    place = {chain: at for at, chain in enumerate(order)}
    apart: defaultdict[str, set[str]] = defaultdict(set)
    must: dict[tuple[str, str], Must] = {}
    lone: set[str] = set()
    for constraint in sorted(constraints, key=lambda c: (c.decision, c)):
        if constraint.kind not in ("same", "apart"):
            continue
        groups = [sorted((c for c in group if c in place), key=place.__getitem__) for group in constraint.groups]
        lone.update(chain for group in groups for chain in group)
        across = [_sorted(a, b) for one, two in _two(groups) for a, b in product(one, two) if a != b]
        if constraint.kind == "apart":
            for a, b in across:
                apart[a].add(b)
                apart[b].add(a)
                must.pop((a, b), None)
        else:
            for a, b in across:
                apart[a].discard(b)
                apart[b].discard(a)
            reason = constraint.because or "a person said that they are one"
            for a, b in _spanning(groups, place):
                must[a, b] = Must(a, b, reason, constraint.decision)
    for link in _by_label(order, applied):
        if link.b not in apart[link.a]:
            must.setdefault((link.a, link.b), link)
    links = tuple(sorted(must.values(), key=lambda m: (-m.decision, place[m.a], place[m.b])))
    return Decided(links, {chain: frozenset(others) for chain, others in apart.items() if others}, frozenset(lone))


def _by_label(order: Sequence[str], applied: Mapping[str, Applied]) -> list[Must]:
    """Every chain that the file of parties labels, with the oldest one of that label."""
    oldest: dict[object, str] = {}
    links = []
    for chain in order:
        found = applied.get(chain)
        if found and found.label:
            first = oldest.setdefault(found.label, chain)
            if first != chain:
                links.append(Must(*_sorted(first, chain), found.reason))
    return links


def _spanning(groups: Sequence[Sequence[str]], place: Mapping[str, int]) -> list[tuple[str, str]]:
    """Pairs that hold all chains of all groups together: each with the next and with the oldest."""
    everyone = sorted({chain for group in groups for chain in group}, key=place.__getitem__)
    pairs = {_sorted(a, b) for a, b in pairwise(everyone)} | {_sorted(everyone[0], c) for c in everyone[1:]}
    return sorted(pairs)


def _two(groups: Sequence[Sequence[str]]) -> list[tuple[Sequence[str], Sequence[str]]]:
    return [(one, two) for at, one in enumerate(groups) for two in groups[at + 1 :]]


def _sorted(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
