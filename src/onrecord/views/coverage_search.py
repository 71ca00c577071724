"""Searches the sentences of an outlet's reports for what was said or counted: by its words, and in other words.

What is judged is what joining utterances judges by (``resolve.utterance_verdict``), held against every sentence, not
against statements alone: a sentence that nobody is found to have said counts as well.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, pairwise
from math import log
from typing import NamedTuple

from onrecord.model.rows import ReportRow
from onrecord.model.span import Span
from onrecord.model.terms import Act, Mode, ZoneKind
from onrecord.model.utterance import Piece, Telling
from onrecord.resolve.utterance_read import Point, Reading, read, stems_in
from onrecord.resolve.utterance_verdict import QUOTED, compare
from onrecord.views.figures import BOUND

SEARCHED = ("headline", "body", "list", "summary", "caption")
MANY = 400
"""A word that more sentences hold is not looked up; the others of the same words are."""
LEAST, MOST, SEVERAL = 2, 0.45, 5
"""A sentence with two words and this share of their weight, or with five words, may say it in words of its own.

Of 40 cells of 20 stories that were said to be not found, three were there in other words, in such sentences.
"""
NUMBER = 5.0
"""A number tells as much as a word that one sentence in some hundred has."""
FEW = 100
"""From here on a number is seldom met twice by chance in reports of one story; below it its unit must be the same."""
TIMES = {"minute", "hour", "day", "week", "month", "year", "second"}
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


class Place(NamedTuple):
    """A sentence of a report (its id)."""

    report: str
    span: Span


class Number(NamedTuple):
    """A figure of a report: its value, where it begins and its unit."""

    value: float
    start: int
    unit: str | None


class Nearest(NamedTuple):
    """The sentence that comes nearest: how near (0 to 1), why, and whether the very words stand there."""

    place: Place
    score: float
    reason: str
    words: bool


class Shared(NamedTuple):
    """A point of a telling, and the sentences (by number) that share two of its words."""

    telling: Reading
    point: Point
    sentences: Sequence[int]


class Wordy(NamedTuple):
    """A sentence with many of the words of a point: the share of their weight, and which."""

    share: float
    place: Place
    words: tuple[str, ...]


@dataclass(frozen=True)
class Sentences:
    """Every sentence of some reports, and by which stems each is found.

    ``numbers`` are the values that figures of each report have, and where they stand.
    """

    rows: Sequence[ReportRow]
    texts: dict[str, str]
    numbers: Mapping[str, Sequence[Number]]
    _read: dict[int, Reading] = field(default_factory=dict)
    _weights: dict[str, float] = field(default_factory=dict)
    _stems: dict[int, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def places(self) -> list[Place]:
        """Every sentence of the zones that are searched."""
        return [
            Place(row["id"], span)
            for row in self.rows
            for zone in row["zones"]
            if zone["kind"] in SEARCHED
            for span in _sentences(self.texts[row["id"]], zone["start"], zone["end"])
        ]

    @cached_property
    def by_report(self) -> Mapping[str, Sequence[Place]]:
        """The sentences of each report."""
        found: defaultdict[str, list[Place]] = defaultdict(list)
        for place in self.places:
            found[place.report].append(place)
        return found

    @cached_property
    def by_stem(self) -> dict[str, list[int]]:
        """Which sentences hold a stem that matters."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, place in enumerate(self.places):
            for stem in stems_in(place.span.cut(self.texts[place.report])):
                found[stem].append(at)
        return dict(found)

    def reading(self, at: int) -> Reading:
        """What a sentence says, read when it is first asked for: most never are."""
        if at not in self._read:
            place = self.places[at]
            piece = Piece(place.span, place.span.cut(self.texts[place.report]))
            self._read[at] = read(_telling(place, (piece,), Act.SAY))
        return self._read[at]

    def stems(self, at: int) -> frozenset[str]:
        """The stems that matter in a sentence."""
        if at not in self._stems:
            place = self.places[at]
            self._stems[at] = frozenset(stems_in(place.span.cut(self.texts[place.report])))
        return self._stems[at]

    def weigh(self, stem: str) -> float:
        """How much a stem tells: the less, the more sentences have it."""
        if stem not in self._weights:
            self._weights[stem] = log(1 + (len(self.places) + 2) / (len(self.by_stem.get(stem, ())) or 1))
        return self._weights[stem]

    def sharing(self, told: Iterable[Reading]) -> list[Shared]:
        """For each point of the tellings the sentences of all reports that share two of its words."""
        return [Shared(one, point, self._sharing(point.stems)) for one in told for point in one.points]

    def nearest(self, shared: Iterable[Shared], reports: frozenset[str]) -> Nearest | None:
        """The sentence of these reports that comes nearest to any of the points; None where none shares two words."""
        best: Nearest | None = None
        for one, point, sentences in shared:
            for at in sentences:
                if (place := self.places[at]).report not in reports:
                    continue
                reading = self.reading(at)
                for other in reading.points:
                    match = compare(one, reading, point, other, self.weigh)
                    if match.score and (best is None or match.score > best.score):
                        best = Nearest(place, match.score, match.reason, match.words and match.score >= QUOTED)
        return best

    def searchable(self, shared: Iterable[Shared]) -> bool:
        """Whether any of the points has two words that matter: fewer are found everywhere or nowhere."""
        return any(len(set(one.point.stems)) >= LEAST for one in shared)

    def wordy(self, shared: Iterable[Shared]) -> dict[str, Wordy]:
        """For each report the sentence that has most of the words of a point, or many; none where none has."""
        best: dict[str, Wordy] = {}
        for _, point, sentences in shared:
            stems = frozenset(point.stems)
            total = sum(map(self.weigh, stems)) + NUMBER * len(point.numbers)
            for at in sentences:
                place = self.places[at]
                held = stems & self.stems(at)
                same = (
                    point.numbers & _numbers(place.span.cut(self.texts[place.report])) if point.numbers else frozenset()
                )
                share = (sum(map(self.weigh, held)) + NUMBER * len(same)) / total
                known = best.get(place.report)
                enough = len(held) + len(same) >= (LEAST if share >= MOST else SEVERAL)
                if enough and (known is None or share > known.share):
                    best[place.report] = Wordy(share, place, (*sorted(held), *sorted(same)))
        return best

    def numbered(
        self, values: frozenset[float], units: frozenset[str], stems: Iterable[str], reports: frozenset[str]
    ) -> Place | None:
        """A sentence of these reports with one of the numbers, in digits or words, and a stem of what is counted.

        A large number alone is enough, and a smaller one with its unit (``30 %``), but for units of time.
        """
        digits = {form for value in values for form in (f"{value:g}", f"{value:.0f}")}
        for at in sorted({at for stem in stems for at in self.by_stem.get(stem, ())}):
            if (place := self.places[at]).report not in reports:
                continue
            known = self.numbers.get(place.report, ())
            spelt = any(one.value in values and place.span.start <= one.start < place.span.end for one in known)
            if spelt or digits & _numbers(place.span.cut(self.texts[place.report])):
                return place
        for report in sorted(reports):
            for one in self.numbers.get(report, ()):
                if one.value in values and (one.value >= FEW or one.unit in units - TIMES):
                    held = (p for p in self.by_report[report] if p.span.start <= one.start < p.span.end)
                    if (found := next(held, None)) is not None:
                        return found
        return None

    def _sharing(self, stems: Sequence[str]) -> list[int]:
        rare = [stem for stem in dict.fromkeys(stems) if len(self.by_stem.get(stem, ())) <= MANY]
        counts = Counter(chain.from_iterable(self.by_stem.get(stem, ()) for stem in rare))
        least = min(2, len(rare))
        return sorted(at for at, n in counts.items() if n >= least)


def reading_of(report: str, pieces: Sequence[Piece], act: Act) -> Reading:
    """What was said, as it is held against sentences."""
    return read(_telling(Place(report, pieces[0].span), tuple(pieces), act))


def stems_of(words: str) -> list[str]:
    """The stems that matter in some words."""
    return [stem for point in _points(words) for stem in point.stems] if words.strip() else []


def _points(words: str) -> tuple[Point, ...]:
    return read(_telling(Place("", Span(0, len(words))), (Piece(Span(0, len(words)), words),), Act.SAY)).points


def _numbers(words: str) -> frozenset[str]:
    return frozenset(found.replace(",", "") for found in DIGITS.findall(words))


def _telling(place: Place, pieces: tuple[Piece, ...], act: Act) -> Telling:
    return Telling(f"{place.report} {place.span.start}", place.report, "", pieces, Mode.MIXED, act, ZoneKind.BODY)


def _sentences(text: str, start: int, end: int) -> Iterable[Span]:
    edges = [start, *(found.end() for found in BOUND.finditer(text, start, end)), end]
    for a, b in pairwise(edges):
        stretch = text[a:b]
        if any(map(str.isalnum, stretch)):
            yield Span(a + len(stretch) - len(stretch.lstrip()), a + len(stretch.rstrip()))
