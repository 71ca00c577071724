"""Prints rows as table, text, JSON lines or CSV on standard output."""

import csv
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich import box
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
    writer.writerow(rows[0])
    for row in rows:
        writer.writerow([_cell(value) for value in row.values()])
    click.echo(held.getvalue(), nl=False)


def _cell(value: object) -> object:
    """A list or mapping as JSON, a text that a spreadsheet would run as a formula behind an apostrophe."""
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False)
    return GUARD + value if isinstance(value, str) and value.startswith(RISKY) else value


def _print_table(rows: Sequence[Row], columns: Columns, noun: str) -> None:
    terminal = sys.stdout.isatty()
    console = Console(width=None if terminal else 160)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        table.add_column(name, no_wrap=name in ("id", "date", "who"), overflow="fold")
    shown = rows[:SHOWN] if terminal else rows
    for row in shown:
        table.add_row(*(Text(plain(cell(row))) for cell in columns.values()))
    if rows:
        console.print(table)
    else:
        click.echo(f"No {noun} found.", err=True)
    if len(shown) < len(rows):
        click.echo(
            f"{len(rows) - len(shown)} more {noun}; --format text, jsonl or csv prints all of them.",
            err=True,
        )
