"""Where a sentence is cut."""

import pytest

from onrecord.model.span import Span
from onrecord.views.sentences import sentence


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It rained. Sen. Ada Brandt left on Monday. It dried.", "Monday", "Sen. Ada Brandt left on Monday."),
        ("It rained. Mrs. Brandt left with J. Lind. It dried.", "left", "Mrs. Brandt left with J. Lind."),
        ("“It rained.” Brandt left.\nMore", "left", "Brandt left."),
        ("One line\n\nBrandt left", "left", "Brandt left"),
        ("On Oct. 3 they met. Then they left.", "3", "On Oct. 3 they met."),
    ],
)
def test_a_shortened_word_ends_no_sentence(text: str, words: str, expected: str) -> None:
    at = text.index(words)
    assert sentence(text, Span(at, at + len(words))).cut(text) == expected
