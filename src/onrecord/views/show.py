"""What exactly does an entry rest on? The words in their place, every part marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from onrecord.ledger import View
from onrecord.model.rows import ReportRow
from onrecord.model.span import Span
from onrecord.views.entry import ROLES, EntryRow, entry_row, headline, parts
from onrecord.views.reports import published_words, said_words
from onrecord.views.statements import GAP

CONTEXT = 2
LINE = 110
"""Characters that count as one line of context where the report's own lines are longer."""


class Segment(NamedTuple):
    """A slice of the report and the roles its words have; none for the context."""

    span: Span
    words: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry in its place.

    ``segments`` are in the order of the text; where one does not begin at the end of the one before, context
    between two parts is left out. ``bytes`` are the ranges of the raw capture that the parts stand in.
    """

    row: EntryRow
    report: ReportRow
    segments: tuple[Segment, ...]
    bytes: tuple[Span, ...]


def show(view: View, beginning: str, context: int = CONTEXT) -> Shown:
    """The entry whose id begins so, with lines of context before and after each part."""
    row = entry_row(view, beginning)
    report = view.report(row["report"])
    segments = tuple(_segments(report.text, parts(row), context))
    bytes = tuple(b for s in segments if s.roles for b in report.offsets.bytes_of(s.span, report.text))
    return Shown(row, view.report_row(row["report"]), segments, bytes)


def as_text(shown: Shown) -> str:
    """The entry for a terminal: who, where, and the words with each part in brackets under its name."""
    row, report = shown.row, shown.report
    lines = [
        f"{headline(row)} · {row['band']} ({row['confidence']:.2f}) · {row['status']}",
        f"{report['outlet'] or 'outlet not known'} · {published_words(report)} · {report['origin']}",
        *([said_words(row["said"])] if "said" in row else []),
        "",
        _marked(shown.segments),
        "",
        f"{row['reason']} (rule {row['rule']}, {row['analyser']})",
        f"entry {row['id']} · report {row['report']}",
    ]
    return "\n".join(lines)


def _segments(text: str, marked: list[tuple[Span, str]], context: int) -> Iterator[Segment]:
    kept = _kept(text, [span for span, _ in marked], context)
    edges = sorted({edge for span in (*kept, *(span for span, _ in marked)) for edge in span})
    for start, end in pairwise(edges):
        piece = Span(start, end)
        if any(window.holds(piece) for window in kept):
            roles = tuple(dict.fromkeys(role for span, role in marked if span.holds(piece)))
            yield Segment(piece, piece.cut(text), tuple(sorted(roles, key=ROLES.index)))


def _kept(text: str, spans: list[Span], context: int) -> list[Span]:
    """The stretches of text to show: every part with its context, touching ones joined."""
    windows: list[Span] = []
    for span in sorted(spans):
        window = Span(_before(text, span.start, context), _after(text, span.end, context))
        if windows and window.start <= windows[-1].end:
            windows[-1] = Span(windows[-1].start, max(windows[-1].end, window.end))
        else:
            windows.append(window)
    return windows


def _before(text: str, at: int, context: int) -> int:
    """Where the context before a part begins: so many lines up, none longer than ``LINE``."""
    start = max(0, at - context * LINE)
    lines = 0
    for position in range(at - 1, start - 1, -1):
        if text[position] == "\n" and text[position + 1 : position + 2] not in ("\n", ""):
            lines += 1
            if lines > context:
                return position + 1
    return start if start == 0 else _next_word(text, start, at)


def _after(text: str, at: int, context: int) -> int:
    """Where the context after a part ends."""
    end = min(len(text), at + context * LINE)
    lines = 0
    for position in range(at, end):
        if text[position] == "\n" and (position == 0 or text[position - 1] != "\n"):
            lines += 1
            if lines > context:
                return position
    return end if end == len(text) else _last_word(text, at, end)


def _next_word(text: str, start: int, at: int) -> int:
    return next((p + 1 for p in range(start, at) if text[p].isspace()), start)


def _last_word(text: str, at: int, end: int) -> int:
    return next((p for p in range(end - 1, at - 1, -1) if text[p].isspace()), end)


def _marked(segments: tuple[Segment, ...]) -> str:
    pieces: list[str] = []
    at = segments[0].span.start
    for span, words, roles in segments:
        if span.start != at:
            pieces.append(GAP)
        names = " and ".join(role.replace("_", " ") for role in roles)
        pieces.append(f"[{names}: {words}]" if roles else words)
        at = span.end
    return "".join(pieces)
