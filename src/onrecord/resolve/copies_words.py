"""The words of a report that copying is judged on, and the fingerprints by which other reports with them are found.

Fingerprints are chosen by winnowing (Schleimer, Wilkerson and Aiken 2003): of every ``WINDOW`` runs of ``GRAM`` words
the one with the smallest hash. Whatever ``GRAM + WINDOW - 1`` words two reports share, they share a fingerprint of it.
Libraries for near-duplicates (datasketch, rensa) estimate how much two whole texts resemble each other and forget
where; here a small text is looked for inside a larger one, so both are compared word by word in the end.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.model.report import Zone
from onrecord.model.span import Span
from onrecord.model.terms import ZoneKind

GRAM = 5
WINDOW = 6
COMPARED = (ZoneKind.BODY, ZoneKind.LIST)
"""Headlines are rewritten, captions go with pictures, summaries and furniture are the outlet's: none is compared."""
WORD = re.compile(r"\w+(?:[’'.,]\w+)*")
OPENING, CLOSING = "“«„", "”»"
FIRST = re.compile(r"(?:^|[.!?:…][”\"’')\]]*\s|\n\s*|[“\"‘(\[«])\s*$")
"""What stands before the first word of a sentence or quotation: its capital says nothing."""


class Word(NamedTuple):
    """One word as it is compared, where it stands, whether inside quotation marks, whether a name or number."""

    folded: str
    span: Span
    quoted: bool
    fact: bool


@dataclass(frozen=True, slots=True)
class Body:
    """The words of one report that copying is judged on, in order."""

    words: tuple[Word, ...]

    @property
    def id(self) -> str:
        """The sha256 of the words, of what is quoted, and of what is a name or number: all that copying looks at."""
        marked = (f"{word.folded}{'“' * word.quoted}{'#' * word.fact}" for word in self.words)
        return hashlib.sha256(" ".join(marked).encode("utf-8", "replace")).hexdigest()

    @property
    def marks(self) -> frozenset[int]:
        """The fingerprints: whole numbers that fit into 64 bits with a sign."""
        return frozenset(_winnowed([word.folded for word in self.words]))


def body(text: str, zones: Iterable[Zone]) -> Body:
    """The words of the zones that are compared, by a report's exact text."""
    return Body(tuple(word for zone in zones if zone.kind in COMPARED for word in _words(text, zone.span)))


def _words(text: str, zone: Span) -> Iterator[Word]:
    quoted = _quoted(text, zone)
    for found in WORD.finditer(text, zone.start, zone.end):
        start, end = found.span()
        said = found[0]
        capital = said[0].isupper() and not FIRST.search(text[max(zone.start, start - 6) : start])
        fact = capital or any(letter.isdigit() for letter in said)
        yield Word(said.casefold().replace("’", "'"), Span(start, end), start in quoted, fact)


def _quoted(text: str, zone: Span) -> "_Stretches":
    """Where quotations stand: a mark that nothing closes holds to the end of its line, as over several paragraphs."""
    stretches: list[Span] = []
    opened: tuple[int, str] | None = None
    for at in range(zone.start, zone.end):
        letter = text[at]
        if opened is None and (letter in OPENING or letter == '"'):
            opened = (at, letter)
        elif opened and (letter == "\n" or (letter == '"' if opened[1] == '"' else letter in CLOSING)):
            stretches.append(Span(opened[0], at))
            opened = None
    if opened:
        stretches.append(Span(opened[0], zone.end))
    return _Stretches(stretches)


class _Stretches:
    """Sorted stretches that are asked about from the left to the right."""

    def __init__(self, stretches: list[Span]) -> None:
        self._left = iter(stretches)
        self._now = next(self._left, None)

    def __contains__(self, at: int) -> bool:
        while self._now and self._now.end <= at:
            self._now = next(self._left, None)
        return bool(self._now and self._now.start <= at)


def _winnowed(words: list[str]) -> Iterator[int]:
    hashes = [_hash(" ".join(words[at : at + GRAM])) for at in range(len(words) - GRAM + 1)]
    for at in range(max(1, len(hashes) - WINDOW + 1)):
        if window := hashes[at : at + WINDOW]:
            yield min(window)


def _hash(words: str) -> int:
    digest = hashlib.blake2b(words.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
