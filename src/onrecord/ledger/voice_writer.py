"""The part of the writing hand that keeps in whose voice statements are heard; every call is one short transaction."""

import json
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from sqlite3 import Connection
from typing import NamedTuple

from onrecord.ledger.sql import queries
from onrecord.ledger.voice_view import Link
from onrecord.model.utterance import Spoken

SQL = queries("voices")


class KeyedStatement(NamedTuple):
    """A statement, what is heard in one voice with it, and the keys (hashes, with sizes) that it may be joined on.

    ``said`` is a digest of it, ``facts`` of all that utterances are made of.
    """

    spoken: Spoken
    unit: str
    keys: Mapping[int, int]
    said: str
    facts: str


class VoiceWriter:
    """Keeps voices step by step: each step touches what the next has to work out again.

    Every call takes the version that it was worked out from, and writes nothing and is False where that has changed.
    """

    _db: Connection
    _transaction: Callable[[], AbstractContextManager[None]]

    def keep_told(
        self,
        version: int,
        reports: Mapping[str, str | None],
        come: Collection[KeyedStatement],
        facts: Mapping[str, str],
        gone: Collection[str],
    ) -> bool:
        """Keep what these reports tell: statements that are new or other, other facts of the same, and those gone.

        ``reports`` have the stamp of what they were read from, None for one that is gone.
        """
        return self._kept(version, self._tell, reports, come, facts, gone)

    def _tell(
        self,
        reports: Mapping[str, str | None],
        come: Collection[KeyedStatement],
        facts: Mapping[str, str],
        gone: Collection[str],
    ) -> None:
        other = json.dumps([*gone, *(one.spoken.id for one in come)])
        self._db.execute(SQL["touch keys of statements"], (other,))
        self._db.execute(SQL["touch units of statements"], (other,))
        self._db.execute(SQL["touch units of statements"], (json.dumps(list(facts)),))
        self._db.execute(SQL["forget statements"], (other,))
        self._db.executemany(SQL["facts"], ((made, id) for id, made in facts.items()))
        first = int(self._db.execute(SQL["last number"]).fetchone()[0]) + 1
        self._db.executemany(SQL["statement"], (_row(first + at, one) for at, one in enumerate(come)))
        keys = [(key, first + at, size) for at, one in enumerate(come) for key, size in one.keys.items()]
        self._db.executemany(SQL["key"], sorted(keys))
        self._touch("key", {key for key, _, _ in keys})
        self._touch("unit", {one.unit for one in come})
        self._db.executemany(SQL["stamp"], ((id, stamp) for id, stamp in reports.items() if stamp))
        self._db.executemany(SQL["forget report"], ((id,) for id, stamp in reports.items() if not stamp))

    def forget_speakers(self) -> None:
        """Actors are touched no more where all statements that are kept are known to be theirs."""
        with self._transaction():
            if self._db.execute(SQL["reports of other speakers"]).fetchone() is None:
                self._db.execute(SQL["forget touched actors"])

    def keep_links(self, version: int, keys: Collection[int | str], links: Mapping[int, Collection[Link]]) -> bool:
        """Put these links in the place of all that are kept of these keys."""
        return self._kept(version, self._link, keys, links)

    def _link(self, keys: Collection[int | str], links: Mapping[int, Collection[Link]]) -> None:
        asked = json.dumps(list(keys))
        old = {tuple(row) for row in self._db.execute(SQL["links of keys"], (asked,))}
        new = {(key, *link) for key, some in links.items() for link in some}
        self._db.executemany(SQL["forget link"], sorted(old - new))
        self._db.executemany(SQL["link"], sorted(new - old))
        self._touch("unit", {unit for _, a, b in old ^ new for unit in (a, b)})
        self._db.execute(SQL["forget touched"], ("key", asked))

    def keep_heard(
        self, version: int, touched: Collection[int | str], heard: Mapping[str, tuple[str, str | None] | None]
    ) -> bool:
        """Keep the voice and the head of each of these units, None for one that has none any more."""
        return self._kept(version, self._hear, touched, heard)

    def _hear(self, touched: Collection[int | str], heard: Mapping[str, tuple[str, str | None] | None]) -> None:
        rows = self._db.execute(SQL["heard"], (json.dumps(list(heard)),))
        old = {row["unit"]: (row["voice"], row["head"]) for row in rows}
        other = {unit: made for unit, made in heard.items() if old.get(unit) != made}
        self._db.execute(SQL["touch pools of units"], (json.dumps([*other, *touched]),))
        self._db.executemany(SQL["forget heard"], ((unit,) for unit, made in other.items() if made is None))
        self._db.executemany(SQL["hear"], ((unit, *made) for unit, made in other.items() if made))
        self._db.execute(SQL["forget touched"], ("unit", json.dumps(list(touched))))

    def keep_pools(self, version: int, pools: Mapping[str, str]) -> bool:
        """Keep which pool each of these voices is in; their utterances are to be looked at again."""
        return self._kept(version, self._pool, pools)

    def _pool(self, pools: Mapping[str, str]) -> None:
        self._db.executemany(SQL["pool"], ((pool, voice, pool) for voice, pool in pools.items()))
        self._touch("pool", set(pools.values()))

    def _touch(self, kind: str, keys: Collection[int | str]) -> None:
        self._db.executemany(SQL["touch"], ((kind, key) for key in keys))

    def _kept(self, version: int, step: Callable[..., None], *given: object) -> bool:
        with self._transaction():
            if not self._raise_version(version):
                return False
            step(*given)
        return True

    def _raise_version(self, version: int) -> bool:
        if int(self._db.execute(SQL["version"]).fetchone()[0]) != version:
            return False
        self._db.execute(SQL["raise version"])
        return True


def _row(number: int, one: KeyedStatement) -> tuple[object, ...]:
    spoken = one.spoken
    kind = spoken.type.value if spoken.type else None
    who = (spoken.actor, spoken.name if spoken.actor else None, kind, spoken.parent)
    return number, spoken.id, spoken.report, one.unit, *who, one.said, one.facts
