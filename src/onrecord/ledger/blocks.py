"""Blocks of chains that have changed: what is to be resolved again, and nothing else."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from onrecord.ledger.anchors import attached
from onrecord.ledger.chains import load_chains
from onrecord.ledger.overlay import constraints
from onrecord.ledger.sql import queries
from onrecord.model.actor import Chain, Constraint

SQL = queries("actors")
ENOUGH = 500
"""Blocks are gathered until they hold so many chains: 1,000 took 0.16 s of processor time to write, at the most."""


@dataclass(frozen=True, slots=True)
class Block:
    """Chains that no other chain shares a key or a decision with, and the decisions that are about them.

    ``touched`` are the changes that it answers, by key and number. It is written only while they are the ones that
    the ledger has for its keys: whoever changes or resolves any part of it changes them too.
    """

    chains: tuple[Chain, ...]
    constraints: tuple[Constraint, ...]
    keys: frozenset[str]
    touched: Mapping[str, int]


def touched_block(connection: Connection) -> Block | None:
    """Whole blocks with chains that have changed, so many as are written together; None where nothing has."""
    waiting: dict[str, int] = dict(connection.execute(SQL["touched"]).fetchall())
    if not waiting:
        return None
    decided = constraints(*attached(connection))[0]
    closure = _Closure(connection, decided)
    for key in waiting:
        if len(closure.chains) >= ENOUGH:
            break
        closure.take(key)
    found = load_chains(connection, closure.chains)
    ids = {chain.id for chain in found.values()}
    about = tuple(one for one in decided if any(id in ids for group in one.groups for id in group))
    chains = tuple(sorted(found.values(), key=lambda chain: chain.id))
    answered = {key: number for key, number in waiting.items() if key in closure.keys}
    return Block(chains, about, frozenset(closure.keys), answered)


class _Closure:
    """Chains and keys that hang together, by keys and by what people decided."""

    def __init__(self, connection: Connection, decided: Iterable[Constraint]) -> None:
        self.chains: set[int] = set()
        self.keys: set[str] = set()
        self._db = connection
        self._with = _partners(connection, decided)

    def take(self, key: str) -> None:
        """Add everything that hangs together with a key."""
        waiting = [key]
        while waiting:
            key = waiting.pop()
            if key in self.keys:
                continue
            self.keys.add(key)
            for (chain,) in self._db.execute(SQL["chains with key"], (key,)):
                waiting += self._entered(chain)

    def _entered(self, first: int) -> list[str]:
        """The keys of a chain that was not yet taken, and of those that a person decided on with it."""
        keys: list[str] = []
        chains = [first]
        while chains:
            chain = chains.pop()
            if chain not in self.chains:
                self.chains.add(chain)
                keys += (key for (key,) in self._db.execute(SQL["keys of chain"], (chain,)))
                chains += self._with.get(chain, ())
        return keys


def _partners(connection: Connection, decided: Iterable[Constraint]) -> Mapping[int, Sequence[int]]:
    """For every chain that a decision is about, all chains that the decision is about."""
    groups = [[id for group in one.groups for id in group] for one in decided]
    named = json.dumps(sorted({id for group in groups for id in group}))
    numbers: dict[str, int] = dict(connection.execute(SQL["numbers of chains"], (named,)).fetchall())
    partners: dict[int, list[int]] = {}
    for group in groups:
        members = [numbers[id] for id in group if id in numbers]
        for member in members:
            partners.setdefault(member, []).extend(members)
    return partners
