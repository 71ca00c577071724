"""The hand that reads, where it reads which statements report one utterance."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from onrecord.errors import NotFound
from onrecord.ledger.copy_view import CopyView
from onrecord.ledger.rows import statement_row
from onrecord.ledger.sql import queries
from onrecord.ledger.utterance_rows import Told, proposal_row, utterance_row
from onrecord.ledger.utterance_ruling_view import UtteranceRulingView
from onrecord.ledger.voice_view import VoiceView
from onrecord.model.rows import StatementRow
from onrecord.model.said import Saying
from onrecord.model.utterance_rows import UtteranceProposalRow, UtteranceRow

SQL = queries("utterances")
STATEMENTS = queries("read")["statements"].replace(
    "/* conditions */", "WHERE entries.id IN (SELECT value FROM json_each(?))"
)

FEW = 100
"""When statements were said is asked for report by report of so many; of more, all at once."""


class UtteranceView(CopyView, VoiceView, UtteranceRulingView):
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
            return [proposal_row(row, told, names) for row in rows]

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

    def gathered(self) -> dict[str, str]:
        """The digest of what each pool's utterances were made of."""
        return dict(tuple(row) for row in self._asked(SQL["gathered"], ()))

    def outlets(self) -> list[str]:
        """The names of all outlets, in order."""
        return [str(row["outlet"]) for row in self._asked(SQL["outlets"], ())]

    def statements_by_id(self, ids: Collection[str]) -> list[StatementRow]:
        """The statements of these ids (whole), rejected ones too."""
        rows = list(self._asked(STATEMENTS, (json.dumps(sorted(ids)),)))
        reports = {str(row["report"]) for row in rows}
        few = (("sayings of", {"report": report}) for report in sorted(reports))
        sayings: defaultdict[str, list[Saying]] = defaultdict(list)
        for name, asked in few if len(reports) <= FEW else [("sayings", {})]:
            for row in self._rows(name, asked):
                sayings[row["report"]].append(Saying(*tuple(row)[1:]))
        return [statement_row(row, sayings.get(row["report"], ())) for row in rows]

    def _told(self, statements: Iterable[str]) -> Told:
        """The rows, texts and copies that utterances of these statements are shown with."""
        rows = {row["id"]: row for row in self.statements_by_id(set(statements))}
        texts = {
            id: str(self._one("text", (id,), f"report {id}")["text"]) for id in {r["report"] for r in rows.values()}
        }
        return Told(rows, texts, self.printed())

    def _grouped(self, name: str) -> Mapping[int, list[Mapping[str, object]]]:
        found: defaultdict[int, list[Mapping[str, object]]] = defaultdict(list)
        for row in self._asked(SQL[name], ()):
            found[row["utterance"]].append(dict(row))
        return found
