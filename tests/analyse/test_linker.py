"""The linker on lattices made by hand: a sure cue takes what points at it, and nothing else."""

import numpy as np

from onrecord.analyse.linker import drafts_of, link, settled, spans_of
from onrecord.analyse.linker_confidence import Scales, interpolated
from onrecord.analyse.linker_contents import chunks, quotations, runs_of, won
from onrecord.analyse.linker_evidence import NAMES
from onrecord.engine.tagger_lattice import Lattice
from onrecord.engine.tagger_words import split_words
from onrecord.model.terms import Band

TAGS = {"-": 0, "S": 1, "s": 2, "C": 3, "c": 4, "T": 5, "t": 6}


def lattice(text: str, tags: str, heads: list[int], sources: dict[int, int]) -> Lattice:
    """A lattice that is nearly sure: one tag letter and one cue head per word, a source per cue word."""
    words = split_words(text)
    scores = np.full((len(words), 7), 0.01, np.float32)
    scores[range(len(words)), [TAGS[t] for t in tags]] = 0.94
    rows = [{head: 0.95} for head in heads]
    pointed = [{sources.get(word, -1): 0.9} for word in range(len(words))]
    return Lattice(words, scores, rows, pointed, np.zeros(len(words), np.float32))


PLAIN = Scales(tuple((name, 0.0, 1.0, 0.0) for name in NAMES), 2.0, ((0.0, 0.1), (1.0, 0.9)), 0.4, 0.6, 0.95)


def test_a_cue_takes_the_words_that_point_at_it_and_the_source_it_points_at() -> None:
    text = "Mayor Lee said taxes will rise."
    made = lattice(text, "SsCTtt-", [-1, -1, 2, 2, 2, 2, -1], {2: 0})
    (draft,) = drafts_of(made)
    cut = [[text[s:e] for s, e in spans_of(made, part)] for part in (draft.source, draft.cue, draft.content)]
    assert cut == [["Mayor Lee"], ["said"], ["taxes will rise"]]


def test_a_cue_that_points_nowhere_has_no_source() -> None:
    (draft,) = drafts_of(lattice("Reportedly taxes rise", "CTt", [0, 0, 0], {}))
    assert draft.source == ()


def test_a_quotation_of_which_most_is_there_is_taken_whole_with_its_marks() -> None:
    text = "“We will not go,” Lee said."
    made = lattice(text, "-TtttttSC-", [-1, 8, 8, 8, 8, 8, 8, -1, 8, -1], {8: 7})
    (draft,) = drafts_of(made)
    assert [text[s:e] for s, e in spans_of(made, draft.content)] == ["“We will not go,”"]


def test_confidence_band_and_reasons_come_from_the_scales() -> None:
    (found,) = link(lattice("Lee said no", "SCT", [-1, 1, 1], {1: 0}), PLAIN)
    assert (found.confidence, found.band, found.kept) == (0.8, Band.LIKELY, True)
    assert len(found.why) == 6


def test_of_two_drafts_with_the_same_content_the_surer_stays() -> None:
    (draft,) = drafts_of(lattice("Lee said no", "SCT", [-1, 1, 1], {1: 0}))
    assert settled([(0.4, draft), (0.7, draft)]) == [(0.7, draft)]


def test_a_word_is_left_to_the_cue_that_claims_it_most() -> None:
    assert won([{0: 0.4, 1: 0.5}, {}]) == [{1: 0.5}, {}]


def test_runs_quotations_and_chunks_are_half_open() -> None:
    assert runs_of({1, 2, 5}) == [(1, 3), (5, 6)]
    made = lattice("“no” well-led", "------", [-1] * 6, {})
    assert quotations(made) == [(0, 3)]
    assert chunks(made) == [(3, 6)]


def test_between_knots_confidence_is_linear() -> None:
    knots = ((0.0, 0.1), (1.0, 0.9))
    assert [round(interpolated(knots, x), 2) for x in (-1.0, 0.5, 2.0)] == [0.1, 0.5, 0.9]
