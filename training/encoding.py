"""What the tagger sees of a text: words, their pieces, and three small features each.

Words are the scorer's tokens (runs of word characters, single marks).  A paragraph end is one more piece
(``[SEP]``), because a quotation, and most sources, stay within a paragraph.  The encoder is uncased, so case is
a feature; quotation state is worked out once per paragraph and told, not left to be learned.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tokenizers import Tokenizer

WORD = re.compile(r"\w+|[^\w\s]")
CLS, SEP, UNKNOWN, MASK = 101, 102, 100, 103
LONGEST = 8  # pieces of one word; the rest of an address or a hash says nothing
OUTSIDE, INSIDE, UNCLOSED, OPENING, CLOSING, SINGLE = range(6)
LOWER, TITLE, UPPER, INITIAL, DIGIT, MARK = range(6)


@dataclass(frozen=True, slots=True)
class Words:
    """A text as the tagger's words; one entry per word in every list."""

    spans: list[tuple[int, int]]
    case: list[int]
    quote: list[int]
    paragraph: list[int]

    def __len__(self) -> int:
        return len(self.spans)


def case_of(word: str) -> int:
    """Lower, Title, UPPER, one capital letter, number or mark."""
    if not (word[0].isalnum() or word[0] == "_"):
        return MARK
    if word[0].isdigit():
        return DIGIT
    if not word[0].isupper():
        return LOWER
    if len(word) == 1:
        return INITIAL
    return UPPER if word.isupper() else TITLE


def split_words(text: str) -> Words:
    """Cut a text into words and say of each its case, quotation state and paragraph."""
    spans, paragraph, number, end = [], [], 0, 0
    for match in WORD.finditer(text):
        if "\n" in text[end : match.start()]:
            number += 1
        spans.append(match.span())
        paragraph.append(number)
        end = match.end()
    case = [case_of(text[s:e]) for s, e in spans]
    return Words(spans, case, quote_states(text, spans, paragraph), paragraph)


def quote_states(text: str, spans: list[tuple[int, int]], paragraph: list[int]) -> list[int]:
    """Quotation state of every word; a paragraph end closes what is open."""
    states = [OUTSIDE] * len(spans)
    start = 0
    while start < len(spans):
        stop = start
        while stop < len(spans) and paragraph[stop] == paragraph[start]:
            stop += 1
        _double_quotes(text, spans, states, start, stop)
        _single_quotes(text, spans, states, start, stop)
        start = stop
    return states


def _double_quotes(text: str, spans: list[tuple[int, int]], states: list[int], start: int, stop: int) -> None:
    opened = -1
    i = start
    while i < stop:
        s = spans[i][0]
        mark, pair = text[s], text[s : s + 2]
        width = 2 if pair in ("``", "''") and i + 1 < stop else 1
        opens = mark in "“„«" or pair == "``" or (mark == '"' and opened < 0)
        closes = opened >= 0 and (mark in "”»" or pair == "''" or mark == '"')
        if opens:
            if opened >= 0:
                states[opened + 1 : i] = [UNCLOSED] * (i - opened - 1)
            states[i : i + width] = [OPENING] * width
            opened = i + width - 1
        elif closes:
            states[opened + 1 : i] = [INSIDE] * (i - opened - 1)
            states[i : i + width] = [CLOSING] * width
            opened = -1
        i += width if opens or closes else 1
    if opened >= 0:
        states[opened + 1 : stop] = [UNCLOSED] * (stop - opened - 1)


def _single_quotes(text: str, spans: list[tuple[int, int]], states: list[int], start: int, stop: int) -> None:
    """Mark 'words in single marks' (headlines have them); an apostrophe opens nothing."""
    opened = -1
    for i in range(start, stop):
        s, e = spans[i]
        if states[i] != OUTSIDE:
            opened = -1
        elif text[s] in "'‘" and (i == start or spans[i - 1][1] < s) and text[e : e + 1].isalnum():
            opened = i
        elif text[s] in "'’" and opened >= 0 and not text[e : e + 1].isalnum() and text[s - 1] != "s":
            states[opened : i + 1] = [SINGLE] * (i + 1 - opened)
            opened = -1


class Pieces:
    """Word → piece ids, remembered, because a corpus repeats its words."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        self.known: dict[str, list[int]] = {}

    def of(self, words: list[str]) -> list[list[int]]:
        """Piece ids of every word, never none and never more than LONGEST."""
        fresh = sorted({w for w in words if w not in self.known})
        for word, got in zip(fresh, self.tokenizer.encode_batch(fresh, add_special_tokens=False), strict=True):
            self.known[word] = got.ids[:LONGEST] or [UNKNOWN]
        return [self.known[w] for w in words]


@dataclass(frozen=True, slots=True)
class Window:
    """One stretch of words as the net takes it; ``first`` is each word's first piece, from word ``start`` on."""

    start: int
    ids: list[int]
    case: list[int]
    quote: list[int]
    place: list[int]
    first: list[int]


def window_at(words: Words, pieces: list[list[int]], start: int, size: int) -> Window:
    """Lay out as many whole words from ``start`` on as fit in ``size`` pieces."""
    ids, case, quote, place, first = [CLS], [0], [0], [0], []
    for i in range(start, len(words)):
        ends = i > start and words.paragraph[i] != words.paragraph[i - 1]
        if len(ids) + len(pieces[i]) + ends > size - 1:
            break
        headline = int(words.paragraph[i] == 0)
        if ends:
            _add(ids, case, quote, place, [SEP], 0, 0, headline)
        first.append(len(ids))
        _add(ids, case, quote, place, pieces[i], words.case[i], words.quote[i], headline)
    _add(ids, case, quote, place, [SEP], 0, 0, 0)
    return Window(start, ids, case, quote, place, first)


def _add(ids: list[int], case: list[int], quote: list[int], place: list[int], new: list[int], c: int, q: int, p: int) -> None:
    ids += new
    case += [c] * len(new)
    quote += [q] * len(new)
    place += [p] * len(new)
