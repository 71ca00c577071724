"""What is left for a person: pairs that may be one, pairs that belong together, and where machine and they differ."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from onrecord.model.actor import Chain, Constraint, Proposal, Related
from onrecord.resolve.forms import form
from onrecord.resolve.joined import Joined
from onrecord.resolve.keys import offices
from onrecord.resolve.pairs import clash, compare
from onrecord.resolve.verdict import JOIN

KIND = "actor"
MOST = 2
"""A name that more actors could bear than so many is no question for a person: there is nothing to go by."""
BLOCKED = JOIN - 0.05
OFFICE = 0.6


def proposals(joined: Joined, owner: Mapping[str, str]) -> tuple[Proposal, ...]:
    """Every pair of actors that may be one, the surest first."""
    best: dict[tuple[str, str], Proposal] = {}
    for found in (*_by_names(joined, owner), *_by_office(joined, owner)):
        pair = found.a, found.b
        if pair not in best or (-found.score, found.reason) < (-best[pair].score, best[pair].reason):
            best[pair] = found
    return tuple(sorted(best.values(), key=lambda p: (-p.score, p.a, p.b)))


def related(joined: Joined, owner: Mapping[str, str]) -> tuple[Related, ...]:
    """Every pair of actors that are kept apart and belong together."""
    found = set()
    for (a, b), verdict in joined.pairs.verdicts.items():
        if verdict.related:
            for one, two in product(joined.pairs.nodes[a].chains[:1], joined.pairs.nodes[b].chains[:1]):
                if owner[one.id] != owner[two.id]:
                    found.add(Related(*_two(owner[one.id], owner[two.id]), verdict.reason))
    return tuple(sorted(found))


def disagreements(chains: Sequence[Chain], constraints: Sequence[Constraint]) -> tuple[tuple[int, str], ...]:
    """Where names that the machine would join were held apart by a person, and the other way round."""
    pairs = [c for c in constraints if c.kind in ("same", "apart") and len(c.groups) > 1]
    named = {id for constraint in pairs for group in constraint.groups for id in group}
    known = {chain.id: made for chain in chains if chain.id in named and (made := form(chain))}
    found = set()
    for constraint in pairs:
        for a, b in product(*({known[c] for c in group if c in known} for group in constraint.groups[:2])):
            verdict = compare(a, b)
            if constraint.kind == "apart" and verdict.joins:
                found.add((constraint.decision, f"held apart by a person; by their names one actor: {verdict.reason}"))
            if constraint.kind == "same" and a != b and clash(a, b):
                why = verdict.reason or "their full names differ"
                found.add((constraint.decision, f"joined by a person; by their names two actors: {why}"))
    return tuple(sorted(found))


def _by_names(joined: Joined, owner: Mapping[str, str]) -> Iterator[Proposal]:
    """Pairs of nodes in two actors whose names are alike enough; not those that go with more than ``MOST`` others."""
    pairs, open_pairs = joined.pairs, []
    for (a, b), verdict in pairs.verdicts.items():
        if verdict.asks and not _excluded(joined, a, b):
            open_pairs.append((a, b, verdict))
    choices: defaultdict[int, set[str]] = defaultdict(set)
    for a, b, _ in open_pairs:
        choices[a].add(owner[pairs.nodes[b].chains[0].id])
        choices[b].add(owner[pairs.nodes[a].chains[0].id])
    for a, b, verdict in open_pairs:
        blocked = joined.unsure.blocks(pairs, a, b)
        short = min(a, b, key=lambda node: (pairs.ranks[node], node))
        if blocked and len(choices[short]) > MOST:
            continue
        reason = f"{verdict.reason}; others are named so too" if blocked else verdict.reason
        score = min(verdict.score, BLOCKED)
        for one, two in product(_heads(joined, a), _heads(joined, b)):
            if owner[one.id] != owner[two.id]:
                yield Proposal(KIND, *_two(owner[one.id], owner[two.id]), round(score, 2), reason)


def _two(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _heads(joined: Joined, at: int) -> tuple[Chain, ...]:
    """The chains of a node that stand for its actors: all of a scattered one, else the oldest."""
    chains = joined.pairs.nodes[at].chains
    return chains if at in joined.scattered else chains[:1]


def _excluded(joined: Joined, a: int, b: int) -> bool:
    """Whether two nodes are in one group, or in two that hold nodes which can be no one actor."""
    roots = joined.grouping.roots
    if roots[a] == roots[b]:
        return True
    mine, yours = joined.members[roots[a]], joined.members[roots[b]]
    for one, two in product(mine, yours):
        if two in joined.vetoes.get(one, ()):
            return True
        forms = joined.pairs.nodes[one].form, joined.pairs.nodes[two].form
        if joined.pairs.clash(one, two) and not compare(*forms).asks:
            return True
    return False


def _by_office(joined: Joined, owner: Mapping[str, str]) -> Iterator[Proposal]:
    """Somebody named by an office alone, beside those whom other reports give that office."""
    holders: defaultdict[str, set[str]] = defaultdict(set)
    nameless: defaultdict[str, set[str]] = defaultdict(set)
    for node in joined.pairs.nodes:
        for chain in node.chains:
            for held in offices(chain):
                (holders if chain.names else nameless)[held.key].add(owner[chain.id])
    for key, actors in nameless.items():
        named = holders[key] - actors
        if 0 < len(named) <= MOST:
            for one, two in product(sorted(actors), sorted(named)):
                yield Proposal(KIND, *_two(one, two), OFFICE, "another report gives the one the other's office")
