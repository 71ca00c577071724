"""To whom and through what, asked of a parse and one cue in it."""

import pytest

from onrecord.analyse.frames import Frame, Range
from onrecord.analyse.layers import addressee_of, channel_of, noun_of
from onrecord.engine.parse import Parse, lemma, parse
from onrecord.model.span import Span


def read(text: str, cue: str, source: tuple[Range, ...] = ()) -> tuple[Parse, Frame]:
    """The parse of one sentence and a bare frame at its word ``cue``."""
    (parsed,) = parse(text, [Span(0, len(text))])
    head = next(token.index for token in parsed.tokens if token.text == cue)
    subject = source[0][1] if source else -1
    return parsed, Frame(head, "verb", lemma(cue.lower(), "verb"), "tagged", source, ((head, head),), (), subject)


def words(parsed: Parse, ranges: tuple[Range, ...]) -> list[str]:
    return [" ".join(token.text for token in parsed.tokens[first : last + 1]) for first, last in ranges]


@pytest.mark.parametrize(
    ("text", "cue", "whom"),
    [
        ("Mila Dorn called on parliament to open the log.", "called", ["parliament"]),
        ("The union pushed the ministry to publish the list.", "pushed", ["the ministry"]),
        ("Pressed on the delay, Mila Dorn left the room.", "Pressed", ["Mila Dorn"]),
        ("Mila Dorn addressed parliament and warned that the river was high.", "warned", ["parliament"]),
        ("She called it good news.", "called", []),
        ("The mayor pointed to a measure.", "pointed", []),
        ("The mayor told Channel Nine that the river was high.", "told", ["Channel Nine"]),
        ("The slogans wrote themselves.", "wrote", []),
    ],
)
def test_whom_the_words_were_said_to(text: str, cue: str, whom: list[str]) -> None:
    parsed, frame = read(text, cue)
    assert words(parsed, addressee_of(parsed, frame)) == whom


@pytest.mark.parametrize(
    ("text", "cue", "carrier"),
    [
        ("Speaking at a rally, Mila Dorn said the bridge was safe.", "said", ["a rally"]),
        ("Tomas Ferl said on Channel Nine’s “Morning Talk” that it was.", "said", ["Channel Nine ’s “ Morning Talk ”"]),
        ("The mayor told Channel Nine that the river was high.", "told", []),
        ("Mila Dorn said on Sunday that the river was high.", "said", []),
    ],
)
def test_what_carried_the_words(text: str, cue: str, carrier: list[str]) -> None:
    parsed, frame = read(text, cue)
    assert words(parsed, channel_of(parsed, frame)) == carrier


def test_a_source_cut_short_has_the_noun_it_stands_before() -> None:
    assert noun_of(*read("One banker said the river was high.", "said", ((0, 0),))) == "banker"
    assert noun_of(*read("One said the river was high.", "said", ((0, 0),))) == ""
