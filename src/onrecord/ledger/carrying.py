"""Decisions as lines that can be carried to another machine, each with its places and a key that is the same there."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

from onrecord.errors import Malformed
from onrecord.ledger.sql import queries

SQL = queries("carrying")
FIELDS = ("at", "by", "kind", "report", "field", "before", "after", "because", "actor", "entry")
RULING = ("noun", "seen", "made", "speaker_start", "speaker_end")
QUOTE = ("start", "end", "exact", "prefix", "suffix")
ANCHOR = ("side", "ordinal", "report", *QUOTE)
LOCAL = ("remove", "restore")
"""Decisions that are not carried: they take words out of the file that they are made in."""
Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of decisions that were brought in; ``reports`` are those that rulings and corrections are about."""

    taken: int
    known: int
    left: int
    numbers: tuple[int, ...]
    reports: tuple[str, ...]


def carried(connection: Connection) -> Iterator[dict[str, Any]]:
    """Every decision but those of removing and restoring, oldest first, with all by which it is found again."""
    keys: dict[int, str] = {}
    for row in connection.execute(SQL["decisions"]).fetchall():
        number = int(row["number"])
        line: dict[str, Any] = {name: row[name] for name in FIELDS}
        if row["kind"] == "undo":
            line["after"] = keys.get(int(row["after"]), "")
        line["part_of"] = keys.get(row["part_of"]) if row["part_of"] else None
        ruling = connection.execute(SQL["ruling"], (number,)).fetchone()
        line["ruling"] = {name: ruling[name] for name in RULING} if ruling else None
        line["quotes"] = [
            {name: quote[name] for name in QUOTE} for quote in connection.execute(SQL["quotes"], (number,))
        ]
        line["anchors"] = [
            {name: one[name] for name in ANCHOR} for one in connection.execute(SQL["anchors"], (number,))
        ]
        line["key"] = keys[number] = _key(line)
        if row["kind"] not in LOCAL:
            yield line


def bring(connection: Connection, lines: Iterable[Line]) -> Carried:
    """Write the decisions that are not known yet, in their order; ``Malformed`` names the line that is none."""
    known = {line["key"]: number for number, line in _own(connection)}
    numbers: list[int] = []
    reports: set[str] = set()
    taken = same = left = 0
    for at, line in enumerate(lines, 1):
        try:
            key = str(line["key"])
            if key != _key(line) or line["kind"] in LOCAL:
                raise ValueError("its key does not fit what it says")
            if key in known:
                same += 1
                continue
            lost = (line["kind"] == "undo" and line["after"] not in known) or (
                line["part_of"] and line["part_of"] not in known
            )
            if lost:
                left += 1
                continue
            number = _write(connection, line, known)
        except (KeyError, TypeError, ValueError) as error:
            raise Malformed(
                f"line {at}", f"no decision ({error})", "use a file of `onrecord decisions --export`"
            ) from error
        known[key] = number
        numbers.append(number)
        if line["report"]:
            reports.add(str(line["report"]))
        taken += 1
    return Carried(taken, same, left, tuple(numbers), tuple(sorted(reports)))


def _own(connection: Connection) -> Iterator[tuple[int, dict[str, Any]]]:
    rows = connection.execute(SQL["decisions"]).fetchall()
    numbers = [int(row["number"]) for row in rows if row["kind"] not in LOCAL]
    yield from zip(numbers, carried(connection), strict=True)


def _write(connection: Connection, line: Line, known: Mapping[str, int]) -> int:
    values = {name: line[name] for name in FIELDS}
    if values["kind"] == "undo":
        values["after"] = str(known[values["after"]])
    part_of = known[line["part_of"]] if line["part_of"] else None
    number = connection.execute(SQL["decide"], values | {"part_of": part_of}).lastrowid
    assert number is not None
    if line["ruling"]:
        connection.execute(SQL["rule"], (number, *(line["ruling"][name] for name in RULING)))
    connection.executemany(SQL["quote"], ((number, *(one[name] for name in QUOTE)) for one in line["quotes"]))
    connection.executemany(SQL["anchor"], ((number, *(one[name] for name in ANCHOR)) for one in line["anchors"]))
    return number


def _key(line: Line) -> str:
    """The hash of who decided what about which place, and when; words that may be wiped have no part in it."""
    said = [line[name] for name in FIELDS]
    places = [[one["start"], one["end"]] for one in line["quotes"]]
    places += [[one["side"], one["report"], one["start"], one["end"]] for one in line["anchors"]]
    noun = line["ruling"]["noun"] if line["ruling"] else None
    canonical = json.dumps([said, places, noun], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
