"""Pairs of entries whose words are the same and whose speaker, sign or day is not."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from onrecord.model.rows import StatementRow, TimeRow
from onrecord.model.terms import Act, Mode

T = TypeVar("T")
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
QUOTED = re.compile(r"[“\"«]([^”\"»]+)[”\"»]?")
SENTENCES = re.compile(r"[.!?][’”\"']*\s")
LEAST = 6
"""So many words in a row are seldom said twice by chance."""
MOST_SHARED = 50
"""A run of words that more statements hold is a saying, an oath or a motto."""
ALIKE = 0.8
SHORT = {
    "n't": " not", "'re": " are", "'ve": " have", "'ll": " will", "'m": " am", "'s": " is", "'d": " would",
}  # fmt: skip
CAPITAL = re.compile(r"\[(\w)\](?=\w)")
BRACKETED = re.compile(r"\[[^\]]*\]")
SAME, FEW = 0.8, 2
FEWEST = 5
NEAR = 14
"""Two reports of one event are printed within so many days, and put it on days no farther apart."""
DAY = re.compile(
    r"\d|(?:sun|mon|tues|wednes|thurs|fri|satur|to|yester)day|tomorrow"
    r"|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)",
    re.IGNORECASE,
)
NOT = {"not", "never", "no", "none", "nobody", "nothing", "neither", "nor", "without", "cannot"}
EMPTY = {
    "the", "a", "an", "of", "to", "in", "on", "at", "by", "for", "and", "or", "but", "with", "from", "that", "this",
    "it", "its", "his", "her", "their", "our", "my", "he", "she", "they", "we", "i", "you", "was", "were", "is", "are",
    "be", "been", "has", "have", "had", "will", "would", "do", "does", "did", "as", "any", "there",
}  # fmt: skip


class _Said(NamedTuple):
    """A statement with its telling words, and whether what it says is said not to be so."""

    row: StatementRow
    words: frozenset[str]
    denied: bool


def same_words(
    rows: Iterable[StatementRow], bodies: Container[str] = frozenset()
) -> Iterator[tuple[StatementRow, StatementRow, int]]:
    """Quotations of two reports that share six words in a row and most of the shorter, and are given to two by name.

    The number is how many words in a row are the same. What somebody is reported to report is left out, and what is
    given to a body (the id of an actor) and to a person: she may speak for it, and ``according to the Gazette`` names
    whom a report has a quotation from.
    """
    named = (row for row in rows if row["actor"] and row["speaker"] and row["parent"] is None)
    said = {row["id"]: (row, _quoted(row)) for row in named}
    holding: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for id, (_, words) in said.items():
        for at in range(len(words) - LEAST + 1):
            holding[tuple(words[at : at + LEAST])].add(id)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for ids in holding.values():
        if 1 < len(ids) <= MOST_SHARED:
            for a, b in _pairs(sorted(ids)):
                shared[a, b] += 1
    for (a, b), runs in sorted(shared.items()):
        (one, words), (other, others) = said[a], said[b]
        shorter = min(len(words), len(others))
        if one["report"] == other["report"] or one["actor"] == other["actor"] or not _two(one, other):
            continue
        if (one["actor"] in bodies) != (other["actor"] in bodies):
            continue
        if runs + LEAST - 1 >= ALIKE * shorter:
            yield one, other, runs + LEAST - 1


def _two(one: StatementRow, other: StatementRow) -> bool:
    """Whether two speakers are two: neither name is part of the other's."""
    a, b = (set(WORD.findall((row["speaker"] or "").lower())) for row in (one, other))
    return not (a <= b or b <= a)


def worded_alike(one: str, other: str) -> bool:
    """Whether one quotation holds the other but for what printing does: short forms (``it's``), capitals, brackets."""
    a, b = (f" {' '.join(WORD.findall(_spelt_out(words)))} " for words in (one, other))
    return a in b or b in a


def _spelt_out(words: str) -> str:
    plain = (
        BRACKETED.sub(" ", CAPITAL.sub(r"\1", words))
        .lower()
        .replace("’", "'")
        .replace("won't", "will not")
        .replace("can't", "can not")
    )
    for short, long in SHORT.items():
        plain = re.sub(rf"{short}\b", long, plain)
    return plain


def against_itself(rows: Iterable[StatementRow]) -> Iterator[tuple[StatementRow, StatementRow]]:
    """Two statements of one actor, a sentence each, in nearly the same words, one with a negation and one without."""
    by_actor: dict[str, list[_Said]] = defaultdict(list)
    for row in rows:
        words = [word.lower() for piece in row["content_text"] for word in WORD.findall(piece)]
        content = frozenset(words) - EMPTY - NOT
        one = not any(SENTENCES.search(piece) for piece in row["content_text"])
        if row["actor"] and one and len(content) >= FEWEST and not row["negated"]:
            by_actor[row["actor"]].append(_Said(row, content, _denied(row, words)))
    for actor in sorted(by_actor):
        yield from _turned(by_actor[actor])


def _turned(said: Sequence[_Said]) -> Iterator[tuple[StatementRow, StatementRow]]:
    """Those with a negation beside those without that share most of their words, found by the words."""
    holding: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(said):
        if not one.denied:
            for word in one.words:
                holding[word].append(number)
    for one in (one for one in said if one.denied):
        shared = Counter(number for word in one.words for number in holding.get(word, ()))
        for number, count in sorted(shared.items()):
            other = said[number]
            if _overlap(one.row, other.row):
                continue
            if count >= SAME * len(one.words | other.words) and len(one.words ^ other.words) <= FEW:
                yield one.row, other.row


def _overlap(one: StatementRow, other: StatementRow) -> bool:
    """Whether two statements are of the same words of one report (``no conclusion on whether …``, ``whether …``)."""
    if one["report"] != other["report"]:
        return False
    return any(a[0] < b[1] and b[0] < a[1] for a in one["content"] for b in other["content"])


def two_days(rows: Iterable[TimeRow]) -> Iterator[tuple[TimeRow, TimeRow]]:
    """Events of two reports in the same telling words, each put on a day by name, on days that no two share."""
    by_words: dict[frozenset[str], list[TimeRow]] = defaultdict(list)
    for row in rows:
        words = frozenset(word.lower() for word in WORD.findall(row["event"] or "")) - EMPTY
        if row["start"] and row["end"] and row["happening"] != "planned" and len(words) >= 3 and _named(row):
            by_words[words].append(row)
    for _, some in sorted(by_words.items(), key=lambda item: sorted(item[0])):
        seen: dict[tuple[str, str], tuple[TimeRow, TimeRow]] = {}
        for one, other in _pairs(some):
            if one["report"] != other["report"] and _apart(one, other):
                seen.setdefault((one["report"], other["report"]), (one, other))
        yield from seen.values()


def _quoted(row: StatementRow) -> list[str]:
    """The words that a statement quotes."""
    whole = row["mode"] == Mode.DIRECT
    pieces = row["content_text"] if whole else [q for p in row["content_text"] for q in QUOTED.findall(p)]
    return [word.lower() for piece in pieces for word in WORD.findall(piece)]


def _denied(row: StatementRow, words: Sequence[str]) -> bool:
    """Whether what is said is said not to be so."""
    count = sum(word in NOT or word.endswith(("n't", "n’t")) for word in words) + (row["act"] == Act.DENY)
    return count % 2 == 1


def _named(row: TimeRow) -> bool:
    """Whether the words name a day (``on Friday``, ``April 9``), not only a part of one (``in the evening``)."""
    return not row["bound"] and bool(DAY.search(row["exact"]))


def _apart(one: TimeRow, other: TimeRow) -> bool:
    """Whether two ranges of days share none and are near each other, as the days of publication are."""
    a, b = (one["start"] or "", one["end"] or ""), (other["start"] or "", other["end"] or "")
    if a[0] <= b[1] and b[0] <= a[1]:
        return False
    printed = (one["published"] or "")[:10], (other["published"] or "")[:10]
    return _days(a[0], b[0]) <= NEAR and (not all(printed) or _days(*printed) <= NEAR)


def _days(one: str, other: str) -> int:
    try:
        return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)
    except ValueError:
        return NEAR + 1


def _pairs(some: Sequence[T]) -> Iterator[tuple[T, T]]:
    return ((one, other) for at, one in enumerate(some) for other in some[at + 1 :])
