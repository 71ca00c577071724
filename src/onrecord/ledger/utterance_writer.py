"""The part of the writing hand that keeps utterances; every call is one short transaction."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from sqlite3 import Connection

from onrecord.ledger.sql import queries
from onrecord.ledger.utterance_ruling_writer import UtteranceRulingWriter
from onrecord.ledger.voice_writer import VoiceWriter
from onrecord.model.span import Spans
from onrecord.model.utterance import Member, Utterance, UtterancesFound

SQL, VOICES = queries("utterances"), queries("voices")


class UtteranceWriter(UtteranceRulingWriter, VoiceWriter):
    """Keeps the utterances of one pool of voices after the other, and where the ids of former ones lead to."""

    _db: Connection
    _transaction: Callable[[], AbstractContextManager[None]]

    def gather(self, pool: str, digest: str, statements: Collection[str], found: UtterancesFound) -> bool:
        """Put the utterances of a pool, made of these statements, in the place of those that they were in.

        False, and nothing is written, where a statement is gone; the next run makes them anew.
        """
        asked = json.dumps(sorted(statements))
        with self._transaction():
            numbers: dict[str, int] = dict(self._db.execute(SQL["numbers of statements"], (asked,)).fetchall())
            if len(numbers) != len(set(statements)):
                return False
            old = self._forget(pool, numbers)
            for one in found.utterances:
                self._write(pool, one, numbers)
            rows = ((numbers[p.a], numbers[p.b], pool, p.score, p.reason) for p in found.proposals)
            self._db.executemany(SQL["proposal"], rows)
            self._redirect(old, found.utterances)
            self._mark_overruled(asked, found.overruled)
            self._db.execute(SQL["gather"], (pool, digest))
        return True

    def keep_gathered(self, version: int, done: Collection[str], alone: Collection[str]) -> bool:
        """Take out the utterances of statements that are in no pool, or alone in one; these pools are touched no more.

        ``alone`` are those that hold fewer than two statements. False, and nothing is written, where voices have
        changed since this version.
        """
        with self._transaction():
            if not self._raise_version(version):
                return False
            self._db.execute(SQL["forget gathered"], (json.dumps(sorted(alone)),))
            for name in ("forget utterances of others", "forget proposals of others"):
                self._db.execute(SQL[name])
            self._db.execute(VOICES["forget touched"], ("pool", json.dumps(sorted(done))))
        return True

    def _forget(self, pool: str, numbers: Mapping[str, int]) -> dict[str, list[str]]:
        """Take out the utterances of the pool, and those that hold these statements; the statements of each, by id."""
        asked = {"pool": pool, "statements": json.dumps(sorted(numbers.values()))}
        ids: dict[int, str] = dict(self._db.execute(SQL["utterances to forget"], asked).fetchall())
        told: dict[str, list[str]] = {id: [] for id in ids.values()}
        for number, statement in self._db.execute(SQL["statements of utterances"], (json.dumps(sorted(ids)),)):
            told[ids[number]].append(statement)
        # Another pool that they stood in is not as it was gathered, though it may hold again what it was made of.
        self._db.execute(SQL["forget other pools"], (json.dumps(sorted(ids)), pool))
        self._db.execute(SQL["forget utterances"], (json.dumps(sorted(ids)),))
        self._db.execute(SQL["forget proposals"], asked)
        return told

    def _write(self, pool: str, one: Utterance, numbers: Mapping[str, int]) -> None:
        # What is left under this id is of another actor, whose statements were lost or moved: theirs is made anew.
        self._db.execute(SQL["forget utterance"], (one.id,))
        number = int(self._db.execute(SQL["utterance"], (one.id, one.actor, pool)).fetchone()[0])
        for at, member in enumerate(one.members):
            self._member(number, at, member, numbers)
        links = ((number, numbers[a], numbers[b], *rest) for a, b, *rest in one.links)
        self._db.executemany(SQL["link"], links)

    def _member(self, utterance: int, ordinal: int, member: Member, numbers: Mapping[str, int]) -> None:
        own = numbers[member.statement]
        start, end = member.at[0].start, member.at[-1].end
        row = (utterance, own, ordinal, member.rendering.value, member.reason, start, end)
        self._db.execute(SQL["member"], (*row, member.relayed, member.translated))
        changes = (
            (utterance, own, i, *_edges(change.at), numbers[change.than], *_edges(change.other))
            for i, change in enumerate(member.changes)
        )
        self._db.executemany(SQL["change"], changes)

    def _redirect(self, old: Mapping[str, Sequence[str]], new: Sequence[Utterance]) -> None:
        """Let the id of an utterance that is no more lead to the one that its oldest statement left is in."""
        holder: dict[str, str] = {}
        for one in new:
            for member in one.members:
                holder.setdefault(member.statement, one.id)
        ids = {one.id for one in new}
        for id, statements in old.items():
            left = [holder[statement] for statement in statements if statement in holder]
            if id not in ids and left:
                self._db.execute(SQL["redirect"], (id, left[0]))
        self._db.execute(SQL["forget redirects"], (json.dumps(sorted(ids)),))


def _edges(spans: Spans) -> tuple[int | None, int | None]:
    return (spans[0].start, spans[-1].end) if spans else (None, None)
