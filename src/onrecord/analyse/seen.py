"""Mentions as they are met, before it is known who is who: what stands there and what it shows by itself."""

from bisect import bisect_left
from dataclasses import dataclass, field

from onrecord.model.span import Span, Spans
from onrecord.model.terms import ActorType, Form, ZoneKind


@dataclass(frozen=True, slots=True)
class Seen:
    """One name, nominal or pronoun where it stands.

    ``words`` are those of a name as printed, else in small letters; ``offices`` words of office, ``sides`` the
    other words beside it that say whose; ``role`` is its place in the clause (``subject``, ``object``, ``owner``,
    ``part`` of another phrase, ``other``). ``tied`` is the span of what grammar makes it stand for (``who``),
    ``owner`` the possessor, ``sentence`` where its sentence begins, ``quotation`` the span of the quotation around
    it, ``noun`` the head word in small letters. ``article`` says that ``the`` or ``a`` stands before a name,
    ``inside`` that ``in`` or another word of place does, ``bracket`` that it stands in brackets right behind
    another name, ``written`` that it is a document, which is cited like a speaker, ``realm`` that its government or
    army is spoken of, ``agrees`` whether its verb shows one or many (``s``, ``p``), ``opening`` that it opens a
    sentence, so that its capital tells nothing, and ``maker`` where the head of whoever made it stands.
    """

    span: Span
    head: Span
    form: Form
    words: tuple[str, ...]
    passage: int
    sentence: int
    zone: ZoneKind
    role: str = "other"
    quotation: Span | None = None
    gender: str = ""
    number: str = ""
    type: ActorType | None = None
    titles: Spans = ()
    offices: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    definite: bool = False
    article: bool = False
    inside: bool = False
    tied: Span | None = None
    owner: Span | None = None
    bracket: bool = False
    written: bool = False
    realm: bool = False
    agrees: str = ""
    opening: bool = False
    maker: Span | None = None
    noun: str = ""


@dataclass(slots=True)
class Mentions:
    """All that has been seen of one report so far, in the order of the text."""

    seen: list[Seen] = field(default_factory=list)
    adjectives: set[str] = field(default_factory=set)
    starts: list[int] = field(default_factory=list)

    def add(self, found: list[Seen]) -> None:
        """Take in the mentions of one passage."""
        ordered = sorted(found, key=lambda one: (one.span.start, -one.span.end))
        self.seen += ordered
        self.starts += [one.span.start for one in ordered]

    def replace(self, seen: list[Seen]) -> None:
        """Put others in the place of all mentions, in the order of the text."""
        self.seen[:] = sorted(seen, key=lambda one: (one.span.start, -one.span.end))
        self.starts[:] = [one.span.start for one in self.seen]

    def between(self, start: int, end: int) -> range:
        """The indices of mentions that begin at ``start`` or later and before ``end``."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))
