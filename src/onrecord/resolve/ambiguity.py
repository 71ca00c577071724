"""Names that several actors could bear: a last name beside two full ones joins neither.

Unless an office tells, or nearly all reports of a large pile that give a full name mean one of them.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from itertools import combinations
from typing import NamedTuple

from onrecord.resolve.nodes import Pairs

USUAL, TIMES = 10, 4
"""In so many reports, and so many times as many as all others together, a full name makes its short form its own."""


class Ambiguity(NamedTuple):
    """Nodes that could go two ways.

    ``short`` could by their names; those pairs are blocked that lead to an equally or more fully named node. ``told``
    could, too, but share an office with some of these nodes and not with the others, or nearly all reports mean some of
    them (``usual``): only pairs with the others are blocked. ``torn`` ones go with two nodes that a person said are
    two; all their pairs are blocked.
    """

    short: frozenset[int]
    torn: frozenset[int]
    told: Mapping[int, frozenset[int]]
    usual: frozenset[int] = frozenset()

    def blocks(self, pairs: Pairs, a: int, b: int) -> bool:
        """Whether the pair may not be joined because one side could as well go elsewhere."""
        if a in self.torn or b in self.torn:
            return True
        ranks = pairs.ranks[a], pairs.ranks[b]
        loose = (ranks[1] >= ranks[0] and self._loose(a, b)) or (ranks[0] >= ranks[1] and self._loose(b, a))
        return loose and pairs.verdicts[a, b].short

    def grounds(self, a: int, b: int) -> str:
        """What told two apart for one side of a pair, as an end of its reason."""
        if a in self.usual or b in self.usual:
            return ", whom nearly all reports mean"
        return ", and one office" if a in self.told or b in self.told else ""

    def _loose(self, node: int, other: int) -> bool:
        return node in self.short or (node in self.told and other not in self.told[node])


def ambiguous(pairs: Pairs, apart: Mapping[int, Collection[int]]) -> Ambiguity:
    """The nodes that could go two ways; ``apart`` are the nodes that people hold apart."""
    fuller: defaultdict[int, set[int]] = defaultdict(set)
    near: defaultdict[int, set[int]] = defaultdict(set)
    for (a, b), verdict in pairs.verdicts.items():
        ranks = pairs.ranks[a], pairs.ranks[b]
        if verdict.asks and verdict.short:
            if ranks[1] >= ranks[0]:
                fuller[a].add(b)
            if ranks[0] >= ranks[1]:
                fuller[b].add(a)
        if verdict.joins:
            near[a].add(b)
            near[b].add(a)
    short = {node for node, others in fuller.items() if any(pairs.clash(a, b) for a, b in combinations(others, 2))}
    told = {node: same for node in short if (same := _same_office(pairs, node, fuller[node]))}
    usual = {node: same for node in short - set(told) if (same := _usual(pairs, fuller[node]))}
    torn = {
        node
        for node, others in near.items()
        if node not in apart and any(not others.isdisjoint(apart[other]) for other in others if other in apart)
    }
    return Ambiguity(frozenset(short - set(told) - set(usual)), frozenset(torn), told | usual, frozenset(usual))


def _same_office(pairs: Pairs, node: int, others: Collection[int]) -> frozenset[int]:
    """Those of the others that share an office with a node, where they can be one actor; empty where they cannot."""
    titles = pairs.nodes[node].titles
    same = [other for other in others if titles & pairs.nodes[other].titles] if titles else []
    return frozenset() if any(pairs.clash(a, b) for a, b in combinations(same, 2)) else frozenset(same)


def _usual(pairs: Pairs, others: Collection[int]) -> frozenset[int]:
    """Those whom nearly all reports mean that give a name in full; empty where several are named often."""
    reports = {other: {chain.report for chain in pairs.nodes[other].chains} for other in others}
    first = max(sorted(others), key=lambda other: len(reports[other]))
    same = frozenset(other for other in others if other == first or not pairs.clash(first, other))
    rest = set().union(*(reports[other] for other in others if other not in same))
    usual = set().union(*(reports[other] for other in same))
    if any(pairs.clash(a, b) for a, b in combinations(same, 2)):
        return frozenset()
    return same if len(usual) >= max(USUAL, TIMES * len(rest)) else frozenset()
