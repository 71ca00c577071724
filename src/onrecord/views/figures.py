"""Which figures count the same, over all reports: what was given when, by whom, and where two differ?"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.ledger import FigureFilter, ReportFilter, View
from onrecord.model.actor import Proposal
from onrecord.model.rows import FigureRow
from onrecord.model.series import Seen, Series
from onrecord.model.timex import days_of
from onrecord.resolve.series import series, series_name
from onrecord.resolve.series_read import vessels_in
from onrecord.views.charts import Point, Spec, stacked
from onrecord.views.charts import series as chart
from onrecord.views.entry import amount

BOUND = re.compile(r"(?:(?<=[a-z\d%)][.!?])|(?<=[.!?][”’\"')]))\s+(?=[“‘\"'(]?[A-Z])|\n+")
MOST = 600
"""A sentence that a missing full stop makes longer is cut here, on either side of the number."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A series with the rows of its figures, in its own order."""

    series: Series
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The series of two figures and more, the figures that stand alone, and the pairs that a person may look at.

    ``beside`` are series that nobody asked for and that a proposal names.
    """

    shown: tuple[Shown, ...]
    alone: tuple[Shown, ...]
    beside: tuple[Shown, ...]
    proposals: tuple[Proposal, ...]


def found(view: View, which: FigureFilter = FigureFilter()) -> Answer:  # noqa: B008 (frozen)
    """The series that hold a figure of those asked for, whole; figures of furniture and places in a row are in none."""
    every = {row["id"]: row for row in counted_in(view, FigureFilter(ordinal=False, implied=False))}
    kept = view.series()
    made = kept or series(seen_in(view, list(every.values())), view.figures_ruled())
    asked = {row["id"] for row in counted_in(view, which)}
    whole = [Shown(one, tuple(every[f] for f in one.figures)) for one in made.series]
    joined = {figure for one in made.series for figure in one.figures}
    whole += [_alone(row) for row in every.values() if row["id"] not in joined and row["zone"] != "furniture"]
    shown = [one for one in whole if asked & set(one.series.figures)]
    ids = {one.series.id for one in shown}
    proposals = tuple(p for p in made.proposals if {p.a, p.b} & ids)
    near = {id for p in proposals for id in (p.a, p.b)} - ids
    return Answer(
        shown=tuple(one for one in shown if len(one.rows) > 1),
        alone=tuple(one for one in shown if len(one.rows) == 1),
        beside=tuple(one for one in whole if one.series.id in near),
        proposals=proposals,
    )


def title(one: Shown) -> str:
    """What a series is called: the words of its oldest figure for what it counts, unless they name nothing."""
    name = one.series.name
    return f"not said of what (“{name}”)" if name.casefold() in ("it", "that", "this", "they", "them") else name


def spread(one: Shown) -> str:
    """Between which numbers the figures of a series lie."""
    low, high = one.series.lowest, one.series.highest
    if low is None or high is None:
        return ""
    return f"{low:,g}" if low == high else f"from {low:,g} to {high:,g}"


def remarks(one: Shown) -> dict[str, str]:
    """For each figure what it differs from, in plain clauses; no verdict."""
    rows = {row["id"]: row for row in one.rows}
    said: dict[str, list[str]] = defaultdict(list)
    for former in one.series.former:
        said[former].append("said to have held before")
    for revision in one.series.revisions:
        said[revision.later].append(f"before: {amount(rows[revision.earlier])}")
    for a, b, _ in one.series.discrepancies:
        said[a].append(f"differs from {_who(rows[b])}")
        said[b].append(f"differs from {_who(rows[a])}")
    return {id: "; ".join(dict.fromkeys(clauses)) for id, clauses in said.items()}


def picture(shown: Sequence[Shown]) -> Spec | None:
    """The series one below the other, dated by publication; None where there is nothing to draw.

    Of several, those are drawn that have two different numbers to draw. Figures of undated reports and former values
    (``up from 19``) are not drawn.
    """
    drawn = [(title(one), points) for one in shown if (points := _points(one))]
    if len(shown) > 1:
        drawn = [(name, points) for name, points in drawn if len({(p.value, p.minimum, p.maximum) for p in points}) > 1]
    return stacked([chart(points, name) for name, points in drawn]) if drawn else None


def pairs(answer: Answer) -> Iterator[Mapping[str, object]]:
    """The proposals as programs read them: two series, in the words of their oldest figures."""
    rows = {one.series.id: one.rows[0] for one in (*answer.shown, *answer.alone, *answer.beside)}
    for proposal in answer.proposals:
        words = {f"{side}_words": _words(rows[id]) for side, id in (("a", proposal.a), ("b", proposal.b))}
        yield {**proposal._asdict(), **words}


def line(one: Shown) -> Mapping[str, object]:
    """One series as programs read it."""
    return {
        "id": one.series.id,
        "name": one.series.name,
        "lowest": one.series.lowest,
        "highest": one.series.highest,
        "figures": list(one.rows),
        "former": list(one.series.former),
        "revisions": [r._asdict() for r in one.series.revisions],
        "discrepancies": [d._asdict() for d in one.series.discrepancies],
        "links": [link._asdict() for link in one.series.links],
    }


def _who(row: FigureRow) -> str:
    return f"{amount(row)} ({row['giver'] or 'the outlet'}, in {row['outlet'] or 'outlet not known'})"


def _words(row: FigureRow) -> str:
    return f"{row['what'] or ''}: {_who(row)}".removeprefix(": ")


def _points(one: Shown) -> list[Point]:
    former = set(one.series.former)
    return [p for row in one.rows if row["id"] not in former and (p := _point(row)) is not None]


def _point(row: FigureRow) -> Point | None:
    start, end = days_of(row["published"]) or (None, None)
    if start is None or end is None:
        return None
    return Point(
        start=start,
        end=start,
        value=row["value"],
        minimum=row["minimum"],
        maximum=row["maximum"],
        giver=(row["giver"] or "the outlet").replace("'", "’"),
        outlet=row["outlet"] or "outlet not known",
        words=amount(row),
        entry=row["id"],
    )


def together(view: View) -> list[Shown] | None:
    """The series of two figures and more alone, without working anything out; None where they are to be made anew."""
    kept = view.series()
    if kept is None:
        return None
    ids = [figure for one in kept.series for figure in one.figures]
    rows = {row["id"]: row for row in view.figures_of(ids)}
    return [Shown(one, tuple(rows[f] for f in one.figures)) for one in kept.series]


def counted_in(view: View, which: FigureFilter) -> list[FigureRow]:
    """The figures that may be in series: those that no person has rejected."""
    return [row for row in view.figures(which) if row["status"] != "rejected"]


def _alone(row: FigureRow) -> Shown:
    """A figure that nothing joins, as a series of one."""
    numbers = [n for n in (row["value"], row["minimum"], row["maximum"]) if n is not None]
    name = series_name(row["what"] or "", row["group"] or "")
    return Shown(Series(row["id"], name, (row["id"],), min(numbers, default=None), max(numbers, default=None)), (row,))


def seen_in(view: View, rows: Sequence[FigureRow]) -> Iterator[Seen]:
    """These figures with the words around them, as joining looks at them."""
    by_report: dict[str, list[FigureRow]] = defaultdict(list)
    for row in rows:
        by_report[row["report"]].append(row)
    titles = {row["id"]: row["title"] or "" for row in view.reports(ReportFilter())}
    texts = {report: view.text(report) for report in by_report}
    vessels = {name for text in texts.values() for name in vessels_in(text)}
    for report, own in by_report.items():
        yield from seen(own, texts[report], titles.get(report, ""), vessels)


def seen(rows: Sequence[FigureRow], text: str, title: str, vessels: Iterable[str]) -> Iterator[Seen]:
    """The figures of one report with the words around them, as joining looks at them."""
    edges = [0, *(m.end() for m in BOUND.finditer(text)), len(text) + 1]
    named = tuple(sorted(name for name in vessels if name in text and re.search(rf"\b{re.escape(name)}\b", text)))
    for row in rows:
        if row["zone"] == "furniture":
            continue
        start, stop = row["spans"]["number"][0]
        at = bisect_right(edges, start) - 1
        end = edges[bisect_left(edges, stop, at + 1)]
        day = days_of(row["published"])
        yield Seen(
            id=row["id"],
            report=row["report"],
            outlet=row["outlet"],
            day=day[0] if day else None,
            position=start,
            value=row["value"],
            minimum=row["minimum"],
            maximum=row["maximum"],
            hedge=row["hedge"],
            unit=row["unit"],
            what=row["what"] or "",
            group=row["group"] or "",
            giver=row["giver"] or "",
            counting=row["counting"],
            before=text[max(edges[at], start - MOST) : start],
            after=text[stop : min(end, stop + MOST)],
            near=f"{title}\n{text[edges[max(0, at - 2)] : edges[at]][-MOST:]}",
            vessels=named,
        )
