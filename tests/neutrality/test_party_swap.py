"""Swapping the names of two parties changes nothing in the output but the names (98 % of entries at least)."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.analyse import analyser
from onrecord.analyse.text import analyse_text, report_of
from onrecord.clean import clean
from onrecord.model.analysis import Analysis
from onrecord.model.offsets import literal_map
from onrecord.model.report import Capture, Report, Zone
from onrecord.model.span import Span, Spans
from onrecord.read import read
from onrecord.settings import AnalysisSettings, Limits

FLOOR = 0.98
RULES = AnalysisSettings(analyser="rules")
EXAMPLE = Path(str(files("onrecord.example"))) / "reports"
CASES = sorted((Path(__file__).parent.parent / "cases" / "analyse").iterdir())
STORY_PAIRS = (
    ("Ardvania", "Torvela"),
    ("Ardvanian", "Torvelan"),
    ("Ardvanians", "Torvelans"),
    ("Sarvin", "Hadrel"),
    ("Ilse", "Osric"),
    ("Varrock", "Danvale"),
    ("Tomas", "Leona"),
    ("Ederlin", "Sabrin"),
    ("Maren", "Hugo"),
    ("Colt", "Tellan"),
    ("Greta", "Ruben"),
    ("Malin", "Hallam"),
)
CASE_PAIRS = (("Velland", "Northmark"), ("Lena", "Tomas"), ("Fisk", "Hale"))
Shape = tuple[object, ...]


class Swap:
    """Two parties' names, capital for capital, minister for minister; ``a`` and ``an`` follow the name."""

    def __init__(self, pairs: tuple[tuple[str, str], ...]) -> None:
        self.other = {one: two for pair in pairs for one, two in (pair, pair[::-1])}
        names = "|".join(sorted(self.other, key=len, reverse=True))
        self.pattern = re.compile(rf"(?:\b(?P<article>[Aa])n? )?\b(?P<name>{names})\b")

    def __call__(self, text: str) -> str:
        """The text with every name of one party in place of its counterpart's."""
        return self.pattern.sub(self._one, text)

    def _one(self, found: re.Match[str]) -> str:
        name = self.other[found["name"]]
        if not found["article"]:
            return name
        return f"{found['article']}{'n' if name[0] in 'AEIOU' else ''} {name}"

    def report(self, report: Report) -> Report:
        """The report with its names swapped; its zones follow."""

        def at(position: int) -> int:
            return len(self(report.text[:position]))

        text = self(report.text)
        zones = tuple(Zone(zone.kind, Span(at(zone.span.start), at(zone.span.end))) for zone in report.zones)
        return replace(report, text=text, zones=zones, offsets=literal_map(text, "utf-8"))


def shapes(text: str, analysis: Analysis, names: Swap | None = None) -> list[Shape]:
    """What every statement says, spans as words; with ``names``, as if they had not been swapped."""

    def back(words: str) -> str:
        return names(words) if names else words

    def words(spans: Spans) -> tuple[str, ...]:
        return tuple(back(span.cut(text)) for span in spans)

    holders: Mapping[str | None, tuple[str, ...]] = {one.id: words(one.cue) for one in analysis.statements}
    return [
        (
            *(words(spans) for spans in (one.source, one.cue, one.content, one.addressee, one.channel)),
            *(one.mode, one.act, one.negated, one.nameless, one.zone, one.band, one.confidence, one.reason, one.rule),
            back(one.speaker) if one.speaker else None,
            holders.get(one.parent),
        )
        for one in analysis.statements
    ]


def compared(before: list[Shape], after: list[Shape]) -> tuple[int, list[str]]:
    """How many entries are in both, and the others with the side that they are on."""
    kept, changed = Counter(before) & Counter(after), []
    for side, one, other in (("before", before, after), ("after", after, before)):
        changed += [f"{side}: {shape}" for shape in (Counter(one) - Counter(other)).elements()]
    return sum(kept.values()), changed


def example() -> list[Report]:
    found = []
    for outcome in read([str(EXAMPLE)]):
        assert isinstance(outcome, Capture), outcome
        found.append(clean(outcome, Limits()))
    return found


@pytest.mark.parametrize(("name", "floor"), [("rules", FLOOR), ("tagger", FLOOR)])
def test_the_example_story_is_read_alike_with_its_two_parties_swapped(name: str, floor: float) -> None:
    swap, rules = Swap(STORY_PAIRS), analyser(AnalysisSettings(analyser=name))
    same = total = 0
    changed: list[str] = []
    for report in example():
        turned = swap.report(report)
        before, after = shapes(report.text, rules(report)), shapes(turned.text, rules(turned), swap)
        equal, others = compared(before, after)
        same, total = same + equal, total + max(len(before), len(after))
        changed += [f"{report.title or report.id[:8]}: {line}" for line in others]
    listed = "\n".join(changed)
    print(f"{same} of {total} entries are equal\n{listed}")
    assert total > 250
    assert same >= floor * total, listed


def test_the_cases_are_read_alike_with_their_two_parties_swapped() -> None:
    swap = Swap(CASE_PAIRS)
    same = total = 0
    changed: list[str] = []
    for case in CASES:
        text = (case / "input.txt").read_text(encoding="utf-8")
        turned = swap(text)
        before, after = shapes(text, analyse_text(text, RULES)[1]), shapes(turned, analyse_text(turned, RULES)[1], swap)
        equal, others = compared(before, after)
        same, total = same + equal, total + max(len(before), len(after))
        changed += [f"{case.name}: {line}" for line in others]
    listed = "\n".join(changed)
    print(f"{same} of {total} entries are equal\n{listed}")
    assert same >= FLOOR * total, listed


def test_a_swap_undoes_itself() -> None:
    swap = Swap(STORY_PAIRS)
    text = "An Ardvanian envoy met a Torvelan one in Sarvin, not Hadrel."
    assert swap(text) == "A Torvelan envoy met an Ardvanian one in Hadrel, not Sarvin."
    assert swap(swap(text)) == text
    assert swap.report(report_of(text)).text == swap(text)
