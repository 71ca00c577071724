"""Byte order marks, declared encodings, and lines of a stream whose bytes can be told exactly."""

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from onrecord.errors import UsageError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
UNFIT = ("utf-7", "hz", "punycode", "idna", "unicode-escape", "raw-unicode-escape", "utf-16", "utf-32", "utf-8-sig")
BYTES = "latin-1"


class Mark(NamedTuple):
    """A byte order mark and the codec that it announces."""

    mark: bytes
    encoding: str


class Line(NamedTuple):
    """One line of a stream without its ending; ``whole`` is False where it was over the limit and is cut."""

    number: int
    words: str
    whole: bool


def mark_of(data: bytes) -> Mark | None:
    """The byte order mark that the bytes begin with, or None."""
    return next((Mark(mark, encoding) for mark, encoding in MARKS if data.startswith(mark)), None)


def declared(name: str) -> str:
    """The codec of an encoding that a user named; raises ``UsageError`` for one that cannot be traced to bytes."""
    try:
        codec = codecs.lookup(name).name
        "".encode(codec)
    except (LookupError, ValueError):
        raise UsageError(f"--encoding {name!r}: there is no such encoding; windows-1252 or utf-16-le are two") from None
    if codec.replace("_", "-") in UNFIT or codec.startswith("iso2022"):
        raise UsageError(f"--encoding {name}: its bytes cannot be told apart; convert the file to UTF-8")
    return codec


def exact_codec(encoding: str | None) -> str:
    """The codec under which every line of a stream can be cut and written back to its own bytes.

    Encodings that hold ASCII as it is are cut byte by byte, so a wrong byte harms only its own line.
    """
    return encoding if encoding in WIDE else BYTES


def lines(stream: BinaryIO, codec: str, most: int) -> Iterator[Line]:
    """The lines of the stream, decoded with ``codec``, each of at most ``most`` characters."""
    reader = io.TextIOWrapper(stream, codec, errors="surrogatepass" if codec in WIDE else "strict", newline="\n")
    number = 0
    while words := reader.readline(most + 1):
        number += 1
        whole = words.endswith("\n") or len(words) <= most
        rest = words
        while not whole and rest and not rest.endswith("\n"):
            rest = reader.readline(most)
        yield Line(number, words, whole)
