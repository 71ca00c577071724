"""The four tables of every export, as rows of plain cells: reports, statements, spans, doubts."""

from collections.abc import Callable, Iterator, Mapping

from onrecord.ledger import SpanRow, View
from onrecord.model.rows import DoubtRow, ReportRow, StatementRow

Cell = str | int | float | None
GAP = " […] "
"""Stands between two slices of one role; the table of spans has each by itself."""

WORDS = ("source_text", "cue_text", "content_text", "addressee_text", "channel_text")

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "reports": (
        *("id", "origin", "outlet", "title", "byline", "agency", "url"),
        *("published_start", "published_end", "published_method", "published_confidence"),
        *("genre", "genre_reason", "characters", "statements", "notes", "capture", "text"),
    ),
    "statements": (
        *("id", "report", "outlet", "published", "speaker", "act", "negated", "mode"),
        *WORDS,
        *("nameless", "zone", "parent", "confidence", "band", "status", "reason", "rule", "analyser"),
        *("content_start", "content_end", "origin"),
    ),
    "spans": (
        *("entry", "report", "role", "ordinal", "start", "end", "exact", "prefix", "suffix"),
        *("utf16_start", "utf16_end", "byte_start", "byte_end"),
    ),
    "doubts": ("id", "report", "outlet", "disposition", "rule", "reason", "start", "end", "exact", "origin"),
}


def report_cells(row: ReportRow) -> dict[str, Cell]:
    """One report."""
    date = row["published"]
    return {
        **{name: row[name] for name in ("id", "origin", "outlet", "title", "byline", "agency", "url")},
        "published_start": date["start"],
        "published_end": date["end"],
        "published_method": date["method"],
        "published_confidence": date["confidence"],
        **{name: row[name] for name in ("genre", "genre_reason", "characters", "statements")},
        "notes": "; ".join(row["notes"]),
        **{name: row[name] for name in ("capture", "text")},
    }


def statement_cells(row: StatementRow) -> dict[str, Cell]:
    """One statement; the words of a role are joined, ``content_start`` and ``content_end`` its outer edges."""
    cells = {name: value for name, value in row.items() if not isinstance(value, list)}
    words = {role: GAP.join(row[role] or ()) or None for role in WORDS}  # type: ignore[literal-required]
    return {
        **cells,  # type: ignore[dict-item]
        **words,
        "negated": int(row["negated"]),
        "content_start": row["content"][0][0],
        "content_end": row["content"][-1][1],
    }


def span_cells(row: SpanRow) -> dict[str, Cell]:
    """One span as position and as quote selector."""
    return {**row}  # type: ignore[dict-item]


def doubt_cells(row: DoubtRow) -> dict[str, Cell]:
    """One doubt; of what was not analysed at all the words are left to the report's own text."""
    start, end = row["span"]
    exact = None if row["disposition"] == "not-analysed" else row["exact"]
    cells = {name: value for name, value in row.items() if name != "span"}
    return {**cells, "start": start, "end": end, "exact": exact}  # type: ignore[dict-item]


TABLES: Mapping[str, Callable[[View], Iterator[dict[str, Cell]]]] = {
    "reports": lambda view: map(report_cells, view.reports()),
    "statements": lambda view: map(statement_cells, view.statements()),
    "spans": lambda view: map(span_cells, view.spans()),
    "doubts": lambda view: map(doubt_cells, view.doubts()),
}
