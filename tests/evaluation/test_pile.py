"""The pile benchmark prints an article again without moving a character, and reports medians."""

from pathlib import Path

from evaluation import pile
from evaluation.outcome import Options

TEXT = "Lena Fisk said that the harbour of Torvela would stay closed."


def test_other_letters_stand_in_the_same_places() -> None:
    turned = pile._turned(TEXT, pile._turning({"Lena", "Fisk", "Torvela"}, 11))
    assert len(turned) == len(TEXT)
    assert turned != TEXT
    assert [c.isupper() for c in turned] == [c.isupper() for c in TEXT]
    assert [at for at, c in enumerate(turned) if c == " "] == [at for at, c in enumerate(TEXT) if c == " "]


def test_printings_near_each_other_share_names_and_not_words() -> None:
    names = {"Lena", "Fisk", "Torvela"}
    one, other, far = (pile._turned(TEXT, pile._turning(names, n)) for n in (11, 12, 25))
    assert one.split()[:2] == other.split()[:2]
    assert one != other
    assert far.split()[:2] != one.split()[:2]


def test_resolving_is_given_as_a_share_of_analysing() -> None:
    times = {"reports": 3, "counts": {"actors": 2}, "analysing": 10.0, "writing": 1.0, "resolving": 4.0}
    outcome = pile.score(Path(), times | {"added": [0.5, 0.1, 0.3]}, Options())
    assert outcome.value("one more report, seconds") == 0.3
    assert outcome.value("resolving against analysis") == 40
