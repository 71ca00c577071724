"""The rules by which stances are scored on SEESAW: negative triples of a sentence with both sides named.

Gold: every triple that an annotator marked negative whose two sides are both in the article's entity list; the same
triple marked twice counts once. A prediction ``{"doc", "sentence", "from", "to", "polarity"}`` is right when sentence
and both names agree. Names agree when they are the same without case, dots and "the"; without the list the alias rules
of ``evaluation.scoring.actors`` decide, held against all names of the list. One prediction answers one gold triple.
A triple with a side that is not in the list cannot be judged, for the gold has none such: it counts for nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from evaluation.scoring.actors import PARTY_LETTERS, GoldName, matches, plain, telling
from evaluation.scoring.counts import Counts

NOBODY = {"none", "not in the list", "author", ""}
NEGATIVE = "NEG"


class Triple(NamedTuple):
    """Who is negative about whom in which sentence."""

    sentence: str
    source: str
    target: str


def gold_triples(annotation: Mapping[str, Any]) -> set[Triple]:
    """The negative triples of an article with both sides in its list."""
    listed = {key(entry[0]) for entry in annotation["entity lists"]}
    return {
        Triple(str(sentence), key(row["subject"]), key(row["object"]))
        for sentence, rows in annotation["sentence-level stances"].items()
        for row in rows
        if row["sentiment"] == NEGATIVE and {key(row["subject"]), key(row["object"])} <= listed - NOBODY
    }


def key(name: str) -> str:
    """A name as it is compared."""
    return " ".join(plain(name))


def counts(gold: set[Triple], rows: Iterable[Mapping[str, Any]], names: Sequence[str]) -> Counts:
    """How many triples of one article were found; names are resolved against the list where they are not in it."""
    guessed = set()
    for row in rows:
        if row["polarity"] == NEGATIVE:
            guessed.add(Triple(str(row["sentence"]), resolved(row["from"], names), resolved(row["to"], names)))
    listed = {key(name) for name in names}
    guessed = {g for g in guessed if g.source != g.target and {g.source, g.target} <= listed}
    return Counts(len(gold & guessed), len(guessed), len(gold))


def resolved(name: str, names: Sequence[str]) -> str:
    """The listed name that a name stands for by the alias rules, as it is compared; itself where none does."""
    wanted = key(name)
    if wanted in {key(one) for one in names} or not wanted:
        return wanted
    golds = [GoldName(one, frozenset()) for one in names if telling(one)]
    hits = [g for g in golds if matches([name], g, golds)]
    return key(hits[0].name) if len(hits) == 1 else wanted


def content_words(phrase: str) -> set[str]:
    """The telling words of a phrase, plural and tense endings cut off, for topics that are written in many ways."""
    small = {"the", "a", "an", "of", "for", "and", "in", "on", "to", "s", "his", "her", "their", "its"}
    words = {PARTY_LETTERS.get(word, word) for word in re.findall(r"[a-z]+", phrase.casefold())}
    return {_stem(word) for word in words if word not in small}


def _stem(word: str) -> str:
    for ending in ("ies", "ing", "ion", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word
