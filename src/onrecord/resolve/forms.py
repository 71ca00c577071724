"""What a chain's names come to when they are compared: one form for all chains that are named alike."""

import re
from collections.abc import Set
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.model.actor import Chain
from onrecord.model.terms import ActorType
from onrecord.resolve.states import capital, country, state
from onrecord.resolve.words import FILLERS, acronym, initials, words

Words = tuple[str, ...]

GENERIC = {
    "administration", "agency", "alliance", "army", "association", "authority", "authorities", "bank", "board",
    "bureau", "campaign", "center", "centre", "chamber", "church", "city", "club", "coalition", "college",
    "commission", "committee", "company", "conference", "corporation", "council", "county", "court", "delegation",
    "department", "district", "division", "embassy", "federation", "force", "forces", "foundation", "front", "fund",
    "gazette", "government", "governorate", "group", "guard", "herald", "hospital", "institute", "journal", "league",
    "mail", "ministry", "mission", "movement", "navy", "network", "news", "observer", "office", "organisation",
    "organization", "panel", "party", "police", "post", "province", "region", "school", "service", "society",
    "standard", "star", "state", "states", "sun", "telegraph", "times", "town", "tribunal", "tribune", "union",
    "university", "world", "courier", "dispatch", "chronicle", "globe", "monitor", "examiner", "review", "radio",
}  # fmt: skip
"""Words that many bodies share: one of them alone names a body only inside its own report."""

INSTITUTIONS = {"assembly", "cabinet", "congress", "house", "parliament", "senate", "treasury"}
"""Words for what every state has one of: alone they name it where it is clear which state is spoken of."""

FIELDS = {
    "academy", "affairs", "agricultural", "agriculture", "air", "anti", "appeal", "appeals", "army", "arts",
    "aviation", "border", "budget", "business", "cassation", "central", "chief", "christian", "citizen", "citizens",
    "civil", "coast", "commerce", "communist", "community", "conservative", "constitution", "constitutional",
    "consumer", "correction", "corrections", "corruption", "counter", "crime", "criminal", "crisis", "culture",
    "customs", "defence", "defense", "democracy", "democratic", "development", "disaster", "economic", "economy",
    "education", "election", "elections", "electoral", "emergency", "employment", "energy", "environment",
    "environmental", "ethics", "family", "farmers", "federal", "finance", "financial", "fire", "fisheries", "food",
    "foreign", "freedom", "gas", "general", "green", "harbor", "harbour", "harbours", "health", "high", "home",
    "homeland", "housing", "human", "immigration", "independence", "independent", "industry", "information",
    "infrastructure", "intelligence", "interior", "internal", "international", "investigation", "investment",
    "islamic", "judiciary", "justice", "labor", "labour", "land", "law", "liberal", "liberation", "liberty",
    "local", "lower", "management", "marine", "maritime", "market", "media", "medical", "migration", "military",
    "monetary", "municipal", "national", "natural", "naval", "new", "nuclear", "oil", "opposition", "parliamentary",
    "patriotic", "peace", "people", "peoples", "planning", "policy", "political", "popular", "port", "ports",
    "presidential", "press", "prime", "prison", "progress", "progressive", "public", "reform", "refugee",
    "refugees", "regional", "relations", "religious", "republican", "reserve", "resistance", "resources", "revenue",
    "revolution", "revolutionary", "rights", "river", "rivers", "rural", "safety", "science", "secret", "security",
    "social", "socialist", "special", "sport", "sports", "statistics", "supreme", "tax", "technology", "trade",
    "transport", "transportation", "treasury", "unity", "upper", "urban", "veterans", "war", "water", "welfare",
    "women", "workers", "youth",
}  # fmt: skip
"""Words for what a body is for or what it calls itself, which bodies of many states and places share."""

OF_ANY = GENERIC | INSTITUTIONS | FIELDS
"""Words that a body of any state may bear."""

OWNER = re.compile(r"^((?:[Tt]he )?[A-Z][\w.-]*)[’']s? (?=\w)")
"""Whose a body is, where a name begins with that: ``Torvela’s Health Ministry``."""

SUFFIXES = {"jr": "jr", "sr": "sr", "junior": "jr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
PARTICLES = {"bin", "ibn", "ben", "bint", "von", "van", "der", "den", "de", "da", "di", "du", "dos", "del", "la", "le"}
LEGAL = {"inc", "corp", "co", "ltd", "llc", "plc", "gmbh", "corporation", "company", "incorporated", "limited"}


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name of two words or more: given names, last name, and ``jr`` and the like."""

    given: Words
    last: str
    suffix: str = ""

    @property
    def is_initial(self) -> bool:
        """Whether the first name is a letter alone."""
        return len(self.given[0]) == 1


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name of anything but a person: the state it names, if any, the words that tell it, and its acronyms.

    ``core`` keeps the order and leaves out fillers; ``letters`` are what it may be shortened to.
    """

    state: str
    core: Words
    letters: Words = ()

    @property
    def key(self) -> Words:
        """The words without their order: ``Department of Justice`` is ``Justice Department``."""
        return tuple(sorted(self.core))

    @property
    def is_generic(self) -> bool:
        """Whether nothing but one word that many bodies share is left."""
        return not self.state and len(self.core) == 1 and self.core[0] in GENERIC

    @property
    def is_office(self) -> bool:
        """Whether every state may have one of that name, and none is named.

        It ends or begins in a word for a body, and all its other words say what such bodies are for or what they are
        like; ``Velland Valley Front`` has words of its own.
        """
        if self.state or {self.core[-1], self.core[0]}.isdisjoint(GENERIC | INSTITUTIONS):
            return False
        return OF_ANY.issuperset(self.core)


@dataclass(frozen=True, slots=True)
class Form:
    """All that comparing asks of a chain. Chains with equal forms are named alike.

    A type that is not ``sure`` holds nothing off.

    ``names`` are all names as compared; the others are what they come to: ``people`` and ``singles`` (one word) where a
    person may bear it, ``bodies`` and ``acronyms`` else. ``state`` is the code of the state that all names stand for,
    ``seat`` of the one whose capital speaks. ``setting`` are the states that the report speaks of, kept only where a
    name is one that a body of every state may bear.
    """

    type: ActorType | None
    sure: bool
    gender: str
    names: tuple[str, ...]
    people: tuple[PersonName, ...] = ()
    singles: tuple[str, ...] = ()
    bodies: tuple[BodyName, ...] = ()
    acronyms: tuple[str, ...] = ()
    state: str = ""
    seat: str = ""
    setting: Words = ()

    @property
    def rank(self) -> int:
        """How fully it is named, for forms of one kind: a last name, an initial, a full name, middle names."""
        if self.people:
            return max(0 if name.is_initial else len(name.given) for name in self.people) + 1
        if self.state or any(name.state for name in self.bodies):
            return 3
        return max((1 if name.is_office else 2 for name in self.bodies), default=0)

    @property
    def is_short(self) -> bool:
        """Whether others may be named just so: a last name, an initial, an acronym, an office without its state."""
        if self.people:
            return all(name.is_initial for name in self.people)
        if self.singles:
            return True
        return not self.state and not self.setting and all(name.is_office for name in self.bodies)

    @property
    def is_specific(self) -> bool:
        """Whether it gives a name in full, so that another full name may contradict it."""
        least = 1 if self.sure else 2
        named = any(len(name.core) >= least and not name.is_generic for name in self.bodies)
        return bool(self.state or self.people) or named

    @property
    def may_be_person(self) -> bool:
        """Whether a person bears it, or something whose type is not known."""
        return (self.type is ActorType.PERSON or not self.sure) and not self.state

    @property
    def may_be_body(self) -> bool:
        """Whether something other than a person bears it, or something whose type is not known."""
        return self.type is not ActorType.PERSON or not self.sure

    @property
    def is_generic(self) -> bool:
        """Whether it says so little that two reports that use it need not mean one thing."""
        return not self.may_be_person and not self.state and all(name.is_generic for name in self.bodies)


def form(chain: Chain) -> Form | None:
    """The form of a chain; None for one without a name."""
    printed = {wording.words for wording in chain.names} | ({chain.name} if chain.name else set())
    spelt = tuple(sorted(printed | _own_outlet(chain.outlet, printed)))
    if not any(words(name) for name in spelt):
        return None
    made = _form(chain.type, _sure(chain), chain.gender, spelt)
    if made.may_be_body and not made.state:
        if any(name.is_office for name in made.bodies):
            made = replace(made, setting=tuple(dict(chain.features).get("setting", "").split()))
        seats = {found.iso for name in spelt if (found := capital(name))}
        if len(seats) == 1 and (chain.statements or chain.type is ActorType.STATE):
            made = replace(made, seat=next(iter(seats)))
    return made


def _own_outlet(outlet: str | None, printed: Set[str]) -> set[str]:
    """The outlet of a report that calls itself by the word that many share: ``the Courier`` in the Sarvin Courier."""
    full = words(outlet) if outlet else ()
    short = printed and len(full) > 1 and full[-1] in GENERIC and all(words(name) == full[-1:] for name in printed)
    return {outlet} if outlet and short else set()


def nameless(chain: Chain) -> Form:
    """The form of a chain without a name, which goes with no other by its words."""
    return Form(chain.type, _sure(chain), chain.gender, ())


def _sure(chain: Chain) -> bool:
    return chain.type is not None and ("type", "guess") not in chain.features


@lru_cache(maxsize=100_000)
def _form(kind: ActorType | None, sure: bool, gender: str, spelt: tuple[str, ...]) -> Form:
    names = tuple(sorted({" ".join(words(name)) for name in spelt if words(name)}))
    known = {part for name in spelt if (part := person(name))} if kind is ActorType.PERSON or not sure else set()
    people = tuple(sorted(known, key=str))
    alone = {_bare(name)[0] for name in spelt if len(_bare(name)) == 1}
    singles = tuple(sorted(alone)) if kind is ActorType.PERSON or not sure else ()
    if kind is ActorType.PERSON and sure:
        return Form(kind, sure, gender, names, people, singles)
    states = {found.iso if (found := state(name)) else _people(name, kind) for name in spelt}
    short = {letters for name in spelt if (letters := acronym(name))}
    bodies = _fuller({body(name) for name in spelt if words(name) and not acronym(name)})
    iso = next(iter(states)) if len(states) == 1 and kind is not ActorType.PERSON else ""
    gender = gender if singles or people else ""
    return Form(kind, sure, gender, names, people, singles, tuple(sorted(bodies, key=str)), tuple(sorted(short)), iso)


def _people(name: str, kind: ActorType | None) -> str:
    """The state whose people's adjective a chain of a state is printed as, beside its name or alone."""
    parts = words(name)
    iso, size = country(parts) if kind in (ActorType.STATE, None) else ("", 0)
    return iso if size == len(parts) else ""


def _fuller(bodies: set[BodyName]) -> set[BodyName]:
    """The names without single words that only shorten a longer one: ``House`` in a report on the White House."""
    long = {word for name in bodies if len(name.core) > 1 for word in name.core}
    return {name for name in bodies if len(name.core) > 1 or name.state or name.core[0] not in long}


def person(name: str) -> PersonName | None:
    """The parts of a person's name; None for a single word."""
    parts = _bare(name)
    if len(parts) < 2:
        return None
    suffix = next((SUFFIXES[part] for part in words(name) if part in SUFFIXES), "")
    return PersonName(parts[:-1], parts[-1], suffix)


def body(name: str) -> BodyName:
    """The parts of a body's name: a state in front (or ``of the United States`` behind) apart from the rest."""
    parts = words(OWNER.sub(r"\1 ", name))
    iso, size = country(parts)
    rest = parts[size:] if size < len(parts) and parts[size : size + 1] != ("of",) else parts
    iso = iso if len(rest) < len(parts) else ""
    if not iso and "of" in rest[1:]:
        at = len(rest) - 1 - rest[::-1].index("of")
        tail = rest[at + 1 :]
        tail = tail[1:] if tail[:1] == ("the",) else tail
        found, size = country(tail)
        if found and size == len(tail):
            iso, rest = found, rest[:at]
    core = tuple(part for part in rest if part not in FILLERS and part not in LEGAL)
    return BodyName(iso, core or rest, tuple(sorted(initials(parts) | initials(rest))))


def _bare(name: str) -> Words:
    """The words of a person's name without particles and suffixes."""
    parts = tuple(part for part in words(name) if part not in SUFFIXES)
    bare = tuple(part for at, part in enumerate(parts) if part not in PARTICLES or at == len(parts) - 1)
    return bare or parts
