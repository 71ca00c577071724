"""Joins the tellings of one actor that tell one point: a pure function of the set, whatever the order of adding.

What is joined are points, sentence by sentence, so that a statement of two points is a member of two utterances. Pairs
are judged by quoted words or by words that matter (``utterance_verdict``), the surest joined first, and never two in
one utterance that were held against each other and are not alike (``clusters``): A~B and B~C do not make A~C. What
people decided is laid over that (``utterance_decided``).
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, product
from math import fsum, log

from onrecord.model.actor import Link, Proposal
from onrecord.model.utterance import Ruled, Telling, Utterance, UtterancesFound
from onrecord.resolve.clusters import Edge, Grouping, group
from onrecord.resolve.utterance_decided import PERSON, Decided, decide, held_apart, laid
from onrecord.resolve.utterance_occasions import day, far, other_occasion
from onrecord.resolve.utterance_read import Point, Reading, insides, read
from onrecord.resolve.utterance_renderings import members
from onrecord.resolve.utterance_verdict import ASK, JOIN, NOTHING, QUOTED, Match, Weigh, compare

GATHERER = "utterances 4"
"""Name and version: when it changes, everything is gathered anew."""

LIKE = 0.2
"""Below it two points keep their utterances apart, whatever third one is like both; also two of one report, which may
come back to what it told (asking 0.5 of those cost four pairs of the stories and spared none)."""

COMMON = 60
"""A word that more points of one week share says nothing; they are held against each other by other words."""


@dataclass(frozen=True, slots=True)
class Node:
    """One point of a telling."""

    reading: Reading
    point: Point
    place: int

    @property
    def telling(self) -> Telling:
        """The telling that it is a point of."""
        return self.reading.telling


def utterances(tellings: Iterable[Telling], rulings: Sequence[Ruled] = ()) -> UtterancesFound:
    """The utterances of one actor, each with two members or more, and the pairs that a person may look at.

    Of several pools, which a person's ruling connects, each is judged by itself. ``rulings`` are the oldest first.
    """
    pools: defaultdict[str, list[Telling]] = defaultdict(list)
    for one in sorted(tellings, key=lambda one: one.age):
        pools[one.pool].append(one)
    judged = [(nodes, _judged(nodes, readings)) for some in pools.values() for nodes, readings in [nodes_of(some)]]
    nodes = sorted((node for own, _ in judged for node in own), key=lambda node: (node.telling.age, node.place))
    places = {id(node): at for at, node in enumerate(nodes)}
    matches = {
        (places[id(own[a])], places[id(own[b])]): found for own, pairs in judged for (a, b), found in pairs.items()
    }
    decided = decide(nodes, rulings)
    grouping = laid(_grouped(nodes, matches, decided), decided)
    held = held_apart(grouping, decided)
    return UtterancesFound(
        tuple(_utterances(nodes, grouping, held)), _proposals(nodes, grouping, matches, held), decided.overruled
    )


def nodes_of(tellings: Sequence[Telling]) -> tuple[list[Node], list[Reading]]:
    """The points of the tellings of one pool, and their readings; they are given in the order of their age."""
    acts = Counter((one.report, one.act) for one in tellings)
    inner = insides(tellings)
    readings = [replace(read(one, inner.get(one.id, ())), only=acts[one.report, one.act] == 1) for one in tellings]
    return [Node(r, point, at) for r in readings for at, point in enumerate(r.points)], readings


def _judged(nodes: Sequence[Node], readings: Sequence[Reading]) -> dict[tuple[int, int], Match]:
    """Every pair of points that may be one, held against each other."""
    weigh, around = weights(readings), weights_around(readings)
    return {
        pair: found
        for pair in sorted(set(_pairs(nodes)))
        if (found := match(nodes[pair[0]], nodes[pair[1]], weigh, around)).score > 0
    }


def weights(readings: Sequence[Reading]) -> Weigh:
    """How much each stem tells: the less, the more of the actor's tellings have it."""
    seen = Counter(stem for one in readings for stem in {stem for point in one.points for stem in point.stems})
    return cache(lambda stem: log(1 + (len(readings) + 2) / (seen[stem] or 1)))


def weights_around(readings: Sequence[Reading]) -> Weigh:
    """How much each stem beside what is said tells; little one that stands beside most, such as the speaker's name."""
    seen = Counter(stem for one in readings for stem in one.context)
    return cache(lambda stem: log((len(readings) + 2) / (seen[stem] or 1)))


def match(one: Node, other: Node, weigh: Weigh, around: Weigh) -> Match:
    """What holding two points against each other comes to, their occasions counted in."""
    a, b = one.telling, other.telling
    if a.id == b.id or other_occasion(a, b):
        return NOTHING
    found = compare(one.reading, other.reading, one.point, other.point, weigh, around)
    if far(a, b) and found.score < QUOTED:
        return NOTHING
    if a.voice != b.voice and not found.words and not _one_phrase(a, b):
        return NOTHING
    return found


def _one_phrase(a: Telling, b: Telling) -> bool:
    """Whether what two speakers without names are called can be one: all words of the one are in the other's."""
    return bool(a.called and b.called) and (a.called <= b.called or b.called <= a.called)


def _grouped(nodes: Sequence[Node], matches: Mapping[tuple[int, int], Match], decided: Decided) -> Grouping:
    """The machine's groups; no two in one that a person said are not.

    Points that are not alike keep each other out, but another sentence of what quotes it and what only refers do not.
    Two groups of several points each are joined by words that are not quoted only where all of them are as alike.
    """
    quoting = {
        (nodes[a].telling.id, b)
        for pair, found in matches.items()
        if found.words and found.score >= QUOTED
        for a, b in (pair, pair[::-1])
    }

    def clash(a: int, b: int) -> bool:
        one, other = nodes[a].telling.id, nodes[b].telling.id
        if one == other or (one, b) in quoting or (other, a) in quoting:
            return False
        if nodes[a].reading.meant or nodes[b].reading.meant:
            return False
        return matches.get((min(a, b), max(a, b)), NOTHING).score < LIKE

    def unlike(edge: Edge, mine: Sequence[int], yours: Sequence[int]) -> bool:
        if min(len(mine), len(yours)) < 2 or matches[edge.a, edge.b].words:
            return False
        scores = [
            matches.get((min(a, b), max(a, b)), NOTHING).score
            for a, b in product(mine, yours)
            if not (nodes[a].reading.meant or nodes[b].reading.meant or nodes[a].telling.id == nodes[b].telling.id)
        ]
        return fsum(scores) < JOIN * len(scores)

    edges = [Edge(a, b, found.score, found.reason) for (a, b), found in matches.items() if found.score >= JOIN]
    apart = {at: frozenset(others) for at, others in decided.apart.items()}
    return group(len(nodes), edges, (), apart, clash, unlike)


def _pairs(nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """Points that share two words that matter, or all that either has, in one time; or four words in a row whenever."""
    stems = [node.reading.meant.union(node.point.stems) for node in nodes]
    keyed: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, node in enumerate(nodes):
        forms = [word.form for word in node.point.words]
        for i in range(len(forms) - 3):
            keyed["words", *forms[i : i + 4]].append(at)
        for week in _weeks(node.telling):
            for stem in stems[at] or {" ".join(forms)}:
                keyed["stem", week, stem].append(at)
    for key, places in keyed.items():
        if key[0] == "words":
            yield from combinations(dict.fromkeys(places), 2)
        elif len(places) <= COMMON:
            yield from ((a, b) for a, b in combinations(places, 2) if _telling(stems[a], stems[b]))


def _telling(mine: frozenset[str], yours: frozenset[str]) -> bool:
    """Whether two points share enough words for anything to come of holding them against each other."""
    return len(mine & yours) > 1 or len(mine) < 2 or len(yours) < 2


def _weeks(one: Telling) -> tuple[int, ...]:
    """The week that the telling was printed in and the next, so that neighbours over a turn of the week meet."""
    if not one.published:
        return (0,)
    week = day(one.published) // 7
    return week, week + 1


def _utterances(nodes: Sequence[Node], grouping: Grouping, held: Collection[frozenset[int]]) -> Iterator[Utterance]:
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for at, root in enumerate(grouping.roots):
        groups[root].append(at)
    links: defaultdict[int, list[Link]] = defaultdict(list)
    for edge in grouping.used:
        if nodes[edge.a].telling.id != nodes[edge.b].telling.id:
            links[grouping.roots[edge.a]].append(_link(nodes, edge))
    together: defaultdict[frozenset[str], list[list[int]]] = defaultdict(list)
    for root, own in sorted(groups.items()):
        told = frozenset(nodes[at].telling.id for at in own)
        if len(told) > 1:
            free = (some for some in together[told] if not any(frozenset((root, one)) in held for one in some))
            if some := next(free, None):
                some.append(root)
            else:
                together[told].append([root])
    for roots in (roots for several in together.values() for roots in several):
        own = sorted(at for root in roots for at in groups[root])
        points: defaultdict[Reading, list[Point]] = defaultdict(list)
        for at in own:
            points[nodes[at].reading].append(nodes[at].point)
        oldest = nodes[own[0]]
        yield Utterance(
            _id(oldest),
            _speaker([nodes[at].telling for at in own]),
            members(list(points.items())),
            _best(link for root in roots for link in links[root]),
        )


def _speaker(tellings: Sequence[Telling]) -> str:
    """Who is named for it first; else whoever is said to say it, empty where nobody is."""
    named = (one.actor for one in tellings if one.actor == one.voice)
    return next(named, None) or next((one.actor for one in tellings if one.actor), "")


def _best(links: Iterable[Link]) -> tuple[Link, ...]:
    """The surest link of each two statements, which several points may join."""
    best: dict[tuple[str, str], Link] = {}
    for link in sorted(links):
        best[link.a, link.b] = max(best.get((link.a, link.b), link), link, key=lambda one: one.score)
    return tuple(best.values())


def _id(oldest: Node) -> str:
    """An id that neither other members nor the order of adding change."""
    if oldest.place == 0:
        return oldest.telling.id
    return hashlib.sha256(f"{oldest.telling.id} {oldest.place}".encode()).hexdigest()[: len(oldest.telling.id)]


def _link(nodes: Sequence[Node], edge: Edge) -> Link:
    a, b = sorted((nodes[edge.a].telling.id, nodes[edge.b].telling.id))
    return Link(a, b, edge.score, edge.reason, edge.score < PERSON)


def _proposals(
    nodes: Sequence[Node],
    grouping: Grouping,
    matches: Mapping[tuple[int, int], Match],
    held: Collection[frozenset[int]],
) -> tuple[Proposal, ...]:
    """The best pair of any two statements that no utterance holds both of, nor a person keeps apart."""
    joined: defaultdict[int, set[str]] = defaultdict(set)
    for at, root in enumerate(grouping.roots):
        joined[root].add(nodes[at].telling.id)
    together = {frozenset(pair) for told in joined.values() for pair in combinations(sorted(told), 2)}
    best: dict[tuple[str, str], Proposal] = {}
    for (a, b), found in matches.items():
        if found.score < ASK or nodes[a].telling.report == nodes[b].telling.report:
            continue
        one, two = sorted((nodes[a].telling.id, nodes[b].telling.id))
        if frozenset((one, two)) not in together and frozenset((grouping.roots[a], grouping.roots[b])) not in held:
            made = Proposal("utterance", one, two, found.score, found.reason)
            best[one, two] = max(best.get((one, two), made), made, key=lambda p: (p.score, p.reason))
    return tuple(sorted(best.values(), key=lambda p: (-p.score, p.a, p.b)))
