"""Joins figures of all reports that count one quantity into series: a pure function, whatever the order of adding."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from onrecord.model.actor import Link, Proposal
from onrecord.model.series import Discrepancy, Revision, Ruled, Seen, Series, SeriesFound
from onrecord.resolve.clusters import Edge, Grouping, group
from onrecord.resolve.series_read import Reading, follows, read
from onrecord.resolve.series_verdict import alike, compatible, days_apart, verdict

COUNTING = "series 2"
"""Name and version: when it changes, everything is joined anew."""

WINDOW = 8
"""How many neighbours by age a figure is held against under one key; a chain of them joins a long series."""


def series(figures: Iterable[Seen], rulings: Sequence[Ruled] = ()) -> SeriesFound:
    """All series of these figures; two figures that no pair above the threshold joins stay in two.

    ``rulings`` are people's, and come before all else; of figures that are not there they ask nothing.
    """
    seen = sorted(figures, key=lambda one: one.age)
    same, apart = _asked(seen, rulings)
    revised = [pair for pair in _revised(seen) if pair not in apart]
    readings = _answered([read(one, frozenset(one.vessels)) for one in seen], revised)
    must = [Edge(a, b, 1.0, f"decision {number} of a person") for (a, b), number in sorted(same.items())]
    must += [Edge(a, b, 0.97, "one sentence gives the one as what held before the other") for a, b in revised]
    joins, asks = _judged(readings)
    tied = {frozenset(pair) for pair in revised}

    def clash(a: int, b: int) -> bool:
        one, two = readings[a], readings[b]
        if one.seen.report == two.seen.report and frozenset((a, b)) not in tied and not alike(one.seen, two.seen):
            return not _chained(a, b, tied)
        return _forbidden(one, two)

    vetoes: defaultdict[int, set[int]] = defaultdict(set)
    for a, b in apart:
        vetoes[a].add(b)
        vetoes[b].add(a)
    grouping = group(len(seen), joins, must, {at: frozenset(others) for at, others in vetoes.items()}, clash)
    held = {frozenset((grouping.roots[a], grouping.roots[b])) for a, b in apart}
    open_ = [e for e in (*asks, *joins) if frozenset((grouping.roots[e.a], grouping.roots[e.b])) not in held]
    return SeriesFound(_series(seen, grouping, tied), _proposals(seen, grouping, open_))


def joinable(figures: Iterable[Seen]) -> dict[str, set[str]]:
    """Hashes of what each figure (id) of one report may be joined to others on; two that no chain of them connects
    are in two series, whatever other figures there are, rulings apart.
    """
    seen = sorted(figures, key=lambda one: one.age)
    revised = _revised(seen)
    readings = [read(one, frozenset(one.vessels)) for one in seen]
    found: dict[str, set[str]] = defaultdict(set)
    for one in (*readings, *_answered(readings, revised)):
        found[one.seen.id] |= {_hash(key) for key in ([one.quantity] if one.deed else _keys(one))}
    for a, b in revised:
        found[seen[a].id].add(_hash(("told", seen[a].id, seen[b].id)))
        found[seen[b].id].add(_hash(("told", seen[a].id, seen[b].id)))
    return dict(found)


def _hash(key: tuple[object, ...]) -> str:
    return hashlib.sha256(repr(key).encode()).hexdigest()[:16]


def _asked(seen: Sequence[Seen], rulings: Sequence[Ruled]) -> tuple[dict[tuple[int, int], int], set[tuple[int, int]]]:
    """The pairs of places that people hold together, with their decisions, and those that they keep apart."""
    places = {one.id: at for at, one in enumerate(seen)}
    last: dict[tuple[int, int], Ruled] = {}
    for one in sorted(rulings):
        if one.a in places and one.b in places:
            a, b = sorted((places[one.a], places[one.b]))
            last[a, b] = one
    return {pair: one.decision for pair, one in last.items() if one.same}, {
        p for p, one in last.items() if not one.same
    }


def _forbidden(a: Reading, b: Reading) -> bool:
    """Whether two figures may not meet in one series by way of a third: another quantity, group, event or ship."""
    if a.quantity != b.quantity and a.deed and b.deed:
        return True
    return bool(
        (a.group and b.group and a.group != b.group)
        or (a.occasions and b.occasions and a.occasions.isdisjoint(b.occasions))
        or (a.vessels and b.vessels and a.vessels.isdisjoint(b.vessels))
    )


def _chained(a: int, b: int, tied: set[frozenset[int]]) -> bool:
    """Whether two figures of one report are told as values of one quantity through a third: 19, then 41, then 41."""
    mine = {x for pair in tied if a in pair for x in pair}
    yours = {x for pair in tied if b in pair for x in pair}
    return bool(mine & yours) or any({a, b} & set(pair) for pair in tied)


def _revised(seen: Sequence[Seen]) -> list[tuple[int, int]]:
    """Pairs of figures of one report of which a sentence says that the one held before the other."""
    by_report: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(seen):
        by_report[one.report].append(at)
    pairs = []
    for places in by_report.values():
        for a, b in combinations(places, 2):
            if abs(seen[a].position - seen[b].position) < 200 and (
                follows(seen[a], seen[b]) or follows(seen[b], seen[a])
            ):
                pairs.append((a, b))
    return pairs


def _answered(readings: Sequence[Reading], revised: Sequence[tuple[int, int]]) -> list[Reading]:
    """What one of two tied figures does not say (``from 63 to 61``) it has from the other."""
    found = list(readings)
    for a, b in revised:
        for one, other in ((a, b), (b, a)):
            if found[one].deed and not found[other].deed:
                found[other] = _like(found[other], found[one])
    return found


def _like(one: Reading, other: Reading) -> Reading:
    return replace(one, quantity=other.quantity, deed=other.deed)


def _judged(readings: Sequence[Reading]) -> tuple[list[Edge], list[Edge]]:
    """Every pair that shares a key, judged once: those to join and those to ask about."""
    joins: list[Edge] = []
    asks: list[Edge] = []
    for a, b in sorted(set(_pairs(readings))):
        found = verdict(readings[a], readings[b])
        if found.asks:
            (joins if found.joins else asks).append(Edge(a, b, found.score, found.reason))
    return joins, asks


def _pairs(readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    keyed: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(readings):
        for key in _keys(one):
            keyed[key].append(at)
    for places in keyed.values():
        for first, a in enumerate(places):
            for b in places[first + 1 : first + 1 + WINDOW]:
                yield a, b


def _keys(one: Reading) -> Iterator[tuple[object, ...]]:
    """What two figures must share, one of these at least, to be held against each other."""
    yield (*one.quantity, "number", one.seen.value, one.seen.minimum if one.seen.value is None else None)
    if one.deed:
        yield (*one.quantity, "report", one.seen.report)
        yield from ((*one.quantity, "name", name) for name in one.vessels | one.places)
        yield from ((*one.quantity, "near", name) for name in one.lasting)
    elif one.giver:
        yield (*one.quantity, "giver", tuple(sorted(one.giver)))


def _series(seen: Sequence[Seen], grouping: Grouping, tied: set[frozenset[int]]) -> list[Series]:
    members: dict[int, list[int]] = defaultdict(list)
    for at, root in enumerate(grouping.roots):
        members[root].append(at)
    links: dict[int, list[Link]] = defaultdict(list)
    for edge in grouping.used:
        links[grouping.roots[edge.a]].append(_link(seen, edge))
    former = {at for pair in tied for at in pair if _is_former(seen, at, pair)}
    return [_one(seen, root, group, links[root], former, tied) for root, group in sorted(members.items())]


def _is_former(seen: Sequence[Seen], at: int, pair: frozenset[int]) -> bool:
    return any(follows(seen[at], seen[other]) for other in pair - {at})


def _one(
    seen: Sequence[Seen],
    root: int,
    group: Sequence[int],
    links: Sequence[Link],
    former: set[int],
    tied: set[frozenset[int]],
) -> Series:
    own = [seen[at] for at in group]
    numbers = [n for one in own for n in (one.value, one.minimum, one.maximum) if n is not None]
    return Series(
        id=seen[root].id,
        name=series_name(own[0].what, own[0].group),
        figures=tuple(one.id for one in own),
        lowest=min(numbers, default=None),
        highest=max(numbers, default=None),
        former=tuple(seen[at].id for at in group if at in former),
        revisions=tuple(_revisions(seen, group, former, tied)),
        discrepancies=tuple(_discrepancies([seen[at] for at in group if at not in former])),
        links=tuple(sorted(links)),
    )


def series_name(counted: str, group: str) -> str:
    """What a series is called: the words of its oldest figure for what it counts, and of whom if those do not say."""
    what = counted.replace(" […] ", " … ")
    return f"{what} of {group}" if group and group not in what else what or "not said"


def _revisions(
    seen: Sequence[Seen], group: Sequence[int], former: set[int], tied: set[frozenset[int]]
) -> Iterator[Revision]:
    """Later figures that differ: said so in one sentence, or by the same giver on a later day."""
    for a, b in combinations(group, 2):
        if frozenset((a, b)) in tied:
            earlier, later = (a, b) if a in former else (b, a)
            yield Revision(seen[earlier].id, seen[later].id, "said in one sentence")
    last: dict[str, Seen] = {}
    for at in group:
        one = seen[at]
        giver = one.giver.casefold().replace("’", "'")
        if at in former or not giver or one.day is None:
            continue
        before = last.get(giver)
        if before is not None and before.day != one.day and not alike(before, one):
            yield Revision(before.id, one.id, f"{one.giver} gave another number before")
        last[giver] = one


def _discrepancies(own: Sequence[Seen]) -> Iterator[Discrepancy]:
    for a, b in combinations(own, 2):
        gap = days_apart(a, b)
        if (gap == 0 or a.report == b.report) and not compatible(a, b):
            givers = a.giver.casefold() != b.giver.casefold()
            if givers or a.outlet != b.outlet:
                yield Discrepancy(a.id, b.id, "two givers" if givers else "two outlets")


def _link(seen: Sequence[Seen], edge: Edge) -> Link:
    a, b = sorted((seen[edge.a].id, seen[edge.b].id))
    return Link(a, b, edge.score, edge.reason)


def _proposals(seen: Sequence[Seen], grouping: Grouping, edges: Iterable[Edge]) -> tuple[Proposal, ...]:
    """The best pair between any two series, for a person to decide."""
    best: dict[tuple[str, str], Proposal] = {}
    for edge in edges:
        roots = grouping.roots[edge.a], grouping.roots[edge.b]
        if roots[0] == roots[1]:
            continue
        a, b = sorted(seen[root].id for root in roots)
        made = Proposal("figure", a, b, edge.score, edge.reason)
        best[a, b] = max(best.get((a, b), made), made, key=lambda p: (p.score, p.reason))
    return tuple(sorted(best.values(), key=lambda p: (-p.score, p.a, p.b)))
