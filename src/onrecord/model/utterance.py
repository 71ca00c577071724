"""An utterance: one point made by one actor on one occasion, gathered from the statements that report it."""

from dataclasses import dataclass
from typing import NamedTuple

from onrecord.model.actor import Link, Proposal
from onrecord.model.span import Span, Spans
from onrecord.model.terms import Act, ActorType, Mode, Rendering, ZoneKind


class Piece(NamedTuple):
    """One span of a statement's content with its words."""

    span: Span
    text: str


class Spoken(NamedTuple):
    """A statement as voices look at it: who is said to say it, and the words of its content.

    ``actor`` is an id, or None where nobody is known; ``parent`` the statement inside which it stands.
    """

    id: str
    report: str
    actor: str | None
    name: str
    type: ActorType | None
    parent: str | None
    content: tuple[str, ...]


class Voice(NamedTuple):
    """Whose voice a statement is heard in when it is held against others.

    ``id`` is that of an actor: its own, or the one that others give the same quotation to. ``pool`` is the id of one
    of all the actors it is held against, or that a person joined it with; ``words`` are the stems of what a speaker
    without a name is called.
    """

    id: str
    pool: str
    words: frozenset[str] = frozenset()


NOBODY = "-"
"""The voice of a statement of nobody that a person joined with another: this, and the id of the statement."""


class Part(NamedTuple):
    """What a person decided on of a statement (its id): from where to where in the text of its report."""

    statement: str
    start: int
    end: int


class Ruled(NamedTuple):
    """That a person said of two statements that they report one act of saying, or that they do not, and why."""

    decision: int
    same: bool
    a: Part
    b: Part
    reason: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement as joining looks at it: what it tells, by whose mouth, when it was said, and in which words.

    ``actor`` is the id of who said it (empty for nobody), ``voice`` that of whose voice it is heard in, ``called`` the
    stems of what its report calls a speaker without a name, ``pool`` names those whom the machine holds it against (see
    ``Voice``). ``first`` and ``last`` are the ISO days between which it was said, ``printed`` that the report gives
    them; ``published`` is the report's day. ``around`` are the words of its sentences outside of the content: cue,
    addressee, occasion; ``before`` are those before a short one. ``position`` is where the content begins. ``relayed``
    names the outlet or agency through which the report has it.
    """

    id: str
    report: str
    actor: str
    pieces: tuple[Piece, ...]
    mode: Mode
    act: Act
    zone: ZoneKind
    negated: bool = False
    outlet: str | None = None
    published: str | None = None
    first: str | None = None
    last: str | None = None
    printed: bool = False
    around: str = ""
    before: str = ""
    relayed: str | None = None
    translated: str | None = None
    voice: str | None = None
    called: frozenset[str] = frozenset()
    pool: str = ""

    @property
    def position(self) -> int:
        """Where the content begins in its report."""
        return self.pieces[0].span.start

    @property
    def age(self) -> tuple[str, str, int, str]:
        """What tellings are ordered by: day of publication, report, place in it; those without a day last."""
        return self.published or "~", self.report, self.position, self.id


class Change(NamedTuple):
    """Where the quoted words of one statement differ from those of another; ``at`` in its own, ``other`` in theirs.

    ``than`` is the id of the other. One of the two sides is empty where a word is left out or put in.
    """

    at: Spans
    other: Spans
    than: str


class Member(NamedTuple):
    """One statement that reports an utterance, and how.

    ``at`` is where its content tells this point; it may tell another elsewhere. ``relayed`` and ``translated`` are as
    in the telling. ``changes`` are against the members whose quotation it differs from.
    """

    statement: str
    rendering: Rendering
    reason: str
    at: Spans = ()
    relayed: str | None = None
    translated: str | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """One point made in one act of saying; ``members`` are in order of appearance.

    ``id`` is made of that of its oldest statement and of the place of its point there. ``actor`` is the id of who said
    it. ``links`` say why each pair was joined. Two points by one speaker, or one point on two occasions, are two
    utterances; a statement that tells two points is a member of both.
    """

    id: str
    actor: str
    members: tuple[Member, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class UtterancesFound:
    """The utterances of an actor that two statements or more report; ``proposals`` are pairs to ask about.

    ``overruled`` are people's earlier words that later ones go against.
    """

    utterances: tuple[Utterance, ...]
    proposals: tuple[Proposal, ...] = ()
    overruled: tuple[Ruled, ...] = ()
