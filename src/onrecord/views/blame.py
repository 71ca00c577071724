"""Who blames, accuses, criticises, denies, threatens or credits whom, over all reports, with the denial beside it?"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.ledger import ActorFilter, RelationFilter, View
from onrecord.model.copies import Printed, independent
from onrecord.model.rows import BlameRow, RelationRow, ZoneRow
from onrecord.model.terms import Band, RelationKind, Strength, Voice
from onrecord.views.blame_words import Words, alike, folded, known, words_of
from onrecord.views.denial_sides import Denial
from onrecord.views.denials import Beside, Denials
from onrecord.views.entry import VERBS
from onrecord.views.reports import counted, day_words

WEAK = 0.4
"""An explicit relation less sure than this is listed with the implicit ones: one in four of those is right."""
Zoned = tuple[str, Sequence[ZoneRow]]
"""A text and its zones."""
Copies = Mapping[str, Collection[Printed]]
"""The copy groups of each report that is in any."""
NO_DENIAL = "no denial found in the collected text"
ANSWERABLE = (RelationKind.BLAME, RelationKind.ACCUSE, RelationKind.CRITICISE, RelationKind.THREATEN)
"""What a denial may stand beside."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One side, what it does, the other, and for what: every entry of every report that says so, oldest first.

    ``id`` is that of the oldest entry. ``source`` and ``target`` are names, ``*_actor`` ids or None. ``matters`` are
    the different words for what. ``texts`` counts reports of one text once. ``weak``: nobody says so in so many words.
    ``denials`` answer it; ``perhaps`` are sentences that may, for a person to read.
    """

    id: str
    source: str
    source_actor: str | None
    target: str | None
    target_actor: str | None
    kind: str
    matters: tuple[str, ...]
    rows: tuple[RelationRow, ...]
    places: tuple[Words, ...]
    reports: int
    texts: int
    outlets: tuple[str, ...]
    first: str | None
    last: str | None
    weak: bool
    denials: tuple[Denial, ...] = ()
    perhaps: tuple[Denial, ...] = ()

    @property
    def band(self) -> str:
        """How sure the surest entry is."""
        return min((Band(row["band"]) for row in self.rows), key=list(Band).index)

    @property
    def stems(self) -> frozenset[str]:
        """The words that matter in all its entries."""
        return frozenset().union(*(place.matter or place.stems for place in self.places))


@dataclass(frozen=True, slots=True)
class Answer:
    """The edges asked for in order of appearance, and how many weaker entries were left out of them."""

    edges: tuple[Edge, ...]
    left: int


def found(
    view: View,
    which: RelationFilter = RelationFilter(),  # noqa: B008 (frozen)
    *,
    source: str | None = None,
    target: str | None = None,
    weak: bool = False,
) -> Answer:
    """The edges that the filter leaves; ``source`` and ``target`` are an id, a whole name, or words of a name.

    Entries that are implicit, unsure, or about what is nobody are left out unless ``weak`` asks for them: they are then
    edges of their own. Denials are looked for in all that was collected, whatever the filter says.
    """
    every = [row for row in view.relations(RelationFilter(negated=False)) if row["zone"] != "furniture"]
    ids = {row["id"] for row in view.relations(replace(which, negated=False))}
    asked = [row for row in every if row["id"] in ids]
    for words, end in ((source, "from"), (target, "to")):
        actors = _actors(view, words) if words else set()
        asked = [row for row in asked if words is None or _is(row, end, words, actors)]
    ids = {row["id"] for row in asked}
    texts = {row["id"]: (view.text(row["id"]), row["zones"]) for row in view.reports()} if asked else {}
    printed = view.printed()
    denials, edges = Denials(view), list[Edge]()
    for wanted in (False, True) if weak else (False,):
        rows = [row for row in every if _weak(row) == wanted]
        whole = _edges(rows, texts, printed) if ids else []
        beside = denials.beside([edge for edge in whole if edge.kind in ANSWERABLE])
        shown = {row["id"]: beside[edge.id] for edge in whole for row in edge.rows}
        part = [row for row in rows if row["id"] in ids]
        edges += [_with(edge, shown) for edge in (whole if part == rows else _edges(part, texts, printed))]
    left = 0 if weak else sum(_weak(row) for row in asked)
    return Answer(tuple(sorted(edges, key=_order)), left)


def _with(edge: Edge, beside: Mapping[str, Beside]) -> Edge:
    """The edge with what stands beside the whole of it, in whatever part of the ledger it was asked for."""
    answers = [one for row in edge.rows for one in beside[row["id"]][0]]
    perhaps = [] if answers else [one for row in edge.rows for one in beside[row["id"]][1]]
    return replace(edge, denials=tuple(dict.fromkeys(answers)), perhaps=tuple(dict.fromkeys(perhaps)))


def denial(edge: Edge) -> str | None:
    """What is said beside a charge: who denies it and where, or that no denial was found; None where none is due."""
    if edge.kind not in ANSWERABLE:
        return None
    if edge.denials:
        return "denied by " + "; ".join(dict.fromkeys(f"{d.speaker} ({d.outlet})" for d in edge.denials))
    return NO_DENIAL + (f"; {len(edge.perhaps)} to read that may be one" if edge.perhaps else "")


def clause(edge: Edge) -> str:
    """Who, what, whom."""
    weak = " (implicit)" if edge.weak and all(row["strength"] == Strength.IMPLICIT for row in edge.rows) else ""
    return " · ".join(part for part in (edge.source, does(edge) + weak, edge.target or "") if part)


def does(edge: Edge) -> str:
    """One plain verb for what is done; a denial that answers nobody named has no more than that."""
    if edge.target is None:
        return "denies it" if edge.kind == RelationKind.DENY else f"{VERBS[edge.kind][0]} somebody not named"
    return VERBS[edge.kind][0]


def lines(edges: Iterable[Edge]) -> Iterator[BlameRow]:
    """Every entry of the edges as programs read it: the relation, its edge, and the denials beside that."""
    for edge in edges:
        for row in edge.rows:
            yield {
                **row,
                "edge": edge.id,
                "reports": edge.reports,
                "texts": edge.texts,
                "denied_by": [d.entry for d in edge.denials],
                "denial": denial(edge),
                "perhaps": [{"report": d.report, "span": list(d.span)} for d in edge.perhaps],
            }


def in_full(edge: Edge) -> Iterator[str]:
    """The edge as lines to read: what it says, every entry behind it with its sentence, and what stands beside it."""
    yield " · ".join((clause(edge), *edge.matters))
    yield f"{counted(edge.reports, 'report')}, {counted(edge.texts, 'independent text')}, by {', '.join(edge.outlets)}"
    for row, place in zip(edge.rows, edge.places, strict=True):
        own = "in the outlet's own voice" if row["voice"] == Voice.OUTLET else f"in the voice of {row['from']}"
        yield ""
        yield f"{row['outlet'] or 'outlet not known'}, {day_words(row['published'])}, {row['origin']}"
        yield f"  {place.sentence}"
        yield f"  {row['strength']}, {own}; {row['band']} ({row['confidence']:.2f}): {row['reason']}; entry {row['id']}"
    if edge.kind in ANSWERABLE:
        yield ""
        yield "denial" if edge.denials else NO_DENIAL
    for one in edge.denials:
        yield f"  {one.speaker} in {one.outlet}, {day_words(one.published)}: {one.words}"
        yield f"  {one.reason}; entry {one.entry}"
    for one in edge.perhaps:
        yield f"  to read: {one.outlet}, {day_words(one.published)}: {one.words}"
        yield f"  {one.reason}; report {one.report}, characters {one.span.start} to {one.span.end}"


def _weak(row: RelationRow) -> bool:
    implicit = row["strength"] == Strength.IMPLICIT or row["confidence"] < WEAK
    ends = [(row["from_actor"], row["from"])]
    if row["kind"] != RelationKind.DENY or row["to"]:
        ends.append((row["to_actor"], row["to"]))
    return implicit or not all(actor or known(name) for actor, name in ends)


def _actors(view: View, words: str) -> set[str]:
    return {row["id"] for row in view.actors(ActorFilter(id=words))}


def _is(row: RelationRow, side: str, words: str, actors: set[str]) -> bool:
    """Whether one side is one of these actors; where the words name nobody whole, whether they stand in its name."""
    actor, name, printed = row[f"{side}_actor"], row[side], row[f"{side}_words"]  # type: ignore[literal-required]
    if actors:
        return actor in actors
    return any(folded(words) in folded(one) for one in (name, printed) if one)


def _edges(rows: Sequence[RelationRow], texts: Mapping[str, Zoned], printed: Copies) -> list[Edge]:
    groups: defaultdict[tuple[str, str, str], list[tuple[RelationRow, Words]]] = defaultdict(list)
    for row in sorted(rows, key=_place):
        key = (side(row, "from"), side(row, "to"), row["kind"])
        groups[key].append((row, words_of(row, *texts[row["report"]])))
    parts = [part for held in groups.values() for part in _by_matter(held)]
    return [_edge([row for row, _ in part], [words for _, words in part], printed) for part in parts]


def side(row: RelationRow, end: str) -> str:
    """What a side is held to be the same by: its actor, the outlet, or its words, which say nothing elsewhere."""
    if end == "from" and row["voice"] == Voice.OUTLET:
        return f"outlet {row['outlet'] or row['report']}"
    actor, name = row[f"{end}_actor"], row[end]  # type: ignore[literal-required]
    return str(actor or f"{row['report']} {folded(name)}")


def _by_matter(held: Sequence[tuple[RelationRow, Words]]) -> list[list[tuple[RelationRow, Words]]]:
    """The entries of two sides and one kind, those of one matter together, and those that say none.

    In what order they came does not count.
    """
    parts: list[list[tuple[RelationRow, Words]]] = []
    for one in held:
        near = [part for part in parts if any(_of_one_matter(one[1], other) for _, other in part)]
        parts = [part for part in parts if part not in near]
        parts.append(sorted([*(item for part in near for item in part), one], key=lambda item: _place(item[0])))
    return parts


def _of_one_matter(one: Words, other: Words) -> bool:
    if one.matter and other.matter:
        return alike(one.matter, other.matter)
    return not one.matter and not other.matter


def _edge(rows: Sequence[RelationRow], places: Sequence[Words], printed: Copies) -> Edge:
    first = rows[0]
    days = sorted((row["published"] or "")[:10] for row in rows if row["published"])
    reports = {row["report"] for row in rows}
    return Edge(
        id=first["id"],
        source=first["from"] or ("the outlet" if first["voice"] == Voice.OUTLET else "somebody not named"),
        source_actor=first["from_actor"],
        target=first["to"],
        target_actor=first["to_actor"],
        kind=first["kind"],
        matters=tuple(dict.fromkeys(row["matter"] for row in rows if row["matter"])),
        rows=tuple(rows),
        places=tuple(places),
        reports=len(reports),
        texts=independent(reports, printed),
        outlets=tuple(sorted({row["outlet"] or "outlet not known" for row in rows})),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        weak=all(_weak(row) for row in rows),
    )


def _order(edge: Edge) -> tuple[object, ...]:
    return edge.weak, *_place(edge.rows[0])


def _place(row: RelationRow) -> tuple[str, str, int, str]:
    spans = row["spans"]["cue"] or row["spans"]["target"] or row["spans"]["source"]
    return row["published"] or "~", row["report"], spans[0][0], row["id"]
