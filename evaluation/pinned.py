"""Pinned predictions: what an earlier run predicted, kept to show what a change gains and loses.

``pinned/NAME.jsonl.gz`` holds one ``[document, prediction]`` a line: offsets and labels, no text.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, runtime_checkable

from evaluation.outcome import Mark, Outcome, Predictions, compared

FOLDER = Path(__file__).parent / "pinned"


@runtime_checkable
class Comparable(Protocol):
    """A benchmark whose predictions can be kept without text.

    ``sealed`` takes text out of predictions; ``words`` cuts what a mark points at from the corpus at hand.
    """

    def sealed(self, predictions: Predictions) -> Predictions: ...  # noqa: D102
    def words(self, data: Path, mark: Mark) -> str: ...  # noqa: D102


def pin(name: str, predictions: Predictions, folder: Path = FOLDER) -> Path:
    """Keep sealed predictions as the run that later ones are compared with; the same bytes for the same run."""
    path = folder / f"{name}.jsonl.gz"
    lines = "".join(json.dumps(item, separators=(",", ":")) + "\n" for item in sorted(predictions.items()))
    path.write_bytes(gzip.compress(lines.encode("utf-8"), compresslevel=9, mtime=0))
    return path


def pinned(name: str, folder: Path = FOLDER) -> Predictions | None:
    """The pinned predictions, or None where none are kept."""
    path = folder / f"{name}.jsonl.gz"
    if not path.exists():
        return None
    return dict(json.loads(line) for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines())


def gains_and_losses(module: Comparable, data: Path, before: Outcome, after: Outcome, show: int) -> Iterator[str]:
    """Lines for people: the figures that moved, then what was gained and lost, ``show`` of each; 0 shows all."""
    for number in after.numbers:
        old = before.value(number.name)
        if old is not None and abs(old - number.value) >= 0.05:
            yield f"{number.name}: {old:.1f} → {number.value:.1f} ({number.value - old:+.1f})"
    for title, marks in compared(before, after).items():
        yield f"\n{title}: {len(marks)}"
        for mark in marks[: show or None]:
            places = " ".join(f"{start}:{end}" for start, end in mark.spans)
            yield f"  {mark.doc} {mark.label} {places}  {module.words(data, mark)}"
