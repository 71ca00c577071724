"""Text as the scorers see it: tokens, and which of them stand inside double quotation marks."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.model.span import Span, Spans

TOKEN = re.compile(r"\w+|[^\w\s]")

Tokens = frozenset[int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """The three spans of a statement, as gold or prediction, and what is known about it besides."""

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    confidence: float | None = None
    band: str | None = None

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> "Attribution":
        """From a row of the scorer's format; an absent role is empty."""
        return cls(
            source=as_spans(row.get("source") or ()),
            cue=as_spans(row.get("cue") or ()),
            content=as_spans(row.get("content") or ()),
            confidence=row.get("confidence"),
            band=row.get("band"),
        )


@dataclass(frozen=True, slots=True)
class View:
    """An attribution as sets of token numbers; ``bare`` is the content without punctuation.

    ``direct``: more than half of the content's tokens stand inside double quotation marks.
    """

    source: Tokens
    cue: Tokens
    content: Tokens
    bare: Tokens
    direct: bool


class TokenText:
    """Token boundaries and quotation state of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        bounds = [(m.start(), m.end()) for m in TOKEN.finditer(text)]
        quoted = quotation_state(text)
        self.words: Tokens = frozenset(i for i, (start, _) in enumerate(bounds) if re.match(r"\w", text[start]))
        self.quoted: Tokens = frozenset(i for i, (start, _) in enumerate(bounds) if quoted[start])
        self._at = {c: i for i, (start, end) in enumerate(bounds) for c in range(start, end)}

    def cover(self, spans: Iterable[Sequence[int]]) -> Tokens:
        """The tokens that share a character with one of the spans."""
        return frozenset(self._at[c] for start, end in spans for c in range(start, end) if c in self._at)

    def view(self, attribution: Attribution) -> View:
        """The attribution as token sets."""
        content = self.cover(attribution.content)
        return View(
            source=self.cover(attribution.source),
            cue=self.cover(attribution.cue),
            content=content,
            bare=content & self.words,
            direct=2 * len(content & self.quoted) > len(content),
        )


def quotation_state(text: str) -> list[bool]:
    """For every character whether it stands inside double quotation marks; a line's end closes an open quote."""
    inside, state = [False] * len(text), False
    for i, char in enumerate(text):
        pair = text[i : i + 2]
        if char == "\n":
            state = False
        elif char in "\u201c" or pair == "``":
            state = True
        inside[i] = state or char == '"'
        if char == '"':
            state = not state
        elif char == "\u201d" or (pair == "''" and state):
            state = False
    return inside


def as_spans(pairs: Iterable[Sequence[int]]) -> Spans:
    """Pairs of numbers as spans."""
    return tuple(Span(start, end) for start, end in pairs)
