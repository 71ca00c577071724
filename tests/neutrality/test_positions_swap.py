"""Swapping the names of two parties changes nothing in what they want but the names."""

from onrecord.analyse import analyser
from onrecord.model.analysis import Analysis
from onrecord.model.span import Spans
from onrecord.settings import AnalysisSettings
from tests.neutrality.test_party_swap import FLOOR, STORY_PAIRS, Shape, Swap, compared, example


def wanted(text: str, analysis: Analysis, names: Swap | None = None) -> list[Shape]:
    """Every position, spans as words; with ``names``, as if they had not been swapped."""

    def words(spans: Spans) -> tuple[str, ...]:
        return tuple(names(span.cut(text)) if names else span.cut(text) for span in spans)

    return [
        (
            *(words(spans) for spans in (one.holder, one.cue, one.content, one.condition, one.addressee)),
            *(one.kind, one.voice, one.negated, one.zone, one.band, one.confidence, one.rule),
            (names(one.holder_name) if names else one.holder_name) if one.holder_name else None,
        )
        for one in analysis.positions
    ]


def test_positions_of_the_example_story_are_alike_with_its_two_parties_swapped() -> None:
    swap, rules = Swap(STORY_PAIRS), analyser(AnalysisSettings())
    same = total = 0
    changed: list[str] = []
    for report in example():
        turned = swap.report(report)
        before, after = wanted(report.text, rules(report)), wanted(turned.text, rules(turned), swap)
        equal, others = compared(before, after)
        same, total = same + equal, total + max(len(before), len(after))
        changed += [f"{report.title or report.id[:8]}: {line}" for line in others]
    listed = "\n".join(changed)
    print(f"{same} of {total} positions are equal\n{listed}")
    assert total > 50
    assert same >= FLOOR * total, listed
