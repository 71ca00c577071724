"""In whose voice a statement is joined with others, where reports do not call its speaker by one name.

A report that has *the senators*, *a man* or *he* for who said something may quote the words that another gives to a
name. Then the one is heard in the voice of the other: long quoted words in common say that the speaker is one, as long
as nothing else does not. Two different people named for the same words are no voice but a conflict, and stay two.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from hashlib import blake2b
from itertools import accumulate, combinations, pairwise, product

from onrecord.model.terms import ActorType
from onrecord.model.utterance import NOBODY, Spoken, Voice
from onrecord.resolve.clusters import Groups
from onrecord.resolve.utterance_read import quoted_runs, stem
from onrecord.resolve.utterance_words import EMPTY

VOICES = "voices 1"
"""Name and version: when it changes, every statement is read anew."""

RUNS = {5: 2, 4: 3, 3: 3}
"""So many running quoted words in two reports are one quotation, where so many of them matter."""
LEAST, LONG = 3, 5
"""So many say that it is one even of speakers of different kinds, such as the members of a body and the body."""
SURNAME = 0
"""The size of a key that is no run of words but a surname."""

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


def voices(spoken: Iterable[Spoken], joined: Collection[tuple[str, str]] = ()) -> dict[str, Voice]:
    """The voice of every statement that has one; a function of the set, and of the statements that people joined.

    This is all at once what ``flow.hearing`` does with what a change can reach, by the functions that follow.
    """
    units: dict[str, Spoken] = {}
    keyed: defaultdict[int, list[Spoken]] = defaultdict(list)
    sizes: dict[int, int] = {}
    ordered = sorted(spoken, key=lambda one: one.id)
    for one in ordered:
        units.setdefault(unit_of(one), one)
        for key, size in keys_of(one).items():
            keyed[key].append(one)
            sizes[key] = size
    links = {link for key, some in keyed.items() if len(some) > 1 for link in links_of(sizes[key], some)}
    alone = alone_of(units, {id for pair in joined for id in pair})
    heard = alone | heard_of(units, links)
    voice = {one.id: heard[unit] for one in ordered if (unit := unit_of(one)) in heard}
    ties = {(voice[a], voice[b]) for a, b in joined if a in voice and b in voice}
    pools = pools_of(headed(units, heard).values(), ties)
    return {
        one.id: Voice(heard[unit], pools[heard[unit]], called(one))
        for one in ordered
        if (unit := unit_of(one)) in heard
    }


def unit_of(one: Spoken) -> str:
    """What is heard in one voice: all of a name, all in one report of a speaker without one, a statement of nobody."""
    if one.actor is None:
        return one.id
    return f"{one.actor} {one.report}" if soft(one) else one.actor


def keys_of(one: Spoken) -> dict[int, int]:
    """What it may be joined to others on: hashes of running quoted words, of each how many, and of a surname."""
    found = {hashed(" ".join(run)): len(run) for run in _runs(one)}
    return found if soft(one) else found | {hashed(f"= {one.name.split()[-1]}"): SURNAME}


def links_of(size: int, some: Sequence[Spoken]) -> frozenset[tuple[str, str]]:
    """Units that are linked by one key, of that size, of these statements, in the order of their ids."""
    return _surnames(some) if size == SURNAME else _quoted_by(some, size >= LONG)


def hashed(words: str) -> int:
    """A number of eight bytes that stands for these words."""
    return int.from_bytes(blake2b(words.encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True)


def called(one: Spoken) -> frozenset[str]:
    """The stems of what a speaker without a name is called."""
    return words(one.name) if soft(one) else frozenset()


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


def _quoted_by(some: Sequence[Spoken], long: bool) -> frozenset[tuple[str, str]]:
    """Units that two reports give the same quoted words to; of words inside words the inner speaker's count."""
    outer = {one.parent for one in some}
    held = {unit_of(one): one for one in some if one.id not in outer}
    if len({one.report for one in held.values()}) < 2:
        return frozenset()
    unnamed = sorted(unit for unit, one in held.items() if soft(one))
    others = sorted(held.keys() - set(unnamed))
    pairs = [*pairwise(unnamed), *product(others, unnamed), *combinations(others, 2)]
    return frozenset(
        (a, b) for a, b in pairs if held[a].report != held[b].report and compatible(held[a], held[b], long)
    )


def compatible(a: Spoken, b: Spoken, long: bool) -> bool:
    """Whether two speakers can be one for all that they are called, where (many, if long) running words are theirs."""
    named = [one for one in (a, b) if not soft(one)]
    kinds = {_kind(a), _kind(b)} - {None}
    if len(named) == 2:
        return kinds <= {ActorType.PERSON} and akin(a.name, b.name)
    if [_kind(one) for one in named] == [ActorType.PERSON]:
        return kinds == {ActorType.PERSON}
    return len(kinds) < 2 or long


def _kind(one: Spoken) -> ActorType | None:
    """Its type; several people are a group though nothing says so but the ``s`` at the end."""
    head = BEHIND.split(one.name)[0]
    if soft(one) and head.endswith("s") and one.type in (None, ActorType.PERSON):
        return ActorType.GROUP
    return one.type


def _surnames(bearers: Sequence[Spoken]) -> frozenset[tuple[str, str]]:
    """A name of one word with the only one of its reports' speakers whose name ends with it, of all who bear it."""
    ends: defaultdict[str, set[str]] = defaultdict(set)
    for one in bearers:
        if one.actor and one.type is ActorType.PERSON:
            ends[one.report].add(one.actor)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in bearers:
        if one.actor and one.name == one.name.split()[-1] and one.type in (None, ActorType.PERSON):
            found[one.actor] |= ends[one.report] - {one.actor}
    return frozenset((actor, min(some)) for actor, some in found.items() if len(some) == 1)


def _runs(one: Spoken) -> set[tuple[str, ...]]:
    """The runs of quoted words that are long enough."""
    found = set()
    for run in (tuple(run) for text in one.content for run in quoted_runs(text)):
        upto = list(accumulate((word not in EMPTY for word in run), initial=0))
        for at in range(len(run) - LEAST + 1):
            for size, matter in RUNS.items():
                key = run[at : at + size]
                if len(key) == size and upto[at + size] - upto[at] >= matter:
                    found.add(key)
    return found


def heard_of(units: Mapping[str, Spoken], links: Collection[tuple[str, str]]) -> dict[str, str]:
    """For each unit whose voice it is, where these are all that links connect with any of them."""
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
    return compatible(units[unit], units[giver], True)


def _only(some: Collection[str]) -> str | None:
    return min(some) if len(some) == 1 else None


def akin(one: str, other: str) -> bool:
    """Whether two names may be one person's: all words of the one in the other, or one surname and first letter."""
    mine, yours = one.replace(".", "").split(), other.replace(".", "").split()
    few, many = sorted((mine, yours), key=len)
    if set(few) <= set(many):
        return True
    return mine[-1] == yours[-1] and mine[0][0] == yours[0][0]


def alone_of(units: Mapping[str, Spoken], joined: Collection[str]) -> dict[str, str]:
    """The voices of their own of those units that are statements of nobody and that people joined with another."""
    return {unit: NOBODY + unit for unit, one in units.items() if one.actor is None and unit in joined}


def headed(units: Mapping[str, Spoken], heard: Mapping[str, str]) -> dict[str, tuple[str, str | None]]:
    """For each unit its voice, and the last word that it is called by if that is the voice of one without a name."""
    unnamed = {one.actor for one in units.values() if soft(one)}
    return {
        unit: (voice, _head(units[unit].name) if voice in unnamed and units[unit].actor else None)
        for unit, voice in heard.items()
    }


def pools_of(voices: Iterable[tuple[str, str | None]], ties: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
    """For each voice the pool it is in: speakers without a name that are called by one last word, and those tied."""
    known = sorted(voices, key=lambda one: (one[0], one[1] or ""))
    groups = _Groups(dict.fromkeys(voice for voice, _ in known))
    first: dict[str, str] = {}
    for voice, head in known:
        if head:
            groups.join(voice, first.setdefault(head, voice))
    for a, b in sorted(ties):
        groups.join(a, b)
    return {voice: groups.find(voice) for voice, _ in known}


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
