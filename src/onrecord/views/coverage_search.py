"""Searches the sentences of an outlet's reports for what was said or counted: by its words, and in other words.

What is judged is what joining utterances judges by (``resolve.utterance_verdict``), held against every sentence, not
against statements alone: a sentence that nobody is found to have said counts as well.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import log
from typing import NamedTuple

from onrecord.model.rows import ReportRow
from onrecord.model.span import Span
from onrecord.model.terms import Act, Mode, ZoneKind
from onrecord.model.utterance import Piece, Telling
from onrecord.resolve.utterance_read import Point, Reading, read
from onrecord.resolve.utterance_verdict import QUOTED, compare
from onrecord.views.figures import BOUND

SEARCHED = ("headline", "body", "list", "summary", "caption")
MANY = 400
"""A word that more sentences hold is not looked up; the others of the same words are."""
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


class Place(NamedTuple):
    """A sentence of a report (its id)."""

    report: str
    span: Span


class Nearest(NamedTuple):
    """The sentence that comes nearest: how near (0 to 1), why, and whether the very words stand there."""

    place: Place
    score: float
    reason: str
    words: bool


@dataclass(frozen=True)
class Sentences:
    """Every sentence of some reports, and by which stems each is found.

    ``numbers`` are the values that figures of each report have, and where they stand.
    """

    rows: Sequence[ReportRow]
    texts: dict[str, str]
    numbers: Mapping[str, Sequence[tuple[float, int]]]

    @cached_property
    def readings(self) -> list[tuple[Place, Reading]]:
        """Every sentence of the zones that are searched."""
        found = []
        for row in self.rows:
            text = self.texts[row["id"]]
            for zone in row["zones"]:
                if zone["kind"] in SEARCHED:
                    for span in _sentences(text, zone["start"], zone["end"]):
                        place = Place(row["id"], span)
                        found.append((place, read(_telling(place, (Piece(span, span.cut(text)),), Act.SAY))))
        return found

    @cached_property
    def by_stem(self) -> dict[str, list[int]]:
        """Which sentences hold a stem that matters."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, (_, reading) in enumerate(self.readings):
            for stem in {stem for point in reading.points for stem in point.stems}:
                found[stem].append(at)
        return dict(found)

    def weigh(self, stem: str) -> float:
        """How much a stem tells: the less, the more sentences have it."""
        return log(1 + (len(self.readings) + 2) / (len(self.by_stem.get(stem, ())) or 1))

    def nearest(self, told: Iterable[Reading], reports: frozenset[str]) -> Nearest | None:
        """The sentence of these reports that comes nearest to any of the tellings; None where none shares two words."""
        best: Nearest | None = None
        for one in told:
            for point in one.points:
                for at in self._sharing(point.stems, reports):
                    place, reading = self.readings[at]
                    for other in reading.points:
                        match = compare(one, reading, point, other, self.weigh)
                        if match.score and (best is None or match.score > best.score):
                            best = Nearest(place, match.score, match.reason, match.words and match.score >= QUOTED)
        return best

    def numbered(self, values: frozenset[float], stems: Iterable[str], reports: frozenset[str]) -> Place | None:
        """A sentence of these reports with one of the numbers, in digits or words, and a stem of what is counted."""
        digits = {form for value in values for form in (f"{value:g}", f"{value:.0f}")}
        for at in sorted({at for stem in stems for at in self.by_stem.get(stem, ())}):
            place, _ = self.readings[at]
            if place.report not in reports:
                continue
            known = self.numbers.get(place.report, ())
            spelt = any(value in values and place.span.start <= start < place.span.end for value, start in known)
            if spelt or digits & _numbers(place.span.cut(self.texts[place.report])):
                return place
        return None

    def _sharing(self, stems: Sequence[str], reports: frozenset[str]) -> list[int]:
        rare = [stem for stem in dict.fromkeys(stems) if len(self.by_stem.get(stem, ())) <= MANY]
        counts = Counter(at for stem in rare for at in self.by_stem.get(stem, ()))
        least = min(2, len(rare))
        return sorted(at for at, n in counts.items() if n >= least and self.readings[at][0].report in reports)


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
