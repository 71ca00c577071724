"""The words that name events or keep a distance from words, read once from ``label_words.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class LabelWords:
    """Words in their plain forms, by what they do."""

    events: frozenset[str]
    set_phrases: frozenset[tuple[str, str]]
    so_called: frozenset[str]
    doubting_verbs: frozenset[str]
    doubting_nouns: frozenset[str]
    doubting_adverbs: frozenset[str]
    mentioned: frozenset[str]
    naming: frozenset[str]
    works: frozenset[str]
    being: frozenset[str]
    calling: frozenset[str]
    nobody: frozenset[str]
    people: frozenset[str]
    states: frozenset[str]
    ordering: frozenset[str]
    kinds: Mapping[str, str]


@cache
def label_words() -> LabelWords:
    """The shipped words."""
    table = tomllib.loads(files("onrecord.analyse").joinpath("label_words.toml").read_text(encoding="utf-8"))
    doubting, mentioned, described = table["doubting"], table["mentioned"], table["described"]
    return LabelWords(
        events=frozenset(word for words in table["event"].values() for word in words),
        set_phrases=frozenset(map(_pair, table["event_not"]["before"])),
        so_called=frozenset(table["so_called"]["words"]),
        doubting_verbs=frozenset(doubting["verbs"]),
        doubting_nouns=frozenset(doubting["nouns"]),
        doubting_adverbs=frozenset(doubting["adverbs"]),
        mentioned=frozenset(mentioned["nouns"]),
        naming=frozenset(mentioned["verbs"]),
        works=frozenset(mentioned["works"]),
        being=frozenset(described["being"]),
        calling=frozenset(described["calling"]),
        nobody=frozenset(described["nobody"]),
        people=frozenset(described["people"]),
        states=frozenset(described["states"]),
        ordering=frozenset(described["ordering"]),
        kinds={word: kind for kind, words in table["kinds"].items() for word in words},
    )


def _pair(words: str) -> tuple[str, str]:
    first, last = words.split()
    return first, last
