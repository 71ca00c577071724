"""The rows of one report and one analysis, written inside a transaction that the writer holds."""

import zlib
from collections.abc import Iterator, Mapping
from sqlite3 import Connection

from onrecord.ledger.findings import Findings, roles
from onrecord.ledger.sql import queries
from onrecord.ledger.units import Place, places
from onrecord.model.analysis import Analysis
from onrecord.model.report import Capture, Report
from onrecord.model.span import cut
from onrecord.model.statement import Statement

SQL = queries("write")


def insert_report(connection: Connection, capture: Capture, report: Report, reading: dict[str, object]) -> int:
    """Write capture, report, text and zones; the report's number."""
    packed = zlib.compress(capture.data)
    connection.execute(SQL["capture"], {"id": report.capture, "size": len(capture.data), "packed": packed})
    fixed = {"id": report.id, "capture": report.capture, "locator": report.locator, "outlet": report.outlet}
    fixed |= {"origin": report.origin, "place": report.place}
    number = int(connection.execute(SQL["report"], reading | fixed).fetchone()[0])
    insert_text(connection, number, report)
    return number


def insert_text(connection: Connection, number: int, report: Report) -> None:
    """Write the text, its index and its zones."""
    connection.execute(SQL["text"], (number, report.text))
    connection.execute(SQL["index text"], (number, report.text))
    zones = ((number, i, zone.kind.value, *zone.span) for i, zone in enumerate(report.zones))
    connection.executemany(SQL["zone"], zones)


def delete_text(connection: Connection, number: int) -> None:
    """Take out the text, its index and its zones."""
    for name in ("forget indexed text", "forget text", "forget zones"):
        connection.execute(SQL[name], (number,))


def insert_analysis(
    connection: Connection, number: int, text: str, analysis: Analysis, found: Findings, *, digest: str
) -> None:
    """Write an analysis with all it found."""
    connection.execute(SQL["analysis"], (number, analysis.analyser, analysis.settings, analysis.input, digest))
    statements = found.statements
    at = places(
        text, (edge for s in statements.values() for spans in roles(s).values() for span in spans for edge in span)
    )
    for id, s in statements.items():
        entry = _insert_statement(connection, number, id, s)
        connection.executemany(SQL["span"], _span_rows(entry, s, text, at))
        connection.execute(SQL["index statement"], (entry, " ".join(cut(text, s.content))))
    rows = ((id, number, *d.span, d.disposition.value, d.rule, d.reason) for id, d in found.doubts.items())
    connection.executemany(SQL["doubt"], rows)


def delete_analysis(connection: Connection, number: int) -> None:
    """Take out the analysis of a report with all it found."""
    connection.execute(SQL["forget indexed statements"], (number,))
    connection.execute(SQL["forget analysis"], (number,))


def _insert_statement(connection: Connection, report: int, id: str, s: Statement) -> int:
    labels = (s.zone.value, round(s.confidence, 2), s.band.value, s.status.value, s.reason, s.rule, s.analyser)
    number = int(connection.execute(SQL["entry"], (id, report, *labels)).fetchone()[0])
    nameless = s.nameless.value if s.nameless else None
    row = (number, s.speaker, nameless, s.mode.value, s.act.value, int(s.negated), s.parent)
    connection.execute(SQL["statement"], row)
    rows = ((number, i, *c.span, c.score, c.reason) for i, c in enumerate(s.candidates))
    connection.executemany(SQL["candidate"], rows)
    connection.executemany(SQL["feature"], ((number, i, *feature) for i, feature in enumerate(s.features)))
    return number


def _span_rows(number: int, statement: Statement, text: str, at: Mapping[int, Place]) -> Iterator[tuple[object, ...]]:
    for role, spans in roles(statement).items():
        for ordinal, (start, end) in enumerate(spans):
            left, right = at[start], at[end]
            yield number, role, ordinal, start, end, text[start:end], left.utf16, right.utf16, left.utf8, right.utf8
