"""Half-open ranges of code points, and everything that is cut by them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.errors import SliceMismatch

SELECTOR_WIDTH = 32


class Span(NamedTuple):
    """A half-open range ``start:end`` of 0-based Unicode code points of a report's text."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The characters of ``text`` that the span names."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


class Selector(NamedTuple):
    """A quote selector of the W3C Web Annotation model: the words and up to 32 characters on either side."""

    exact: str
    prefix: str
    suffix: str


def cut(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """The exact characters of each span, in the order given."""
    return tuple(text[s:e] for s, e in spans)


def check_slices(text: str, spans: Sequence[Span], exact: Sequence[str], subject: str) -> None:
    """Raise ``SliceMismatch`` naming ``subject`` unless every span lies in the text and cuts its exact words."""
    if len(spans) != len(exact):
        raise SliceMismatch(f"{subject}: {len(spans)} spans but {len(exact)} texts; analyse the report again")
    for (start, end), words in zip(spans, exact, strict=True):
        if not 0 <= start < end <= len(text) or text[start:end] != words:
            raise SliceMismatch(f"{subject}: text[{start}:{end}] is not {words[:60]!r}; analyse the report again")


def normalise(spans: Iterable[Span]) -> Spans:
    """The spans sorted, without empty ones, touching or overlapping ones joined."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if joined and start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, end))
        else:
            joined.append(Span(start, end))
    return tuple(joined)


def trim(text: str, span: Span) -> Span:
    """The span without white space at its edges; empty at its start where nothing else is in it."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def selector(text: str, span: Span, width: int = SELECTOR_WIDTH) -> Selector:
    """The quote selector of a span, with ``width`` characters on either side where the text has them."""
    return Selector(span.cut(text), text[max(0, span.start - width) : span.start], text[span.end : span.end + width])


def utf16(text: str, span: Span) -> Span:
    """The span counted in UTF-16 code units, as browsers and Java count."""
    before = len(text[: span.start].encode("utf-16-le")) // 2
    return Span(before, before + len(span.cut(text).encode("utf-16-le")) // 2)
