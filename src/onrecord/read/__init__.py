"""From paths to captures: every file that was named, each report in it with its own bytes, and every refusal."""

import os
import zlib
from collections.abc import Iterator, Mapping, Sequence
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, NamedTuple

from onrecord.errors import InputRefused, Malformed, NotText, TooLarge
from onrecord.model.report import Given
from onrecord.read.carriers import CARRIERS, Reader, by_look, by_name
from onrecord.read.encodings import declared
from onrecord.read.input import Input, Outcome, PassedOver
from onrecord.read.sidecar import beside, in_name
from onrecord.read.streams import HEAD, head_of, open_file, standard_input
from onrecord.read.walk import files, no_access
from onrecord.read.whole import binary
from onrecord.settings import Limits

__all__ = ["CARRIERS", "STANDARD_INPUT", "Extent", "PassedOver", "count", "read"]

STANDARD_INPUT = "-"


class Extent(NamedTuple):
    """How much there is to read: files, and their bytes on disk."""

    files: int
    bytes: int


def read(
    paths: Sequence[str],
    options: Mapping[str, str] | None = None,
    limits: Limits | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Outcome]:
    """Each report under ``paths`` as a capture, each input that cannot be read as its refusal, in a fixed order.

    ``-`` is standard input, taken from ``stdin``. ``options`` are metadata that holds for all of them, under any
    name of a field; ``encoding`` among them is the encoding of files that carry no byte order mark. A refusal that is
    ``PassedOver`` needs nobody's attention. Raises ``UsageError`` for an encoding that cannot be used.
    """
    limits = limits or Limits()
    options = dict(options or {})
    encoding = declared(options.pop("encoding")) if options.get("encoding") else None
    given = tuple(Given(name, value, "option") for name, value in options.items())
    for path in paths:
        if path == STANDARD_INPUT and stdin is not None:
            taken = Input(path, limits, encoding, given)
            yield from _guarded(path, _cut(taken, standard_input(stdin), None))
            continue
        for found in files([path]):
            yield from [found] if isinstance(found, InputRefused) else _file(found, limits, encoding, given)


def count(paths: Sequence[str]) -> Extent:
    """How many files lie under ``paths`` and how many bytes they take, without opening them; standard input is one."""
    sizes = [0 for path in paths if path == STANDARD_INPUT]
    named = [path for path in paths if path != STANDARD_INPUT]
    for found in files(named):
        if isinstance(found, str) and not isinstance(by_name(found), NotText):
            sizes.append(os.stat(found).st_size)
    return Extent(len(sizes), sum(sizes))


def _file(path: str, limits: Limits, encoding: str | None, given: tuple[Given, ...]) -> Iterator[Outcome]:
    """The captures of one file, with the metadata that stands beside it and in its name."""
    reader, described = by_name(path), beside(path)
    if isinstance(reader, NotText):
        yield reader
        return
    if isinstance(described, InputRefused):
        yield described
        return
    taken = Input(path, limits, encoding, (*given, *described, *in_name(path)))
    try:
        size = os.stat(path).st_size
        if size > limits.file:
            reason = f"its {size:,} bytes are over the limit of {limits.file:,} for one file"
            yield TooLarge(path, reason, "split it")
            return
        with open_file(Path(path)) as stream:
            yield from _guarded(path, _cut(taken, stream, reader))
    except OSError as error:
        yield no_access(path, error)


def _cut(taken: Input, stream: BufferedReader, reader: Reader | None) -> Iterator[Outcome]:
    """The captures of one stream, read by ``reader`` or by what it looks like."""
    head = head_of(stream)
    refusal = binary(taken.origin, head, taken.encoding, len(head) < HEAD)
    if refusal:
        yield refusal
        return
    yield from (reader or by_look(head))(taken, stream)


def _guarded(subject: str, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """The outcomes of a stream, with a refusal at their end where it breaks off."""
    try:
        yield from outcomes
    except UnicodeDecodeError as error:
        reason = f"it is not {error.encoding.upper()} from byte {error.start:,} of a line on"
        yield NotText(subject, reason, "mend the file; what stands before it was read")
    except (EOFError, zlib.error) as error:
        yield Malformed(subject, f"its compressed bytes break off ({error})", "fetch or compress it again")
    except OSError as error:
        yield no_access(subject, error)
