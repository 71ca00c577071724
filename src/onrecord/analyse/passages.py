"""The stretches of a report that are read as prose, each a paragraph or a headline of its own."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.model.report import Report
from onrecord.model.span import Span, trim
from onrecord.model.terms import ZoneKind

READ = {ZoneKind.HEADLINE, ZoneKind.BODY, ZoneKind.CAPTION, ZoneKind.LIST, ZoneKind.SUMMARY}
WRAPPED = re.compile(r"[^\s.?!:;\"”’)\]]\n(?=[a-z])")
BLANK = re.compile(r"\n[^\S\n]*\n\s*")


class Passage(NamedTuple):
    """A paragraph and the kind of zone it stands in."""

    span: Span
    zone: ZoneKind


def passages(report: Report) -> Iterator[Passage]:
    """Every paragraph of the zones that are analysed, in order.

    A line is a paragraph, except in a text that is wrapped at a fixed width, where a blank line ends one.
    """
    ends = BLANK if _wrapped(report.text) else re.compile(r"\n")
    for zone in report.zones:
        if zone.kind not in READ:
            continue
        start = zone.span.start
        for end in [*(m.end() for m in ends.finditer(report.text, *zone.span)), zone.span.end]:
            span = trim(report.text, Span(start, end))
            if span.end > span.start:
                yield Passage(span, zone.kind)
            start = end


def _wrapped(text: str) -> bool:
    """Whether most line ends stand in the middle of a sentence."""
    sample = text[:20_000]
    single = len(re.findall(r"[^\n]\n(?=[^\n])", sample))
    return single > 4 and 2 * len(WRAPPED.findall(sample)) > single
