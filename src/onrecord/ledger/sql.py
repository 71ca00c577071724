"""The SQL of the ledger, kept in .sql files: queries by name, migrations by number."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from sqlite3 import complete_statement

NAME = "-- name: "


@cache
def queries(file: str) -> dict[str, str]:
    """The queries of ``queries/<file>.sql`` by the name that stands on the line above each."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (files(__package__) / "queries" / f"{file}.sql").read_text("utf-8").splitlines():
        if line.startswith(NAME):
            lines = found[line.removeprefix(NAME).strip()] = []
        else:
            lines.append(line)
    return {name: "\n".join(lines).strip() for name, lines in found.items()}


@cache
def migrations() -> tuple[str, ...]:
    """The migrations in order: the first makes version 1 of an empty file, the next version 2, and so on."""
    folder = files(__package__) / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple((folder / name).read_text("utf-8") for name in names)


def commands(script: str) -> Iterator[str]:
    """The single SQL commands of a script."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if complete_statement(pending):
            yield pending
            pending = ""
