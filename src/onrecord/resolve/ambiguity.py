"""Names that several actors could bear: a last name beside two full ones joins neither."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from itertools import combinations
from typing import NamedTuple

from onrecord.resolve.nodes import Pairs


class Ambiguity(NamedTuple):
    """Nodes that could go two ways.

    ``short`` could by their names; those pairs are blocked that lead to an equally or more fully named node.
    ``torn`` ones go with two nodes that a person said are two; all their pairs are blocked.
    """

    short: frozenset[int]
    torn: frozenset[int]

    def blocks(self, pairs: Pairs, a: int, b: int) -> bool:
        """Whether the pair may not be joined because one side could as well go elsewhere."""
        if a in self.torn or b in self.torn:
            return True
        ranks = pairs.nodes[a].form.rank, pairs.nodes[b].form.rank
        loose = (a in self.short and ranks[1] >= ranks[0]) or (b in self.short and ranks[0] >= ranks[1])
        return loose and pairs.verdicts[a, b].short


def ambiguous(pairs: Pairs, apart: Mapping[int, Collection[int]]) -> Ambiguity:
    """The nodes that could go two ways; ``apart`` are the nodes that people hold apart."""
    fuller: defaultdict[int, set[int]] = defaultdict(set)
    near: defaultdict[int, set[int]] = defaultdict(set)
    for (a, b), verdict in pairs.verdicts.items():
        ranks = pairs.nodes[a].form.rank, pairs.nodes[b].form.rank
        if verdict.asks and verdict.short:
            if ranks[1] >= ranks[0]:
                fuller[a].add(b)
            if ranks[0] >= ranks[1]:
                fuller[b].add(a)
        if verdict.joins:
            near[a].add(b)
            near[b].add(a)
    short = {node for node, others in fuller.items() if any(pairs.clash(a, b) for a, b in combinations(others, 2))}
    torn = {
        node
        for node, others in near.items()
        if node not in apart and any(not others.isdisjoint(apart[other]) for other in others if other in apart)
    }
    return Ambiguity(frozenset(short), frozenset(torn))
