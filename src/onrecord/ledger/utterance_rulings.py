"""People's decisions that statements report one act of saying or do not, found again by the places they are about."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from sqlite3 import Connection, Row
from typing import NamedTuple

from onrecord.errors import NotFound
from onrecord.ledger.anchors import stands
from onrecord.ledger.overlay import UNDO, Decided, undone
from onrecord.ledger.sql import queries
from onrecord.model.span import Span, selector
from onrecord.model.terms import Status
from onrecord.model.utterance import Part, Ruled

SQL, ACTORS = queries("utterance_rulings"), queries("actors")
JOIN, PART = "join utterances", "part utterances"
FIELD = "utterances"
ENOUGH = 8
"""So many statements stand for one side of a join: one would be lost with its report."""
OVERLAP = 0.5
"""Of all characters of two contents, so many must be shared for a decision to hold on to a statement."""
WITHIN = 2
"""A side's places within statements have the number of the side and this."""
SAID_ONE, SAID_TWO = "a person said that these are one", "a person said that these are two"


class Held(NamedTuple):
    """A decision in force: what it is about today, side by side, and why of a side that nothing is left of."""

    decision: int
    at: str
    by: str
    same: bool
    because: str
    sides: tuple[tuple[Part, ...], tuple[Part, ...]]
    lost: str


def write(connection: Connection, sides: Sequence[Sequence[Part]], same: bool, who: tuple[str, str, str]) -> int:
    """Keep a decision with its places; the number of it. ``who`` is when, by whom and why."""
    at, by, because = who
    ids = [" ".join(part.statement for part in side) for side in sides]
    number = connection.execute(SQL["decide"], (at, by, JOIN if same else PART, *ids, because)).lastrowid
    assert number is not None
    every = {part.statement for side in sides for part in side}
    rows = {row["id"]: row for row in connection.execute(SQL["statements"], (json.dumps(sorted(every)),))}
    for side, parts in enumerate(sides):
        for ordinal, part in enumerate(parts):
            row = rows.get(part.statement)
            if row is None:
                raise NotFound(f"statement {part.statement}: not in the ledger; list them with `onrecord statements`")
            text = connection.execute(ACTORS["text of"], (row["report"],)).fetchone()[0]
            whole, meant = Span(row["start"], row["end"]), Span(part.start, part.end)
            _keep(connection, (number, side, ordinal, row["report"]), text, whole)
            if _worded(text[whole.start : meant.start]) or _worded(text[meant.end : whole.end]):
                _keep(connection, (number, side + WITHIN, ordinal, row["report"]), text, meant)
    return number


def attached(connection: Connection) -> list[Held]:
    """The decisions in force with what they are about today, in the order in which they were taken."""
    rows = connection.execute(SQL["decided"]).fetchall()
    gone = undone([Decided(row["number"], row["kind"], row["after"], row["because"]) for row in rows])
    standing = {row["number"]: row for row in rows if row["kind"] != UNDO and row["number"] not in gone}
    if not standing:
        return []
    places = [row for row in connection.execute(SQL["places"]) if row["decision"] in standing]
    finding = _Finding(connection, {id for row in standing.values() for id in _ids(row, 0) + _ids(row, 1)})
    held: dict[tuple[int, int, int], Part] = {}
    lost: dict[tuple[int, int], str] = {}
    for row in places:
        number, side, ordinal = row["decision"], row["side"], row["ordinal"]
        if side < WITHIN:
            ids = _ids(standing[number], side)
            stands_in = finding.statement(row, ids[ordinal] if ordinal < len(ids) else "")
            if isinstance(stands_in, Part):
                held[number, side, ordinal] = stands_in
            else:
                lost.setdefault((number, side), stands_in)
        elif (whole := held.get((number, side - WITHIN, ordinal))) and (span := finding.span(row)):
            held[number, side - WITHIN, ordinal] = Part(whole.statement, *span)
    found = [_held(row, held, lost) for row in standing.values()]
    return sorted(found, key=lambda one: (one.at, one.decision))


def ruled(held: Iterable[Held]) -> Iterator[Ruled]:
    """What the decisions ask of today's statements, two by two, the oldest first."""
    for one in held:
        reason = one.because or (SAID_ONE if one.same else SAID_TWO)
        yield from (Ruled(one.decision, one.same, a, b, reason) for a, b in product(*one.sides) if a != b)


class _Finding:
    """Statements as they are today, by the ids that decisions know them by and by the places where they stood."""

    def __init__(self, connection: Connection, ids: Iterable[str]) -> None:
        self._db = connection
        asked = set(ids)
        former = dict(connection.execute(SQL["redirected"], (json.dumps(sorted(asked)),)).fetchall())
        every = json.dumps(sorted(asked | set(former.values())))
        self._known: Mapping[str, Row] = {row["id"]: row for row in connection.execute(SQL["statements"], (every,))}
        self._former = former
        self._texts: dict[int, str] = {}

    def span(self, row: Row) -> Span | None:
        """Where the words of a place stand today."""
        kept = Span(row["start"], row["end"])
        if not row["exact"] or row["now"] == row["exact"]:
            return kept
        number = row["number"]
        if number not in self._texts:
            self._texts[number] = str(self._db.execute(SQL["text"], (number,)).fetchone()[0])
        return stands(self._texts[number], kept, row["exact"], row["prefix"], row["suffix"])

    def statement(self, row: Row, id: str) -> Part | str:
        """The statement that stands at a place today, or why none does."""
        if row["number"] is None:
            return "its report is not in the ledger"
        span = self.span(row)
        if span is None:
            return "its words are no longer found in the report, or in several places"
        known = self._known.get(id) or self._known.get(self._former.get(id, ""))
        if known is None or (known["id"] == id and (known["start"], known["end"]) != span):
            found = self._standing(row["number"], span)
            if isinstance(found, str):
                return found
            known = found
        if known["status"] == Status.REJECTED:
            return "the statement is rejected"
        return Part(known["id"], known["start"], known["end"])

    def _standing(self, report: int, span: Span) -> Row | str:
        """The statement of the report that shares most with a place; never one of two that share as much."""
        rows = self._db.execute(SQL["statements of report"], (report,)).fetchall()
        shares = {row["id"]: _shared(Span(row["start"], row["end"]), span) for row in rows}
        best = max(shares.values(), default=0.0)
        most = [row for row in rows if shares[row["id"]] == best]
        if best < OVERLAP:
            return "no statement is found there any more"
        return most[0] if len(most) == 1 else "several statements stand there now"


def _held(row: Row, held: Mapping[tuple[int, int, int], Part], lost: Mapping[tuple[int, int], str]) -> Held:
    number = row["number"]
    sides = tuple(
        tuple(part for at in range(len(_ids(row, side))) if (part := held.get((number, side, at)))) for side in (0, 1)
    )
    why = [lost.get((number, side), "it has no place") for side in (0, 1) if not sides[side]]
    same = row["kind"] == JOIN
    return Held(number, row["at"], row["by"], same, row["because"], (sides[0], sides[1]), why[0] if why else "")


def _ids(row: Row, side: int) -> list[str]:
    return str(row["after" if side else "before"] or "").split()


def _shared(one: Span, other: Span) -> float:
    """Of all characters that either covers, those that both do."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / (max(one.end, other.end) - min(one.start, other.start))


def _worded(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _keep(connection: Connection, place: tuple[int, int, int, str], text: str, span: Span) -> None:
    connection.execute(ACTORS["anchor"], (*place, *span, *selector(text, span)))
