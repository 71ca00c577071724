"""Chains that are named alike as one node, and the scored pairs of nodes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.model.actor import Chain
from onrecord.model.terms import ActorType
from onrecord.resolve.forms import Form, nameless
from onrecord.resolve.keys import form_keys
from onrecord.resolve.offices import title
from onrecord.resolve.pairs import clash, compare
from onrecord.resolve.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Node:
    """Chains of one form, oldest first."""

    form: Form
    chains: tuple[Chain, ...]

    @property
    def titles(self) -> frozenset[str]:
        """The offices that stand beside the name in any of its reports."""
        return frozenset(held for chain in self.chains for wording in chain.titles if (held := title(wording.words)))


@dataclass(frozen=True, slots=True)
class Pairs:
    """Nodes in the order of age, every pair of them that is worth a look, and how fully each is named."""

    nodes: tuple[Node, ...]
    verdicts: Mapping[tuple[int, int], Verdict]
    ranks: tuple[int, ...]

    def clash(self, a: int, b: int) -> bool:
        """Whether two nodes may not be in one actor by their names."""
        return self.nodes[a].form != self.nodes[b].form and clash(self.nodes[a].form, self.nodes[b].form)


def age(chain: Chain) -> tuple[tuple[str, str, int], str]:
    """What chains are sorted by: date, report and place, then id."""
    return chain.age, chain.id


def nodes(chains: Sequence[Chain], forms: Mapping[str, Form], own: Mapping[str, str]) -> tuple[Node, ...]:
    """The nodes of chains that are sorted by age, in that order; only chains with the same word in ``own`` share one.

    Chains without a name are nodes of their own.
    """
    groups: defaultdict[tuple[Form, str], list[Chain]] = defaultdict(list)
    for chain in chains:
        made = forms.get(chain.id)
        groups[made or nameless(chain), own.get(chain.id, "" if made else chain.id)].append(chain)
    return tuple(Node(made, tuple(group)) for (made, _), group in groups.items())


def verdicts(found: Sequence[Node]) -> dict[tuple[int, int], Verdict]:
    """What comparing comes to for every two nodes that share a key, where it comes to anything."""
    sharing: defaultdict[str, list[int]] = defaultdict(list)
    for at, node in enumerate(found):
        for key in form_keys(node.form):
            sharing[key].append(at)
    made: dict[tuple[int, int], Verdict] = {}
    for members in sharing.values():
        for pair in combinations(members, 2):
            if pair not in made:
                made[pair] = compare(found[pair[0]].form, found[pair[1]].form)
    return {pair: verdict for pair, verdict in made.items() if verdict.asks or verdict.related}


def kept_apart(chains: Iterable[Chain], forms: Mapping[str, Form]) -> set[tuple[str, str]]:
    """Pairs of people, the shorter name first, that their names would join, but that one report keeps apart."""
    reports: defaultdict[str, list[tuple[Chain, Form]]] = defaultdict(list)
    for chain in chains:
        made = forms.get(chain.id)
        if made and chain.type is ActorType.PERSON:
            reports[chain.report].append((chain, made))
    found = set()
    for people in reports.values():
        lasts: defaultdict[str, list[tuple[Chain, Form]]] = defaultdict(list)
        for chain, made in people:
            for last in {name.last for name in made.people} | set(made.singles):
                lasts[last].append((chain, made))
        for some in lasts.values():
            for (one, form_one), (two, form_two) in combinations(some, 2):
                if form_one != form_two and compare(form_one, form_two).joins:
                    shorter, longer = sorted(((form_one.rank, one.id), (form_two.rank, two.id)))
                    found.add((shorter[1], longer[1]))
    return found
