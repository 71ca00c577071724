"""Versions of one utterance beside each other: what differs is shown in words, and nothing is called right."""

from onrecord.views.compare import Piece, align, marked


def test_words_are_set_beside_those_of_the_fullest_quotation() -> None:
    pieces = align(
        "“We will not pay for a dam that floods villages.”", "“We will not pay for a dam that drowns villages,”"
    )
    assert [(kind, words) for kind, words in pieces] == [
        ("same", "“We will not pay for a dam that"),
        ("there", "drowns"),
        ("here", "floods"),
        ("same", "villages.”"),
    ]


def test_marks_need_no_colour() -> None:
    pieces = (Piece("same", "We"), Piece("there", "shall"), Piece("here", "will"), Piece("same", "pay"))
    assert marked(pieces) == "We [-shall-] {+will+} pay"


def test_case_and_marks_are_no_difference() -> None:
    assert [piece.kind for piece in align("We Will pay.", "“we will pay,”")] == ["same"]


def test_a_version_in_other_words_is_not_set_beside_it() -> None:
    assert align("that nobody had asked them", "“We will not pay for a dam”") == ()
