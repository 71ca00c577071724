"""The stretches of a report that are read as prose, each a paragraph or a headline of its own."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.analyse.quotations import left_open, quotations
from onrecord.model.report import Report
from onrecord.model.span import Span, trim
from onrecord.model.terms import ZoneKind

READ = {ZoneKind.HEADLINE, ZoneKind.BODY, ZoneKind.CAPTION, ZoneKind.LIST, ZoneKind.SUMMARY}
WRAPPED = re.compile(r"[^\s.?!:;\"”’)\]]\n(?=[a-z])")
BLANK = re.compile(r"\n[^\S\n]*\n\s*")
DOUBLE = re.compile(r"[“”„«»\"]|``|''")
HANGING = re.compile(r"[.?!,;:][”\"]? [“\"]$")
"""A mark behind a sentence, at the end of the line before the words that it opens."""

FURTHEST = 12  # lines that one quotation may run over


class Passage(NamedTuple):
    """A paragraph and the kind of zone it stands in."""

    span: Span
    zone: ZoneKind


def passages(report: Report) -> Iterator[Passage]:
    """Every paragraph of the zones that are analysed, in order.

    A line is a paragraph, except in a text that is wrapped at a fixed width, where a blank line ends one, and where a
    quotation runs on over lines (as in texts of one sentence a line): those are one paragraph.
    """
    ends = BLANK if _wrapped(report.text) else re.compile(r"\n")
    for zone in report.zones:
        if zone.kind not in READ:
            continue
        start = zone.span.start
        lines = []
        for end in [*(m.end() for m in ends.finditer(report.text, *zone.span)), zone.span.end]:
            span = trim(report.text, Span(start, end))
            if span.end > span.start:
                lines.append(span)
            start = end
        for span in _joined(report.text, lines):
            yield Passage(span, zone.kind)


def _joined(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """The lines, those that one quotation runs over as one."""
    at = 0
    while at < len(lines):
        span, at = lines[at], at + 1
        while DOUBLE.search(text, *span) and (last := _further(text, span, lines[at : at + FURTHEST])):
            span, at = Span(span.start, lines[at + last - 1].end), at + last
        yield span


def _further(text: str, span: Span, after: Sequence[Span]) -> int:
    """How many of the lines after one belong to it: up to where the quotation that it leaves open is closed.

    None where the next mark opens another; one where a line goes on in small letters behind a closing mark
    (``“Go!”``, ``one man shouted.``).
    """
    found = quotations(text, span)
    hanging = HANGING.search(text, *span) and not any(one.span.end == span.end for one in found)
    if not left_open(found, span) and not hanging:
        return int(bool(after) and text[span.end - 1] in '”»"' and text[after[0].start].islower())
    for number, line in enumerate(after, start=1):
        mark = DOUBLE.search(text, *line)
        if mark is not None:
            return number if _closing(text, mark, line) else 0
    return 0


def _closing(text: str, mark: re.Match[str], line: Span) -> bool:
    """Whether the first mark of a line can only close: it stands behind a word."""
    before = text[mark.start() - 1] if mark.start() > line.start else " "
    after = text[mark.end() : mark.end() + 1] if mark.end() < line.end else " "
    return mark.group() in "”»''\"" and not before.isspace() and not after.isalnum()


def _wrapped(text: str) -> bool:
    """Whether most line ends stand in the middle of a sentence."""
    sample = text[:20_000]
    single = len(re.findall(r"[^\n]\n(?=[^\n])", sample))
    return single > 4 and 2 * len(WRAPPED.findall(sample)) > single
