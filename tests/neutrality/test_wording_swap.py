"""Swapping the names of two parties changes nothing in labels, voices, counts of words and conflicts but the names."""

from pathlib import Path

import pytest

from onrecord.analyse import analyser
from onrecord.flow.resolving import resolve_all
from onrecord.ledger import Ledger
from onrecord.model.analysis import Analysis
from onrecord.model.offsets import literal_map
from onrecord.model.report import Capture, Report
from onrecord.read import read
from onrecord.settings import AnalysisSettings
from onrecord.views import wording
from onrecord.views.conflicts import conflicts
from tests.neutrality.test_party_swap import EXAMPLE, FLOOR, STORY_PAIRS, Shape, Swap, compared, example


def shapes(text: str, analysis: Analysis, names: Swap | None = None) -> list[Shape]:
    """Every label, and the voice of every mention, spans as words."""

    def back(words: str) -> str:
        return names(words) if names else words

    labels: list[Shape] = [
        (one.kind, back(one.span.cut(text)), back(one.head.cut(text)), one.voice, one.confidence, one.rule)
        for one in analysis.labels
    ]
    return labels + [(back(one.span.cut(text)), one.quoted) for one in analysis.mentions]


@pytest.mark.parametrize("name", ["rules", "tagger"])
def test_labels_and_voices_are_alike_with_the_two_parties_swapped(name: str) -> None:
    swap, rules = Swap(STORY_PAIRS), analyser(AnalysisSettings(analyser=name))
    same = total = 0
    changed: list[str] = []
    for report in example():
        turned = swap.report(report)
        before, after = shapes(report.text, rules(report)), shapes(turned.text, rules(turned), swap)
        equal, others = compared(before, after)
        same, total = same + equal, total + max(len(before), len(after))
        changed += others
    listed = "\n".join(changed)
    print(f"{same} of {total} labels and voices are equal\n{listed}")
    assert same >= FLOOR * total, listed


def story(path: Path, swap: Swap | None) -> Ledger:
    """A ledger of the example story, with its two parties swapped where that is asked for."""
    rules = analyser(AnalysisSettings())
    ledger = Ledger.open(path, create=True)
    for capture, report in zip(read([str(EXAMPLE)]), example(), strict=True):
        assert isinstance(capture, Capture)
        turned = swap.report(report) if swap else report
        bytes_of = Capture(turned.text.encode(), "text/plain", capture.origin)
        placed = Report(
            bytes_of.id, turned.text, literal_map(turned.text, "utf-8"), turned.zones, capture.origin,
            locator=report.locator, outlet=report.outlet, published=report.published,
        )  # fmt: skip
        ledger.writer.record(bytes_of, placed, rules(placed))
    resolve_all(ledger)
    return ledger


def words_and_conflicts(ledger: Ledger, names: Swap | None = None) -> list[Shape]:
    def back(words: str) -> str:
        return (names(words) if names else words).casefold()

    with ledger:
        lines = [wording.line(one) for one in wording.counted(ledger.view, wording.uses(ledger.view))]
        found = conflicts(ledger.view)
    counts: list[Shape] = [
        (
            back(str(line["subject"])),
            tuple(sorted(back(words) for words in line["exact"])),  # type: ignore[attr-defined]
            *(line[key] for key in ("outlet", "voice", "sort", "count", "of", "reports", "texts")),
        )
        for line in lines
    ]
    return counts + [(one.kind, *sorted((back(one.a.words), back(one.b.words)))) for one in found]


def test_counts_and_conflicts_are_alike_with_the_two_parties_swapped(tmp_path: Path) -> None:
    swap = Swap(STORY_PAIRS)
    before = words_and_conflicts(story(tmp_path / "one.db", None))
    after = words_and_conflicts(story(tmp_path / "other.db", swap), swap)
    same, changed = compared(before, after)
    total = max(len(before), len(after))
    listed = "\n".join(changed)
    print(f"{same} of {total} counts and conflicts are equal\n{listed}")
    assert total > 100
    assert same >= FLOOR * total, listed
