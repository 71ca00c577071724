"""Who is at odds with whom as a picture, a table of all against all, and a graph for other programs.

All actors stand on one circle in the order in which they first appear, all lines have one colour, and what is done is
told by the kind of line and its word. Nobody is in the middle and nobody's side has a place.
"""

import io
import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from onrecord.model.terms import RelationKind
from onrecord.views.blame import Edge
from onrecord.views.entry import VERBS

if TYPE_CHECKING:
    import networkx

DASHES: Mapping[str, str] = {
    RelationKind.BLAME: "",
    RelationKind.ACCUSE: "12 4",
    RelationKind.CRITICISE: "6 4",
    RelationKind.DENY: "2 4",
    RelationKind.THREATEN: "12 4 2 4",
    RelationKind.CREDIT: "6 3 2 3 2 3",
}
"""How the line of each kind is broken."""
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
LABEL, BEND, ARROW = 28, 34, 7
EXAMPLE = 300
"""The most characters of a report that a graph for other programs carries with an edge."""


@dataclass(frozen=True, slots=True)
class Tie:
    """All edges of one kind from one side to another."""

    source: str
    target: str
    kind: str
    edges: tuple[Edge, ...]

    @property
    def reports(self) -> int:
        """How many reports have it."""
        return len({row["report"] for edge in self.edges for row in edge.rows})

    @property
    def outlets(self) -> tuple[str, ...]:
        """Whose they are."""
        return tuple(sorted({outlet for edge in self.edges for outlet in edge.outlets}))


def ties(edges: Sequence[Edge]) -> tuple[Mapping[str, str], list[Tie]]:
    """The name of every side by its key, and the ties between them, both in order of appearance."""
    names: dict[str, str] = {}
    held: defaultdict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.target is None:
            continue
        one, other = edge.source_actor or edge.source, edge.target_actor or edge.target
        names.setdefault(one, edge.source)
        names.setdefault(other, edge.target)
        held[one, other, edge.kind].append(edge)
    return names, [Tie(*key, tuple(own)) for key, own in held.items()]


def matrix(edges: Sequence[Edge]) -> list[dict[str, str]]:
    """One row for each actor who, one column for each whom (the number before its name): how many reports, by kind."""
    names, found = ties([edge for edge in edges if edge.source_actor and edge.target_actor])
    number = {key: at for at, key in enumerate(names, start=1)}
    cells: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for tie in found:
        cells[tie.source, tie.target].append(f"{tie.kind} {tie.reports}")
    whom = sorted({tie.target for tie in found}, key=lambda key: number[key])
    return [
        {"who": f"{number[key]} {names[key]}"} | {str(number[to]): ", ".join(cells[key, to]) for to in whom}
        for key in names
    ]


def svg(edges: Sequence[Edge], title: str = "Who is at odds with whom") -> str:
    """The picture as one SVG element in the colour of the text around it; every line leads to its oldest entry."""
    names, found = ties(edges)
    radius = max(150.0, 15.0 * len(names))
    across, high = 2 * (radius + 230), 2 * (radius + 40)
    spots = {
        key: (
            across / 2 + radius * math.sin(2 * math.pi * at / len(names)),
            high / 2 - radius * math.cos(2 * math.pi * at / len(names)),
        )
        for at, key in enumerate(names)
    }
    kinds = [kind for kind in DASHES if any(tie.kind == kind for tie in found)]
    drawn = [_line(tie, spots, _turn(tie, found), (across / 2, high / 2)) for tie in found]
    drawn += [_node(names[key], spots[key], across / 2) for key in names]
    drawn += [_legend(kind, at, high) for at, kind in enumerate(kinds)]
    size = f'viewBox="0 0 {across:.0f} {high + 30 + 18 * len(kinds):.0f}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(title)}" {size}'
        f' font-family="{FONT}" font-size="12" fill="none" stroke="currentColor" style="color: var(--ink, #222)">\n'
        f"<title>{escape(title)}</title>\n"
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0 8 4 0 8z" fill="currentColor" stroke="none"/></marker></defs>\n'
        + "\n".join(drawn)
        + "\n</svg>\n"
    )


def graph(edges: Sequence[Edge]) -> "networkx.MultiDiGraph[str]":
    """A directed graph, an edge for each kind and matter: kind, weight (independent texts), outlets, days, example."""
    import networkx

    made: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    names, _ = ties(edges)
    for key, name in names.items():
        made.add_node(key, label=_clean(name))
    for edge in edges:
        if edge.target is None:
            continue
        row, place = edge.rows[0], edge.places[0]
        made.add_edge(
            edge.source_actor or edge.source,
            edge.target_actor or edge.target,
            key=edge.id,
            kind=edge.kind,
            weight=edge.texts,
            reports=edge.reports,
            outlets="; ".join(edge.outlets),
            first=edge.first or "",
            last=edge.last or "",
            strength=row["strength"],
            voice=row["voice"],
            matter=_clean("; ".join(edge.matters)),
            denied_by="; ".join(denial.entry for denial in edge.denials),
            example=_clean(place.sentence[:EXAMPLE]),
            example_report=row["report"],
            example_start=place.span.start,
            example_end=place.span.end,
        )
    return made


def graphml(edges: Sequence[Edge]) -> str:
    """The graph as GraphML, the same for the same edges."""
    import networkx

    return "\n".join(networkx.generate_graphml(graph(edges), named_key_ids=True)) + "\n"


def gexf(edges: Sequence[Edge]) -> str:
    """The graph as GEXF 1.2, without the day on which it was written."""
    import networkx

    held = io.BytesIO()
    networkx.write_gexf(graph(edges), held)
    return re.sub(r' lastmodifieddate="[^"]*"', "", held.getvalue().decode("utf-8")) + "\n"


def _turn(tie: Tie, found: Sequence[Tie]) -> int:
    """Which line between these two it is, counted over both directions, so that none lies on another."""
    same = [one for one in found if {one.source, one.target} == {tie.source, tie.target}]
    return [one for one in same if one.source == tie.source].index(tie)


def _line(tie: Tie, spots: Mapping[str, tuple[float, float]], turn: int, middle: tuple[float, float]) -> str:
    (x1, y1), (x2, y2) = spots[tie.source], spots[tie.target]
    length = math.hypot(x2 - x1, y2 - y1) or 1.0
    dx, dy = (x2 - x1) / length, (y2 - y1) / length
    bend = BEND * (0.5 + turn)
    cx, cy = (x1 + x2) / 2 + bend * -dy + (middle[0] - (x1 + x2) / 2) * 0.15, 0.0
    cy = (y1 + y2) / 2 + bend * dx + (middle[1] - (y1 + y2) / 2) * 0.15
    x1, y1, x2, y2 = x1 + ARROW * dx, y1 + ARROW * dy, x2 - ARROW * dx, y2 - ARROW * dy
    at = 0.38
    lx = (1 - at) ** 2 * x1 + 2 * at * (1 - at) * cx + at * at * x2
    ly = (1 - at) ** 2 * y1 + 2 * at * (1 - at) * cy + at * at * y2
    dash = f' stroke-dasharray="{DASHES[tie.kind]}"' if DASHES[tie.kind] else ""
    words = f"{VERBS[tie.kind][0].split()[0]} {tie.reports}"
    told = "; ".join((f"{tie.reports} reports", *tie.outlets, *(m for e in tie.edges for m in e.matters)))
    return (
        f'<a href="#{tie.edges[0].id}"><title>{escape(told)}</title>'
        f'<path d="M{x1:.1f} {y1:.1f}Q{cx:.1f} {cy:.1f} {x2:.1f} {y2:.1f}"{dash} stroke-width="1.3"'
        f' marker-end="url(#tip)"/>{_text(lx, ly, words, "middle", 10)}</a>'
    )


def _node(name: str, spot: tuple[float, float], middle: float) -> str:
    x, y = spot
    short = name if len(name) <= LABEL else name[: LABEL - 1].rstrip() + "…"
    side = "middle" if abs(x - middle) < 30 else "start" if x > middle else "end"
    off = {"middle": 0, "start": 10, "end": -10}[side]
    drop = 4.0 if off else (-10.0 if y < 200 else 20.0)
    return (
        f'<g><title>{escape(name)}</title><circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="currentColor"/>'
        f"{_text(x + off, y + drop, short, side, 12)}</g>"
    )


def _legend(kind: str, at: int, high: float) -> str:
    y = high + 18 * at + 8
    dash = f' stroke-dasharray="{DASHES[kind]}"' if DASHES[kind] else ""
    line = f'<path d="M20 {y:.0f}H80"{dash} stroke-width="1.3" marker-end="url(#tip)"/>'
    return line + _text(90, y + 4, f"{VERBS[kind][0]}; the number counts reports", "start", 12)


def _text(x: float, y: float, words: str, anchor: str, size: int) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="currentColor"'
        f' stroke="var(--paper, white)" stroke-width="3" paint-order="stroke">{escape(words)}</text>'
    )


def _clean(words: str) -> str:
    """Words without characters that no XML can hold."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", words)
