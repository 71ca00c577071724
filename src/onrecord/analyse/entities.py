"""Actors of one report in the making, and why a mention belongs to one."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.analyse.name_forms import Key
from onrecord.model.span import Span
from onrecord.model.terms import ActorType


class Link(NamedTuple):
    """Why a mention belongs to its chain: how sure, a sentence for people, a key to count by, what shows it."""

    confidence: float
    reason: str
    rule: str
    evidence: tuple[Span, ...] = ()


@dataclass(slots=True, eq=False)
class Entity:
    """One actor of one report in the making: the indices of its mentions, and all that they show of it.

    ``thing`` says that its name is none of an actor (a law, a war, an adjective); ``adjectives`` are those of its names
    that only say which people or country something is of.
    """

    members: list[int] = field(default_factory=list)
    keys: dict[Key, Span] = field(default_factory=dict)
    type: ActorType | None = None
    grounds: str = ""
    genders: Counter[str] = field(default_factory=Counter)
    number: str = ""
    offices: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    human: bool = False
    titled: bool = False
    written: bool = False
    thing: bool = False
    features: dict[str, str] = field(default_factory=dict)
    adjectives: set[Key] = field(default_factory=set)

    @property
    def gender(self) -> str:
        """``m``, ``f`` or ``n`` where all that is known agrees, else nothing."""
        return next(iter(self.genders)) if len(self.genders) == 1 else ""

    @property
    def named(self) -> bool:
        """Whether the report gives it a proper name."""
        return bool(self.keys)

    def fullest(self) -> Span | None:
        """Where its fullest name first stands; an adjective only where there is no other."""
        if not self.keys:
            return None
        plain = [item for item in self.keys.items() if item[0] not in self.adjectives]
        return min(plain or self.keys.items(), key=lambda item: (-len(item[0]), -sum(map(len, item[0])), item[1]))[1]
