"""What holds of the world at a time: who held which office from when to when, and what happened on which days.

``world_offices.csv`` and ``world_events.csv`` are public facts, written down by hand. They serve dating alone: nothing
of them is shown, labelled or ranked, and what is not in them says nothing.
"""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

OPEN = date(2100, 1, 1)
_WORD = re.compile(r"(?P<word>(?:[A-Za-z]\.){2,}|[^\W_]+(?:['’](?!s\b)[^\W_]+)*)(?:['’]s\b)?")
_SHORT = frozenset({
    "sen", "rep", "gov", "lt", "gen", "sec", "dr", "mr", "mrs", "ms", "st", "sgt", "col", "maj", "prof", "hon", "rev",
    "capt", "sens", "reps", "govs", "jan", "feb", "mar", "apr", "aug", "sept", "sep", "oct", "nov", "dec"
})  # fmt: skip
_GAPS = (
    "", "Republican", "Democratic", "GOP", "presidential", "Republican presidential", "Democratic presidential",
    "GOP presidential", "first in the nation", "Tuesday", "Saturday",
)  # fmt: skip
"""What may stand where a wording has ``~``."""

Words = tuple[str, ...]


class Tenure(NamedTuple):
    """Somebody in an office from one day to another, both included; ``last`` is far ahead where the term runs on."""

    office: str
    name: str
    first: date
    last: date

    @property
    def race(self) -> str:
        """The year of the election that a candidate stands in; empty for whoever stands in none."""
        return self.office[-4:] if self.office.startswith("candidate ") else ""


class Event(NamedTuple):
    """Something that happened, or was to happen, in these days.

    ``near`` are words one of which must stand in the same sentence. ``how`` it is told: ``yes`` where it is announced
    and so may lie ahead, ``result`` where its outcome is told, ``during`` what holds while it lasts, ``near`` what is
    told in the week before and after; empty where it came unannounced. ``proper`` wordings are written with a capital.
    """

    event: str
    first: date
    last: date
    near: frozenset[str]
    how: str
    proper: bool


class Token(NamedTuple):
    """A word of a text as the tables compare it, where it stands, and whether it belongs with the one before it."""

    word: str
    start: int
    end: int
    capital: bool
    joined: bool


@dataclass(frozen=True, slots=True)
class World:
    """The tables as they are asked: titles with the names beside them, wordings of events, and names of candidates."""

    titles: Mapping[Words, Mapping[Words, tuple[Tenure, ...]]]
    events: Mapping[Words, tuple[Event, ...]]
    candidates: Mapping[Words, tuple[Tenure, ...]]
    heads: Mapping[str, int]

    def title_at(self, tokens: Sequence[Token], at: int) -> int:
        """How many words the longest title has that begins here; 0 where none does."""
        return self._longest(self.titles, tokens, at)

    def event_at(self, tokens: Sequence[Token], at: int) -> int:
        """How many words the longest wording of an event has that begins here; 0 where none does."""
        return self._longest(self.events, tokens, at)

    def _longest(self, table: Mapping[Words, object], tokens: Sequence[Token], at: int) -> int:
        longest = self.heads.get(tokens[at].word, 0)
        return next((size for size in range(longest, 0, -1) if words_at(tokens, at, size) in table), 0)


def words_at(tokens: Sequence[Token], at: int, size: int) -> Words:
    """The words of so many tokens from here; nothing where they do not belong together."""
    some = tokens[at : at + size] if at >= 0 else ()
    if len(some) < size or not all(token.joined for token in some[1:]):
        return ()
    return tuple(token.word for token in some)


def tokens(text: str) -> Iterator[Token]:
    """The words of a text, folded; one belongs with the one before it where no mark stands between them."""
    before, word = 0, ""
    for match in _WORD.finditer(text):
        gap = text[before : match.start()]
        close = not gap.strip(" \n\t-") or (gap.strip() == "." and (word in _SHORT or len(word) == 1))
        word = _folded(match["word"])
        yield Token(word, match.start(), match.end("word"), match[0][0].isupper(), close and "\n\n" not in gap)
        before = match.end()


def made(offices: Iterable[Mapping[str, str]], events: Iterable[Mapping[str, str]]) -> World:
    """A world of rows as the tables hold them."""
    titles: defaultdict[Words, defaultdict[Words, list[Tenure]]] = defaultdict(lambda: defaultdict(list))
    candidates: defaultdict[Words, list[Tenure]] = defaultdict(list)
    for row in offices:
        full, *others = row["name"].split("|")
        tenure = Tenure(row["office"], full, date.fromisoformat(row["from"]), _until(row["to"]))
        for name in map(_words, {full, *(others or [full.rpartition(" ")[2]])}):
            for title in row["title"].split("|"):
                titles[_words(title)][name].append(tenure)
            if tenure.race:
                candidates[name].append(tenure)
    known = _known(events)
    heads: dict[str, int] = {}
    for words in (*titles, *known):
        heads[words[0]] = max(heads.get(words[0], 0), len(words))
    return World(
        {title: {name: tuple(rows) for name, rows in names.items()} for title, names in titles.items()},
        {words: tuple(sorted(rows, key=lambda row: row.first)) for words, rows in known.items()},
        {name: tuple(rows) for name, rows in candidates.items()},
        heads,
    )


@cache
def shipped() -> World:
    """The world of the tables that are shipped."""
    return made(rows("world_offices.csv"), rows("world_events.csv"))


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a shipped table."""
    text = files("onrecord.clean").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _known(rows: Iterable[Mapping[str, str]]) -> dict[Words, list[Event]]:
    """Events by their wordings; the first row of an event says how it is told."""
    known: defaultdict[Words, list[Event]] = defaultdict(list)
    told: dict[str, Mapping[str, str]] = {}
    for row in rows:
        how = told.setdefault(row["event"], row)
        near = frozenset(_folded(word) for word in how["near"].split("|") if word)
        first, last = date.fromisoformat(row["from"]), date.fromisoformat(row["to"] or row["from"])
        for phrase in how["words"].split("|"):
            event = Event(row["event"], first, last, near, how["told"], phrase != phrase.casefold())
            for filling in _GAPS if "~" in phrase else ("",):
                known[_words(phrase.replace("~", filling))].append(event)
    return known


def _until(day: str) -> date:
    return date.fromisoformat(day) if day else OPEN


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.replace("’", "'").replace(".", ""))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def _words(phrase: str) -> Words:
    return tuple(_folded(match["word"]) for match in _WORD.finditer(phrase))
