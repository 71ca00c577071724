"""Swapping the names of two parties changes nothing in who blames whom, and in who denies it, but the names."""

from pathlib import Path

from onrecord.analyse import analyser
from onrecord.flow.resolving import resolve_all
from onrecord.ledger import Ledger
from onrecord.model.offsets import literal_map
from onrecord.model.report import Capture, Report
from onrecord.read import read
from onrecord.settings import AnalysisSettings
from onrecord.views.blame import Edge, found
from onrecord.views.denial_sides import Denial
from tests.neutrality.test_party_swap import EXAMPLE, FLOOR, STORY_PAIRS, Shape, Swap, compared, example


def shown(path: Path, swap: Swap | None) -> tuple[Edge, ...]:
    """The edges of the example story, with its two parties swapped where that is asked for."""
    rules = analyser(AnalysisSettings())
    with Ledger.open(path, create=True) as ledger:
        for capture, report in zip(read([str(EXAMPLE)]), example(), strict=True):
            assert isinstance(capture, Capture)
            turned = swap.report(report) if swap else report
            bytes_of = Capture(turned.text.encode(), "text/plain", capture.origin)
            placed = Report(
                bytes_of.id,
                turned.text,
                literal_map(turned.text, "utf-8"),
                turned.zones,
                capture.origin,
                locator=report.locator,
                outlet=report.outlet,
                published=report.published,
            )
            ledger.writer.record(bytes_of, placed, rules(placed))
        resolve_all(ledger)
        return found(ledger.view, weak=True).edges


def shapes(edges: tuple[Edge, ...], names: Swap | None = None) -> list[Shape]:
    def back(words: str | None) -> str | None:
        return names(words) if names and words else words

    def denied(one: Denial) -> Shape:
        return back(one.speaker), back(one.words), one.outlet, one.reason

    return [
        (
            *(back(edge.source), edge.kind, back(edge.target), tuple(map(back, edge.matters)), edge.weak),
            *(edge.reports, edge.texts, edge.outlets, edge.first, edge.last),
            *(tuple(map(denied, edge.denials)), tuple(sorted(map(denied, edge.perhaps), key=repr))),
            tuple(sorted((back(place.sentence) or "") for place in edge.places)),
        )
        for edge in edges
    ]


def test_blame_in_the_example_story_is_alike_with_its_two_parties_swapped(tmp_path: Path) -> None:
    swap = Swap(STORY_PAIRS)
    before, after = shapes(shown(tmp_path / "one.db", None)), shapes(shown(tmp_path / "other.db", swap), swap)
    same, changed = compared(before, after)
    total = max(len(before), len(after))
    listed = "\n".join(changed)
    print(f"{same} of {total} edges are equal\n{listed}")
    assert total > 100
    assert same >= FLOOR * total, listed
