"""In whose voice a statement is joined with others, where reports do not call its speaker by one name.

A report that has *the senators*, *a man* or *he* for who said something may quote the words that another gives to a
name. Then the one is heard in the voice of the other: long quoted words in common say that the speaker is one, as long
as nothing else does not. Two different people named for the same words are no voice but a conflict, and stay two.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.model.terms import ActorType
from onrecord.model.utterance import Spoken, Voice
from onrecord.resolve.utterance_read import quoted_runs, stem
from onrecord.resolve.utterance_words import EMPTY

RUNS = {5: 2, 4: 3, 3: 3}
"""So many running quoted words in two reports are one quotation, where so many of them matter."""
LONG = 5
"""So many say that it is one even of speakers of different kinds, such as the members of a body and the body."""

SMALL = frozenset(
    {"of", "the", "and", "for", "de", "la", "le", "al", "el", "von", "van", "der", "den", "bin", "da", "du"}
)
PLAIN = frozenset({"man", "woman", "person", "people", "one", "other", "some", "many", "most", "several", "few"})
"""Words that tell of a speaker nothing that another speaker might not share."""

LETTERS = re.compile(r"[^\W\d_]+")
BEHIND = re.compile(r",| (?:in|of|for|from|by|with|at|on|to|who|that|inside) ")
"""What comes behind the head of a phrase begins so."""


def voices(spoken: Iterable[Spoken]) -> dict[str, Voice]:
    """The voice of every statement that has one; a function of the set."""
    ordered = sorted(spoken, key=lambda one: one.id)
    units = _units(ordered)
    links = _links(ordered, units) | _surnames(ordered, units)
    heard = _heard(units, links)
    pools = _pools(units, heard)
    return {
        one.id: Voice(heard[unit], pools[heard[unit]], words(units[unit].name) if soft(units[unit]) else frozenset())
        for one in ordered
        if (unit := _unit(one)) in heard
    }


def soft(one: Spoken) -> bool:
    """Whether its speaker has no name of their own."""
    if one.actor is None or one.type is ActorType.GROUP:
        return True
    parts = one.name.split()
    return not parts or parts[0] in ("The", "A", "An") or any(p[0].islower() and p not in SMALL for p in parts)


def words(name: str) -> frozenset[str]:
    """The stems of a phrase for a speaker, without those that say nothing."""
    found = LETTERS.findall(name.lower())
    return frozenset(stem(word) for word in found if word not in EMPTY and word not in PLAIN and len(word) > 1)


def _unit(one: Spoken) -> str:
    """What moves as one: all that an actor says, or a statement of nobody."""
    return one.actor or one.id


def _units(spoken: Sequence[Spoken]) -> dict[str, Spoken]:
    units: dict[str, Spoken] = {}
    for one in spoken:
        units.setdefault(_unit(one), one)
    return units


def _links(spoken: Sequence[Spoken], units: Mapping[str, Spoken]) -> set[tuple[str, str]]:
    """Units that two reports give the same quoted words to; of words inside words the inner speaker's count."""
    keyed: defaultdict[tuple[str, ...], list[Spoken]] = defaultdict(list)
    for one in spoken:
        for key in _runs(one):
            keyed[key].append(one)
    found = set()
    for some in keyed.values():
        outer = {one.parent for one in some}
        inner = [one for one in some if one.id not in outer]
        for a in inner:
            for b in inner:
                if a.report < b.report and _unit(a) != _unit(b) and compatible(a, b, len(key)):
                    found.add((_unit(a), _unit(b)))
    return found


def compatible(a: Spoken, b: Spoken, size: int) -> bool:
    """Whether two speakers can be one for all that they are called, where so many running words are theirs both."""
    named = [one for one in (a, b) if not soft(one)]
    if len(named) == 2:
        return akin(a.name, b.name)
    kinds = {a.type, b.type} - {None}
    if ActorType.GROUP in kinds and named:
        return ActorType.PERSON not in kinds and size >= LONG
    return len(kinds) < 2 or size >= LONG


def _surnames(spoken: Sequence[Spoken], units: Mapping[str, Spoken]) -> set[tuple[str, str]]:
    """A name of one word with the only one of its report's speakers whose name ends with it."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for one in spoken:
        if one.actor and not soft(one):
            named[one.report].add(one.actor)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for actors in named.values():
        ends: defaultdict[str, set[str]] = defaultdict(set)
        for actor in actors:
            ends[units[actor].name.split()[-1]].add(actor)
        for actor in actors:
            found[actor] |= ends[units[actor].name] - {actor}
    return {(actor, some.pop()) for actor, some in found.items() if len(some) == 1}


def _runs(one: Spoken) -> Iterator[tuple[str, ...]]:
    seen = set()
    for run in (run for text in one.content for run in quoted_runs(text)):
        for size, matter in RUNS.items():
            for at in range(len(run) - size + 1):
                key = tuple(run[at : at + size])
                if key not in seen and sum(word not in EMPTY for word in key) >= matter:
                    seen.add(key)
                    yield key


def _heard(units: Mapping[str, Spoken], links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each unit whose voice it is."""
    named = {unit for unit, one in units.items() if not soft(one)}
    groups = _Groups(units)
    for a, b in sorted(links):
        if (a in named) == (b in named):
            groups.join(a, b)
    givers: defaultdict[str, set[str]] = defaultdict(set)
    for pair in links:
        for a, b in (pair, pair[::-1]):
            if a not in named and b in named:
                givers[groups.find(a)].add(groups.find(b))
    actors: dict[str, str] = {}
    for unit, one in sorted(units.items()):
        if one.actor:
            actors.setdefault(groups.find(unit), unit)
    heard = {}
    for unit in units:
        root = groups.find(unit)
        found = givers.get(root, set())
        voice = actors.get(min(found) if len(found) == 1 else root)
        if voice:
            heard[unit] = voice
    return heard


def akin(one: str, other: str) -> bool:
    """Whether two names may be one person's: all words of the one in the other, or one surname and first letter."""
    mine, yours = one.replace(".", "").split(), other.replace(".", "").split()
    few, many = sorted((mine, yours), key=len)
    if set(few) <= set(many):
        return True
    return mine[-1] == yours[-1] and mine[0][0] == yours[0][0]


def _pools(units: Mapping[str, Spoken], heard: Mapping[str, str]) -> dict[str, str]:
    """For each voice the pool it is in: speakers without a name that are called by one last word."""
    groups = _Groups(dict.fromkeys(heard.values()))
    first: dict[str, str] = {}
    for unit, voice in sorted(heard.items()):
        one = units[unit]
        if soft(units[voice]) and one.actor and (head := _head(one.name)):
            groups.join(voice, first.setdefault(head, voice))
    return {voice: groups.find(voice) for voice in heard.values()}


def _head(name: str) -> str | None:
    """The stem of the last word of a phrase before any preposition."""
    found = re.findall(
        r"[^\W\d_]+", re.split(r",| (?:in|of|for|from|by|with|at|on|to|who|that|inside) ", name.lower())[0]
    )
    return stem(found[-1]) if found and found[-1] not in PLAIN and found[-1] not in EMPTY else None


class _Groups:
    """Which belong together, each group by its smallest."""

    def __init__(self, nodes: Iterable[str]) -> None:
        self._parent = {node: node for node in nodes}

    def find(self, node: str) -> str:
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node

    def join(self, a: str, b: str) -> None:
        one, two = sorted((self.find(a), self.find(b)))
        self._parent[two] = one
