"""What a user says of the parties to a story in a file of their own: names, members, who speaks, and since when."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import NamedTuple

from onrecord.model.identity import SHORT
from onrecord.model.terms import ActorType


class Term(NamedTuple):
    """The days on which something holds, both included; None where it is open."""

    start: str | None = None
    end: str | None = None

    def holds(self, day: str | None) -> bool:
        """Whether an ISO day lies within; on no known day only what has no bounds holds."""
        if day is None:
            return self.start is None and self.end is None
        return (self.start or "") <= day[:10] and (self.end is None or day[:10] <= self.end)


ALWAYS = Term()


class Alias(NamedTuple):
    """A form of words for a party or member, and when it stands for it."""

    words: str
    term: Term = ALWAYS


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who belongs to a party.

    ``titles`` are offices held in the party (``foreign minister``), ``term`` the days of membership. ``speaks`` says
    that the member is a spokesperson, whose words are the party's.
    """

    name: str
    titles: tuple[str, ...] = ()
    aliases: tuple[Alias, ...] = ()
    term: Term = ALWAYS
    speaks: bool = False
    ids: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """One side, body or state that the user follows.

    ``metonyms`` are names of places that stand for it where they speak (a capital for its government).
    """

    name: str
    type: ActorType | None = None
    aliases: tuple[Alias, ...] = ()
    metonyms: tuple[Alias, ...] = ()
    members: tuple[Member, ...] = ()
    ids: tuple[tuple[str, str], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Parties:
    """A whole file of parties; ``subject`` is what messages call it."""

    subject: str
    parties: tuple[Party, ...] = ()

    @property
    def digest(self) -> str:
        """The first 16 hex digits of the hash of what the file says; comments and its name do not count."""
        canonical = json.dumps([asdict(party) for party in self.parties], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode("utf-8")).hexdigest()[:SHORT]

    def names(self) -> Iterator[tuple[str, Term, Party, Member | None]]:
        """Every name and alias with the days it holds, whose it is; metonyms and titles are not among them."""
        for party in self.parties:
            for alias in (Alias(party.name), *party.aliases):
                yield alias.words, alias.term, party, None
            for member in party.members:
                for alias in (Alias(member.name), *member.aliases):
                    yield alias.words, alias.term, party, member
