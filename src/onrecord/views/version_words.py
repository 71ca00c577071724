"""Runs of words in which two sentences differ, and whether they differ in numbers or only in how they are printed."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from onrecord.analyse.numbers import numbers
from onrecord.analyse.numbers_words import PARTS
from onrecord.model.rows import ZoneRow
from onrecord.model.span import Span
from onrecord.views.figures import BOUND

TOKEN = re.compile(r"\w+(?:[.,'’-]\w+)*|[^\w\s]")
SEARCHED = ("body", "list", "summary", "caption")
LONG = 4
"""Letters of a word in which a wrong one can be told from another word."""


class Run(NamedTuple):
    """A stretch of one sentence and what stands in its place in the other."""

    mine: Span
    yours: Span


def sentences(text: str, zones: Sequence[ZoneRow]) -> list[Span]:
    """The sentences of the zones that are read, without the headline."""
    found: list[Span] = []
    for zone in zones:
        if zone["kind"] not in SEARCHED:
            continue
        start, end = zone["start"], zone["end"]
        for a, b in pairwise([start, *(bound.end() for bound in BOUND.finditer(text, start, end)), end]):
            words = text[a:b]
            if any(map(str.isalnum, words)):
                found.append(Span(a + len(words) - len(words.lstrip()), a + len(words.rstrip())))
    return found


def runs(mine: Span, text: str, yours: Span, other: str) -> Iterator[Run]:
    """Where two sentences differ, word by word; marks alone count too."""
    one = [Span(*match.span()) for match in TOKEN.finditer(text, *mine)]
    two = [Span(*match.span()) for match in TOKEN.finditer(other, *yours)]
    match = SequenceMatcher(None, [s.cut(text) for s in one], [s.cut(other) for s in two], autojunk=False)
    for op, i, j, m, n in match.get_opcodes():
        if op != "equal":
            yield Run(_stretch(one, i, j, mine), _stretch(two, m, n, yours))


def _stretch(tokens: Sequence[Span], first: int, after: int, whole: Span) -> Span:
    if first < after:
        return Span(tokens[first].start, tokens[after - 1].end)
    at = tokens[first].start if first < len(tokens) else whole.end
    return Span(at, at)


def figures(text: str, words: Span) -> list[object]:
    """The numbers in some words of a text and their bounds, in digits or spelt (``19`` is ``nineteen``), then parts."""
    parts = (match[0].lower() for match in TOKEN.finditer(text, *words))
    counted = [(one.value, one.low, one.high) for one in numbers(text, words)]
    return [*counted, *(part for part in parts if part in PARTS)]


def only_figures(text: str, words: Span) -> bool:
    """Whether some words of a text are nothing but numbers."""
    found = [one.span for one in numbers(text, words)]
    tokens = (Span(*match.span()) for match in TOKEN.finditer(text, *words))
    return bool(found) and all(any(span.overlaps(token) for span in found) for token in tokens)


def printed_alike(one: str, other: str) -> bool:
    """Whether two runs differ only in capitals, marks or the spelling of single words."""
    a, b = ([match[0].lower() for match in TOKEN.finditer(words) if match[0][0].isalnum()] for words in (one, other))
    if "".join(a) == "".join(b):
        return True
    return len(a) == len(b) and all(x == y or _spelt(x, y) for x, y in zip(a, b, strict=True))


def _spelt(one: str, other: str) -> bool:
    """Whether two long words are one but for a letter inside or their order; another ending is another word."""
    if min(len(one), len(other)) < LONG or one[0] != other[0] or one[-1] != other[-1]:
        return False
    return sorted(one) == sorted(other) or _one_off(one, other)


def _one_off(one: str, other: str) -> bool:
    """Whether one letter is doubled, left out or another."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    longer = max(len(one), len(other))
    return longer - min(len(one), len(other)) <= 1 and sum(block.size for block in blocks) >= longer - 1
