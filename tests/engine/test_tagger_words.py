"""Words of the tagger: offsets, quotation state, joints, windows."""

import pytest

from onrecord.engine.tagger_words import (
    CLOSING,
    INSIDE,
    LOWER,
    MARK,
    OPENING,
    OUTSIDE,
    SINGLE,
    TITLE,
    UNCLOSED,
    UPPER,
    split_words,
    window_at,
)


def test_every_word_is_a_slice_without_white_space() -> None:
    text = "Officials said:\n\n“No\u00a0comment,” 🙂 and left."
    words = split_words(text)
    assert [text[s:e] for s, e in words.spans][:4] == ["Officials", "said", ":", "“"]
    assert all(not text[s:e].isspace() for s, e in words.spans)


def test_a_line_is_a_paragraph_unless_paragraphs_are_given() -> None:
    text = "One line\nwrapped here."
    assert split_words(text).paragraph == [0, 0, 1, 1, 1]
    assert split_words(text, [(0, len(text))]).paragraph == [0] * 5


def test_case_is_told_because_the_encoder_is_uncased() -> None:
    assert split_words("The UN said .").case == [TITLE, UPPER, LOWER, MARK]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("“yes”", [OPENING, INSIDE, CLOSING]),
        ('"yes"', [OPENING, INSIDE, CLOSING]),
        ("“yes", [OPENING, UNCLOSED]),
        ("‘no’ he", [SINGLE, SINGLE, SINGLE, OUTSIDE]),
        ("it’s", [OUTSIDE, OUTSIDE, OUTSIDE]),
    ],
)
def test_quotation_state_is_worked_out_per_paragraph(text: str, states: list[int]) -> None:
    assert split_words(text).quote == states


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    assert split_words("“yes\nno").quote == [OPENING, UNCLOSED, OUTSIDE]


def test_a_quotation_that_the_next_paragraph_closes_goes_on() -> None:
    assert split_words("“yes\nno” he").quote == [OPENING, UNCLOSED, INSIDE, CLOSING, OUTSIDE]


def test_words_that_a_reader_takes_as_one_are_joined() -> None:
    assert split_words("crowd-led weapon—one").joined == [False, True, True, False, False, False]


def test_a_window_holds_whole_words_and_no_more_pieces_than_its_size() -> None:
    words = split_words("a b c d e")
    window = window_at(words, [[1, 2, 3]] * 5, 1, 9)
    assert len(window.ids) <= 9
    assert window.first == [1, 4]
