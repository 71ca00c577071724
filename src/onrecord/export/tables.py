"""The tables of every export, as rows of plain cells: reports, each kind of entry, spans, doubts."""

from collections.abc import Callable, Iterator, Mapping

from onrecord.ledger import SpanRow, View
from onrecord.model.rows import DoubtRow, FigureRow, MentionRow, ReportRow, StatementRow, TimeRow

Cell = str | int | float | None
GAP = " […] "
"""Stands between two slices of one role; the table of spans has each by itself."""

WORDS = ("source_text", "cue_text", "content_text", "addressee_text", "channel_text")

KNOWN = ("zone", "confidence", "band", "status", "reason", "rule", "analyser")
"""What every kind of entry has."""

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
    "mentions": (
        *("id", "report", "outlet", "published", "words", "form", "type", "name", "chain", "title", "gender", "number"),
        *("quoted", *KNOWN, "start", "end", "origin"),
    ),
    "figures": (
        *("id", "report", "outlet", "published", "exact", "value", "minimum", "maximum", "hedge", "unit"),
        *("what", "group", "place", "as_of", "giver", "giver_words", "relay", "counting", "ordinal", "implied"),
        *("statement", *KNOWN, "start", "end", "origin"),
    ),
    "times": (
        *("id", "report", "outlet", "published", "exact", "type", "expression", "anchor", "value"),
        *("first_day", "last_day", "event", "happening", "statement", "dates_saying", *KNOWN, "start", "end", "origin"),
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


def mention_cells(row: MentionRow) -> dict[str, Cell]:
    """One mention; ``start`` and ``end`` are its own."""
    cells = {name: value for name, value in row.items() if name != "spans"}
    start, end = row["spans"]["mention"][0]
    words = {"title": GAP.join(row["title"]) or None, "quoted": int(row["quoted"])}
    return {**cells, **words, "start": start, "end": end}  # type: ignore[dict-item]


def figure_cells(row: FigureRow) -> dict[str, Cell]:
    """One figure; ``start`` and ``end`` are those of the number."""
    cells = {name: int(value) if isinstance(value, bool) else value for name, value in row.items() if name != "spans"}
    start, end = row["spans"]["number"][0]
    return {**cells, "start": start, "end": end}  # type: ignore[dict-item]


def time_cells(row: TimeRow) -> dict[str, Cell]:
    """One time expression; ``start`` and ``end`` are where it stands, ``first_day`` and ``last_day`` what it covers."""
    cells = {name: value for name, value in row.items() if name != "spans"}
    start, end = row["spans"]["time"][0]
    days = {"first_day": row["start"], "last_day": row["end"], "dates_saying": int(row["dates_saying"])}
    return {**cells, **days, "start": start, "end": end}  # type: ignore[dict-item]


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
    "mentions": lambda view: map(mention_cells, view.mentions()),
    "figures": lambda view: map(figure_cells, view.figures()),
    "times": lambda view: map(time_cells, view.times()),
    "spans": lambda view: map(span_cells, view.spans()),
    "doubts": lambda view: map(doubt_cells, view.doubts()),
}
