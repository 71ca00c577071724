"""The part of the reading hand that tells what people ruled about entries."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from onrecord.ledger.carrying import carried
from onrecord.ledger.filters import StatementFilter, narrowed
from onrecord.ledger.packing import unpack
from onrecord.ledger.records import ReviewNote
from onrecord.ledger.sql import queries
from onrecord.ledger.utterance_ruling_view import UtteranceRulingView
from onrecord.model.review import Finding
from onrecord.model.terms import Status

SQL = queries("review")


class ReviewView(UtteranceRulingView):
    """Answers what people ruled, and what the machine has in its place."""

    def waiting(self, which: StatementFilter, limit: int = -1) -> list[str]:
        """The ids of statements that nobody has ruled on: grave acts first, then the least sure; -1 is all of them.

        Accusing, blaming and threatening come first, then denying and criticising, then warning.
        """
        query, asked = narrowed(SQL["waiting"], replace(which, status=Status.MACHINE))
        return [row["id"] for row in self._asked(query, {**asked, "limit": limit})]

    def statuses(self) -> dict[str, int]:
        """How many statements have which status; each status is there."""
        counts = {str(status): int(times) for status, times in self._asked(SQL["statuses"], ())}
        return {status.value: counts.get(status.value, 0) for status in Status}

    def review_notes(self) -> list[ReviewNote]:
        """Rulings that are orphans, or that the machine or a later one goes against, by number."""
        return sorted([*(ReviewNote(*row) for row in self._asked(SQL["notes"], ())), *self.utterance_notes()])

    def drawn(self, size: int, seed: int) -> list[tuple[str, str]]:
        """The ids and statuses today of statements that the machine found, drawn by a hash of the ids it gave them."""
        return [(row["id"], row["status"]) for row in self._asked(SQL["drawn"], {"size": size, "seed": seed})]

    def machine_version(self, entry: str) -> Finding | None:
        """What the machine has in the place of an entry (whole id) that is a person's, or None."""
        row = next(self._asked(SQL["machine version of"], (entry,)), None)
        return unpack(row["kind"], row["report"], row["packed"]) if row and row["packed"] else None

    def carried(self) -> Iterator[dict[str, Any]]:
        """Every decision as a line that another ledger can take in, oldest first."""
        yield from carried(self._db)
