"""Numbers of one deed (killed, injured, arrested …) in two reports of one story that exclude each other.

The series of figures join tolls where a place, a ship or an event says that they are one; reports of one day that give
another number mostly name none. So reports count as of one story here that share a figure or an utterance, or each with
a third, were printed within a few days, and give no number of that deed in common.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from onrecord.model.entry_rows import FigureRow
from onrecord.resolve.series_words import DEEDS
from onrecord.views.conflict_pairs import WORD
from onrecord.views.figures import Shown

SOON = 2
LEAST = 2
"""A single one killed or arrested stands in too many reports as somebody in particular."""
ALIKE = {"casualty": "killed", "body": "killed"}
ANYBODY = {"people", "persons", "others"}
Toll = tuple[str, str]


def tolls(
    shown: Iterable[Shown], alone: Iterable[Shown], stories: Iterable[Collection[str]]
) -> Iterator[tuple[FigureRow, FigureRow, str]]:
    """Pairs of figures of two reports, one pair for each deed and pair of reports, with the deed."""
    every = [*shown, *alone]
    related = _related([*({row["report"] for row in one.rows} for one in shown), *stories])
    together = {pair for one in every for pair in combinations(sorted(row["id"] for row in one.rows), 2)}
    held: dict[Toll, dict[str, list[FigureRow]]] = defaultdict(lambda: defaultdict(list))
    for row in (row for one in every for row in one.rows):
        if (toll := _toll(row)) is not None:
            held[toll][row["report"]].append(row)
    for (deed, _), by_report in sorted(held.items()):
        for a, b in sorted(pair for pair in related if set(pair) <= by_report.keys()):
            found = _apart(by_report[a], by_report[b])
            if found and tuple(sorted(row["id"] for row in found)) not in together:
                yield (*found, deed)


def _related(stories: Iterable[Collection[str]]) -> set[tuple[str, str]]:
    """The pairs of reports that share something, or that both share something with a third."""
    near: dict[str, set[str]] = defaultdict(set)
    for reports in stories:
        for report in reports:
            near[report].update(reports)
    return {pair for reports in near.values() for pair in combinations(sorted(reports), 2)}


def _toll(row: FigureRow) -> Toll | None:
    """The deed and the group that a figure counts; None where it counts none, or new ones, or a few by name."""
    words = [word.lower() for word in WORD.findall(row["what"] or "")]
    deed = next((DEEDS[word] for word in words if word in DEEDS), None)
    high = row["maximum"] if row["value"] is None else row["value"]
    if deed is None or row["unit"] or row["ordinal"] or row["counting"] == "new" or (high is not None and high < LEAST):
        return None
    group = (row["group"] or "").casefold()
    return ALIKE.get(deed, deed), "" if group in ANYBODY else group


def _apart(mine: Sequence[FigureRow], yours: Sequence[FigureRow]) -> tuple[FigureRow, FigureRow] | None:
    """The first two of them, where no number of the one can hold beside any of the other."""
    if not _soon(mine[0], yours[0]) or any(_together(a, b) for a in mine for b in yours):
        return None
    return mine[0], yours[0]


def _together(a: FigureRow, b: FigureRow) -> bool:
    if "about" in (a["hedge"], b["hedge"]):
        return True
    (low, high), (least, most) = _bounds(a), _bounds(b)
    return low <= most and least <= high


def _bounds(row: FigureRow) -> tuple[float, float]:
    value, low, high = row["value"], row["minimum"], row["maximum"]
    if low is None and high is None:
        return (value if value is not None else float("-inf")), (value if value is not None else float("inf"))
    return (float("-inf") if low is None else low), (float("inf") if high is None else high)


def _soon(a: Mapping[str, object], b: Mapping[str, object]) -> bool:
    days = [str(row["published"] or "")[:10] for row in (a, b)]
    try:
        one, other = map(date.fromisoformat, days)
    except ValueError:
        return False
    return abs((one - other).days) <= SOON
