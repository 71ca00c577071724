"""A user's file of parties laid over chains: which it means, on the day of the report, and where it cannot hold."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from onrecord.model.actor import Chain, Membership, Wording
from onrecord.model.party import ALWAYS, Member, Parties, Party, Term
from onrecord.model.span import Span
from onrecord.model.terms import ActorType
from onrecord.resolve.forms import form
from onrecord.resolve.offices import office, owner
from onrecord.resolve.pairs import clash
from onrecord.resolve.words import folded, words


class Label(NamedTuple):
    """Whom the file means: the ``party`` or the ``person`` of a name. A person of several parties is one."""

    kind: str
    name: str

    @property
    def key(self) -> str:
        """The key that all chains share that the file may mean by this label."""
        return f"p:{self.kind} {self.name}"


class Claim(NamedTuple):
    """That words stand for a label while a term holds, and why; a ``place`` does so only where it speaks or acts."""

    label: Label
    term: Term
    reason: str
    place: bool = False


@dataclass(frozen=True, slots=True)
class Applied:
    """What the file says of one chain: a label with its reason, or a note on why it says nothing; both may be empty.

    ``denied`` are those whose words these are, but not here: the chain is none of them.
    """

    label: Label | None = None
    reason: str = ""
    note: str = ""
    denied: tuple[Label, ...] = ()


class Register:
    """A file of parties, looked up by words."""

    def __init__(self, parties: Parties) -> None:
        self.subject = parties.subject
        self._parties = parties.parties
        self._names: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
        self._offices: defaultdict[str, list[Claim]] = defaultdict(list)
        self._known: defaultdict[Label, set[str]] = defaultdict(set)
        for party in parties.parties:
            self._enter(party)

    def keys(self, chain: Chain) -> frozenset[str]:
        """The keys that the file gives a chain, on whatever day."""
        return frozenset(claim.label.key for claim in self._claims(chain))

    def apply(self, chain: Chain) -> Applied:
        """Whom the file says that the chain is, on the day of its report."""
        claims = self._claims(chain)
        denied = tuple(sorted({claim.label for claim in claims}))
        held = [claim for claim in claims if claim.term.holds(chain.published)]
        meant = [claim for claim in held if not claim.place or _acts(chain)]
        labels = sorted({claim.label for claim in meant})
        if len(labels) == 1:
            against = self._against(chain, labels[0])
            reason = f"{self.subject}: {meant[0].reason}"
            return Applied(note=against, denied=denied) if against else Applied(labels[0], reason)
        return Applied(note=self._note(chain, claims, held, labels), denied=denied)

    def memberships(self, labels: Iterable[Label]) -> tuple[Membership, ...]:
        """What the labelled actor is to the parties of the file."""
        wanted = set(labels)
        found = []
        for party in self._parties:
            if _party(party) in wanted:
                found.append(Membership(party.name, "party"))
            found += [_membership(party, member) for member in party.members if _person(member) in wanted]
        return tuple(found)

    def ids(self, labels: Iterable[Label]) -> tuple[tuple[str, str], ...]:
        """The public ids that the file gives the labelled actor."""
        wanted = set(labels)
        mine = [(_party(party), party.ids) for party in self._parties]
        mine += [(_person(member), member.ids) for party in self._parties for member in party.members]
        return tuple(sorted({pair for label, ids in mine if label in wanted for pair in ids}))

    def type(self, labels: Iterable[Label]) -> ActorType | None:
        """The type that the file gives the labelled actor; a member is a person."""
        wanted = set(labels)
        types = [party.type for party in self._parties if party.type and _party(party) in wanted]
        return ActorType.PERSON if any(label.kind == "person" for label in wanted) else next(iter(types), None)

    def notes(self, labels: Iterable[Label]) -> tuple[str, ...]:
        """What the user noted on the labelled party."""
        wanted = set(labels)
        return tuple(party.note for party in self._parties if party.note and _party(party) in wanted)

    def _enter(self, party: Party) -> None:
        mine = _party(party)
        self._name(mine, party.name, ALWAYS, "the name of the party")
        for alias in party.aliases:
            self._name(mine, alias.words, alias.term, "an alias of the party")
        for metonym in party.metonyms:
            claim = Claim(mine, metonym.term, "a place that stands for the party where it speaks", place=True)
            self._names[words(metonym.words)].append(claim)
            self._known[mine].add(metonym.words)
        owners = {owner(name) for name in (party.name, *(alias.words for alias in party.aliases))}
        for member in party.members:
            who = _person(member)
            self._name(who, member.name, ALWAYS, "the name of a member")
            for alias in member.aliases:
                self._name(who, alias.words, alias.term, "an alias of a member")
            for title in member.titles:
                for whose in owners:
                    claim = Claim(who, member.term, f"the {title} of {party.name} at that time")
                    self._offices[f"t:{folded(title)}|{whose}"].append(claim)

    def _name(self, label: Label, name: str, term: Term, reason: str) -> None:
        self._names[words(name)].append(Claim(label, term, reason))
        self._known[label].add(name)

    def _claims(self, chain: Chain) -> list[Claim]:
        """Everything that the file says on the chain's words, on whatever day."""
        found = [claim for name in (*chain.names, *chain.nominals) for claim in self._names.get(words(name.words), ())]
        if not chain.names:
            offices = (office(nominal.words) for nominal in chain.nominals)
            found += [claim for held in offices if held for claim in self._offices.get(held.key, ())]
        return found

    def _against(self, chain: Chain, label: Label) -> str:
        """Why a full name in the report speaks against the label; empty where none does."""
        known = {words(name) for name in self._known[label]}
        others = [name.words for name in chain.names if words(name.words) not in known]
        theirs = form(_named(chain, sorted(self._known[label])))
        for other in others:
            mine = form(_named(chain, [other]))
            if mine and theirs and clash(mine, theirs):
                return f"{self.subject}: {label.name} by an alias, but the report calls it {other}"
        return ""

    def _note(self, chain: Chain, claims: Sequence[Claim], held: Sequence[Claim], labels: Sequence[Label]) -> str:
        """Why words that are in the file mean nobody here; empty where none are."""
        if not claims:
            return ""
        if labels:
            named = " and ".join(label.name for label in labels)
            return f"{self.subject}: these words stand for {named} on that day, so for neither here"
        if held:
            return f"{self.subject}: here the place; it stands for {held[0].label.name} only where it speaks or acts"
        when = f"on {chain.published[:10]}" if chain.published else "in a report without a date"
        return f"{self.subject}: these words do not stand for {claims[0].label.name} {when}"


@lru_cache(maxsize=4)
def register(parties: Parties) -> Register:
    """The file of parties, ready to be looked up; made once for all chains."""
    return Register(parties)


def _membership(party: Party, member: Member) -> Membership:
    role = "spokesperson" if member.speaks else "member"
    return Membership(party.name, role, member.titles, member.term.start, member.term.end)


def _party(party: Party) -> Label:
    return Label("party", party.name)


def _person(member: Member) -> Label:
    return Label("person", member.name)


def _acts(chain: Chain) -> bool:
    """Whether the name of a place stands for somebody who speaks or acts."""
    return bool(chain.statements) or chain.type in (ActorType.STATE, ActorType.ORGANISATION)


def _named(chain: Chain, names: Sequence[str]) -> Chain:
    """A chain of the same kind with other names."""
    wordings = tuple(Wording(name, Span(0, 1), 1) for name in names)
    return Chain(chain.id, chain.report, None, None, 0, chain.type, None, wordings)
