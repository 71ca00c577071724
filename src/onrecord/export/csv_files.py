"""A folder of CSV files (RFC 4180, UTF-8) that a spreadsheet can open without running anything in them."""

import csv
from collections.abc import Mapping
from pathlib import Path

from onrecord.export.tables import COLUMNS, TABLES, Cell
from onrecord.ledger import View

GUARD = "'"
RISKY = ("=", "+", "-", "@", "\t", "\r", GUARD)
"""Spreadsheets run a cell that begins with one of the first six; the last is guarded so that guards can be undone."""
GUARDED = "guarded"


def write_csv(view: View, folder: Path) -> list[Path]:
    """Write one file per table into the folder.

    A text cell that a spreadsheet would run as a formula gets an apostrophe before it, and the column ``guarded``
    names the columns of such cells, so that the exact text can be had back.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name, rows in TABLES.items():
        path = folder / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow((*COLUMNS[name], GUARDED))
            writer.writerows(guarded(COLUMNS[name], row) for row in rows(view))
        written.append(path)
    return written


def guarded(columns: tuple[str, ...], row: Mapping[str, Cell]) -> list[Cell]:
    """The cells of a row, each that is risky with a guard, and last the names of those columns."""
    risky = [name for name in columns if isinstance(value := row[name], str) and value.startswith(RISKY)]
    return [*(f"{GUARD}{row[name]}" if name in risky else row[name] for name in columns), " ".join(risky)]
