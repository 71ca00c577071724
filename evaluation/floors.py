"""Floors: the least (or most) that a figure may be, pinned with the hash of the corpus it was measured on."""

import json
import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, NamedTuple

from evaluation.outcome import Outcome

FILE = Path(__file__).parent / "floors.json"

SLACK = 1.0
"""Points between a figure and its floor: layers are judged over what was matched, so finding more moves them."""

Sense = Literal["at least", "at most"]


class Floor(NamedTuple):
    """One figure's name, the bound, and on which side of it the figure must stay."""

    metric: str
    sense: Sense
    bound: float

    def holds(self, value: float) -> bool:
        """Whether the value stays on the right side."""
        return value >= self.bound if self.sense == "at least" else value <= self.bound

    def lifted(self, value: float, *, lower: bool = False) -> "Floor":
        """The floor at the half point ``SLACK`` from the value, on its safe side; where it is if that is stricter.

        With ``lower`` it goes to that half point either way. A figure that is perfect has no slack: what every page or
        character does is asked of every one again.
        """
        slack = 0.0 if value == (100 if self.sense == "at least" else 0) else SLACK
        if self.sense == "at least":
            bound = max(0.0, math.floor(2 * (value - slack)) / 2)
            return self._replace(bound=bound if lower else max(self.bound, bound))
        bound = min(100.0, math.ceil(2 * (value + slack)) / 2)
        return self._replace(bound=bound if lower else min(self.bound, bound))


class Check(NamedTuple):
    """One floor held against one run; ``value`` is None where the run has no such figure, which is a failure."""

    floor: Floor
    value: float | None

    @property
    def passed(self) -> bool:
        """Whether there is a value and the floor holds."""
        return self.value is not None and self.floor.holds(self.value)


@dataclass(frozen=True, slots=True)
class Run:
    """How a benchmark is run for its floors (``sample`` None takes all documents), and the floors."""

    sample: int | None
    repeats: int
    floors: tuple[Floor, ...]


@dataclass(frozen=True, slots=True)
class Pinned:
    """The floors of one benchmark, for the quick run and for the full one, and the corpus they belong to.

    Floors that are ``fixed`` are set by hand and never lifted: timings vary from run to run.
    """

    name: str
    corpus: str
    quick: Run
    full: Run
    fixed: bool = False

    def lifted(self, checks: list[Check], corpus: str, *, full: bool, lower: bool) -> "Pinned":
        """The floors of one run lifted to what was measured; lowered to it only with ``lower``."""
        if self.fixed:
            return replace(self, corpus=corpus)
        floors = tuple(one.floor if one.value is None else one.floor.lifted(one.value, lower=lower) for one in checks)
        if full:
            return replace(self, corpus=corpus, full=replace(self.full, floors=floors))
        return replace(self, corpus=corpus, quick=replace(self.quick, floors=floors))


def read_floors(path: Path = FILE) -> list[Pinned]:
    """All pinned floors, by benchmark."""
    return [
        Pinned(name, row["corpus"], _run(row["quick"]), _run(row["full"]), row.get("fixed", False))
        for name, row in sorted(json.loads(path.read_text(encoding="utf-8")).items())
    ]


def write_floors(all_floors: list[Pinned], path: Path = FILE) -> None:
    """Write the floors as they are read."""
    rows = {
        p.name: {"corpus": p.corpus, "fixed": p.fixed, "quick": _row(p.quick), "full": _row(p.full)} for p in all_floors
    }
    path.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def check(floors: tuple[Floor, ...], outcome: Outcome) -> list[Check]:
    """Every floor beside the value that the run gave."""
    return [Check(floor, outcome.value(floor.metric)) for floor in floors]


def as_markdown(all_floors: list[Pinned]) -> str:
    """The floors as the table of the page on benchmarks."""
    rows = ["| benchmark | figure | quick run | full run |", "|---|---|---|---|"]
    for pinned in all_floors:
        quick = {floor.metric: floor for floor in pinned.quick.floors}
        for floor in pinned.full.floors:
            cells = (_cell(quick.get(floor.metric)), _cell(floor))
            rows.append(f"| {pinned.name} | {floor.metric} | {cells[0]} | {cells[1]} |")
    return "\n".join(rows) + "\n"


def _cell(floor: Floor | None) -> str:
    return f"{floor.sense} {floor.bound:g}" if floor else "–"


def _run(row: dict[str, Any]) -> Run:
    floors = tuple(Floor(metric, sense, bound) for metric, (sense, bound) in row["floors"].items())
    return Run(row.get("sample"), row.get("repeats", 1), floors)


def _row(run: Run) -> dict[str, Any]:
    floors = {floor.metric: [floor.sense, floor.bound] for floor in run.floors}
    return {"sample": run.sample, "repeats": run.repeats, "floors": floors}
