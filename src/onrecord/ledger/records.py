"""Small answers of the view that are no entries: counts, refusals, origins, decisions."""

from dataclasses import dataclass
from typing import NamedTuple, TypedDict

Counts = tuple[tuple[str, int], ...]


class Refusal(NamedTuple):
    """An input that could not be read; ``kind`` is the name of the error."""

    subject: str
    kind: str
    reason: str
    remedy: str


class Origin(NamedTuple):
    """One path or address under which a report's bytes came, and when they were retrieved if that is known."""

    origin: str
    place: str
    retrieved: str | None


class Called(NamedTuple):
    """An actor with nothing but what it is called."""

    id: str
    name: str
    type: str | None
    aliases: tuple[str, ...]


class Decision(NamedTuple):
    """What a person decided about a report or an actor.

    ``kind`` is correct, remove or restore of a report; merge, split, rename, identify or undo of an actor, whose id at
    that time is ``actor``, while ``report`` is empty; confirm, reject, edit, add or undo of an entry, whose id at that
    time is ``entry``; of figures and utterances (``field``) join, part or undo, ``before`` and ``after`` being the ids
    of the two sides. ``part_of`` is the first decision of an act that took several.
    """

    number: int
    at: str
    by: str
    kind: str
    report: str
    field: str | None
    before: str | None
    after: str | None
    because: str
    actor: str | None = None
    entry: str | None = None
    part_of: int | None = None


class ReviewNote(NamedTuple):
    """A ruling that a person should look at: an ``orphan``, or in ``disagreement`` with the machine or a later one.

    ``report`` and ``entry`` are empty for one about utterances.
    """

    decision: int
    kind: str
    at: str
    by: str
    report: str
    entry: str
    because: str
    clause: str


class Orphan(NamedTuple):
    """A place that a decision about an actor rests on and that is not found any more, and why.

    ``holds`` says whether the decision is still in force by other places of the same side.
    """

    decision: int
    kind: str
    report: str
    start: int
    end: int
    exact: str
    reason: str
    holds: bool


class Disagreement(NamedTuple):
    """Where the machine finds what goes against a person's decision about an actor."""

    decision: int
    at: str
    by: str
    kind: str
    actor: str
    because: str
    clause: str


class ChainRow(NamedTuple):
    """All mentions of an actor in one report; ``chain`` is the id of the first."""

    chain: str
    report: str
    origin: str
    outlet: str | None
    published: str | None
    name: str | None
    mentions: int
    statements: int


class PartiesFile(NamedTuple):
    """The file of parties in force, as a person gave it; ``id`` is the sha256 of its text."""

    number: int
    at: str
    by: str
    origin: str
    id: str
    text: str


class Pending(NamedTuple):
    """What is still to be resolved: reports without chains, and keys of chains that have changed."""

    reports: int
    keys: int


class Removal(NamedTuple):
    """A report that a person took out."""

    report: str
    origin: str
    at: str
    by: str
    because: str


class Sharing(NamedTuple):
    """A text that shares so many fingerprints with another; ``least`` is the number of the one that has fewer."""

    text: str
    shared: int
    least: int


class SpanRow(TypedDict):
    """One span of one entry, as position and as quote selector (32 characters before and after).

    ``start`` and ``end`` count code points of the report's text, ``utf16_*`` UTF-16 units, ``byte_*`` bytes of UTF-8.
    """

    entry: str
    report: str
    role: str
    ordinal: int
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    utf16_start: int
    utf16_end: int
    byte_start: int
    byte_end: int


class Settled(NamedTuple):
    """How a report was analysed; ``settings`` and ``digest`` (of what was found) are hashes, ``input`` a text id."""

    analyser: str
    settings: str
    input: str
    digest: str


@dataclass(frozen=True, slots=True)
class Info:
    """How much of everything a ledger holds; ``texts`` counts the reports of one text once.

    ``found = statements + dropped``, and every statement has a source or is counted in ``without_speaker`` under
    the reason; ``named`` are those whose speaker has a name. ``figures`` are those that a number stands for,
    ``relations`` and ``positions`` those that are not negated.
    Counts by reason are sorted, the most frequent first.
    """

    reports: int
    texts: int
    captures: int
    outlets: int
    undated: int
    characters: int
    words: int
    statements: int
    named: int
    mentions: int
    figures: int
    times: int
    relations: int
    positions: int
    labels: int
    actors: int
    proposals: int
    removed: int
    without_speaker: Counts
    dropped: Counts
    unsure: Counts
    not_analysed: Counts
    refused: Counts
    analysers: Counts
    genres: Counts

    @property
    def found(self) -> int:
        """Attributed + without speaker + dropped."""
        return self.statements + sum(count for _, count in self.dropped)

    @property
    def attributed(self) -> int:
        """The statements that have a source."""
        return self.statements - sum(count for _, count in self.without_speaker)
