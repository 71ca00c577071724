"""Reading a user's file of topics (TOML), and which topics words are about.

A topic fits where one of its key words stands in the words, else where they are like one of its examples. Every message
about a file names it and the next step.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from onrecord.errors import Malformed
from onrecord.model.topic import Topic, Topics
from onrecord.resolve.utterance_read import WORD, bare_stem
from onrecord.resolve.utterance_words import EMPTY

KEYS = ("name", "words", "examples", "without", "note")
LIKE = 0.5
"""Of the words that matter in the shorter of two, so many are shared where they are alike; two at the least."""


class Fits(NamedTuple):
    """That words are about a topic, and by what: the key word, or the example that they are like."""

    topic: str
    by: str


def read(text: str, subject: str) -> Topics:
    """The topics of a file; ``Malformed`` with everything that is wrong with it, one fault a line."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Malformed(subject, f"not TOML ({error})", "mend that line") from error
    rows = table.get("topic", [])
    faults = [f"unknown key {key}; use [[topic]]" for key in sorted(set(table) - {"topic"})]
    if not isinstance(rows, list) or not rows or not all(isinstance(row, Mapping) for row in rows):
        faults.append("no topic in it; begin one with [[topic]] and name = …")
        rows = []
    faults += [fault for number, row in enumerate(rows, start=1) for fault in _faults(row, number)]
    names = [str(row.get("name")).casefold() for row in rows]
    faults += [
        f"{row['name']}: two topics have this name; join them" for i, row in enumerate(rows) if names[i] in names[:i]
    ]
    if faults:
        reason, _, remedy = faults[0].partition("; ")
        rest = [f"{subject}: {fault}" for fault in dict.fromkeys(faults[1:])]
        raise Malformed(subject, reason, "\n".join([remedy, *rest]))
    return Topics(subject, tuple(_topic(row) for row in rows))


def fitting(topics: Topics, wanted: str, around: str = "") -> list[Fits]:
    """The topics that what is wanted is about, the one with most key words first.

    ``around`` is the sentence it stands in: words there rule a topic out, and where key words fit nothing, it may be
    like an example.
    """
    stems = _stems(wanted)
    every = stems + _stems(around)
    open_ = [topic for topic in topics.topics if not any(_within(_stems(words), every) for words in topic.without)]
    by_word = [(topic, [words for words in topic.words if _within(_stems(words), stems)]) for topic in open_]
    found = sorted(((t, hits) for t, hits in by_word if hits), key=lambda pair: -len(pair[1]))
    if found:
        return [Fits(topic.name, hits[0]) for topic, hits in found]
    likest = [
        (like, topic, words) for topic in open_ for words in topic.examples if (like := _alike(words, wanted, around))
    ]
    best = max((like for like, _, _ in likest), default=0.0)
    return [Fits(topic.name, words) for like, topic, words in likest if like == best][:1]


def unused(topics: Topics, texts: Iterable[str]) -> tuple[str, ...]:
    """What a person should look at although the file can be used: topics that no position fits."""
    texts = list(texts)
    used = {fit.topic for text in texts for fit in fitting(topics, text)}
    return tuple(
        f"{topics.subject}: nothing that is wanted fits {topic.name}; add key words as the reports have them"
        for topic in topics.topics
        if topic.name not in used and texts
    )


def _alike(example: str, wanted: str, around: str) -> float:
    """The share of words that matter, 0 below ``LIKE``; in what is wanted, else in its whole sentence."""
    one = set(_stems(example))
    for words in (wanted, around):
        other = set(_stems(words))
        shared, fewer = len(one & other), min(len(one), len(other))
        if shared > 1 and shared >= LIKE * fewer:
            return shared / max(1, fewer)
    return 0.0


def _within(phrase: list[str], stems: list[str]) -> bool:
    """Whether the stems of a phrase stand one behind the other."""
    size = len(phrase)
    return bool(size) and any(stems[at : at + size] == phrase for at in range(len(stems) - size + 1))


def _stems(words: str) -> list[str]:
    forms = (found[0].lower().replace("’", "'").removesuffix("'s") for found in WORD.finditer(words))
    return [bare_stem(form) for form in forms if form not in EMPTY]


def _topic(row: Mapping[str, Any]) -> Topic:
    lists = {key: tuple(row.get(key, ())) for key in ("words", "examples", "without")}
    return Topic(str(row["name"]).strip(), **lists, note=str(row.get("note", "")))


def _faults(row: Mapping[str, Any], number: int) -> Iterator[str]:
    name = row.get("name")
    where = f"topic {name}" if isinstance(name, str) and name.strip() else f"topic {number}"
    if not isinstance(name, str) or not name.strip():
        yield f'{where}: no name; write name = "…"'
    for key in sorted(set(row) - set(KEYS)):
        yield f"{where}: unknown key {key}; use {', '.join(KEYS)}"
    for key in ("words", "examples", "without"):
        value = row.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and _stems(one) for one in value):
            yield f'{where}: {key} is no list of words that matter; write {key} = ["…", "…"]'
    if not row.get("words") and not row.get("examples"):
        yield f'{where}: neither words nor examples; write words = ["…"]'
