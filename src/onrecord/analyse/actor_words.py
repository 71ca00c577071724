"""Which words tell what kind of actor a name or a noun phrase stands for; ``actor_words.toml`` is written by hand."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.engine.parse import lemma
from onrecord.model.terms import ActorType

KINDS = ("person", "organisation", "group", "state", "place")
WEEK = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
MONTHS = {
    "jan", "jan.", "feb", "feb.", "mar.", "apr.", "aug", "aug.", "sep.", "sept", "sept.", "oct", "oct.", "nov", "nov.",
    "dec", "dec.",
}  # fmt: skip
"""Months cut short; where no number stands beside them, those without a dot may be names."""
DAYS = WEEK | {
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    "easter", "christmas", "ramadan",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ActorWords:
    """The lists of ``actor_words.toml`` as sets; ``nouns`` by word, the first kind that lists it."""

    titles: frozenset[str]
    weak_titles: frozenset[str]
    men: frozenset[str]
    women: frozenset[str]
    departments: frozenset[str]
    bodies: frozenset[str]
    places: frozenset[str]
    compass: frozenset[str]
    things: frozenset[str]
    vessels: frozenset[str]
    nouns: Mapping[str, ActorType]
    documents: frozenset[str]
    stands_for: tuple[frozenset[str], ...]

    def kind(self, noun: str) -> ActorType | None:
        """What kind of actor a head noun stands for, singular or plural; None where it stands for none."""
        return self.nouns.get(noun) or self.nouns.get(lemma(noun, "noun"))

    def document(self, noun: str) -> bool:
        """Whether a head noun is something written that is cited like a speaker."""
        return noun in self.documents or lemma(noun, "noun") in self.documents

    def alike(self, one: str, other: str) -> bool:
        """Whether two nouns may stand for one thing: the same, or a general word and one that it covers."""
        return one == other or any(one in kind and other in kind for kind in self.stands_for)


@cache
def actor_words() -> ActorWords:
    """The shipped lists, read once."""
    written = tomllib.loads(files("onrecord.analyse").joinpath("actor_words.toml").read_text(encoding="utf-8"))
    nouns: dict[str, ActorType] = {}
    for kind in KINDS:
        for word in written["nouns"][kind]:
            nouns.setdefault(word, ActorType(kind))
    plain = ("titles", "weak_titles", "men", "women", "departments", "bodies", "places", "compass", "things", "vessels")
    return ActorWords(
        **{name: frozenset(written[name]) for name in plain},
        nouns=nouns,
        documents=frozenset(written["nouns"]["document"]),
        stands_for=tuple(frozenset(words) for words in written["stands_for"].values()),
    )
