"""The part of the writing hand that keeps who is who; every call is one short transaction."""

import json
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from sqlite3 import Connection

from onrecord.ledger import deciding
from onrecord.ledger.actors import write_resolution
from onrecord.ledger.anchors import attached
from onrecord.ledger.blocks import Block
from onrecord.ledger.chains import Keyed, write_chains
from onrecord.ledger.overlay import in_force
from onrecord.ledger.sql import queries
from onrecord.model.actor import Resolution

SQL = queries("actors")


class ActorWriter:
    """Keeps chains, actors, and what people decide about them."""

    _db: Connection
    _transaction: Callable[[], AbstractContextManager[None]]
    _decision: Callable[[], AbstractContextManager[None]]
    _who: Callable[[str, str], deciding.Deciding]

    def chain(
        self, report: str, digest: str, label: str, chains: Collection[Keyed], rejected: Collection[str] = ()
    ) -> bool:
        """Write the chains of a report as made from the findings of this digest; False where those have changed since.

        ``label`` says by which way of resolving, with which file of parties; ``rejected`` are the ids of the statements
        that were left out, as they must still be.
        """
        with self._transaction():
            row = self._db.execute(SQL["analysed as"], (report,)).fetchone()
            if row is None or row["digest"] != digest:
                return False
            if {id for (id,) in self._db.execute(SQL["rejected statements"], (row["number"],))} != set(rejected):
                return False
            write_chains(self._db, row["number"], row["text"], chains)
            self._db.execute(SQL["chained"], {"label": label, "report": row["number"]})
        return True

    def resolve(self, block: Block, resolution: Resolution) -> bool:
        """Write what resolving made of a block; False, and nothing is written, where the block has changed since."""
        with self._transaction():
            return write_resolution(self._db, block, resolution)

    def settle(self) -> None:
        """Take out actors that nothing stands for any more, and disagreements with decisions that do not hold."""
        with self._transaction():
            self._db.execute(SQL["forget actors without chains"])
            holding = json.dumps([one.number for one in in_force(attached(self._db)[0])])
            self._db.execute(SQL["forget other disagreements"], (holding,))

    def merge(self, actor: str, other: str, by: str, because: str) -> int:
        """Keep that two actors (whole ids) are one; the number of the decision. Resolving makes it so."""
        with self._decision():
            return deciding.merge(self._db, actor, other, self._who(by, because))

    def split(self, actor: str, chains: Collection[str], by: str, because: str) -> int:
        """Keep that these chains of an actor (whole ids) stand for another; the number of the decision."""
        with self._decision():
            return deciding.split(self._db, actor, chains, self._who(by, because))

    def rename(self, actor: str, name: str, by: str, because: str) -> int:
        """Keep what an actor (whole id) is called; the number of the decision."""
        with self._decision():
            return deciding.rename(self._db, actor, name, self._who(by, because))

    def identify(self, actor: str, identifier: str, by: str, because: str) -> int:
        """Keep a public id of an actor (whole id), as ``wikidata:Q42``; the number of the decision."""
        with self._decision():
            return deciding.identify(self._db, actor, identifier, self._who(by, because))

    def undo(self, decision: int, by: str, because: str) -> int:
        """Take back a decision about actors, or an earlier undoing; the number of this decision."""
        with self._decision():
            return deciding.undo(self._db, decision, self._who(by, because))
