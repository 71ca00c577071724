"""From scored pairs to groups: the surest pairs first, and never two in one group that may not be.

The result is a function of the nodes and pairs alone: ties go to the older node, so that no order of adding matters.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

Node = TypeVar("Node", int, str)
Clash = Callable[[int, int], bool]
Unlike = Callable[["Edge", Sequence[int], Sequence[int]], bool]
"""Whether two groups, by their nodes, are not to be joined by a pair though none of their nodes clash."""


class Edge(NamedTuple):
    """A pair of nodes (``a < b``, by age) that could be joined."""

    a: int
    b: int
    score: float
    reason: str


class Grouping(NamedTuple):
    """For each node the oldest node of its group, and the pairs that joined them."""

    roots: tuple[int, ...]
    used: tuple[Edge, ...]


def group(
    size: int,
    edges: Iterable[Edge],
    must: Sequence[Edge],
    vetoes: Mapping[int, frozenset[int]],
    clash: Clash,
    unlike: Unlike | None = None,
) -> Grouping:
    """Join ``must`` whatever speaks against it, then every edge that joins no two nodes that clash or are vetoed.

    Nodes joined by ``must`` do not clash for it: a node that goes with one of them is not held off by another.
    """
    groups = _Held(size, vetoes, clash)
    used = [edge for edge in must if groups.join(edge.a, edge.b)]
    groups.bound = tuple(groups.find(node) for node in range(size))
    for edge in sorted(edges, key=lambda e: (-e.score, e.a, e.b)):
        if groups.find(edge.a) == groups.find(edge.b) or groups.held_apart(edge):
            continue
        if not (unlike and unlike(edge, groups.members(edge.a), groups.members(edge.b))):
            groups.join(edge.a, edge.b)
            used.append(edge)
    return Grouping(tuple(groups.find(node) for node in range(size)), tuple(used))


class Groups(Generic[Node]):
    """Which nodes belong together, each group by its smallest."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._parent: dict[Node, Node] = {node: node for node in nodes}
        self._members: dict[Node, list[Node]] = {node: [node] for node in self._parent}

    def find(self, node: Node) -> Node:
        """The smallest node of the group that holds this one."""
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node

    def join(self, a: Node, b: Node) -> bool:
        """Make two groups one; whether they were two."""
        one, two = sorted((self.find(a), self.find(b)))
        if one == two:
            return False
        self._parent[two] = one
        self._members[one] += self._members.pop(two)
        return True

    def members(self, node: Node) -> Sequence[Node]:
        """All nodes of the group that holds this one."""
        return self._members[self.find(node)]


class _Held(Groups[int]):
    """Groups in which some nodes may not be together."""

    def __init__(self, size: int, vetoes: Mapping[int, frozenset[int]], clash: Clash) -> None:
        super().__init__(range(size))
        self._vetoes, self._clash = vetoes, clash
        self.bound: tuple[int, ...] = ()

    def held_apart(self, edge: Edge) -> bool:
        """Whether any node of one group may not be with any of the other."""
        mine, yours = self.members(edge.a), self.members(edge.b)
        excused_a = {node for node in mine if self.bound[node] == self.bound[edge.a]}
        excused_b = {node for node in yours if self.bound[node] == self.bound[edge.b]}
        for a in mine:
            for b in yours:
                if b in self._vetoes.get(a, ()):
                    return True
                if self._excused(a, edge.a, excused_a) or self._excused(b, edge.b, excused_b):
                    continue
                if self._clash(a, b):
                    return True
        return False

    @staticmethod
    def _excused(node: int, joined: int, bound: set[int]) -> bool:
        """Whether the node is in the group only because ``must`` holds it to the one that the edge joins."""
        return node != joined and node in bound
