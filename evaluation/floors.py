"""Floors: the least (or most) that a figure may be, pinned with the hash of the corpus it was measured on."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from evaluation.outcome import Outcome

FILE = Path(__file__).parent / "floors.json"

Sense = Literal["at least", "at most"]


class Floor(NamedTuple):
    """One figure's name, the bound, and on which side of it the figure must stay."""

    metric: str
    sense: Sense
    bound: float

    def holds(self, value: float) -> bool:
        """Whether the value stays on the right side; half a tenth of a point is rounding."""
        return value >= self.bound - 0.05 if self.sense == "at least" else value <= self.bound + 0.05


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
    """The floors of one benchmark, for the quick run and for the full one, and the corpus they belong to."""

    name: str
    corpus: str
    quick: Run
    full: Run


def read_floors(path: Path = FILE) -> list[Pinned]:
    """All pinned floors, by benchmark."""
    return [
        Pinned(name, row["corpus"], _run(row["quick"]), _run(row["full"]))
        for name, row in sorted(json.loads(path.read_text(encoding="utf-8")).items())
    ]


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


def _run(row: dict[str, object]) -> Run:
    floors = row["floors"]
    sample, repeats = row.get("sample"), row.get("repeats", 1)
    assert isinstance(floors, dict) and (sample is None or isinstance(sample, int)) and isinstance(repeats, int)
    return Run(sample, repeats, tuple(Floor(metric, sense, bound) for metric, (sense, bound) in floors.items()))
