"""The hand that reads, where it reads what people decided about utterances."""

import json
from typing import NamedTuple

from onrecord.errors import NotFound
from onrecord.ledger.asking import Asking
from onrecord.ledger.records import ReviewNote
from onrecord.ledger.sql import queries
from onrecord.ledger.utterance_rulings import Held, attached, ruled
from onrecord.model.utterance import Part, Ruled

SQL = queries("utterance_rulings")
OVERRULED = "a later decision goes against it"
LIST = "list them with `onrecord compare`, or statements with `onrecord statements`"


class Meant(NamedTuple):
    """What an id means where people decide: an utterance (its id, all its members) or one statement alone."""

    id: str
    utterance: bool
    parts: tuple[Part, ...]


class UtteranceRulingView(Asking):
    """Answers what people decided that statements report, as it holds of today's statements."""

    def utterance_decisions(self) -> list[Held]:
        """The decisions in force about utterances, in the order in which they were taken."""
        with self._naming():
            return attached(self._db)

    def utterances_ruled(self) -> list[Ruled]:
        """What these decisions ask of today's statements, two by two, the oldest first."""
        return list(ruled(self.utterance_decisions()))

    def rulings_heard(self) -> list[Ruled]:
        """The same as it was when utterances were gathered last."""
        return [
            Ruled(row["decision"], bool(row["same"]), Part(row["a"], row["a_start"], row["a_end"]),
                  Part(row["b"], row["b_start"], row["b_end"]), row["reason"])
            for row in self._asked(SQL["kept"], ())
        ]  # fmt: skip

    def tied_voices(self) -> set[tuple[str, str]]:
        """The voices of statements that people joined, two by two."""
        return {(row["a"], row["b"]) for row in self._asked(SQL["tied voices"], ())}

    def joined_by_people(self) -> set[str]:
        """The statements that people joined with another."""
        return {str(row["a"]) for row in self._asked(SQL["joined"], ())}

    def utterance_notes(self) -> list[ReviewNote]:
        """The decisions about utterances that a person should look at: an orphan, or one that a later one overrules."""
        overruled = {row["decision"] for row in self._asked(SQL["overruled"], ())}
        notes = []
        for one in self.utterance_decisions():
            kind = "orphan" if one.lost else "disagreement" if one.decision in overruled else ""
            if kind:
                clause = one.lost or OVERRULED
                notes.append(ReviewNote(one.decision, kind, one.at, one.by, "", "", one.because, clause))
        return notes

    def meant_by(self, beginning: str) -> Meant:
        """The utterance or statement whose id begins so: the utterance where one has the id of its oldest statement."""
        first = beginning.strip().lower()
        rows = list(self._asked(SQL["utterances and statements beginning"], {"first": first})) if first else []
        ids = list(dict.fromkeys(str(row["id"]) for row in rows))
        if len(ids) > 1 and first not in ids:
            raise NotFound(f"{beginning}: several ids begin so ({', '.join(ids[:5])}); give more of it")
        if not ids:
            return self._former(beginning, first)
        id = first if first in ids else ids[0]
        if any(row["utterance"] for row in rows if row["id"] == id):
            return Meant(id, True, self.members_of(id))
        return Meant(id, False, (self._whole(id),))

    def members_of(self, utterance: str) -> tuple[Part, ...]:
        """What tells an utterance (whole id), in order of appearance."""
        return tuple(Part(*row) for row in self._asked(SQL["members of utterance"], (utterance,)))

    def _former(self, beginning: str, first: str) -> Meant:
        """By an id that an utterance or a statement had before."""
        for query in (queries("utterances")["redirects beginning"], queries("read")["entries that were"]):
            asked = {"first": first, "kind": "statement"}
            ids = sorted({str(row[0]) for row in self._asked(query, asked)}) if first else []
            if len(ids) == 1:
                return self.meant_by(ids[0])
        raise NotFound(f"utterance or statement {beginning}: not in the ledger; {LIST}")

    def _whole(self, statement: str) -> Part:
        row = next(self._asked(SQL["statements"], (json.dumps([statement]),)))
        return Part(statement, row["start"], row["end"])
