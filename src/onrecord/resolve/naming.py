"""What an actor is called: a form that its reports print, the fullest of the frequent ones; and its public ids."""

from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.model.actor import Chain
from onrecord.model.terms import ActorType
from onrecord.resolve.forms import OF_ANY, form
from onrecord.resolve.states import country, state
from onrecord.resolve.words import FILLERS, acronym, words

SELDOM = 0.1
"""A fuller name of a body that is printed less often than this beside a plain one is not what the body is called."""


def names(chains: Sequence[Chain]) -> tuple[str, ...]:
    """All names of the chains as printed, the most frequent first; the nominals of chains without any name."""
    return _frequent(_times(chains))


def best(chains: Sequence[Chain], kind: ActorType | None) -> str:
    """The name to show, of those that the chains print.

    A person's is the most frequent one of two words or more, of others the most frequent that is no acronym and no
    single word, if it is not printed much less often than a name of which it is an enlargement; a name in capitals
    alone or with an article counts only where there is no other.
    """
    times = _times(chains)
    printed = _frequent(times)
    if kind is ActorType.STATE:
        return min(
            printed,
            key=lambda name: (
                _adjective(name),
                bool(acronym(name)),
                _formal(name),
                _shouted(name),
                printed.index(name),
            ),
        )
    plain = printed if kind is ActorType.PERSON else [name for name in printed if not _enlarged(name, times)]
    return min(plain, key=lambda name: (-_fullness(name), _shouted(name), printed.index(name)))


def _times(chains: Sequence[Chain]) -> Counter[str]:
    """How often each name is printed; of chains without any name, each nominal."""
    times: Counter[str] = Counter()
    for chain in chains:
        for wording in chain.names:
            times[wording.words] += wording.times
        if chain.name and not chain.names:
            times[chain.name] += 1
    if not times:
        for chain in chains:
            for wording in chain.nominals:
                times[wording.words] += wording.times
    return times


def _frequent(times: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(times, key=lambda name: (-times[name], name)))


def _enlarged(name: str, times: Mapping[str, int]) -> bool:
    """Whether a name is a rare enlargement of a plain one: ``Harbour Front Presidium`` beside ten ``Harbour Front``."""
    parts = words(name)
    return any(times[name] < SELDOM * times[other] and _enlarges(parts, words(other)) for other in times)


def _enlarges(parts: tuple[str, ...], plain: tuple[str, ...]) -> bool:
    """Whether a name is a plain one with more behind it, or with a state before one that is told without it."""
    if not len(plain) < len(parts):
        return False
    front = len(parts) - len(plain)
    stately = parts[front:] == plain and country(parts[:front])[1] == front and not OF_ANY.issuperset(plain)
    return parts[: len(plain)] == plain or stately


def kind(chains: Sequence[Chain]) -> ActorType | None:
    """The type that most mentions of the chains have, those that are sure of it first; the earlier of equals.

    A state that is named by its government, too, is a state.
    """
    typed = [chain for chain in chains if chain.type]
    sure = [chain for chain in typed if ("type", "guess") not in chain.features]
    times: Counter[ActorType | None] = Counter()
    for chain in sure or typed:
        times[chain.type] += chain.mentions or 1
    if times[ActorType.STATE] and times[ActorType.ORGANISATION]:
        return ActorType.STATE
    return max(ActorType, key=lambda one: times[one]) if times else None


def public_ids(chains: Sequence[Chain]) -> tuple[tuple[str, str], ...]:
    """The public ids of the state that the chains name; none for anything else."""
    for chain in chains:
        found = state(chain.names[0].words) if chain.names and chain.type is not ActorType.PERSON else None
        made = form(chain) if found else None
        if found and made and made.state:
            return (("geonames", found.geonames), ("iso3166-1", found.iso))
    return ()


def _fullness(name: str) -> int:
    telling = [part for part in words(name) if part not in FILLERS and len(part) > 1]
    return 0 if acronym(name) else min(len(telling), 2)


def _formal(name: str) -> bool:
    """Whether a state has a plainer name than this one: ``Kingdom of Norway``, ``Norwegian government``."""
    found = state(name)
    return found is not None and words(found.name) != words(name)


def _adjective(name: str) -> bool:
    """Whether a name is what a state's people are called: ``Norwegian``."""
    parts = words(name)
    return state(name) is None and country(parts)[1] == len(parts)


def _shouted(name: str) -> bool:
    return name.isupper() or name[:4].casefold() == "the "
