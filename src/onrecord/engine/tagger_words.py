"""What the tagger sees of a text: words, their pieces, and three small features each.

Words are the scorer's tokens (runs of word characters, single marks).  A paragraph end is one more piece
(``[SEP]``), because a quotation, and most sources, stay within a paragraph.  The encoder is uncased, so case is
a feature; quotation state is worked out once per paragraph and told, not left to be learned.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WORD = re.compile(r"\w+|[^\w\s]")
CLS, SEP, UNKNOWN, MASK = 101, 102, 100, 103
JOINTS = "'’-.,&@/"
LONGEST = 8  # pieces of one word; the rest of an address or a hash says nothing
OUTSIDE, INSIDE, UNCLOSED, OPENING, CLOSING, SINGLE = range(6)
LOWER, TITLE, UPPER, INITIAL, DIGIT, MARK = range(6)


@dataclass(frozen=True, slots=True)
class Words:
    """A text as the tagger's words; one entry per word in every list.

    ``joined`` words go on with the word before them as one, as the last two of ``crowd-led`` and ``didn't`` do.
    """

    spans: list[tuple[int, int]]
    case: list[int]
    quote: list[int]
    paragraph: list[int]
    joined: list[bool]

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


def split_words(text: str, paragraphs: Sequence[tuple[int, int]] | None = None) -> Words:
    """The words of the paragraphs (of every line, where none are given), with case and quotation state."""
    spans: list[tuple[int, int]] = []
    paragraph: list[int] = []
    for number, (start, end) in enumerate(lines_of(text) if paragraphs is None else paragraphs):
        found = [match.span() for match in WORD.finditer(text, start, end)]
        spans += found
        paragraph += [number] * len(found)
    case = [case_of(text[s:e]) for s, e in spans]
    return Words(spans, case, quote_states(text, spans, paragraph), paragraph, _joined(text, spans))


def _joined(text: str, spans: list[tuple[int, int]]) -> list[bool]:
    inner = [False] * len(spans)
    for i in range(1, len(spans) - 1):
        (_, before), (start, end), (after, _) = spans[i - 1 : i + 2]
        touch = before == start and end == after
        if touch and text[start] in JOINTS and text[before - 1].isalnum() and text[end].isalnum():
            inner[i] = inner[i + 1] = True
    return inner


def lines_of(text: str) -> list[tuple[int, int]]:
    """The lines that hold a word."""
    return [match.span() for match in re.finditer(r"[^\n]+", text) if WORD.search(text, *match.span())]


def quote_states(text: str, spans: list[tuple[int, int]], paragraph: list[int]) -> list[int]:
    """Quotation state of every word; a paragraph end closes what is open, unless the next one closes it."""
    states = [OUTSIDE] * len(spans)
    start, left_open = 0, False
    while start < len(spans):
        stop = start
        while stop < len(spans) and paragraph[stop] == paragraph[start]:
            stop += 1
        left_open = _double_quotes(text, spans, states, start, stop, left_open)
        _single_quotes(text, spans, states, start, stop)
        start = stop
    return states


def _double_quotes(
    text: str, spans: list[tuple[int, int]], states: list[int], start: int, stop: int, left_open: bool
) -> bool:
    """Fill in one paragraph; ``left_open`` and what is returned tell whether a quotation goes on over its edges."""
    opened, i = -1, start
    while i < stop:
        at = spans[i][0]
        mark, pair = text[at], text[at : at + 2]
        width = 2 if pair in ("``", "''") and i + 1 < stop else 1
        shuts = mark in "”»" or pair == "''"
        opens = mark in "“„«" or pair == "``" or (mark == '"' and opened < 0)
        closes = opened >= 0 and (shuts or mark == '"')
        resumes = left_open and opened < 0 and shuts
        if opens:
            if opened >= 0:
                states[opened + 1 : i] = [UNCLOSED] * (i - opened - 1)
            states[i : i + width] = [OPENING] * width
            opened = i + width - 1
        elif closes or resumes:
            begin = start if resumes else opened + 1
            states[begin:i] = [INSIDE] * (i - begin)
            states[i : i + width] = [CLOSING] * width
            opened = -1
        left_open = left_open and not (opens or closes or resumes)
        i += width if opens or closes or resumes else 1
    if opened >= 0:
        states[opened + 1 : stop] = [UNCLOSED] * (stop - opened - 1)
    return opened >= 0


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

    def __init__(self, tokenizer: "Tokenizer") -> None:
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
    """One stretch of words as the net takes it; ``first`` is each word's first piece, from word ``start`` on.

    ``place`` is 1 in the first paragraph, which is a headline more often than not.
    """

    start: int
    ids: list[int]
    case: list[int]
    quote: list[int]
    place: list[int]
    first: list[int]


def window_at(words: Words, pieces: Sequence[Sequence[int]], start: int, size: int) -> Window:
    """Lay out as many whole words from ``start`` on as fit in ``size`` pieces."""
    window = Window(start, [CLS], [0], [0], [0], [])
    for word in range(start, len(words)):
        ends = word > start and words.paragraph[word] != words.paragraph[word - 1]
        if len(window.ids) + len(pieces[word]) + ends > size - 1:
            break
        place = int(words.paragraph[word] == 0)
        if ends:
            _lay(window, [SEP], 0, 0, place)
        window.first.append(len(window.ids))
        _lay(window, pieces[word], words.case[word], words.quote[word], place)
    _lay(window, [SEP], 0, 0, 0)
    return window


def _lay(window: Window, pieces: Sequence[int], case: int, quote: int, place: int) -> None:
    window.ids.extend(pieces)
    for column, value in ((window.case, case), (window.quote, quote), (window.place, place)):
        column.extend([value] * len(pieces))
