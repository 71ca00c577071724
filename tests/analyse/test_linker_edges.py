"""Where content ends, and who speaks, where the tagger left a phrase half done."""

import pytest

from onrecord.analyse.linker_edges import edged, fronted, unused
from onrecord.analyse.linker_sources import shaped
from onrecord.engine.parse import Parse, parse
from onrecord.model.span import Span


def read(text: str) -> Parse:
    """The grammar of one passage."""
    (one,) = parse(text, [Span(0, len(text))])
    return one


def ranges(tokens: Parse, text: str, *pieces: str) -> tuple[tuple[int, int], ...]:
    """First and last token of each piece."""
    found = []
    for piece in pieces:
        start = text.index(piece)
        inside = [t.index for t in tokens.tokens if start <= t.start < start + len(piece)]
        found.append((inside[0], inside[-1]))
    return tuple(found)


def cut(tokens: Parse, text: str, pieces: tuple[tuple[int, int], ...]) -> list[str]:
    """The words of ranges."""
    return [text[tokens.tokens[a].start : tokens.tokens[b].end] for a, b in pieces]


@pytest.mark.parametrize(
    ("text", "found", "whole"),
    [
        ("Sabrin vowed to take the case to the river tribunal.", "to take the case to the river", " tribunal"),
        ("Colt said the log had been misread by the envoy.", "the log had been misread by", " the envoy"),
        ("Colt said the port would reopen in the spring.", "the port would reopen in the", " spring"),
        ("Lind said the ministry of trade would not pay.", "the ministry of trade would", " not pay"),
        ("Lind praised the work of the Court of Appeals on Monday.", "the work of the", " Court of Appeals"),
        ("Lind said the port and the bridge were safe.", "the port and", " the bridge"),
    ],
)
def test_content_that_ends_in_a_phrase_is_taken_to_the_end_of_the_phrase(text: str, found: str, whole: str) -> None:
    tokens = read(text)
    said = ranges(tokens, text, found)
    assert cut(tokens, text, edged(tokens, said, lambda _first, _last: True)) == [found + whole]


def test_a_word_that_opens_what_another_says_is_cut() -> None:
    text = "Lind said the bridge was safe, but Vell denied it."
    tokens = read(text)
    said, other = ranges(tokens, text, "the bridge was safe, but"), ranges(tokens, text, "Vell denied it")
    assert cut(tokens, text, edged(tokens, said, unused(tokens, other, (), ()))) == ["the bridge was safe"]


def test_whole_content_stays_as_it_is() -> None:
    text = "Lind said the bridge was safe, as the envoy had asked."
    tokens = read(text)
    said = ranges(tokens, text, "the bridge was safe")
    assert edged(tokens, said, lambda _first, _last: True) == said


def test_words_of_other_links_are_not_free_and_own_words_are() -> None:
    text = "Lind said the bridge was safe and the port shut."
    tokens = read(text)
    start = text.index("the port")
    taken = Span(start, start + 8)
    (port,) = ranges(tokens, text, "the port")
    assert not unused(tokens, (), (), [Span(0, 4), taken])(*port)
    assert unused(tokens, (), (taken,), [Span(0, 4), taken])(*port)
    assert not unused(tokens, (port,), (), [])(*port)


def test_a_verb_with_a_subject_of_its_own_takes_nobody_from_the_sentence_before() -> None:
    text = "The League sent the former judge Amara Vestrell. Torvela agreed to receive her."
    tokens = read(text)
    roles = (ranges(tokens, text, part) for part in ("the former judge Amara Vestrell", "agreed", "to receive her"))
    assert cut(tokens, text, shaped(tokens, *roles)[0]) == ["Torvela"]


def test_a_source_without_a_word_that_names_somebody_is_none() -> None:
    text = "In public the mayor kept silent, and warned that no barge would pass."
    tokens = read(text)
    roles = (ranges(tokens, text, part) for part in ("In", "warned", "that no barge would pass"))
    assert cut(tokens, text, shaped(tokens, *roles)[0]) != ["In"]


@pytest.mark.parametrize(
    ("text", "cue", "said", "whole"),
    [
        ("The ferry, she said, “should never have left.”", "said", "should never have left.", "The ferry"),
        ("The log of the dam, she said, would be opened “on the day”.", "said", "would be opened “on the day”",
         "The log of the dam"),
        ("But the ferry, she added, had left.", "added", "had left", "the ferry"),
    ],
)  # fmt: skip
def test_a_subject_before_the_aside_is_part_of_what_is_said(text: str, cue: str, said: str, whole: str) -> None:
    tokens = read(text)
    roles = [ranges(tokens, text, part) for part in ("she", cue, said)]
    assert cut(tokens, text, fronted(tokens, *roles, lambda _first, _last: True))[0] == whole


def test_what_opens_a_sentence_and_is_no_subject_is_not_said() -> None:
    text = "In the morning, she said, the ferry had left."
    tokens = read(text)
    roles = [ranges(tokens, text, part) for part in ("she", "said", "the ferry had left")]
    assert fronted(tokens, *roles, lambda _first, _last: True) == roles[2]
