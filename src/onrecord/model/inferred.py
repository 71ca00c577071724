"""A day of publication that follows from other reports: for reports that come without one."""

from typing import NamedTuple

from onrecord.model.span import Span


class Inferred(NamedTuple):
    """The days, both included, that a report may be of, how sure that is, and from which other reports it follows."""

    start: str
    end: str
    confidence: float
    reason: str


class Happened(NamedTuple):
    """Something that a report dates by a time expression; ``words`` are those of the event.

    ``expression`` is what was written, ``start`` and ``end`` the days where they are known without any inferred day;
    ``published`` says that it is counted from the day of publication.
    """

    report: str
    span: Span
    exact: str
    words: str
    expression: str
    published: bool
    start: str | None
    end: str | None


class Dateless(NamedTuple):
    """A report without a day of its own, and the days of reports that print its text: ``(report, start, end)``.

    ``own`` are the first and the last day that its own text leaves; None where it leaves all.
    """

    report: str
    text: str
    copies: tuple[tuple[str, str, str], ...]
    own: tuple[str, str] | None = None
