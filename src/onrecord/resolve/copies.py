"""Groups of reports that print one text, from pairs that share text: a pure function, whatever the order of adding.

Texts that are near to each other are one. A longer story that holds a text is listed with it; where it holds two
different texts, it is in the groups of both and joins neither to the other. Two stories that hold the same passage of
a text that nobody collected are one group where each shares it with every other.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from onrecord.model.copies import CopyPair, Printed, TextOf
from onrecord.resolve.copies_verdict import LEAST

COPYING = "copies 1"
"""The way of finding copies; everything is compared again where it is another than the ledger was written with."""


class Place(NamedTuple):
    """That a text is in the group of a text; see ``Printed``."""

    text: str
    group: str
    whole: bool
    main: bool


def groups(texts: Iterable[TextOf], pairs: Iterable[CopyPair]) -> list[Printed]:
    """In which groups each report is that shares its text with another; a group is called after its oldest report."""
    reports: dict[str, list[TextOf]] = defaultdict(list)
    for one in texts:
        if one.words >= LEAST:
            reports[one.text].append(one)
    found = [place for place in places(pairs) if place.text in reports]
    placed = {place.text for place in found}
    found += [Place(text, text, True, True) for text, some in reports.items() if len(some) > 1 and text not in placed]
    listed: dict[str, list[tuple[TextOf, Place]]] = defaultdict(list)
    for place in found:
        listed[place.group] += [(one, place) for one in reports[place.text]]
    members = {group: some for group, some in listed.items() if len(some) > 1}
    names = {
        group: min((one.published or "~", one.report) for one, place in some if place.whole)[1]
        for group, some in members.items()
    }
    return sorted(
        Printed(one.report, names[group], place.whole, place.main)
        for group, some in members.items()
        for one, place in some
    )


def places(pairs: Iterable[CopyPair]) -> list[Place]:
    """In which groups each text is that has a copy; a group is called after the smallest of its own texts."""
    pairs = sorted(set(pairs))
    alike = [p for p in pairs if p.kind in ("exact", "near")]
    cores = _joined({p.a for p in pairs} | {p.b for p in pairs}, alike)
    inside, beside = _holding(pairs, cores)
    if mutual := [p for p in pairs if _each_other(inside, cores[p.a], cores[p.b])]:
        cores = _joined(cores, alike + mutual)
        inside, beside = _holding(pairs, cores)
    groups = {core: _roots(core, inside) for core in set(cores.values())}
    _attach(groups, [p for p in pairs if p.kind == "passage"], cores, inside)
    found = []
    for text, core in sorted(cores.items()):
        main = max(groups[core], key=lambda root: (groups[core][root], root))
        also = {root for held in beside.get(text, ()) for root in groups[held]} - groups[core].keys()
        found += [Place(text, root, root == core, root == main) for root in sorted(groups[core])]
        found += [Place(text, root, False, False) for root in sorted(also)]
    return found


def _each_other(inside: Mapping[str, Mapping[str, int]], one: str, other: str) -> bool:
    return one in inside.get(other, {}) and other in inside.get(one, {})


def _holding(
    pairs: Iterable[CopyPair], cores: Mapping[str, str]
) -> tuple[dict[str, dict[str, int]], dict[str, set[str]]]:
    """For each core those that all its texts hold, with the words shared; for each text those that it alone holds.

    A story of which another version holds an agency's text holds none of it: only that version does.
    """
    sizes: dict[str, set[str]] = defaultdict(set)
    for text, core in cores.items():
        sizes[core].add(text)
    held: dict[tuple[str, str], int] = defaultdict(int)
    sharing: dict[tuple[str, str], set[str]] = defaultdict(set)
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for p in pairs:
        small, large = (p.a, p.b) if p.part_a > p.part_b else (p.b, p.a)
        for one, other in ((p.a, p.b), (p.b, p.a)):
            sharing[cores[one], cores[other]].add(one)
        if p.kind == "inside" and cores[small] != cores[large]:
            held[cores[large], cores[small]] = max(p.words, held[cores[large], cores[small]])
            holders[cores[large], cores[small]].add(large)
    inside: dict[str, dict[str, int]] = defaultdict(dict)
    beside: dict[str, set[str]] = defaultdict(set)
    for (large, small), words in held.items():
        if sharing[large, small] == sizes[large]:
            inside[large][small] = words
        else:
            for text in holders[large, small]:
                beside[text].add(small)
    return dict(inside), dict(beside)


def _joined(texts: Collection[str], pairs: Iterable[CopyPair]) -> dict[str, str]:
    """For each text the smallest of those that pairs join it with."""
    parent = {text: text for text in texts}

    def find(text: str) -> str:
        while parent[text] != text:
            parent[text] = parent[parent[text]]
            text = parent[text]
        return text

    for p in pairs:
        one, two = sorted((find(p.a), find(p.b)))
        parent[two] = one
    return {text: find(text) for text in texts}


def _roots(core: str, inside: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    """The texts that a text holds and that hold no other, with the words shared; itself where it holds none."""
    found: dict[str, int] = {}
    for held, words in inside.get(core, {}).items():
        for root in _innermost(held, inside, {core}):
            found[root] = max(words, found.get(root, 0))
    return found or {core: 0}


def _innermost(core: str, inside: Mapping[str, Mapping[str, int]], seen: set[str]) -> set[str]:
    held = inside.get(core, {}).keys() - seen
    return set().union(*(_innermost(one, inside, seen | {core}) for one in held)) if held else {core}


def _attach(
    groups: dict[str, dict[str, int]], pairs: Iterable[CopyPair], cores: Mapping[str, str], inside: Mapping[str, object]
) -> None:
    """Bring texts that are in no group to one whose text itself, not a holder of it, they share passages with."""
    held = {root for core, roots in groups.items() for root in roots if root != core}
    counts: dict[str, int] = defaultdict(int)
    for text in cores:
        counts[cores[text]] += 1
    shared: dict[tuple[str, str], int] = {}
    for p in pairs:
        both = _both(cores[p.a], cores[p.b])
        shared[both] = max(shared.get(both, 0), p.words)
    lone = {core for core in groups if core not in inside and core not in held and counts[core] == 1}
    ranked = sorted(((words, a, b) for (a, b), words in shared.items() if a != b), reverse=True)
    for words, a, b in ranked:
        for one, other in ((a, b), (b, a)):
            if one in lone and groups[one].keys() == {one} and other not in lone and other in groups[other]:
                groups[one] = {other: words}
    _cluster(groups, {core for core in lone if core in groups[core]}, ranked, shared)


def _cluster(
    groups: dict[str, dict[str, int]],
    lone: Collection[str],
    ranked: Iterable[tuple[int, str, str]],
    shared: Mapping[tuple[str, str], int],
) -> None:
    """Join texts that share a passage, each with every other (complete linkage), the longest passages first."""
    members = {core: [core] for core in lone}
    for _, a, b in ranked:
        if not {a, b} <= set(lone) or members[a] is members[b]:
            continue
        if all(_both(one, other) in shared for one in members[a] for other in members[b]):
            both = sorted(members[a] + members[b])
            members |= dict.fromkeys(both, both)
    for core, cluster in members.items():
        if len(cluster) > 1:
            groups[core] = {cluster[0]: max(shared.get(_both(core, other), 0) for other in cluster)}


def _both(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
