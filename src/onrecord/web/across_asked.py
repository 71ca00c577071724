"""What may be asked of the views over all reports, and how each is made from the ledger."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Annotated, Any, Literal

from pydantic import Field

from onrecord.ledger import RelationFilter, View
from onrecord.model.terms import PositionKind, RelationKind, Voice
from onrecord.views import blame as blaming
from onrecord.views import blame_graph as drawing
from onrecord.views import compare as setting
from onrecord.views import conflicts as opposing
from onrecord.views import copies as copying
from onrecord.views import coverage as covering
from onrecord.views import position_changes as changing
from onrecord.views import positions as holding
from onrecord.views import wording as choosing
from onrecord.views.blame import Edge
from onrecord.views.conflicts import ConflictKind
from onrecord.views.wording_uses import Asked as Choice
from onrecord.web.asked import Asked, Day, Id, Words
from onrecord.web.pictures import cleaned

Lines = Callable[[Sequence[Any]], Iterable[Mapping[str, Any]]]
Parts = tuple[Sequence[Any], Lines, Mapping[str, Any]]
MOST_SIDES = 32
"""A matrix and a picture of more sides than these cannot be taken in; the list has all."""


class BlameAsked(Asked):
    """Which relations; ``weak``: also what is implicit or unsure."""

    source: Words | None = None
    target: Words | None = None
    kind: RelationKind | None = None
    voice: Voice | None = None
    outlet: Words | None = None
    since: Day | None = None
    until: Day | None = None
    report: Id | None = None
    weak: Literal["true"] | None = None


class CompareAsked(Asked):
    """Which utterances; ``altered``: those with a quotation that differs; ``single``: also those of one report.

    ``pairs``: instead, the pairs of statements that may be one. ``hold`` is what a person is about to join with
    another, ``decided`` the number of what they decided last: neither narrows anything.
    """

    actor: Words | None = None
    outlet: Words | None = None
    altered: Literal["true"] | None = None
    single: Literal["true"] | None = None
    utterance: Id | None = None
    pairs: Literal["true"] | None = None
    hold: Id | None = None
    decided: Annotated[int, Field(ge=1, le=10**12)] | None = None

    def chosen(self) -> dict[str, object]:
        """What narrows the list."""
        return {name: value for name, value in super().chosen().items() if name not in ("hold", "decided")}


class PositionsAsked(Asked):
    """Which positions; ``who`` is a side, by name; ``unsure``: also those that are unsure or nobody's."""

    who: Words | None = None
    topic: Words | None = None
    kind: PositionKind | None = None
    voice: Voice | None = None
    outlet: Words | None = None
    unsure: Literal["true"] | None = None


class WordingAsked(Asked):
    """Which words: for an actor, for those without a name by a noun, for an event, or those that keep a distance.

    ``single``: also nouns for those without a name that one report alone uses.
    """

    actor: Words | None = None
    event: Words | None = None
    noun: Words | None = None
    outlet: Words | None = None
    voice: Voice | None = None
    devices: Literal["true"] | None = None
    single: Literal["true"] | None = None


class CoverageAsked(Asked):
    """Which things; ``single``: also those that one report alone has."""

    kind: Literal["utterance", "series"] | None = None
    single: Literal["true"] | None = None
    thing: Id | None = None


class ConflictsAsked(Asked):
    """Which conflicts; with an outlet those that it has a side of."""

    kind: ConflictKind | None = None
    outlet: Words | None = None


class CopiesAsked(Asked):
    """Which copy groups; with a report those that it belongs to."""

    report: Id | None = None


def blame(view: View, asked: BlameAsked) -> Parts:
    """The edges in order of appearance, a matrix of all against all, and a picture."""
    which = RelationFilter(
        kind=asked.kind, voice=asked.voice, outlet=asked.outlet, since=asked.since, until=asked.until,
        report=view.id_of("report", asked.report) if asked.report else None,
    )  # fmt: skip
    weak = asked.weak is not None or asked.voice is Voice.OUTLET
    answer = blaming.found(view, which, source=asked.source, target=asked.target, weak=weak)
    return answer.edges, blaming.lines, {"left": answer.left} | _sides(answer.edges)


def compare(view: View, asked: CompareAsked) -> Parts:
    """The utterances, the first told first, each with its versions in order of appearance."""
    which = setting.Choice(
        beginning=asked.utterance, actor=asked.actor, outlet=asked.outlet,
        altered=asked.altered is not None, single=asked.single is not None,
    )  # fmt: skip
    if asked.pairs:
        pairs = setting.proposals(view, which)
        return pairs, lambda some: ({**row} for row in some), {}
    found = setting.compared(view, which)
    return found, lambda some: map(setting.line, some), {}


def positions(view: View, asked: PositionsAsked) -> Parts:
    """The positions by side, topic and day, and pairs that do not go together, for a person."""
    which = holding.Asked(
        who=asked.who, topic=asked.topic, kind=asked.kind, outlet=asked.outlet, voice=asked.voice,
        unsure=asked.unsure is not None,
    )  # fmt: skip
    answer = holding.found(view, which)
    pairs = list(changing.change_lines(answer.held, changing.changes(answer.held)))
    more = {
        "kinds": [str(kind) for kind in PositionKind],
        "left": answer.left,
        "topics": answer.topics is not None,
        "pairs": pairs,
    }
    return answer.held, holding.lines, more


def wording(view: View, asked: WordingAsked) -> Parts:
    """The counts in the order of the alphabet, each with what it is out of."""
    which = Choice(asked.actor, asked.event, asked.outlet, asked.voice, asked.devices is not None, asked.noun)
    found, left = choosing.uses(view, which), 0
    if asked.single is None and asked.actor is None and asked.noun is None:
        found, left = choosing.comparable(found)
    return choosing.counted(view, found), lambda some: (choosing.line(one) for one in some), {"left": left}


def coverage(view: View, asked: CoverageAsked) -> Parts:
    """What every outlet has of each thing, the oldest first; columns are outlets in the order of their names."""
    found = covering.coverage(view, asked.kind, asked.thing, single=asked.single is not None)
    outlets = sorted({cell.outlet for thing in found for cell in thing.cells})
    return found, lambda some: (asdict(thing) for thing in some), {"outlets": outlets}


def conflicts(view: View, asked: ConflictsAsked) -> Parts:
    """The conflicts by kind and date, both sides of each."""
    rows = list(opposing.lines(view, opposing.conflicts(view, asked.kind, asked.outlet)))
    return rows, lambda some: some, {"kinds": [str(kind) for kind in ConflictKind]}


def copies(view: View, asked: CopiesAsked) -> Parts:
    """The copy groups, the largest first, each with what its reports have of the text."""
    groups = copying.copy_groups(view, view.id_of("report", asked.report) if asked.report else None)
    reports = {row["id"]: row for row in view.reports()}
    rows = [{**copying.line(group, reports), "listing": list(copying.listing(group, reports))} for group in groups]
    return rows, lambda some: ({k: v for k, v in row.items() if k != "listing"} for row in some), {}


def _sides(edges: Sequence[Edge]) -> dict[str, Any]:
    """The matrix and the picture where all sides fit in; else how many sides there are."""
    known = [edge for edge in edges if edge.source_actor and edge.target_actor and not edge.weak]
    names, ties = drawing.ties(known)
    whom = [key for key in names if any(tie.target == key for tie in ties)]
    fits = 0 < len(names) <= MOST_SIDES
    cells: dict[tuple[str, str], list[drawing.Tie]] = {}
    for tie in ties:
        cells.setdefault((tie.source, tie.target), []).append(tie)
    return {
        "names": names if fits else {},
        "whom": whom if fits else [],
        "cells": cells if fits else {},
        "sides": len(names),
        "picture": cleaned(drawing.svg(known)) if fits else "",
    }
