"""The user's file of topics: what is wrong with one is said, and which topics words are about."""

import pytest

from onrecord.errors import Malformed
from onrecord.resolve.topics import fitting, read, unused

FILE = """
[[topic]]
name = "dam log"
words = ["log", "Tolmen Dam"]
without = ["log cabin"]

[[topic]]
name = "guns"
words = ["gun"]
examples = ["Both armies should leave the river bank."]
"""
TOPICS = read(FILE, "topics.toml")


def about(wanted: str, around: str = "") -> list[str]:
    return [fit.topic for fit in fitting(TOPICS, wanted, around)]


def test_a_key_word_is_found_in_any_form() -> None:
    assert about("to pull the guns back") == ["guns"]


def test_a_phrase_stands_as_it_is_written() -> None:
    assert about("to open the Tolmen Dam") == ["dam log"]
    assert about("to dam the Tolmen") == []


def test_words_that_rule_a_topic_out_do_so() -> None:
    assert about("to build a log cabin") == []


def test_what_no_key_word_fits_may_be_like_an_example() -> None:
    assert about("that the armies leave the bank") == ["guns"]


def test_the_topic_with_more_key_words_comes_first() -> None:
    assert about("the log of the Tolmen Dam and no gun")[0] == "dam log"


def test_a_topic_that_nothing_fits_is_named() -> None:
    (line,) = unused(TOPICS, ["to publish the log"])
    assert "guns" in line
    assert unused(TOPICS, []) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("topic = 1", "no topic in it"),
        ("[[topic]]\nname = 'a'", "neither words nor examples"),
        ("[[topic]]\nwords = ['log']", "no name"),
        ("[[topic]]\nname = 'a'\nwords = ['the']", "no list of words that matter"),
        ("[[topic]]\nname = 'a'\nwords = ['log']\ncolour = 'red'", "unknown key colour"),
        ("[[topic]]\nname = 'a'\nwords = ['b']\n[[topic]]\nname = 'A'\nwords = ['c']", "two topics have this name"),
        ("[[topic]", "not TOML"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(text: str, words: str) -> None:
    with pytest.raises(Malformed, match=words):
        read(text, "topics.toml")
