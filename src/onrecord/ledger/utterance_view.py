"""The hand that reads, where it reads which statements report one utterance."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from onrecord.errors import NotFound
from onrecord.ledger.copy_view import CopyView
from onrecord.ledger.filters import StatementFilter
from onrecord.ledger.rows import statement_row
from onrecord.ledger.sql import queries
from onrecord.ledger.utterance_rows import Told, proposal_row, utterance_row
from onrecord.model.rows import StatementRow
from onrecord.model.said import Saying
from onrecord.model.utterance_rows import UtteranceProposalRow, UtteranceRow

SQL = queries("utterances")


class UtteranceView(CopyView):
    """Answers which statements report one utterance, and which may."""

    def utterances(self) -> list[UtteranceRow]:
        """The utterances that two statements or more report, the first told first."""
        with self.snapshot():
            parts = {name: self._grouped(name) for name in ("members", "changes", "links")}
            heads = list(self._asked(SQL["listed"], ()))
            told = self._told(str(row["statement"]) for rows in parts["members"].values() for row in rows)
            found = [utterance_row(row, {n: p[row["number"]] for n, p in parts.items()}, told) for row in heads]
        return sorted(
            found, key=lambda one: (one["published"] or "~", one["report"], one["spans"]["content"], one["id"])
        )

    def utterance_proposals(self) -> list[UtteranceProposalRow]:
        """The pairs of statements that may report one utterance, the likeliest first."""
        with self.snapshot():
            rows = list(self._asked(SQL["proposals"], ()))
            told = self._told(id for row in rows for id in (row["a"], row["b"]))
            names = {row["id"]: row["name"] for row in self._asked(SQL["names"], ())}
            return [proposal_row(row, told, names.get(row["actor"])) for row in rows]

    def utterance_id(self, beginning: str) -> str:
        """The id of the one utterance whose id, or a former one, begins so, or that a statement so beginning is in."""
        first = beginning.strip().lower()
        for query in ("utterances beginning", "redirects beginning", "utterances of statement beginning"):
            ids = sorted({row["id"] for row in self._asked(SQL[query], {"first": first})}) if first else []
            if len(ids) == 1:
                return str(ids[0])
            if ids:
                raise NotFound(f"utterance {beginning}: several begin so ({', '.join(ids)}); give more of the id")
        raise NotFound(f"utterance {beginning}: not in the ledger; list them with `onrecord compare`")

    def ungathered(self, way: str) -> tuple[dict[str, str], list[str]]:
        """What each actor's utterances are to be made of, as a digest by id, and the actors for whom that has changed.

        Only actors with two statements or more; ``way`` is the way of joining.
        """
        with self.snapshot():
            count: defaultdict[str, int] = defaultdict(int)
            held: defaultdict[str, hashlib._Hash] = defaultdict(lambda: hashlib.sha256(way.encode()))
            for actor, *said in self._asked(SQL["told"], ()):
                count[actor] += 1
                held[actor].update(json.dumps(said).encode("utf-8", "replace"))
            digests = {actor: held[actor].hexdigest()[:16] for actor, many in count.items() if many > 1}
            known = dict(tuple(row) for row in self._asked(SQL["gathered"], ()))
        return digests, [actor for actor, digest in sorted(digests.items()) if known.get(actor) != digest]

    def outlets(self) -> list[str]:
        """The names of all outlets, in order."""
        return [str(row["outlet"]) for row in self._asked(SQL["outlets"], ())]

    def statements_of(self, actors: Collection[str]) -> list[StatementRow]:
        """The statements of these actors (whole ids)."""
        return self._statements(StatementFilter(actor=json.dumps(sorted(actors))))

    def _statements(self, which: StatementFilter) -> list[StatementRow]:
        sayings: defaultdict[str, list[Saying]] = defaultdict(list)
        for row in self._rows("sayings", {"report": None}):
            sayings[row["report"]].append(Saying(*tuple(row)[1:]))
        return [statement_row(row, sayings.get(row["report"], ())) for row in self._listed("statements", which)]

    def _told(self, statements: Iterable[str]) -> Told:
        """The rows, texts and copies that utterances of these statements are shown with."""
        asked = set(statements)
        actors = {row["actor"] for row in self._asked(SQL["actors of statements"], (json.dumps(sorted(asked)),))}
        rows = {row["id"]: row for row in self.statements_of(actors) if row["id"] in asked}
        texts = {
            id: str(self._one("text", (id,), f"report {id}")["text"]) for id in {r["report"] for r in rows.values()}
        }
        return Told(rows, texts, self.printed())

    def _grouped(self, name: str) -> Mapping[int, list[Mapping[str, object]]]:
        found: defaultdict[int, list[Mapping[str, object]]] = defaultdict(list)
        for row in self._asked(SQL[name], ()):
            found[row["utterance"]].append(dict(row))
        return found


def _age(one: UtteranceRow) -> tuple[str, str, list[list[int]], str]:
    return one["published"] or "~", one["report"], one["spans"]["content"], one["id"]
