"""From ranges of tokens to exact characters, without the punctuation that belongs to nobody."""

from bisect import bisect_left
from collections.abc import Iterable

from onrecord.analyse.frames import Range
from onrecord.engine.parse import Parse
from onrecord.model.span import Span, Spans

LOOSE = set(",.;:-—–…|•* \t\n\r\xa0")


def chars(text: str, parse: Parse, ranges: Iterable[Range]) -> Spans:
    """The characters of each range, sorted, loose punctuation and white space at the edges left out."""
    return bare(text, parse, (parse.span_of(first, last) for first, last in sorted(ranges)))


def bare(text: str, parse: Parse, spans: Iterable[Span]) -> Spans:
    """The spans without loose punctuation at their edges, empty ones left out; ``Inc.`` keeps its point."""
    cut = (tight(text, span) for span in spans)
    return tuple(_with_point(parse, span) for span in cut if span.start < span.end)


def _with_point(parse: Parse, span: Span) -> Span:
    """The span with the full stop that is part of its last word."""
    at = bisect_left(parse.tokens, span.end, key=lambda token: token.start) - 1
    last = parse.tokens[at] if at >= 0 else None
    short = last is not None and last.end == span.end + 1 and last.text[-1] == "." and last.text[-2].isalnum()
    return Span(span.start, span.end + 1) if short else span


def tight(text: str, span: Span) -> Span:
    """The span without loose punctuation at its edges."""
    start, end = span
    while end > start and text[end - 1] in LOOSE:
        end -= 1
    while start < end and text[start] in LOOSE:
        start += 1
    return Span(start, end)
