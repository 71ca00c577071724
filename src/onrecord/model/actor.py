"""Actors: who several mentions stand for, over all reports; machine's links, people's decisions, proposals between."""

from dataclasses import dataclass
from typing import NamedTuple

from onrecord.model.span import Span
from onrecord.model.terms import ActorType


class Wording(NamedTuple):
    """One form of words under which a chain appears: the words, where they first stand, and how often."""

    words: str
    span: Span
    times: int


@dataclass(frozen=True, slots=True)
class Chain:
    """All mentions of one actor in one report, as resolving across reports sees them.

    ``id`` is the ``Mention.chain`` that they share. ``name`` is the fullest name or None; ``names``, ``titles`` and
    ``nominals`` are the forms of each kind, the most frequent first. ``position`` is the start of the first mention.
    ``mentions`` counts all mentions, ``headline`` those in the headline, ``statements`` what it is the speaker of.
    A chain with neither names nor nominals (pronouns alone) becomes no actor.
    """

    id: str
    report: str
    outlet: str | None
    published: str | None
    position: int
    type: ActorType | None
    name: str | None
    names: tuple[Wording, ...] = ()
    titles: tuple[Wording, ...] = ()
    nominals: tuple[Wording, ...] = ()
    gender: str = ""
    number: str = ""
    mentions: int = 0
    headline: int = 0
    statements: int = 0
    features: tuple[tuple[str, str], ...] = ()

    @property
    def age(self) -> tuple[str, str, int]:
        """What the oldest of several is the smallest of: date, report, place; the order of adding is no part of it."""
        return (self.published or "~", self.report, self.position)


class Link(NamedTuple):
    """A scored pair of chains (``a < b``) that may be one actor, with its reason.

    ``score`` lies in 0..1; ``machine`` is False where a person or their file of parties made it.
    """

    a: str
    b: str
    score: float
    reason: str
    machine: bool = True


class Proposal(NamedTuple):
    """A pair of actors (``a < b``; or other things of one ``kind``) that might be one: for a person, no fact."""

    kind: str
    a: str
    b: str
    score: float
    reason: str


class Related(NamedTuple):
    """A pair of actors (``a < b``) that are kept apart and yet belong together: an office and its state."""

    a: str
    b: str
    reason: str


class Membership(NamedTuple):
    """That an actor is, speaks for or belongs to a party of the user's file; ISO days, both included, None if open.

    ``role`` is ``party``, ``member`` or ``spokesperson``.
    """

    party: str
    role: str
    titles: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, state or group that several chains stand for.

    ``id`` is the id of its oldest chain. ``name`` is the fullest name its reports give, unless a person or their file
    of parties named it (``named_by``). ``aliases`` are all names in the order of how often they occur. ``ids`` are
    public identifiers by scheme (``wikidata``, ``iso3166-1``, ``geonames``). ``parties`` and ``notes`` come from the
    user's file of parties; ``notes`` say in plain clauses how it was applied.
    """

    id: str
    name: str
    type: ActorType | None
    chains: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    named_by: str = "machine"
    ids: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    parties: tuple[Membership, ...] = ()


class Constraint(NamedTuple):
    """What a person decided on actors, found again in today's chains: ``same`` or ``apart``, a name, or an id.

    ``groups`` are sets of chain ids: all in one group with all in the other for ``same`` and ``apart``; the first
    group alone for ``name`` and ``identify``, whose ``value`` is the name or ``scheme:id``. ``decision`` is its number.
    """

    kind: str
    groups: tuple[tuple[str, ...], ...]
    value: str = ""
    because: str = ""
    decision: int = 0


@dataclass(frozen=True, slots=True)
class Resolution:
    """The actors of one or more whole blocks of chains, with all links and proposals among them.

    ``links`` are those that joined chains, ``proposals`` join actors, best first. ``disagreements`` are the number of
    a person's decision and a plain clause on what the machine found that goes against it.
    """

    actors: tuple[Actor, ...]
    links: tuple[Link, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    related: tuple[Related, ...] = ()
    disagreements: tuple[tuple[int, str], ...] = ()
