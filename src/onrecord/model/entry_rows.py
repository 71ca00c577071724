"""The rows of entries that are no statements; ``model/rows.py`` says what holds of all rows."""

from typing import TypedDict, final

Pair = list[int]


class EntryPlace(TypedDict):
    """Where an entry stands, as every row of one begins; ``published`` is the day its report came out."""

    id: str
    report: str
    origin: str
    outlet: str | None
    published: str | None
    zone: str


class EntryGround(TypedDict):
    """How sure an entry is and why, as every row of one ends."""

    confidence: float
    band: str
    status: str
    reason: str
    rule: str
    analyser: str


@final
class MentionRow(EntryPlace, EntryGround):
    """One mention of an actor; ``chain`` is the id of the first mention of the same one in this report.

    ``actor`` is the id of who that is over all reports; None for a pronoun that nobody is known for.
    """

    words: str
    form: str
    type: str | None
    name: str | None
    actor: str | None
    chain: str
    title: list[str]
    gender: str
    number: str
    quoted: bool
    spans: dict[str, list[Pair]]


@final
class FigureRow(EntryPlace, EntryGround):
    """One number as one report prints it; ``what``, ``group``, ``place`` and ``as_of`` are its words.

    ``giver`` is the name of who gave it, or the words for them where there is no name; None where the outlet says it.
    """

    exact: str
    value: float | None
    minimum: float | None
    maximum: float | None
    hedge: str
    unit: str | None
    what: str | None
    group: str | None
    place: str | None
    as_of: str | None
    giver: str | None
    giver_words: str | None
    relay: str | None
    counting: str | None
    ordinal: bool
    implied: bool
    statement: str | None
    spans: dict[str, list[Pair]]


@final
class TimeRow(EntryPlace, EntryGround):
    """One time expression; ``value``, ``start`` and ``end`` are None where what it is counted from is not known.

    ``bound`` is the word that makes it an edge: ``since``, ``until``, ``by`` …; None where it is the time itself.
    """

    exact: str
    type: str
    expression: str
    anchor: str
    value: str | None
    start: str | None
    end: str | None
    bound: str | None
    event: str | None
    happening: str | None
    statement: str | None
    dates_saying: bool
    spans: dict[str, list[Pair]]


EntrySides = TypedDict("EntrySides", {"from": str | None, "to": str | None})


class RelationFields(EntryPlace, EntrySides, EntryGround):
    """What one report says that one side does to another; ``cue`` and ``matter`` are its words.

    ``from`` and ``to`` are names: of the actor over all reports, else as this report gives it, else the words; ``from``
    is the outlet where ``voice`` is. ``*_actor`` and ``*_chain`` are ids of the actor and of its first mention in this
    report. ``negated``: the report says that it was not so. Spans are under source, cue, target and matter.
    """

    kind: str
    strength: str
    voice: str
    negated: bool
    cue: str | None
    matter: str | None
    from_words: str | None
    to_words: str | None
    from_actor: str | None
    to_actor: str | None
    from_chain: str | None
    to_chain: str | None
    statement: str | None
    spans: dict[str, list[Pair]]


@final
class RelationRow(RelationFields):
    """One relation as one report puts it."""


class ReadRow(TypedDict):
    """A sentence for a person to read."""

    report: str
    span: Pair


@final
class BlameRow(RelationFields):
    """One relation with what stands beside it; ``edge`` is the id of the oldest entry of its pair, kind and matter.

    ``reports`` have an entry of that edge, and are so many independent ``texts``. ``denied_by`` are ids of the entries
    that deny it; ``denial`` says so in words, and is None where none is due.
    """

    edge: str
    reports: int
    texts: int
    denied_by: list[str]
    denial: str | None
    perhaps: list[ReadRow]


class PositionFields(EntryPlace, EntryGround):
    """One thing that a party wants or will not have, as one report puts it; ``wanted`` and ``condition`` are its words.

    ``holder`` is a name: of the actor over all reports, else as this report gives it, else the words; None where it is
    not known. Spans are under holder, cue, content, condition and addressee.
    """

    holder: str | None
    kind: str
    voice: str
    negated: bool
    cue: str | None
    wanted: str | None
    condition: str | None
    addressee: str | None
    holder_words: str | None
    holder_actor: str | None
    holder_chain: str | None
    statement: str | None
    spans: dict[str, list[Pair]]


@final
class PositionRow(PositionFields):
    """One position as one report puts it."""


@final
class HeldRow(PositionFields):
    """One position with what it is one telling of: ``position`` is the id of the oldest telling of the same.

    ``party`` is from the user's file of parties, ``topic`` the first of its ``topics``, ``fits`` the key word or
    example that it fits. ``day`` is when it was said, as far as ``day_known`` says. ``reports`` and ``texts`` count all
    tellings, ``since`` is new, repeated or gone where a day was asked for.
    """

    position: str
    party: str | None
    topic: str | None
    topics: list[str]
    fits: str | None
    day: str | None
    day_known: str
    reports: int
    texts: int
    since: str | None


@final
class PositionPairRow(TypedDict):
    """Two positions for a person to judge: one side's that do not go together, or two sides' on one thing.

    ``report``, ``origin`` and ``spans`` are of ``a``, the earlier one; ``kind`` is position, agree or disagree.
    """

    id: str
    report: str
    origin: str
    band: str
    spans: dict[str, list[Pair]]
    kind: str
    a: str
    b: str
    a_side: str
    b_side: str
    a_kind: str
    b_kind: str
    a_wanted: str
    b_wanted: str
    a_condition: str | None
    b_condition: str | None
    a_day: str | None
    b_day: str | None
    a_outlets: list[str]
    b_outlets: list[str]
    b_report: str
    b_origin: str
    b_spans: dict[str, list[Pair]]
    topics: list[str]
    score: float
    reason: str


@final
class LabelRow(EntryPlace, EntryGround):
    """One choice of words; ``exact`` are they, ``head`` the one that carries them, ``lemma`` its base form.

    ``about`` are the words for whose or what it is, ``actor`` the id and ``name`` the name of who that is. Spans are
    under label, head and about.
    """

    exact: str
    kind: str
    voice: str
    head: str
    lemma: str | None
    about: str | None
    name: str | None
    actor: str | None
    chain: str | None
    statement: str | None
    spans: dict[str, list[Pair]]
