"""The hand that reads, where it reads actors: who is who, what people decided on it, what is pending."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from onrecord.ledger import actor_rows
from onrecord.ledger.anchors import attached
from onrecord.ledger.blocks import Block, touched_block
from onrecord.ledger.chains import load_chains
from onrecord.ledger.copy_view import CopyView
from onrecord.ledger.filters import (
    ActorFilter,
    LabelFilter,
    MentionFilter,
    PositionFilter,
    RelationFilter,
    StatementFilter,
)
from onrecord.ledger.overlay import constraints
from onrecord.ledger.records import Called, ChainRow, Disagreement, Orphan, PartiesFile, Pending
from onrecord.ledger.search import SearchFilter
from onrecord.ledger.sql import queries
from onrecord.model.actor import Chain
from onrecord.model.rows import ActorRow, ProposalRow

SQL = queries("actors")
Narrowed = TypeVar(
    "Narrowed", StatementFilter, MentionFilter, RelationFilter, PositionFilter, LabelFilter, SearchFilter
)


class ActorView(CopyView):
    """Answers questions about actors; what it returns is the same whatever the order of adding."""

    def actors(self, which: ActorFilter = ActorFilter()) -> list[ActorRow]:  # noqa: B008 (frozen)
        """The actors over all reports, one row each; ``id`` may be any id or whole name of one."""
        with self._naming():
            if which.id is not None:
                which = replace(which, id=json.dumps(actor_rows.actors_meant(self._db, which.id)))
            return actor_rows.actor_rows(self._db, which, self.printed())

    def actors_called(self) -> list[Called]:
        """All actors with nothing but what they are called, by id."""
        aliases: defaultdict[str, list[str]] = defaultdict(list)
        for actor, alias in self._asked(SQL["all aliases"], ()):
            aliases[actor].append(alias)
        return [Called(id, name, type, tuple(aliases[id])) for id, name, type in self._asked(SQL["all names"], ())]

    def actors_of(self, ids: Sequence[str]) -> list[ActorRow]:
        """The actors of whole ids of today, by id."""
        with self._naming():
            return actor_rows.actor_rows(self._db, ActorFilter(id=json.dumps(list(ids))), self.printed())

    def actor(self, which: str) -> ActorRow:
        """The one actor that an id, the beginning of one or a whole name stands for; else ``NotFound`` names them."""
        return self.actors(ActorFilter(id=self.actor_id(which)))[0]

    def actor_id(self, which: str) -> str:
        """The id of the one actor that an id (a former one too), its beginning or a whole name stands for."""
        with self._naming():
            return actor_rows.actor_meant(self._db, which)

    def chains(self, actor: str) -> list[ChainRow]:
        """The mentions of an actor (whole id) report by report, the oldest report first."""
        return [ChainRow(*row) for row in self._asked(SQL["chains of actor"], (actor,))]

    def proposals(self, kind: str | None = None, actor: str | None = None) -> list[ProposalRow]:
        """The pairs of actors that might be one, for a person to decide; those of one actor where one is named."""
        with self._naming():
            return actor_rows.proposal_rows(self._db, kind, actor)

    def disagreements(self) -> list[Disagreement]:
        """Where the machine finds what goes against a decision about actors."""
        return [Disagreement(*row) for row in self._asked(SQL["disagreeing"], ())]

    def orphans(self) -> list[Orphan]:
        """The places of decisions about actors that are not found any more."""
        with self._naming():
            decisions, anchors = attached(self._db)
        kinds = {one.number: one.kind for one in decisions}
        asked, orphans = constraints(decisions, anchors)
        holding = {one.decision for one in asked}
        return [
            Orphan(a.decision, kinds[a.decision], a.report, *a.span, a.exact, a.lost, a.decision in holding)
            for a in orphans
        ]

    def parties(self) -> PartiesFile | None:
        """The file of parties in force; None where there is none."""
        row = next(self._asked(SQL["parties"], ()), None)
        return PartiesFile(*row) if row is not None and row["text"] else None

    def every_chain(self) -> list[Chain]:
        """All chains of all reports, as resolving sees them."""
        with self._naming():
            numbers = [number for (number,) in self._db.execute("SELECT mention FROM chains")]
            return sorted(load_chains(self._db, numbers).values(), key=lambda chain: chain.id)

    def unchained(self, label: str) -> list[str]:
        """The reports whose chains were not made by this way of resolving with this file of parties."""
        return [row["id"] for row in self._asked(SQL["unchained"], {"label": label})]

    def touched(self) -> Block | None:
        """Some blocks of chains that are to be resolved again; None where all are resolved."""
        with self._naming(), self.snapshot():
            return touched_block(self._db)

    def pending(self) -> Pending:
        """How much is still to be resolved; a run that was stopped is completed by the next one."""
        return Pending(*next(self._asked(SQL["pending"], ())))

    def _meant(self, which: Narrowed) -> Narrowed:
        """The filter with the actor that it names as the ids of all that are called so."""
        if which.actor is None:
            return which
        with self._naming():
            return replace(which, actor=json.dumps(actor_rows.actors_meant(self._db, which.actor)))
