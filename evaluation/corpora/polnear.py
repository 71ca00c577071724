"""PolNeAR from disk: ``text/NAME.txt`` and brat stand-off ``attributions/NAME[_annotator].ann``."""

import re
from collections.abc import Iterator
from pathlib import Path

from evaluation.scoring.attributions import Gold
from evaluation.scoring.tokens import Attribution, as_spans
from onrecord.model.span import Spans


def names(data: Path) -> list[str]:
    """The names of all texts in the folder."""
    return sorted(path.stem for path in (data / "text").glob("*.txt"))


def text(data: Path, name: str) -> str:
    """The characters of one text, line ends as they are."""
    with (data / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as handle:
        return handle.read()


def has_gold(data: Path) -> bool:
    """Whether the folder holds annotations at all; one without can be predicted on, not scored."""
    return (data / "attributions").is_dir()


def golds(data: Path, only: list[str]) -> Iterator[Gold]:
    """The named texts with every annotator's attributions, annotators in the order of their file names."""
    files = sorted(path for path in (data / "attributions").iterdir() if path.suffix == ".ann")
    for name in only:
        pattern = re.compile(re.escape(name) + r"(_[0-9a-z]{4})?\.ann")
        mine = [path for path in files if pattern.fullmatch(path.name)]
        if not mine:
            raise SystemExit(
                f"{data / 'attributions'}: no annotations of {name}; the folder is not laid out as PolNeAR"
            )
        yield Gold(name, text(data, name), tuple(annotations(path.read_text(encoding="utf-8")) for path in mine))


def annotations(standoff: str) -> tuple[Attribution, ...]:
    """The attributions of one brat file.

    Only lines that begin with T or E and a number count: three files of the corpus carry text over several lines.
    """
    marks: dict[str, Spans] = {}
    events: list[list[str]] = []
    for line in standoff.split("\n"):
        columns = line.split("\t")
        if len(columns) > 1 and re.fullmatch(r"T\d+", columns[0]):
            offsets = columns[1].split(" ", 1)[1]
            marks[columns[0]] = as_spans([[int(n) for n in piece.split()] for piece in offsets.split(";")])
        elif len(columns) > 1 and re.fullmatch(r"E\d+", columns[0]):
            events.append(columns[1].split())
    return tuple(_attribution(event, marks) for event in events)


def _attribution(event: list[str], marks: dict[str, Spans]) -> Attribution:
    roles: dict[str, Spans] = {"source": (), "cue": (), "content": ()}
    for argument in event:
        label, reference = argument.split(":")
        role = label.rstrip("0123456789").lower()
        if role in roles:
            roles[role] += marks[reference]
    return Attribution(roles["source"], roles["cue"], roles["content"])
