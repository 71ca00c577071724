"""From ranges of tokens to exact characters, without the punctuation that belongs to nobody."""

from collections.abc import Iterable

from onrecord.analyse.frames import Range
from onrecord.engine.parse import Parse
from onrecord.model.span import Span, Spans

LOOSE = set(",.;:-—–…|•* \t\n\r\xa0")


def chars(text: str, parse: Parse, ranges: Iterable[Range]) -> Spans:
    """The characters of each range, sorted, loose punctuation and white space at the edges left out."""
    spans = (tight(text, parse.span_of(first, last)) for first, last in sorted(ranges))
    return tuple(span for span in spans if span.start < span.end)


def tight(text: str, span: Span) -> Span:
    """The span without loose punctuation at its edges."""
    start, end = span
    while end > start and text[end - 1] in LOOSE:
        end -= 1
    while start < end and text[start] in LOOSE:
        start += 1
    return Span(start, end)
