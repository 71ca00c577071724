"""Marking a text up: however spans overlap, every character is there once and every entry has a place."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.views.page_marks import Mark, mark_up

TEXTS = st.text(st.sampled_from("ab “”\n\r\t\u2028é\u0301🌉א<&"), max_size=60)
ROLES = st.sampled_from(["source", "cue", "content", "doubt"])
MARKS = st.lists(st.builds(Mark, st.sampled_from("pqrs"), ROLES, st.integers(-2, 70), st.integers(-2, 70)), max_size=12)
ZONES = st.lists(st.integers(0, 70), max_size=8, unique=True).map(
    lambda spots: [
        {"kind": kind, "start": start, "end": end}
        for kind, start, end in zip(
            ["headline", "byline", "body", "furniture"], sorted(spots)[::2], sorted(spots)[1::2], strict=False
        )
    ]
)


@given(TEXTS, MARKS, ZONES)
def test_no_character_is_lost_or_doubled(text, marks, zones):
    assert mark_up(text, marks, zones).joined() == text


@given(TEXTS, MARKS, ZONES)
def test_every_segment_knows_exactly_the_marks_that_lie_over_it(text, marks, zones):
    at = 0
    for block in mark_up(text, marks, zones).blocks:
        at += len(block.gap)
        for segment in block.segments:
            end = at + len(segment.text)
            over = {(m.key, m.role) for m in marks if m.start < m.end and m.start < end and m.end > at}
            assert set(segment.owners) <= over
            assert {key for key, _ in segment.owners} == {key for key, _ in over}
            assert set(segment.roles) == {role for _, role in over}
            assert all(
                m.start <= at and end <= m.end for m in marks if m.start < end and m.end > at and m.start < m.end
            )
            at = end


@given(TEXTS, MARKS, ZONES)
def test_every_entry_is_anchored_once_or_listed_as_stray(text, marks, zones):
    marked = mark_up(text, marks, zones)
    anchors = [segment.anchor for block in marked.blocks for segment in block.segments if segment.anchor]
    assert sorted(anchors + marked.strays) == sorted({mark.key for mark in marks})


def test_the_innermost_entry_comes_first():
    marked = mark_up("A said B said C", [Mark("outer", "content", 7, 15), Mark("inner", "content", 14, 15)])
    last = marked.blocks[0].segments[-1]
    assert last.owners == (("inner", "content"), ("outer", "content"))
    assert (last.depth, last.opens, last.closes) == (2, 1, 2)


def test_one_word_may_be_the_cue_of_one_entry_and_the_source_of_another():
    marked = mark_up("they that share", [Mark("a", "cue", 10, 15), Mark("b", "source", 0, 15)])
    assert marked.blocks[0].segments[-1].owners == (("a", "cue"), ("b", "source"))


def test_a_dateline_stays_on_the_line_of_the_body_it_opens():
    zones = [{"kind": "dateline", "start": 0, "end": 8}, {"kind": "body", "start": 8, "end": 13}]
    assert len(mark_up("VELDEN — Hello", [], zones).blocks) == 1


def test_blanks_between_zones_make_no_line_of_their_own():
    zones = [{"kind": "furniture", "start": 1, "end": 5}, {"kind": "headline", "start": 6, "end": 11}]
    marked = mark_up(" date Title", [], zones)
    assert [(block.gap, block.zone) for block in marked.blocks] == [(" ", "furniture"), ("", "headline")]


def test_a_long_line_of_blanks_takes_no_longer_than_its_length():
    text = " " * 300_000 + "a"
    assert mark_up(text, []).joined() == text
