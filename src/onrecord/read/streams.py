"""Byte streams that can be looked into before they are read: files, compressed files, standard input."""

import gzip
import io
from pathlib import Path
from typing import BinaryIO, cast

from onrecord.read.encodings import Mark, mark_of

HEAD = 65_536


class _Raw(io.RawIOBase):
    """A stream that is read without gaps, so that a look into it sees as much as there is."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        filled = 0
        while filled < len(buffer) and (data := self._stream.read(len(buffer) - filled)):
            buffer[filled : filled + len(data)] = data
            filled += len(data)
        return filled


def open_file(path: Path) -> io.BufferedReader:
    """The bytes of a file; of a ``.gz`` file those that it holds. Raises OSError."""
    if path.suffix.lower() == ".gz":
        return io.BufferedReader(cast(io.RawIOBase, gzip.open(path, "rb")), HEAD)
    return io.BufferedReader(io.FileIO(path), HEAD)


def standard_input(stream: BinaryIO) -> io.BufferedReader:
    """Standard input, which cannot go back."""
    return io.BufferedReader(_Raw(stream), HEAD)


def head_of(stream: io.BufferedReader) -> bytes:
    """The first bytes of a stream that nothing was read of yet."""
    return stream.peek(HEAD)[:HEAD]


def take_mark(stream: io.BufferedReader) -> Mark | None:
    """The byte order mark at the beginning of the stream, which then stands behind it; None where there is none."""
    mark = mark_of(stream.peek(4)[:4])
    if mark:
        stream.read(len(mark.mark))
    return mark
