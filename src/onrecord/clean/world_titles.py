"""What the titles that a text prints beside names say of its day: it is of the time in which they hold the office.

``Former``, ``then`` and the like date the other way round: a report that prints them comes after the term. A title that
is only thought of (``a President Ryl``), printed of somebody dead or in a sentence that names a year, dates nothing but
the beginning.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from onrecord.clean.world import Tenure, Token, Words, World, words_at
from onrecord.clean.world_days import LAST, WorldClue
from onrecord.model.span import Span

SINCE, WHILE, ONCE = 5.0, 3.75, 2.5
"""In 740 PolNeAR articles 99 of 100 titles are of somebody who has the office or had it, 97 of somebody who has it."""

EARLY = 3
DECLARED = 45
"""Candidates are called so that many days before they say that they are."""

_FORMER = frozenset({"former", "ex", "then", "late", "onetime", "erstwhile", "retired", "past", "previous"})
_THOUGHT = frozenset(
    {"a", "incoming", "next", "possible", "potential", "prospective", "future", "hypothetical", "wouldbe"}
)
_UNDER = frozenset({
    "deputy", "vice", "assistant", "under", "shadow", "lieutenant", "state", "acting", "associate", "interim",
    "potential", "possible", "likely", "aspiring", "would"
})  # fmt: skip
_STOP = frozenset({
    "of", "to", "for", "by", "and", "with", "from", "rival", "rivals", "aide", "the", "adviser"
})  # fmt: skip
_BETWEEN = frozenset({
    "the", "a", "an", "s", "current", "incumbent", "presidential", "party", "republican", "democratic"
})  # fmt: skip
_PARTICLES = frozenset({"de", "von", "van", "der", "el", "al", "bin"})
_GONE = re.compile(
    r"\b(?:death|died|late|killing|seat|successor|replace|vacancy|funeral|predecessors?)\b[^.;]*$", re.IGNORECASE
)
_ENDS = re.compile(r"\s*(?:[,.;)—–]|who\b|$)|\n")


class Named(NamedTuple):
    """Somebody with a title, as printed; ``current`` where nothing says that it is told of another time."""

    tenures: tuple[Tenure, ...]
    former: bool
    current: bool
    span: Span


class _Hit(NamedTuple):
    tenures: tuple[Tenure, ...]
    first: int
    last: int
    former: bool


_Names = Mapping[Words, tuple[Tenure, ...]]


def titles(text: str, some: Sequence[Token], world: World, dated: bool) -> Iterator[Named]:
    """The titles with names in the tokens of a sentence; ``dated`` where it names a year."""
    at = 0
    while at < len(some):
        size = world.title_at(some, at)
        if size:
            yield from _title(text, some, at, size, world, dated)
        elif some[at].word == "administration":
            yield from _administration(some, at, world, dated)
        at += max(size, 1)


def tenures(named: Sequence[Named]) -> Iterator[WorldClue]:
    """What all the titles of a text say: since when, and while, each of those named is called so."""
    groups: defaultdict[tuple[Tenure, ...], list[Named]] = defaultdict(list)
    for one in named:
        groups[one.tenures].append(one)
    gone = {tenure.name for one in named if one.former for tenure in one.tenures}
    newest: dict[str, date] = {}
    for rows in groups:
        for row in rows:
            newest[row.office] = max(newest.get(row.office, row.first), min(other.first for other in rows))
    for rows, ones in groups.items():
        key = (rows[0].office, rows[0].name)
        if any(one.former for one in ones):
            begin = min(row.last for row in rows).toordinal() - EARLY
        else:
            begin = min(row.first for row in rows).toordinal() - EARLY - (DECLARED if rows[0].race else 0)
        yield WorldClue(("since", *key), ((begin, LAST, SINCE),), "prints", ones[0].span)
        current = [one for one in ones if one.current]
        held = any(row.first >= newest[row.office] for row in rows)  # who held it before is history beside a later one
        if current and held and not any(row.name in gone for row in rows):
            courtesy = rows[0].office.startswith(("president ", "justice "))  # printed of those who left it too
            weight = ONCE if courtesy and len(current) == 1 else WHILE
            steps = tuple((row.first.toordinal(), row.last.toordinal(), weight) for row in rows)
            yield WorldClue(("while", *key), steps, "prints", current[0].span)


def _title(text: str, some: Sequence[Token], at: int, size: int, world: World, dated: bool) -> Iterator[Named]:
    if at and some[at].joined and some[at - 1].word in _UNDER:
        return
    names = world.titles[words_at(some, at, size)]
    how = _how(some, at)
    hit = _name_after(text, some, at, size, names) or _name_before(text, some, at, size, names)
    if hit is None or how == "thought":
        return
    start = some[hit.first].start
    gone = _GONE.search(text[max(0, start - 40) : start])
    former = how == "former" or hit.former
    yield Named(hit.tenures, former, not (dated or how or gone), Span(start, some[hit.last].end))


def _administration(some: Sequence[Token], at: int, world: World, dated: bool) -> Iterator[Named]:
    """``the Ryl administration``."""
    rows = world.titles.get(("president",), {}).get(words_at(some, at - 1, 2)[:1], ())
    how = _how(some, at - 1) if rows else ""
    if rows and how != "thought":
        yield Named(rows, how == "former", not (dated or how), Span(some[at - 1].start, some[at].end))


def _how(some: Sequence[Token], at: int) -> str:
    """``former`` or ``past`` (the less clear) by the words before a title, ``thought`` where it is only thought of."""
    if at and some[at].joined and some[at - 1].word in _THOUGHT:
        return "thought"
    if words_at(some, at - 2, 3)[:2] == ("would", "be"):
        return "thought"
    place, lower = at, 0
    while place > 0 and at - place < 6 and some[place].joined:
        place -= 1
        word = some[place]
        if word.word in _FORMER:
            return "past" if lower else "former"
        if word.word in _THOUGHT and word.word != "a":
            return "thought"
        if word.word in _STOP:
            break
        if not word.capital and word.word not in ("presidential", "vice", "two", "term"):
            lower += 1
            if lower > 2:
                break
    return ""


def _name_after(text: str, some: Sequence[Token], at: int, size: int, names: _Names) -> _Hit | None:
    """``Foreign Minister John Ryl``, ``the foreign minister, John Ryl``."""
    place = at + size
    if place >= len(some):
        return None
    if not some[place].joined:
        gap = text[some[place - 1].end : some[place].start]
        if gap.strip() != "," or (at and some[at - 1].word in ("as", "became", "was")):
            return None
    rows, length = _name(some, place, names)
    if not rows or (length < 2 and not some[place].joined):
        return None
    return _Hit(rows, at, place + length - 1, False)


def _name_before(text: str, some: Sequence[Token], at: int, size: int, names: _Names) -> _Hit | None:
    """``John Ryl, the foreign minister``."""
    last = at + size - 1
    place = at
    while place > 0 and at - place < 6 and some[place].joined:
        place -= 1
    between = some[place:at]
    if place == 0 or some[place].joined or text[some[place - 1].end : some[place].start].strip() != ",":
        return None
    if any(not token.capital and token.word not in _BETWEEN | _FORMER for token in between):
        return None
    if not _ENDS.match(text[some[last].end : some[last].end + 8]):
        return None
    if last + 1 < len(some) and some[last + 1].joined and some[last + 1].capital:
        return None
    former = any(token.word in _FORMER for token in between)
    for length in (4, 3, 2):
        key = tuple(word for word in words_at(some, place - length, length) if len(word) > 1)
        if len(key) > 1 and key in names:
            return _Hit(names[key], place - length, last, former)
    return None


def _name(some: Sequence[Token], at: int, names: _Names) -> tuple[tuple[Tenure, ...], int]:
    """Who is named from here and in how many words; a single word counts only where no more of a name follows."""
    run: list[str] = []
    for place in range(at, min(at + 5, len(some))):
        token = some[place]
        if (run and not token.joined) or not (token.capital or token.word in _PARTICLES):
            break
        run.append(token.word)
    for length in range(len(run), 0, -1):
        words = tuple(run[:length])
        plain = tuple(word for word in words if len(word) > 1) if length > 2 else words
        rows = names.get(words) or names.get(plain)
        if rows and (length > 1 or len(run) == 1):
            return rows, length
    return (), 0
