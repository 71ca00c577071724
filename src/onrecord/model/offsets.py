"""The way from a report's clean text back to the raw bytes of its capture.

Decoding is pure: anyone who holds the bytes and the runs can rebuild every character without the program
that cleaned the page. Runs lie in the order of the text and cover it without gap or overlap.
"""

import html
import json
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from onrecord.model.span import Span


class RunKind(StrEnum):
    """How the bytes of a run become its text.

    * ``literal``: decoded with the map's encoding.
    * ``entity``: one HTML character reference, decoded and unescaped.
    * ``json``: one or more JSON string escapes.
    * ``doubled``: CSV text in which ``""`` stands for ``"``.
    * ``space``: white space of the raw bytes that the text writes as other white space.
    * ``inserted``: white space of the text that no byte stands for (``byte_start == byte_end``).
    """

    LITERAL = "literal"
    ENTITY = "entity"
    JSON = "json"
    DOUBLED = "doubled"
    SPACE = "space"
    INSERTED = "inserted"


class Run(NamedTuple):
    """Code points ``start:end`` of the text stand in bytes ``byte_start:byte_end`` of the capture, as ``kind`` says."""

    start: int
    end: int
    byte_start: int
    byte_end: int
    kind: RunKind


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Runs from code points of the text to bytes of the capture, which is in ``encoding`` (a Python codec name)."""

    encoding: str
    runs: tuple[Run, ...]

    def faults(self, text: str, data: bytes) -> list[str]:
        """What does not hold, one plain clause each; empty where every character decodes from its bytes."""
        faults: list[str] = []
        at = 0
        for run in self.runs:
            if run.start != at or run.end <= run.start or run.end > len(text):
                faults.append(f"run at {run.start}:{run.end} does not follow {at}")
                return faults
            at = run.end
            problem = _fault(run, text[run.start : run.end], data, self.encoding)
            if problem:
                faults.append(f"characters {run.start}:{run.end} {problem}")
        if at != len(text):
            faults.append(f"the map ends at {at}, the text at {len(text)}")
        return faults

    def bytes_of(self, span: Span, text: str) -> tuple[Span, ...]:
        """The byte ranges that the characters of ``span`` stand in, in text order, touching ranges joined.

        Inside a literal run the range is exact; of every other run the whole run is given.
        """
        ranges: list[Span] = []
        first = max(0, bisect_right(self.runs, span.start, key=lambda run: run.start) - 1)
        for run in self.runs[first:]:
            if run.start >= span.end:
                break
            if run.end <= span.start or run.kind is RunKind.INSERTED:
                continue
            start, end = run.byte_start, run.byte_end
            if run.kind is RunKind.LITERAL:
                left, right = max(span.start, run.start), min(span.end, run.end)
                start += _width(text[run.start : left], self.encoding)
                end = start + _width(text[left:right], self.encoding)
            if ranges and ranges[-1].end == start:
                ranges[-1] = Span(ranges[-1].start, end)
            else:
                ranges.append(Span(start, end))
        return tuple(ranges)


def literal_map(text: str, encoding: str, offset: int = 0) -> OffsetMap:
    """The map of a text that is the decoded bytes themselves, from byte ``offset`` on."""
    if not text:
        return OffsetMap(encoding, ())
    return OffsetMap(encoding, (Run(0, len(text), offset, offset + _width(text, encoding), RunKind.LITERAL),))


def _width(text: str, encoding: str) -> int:
    return len(text.encode(encoding))


def _fault(run: Run, words: str, data: bytes, encoding: str) -> str | None:
    """Why the run does not decode to ``words``, or None where it does."""
    if not 0 <= run.byte_start <= run.byte_end <= len(data):
        return "point outside the bytes"
    try:
        raw = data[run.byte_start : run.byte_end].decode(encoding)
        decoded = _decode(raw, run.kind)
    except (UnicodeDecodeError, ValueError) as error:
        return f"cannot be decoded ({error})"
    if run.kind in (RunKind.SPACE, RunKind.INSERTED):
        if words.strip() or decoded.strip() or (run.kind is RunKind.INSERTED and raw):
            return "stand for more than white space"
        return None
    return None if decoded == words else f"decode to {decoded[:40]!r}"


def _decode(raw: str, kind: RunKind) -> str:
    if kind is RunKind.JSON:
        return str(json.loads(f'"{raw}"'))
    if kind is RunKind.DOUBLED:
        return raw.replace('""', '"')
    return html.unescape(raw) if kind in (RunKind.ENTITY, RunKind.SPACE) else raw
