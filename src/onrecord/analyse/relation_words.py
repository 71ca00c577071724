"""The words that put actors at odds, read once from ``relation_words.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class RelationWords:
    """Words by what they do: the kind of a verb by its object, of a verb with a preposition, of a noun; judgements."""

    objects: Mapping[str, str]
    behind: Mapping[tuple[str, str], str]
    nouns: Mapping[str, str]
    claims: frozenset[str]
    turning_down: frozenset[str]
    denying: frozenset[str]
    replies: frozenset[str]
    negators: frozenset[str]
    negations: frozenset[str]
    phrases_not: frozenset[tuple[str, str]]
    misdeeds: frozenset[str]
    misdeed_phrases: frozenset[tuple[str, str]]
    states: frozenset[tuple[str, str]]
    bad: frozenset[str]
    good: frozenset[str]
    sorts: frozenset[str]
    goods: frozenset[str]
    owned: frozenset[str]
    owned_of: frozenset[str]
    duties: frozenset[str]
    committed: frozenset[str]
    blows: frozenset[str]
    kept: frozenset[str]
    kept_phrases: frozenset[tuple[str, str]]
    generic: frozenset[str]
    deadly: frozenset[str]
    deadly_hits: frozenset[str]
    left: frozenset[str]
    harms: frozenset[str]
    people: frozenset[str]
    undergone: frozenset[str]
    done_to: frozenset[str]
    suffering: frozenset[str]
    loaded: frozenset[str]
    things: frozenset[str]
    makings: frozenset[str]
    written: frozenset[str]
    general: frozenset[str]
    documents: frozenset[str]
    spoken: frozenset[str]
    particles: Mapping[tuple[str, str], str]
    felt: Mapping[tuple[str, str], str]
    feelings: frozenset[str]
    foes: Mapping[str, str]
    quarrels: frozenset[str]
    quarrelling: frozenset[str]
    stirring: frozenset[str]
    removals: frozenset[str]
    leaving: frozenset[str]


@cache
def relation_words() -> RelationWords:
    """The shipped words."""
    table = tomllib.loads(files("onrecord.analyse").joinpath("relation_words.toml").read_text(encoding="utf-8"))
    return RelationWords(
        objects=_by_word(table["object"]),
        behind={_pair(words): kind for words, kind in _by_word(table["behind"]).items()},
        nouns=_by_word(table["noun"]),
        claims=frozenset(table["claims"]["nouns"]),
        turning_down=frozenset(table["claims"]["verbs"]),
        denying=frozenset(table["claims"]["denying"]),
        replies=frozenset(table["claims"]["replies"]),
        negators=frozenset(table["negators"]["verbs"]),
        negations=frozenset(table["negators"]["words"]),
        phrases_not=frozenset(map(_pair, table["negators"]["phrases"])),
        misdeeds=frozenset(table["misdeed"]["verbs"]),
        misdeed_phrases=frozenset(map(_pair, table["misdeed"]["phrases"])),
        states=frozenset(map(_pair, table["misdeed"]["states"])),
        bad=frozenset(table["bad"]["words"]),
        good=frozenset(table["bad"]["good"]),
        sorts=frozenset(table["bad"]["sorts"]),
        goods=frozenset(table["goods"]["words"]),
        owned=frozenset(table["owned"]["words"]),
        owned_of=frozenset(table["owned"]["of"]),
        duties=frozenset(table["claiming"]["verbs"]),
        committed=frozenset(table["committed"]["verbs"]),
        blows=frozenset(table["blows"]["words"]),
        kept=frozenset(table["kept"]["verbs"]),
        kept_phrases=frozenset(map(_pair, table["kept"]["phrases"])),
        generic=frozenset(table["generic"]["words"]),
        deadly=frozenset(table["deadly"]["verbs"]),
        deadly_hits=frozenset(table["deadly"]["hits"]),
        left=frozenset(table["deadly"]["left"]),
        harms=frozenset(table["deadly"]["harms"]),
        people=frozenset(table["deadly"]["people"]),
        undergone=frozenset(table["undergone"]["nouns"]),
        done_to=frozenset(table["undergone"]["own"]),
        suffering=frozenset(table["misdeed"]["suffering"]),
        loaded=frozenset(table["loaded"]["verbs"]),
        things=frozenset(table["making"]["things"]),
        makings=frozenset(table["making"]["verbs"]),
        written=frozenset(table["making"]["written"]),
        general=frozenset(table["making"]["general"]),
        documents=frozenset(table["making"]["documents"]),
        spoken=frozenset(table["making"]["spoken"]),
        particles={_pair(words): kind for words, kind in _by_word(table["particle"]).items()},
        felt={_pair(words): kind for words, kind in _by_word(table["felt"]).items()},
        feelings=frozenset(_pair(words)[0] for some in table["felt"].values() for words in some),
        foes=_by_word(table["foes"]),
        quarrels=frozenset(table["quarrels"]["nouns"]),
        quarrelling=frozenset(table["quarrels"]["verbs"]),
        stirring=frozenset(table["stirring"]["verbs"]),
        removals=frozenset(table["away"]["nouns"]),
        leaving=frozenset(table["away"]["verbs"]),
    )


def _by_word(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: kind for kind, words in reversed(list(table.items())) for word in words}


def _pair(words: str) -> tuple[str, str]:
    first, *_, last = words.split()
    return first, last
