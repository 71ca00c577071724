"""A text put together from stretches of a capture, each with the way it decodes: what offset maps are built from."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from onrecord.model.offsets import OffsetMap, Run, RunKind

_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")
_SIMPLE = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class Piece(NamedTuple):
    """Some characters of a report's text, the bytes they stand in, and how those decode."""

    words: str
    byte_start: int
    byte_end: int
    kind: RunKind


class _Escapes(NamedTuple):
    """What stands for one character in a quoted string, and how it decodes."""

    pattern: re.Pattern[str]
    kind: RunKind
    decode: Callable[[str], str]


def gap(words: str) -> Piece:
    """White space that no byte stands for."""
    return Piece(words, 0, 0, RunKind.INSERTED)


def literal(words: str, byte: int, encoding: str) -> Piece:
    """Characters that are the decoded bytes themselves, from ``byte`` on."""
    return Piece(words, byte, byte + len(words.encode(encoding)), RunKind.LITERAL)


def json_pieces(raw: str, byte: int, encoding: str) -> Iterator[Piece]:
    """The characters of a JSON string, given without its quotation marks; one piece an escape."""
    return _pieces(raw, byte, encoding, _JSON)


def doubled_pieces(raw: str, byte: int, encoding: str) -> Iterator[Piece]:
    """The characters of a quoted CSV field, given without its quotation marks; one piece a doubled mark."""
    return _pieces(raw, byte, encoding, _DOUBLED)


def join(pieces: Iterable[Piece], encoding: str) -> tuple[str, OffsetMap]:
    """The text that the pieces make in their order, and its map; empty pieces leave no run."""
    words: list[str] = []
    runs: list[Run] = []
    at = 0
    for piece in pieces:
        if piece.words:
            words.append(piece.words)
            runs.append(Run(at, at + len(piece.words), piece.byte_start, piece.byte_end, piece.kind))
            at += len(piece.words)
    return "".join(words), OffsetMap(encoding, tuple(runs))


def _pieces(raw: str, byte: int, encoding: str, escapes: _Escapes) -> Iterator[Piece]:
    """Literal pieces, and one for each escape."""
    at = 0
    for match in escapes.pattern.finditer(raw):
        if match.start() > at:
            yield (piece := literal(raw[at : match.start()], byte, encoding))
            byte = piece.byte_end
        end = byte + len(match[0].encode(encoding))
        yield Piece(escapes.decode(match[0]), byte, end, escapes.kind)
        at, byte = match.end(), end
    if at < len(raw):
        yield literal(raw[at:], byte, encoding)


def _unescape(escape: str) -> str:
    if escape[1] != "u":
        return _SIMPLE[escape[1]]
    units = bytes.fromhex(escape[2:6] + escape[8:])
    return units.decode("utf-16-be", "surrogatepass")


_JSON = _Escapes(_ESCAPE, RunKind.JSON, _unescape)
_DOUBLED = _Escapes(re.compile('""'), RunKind.DOUBLED, lambda _: '"')
