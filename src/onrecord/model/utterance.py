"""An utterance: one point made by one actor on one occasion, gathered from the statements that report it."""

from dataclasses import dataclass
from typing import NamedTuple

from onrecord.model.actor import Link, Proposal
from onrecord.model.span import Spans
from onrecord.model.terms import Rendering


class Change(NamedTuple):
    """Where the quoted words of one statement differ from those of another; ``at`` in its own, ``other`` in theirs."""

    at: Spans
    other: Spans


class Member(NamedTuple):
    """One statement that reports an utterance, and how.

    ``relayed`` names another outlet or agency through which this report has it, None where it names none. ``changes``
    are against the member that is shown first, where both quote. ``copy_group`` is the id of the report's copy group.
    """

    statement: str
    rendering: Rendering
    reason: str
    relayed: str | None = None
    changes: tuple[Change, ...] = ()
    copy_group: str | None = None


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of saying; ``id`` is that of its oldest statement, ``members`` in order of appearance.

    ``actor`` is the id of who said it. ``links`` say why each pair was joined. Two points by one speaker, or one point
    on two occasions, are two utterances.
    """

    id: str
    actor: str
    members: tuple[Member, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class UtterancesFound:
    """The utterances of one actor, those of one statement too; ``proposals`` are pairs for a person, best first."""

    utterances: tuple[Utterance, ...]
    proposals: tuple[Proposal, ...] = ()
