"""The words that make something a position, read once from ``position_words.toml``."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.model.terms import PositionKind

Kinds = Mapping[str, PositionKind]
Several = Mapping[tuple[str, ...], PositionKind]


@dataclass(frozen=True, slots=True)
class PositionWords:
    """Words by what they do: the kind of a verb by where what is wanted stands, of a noun; sets for all else."""

    clause: Kinds
    told: Kinds
    object: Kinds
    behind: Several
    asked: Several
    particles: Several
    nouns: Kinds
    lists: Mapping[str, frozenset[str]]
    phrases: tuple[tuple[str, ...], ...]

    def among(self, word: str, *lists: str) -> bool:
        """Whether a plain word is in one of the lists (``not silent``)."""
        return any(word in self.lists[name] for name in lists)


@cache
def position_words() -> PositionWords:
    """The shipped words."""
    table = tomllib.loads(files("onrecord.analyse").joinpath("position_words.toml").read_text(encoding="utf-8"))
    lists = {f"{head} {name}": frozenset(words) for head, part in table.items() for name, words in part.items()}
    return PositionWords(
        clause=_by_word(table, "clause"),
        told=_by_word(table, "told"),
        object=_by_word(table, "object"),
        behind=_by_words(table, "behind"),
        asked=_by_words(table, "asked"),
        particles=_by_words(table, "particles"),
        nouns=_by_word(table, "nouns"),
        lists=lists,
        phrases=tuple(tuple(words.split()) for words in table["condition"]["phrases"]),
    )


def _by_word(table: Mapping[str, Mapping[str, Iterable[str]]], frame: str) -> dict[str, PositionKind]:
    return {word: kind for kind in PositionKind for word in table.get(kind, {}).get(frame, ())}


def _by_words(table: Mapping[str, Mapping[str, Iterable[str]]], frame: str) -> dict[tuple[str, ...], PositionKind]:
    return {tuple(words.split()): kind for words, kind in _by_word(table, frame).items()}
