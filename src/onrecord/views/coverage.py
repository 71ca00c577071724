"""Which outlets report what was said and counted, and what does the collected text of the others hold of it?

Nothing is said of an outlet that was not looked for in all its reports that could hold it: by words and in other words.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from onrecord.ledger import ActorFilter, View
from onrecord.model.rows import FigureRow, Pair, ReportRow, StatementRow
from onrecord.model.span import Span
from onrecord.model.terms import Act, ActorType, Coverage, Genre
from onrecord.model.utterance import Piece
from onrecord.model.utterance_rows import UtteranceMemberRow, UtteranceRow
from onrecord.resolve.utterance_read import Reading
from onrecord.resolve.utterance_verdict import ASK
from onrecord.views.coverage_search import Number, Place, Sentences, reading_of, stems_of
from onrecord.views.entry import amount
from onrecord.views.figures import Shown, found, title
from onrecord.views.reports import counted

SHORT = 60
"""Words: a shorter report says too little for it to mean anything that something is not in it."""
NOWHERE = "outlet not known"
FEW = "it has too few words of its own to be looked for"
Looked = tuple[Place | None, str, bool] | None
"""Where something like it stands, if anywhere, why that is thought, and whether it is beyond doubt."""
NOT_FOUND = "not found in the collected text"
Fit = tuple[frozenset[str], str]
"""The reports (ids) that can be searched for a thing, and why the others cannot."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What the collected text of one outlet has of one thing, and why that is said.

    ``entries`` are the statements or figures of this outlet, ``searched`` how many of its reports were searched.
    ``report`` and ``span`` are where it stands, or the sentence that comes nearest where it is in doubt.
    """

    outlet: str
    coverage: Coverage
    reason: str
    entries: tuple[str, ...] = ()
    searched: int = 0
    report: str | None = None
    span: Pair | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """An utterance or a series of figures, and each outlet's cell in the order of their names.

    ``report``, ``origin``, ``band`` and ``spans`` are of its oldest entry, ``day`` that of which it can be known.
    """

    id: str
    kind: str
    words: str
    by: str
    day: str | None
    report: str
    origin: str
    band: str
    spans: Mapping[str, list[Pair]]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing with what each outlet has of it already, and how to look for it in reports."""

    thing: Thing
    held: Mapping[str, Sequence[tuple[str, str, Pair]]]
    relayed: frozenset[str]
    doubtful: Mapping[str, tuple[str, str, Pair]]
    look: Callable[[frozenset[str]], Looked]


def coverage(view: View, kind: str | None = None, beginning: str | None = None, *, single: bool = False) -> list[Thing]:
    """What each outlet has of every utterance and series that two reports or more have (with ``single`` of all).

    ``beginning`` is of the id of one.
    """
    single = single or beginning is not None
    with view.snapshot():
        rows = list(view.reports())
        numbers: defaultdict[str, list[Number]] = defaultdict(list)
        for figure in view.figures():
            if figure["value"] is not None:
                start = figure["spans"]["number"][0][0]
                numbers[figure["report"]].append(Number(figure["value"], start, figure["unit"]))
        sentences = Sentences(rows, {row["id"]: view.text(row["id"]) for row in rows}, numbers)
        sought = [
            *(_utterances(view, sentences, single) if kind in (None, "utterance") else ()),
            *(_series(view, sentences, single) if kind in (None, "series") else ()),
        ]
    people = _people(view)
    sought = [replace(one, relayed=one.relayed - people) for one in sought]
    by_outlet: defaultdict[str, list[ReportRow]] = defaultdict(list)
    for row in rows:
        by_outlet[row["outlet"] or NOWHERE].append(row)
    words = cache(lambda id: len(sentences.texts[id].split()))
    asked = (one for one in sought if beginning is None or one.thing.id.startswith(beginning.strip().lower()))
    origins = {row["id"]: row["origin"] for row in rows}
    fit = cache(lambda outlet, day: _fit(by_outlet[outlet], day, words))
    made = [_covered(one, by_outlet, fit, origins) for one in asked]
    return sorted(made, key=lambda one: (one.day or "~", one.kind, one.id))


def _people(view: View) -> frozenset[str]:
    """The names of persons, who are no outlets, even where a report names one as where a number comes from."""
    people = (row for row in view.actors(ActorFilter()) if row["type"] == ActorType.PERSON)
    return frozenset(name for row in people for name in (row["name"], *row["aliases"]))


def _covered(
    one: Sought,
    by_outlet: Mapping[str, Sequence[ReportRow]],
    fit: Callable[[str, str | None], Fit],
    origins: Mapping[str, str],
) -> Thing:
    cells = [_cell(one, outlet, fit) for outlet in by_outlet]
    why = "not collected; a report names it as where this comes from"
    cells += [Cell(name, Coverage.NOT_COMPARABLE, why) for name in one.relayed - by_outlet.keys()]
    placed = (replace(cell, origin=origins.get(cell.report or "")) for cell in cells)
    return replace(one.thing, cells=tuple(sorted(placed, key=lambda cell: cell.outlet)))


def _cell(one: Sought, outlet: str, fit: Callable[[str, str | None], Fit]) -> Cell:
    """What one outlet has of a thing: its entries, else what a search of its reports comes to."""
    if held := one.held.get(outlet):
        ids = tuple(entry for entry, _, _ in held)
        return Cell(outlet, Coverage.REPORTED, "as recorded", ids, 0, held[0][1], held[0][2])
    reports, whys = fit(outlet, one.thing.day)
    if not reports:
        return Cell(outlet, Coverage.NOT_COMPARABLE, whys)
    found = one.look(reports)
    at = found[0] if found else None
    if found and found[2] and at:
        return Cell(outlet, Coverage.REPORTED, found[1], (), len(reports), at.report, list(at.span))
    if doubt := one.doubtful.get(outlet):
        why = "something recorded there may be the same: a person decides"
        return Cell(outlet, Coverage.NOT_COMPARABLE, why, (doubt[0],), len(reports), doubt[1], doubt[2])
    if found:
        where = (at.report, list(at.span)) if at else (None, None)
        return Cell(outlet, Coverage.NOT_COMPARABLE, found[1], (), len(reports), *where)
    why = f"{NOT_FOUND}: {counted(len(reports), 'report')} searched by words and for other words"
    return Cell(outlet, Coverage.NOT_FOUND, why, (), len(reports))


def _fit(rows: Sequence[ReportRow], day: str | None, words: Callable[[str], int]) -> Fit:
    """The reports (ids) that not holding a thing of that day says something of; else why there are none."""
    whys = {row["id"]: _unfit(row, day, words) for row in rows}
    fit = frozenset(id for id, why in whys.items() if why is None)
    return fit, "; ".join(sorted(map(str, set(whys.values()) - {None})))


def _unfit(row: ReportRow, day: str | None, words: Callable[[str], int]) -> str | None:
    """Why it says nothing that a report does not hold a thing of that day; None where it does."""
    end = (row["published"]["end"] or "")[:10]
    if row["genre"] != Genre.PROSE:
        return f"collected only as {row['genre']}, which is not searched"
    if words(row["id"]) < SHORT:
        return "too short"
    if day is None or not end:
        return None if end else "its day of publication is not known"
    return "printed before it was said or counted" if end < day else None


def _utterances(view: View, sentences: Sentences, single: bool) -> Iterator[Sought]:
    doubts: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in view.utterance_proposals():
        doubts[pair["a"]].append((pair["b"], pair["b_outlet"] or NOWHERE))
        doubts[pair["b"]].append((pair["a"], pair["a_outlet"] or NOWHERE))
    every, rows = {row["id"]: row for row in view.statements()}, view.utterances()
    for row in rows:
        if single or row["reports"] > 1:
            yield _utterance(row, row["members"], doubts, every, sentences)
    if single:
        told = {member["statement"] for row in rows for member in row["members"]}
        names = {one.id: one.name for one in view.actors_called()}
        for said in every.values():
            if said["id"] not in told and said["actor"] and said["zone"] != "furniture":
                yield _utterance(*_alone(said, names.get(said["actor"])), doubts, every, sentences)


def _alone(said: StatementRow, name: str | None) -> tuple[UtteranceRow, list[UtteranceMemberRow]]:
    """A statement that is in no utterance, as an utterance of one member."""
    words = " […] ".join(said["content_text"])
    spans = {"content": said["content"], "point": said["content"]}
    head = {**said, "words": words, "actor_name": name, "spans": spans}
    member = {**said, "statement": said["id"], "spans": spans, "relayed": None}
    return cast(UtteranceRow, head), [cast(UtteranceMemberRow, member)]


def _utterance(
    row: UtteranceRow,
    members: Sequence[UtteranceMemberRow],
    doubts: Mapping[str, Sequence[tuple[str, str]]],
    every: Mapping[str, StatementRow],
    sentences: Sentences,
) -> Sought:
    held: defaultdict[str, list[tuple[str, str, Pair]]] = defaultdict(list)
    doubtful: dict[str, tuple[str, str, Pair]] = {}
    for member in members:
        held[member["outlet"] or NOWHERE].append((member["statement"], member["report"], member["spans"]["point"][0]))
        for id, outlet in doubts.get(member["statement"], ()):
            doubtful.setdefault(outlet, (id, every[id]["report"], every[id]["content"][0]))
    told = [(member, sentences.texts[member["report"]]) for member in members]
    shared = cache(lambda: sentences.sharing([_told(*one) for one in told]))
    wordy = cache(lambda: sentences.wordy(shared()))

    def look(reports: frozenset[str]) -> Looked:
        near = sentences.nearest(shared(), reports)
        if near is not None and near.score >= ASK:
            if near.words:
                return near.place, "its words stand there, not recorded as said by the same", True
            return near.place, f"a sentence there may say it ({near.reason}): a person decides", False
        if not sentences.searchable(shared()):
            return None, FEW, False
        if near_words := [one for report, one in wordy().items() if report in reports]:
            best = max(near_words, key=lambda one: (one.share, one.place))
            return (
                best.place,
                f"a sentence there has words of it ({', '.join(best.words[:4])}): a person decides",
                False,
            )
        return None

    relayed = frozenset(member["relayed"] for member in members if member["relayed"])
    day = _said(members) or (row["published"] or "")[:10] or None
    thing = Thing(
        row["id"], "utterance", row["words"], row["actor_name"] or "", day, row["report"], row["origin"], row["band"],
        row["spans"], (),
    )  # fmt: skip
    return Sought(thing, held, relayed, doubtful, look)


def _told(member: UtteranceMemberRow, text: str) -> Reading:
    pieces = [Piece(Span(*pair), text[pair[0] : pair[1]]) for pair in member["spans"]["point"]]
    return reading_of(member["report"], pieces, Act(member["act"]))


def _said(members: Sequence[UtteranceMemberRow]) -> str | None:
    """The first day on which a report prints that it was said."""
    days = [m["said"]["start"][:10] for m in members if m["said"]["start"] and m["said"]["method"] == "printed"]
    return min(days, default=None)


def _series(view: View, sentences: Sentences, single: bool) -> Iterator[Sought]:
    answer = found(view)
    every = {one.series.id: one for one in (*answer.shown, *answer.alone, *answer.beside)}
    doubts: defaultdict[str, list[Shown]] = defaultdict(list)
    for pair in answer.proposals:
        for mine, yours in ((pair.a, pair.b), (pair.b, pair.a)):
            if yours in every:
                doubts[mine].append(every[yours])
    for one in (*answer.shown, *(answer.alone if single else ())):
        if single or len({row["report"] for row in one.rows}) > 1:
            yield _counted(one, doubts[one.series.id], sentences)


def _counted(one: Shown, doubts: Sequence[Shown], sentences: Sentences) -> Sought:
    held: defaultdict[str, list[tuple[str, str, Pair]]] = defaultdict(list)
    for row in one.rows:
        held[row["outlet"] or NOWHERE].append(_place(row))
    doubtful = {row["outlet"] or NOWHERE: _place(row) for other in doubts for row in reversed(other.rows)}
    units = frozenset(row["unit"] for row in one.rows if row["unit"])
    numbers = frozenset(row["value"] for row in one.rows if row["value"] is not None)
    stems = {stem for row in one.rows for stem in stems_of(" ".join(filter(None, (row["what"], row["group"]))))}

    def look(reports: frozenset[str]) -> Looked:
        place = sentences.numbered(numbers, units, stems, reports)
        return (place, "a sentence there has the number: a person decides", False) if place else None

    first = one.rows[0]
    days = [row["published"][:10] for row in one.rows if row["published"]]
    thing = Thing(
        one.series.id, "series", f"{title(one)}: {', '.join(dict.fromkeys(amount(row) for row in one.rows))}",
        "; ".join(dict.fromkeys(row["giver"] for row in one.rows if row["giver"])), min(days, default=None),
        first["report"], first["origin"], first["band"], first["spans"], (),
    )  # fmt: skip
    return Sought(thing, held, frozenset(row["relay"] for row in one.rows if row["relay"]), doubtful, look)


def _place(row: FigureRow) -> tuple[str, str, Pair]:
    return row["id"], row["report"], row["spans"]["number"][0]
