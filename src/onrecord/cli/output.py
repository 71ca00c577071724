"""Prints rows as table, text, JSON lines or CSV on standard output."""

import csv
import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich import box
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.errors import UsageError
from onrecord.export.csv_files import GUARD, RISKY

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = Mapping[str, object]
Columns = Mapping[str, Callable[[Row], str]]

FORMATS = ("table", "text", "jsonl", "csv")
SHOWN = 100
LONG = 1_000
"""Tables of more rows are laid out cell by cell, which looks the same and takes a tenth of the time."""
NARROW = ("id", "date", "who")
"""Columns whose cells stay on one line."""
FULL = "\N{FULL BLOCK}"
"""What a column is filled with to see how wide it is."""
DATABASE = b"SQLite format 3\0"
"""How every ledger begins."""


class Written(click.Path):
    """A file or folder that an answer is written to, never over a ledger: what people decided is there alone."""

    def __init__(self, dir_okay: bool = False) -> None:
        super().__init__(dir_okay=dir_okay, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; ``UsageError`` where a ledger lies there."""
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if path.is_file():
            with path.open("rb") as file:
                if file.read(len(DATABASE)) == DATABASE:
                    raise UsageError(f"{path}: a ledger, which would be lost; write to another file")
        return path


def print_rows(rows: Iterable[Row], columns: Columns, form: str, noun: str) -> None:
    """Print each row; ``columns`` says what a table and a text show, JSON lines and CSV hold every field.

    A table that is cut for the eye says on standard error how many rows it left out and how to see them.
    """
    if form == "jsonl":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    elif form == "csv":
        _print_csv(list(rows))
    elif form == "text":
        for row in rows:
            click.echo("\t".join(plain(cell(row)) or "–" for cell in columns.values()))
    else:
        _print_table(list(rows), columns, noun)


def print_answer(words: str, answer: "DataclassInstance", form: str) -> None:
    """Print one answer: in words for people, as one object or one line of CSV for programs."""
    if form in ("jsonl", "csv"):
        print_rows([asdict(answer)], {}, form, "")
    else:
        click.echo("\n".join(printable(line) for line in words.split("\n")))


def printable(line: str) -> str:
    """The line without control characters that would move a terminal's cursor; white space stays."""
    return "".join(c if c.isprintable() or c == "\t" else " " if c.isspace() else "\ufffd" for c in line)


def plain(value: str) -> str:
    """The value on one line, without control characters that would move a terminal's cursor."""
    return "".join(c if c.isprintable() else " " for c in " ".join(value.split()))


def excerpt(value: object, width: int = 120) -> str:
    """The text, or texts joined by an ellipsis, cut to ``width`` code points."""
    words = " … ".join(str(v) for v in value) if isinstance(value, list | tuple) else str(value or "")
    words = plain(words)
    return words if len(words) <= width else words[: width - 1] + "…"


def _print_csv(rows: Sequence[Row]) -> None:
    if not rows:
        return
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow([_cell(name) for name in rows[0]])
    for row in rows:
        writer.writerow([_cell(value) for value in row.values()])
    click.echo(held.getvalue(), nl=False, color=True)  # without it click takes ANSI sequences out of cells


def _cell(value: object) -> object:
    """A list or mapping as JSON, a text that a spreadsheet would run as a formula behind an apostrophe."""
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False)
    return GUARD + value if isinstance(value, str) and value.startswith(RISKY) else value


def _print_table(rows: Sequence[Row], columns: Columns, noun: str) -> None:
    terminal = sys.stdout.isatty()
    console = Console(width=None if terminal else 160)
    shown = rows[:SHOWN] if terminal else rows
    cells = [[plain(cell(row)) for cell in columns.values()] for row in shown]
    if not rows:
        click.echo(f"No {noun} found.", err=True)
    elif len(shown) <= LONG or not _print_long(cells, columns, console):
        console.print(_table(cells, columns))
    if len(shown) < len(rows):
        click.echo(
            f"{len(rows) - len(shown)} more {noun}; --format text, jsonl or csv prints all of them.",
            err=True,
        )


def _table(cells: Iterable[Sequence[str]], columns: Columns) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        table.add_column(name, no_wrap=name in NARROW, overflow="fold")
    for row in cells:
        table.add_row(*map(Text, row))
    return table


def _print_long(cells: Sequence[Sequence[str]], columns: Columns, console: Console) -> bool:
    """Print a long table just as ``rich`` would, which is shown one row: as wide as the widest cells of each column.

    False, and nothing is printed, where a column is empty or has no room.
    """
    by_column = zip(columns, zip(*cells, strict=True), strict=True)
    longest = [max(map(cell_len, {name, *own})) for name, own in by_column]
    table = _table([[FULL * most for most in longest]], columns)
    with console.capture() as captured:
        console.print(table)
    lines = captured.get().splitlines()
    first = next(at for at, line in enumerate(lines) if FULL in line)
    places = [found.span() for found in re.finditer(f"{FULL}+", lines[first])]
    if len(places) < len(columns):
        return False
    gaps = [b - a for a, b in pairwise([0, *(edge for place in places for edge in place), len(lines[first])])][::2]

    @cache
    def wrapped(at: int, cell: str) -> list[str]:
        width, still = places[at][1] - places[at][0], bool(table.columns[at].no_wrap)
        made = Text(cell).wrap(console, width, justify="left", overflow="fold", no_wrap=still)
        return [set_cell_size(line.plain, width) for line in made]

    blank = [" " * (end - start) for start, end in places]
    click.echo("\n".join(lines[:first]))
    for row in cells:
        parts = (wrapped(at, cell) for at, cell in enumerate(row))
        for line in zip_longest(*parts):
            own = (blank[at] if cell is None else cell for at, cell in enumerate(line))
            click.echo(" " * gaps[0] + "".join(cell + " " * gap for cell, gap in zip(own, gaps[1:], strict=True)))
    click.echo(lines[-1])
    return True
