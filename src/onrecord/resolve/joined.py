"""Chains joined to clusters: what is settled first, then every pair that nothing speaks against."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model.actor import Chain, Link
from onrecord.resolve.ambiguity import Ambiguity, ambiguous
from onrecord.resolve.applied import Applied
from onrecord.resolve.clusters import Edge, Grouping, group
from onrecord.resolve.decided import PERSON, Decided
from onrecord.resolve.forms import form
from onrecord.resolve.nodes import Node, Pairs, kept_apart, nodes, verdicts
from onrecord.resolve.pairs import compare
from onrecord.resolve.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Joined:
    """The nodes, what was said of their pairs, and the groups they ended in.

    ``members`` are the nodes of each group by its oldest node; ``vetoes`` all nodes that a node may not be with, by a
    person, their file or one report. ``scattered`` nodes are so shortly named that their chains are not even joined to
    each other.
    """

    pairs: Pairs
    vetoes: Mapping[int, frozenset[int]]
    unsure: Ambiguity
    grouping: Grouping
    members: Mapping[int, Sequence[int]]
    scattered: frozenset[int]

    def clusters(self) -> tuple[tuple[Chain, ...], ...]:
        """The chains of each actor, oldest first."""
        whole: defaultdict[int, list[Chain]] = defaultdict(list)
        alone: list[tuple[Chain, ...]] = []
        for at, node in enumerate(self.pairs.nodes):
            if at in self.scattered:
                alone += [(chain,) for chain in node.chains]
            else:
                whole[self.grouping.roots[at]] += node.chains
        return (*(tuple(chains) for chains in whole.values()), *alone)

    def links(self) -> tuple[Link, ...]:
        """What joins the chains of each actor: one link less than chains."""
        found = [self._link(edge) for edge in self.grouping.used]
        for at, node in enumerate(self.pairs.nodes):
            if at not in self.scattered and len(node.chains) > 1:
                verdict = compare(node.form, node.form)
                found += [_link(node.chains[0], c, verdict.score, verdict.reason) for c in node.chains[1:]]
        return tuple(sorted(found))

    def _link(self, edge: Edge) -> Link:
        one, two = self.pairs.nodes[edge.a].chains[0], self.pairs.nodes[edge.b].chains[0]
        return _link(one, two, edge.score, edge.reason, machine=edge.score < PERSON)


def join(ordered: Sequence[Chain], settled: Decided, applied: Mapping[str, Applied]) -> Joined:
    """Join chains that are sorted by age."""
    forms = {chain.id: made for chain in ordered if (made := form(chain))}
    together = kept_apart(ordered, forms)
    found = nodes(ordered, forms, _own(settled, applied, together))
    place = {chain.id: at for at, node in enumerate(found) for chain in node.chains}
    pairs = Pairs(found, verdicts(found), tuple(node.form.rank for node in found))
    people = _by_node(settled.apart, place)
    vetoes = _vetoes(people, _labels(found, applied), [(place[a], place[b]) for a, b in together])
    unsure = ambiguous(pairs, people)
    settled_edges = [_edge(place[m.a], place[m.b], m.reason) for m in settled.must]
    edges = [
        Edge(a, b, verdict.score, verdict.reason + unsure.grounds(a, b))
        for (a, b), verdict in pairs.verdicts.items()
        if verdict.joins and not unsure.blocks(pairs, a, b)
    ]
    grouping = group(len(found), edges, [edge for edge in settled_edges if edge.a != edge.b], vetoes, pairs.clash)
    members: defaultdict[int, list[int]] = defaultdict(list)
    for at, root in enumerate(grouping.roots):
        members[root].append(at)
    return Joined(pairs, vetoes, unsure, grouping, dict(members), _scattered(found, unsure, grouping.roots, members))


def _edge(a: int, b: int, reason: str) -> Edge:
    return Edge(min(a, b), max(a, b), PERSON, reason)


def _own(settled: Decided, applied: Mapping[str, Applied], together: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What keeps a chain from sharing a node with all that are named like it, by chain."""
    own = {chain: found.label.key for chain, found in applied.items() if found.label}
    own |= {chain: f"not {found.denied}" for chain, found in applied.items() if found.denied and not found.label}
    own |= {shorter: shorter for shorter, _ in together}
    return own | {chain: chain for chain in settled.lone}


def _by_node(apart: Mapping[str, Iterable[str]], place: Mapping[str, int]) -> dict[int, frozenset[int]]:
    return {place[chain]: frozenset(place[other] for other in others) for chain, others in apart.items()}


def _labels(found: Sequence[Node], applied: Mapping[str, Applied]) -> list[tuple[int, int]]:
    """Pairs of nodes that the file of parties takes for two: of two labels, or one that is not meant by the other's."""
    said = [(at, one) for at, node in enumerate(found) if (one := applied.get(node.chains[0].id))]
    labelled = [(at, one.label) for at, one in said if one.label]
    pairs = [(a, b) for at, (a, one) in enumerate(labelled) for b, two in labelled[at + 1 :] if one != two]
    denied = [(at, label) for at, one in said if not one.label for label in one.denied]
    return pairs + [(a, b) for a, one in denied for b, two in labelled if one == two]


def _vetoes(people: Mapping[int, frozenset[int]], *more: Iterable[tuple[int, int]]) -> dict[int, frozenset[int]]:
    total: defaultdict[int, set[int]] = defaultdict(set, {node: set(others) for node, others in people.items()})
    for pairs in more:
        for a, b in pairs:
            total[a].add(b)
            total[b].add(a)
    return {node: frozenset(others) for node, others in total.items()}


def _scattered(
    found: Sequence[Node], unsure: Ambiguity, roots: Sequence[int], members: Mapping[int, Sequence[int]]
) -> frozenset[int]:
    """Nodes alone in their group whose own chains may be several actors."""
    return frozenset(
        at
        for at, node in enumerate(found)
        if len(node.chains) > 1
        and len(members[roots[at]]) == 1
        and (at in unsure.torn or (at in unsure.short and node.form.is_short) or not _same(node).joins)
    )


def _same(node: Node) -> Verdict:
    return compare(node.form, node.form)


def _link(a: Chain, b: Chain, score: float, reason: str, *, machine: bool = True) -> Link:
    one, two = sorted((a.id, b.id))
    return Link(one, two, score, reason, machine)
