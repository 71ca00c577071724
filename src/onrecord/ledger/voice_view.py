"""The hand that reads, where it reads in whose voice statements are heard, and what of that is to be made anew."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from sqlite3 import Row
from typing import NamedTuple

from onrecord.ledger.asking import Asking
from onrecord.ledger.sql import queries
from onrecord.model.terms import ActorType
from onrecord.model.utterance import Spoken

SQL = queries("voices")
Link = tuple[str, str]
"""The names of two units that may be one speaker."""


class Pooled(NamedTuple):
    """A statement of a pool of voices: who says it, in whose voice (an actor id) it is heard, a digest of its facts.

    ``head`` is the last word that one without a name is called by, if it is their own voice.
    """

    spoken: Spoken
    voice: str
    facts: str
    head: str | None = None


class VoiceView(Asking):
    """Answers what voices are made of, step by step; ``version`` is that of the tables that it was read from."""

    def voice_version(self) -> int:
        """What grows with every change of what is kept about voices."""
        return int(next(self._asked(SQL["version"], ()))[0])

    def unheard(self, way: str) -> dict[str, str | None]:
        """Reports (ids) whose statements are to be read by this way, with the stamp of what from; None for one gone."""
        found: dict[str, str | None] = {row["report"]: None for row in self._asked(SQL["reports gone"], ())}
        stamps = {}
        for id, known, *parts in self._asked(SQL["read from"], ()):
            made = hashlib.sha256(json.dumps([way, *parts], ensure_ascii=False).encode()).hexdigest()[:16]
            stamps[id] = made
            if made != known:
                found[id] = made
        for row in self._asked(SQL["reports of other speakers"], ()):
            found.setdefault(row["report"], stamps.get(row["report"]))
        return found

    def told(self, reports: Collection[str] | None = None) -> list[tuple[Spoken, str]]:
        """Every statement (of these reports) that is not rejected, with all else that utterances are made of as one
        string. The content is that of statements with words in quotation marks alone.
        """
        asked = None if reports is None else json.dumps(sorted(reports))
        rows = self._asked(SQL["told"], {"reports": asked})
        found = [(_spoken(row, json.loads(row["content"])), repr(tuple(row))) for row in rows]
        return sorted(found, key=lambda told: told[0].id)

    def told_before(self, reports: Collection[str]) -> dict[str, tuple[str, str]]:
        """For each statement that is kept of these reports the digests of what was said, and of all facts."""
        rows = self._asked(SQL["known"], (_listed(reports),))
        return {row["statement"]: (row["said"], row["facts"]) for row in rows}

    def voices_touched(self, kind: str, most: int) -> list[int | str]:
        """So many of the keys, units or pools that are to be worked out again."""
        return [row["key"] for row in self._asked(SQL["touched"], (kind, most))]

    def sharing_keys(self, keys: Collection[int | str]) -> dict[int, tuple[int, list[Spoken]]]:
        """The statements that share each of these keys, by id, with its size; not of keys that one alone has."""
        sizes: dict[int, int] = {}
        shared: defaultdict[int, list[int]] = defaultdict(list)
        for key, statement, size in self._asked(SQL["keys that are shared"], (_listed(keys),)):
            sizes[key] = size
            shared[key].append(statement)
        numbers = {number for some in shared.values() for number in some}
        told = {row["number"]: _spoken(row) for row in self._asked(SQL["statements"], (_listed(numbers),))}
        return {key: (sizes[key], sorted(told[n] for n in some)) for key, some in shared.items()}

    def voice_links(self, keys: Collection[int | str]) -> dict[int, set[Link]]:
        """The links that are kept of these keys."""
        found: defaultdict[int, set[Link]] = defaultdict(set)
        for key, a, b in self._asked(SQL["links of keys"], (_listed(keys),)):
            found[key].add((a, b))
        return found

    def hanging_together(self, units: Iterable[str]) -> tuple[dict[str, Spoken], set[Link]]:
        """A statement of each unit that links connect with these, and the links."""
        links: set[Link] = set()
        every = new = set(units)
        while new:
            found = {(a, b) for a, b in self._asked(SQL["links of units"], {"units": _listed(new)})}
            new = {unit for link in found for unit in link} - every
            every = every | new
            links |= found
        return {row["unit"]: _spoken(row) for row in self._asked(SQL["units"], (_listed(every),))}, links

    def heard_before(self, units: Iterable[str]) -> dict[str, tuple[str, str | None]]:
        """The voice and the head that are kept of these units."""
        return {row["unit"]: (row["voice"], row["head"]) for row in self._asked(SQL["heard"], (_listed(units),))}

    def unpooled(self, ties: Iterable[tuple[str, str]] = ()) -> set[tuple[str, str | None]]:
        """The voices whose pools are to be worked out again, all that hang together with them, and their heads.

        ``ties`` are voices that hang together by what people decided.
        """
        tied: defaultdict[str, set[str]] = defaultdict(set)
        for a, b in ties:
            tied[a].add(b)
            tied[b].add(a)
        voices: set[str] = set()
        heads: set[str] = set()
        found: set[tuple[str, str | None]] = set()
        new = {str(row["voice"]) for row in self._asked(SQL["voices without a pool"], ())}
        while new:
            voices |= new
            of = {(row["voice"], row["head"]) for row in self._asked(SQL["heads of voices"], (_listed(new),))}
            others = {head for _, head in of if head} - heads
            heads |= others
            found |= of
            near = {str(row["voice"]) for row in self._asked(SQL["voices with heads"], (_listed(others),))}
            new = (near | {other for voice in new for other in tied.get(voice, ())}) - voices
        return found

    def in_pools(self, pools: Collection[int | str] | None = None) -> Mapping[str, Sequence[Pooled]]:
        """The statements of these pools, or of all, by id."""
        found: defaultdict[str, list[Pooled]] = defaultdict(list)
        asked = ("every voice", ()) if pools is None else ("told in pools", (_listed(pools),))
        for row in self._asked(SQL[asked[0]], asked[1]):
            found[row["pool"]].append(Pooled(_spoken(row), row["voice"], row["facts"], row["head"]))
        return found


def _listed(some: Iterable[int | str]) -> str:
    return json.dumps(list(some))


def _spoken(row: Row, content: Sequence[str] = ()) -> Spoken:
    kind = ActorType(row["type"]) if row["type"] else None
    who = (row["actor"], row["name"] or "", kind)
    return Spoken(row["statement"], row["report"], *who, row["parent"], tuple(content))
