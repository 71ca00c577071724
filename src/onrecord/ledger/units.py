"""Positions counted as browsers, Java and byte-wise tools count them."""

from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple


class Place(NamedTuple):
    """How much of a text stands before one of its characters."""

    utf16: int
    utf8: int


def places(text: str, edges: Iterable[int]) -> dict[int, Place]:
    """The UTF-16 units and UTF-8 bytes before each of the edges that lie in the text, in one pass over it."""
    inside = sorted({edge for edge in edges if 0 <= edge <= len(text)})
    if text.isascii():
        return {edge: Place(edge, edge) for edge in inside}
    pieces = [text[a:b] for a, b in zip([0, *inside], inside, strict=False)]
    wide = accumulate(len(piece.encode("utf-16-le")) // 2 for piece in pieces)
    narrow = accumulate(len(piece.encode("utf-8")) for piece in pieces)
    return {edge: Place(*counts) for edge, *counts in zip(inside, wide, narrow, strict=True)}
