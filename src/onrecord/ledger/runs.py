"""Offset maps as a ledger keeps them: compressed lines that any language can decode.

One run a line, in the order of the text: ``kind gap width characters`` with single spaces between them. The run's
bytes begin ``gap`` bytes after the end of the run before (from 0; negative where the text leaves the order of the
bytes) and are ``width`` long; its characters begin where those of the run before ended. UTF-8, ``\\n`` after every
line, zlib (RFC 1950).
"""

import zlib
from collections.abc import Iterable

from onrecord.model.offsets import Run, RunKind


def pack(runs: Iterable[Run]) -> bytes:
    """The runs of an offset map as bytes."""
    lines: list[str] = []
    at = 0
    for run in runs:
        width, characters = run.byte_end - run.byte_start, run.end - run.start
        lines.append(f"{run.kind.value} {run.byte_start - at} {width} {characters}\n")
        at = run.byte_end
    return zlib.compress("".join(lines).encode())


def unpack(packed: bytes) -> tuple[Run, ...]:
    """The runs that ``pack`` wrote; ``ValueError`` or ``zlib.error`` where the bytes are something else."""
    runs: list[Run] = []
    at = start = 0
    for line in zlib.decompress(packed).decode().splitlines():
        kind, gap, width, characters = line.split(" ")
        byte_start = at + int(gap)
        at, end = byte_start + int(width), start + int(characters)
        runs.append(Run(start, end, byte_start, at, RunKind(kind)))
        start = end
    return tuple(runs)
