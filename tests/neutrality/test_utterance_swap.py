"""Swapping the names of two parties changes nothing in which statements are one utterance, nor in what each is."""

from dataclasses import replace

from evaluation.gathering import NOBODY, row_of
from onrecord.analyse import analyser
from onrecord.model.span import Span
from onrecord.model.utterance import Piece, Telling, UtterancesFound
from onrecord.resolve.utterance_tellings import telling
from onrecord.resolve.utterances import utterances
from onrecord.settings import AnalysisSettings
from onrecord.views.compare import align, marked
from tests.neutrality.test_party_swap import STORY_PAIRS, Swap, example

SWAP = Swap(STORY_PAIRS)


def turned(one: Telling, text: str) -> Telling:
    """The telling with the two parties' names swapped, in its report's text with the names swapped."""
    pieces = tuple(Piece(moved(piece.span, text), SWAP(piece.text)) for piece in one.pieces)
    return replace(one, pieces=pieces, around=SWAP(one.around))


def moved(span: Span, text: str) -> Span:
    start = len(SWAP(text[: span.start]))
    return Span(start, start + len(SWAP(span.cut(text))))


def shape(found: UtterancesFound) -> list[object]:
    members = [
        [(m.statement, m.rendering, m.reason, m.relayed, m.translated, len(m.changes)) for m in one.members]
        for one in found.utterances
    ]
    links = [[(link.a, link.b, link.score) for link in one.links] for one in found.utterances]
    return [members, links, [(p.a, p.b, p.score) for p in found.proposals]]


def test_the_example_story_has_the_same_utterances_with_its_two_parties_swapped() -> None:
    rules = analyser(AnalysisSettings(analyser="rules"))
    told: dict[str, list[Telling]] = {}
    texts: dict[str, str] = {}
    for report in example():
        analysis = rules(report)
        texts[report.id] = report.text
        for statement in analysis.statements:
            row = row_of(statement, report.text, statement.speaker or "", analysis)
            made = telling(row, report.text, NOBODY)
            if made and made.actor:
                told.setdefault(made.actor, []).append(made)
    assert sum(len(utterances(some).utterances) for some in told.values()) > 5
    for some in told.values():
        assert shape(utterances(some)) == shape(utterances([turned(one, texts[one.report]) for one in some]))


def test_versions_are_set_beside_each_other_alike() -> None:
    one, other = "“Sarvin opened the gates and Ardvania knew,”", "“Sarvin shut the gates, and Ardvania knew.”"
    assert SWAP(marked(align(one, other))) == marked(align(SWAP(one), SWAP(other)))
