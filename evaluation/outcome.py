"""What every benchmark takes and gives: options in, predictions between, an outcome out."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from evaluation.scoring.counts import Interval
from onrecord.settings import AnalysisSettings

COLUMNS = ("P", "R", "F1")
SHOWN = 160

Predictions = dict[str, Any]
"""What was predicted: the document's (story's) name, then a row of JSON in the benchmark's own format."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a benchmark is run.

    ``sample`` takes so many documents, always the same ones, instead of all; ``boot`` is the number of bootstrap
    rounds behind the intervals, 0 for none; ``repeats`` is how often a timing is taken.
    """

    sample: int | None = None
    boot: int = 0
    analyser: str = AnalysisSettings().analyser
    repeats: int = 5


class Number(NamedTuple):
    """One figure of an outcome, as it is printed; shares and F1 in percent. ``note`` says what it is out of."""

    name: str
    value: float
    interval: Interval | None = None
    note: str = ""


class Mark(NamedTuple):
    """Something that a run got right or wrong and another run may not: where it stands, and what it is.

    ``spans`` are code points into the text of ``doc``; ``label`` says what is judged (``found``, ``act``).
    """

    doc: str
    spans: tuple[tuple[int, int], ...]
    label: str


def cut(text: str, mark: Mark) -> str:
    """The words that a mark points at, span by span, in one line; a long span by its beginning and its end."""
    return " | ".join(_short(" ".join(text[start:end].split())) for start, end in mark.spans)


def _short(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[: SHOWN // 2]} […] {words[-SHOWN // 2 :]}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The figures of one run, which gold items it got right, and which predictions match nothing."""

    numbers: tuple[Number, ...]
    right: frozenset[Mark] = frozenset()
    wrong: frozenset[Mark] = frozenset()
    remarks: tuple[str, ...] = field(default=())

    def value(self, name: str) -> float | None:
        """The figure of that name, if there is one."""
        return next((number.value for number in self.numbers if number.name == name), None)


class Benchmark(Protocol):
    """A module that measures one thing on a folder laid out like its development data.

    ``predict`` runs onrecord over the folder. ``score`` holds predictions against the gold of the same folder and
    options, and is pure: predictions read back from a file give the same outcome. ``write`` puts predictions into
    the format that other programs read.
    """

    def predict(self, data: Path, options: Options) -> Predictions: ...  # noqa: D102
    def score(self, data: Path, predictions: Predictions, options: Options) -> Outcome: ...  # noqa: D102
    def write(self, predictions: Predictions) -> str: ...  # noqa: D102


def sample(names: Iterable[str], size: int | None) -> list[str]:
    """All names, or the ``size`` of them whose hashes come first: the same on every machine; sorted by name."""
    ordered = sorted(names, key=lambda name: hashlib.sha256(name.encode("utf-8")).hexdigest())
    return sorted(ordered[:size])


def as_json(outcome: Outcome) -> dict[str, Any]:
    """The outcome as ``--json`` prints it: figure by figure, in percent where the table is."""
    return {
        "numbers": {
            n.name: {"value": round(n.value, 2), "note": n.note}
            | ({"low": round(n.interval.low, 2), "high": round(n.interval.high, 2)} if n.interval else {})
            for n in outcome.numbers
        },
        "remarks": list(outcome.remarks),
    }


def as_table(outcome: Outcome) -> str:
    """The outcome as people read it: precision, recall and F1 of one thing in one row."""
    rows: dict[str, dict[str, Number]] = {}
    for number in outcome.numbers:
        stem, _, column = number.name.rpartition(" ")
        name, column = (stem, column) if column in COLUMNS else (number.name, COLUMNS[-1])
        rows.setdefault(name, {})[column] = number
    width = max(map(len, rows), default=0)
    head = [f"{'':{width}}" + "".join(f"{column:>8}" for column in COLUMNS)] if rows else []
    return "\n".join([*head, *(_row(name, cells, width) for name, cells in rows.items()), *outcome.remarks])


def compared(before: Outcome, after: Outcome) -> Mapping[str, list[Mark]]:
    """The marks gained and lost between two outcomes over the same gold, and the mistakes mended and made."""
    return {
        "gained": sorted(after.right - before.right),
        "lost": sorted(before.right - after.right),
        "mended": sorted(before.wrong - after.wrong),
        "made": sorted(after.wrong - before.wrong),
    }


def _row(name: str, cells: Mapping[str, Number], width: int) -> str:
    values = (f"{cells[column].value:8.1f}" if column in cells else " " * 8 for column in COLUMNS)
    spans = [f"[{n.interval.low:.1f}, {n.interval.high:.1f}]" for n in cells.values() if n.interval]
    notes = [n.note for n in cells.values() if n.note]
    return "  ".join([f"{name:{width}}" + "".join(values), *spans, *notes])
