"""Which reports are on record?"""

from collections.abc import Iterator

from onrecord.ledger import ReportFilter, View
from onrecord.model.rows import ReportRow, SaidRow

UNDATED = "date not known"


def reports(
    view: View,
    *,
    outlet: str | None = None,
    genre: str | None = None,
    since: str | None = None,
    until: str | None = None,
    undated: bool = False,
) -> Iterator[ReportRow]:
    """The reports by id; dates are ISO-8601 or the beginning of one, both ends included."""
    return view.reports(ReportFilter(outlet=outlet, genre=genre, since=since, until=until, undated=undated))


def day_words(when: str | None) -> str:
    """The day of an ISO-8601 date or time, in words where there is none."""
    return when[:10] if when else UNDATED


def published_words(row: ReportRow) -> str:
    """The date of publication and how it is known, as people read it."""
    return dated_words(**row["published"])


def dated_words(start: str | None, end: str | None, method: str, confidence: float) -> str:
    """A date, or range of dates, and how it is known."""
    if start is None:
        return UNDATED
    when = start if start == end else f"{start} to {end}"
    sure = "" if confidence >= 0.8 else ", unsure"
    return f"{when} ({HOW[method]}{sure})"


def said_words(row: SaidRow) -> str:
    """When a statement was said and how that is known, as people read it."""
    if row["start"] is None:
        return f"day of saying not known: {row['reason']}"
    when = row["start"] if row["start"] == row["end"] else f"{row['start']} to {row['end']}"
    return f"said {when}: {row['reason']}"


def counted(number: int, noun: str) -> str:
    """``1 report``, ``2 reports``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def counted_texts(reports: int, texts: int) -> str:
    """``4 reports, 3 independent texts``: reports of one text are one."""
    return f"{counted(reports, 'report')}, {counted(texts, 'independent text')}"


HOW = {
    "given": "date as given with the report",
    "printed": "date as printed in the report",
    "page": "date as its page states",
    "inferred": "date inferred",
    "unknown": UNDATED,
}
