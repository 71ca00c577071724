"""People's decisions about actors, written with the places by which they are found again."""

import json
from collections.abc import Collection, Iterable, Sequence
from sqlite3 import Connection
from typing import NamedTuple

from onrecord.errors import NotFound, UsageError
from onrecord.ledger.anchors import Place, attached, few, places_of, write_anchors
from onrecord.ledger.overlay import UNDO, undone
from onrecord.ledger.sql import queries

SQL = queries("actors")


class Deciding(NamedTuple):
    """Who decides, when and why."""

    at: str
    by: str
    because: str


def merge(connection: Connection, actor: str, other: str, who: Deciding) -> int:
    """Keep that two actors are one; the number of the decision."""
    if actor == other:
        raise UsageError(f"actor {actor}: is one already; name another actor to merge it with")
    sides = [few(_places(connection, id)) for id in (actor, other)]
    return _write(connection, "merge", actor, sides, who, field="actor", after=other)


def split(connection: Connection, actor: str, chains: Collection[str], who: Deciding) -> int:
    """Keep that some chains of an actor stand for another one than the rest; the number of the decision."""
    places = _places(connection, actor)
    strangers = sorted(set(chains) - {place.chain for place in places})
    if strangers:
        raise NotFound(f"chain {strangers[0]}: not one of actor {actor}; see them with `onrecord actors {actor}`")
    apart = [place for place in places if place.chain in chains]
    rest = [place for place in places if place.chain not in chains]
    if not apart or not rest:
        raise UsageError(f"actor {actor}: nothing to split; name some of its mentions or reports, and not all of them")
    after = ", ".join(dict.fromkeys(place.name or place.chain for place in apart))
    return _write(connection, "split", actor, [apart, rest], who, field="chains", after=after)


def rename(connection: Connection, actor: str, name: str, who: Deciding) -> int:
    """Keep what an actor is called; the number of the decision."""
    if not name.strip():
        raise UsageError(f"actor {actor}: no name given; write the name after the actor")
    places = few(_places(connection, actor))
    before = str(connection.execute(SQL["actor number"], (actor,)).fetchone()["name"])
    return _write(connection, "rename", actor, [places], who, field="name", before=before, after=name.strip())


def identify(connection: Connection, actor: str, identifier: str, who: Deciding) -> int:
    """Keep a public id of an actor, written ``scheme:value``; the number of the decision."""
    scheme, _, value = identifier.strip().partition(":")
    if not scheme or not value:
        raise UsageError(f"identifier {identifier!r}: not one; write it as wikidata:Q42")
    return _write(connection, "identify", actor, [few(_places(connection, actor))], who, field=scheme, after=value)


def undo(connection: Connection, number: int, who: Deciding) -> int:
    """Take back a decision about actors, or the taking back of one; the number of this decision."""
    decisions, anchors = attached(connection)
    target = next((one for one in decisions if one.number == number), None)
    if target is None:
        raise NotFound(f"decision {number}: no such decision; list them with `onrecord decisions`")
    if number in undone(decisions):
        raise UsageError(f"decision {number}: is undone already; to bring it back, undo what undid it")
    root = target
    while root.kind == UNDO:
        root = next(one for one in decisions if one.number == int(root.value))
    row = connection.execute("SELECT actor FROM decisions WHERE number = ?", (number,)).fetchone()
    decision = _decide(connection, UNDO, str(row["actor"]), who, field="decision", after=str(number))
    touch(connection, (a.chain for a in anchors if a.decision == root.number and a.chain))
    return decision


def _places(connection: Connection, actor: str) -> list[Place]:
    row = connection.execute(SQL["actor number"], (actor,)).fetchone()
    if row is None:
        raise NotFound(f"actor {actor}: not in the ledger; list them with `onrecord actors`")
    return places_of(connection, row["number"])


def _write(
    connection: Connection,
    kind: str,
    actor: str,
    sides: Sequence[Sequence[Place]],
    who: Deciding,
    *,
    field: str,
    before: str | None = None,
    after: str,
) -> int:
    decision = _decide(connection, kind, actor, who, field=field, before=before, after=after)
    for side, places in enumerate(sides):
        write_anchors(connection, decision, side, places)
    touch(connection, (place.chain for places in sides for place in places))
    return decision


def _decide(
    connection: Connection, kind: str, actor: str, who: Deciding, *, field: str, before: str | None = None, after: str
) -> int:
    row = (who.at, who.by, kind, field, before, after, who.because, actor)
    number = connection.execute(SQL["decide"], row).lastrowid
    assert number is not None
    return number


def touch(connection: Connection, chains: Iterable[str]) -> None:
    """Note that the actors of these chains are to be resolved again."""
    connection.execute(SQL["touch chains"], (json.dumps(sorted(set(chains))),))
