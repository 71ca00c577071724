"""What each party demands, offers, accepts, refuses, threatens or calls a red line, by topic and over time?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from onrecord.ledger import ActorFilter, PositionFilter, StatementFilter, View
from onrecord.model.rows import ActorRow, HeldRow, PositionRow
from onrecord.model.span import Span
from onrecord.model.terms import Band
from onrecord.model.topic import Topics
from onrecord.resolve.parties import read as read_parties
from onrecord.resolve.topics import fitting, read
from onrecord.views.blame_words import folded, known, stems_of
from onrecord.views.charts import Spec, Stand, stacked, stands
from onrecord.views.position_time import Day, day_of
from onrecord.views.sentences import sentence

SHARED = 0.5
"""Of the longer one's words that matter, so many are shared where two tellings are of one position."""
NO_TOPICS = "no file of topics is in use, so all stand under none; give one with `onrecord topics FILE`"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which positions; ``who`` is a party, or an id or name of an actor, or words of one. All others match whole."""

    who: str | None = None
    topic: str | None = None
    kind: str | None = None
    outlet: str | None = None
    report: str | None = None
    voice: str | None = None
    band: str | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """One position of one side as all reports tell it, the first telling first.

    ``id`` is that of its oldest entry. ``party`` comes from the user's file of parties, else it is empty; ``holder`` is
    the name of whose it is. ``topic`` and ``by`` say what it is about, and the key word or example that it fits.
    ``wanted`` and ``condition`` are words of the first telling. ``days`` stand beside ``rows``. ``texts`` counts
    reports of one text once. ``about`` are the topics of what is wanted without its condition.
    """

    id: str
    party: str
    holder: str
    actor: str | None
    kind: str
    topics: tuple[str, ...]
    by: str
    wanted: str
    condition: str
    rows: tuple[PositionRow, ...]
    days: tuple[Day, ...]
    outlets: tuple[str, ...]
    reports: int
    texts: int
    about: tuple[str, ...] = ()

    @property
    def side(self) -> str:
        """The party, else the holder's name."""
        return self.party or self.holder

    @property
    def first(self) -> str:
        """The first day it is on record; empty where no day is known."""
        return min((day.day for day in self.days if day.day), default="")

    @property
    def last(self) -> str:
        """The last day it is on record."""
        return max((day.day for day in self.days if day.day), default="")

    @property
    def band(self) -> str:
        """How sure the surest telling is."""
        return min((Band(row["band"]) for row in self.rows), key=list(Band).index)

    @property
    def stems(self) -> frozenset[str]:
        """The words that matter in what is wanted."""
        return stems_of(self.wanted)


@dataclass(frozen=True, slots=True)
class Answer:
    """The positions asked for, by side, topic and day; ``left`` less sure ones are not among them."""

    held: tuple[Held, ...]
    left: int
    topics: Topics | None


def found(view: View, asked: Asked = Asked()) -> Answer:
    """The positions that reports say are so; those that are unsure or nobody's only where ``unsure`` asks for them."""
    which = PositionFilter(kind=asked.kind, outlet=asked.outlet, report=asked.report, voice=asked.voice,
                           band=asked.band, negated=False)  # fmt: skip
    topics, sides = topics_of(view), _sides(view)
    every = [row for row in view.positions(which) if row["zone"] != "furniture" and _of(row, asked.who, sides)]
    rows = [row for row in every if asked.unsure or asked.band or not _weak(row)]
    statements = {row["id"]: row for row in view.statements(StatementFilter())} if rows else {}
    days = {row["id"]: day_of(row, statements) for row in rows}
    ordered = sorted(rows, key=lambda row: (days[row["id"]].day or "~", row["published"] or "~", row["report"],
                                            row["spans"]["cue"], row["id"]))  # fmt: skip
    groups: defaultdict[tuple[str, str], list[list[PositionRow]]] = defaultdict(list)
    for row in ordered:
        _place(groups[_side(row, sides, days[row["id"]]), row["kind"]], row)
    held = [_held(view, group, days, sides, topics) for some in groups.values() for group in some]
    kept = [one for one in held if asked.topic is None or _about(one, asked.topic)]
    return Answer(tuple(sorted(kept, key=_order)), len(every) - len(rows), topics)


def topics_of(view: View) -> Topics | None:
    """The user's file of topics in force; None where there is none."""
    kept = view.topics()
    return read(kept.text, kept.origin) if kept else None


def since(held: Iterable[Held], day: str) -> dict[str, str]:
    """For each position (id) whether it is ``new`` since a day, ``repeated``, or ``gone``: not repeated since."""
    state = {}
    for one in held:
        if one.first:
            state[one.id] = "new" if one.first >= day else "repeated" if one.last >= day else "gone"
    return state


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the words that matter in two are mostly the same."""
    shared = len(one & other)
    return shared > 0 and shared >= SHARED * max(len(one), len(other))


def lines(held: Iterable[Held], state: Mapping[str, str] | None = None) -> Iterator[HeldRow]:
    """Every entry as programs read it: the position of one report, and what it is one telling of."""
    for one in held:
        for row, day in zip(one.rows, one.days, strict=True):
            yield {
                **row,
                "position": one.id,
                "party": one.party or None,
                "topic": one.topics[0] if one.topics else None,
                "topics": list(one.topics),
                "fits": one.by or None,
                "day": day.day or None,
                "day_known": day.known,
                "reports": one.reports,
                "texts": one.texts,
                "since": (state or {}).get(one.id),
            }


def picture(answer: Answer) -> Spec | None:
    """One picture for each topic, positions by side and day; None where no day is known."""
    by_topic: defaultdict[str, list[Stand]] = defaultdict(list)
    for one in answer.held:
        for topic in one.topics or ("no topic",):
            days = dict.fromkeys(day.day for day in one.days if day.day)
            by_topic[topic] += [Stand(one.side, one.kind, day, one.wanted, one.id) for day in days]
    specs = [stands(points, topic) for topic, points in sorted(by_topic.items()) if points]
    return stacked(specs) if len(specs) > 1 else specs[0] if specs else None


class _Sides(NamedTuple):
    """The actors by id, and the parties that places stand for where they want something, by the places' names."""

    actors: Mapping[str, ActorRow]
    metonyms: Mapping[str, str]


def _sides(view: View) -> _Sides:
    kept = view.parties()
    parties = read_parties(kept.text, kept.origin).parties if kept else ()
    metonyms = {folded(one.words): party.name for party in parties for one in party.metonyms}
    return _Sides({row["id"]: row for row in view.actors(ActorFilter())}, metonyms)


def _weak(row: PositionRow) -> bool:
    return row["band"] == Band.UNSURE or not (row["holder_actor"] or known(row["holder"]))


def _of(row: PositionRow, who: str | None, sides: _Sides) -> bool:
    """Whether a position is of a party or an actor, by id or name; else whether the words stand in its holder's."""
    if who is None:
        return True
    actor = sides.actors.get(row["holder_actor"] or "")
    names = [m["party"] for m in actor["parties"]] + [actor["id"], actor["name"], *actor["aliases"]] if actor else []
    names += [sides.metonyms[name] for name in map(folded, [row["holder"], *names]) if name in sides.metonyms]
    return folded(who) in map(folded, names) or folded(who) in folded(row["holder"] or row["holder_words"])


def _side(row: PositionRow, sides: _Sides, day: Day) -> str:
    """What two tellings have in common where they are one side's: its party, actor, or name in one report."""
    party = _party(row, sides, day)
    return f"party {party}" if party else row["holder_actor"] or f"{row['report']} {folded(row['holder'])}"


def _party(row: PositionRow, sides: _Sides, day: Day) -> str:
    """The party of the user's file that the holder is, speaks for or belongs to on that day."""
    actor = sides.actors.get(row["holder_actor"] or "")
    for member in actor["parties"] if actor else ():
        start, end = member["start"] or "", member["end"] or "~"
        if start <= (day.day or start) <= end:
            return member["party"]
    names = [actor["name"]] if actor else []
    return next((sides.metonyms[key] for key in map(folded, [row["holder"], *names]) if key in sides.metonyms), "")


def _place(groups: list[list[PositionRow]], row: PositionRow) -> None:
    """Put a telling to the first position that it is like, else make it one of its own."""
    stems = stems_of(row["wanted"] or "")
    for group in groups:
        if any(alike(stems, stems_of(other["wanted"] or "")) or other["wanted"] == row["wanted"] for other in group):
            group.append(row)
            return
    groups.append([row])


def _held(
    view: View,
    rows: Sequence[PositionRow],
    days: Mapping[str, Day],
    sides: _Sides,
    topics: Topics | None,
) -> Held:
    first = rows[0]
    reports = {row["report"] for row in rows}
    fits = [fit for row in rows for fit in _fitting(view, row, topics)] if topics else []
    return Held(
        id=first["id"],
        party=_party(first, sides, days[first["id"]]),
        holder=" and ".join(dict.fromkeys(str(row["holder"] or row["holder_words"] or "nobody named") for row in rows)),
        actor=first["holder_actor"],
        kind=first["kind"],
        topics=tuple(dict.fromkeys(fit.topic for fit in fits)),
        by=fits[0].by if fits else "",
        wanted=str(first["wanted"] or ""),
        condition=next((str(row["condition"]) for row in rows if row["condition"]), ""),
        rows=tuple(rows),
        days=tuple(days[row["id"]] for row in rows),
        outlets=tuple(sorted({row["outlet"] or "outlet not known" for row in rows})),
        reports=len(reports),
        texts=view.independent(reports),
        about=tuple({fit.topic: None for row in rows for fit in _fitting(view, row, topics, False)}) if topics else (),
    )


def _fitting(view: View, row: PositionRow, topics: Topics, limited: bool = True) -> list[Any]:
    """The topics of what is wanted, and of its condition where ``limited``."""
    at = sentence(view.text(row["report"]), Span(*row["spans"]["cue"][0]))
    wanted = f"{row['wanted'] or ''} … {row['condition'] or ''}" if limited else row["wanted"] or ""
    return list(fitting(topics, wanted, at.cut(view.text(row["report"]))))


def _about(one: Held, topic: str) -> bool:
    return folded(topic) in map(folded, one.topics)


def _order(one: Held) -> tuple[str, ...]:
    return (one.side.casefold(), one.topics[0] if one.topics else "~", one.first or "~", one.kind, one.id)
