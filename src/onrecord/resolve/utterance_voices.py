"""In whose voice a statement is joined with others, where reports do not call its speaker by one name.

A report that has *the senators*, *a man* or *he* for who said something may quote the words that another gives to a
name. Then the one is heard in the voice of the other: long quoted words in common say that the speaker is one, as long
as nothing else does not. Two different people named for the same words are no voice but a conflict, and stay two.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import accumulate, combinations, pairwise, product

from onrecord.model.terms import ActorType
from onrecord.model.utterance import Spoken, Voice
from onrecord.resolve.clusters import Groups
from onrecord.resolve.utterance_read import quoted_runs, stem
from onrecord.resolve.utterance_words import EMPTY

RUNS = {5: 2, 4: 3, 3: 3}
"""So many running quoted words in two reports are one quotation, where so many of them matter."""
LEAST, LONG = 3, 5
"""So many say that it is one even of speakers of different kinds, such as the members of a body and the body."""

SMALL = frozenset(
    {"of", "the", "and", "for", "de", "la", "le", "al", "el", "von", "van", "der", "den", "bin", "da", "du"}
)
PLAIN = frozenset({"man", "woman", "person", "people", "one", "other", "some", "many", "most", "several", "few"})
"""Words that tell of a speaker nothing that another speaker might not share."""

HELD = 20_000
"""So many names are held, for each is looked at again with every statement."""
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
    return one.actor is None or one.type is ActorType.GROUP or _described(one.name)


@lru_cache(HELD)
def _described(name: str) -> bool:
    parts = name.split()
    return not parts or parts[0] in ("The", "A", "An") or any(p[0].islower() and p not in SMALL for p in parts)


@lru_cache(HELD)
def words(name: str) -> frozenset[str]:
    """The stems of a phrase for a speaker, without those that say nothing."""
    found = LETTERS.findall(name.lower())
    return frozenset(stem(word) for word in found if word not in EMPTY and word not in PLAIN and len(word) > 1)


def _unit(one: Spoken) -> str:
    """What is heard in one voice: all of a name, all in one report of a speaker without one, a statement of nobody."""
    if one.actor is None:
        return one.id
    return f"{one.actor} {one.report}" if soft(one) else one.actor


def _units(spoken: Sequence[Spoken]) -> dict[str, Spoken]:
    units: dict[str, Spoken] = {}
    for one in spoken:
        units.setdefault(_unit(one), one)
    return units


def _links(spoken: Sequence[Spoken], units: Mapping[str, Spoken]) -> set[tuple[str, str]]:
    """Units that two reports give the same quoted words to; of words inside words the inner speaker's count."""
    found = set()
    for key, some in _shared(spoken, units).items():
        outer = {one.parent for one in some}
        held = {_unit(one): one for one in some if one.id not in outer}
        unnamed = sorted(unit for unit in held if soft(units[unit]))
        others = sorted(held.keys() - set(unnamed))
        pairs = [*pairwise(unnamed), *product(others, unnamed), *combinations(others, 2)]
        for a, b in pairs:
            if held[a].report != held[b].report and compatible(held[a], held[b], len(key)):
                found.add((a, b))
    return found


def _shared(spoken: Sequence[Spoken], units: Mapping[str, Spoken]) -> dict[tuple[str, ...], list[Spoken]]:
    """The statements that have the same running quoted words, where any speaker among them may be called otherwise."""
    surnames = Counter(one.name.split()[-1] for one in units.values() if not soft(one))
    asked = {unit for unit, one in units.items() if soft(one) or surnames[one.name.split()[-1]] > 1}
    keyed: defaultdict[tuple[str, ...], list[Spoken]] = defaultdict(list)
    for one in spoken:
        if _unit(one) in asked:
            for key in _runs(one):
                keyed[key].append(one)
    begun = {key[:LEAST] for key in keyed}
    for one in spoken:
        if _unit(one) not in asked:
            for key in _runs(one, begun):
                if key in keyed:
                    keyed[key].append(one)
    return {key: some for key, some in keyed.items() if len(some) > 1}


def compatible(a: Spoken, b: Spoken, size: int) -> bool:
    """Whether two speakers can be one for all that they are called, where so many running words are theirs both."""
    named = [one for one in (a, b) if not soft(one)]
    kinds = {_kind(a), _kind(b)} - {None}
    if len(named) == 2:
        return kinds <= {ActorType.PERSON} and akin(a.name, b.name)
    if [_kind(one) for one in named] == [ActorType.PERSON]:
        return kinds == {ActorType.PERSON}
    return len(kinds) < 2 or size >= LONG


def _kind(one: Spoken) -> ActorType | None:
    """Its type; several people are a group though nothing says so but the ``s`` at the end."""
    head = BEHIND.split(one.name)[0]
    if soft(one) and head.endswith("s") and one.type in (None, ActorType.PERSON):
        return ActorType.GROUP
    return one.type


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
            if units[actor].type is ActorType.PERSON:
                ends[units[actor].name.split()[-1]].add(actor)
        for actor in actors:
            if units[actor].type in (None, ActorType.PERSON):
                found[actor] |= ends[units[actor].name] - {actor}
    return {(actor, some.pop()) for actor, some in found.items() if len(some) == 1}


def _runs(one: Spoken, begun: Container[tuple[str, ...]] | None = None) -> Iterator[tuple[str, ...]]:
    """The runs of quoted words that are long enough, each once; of those only that begin with ``begun``."""
    seen = set()
    for run in (tuple(run) for text in one.content for run in quoted_runs(text)):
        upto = list(accumulate((word not in EMPTY for word in run), initial=0))
        for at in range(len(run) - LEAST + 1):
            if begun is not None and run[at : at + LEAST] not in begun:
                continue
            for size, matter in RUNS.items():
                key = run[at : at + size]
                if len(key) == size and upto[at + size] - upto[at] >= matter and key not in seen:
                    seen.add(key)
                    yield key


def _heard(units: Mapping[str, Spoken], links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each unit whose voice it is."""
    named = {unit for unit, one in units.items() if not soft(one)}
    known = {unit for unit, one in units.items() if one.actor}
    groups = _Groups(units)
    for a, b in sorted(links):
        if {a, b} <= known and (a in named) == (b in named) and not (a in named and groups.apart(a, b, units)):
            groups.join(a, b)
    voice: dict[str, str] = {}
    for unit in sorted(known, key=lambda unit: (-len(units[unit].name.split()), unit)):
        voice.setdefault(groups.find(unit), str(units[unit].actor))
    givers: defaultdict[str, set[str]] = defaultdict(set)
    for pair in links:
        for a, b in (pair, pair[::-1]):
            if a not in named and b in named and groups.all(a, partial(_fits, units, b)):
                givers[groups.find(a)].add(voice[groups.find(b)])
    heard = {unit: _only(givers[root]) or voice[root] for unit in known if (root := groups.find(unit))}
    linked: defaultdict[str, set[str]] = defaultdict(set)
    for pair in links:
        for a, b in (pair, pair[::-1]):
            if a not in known and b in known:
                linked[a].add(heard[b])
    return heard | {unit: one for unit, some in linked.items() if (one := _only(some))}


def _fits(units: Mapping[str, Spoken], giver: str, unit: str) -> bool:
    return compatible(units[unit], units[giver], LONG)


def _only(some: Collection[str]) -> str | None:
    return min(some) if len(some) == 1 else None


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
    unnamed = {str(one.actor) for one in units.values() if soft(one)}
    first: dict[str, str] = {}
    for unit, voice in sorted(heard.items()):
        one = units[unit]
        if voice in unnamed and one.actor and (head := _head(one.name)):
            groups.join(voice, first.setdefault(head, voice))
    return {voice: groups.find(voice) for voice in heard.values()}


@lru_cache(HELD)
def _head(name: str) -> str | None:
    """The stem of the last word of a phrase before any preposition."""
    found = re.findall(
        r"[^\W\d_]+", re.split(r",| (?:in|of|for|from|by|with|at|on|to|who|that|inside) ", name.lower())[0]
    )
    return stem(found[-1]) if found and found[-1] not in PLAIN and found[-1] not in EMPTY else None


class _Groups(Groups[str]):
    """Groups of speakers that may be one."""

    def all(self, node: str, fits: Callable[[str], bool]) -> bool:
        """Whether all that belong with it fit."""
        return all(fits(one) for one in self.members(node))

    def apart(self, a: str, b: str, units: Mapping[str, Spoken]) -> bool:
        """Whether two groups of names hold two that cannot be one person's."""
        mine, yours = self.members(a), self.members(b)
        return any(not akin(units[one].name, units[other].name) for one in mine for other in yours)
