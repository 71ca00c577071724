"""What resolving made of a block of chains, written as the difference to what the ledger holds of it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from sqlite3 import Connection, Row

from onrecord.ledger.blocks import Block
from onrecord.ledger.sql import queries
from onrecord.model.actor import Actor, Link, Membership, Resolution
from onrecord.model.terms import ActorType

SQL = queries("actors")


def write_resolution(connection: Connection, block: Block, resolution: Resolution) -> bool:
    """Put actors, links and proposals in the place of those of the block; False where the block has changed since."""
    asked = (json.dumps(sorted(block.keys)),)
    ids = json.dumps([chain.id for chain in block.chains])
    numbers: dict[str, int] = dict(connection.execute(SQL["numbers of chains"], (ids,)).fetchall())
    touched = dict(connection.execute(SQL["touched of keys"], asked).fetchall())
    if touched != block.touched or len(numbers) != len(block.chains):
        return False
    actors = _write_actors(connection, block, numbers, resolution.actors)
    _write_links(connection, numbers, resolution.links)
    held = {"actors": json.dumps(sorted(actors.values()))}
    for name in ("forget proposals", "forget related"):
        connection.execute(SQL[name], held)
    rows = ((p.kind, actors[p.a], actors[p.b], p.score, p.reason) for p in resolution.proposals)
    connection.executemany(SQL["proposal"], rows)
    connection.executemany(SQL["relation"], ((actors[r.a], actors[r.b], r.reason) for r in resolution.related))
    connection.executemany(SQL["forget disagreements"], ((one.decision,) for one in block.constraints))
    connection.executemany(SQL["disagreement"], resolution.disagreements)
    connection.execute(SQL["forget touched"], asked)
    return True


def load_actors(connection: Connection, rows: Iterable[Row]) -> dict[int, Actor]:
    """The actors of rows of ``actors``, by number."""
    rows = list(rows)
    asked = json.dumps([row["number"] for row in rows])
    parts = {
        name: _grouped(connection, f"{name} of actors", asked)
        for name in ("members", "aliases", "identifiers", "notes", "memberships")
    }
    return {row["number"]: _actor(row, {name: part[row["number"]] for name, part in parts.items()}) for row in rows}


def _grouped(connection: Connection, query: str, asked: str) -> Mapping[int, list[tuple[str, ...]]]:
    found: defaultdict[int, list[tuple[str, ...]]] = defaultdict(list)
    for actor, *values in connection.execute(SQL[query], (asked,)):
        found[actor].append(tuple(values))
    return found


def _actor(row: Row, parts: Mapping[str, list[tuple[str, ...]]]) -> Actor:
    return Actor(
        id=row["id"],
        name=row["name"],
        type=ActorType(row["type"]) if row["type"] else None,
        chains=tuple(chain for (chain,) in parts["members"]),
        aliases=tuple(name for (name,) in parts["aliases"]),
        named_by=row["named_by"],
        ids=tuple((scheme, value) for scheme, value in parts["identifiers"]),
        notes=tuple(note for (note,) in parts["notes"]),
        parties=tuple(
            Membership(party, role, tuple(titles.splitlines()), start, end)
            for party, role, titles, start, end in parts["memberships"]
        ),
    )


def _write_actors(
    connection: Connection, block: Block, numbers: Mapping[str, int], actors: Iterable[Actor]
) -> dict[str, int]:
    """Write the actors that are new or other than before; the number of each by its id."""
    rows = connection.execute(SQL["actors of chains"], (json.dumps(sorted(numbers.values())),)).fetchall()
    old = load_actors(connection, rows)
    new = {one.id: _settled(one) for one in actors}
    same = {one.id: number for number, one in old.items() if new.get(one.id) == one}
    _redirect(connection, block, old.values(), new)
    connection.executemany(SQL["forget actor"], ((n,) for n, one in old.items() if one.id not in same))
    for one in new.values():
        if one.id not in same:
            connection.execute(SQL["forget actor called"], (one.id,))
            same[one.id] = _insert(connection, one, numbers)
    connection.execute(SQL["forget redirects"], (json.dumps(sorted(same)),))
    return same


def _settled(one: Actor) -> Actor:
    """The actor as it comes back from the ledger."""
    return Actor(
        one.id,
        one.name,
        one.type,
        tuple(sorted(one.chains)),
        one.aliases,
        one.named_by,
        tuple(sorted(set(one.ids))),
        one.notes,
        one.parties,
    )


def _insert(connection: Connection, one: Actor, numbers: Mapping[str, int]) -> int:
    folded = "\n".join(dict.fromkeys((one.name, *one.aliases))).casefold()
    row = (one.id, one.name, one.type.value if one.type else None, one.named_by, folded)
    number = int(connection.execute(SQL["actor"], row).fetchone()[0])
    connection.executemany(SQL["alias"], ((number, i, name) for i, name in enumerate(one.aliases)))
    connection.executemany(SQL["identifier"], ((number, scheme, value) for scheme, value in one.ids))
    connection.executemany(SQL["actor note"], ((number, i, note) for i, note in enumerate(one.notes)))
    members = ((number, i, m.party, m.role, "\n".join(m.titles), m.start, m.end) for i, m in enumerate(one.parties))
    connection.executemany(SQL["membership"], members)
    connection.executemany(SQL["belongs"], ((number, numbers[chain]) for chain in one.chains))
    return number


def _redirect(connection: Connection, block: Block, old: Iterable[Actor], new: Mapping[str, Actor]) -> None:
    """Let the id of an actor that lost its oldest chain lead to the one that its oldest remaining chain stands for."""
    chains = {chain.id: chain for chain in block.chains}
    holder = {chain: one.id for one in new.values() for chain in one.chains}
    for one in old:
        left = [chains[id] for id in one.chains if id in holder and id in chains]
        if one.id not in chains and left:
            oldest = min(left, key=lambda chain: chain.age)
            connection.execute(SQL["redirect"], (one.id, holder[oldest.id]))


def _write_links(connection: Connection, numbers: Mapping[str, int], links: Iterable[Link]) -> None:
    asked = (json.dumps(sorted(numbers.values())),)
    old = {
        Link(a, b, score, why, bool(machine))
        for a, b, score, why, machine in connection.execute(SQL["links of chains"], asked)
    }
    new = set(links)
    gone = ((numbers[link.a], numbers[link.b], link.reason) for link in old - new)
    connection.executemany(SQL["forget link"], gone)
    come = ((numbers[a], numbers[b], score, why, int(machine)) for a, b, score, why, machine in sorted(new - old))
    connection.executemany(SQL["link"], come)
