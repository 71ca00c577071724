"""What people decided about utterances, laid over what the machine groups: it holds both ways, whatever speaks for it.

A join makes one of the groups of both sides as the machine made them, and of nothing else: statements that it was not
about are grouped as before. Where two decisions cannot both hold, the later one does, and the earlier one is named.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Protocol

from onrecord.model.utterance import Part, Ruled
from onrecord.resolve.clusters import Edge, Grouping, Groups
from onrecord.resolve.utterance_read import Point, Reading
from onrecord.resolve.utterance_verdict import ASK, JOIN, compare

PERSON = 1.0
"""The score of a link that a person made."""


class Node(Protocol):
    """One point of a telling."""

    @property
    def reading(self) -> Reading:
        """The telling with all its points."""

    @property
    def point(self) -> Point:
        """The point."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What people's words come to among some points: those that are one, with the words, and those that may not be.

    ``apart`` has for each point those that it may not be one with, and the decision; ``overruled`` are the words that
    later ones go against, but for those of other statements.
    """

    must: tuple[tuple[Edge, Ruled], ...] = ()
    apart: Mapping[int, Mapping[int, int]] = field(default_factory=dict)
    overruled: tuple[Ruled, ...] = ()


def decide(nodes: Sequence[Node], rulings: Sequence[Ruled]) -> Decided:
    """What the rulings (oldest first) ask of these points; of statements that are not among them they ask nothing."""
    if not rulings:
        return Decided()
    found = _Deciding(nodes)
    for one in reversed(rulings):
        found.take(one)
    return Decided(tuple(found.must), found.apart, tuple(found.overruled))


def laid(machine: Grouping, decided: Decided) -> Grouping:
    """The machine's groups, those that people joined made one; what they parted never meets, by no way around."""
    if not decided.must:
        return machine
    groups = Groups(range(len(machine.roots)))
    for edge, _ in decided.must:
        groups.join(edge.a, edge.b)
    used = [edge for edge, _ in decided.must]
    for edge in machine.used:
        if groups.find(edge.a) != groups.find(edge.b) and not _parted(groups, edge.a, edge.b, decided.apart):
            groups.join(edge.a, edge.b)
            used.append(edge)
    return Grouping(tuple(groups.find(at) for at in range(len(machine.roots))), tuple(used))


def held_apart(grouping: Grouping, decided: Decided) -> frozenset[frozenset[int]]:
    """The pairs of groups that a person's word keeps apart, by their roots."""
    pairs = ((at, other) for at, others in decided.apart.items() for other in others)
    return frozenset(frozenset((grouping.roots[a], grouping.roots[b])) for a, b in pairs)


def against(nodes: Sequence[Node], rulings: Sequence[Ruled], new: Sequence[Ruled]) -> list[int]:
    """The decisions in force that together do not let new words hold; none where they do.

    What was decided about the very same statements two by two is left aside: a person may think again.
    """
    same = {pair_of(one) for one in new}
    kept = [one for one in rulings if pair_of(one) not in same]
    before = decide(nodes, kept)
    if set(decide(nodes, [*kept, *new]).overruled) <= set(before.overruled):
        return []
    numbers: set[int] = set()
    points = _Points(nodes)
    for one in new:
        mine, yours = _ways(before, points.meant(one.a)), _ways(before, points.meant(one.b))
        if not one.same:
            numbers |= next((set(mine[at]) for at in points.meant(one.b) if at in mine), set())
            continue
        for at, other in product(mine, yours):
            if other in before.apart.get(at, ()):
                numbers |= {*mine[at], before.apart[at][other], *yours[other]}
                break
    return sorted(numbers)


class _Points:
    """Points by the statement that they are of."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        self._of: defaultdict[str, list[int]] = defaultdict(list)
        for at, node in enumerate(nodes):
            self._of[node.reading.telling.id].append(at)

    def meant(self, part: Part) -> list[int]:
        """The points of the statement that stand in that part of it; all of it where none does."""
        own = self._of.get(part.statement, [])
        words = {at: self._nodes[at].point.words for at in own}
        inside = [at for at in own if words[at][0].span.start < part.end and part.start < words[at][-1].span.end]
        return inside or own


class _Deciding:
    """People's words taken one by one, the latest first."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        self._points = _Points(nodes)
        self._groups = Groups(range(len(nodes)))
        self._settled: dict[frozenset[str], bool] = {}
        self.apart: defaultdict[int, dict[int, int]] = defaultdict(dict)
        self.must: list[tuple[Edge, Ruled]] = []
        self.overruled: list[Ruled] = []

    def take(self, one: Ruled) -> None:
        """Take what later words leave of these."""
        mine, yours = self._points.meant(one.a), self._points.meant(one.b)
        asked = (_alike(self._nodes, mine, yours) if one.same else [*product(mine, yours)]) if mine and yours else []
        held = [pair for pair in asked if (self._join if one.same else self._part)(one, *pair)]
        # Who decides anew about the same two statements means to; only by way of others it may go unseen.
        if asked and not held and self._settled.get(pair_of(one)) in (None, one.same):
            self.overruled.append(one)
        self._settled.setdefault(pair_of(one), one.same)

    def _part(self, one: Ruled, a: int, b: int) -> bool:
        if self._groups.find(a) == self._groups.find(b):
            return False
        self.apart[a].setdefault(b, one.decision)
        self.apart[b].setdefault(a, one.decision)
        return True

    def _join(self, one: Ruled, a: int, b: int) -> bool:
        if _parted(self._groups, a, b, self.apart):
            return False
        self._groups.join(a, b)
        self.must.append((Edge(min(a, b), max(a, b), PERSON, one.reason), one))
        return True


def pair_of(one: Ruled) -> frozenset[str]:
    """The ids of the two statements."""
    return frozenset((one.a.statement, one.b.statement))


def _alike(nodes: Sequence[Node], mine: Iterable[int], yours: Iterable[int]) -> list[tuple[int, int]]:
    """Which points of two statements are one: those that are alike, else the most alike, else all of both.

    Each word counts the same, so that no statement of anybody else has a part in it.
    """
    pairs = [(a, b) for a, b in product(mine, yours) if a != b]
    scores = {
        (a, b): compare(one.reading, other.reading, one.point, other.point, lambda _: 1.0).score
        for a, b in pairs
        for one, other in [(nodes[a], nodes[b])]
        if one.reading.telling.id != other.reading.telling.id
    }
    ordered = sorted(scores, key=lambda pair: (-scores[pair], pair))
    taken: set[int] = set()
    found = []
    for a, b in ordered:
        if scores[a, b] >= JOIN and not {a, b} & taken:
            taken |= {a, b}
            found.append((a, b))
    if found or not ordered:
        return found or pairs
    return ordered[:1] if scores[ordered[0]] >= ASK else pairs


def _parted(groups: Groups[int], a: int, b: int, apart: Mapping[int, Mapping[int, int]]) -> bool:
    """Whether the groups of two points hold two that a person said are not one."""
    if not apart:
        return False
    yours = set(groups.members(b))
    return any(not yours.isdisjoint(apart.get(at, ())) for at in groups.members(a))


def _ways(decided: Decided, points: Sequence[int]) -> Mapping[int, Sequence[int]]:
    """The points that people joined with these, each with the decisions on a shortest way there."""
    steps: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for edge, one in decided.must:
        steps[edge.a].append((edge.b, one.decision))
        steps[edge.b].append((edge.a, one.decision))
    found: dict[int, tuple[int, ...]] = dict.fromkeys(points, ())
    waiting = deque(points)
    while waiting:
        at = waiting.popleft()
        for other, decision in steps.get(at, ()):
            if other not in found:
                found[other] = (*found[at], decision)
                waiting.append(other)
    return found
