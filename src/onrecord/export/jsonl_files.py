"""A folder of JSON Lines files: exactly the rows that ``--format jsonl`` prints, and every span by itself."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from onrecord.export.tables import series_cells
from onrecord.ledger import View

ROWS: Mapping[str, Callable[[View], Iterator[Mapping[str, object]]]] = {
    "reports": lambda view: view.reports(),
    "statements": lambda view: view.statements(),
    "mentions": lambda view: view.mentions(),
    "figures": lambda view: view.figures(),
    "times": lambda view: view.times(),
    "relations": lambda view: view.relations(),
    "positions": lambda view: view.positions(),
    "labels": lambda view: view.labels(),
    "actors": lambda view: iter(view.actors()),
    "proposals": lambda view: iter(view.proposals()),
    "utterances": lambda view: iter(view.utterances()),
    "series": series_cells,
    "spans": lambda view: view.spans(),
    "doubts": lambda view: view.doubts(),
}


def write_jsonl(view: View, folder: Path) -> list[Path]:
    """Write one file per table into the folder, UTF-8, one object a line; nothing is cut or changed."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name, rows in ROWS.items():
        path = folder / f"{name}.jsonl"
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(view))
        written.append(path)
    return written
