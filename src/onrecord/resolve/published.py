"""When reports without a date were published, as far as it follows from dated ones: a range of days, or nothing.

Three kinds of clues. *Copies*: a report that prints the text of dated ones is of their days. *Events*: a report that
says ``on Tuesday`` of what a dated one gives a day for is of a day from which ``on Tuesday`` means that day. *Days in a
row*: ``the ninth day of the siege`` counts from the day on which another report has the siege begin. Only days that
reports have of their own count, so that the order of adding never matters; clues that exclude one another give nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.model.inferred import Dateless, Happened, Inferred
from onrecord.model.timex import days_of, value_of

COPY, EVENT, AGREED, ROW = 0.8, 0.6, 0.75, 0.5
"""In 840 PolNeAR articles, each read as if undated beside the others, 13 of 13 that a named event dates were right."""

WIDEST, NARROW, SPREAD, REACH = 60, 8, 7, 40
LIKE = 0.6
WORD = re.compile(r"\w+")
SPEECH = re.compile(
    r"\b(?:say|said|says|tell|told|ask|asked|wrote|add|added|tweeted|announced|according|report|reported|released|published)\b"
)
EMPTY = frozenset(
    {"a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "had", "has", "have", "he", "her", "his",
     "in", "is", "it", "its", "not", "of", "on", "or", "she", "that", "the", "their", "they", "this", "to", "was",
     "were", "which", "who", "will", "with", "would"}
)  # fmt: skip
NTH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
IN_A_ROW = re.compile(
    rf"\b(?:the\s+(?P<rank>{'|'.join(NTH)}|\d{{1,3}}(?:st|nd|rd|th))\s+day|day\s+(?P<number>\d{{1,3}}))\s+of\s+(?:the|a)\s+"
    r"(?P<what>[a-z]+)(?:\s+(?:of|in|on|at)\s+(?P<where>[A-Z]\w+))?"
)
BEGINS = re.compile(r"\b(?:began|begun|begins|started|starts|erupted|broke out|launched|commenced|hit|struck|fell)\b")


class PileClue(NamedTuple):
    """The days that a report may be of by one clue, how sure, and the words for it; ``key`` tells clues apart."""

    first: date
    last: date
    sure: float
    reason: str
    key: tuple[str, ...]


class Told(NamedTuple):
    """An event with its words as they are compared, and the names among them."""

    event: Happened
    words: frozenset[str]
    names: frozenset[str]


def inferred(dateless: Sequence[Dateless], happened: Sequence[Happened]) -> dict[str, Inferred]:
    """For each report whose days follow from dated ones those days; for the others nothing."""
    undated = {one.report for one in dateless}
    told = [_told(event) for event in happened if not SPEECH.search(event.words.lower())]
    known: defaultdict[str, list[Told]] = defaultdict(list)
    own: defaultdict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.event.report in undated:
            if one.event.published:
                own[one.event.report].append(one)
        elif one.event.start and one.event.start == one.event.end:
            for name in one.names:
                known[name].append(one)
    begun = [one for ones in known.values() for one in ones if BEGINS.search(one.event.words.lower())]
    found = (
        (one.report, _combined([*_copied(one), *_dated(own[one.report], known), *_row(one, begun)], one.own))
        for one in dateless
    )
    return {report: answer for report, answer in found if answer is not None}


def _told(event: Happened) -> Told:
    words = [word for word in WORD.findall(event.words) if word.lower() not in EMPTY]
    return Told(event, frozenset(w.lower() for w in words), frozenset(w.lower() for w in words if w[0].isupper()))


def _copied(one: Dateless) -> Iterator[PileClue]:
    """The days of reports that print the same text, where those lie close together, and the days beside them."""
    days = [(days_of(start), days_of(end)) for _, start, end in one.copies]
    edges = [(date.fromisoformat(a[0]), date.fromisoformat(b[1])) for a, b in days if a and b]
    if not edges:
        return
    first, last = min(edge[0] for edge in edges), max(edge[1] for edge in edges)
    if (last - first).days <= SPREAD:
        beside = timedelta(days=1)
        others = ", ".join(sorted({report for report, _, _ in one.copies})[:3])
        yield PileClue(first - beside, last + beside, COPY, f"it prints the text of {others}", ("copy",))


def _dated(own: Sequence[Told], known: Mapping[str, Sequence[Told]]) -> Iterator[PileClue]:
    """The days from which the words for a time mean the day that a dated report gives the same event."""
    for one in own:
        others = {(o.event.report, o.event.span): o for name in one.names for o in known.get(name, ())}
        for _, other in sorted(others.items()):
            days = _fitting(one.event, other.event) if _same(one, other) else None
            if days:
                reason = f"“{one.event.exact}” stands beside what {other.event.report} dates {other.event.start}"
                yield PileClue(*days, EVENT, reason, (str(one.event.span), other.event.report))


def _same(one: Told, other: Told) -> bool:
    """Whether two reports tell of one event: three words in common, a name among them, and most of all."""
    common = one.words & other.words
    names = common & one.names & other.names
    enough = len(common) >= LIKE * max(len(one.words), len(other.words))
    return len(common) >= 3 and bool(names) and bool(common - names) and enough


def _fitting(mine: Happened, other: Happened) -> tuple[date, date] | None:
    """The days from which the expression means the other's day; None where it says little or the same day itself."""
    if mine.expression.startswith("day+0"):
        return None  # ``today`` is copied from older texts as it stands
    day = date.fromisoformat(str(other.start))
    fits = [
        on
        for by in range(-REACH, REACH + 1)
        if (value_of(mine.expression, (on := day + timedelta(days=by)).isoformat()) or "")[:10] == other.start
    ]
    return (fits[0], fits[-1]) if fits and (fits[-1] - fits[0]).days < NARROW else None


def _row(one: Dateless, begun: Sequence[Told]) -> Iterator[PileClue]:
    """The day that ``the ninth day of the siege`` is, by the one day on which dated reports have it begin."""
    rows: dict[tuple[str, str], int] = {}
    for match in IN_A_ROW.finditer(one.text):
        rank = match["rank"] or match["number"]
        number = NTH.index(rank) + 1 if rank in NTH else int(re.sub(r"\D", "", rank))
        key = (match["what"], (match["where"] or "").lower())
        rows[key] = max(rows.get(key, 0), number)
    for (what, where), number in sorted(rows.items()):
        days = {o.event.start for o in begun if what in o.words and (not where or where in o.words)}
        if len(days) == 1:
            day = date.fromisoformat(str(days.pop())) + timedelta(days=number - 1)
            reason = (
                f"day {number} of the {what}, which began {(day - timedelta(days=number - 1)).isoformat()} elsewhere"
            )
            yield PileClue(day, day + timedelta(days=1), ROW, reason, ("row", what))


def _combined(clues: Sequence[PileClue], own: tuple[str, str] | None) -> Inferred | None:
    """The days that all clues leave, and the report's own text; where that leaves none, what other reports say."""
    if not clues:
        return None
    first, last = max(clue.first for clue in clues), min(clue.last for clue in clues)
    within = (max(first, date.fromisoformat(own[0])), min(last, date.fromisoformat(own[1]))) if own else (first, last)
    if within[0] <= within[1]:
        first, last = within
    if first > last or (last - first).days >= WIDEST:
        return None
    sure = max(clue.sure for clue in clues)
    if len({clue.key for clue in clues}) > 1:
        sure = max(sure, AGREED)
    reasons = list(dict.fromkeys(clue.reason for clue in sorted(clues, key=lambda clue: (-clue.sure, clue.reason))))
    return Inferred(first.isoformat(), last.isoformat(), sure, "inferred: " + "; ".join(reasons[:3]))
