"""Swapping the names of two parties changes nothing in who blames whom but the names."""

import pytest

from onrecord.analyse import analyser
from onrecord.model.analysis import Analysis
from onrecord.model.span import Spans
from onrecord.settings import AnalysisSettings
from tests.neutrality.test_party_swap import FLOOR, STORY_PAIRS, Shape, Swap, compared, example


def shapes(text: str, analysis: Analysis, names: Swap | None = None) -> list[Shape]:
    """Every relation, spans and names as words."""

    def back(words: str | None) -> str | None:
        return names(words) if names and words else words

    def words(spans: Spans) -> tuple[str | None, ...]:
        return tuple(back(span.cut(text)) for span in spans)

    return [
        (
            *(words(spans) for spans in (one.source, one.target, one.cue, one.matter)),
            *(back(name) for name in (one.source_name, one.target_name)),
            *(one.kind, one.strength, one.voice, one.negated, one.zone, one.band, one.confidence, one.rule, one.reason),
        )
        for one in analysis.relations
    ]


@pytest.mark.parametrize("name", ["rules", "tagger"])
def test_the_example_storys_relations_are_alike_with_its_two_parties_swapped(name: str) -> None:
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
    print(f"{same} of {total} relations are equal\n{listed}")
    assert total > 20
    assert same >= FLOOR * total, listed
