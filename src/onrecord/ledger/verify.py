"""Checks a ledger against itself: spans against texts, texts against bytes, every hash, every index."""

import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from sqlite3 import Connection, DatabaseError, Row, connect
from typing import NamedTuple

from onrecord.ledger.connection import reading
from onrecord.ledger.findings import inner
from onrecord.ledger.load import load_doubt, load_findings
from onrecord.ledger.reading import reading_digest
from onrecord.ledger.runs import unpack
from onrecord.ledger.shown import headers_of, shown_of
from onrecord.ledger.sql import queries
from onrecord.ledger.units import places
from onrecord.model.identity import capture_id, report_id, text_id
from onrecord.model.offsets import OffsetMap
from onrecord.model.report import DateValue
from onrecord.model.span import Span
from onrecord.model.terms import DateMethod

SQL = queries("verify")
BROKEN = (ValueError, TypeError, KeyError, zlib.error, LookupError)
INDEXES = {"report index": "the full-text index of reports", "statement index": "the full-text index of statements"}


class Fault(NamedTuple):
    """One thing that does not hold; ``check`` is a short key that faults can be counted by."""

    subject: str
    check: str
    message: str


def verify(path: Path) -> Iterator[Fault]:
    """Every fault of the ledger at ``path``, those of the file first."""
    connection = reading(path)
    connection.row_factory = Row
    connection.text_factory = _decoded
    try:
        yield from _file(connection)
        for row in connection.execute(SQL["captures"]):
            yield from _capture(row)
        for row in connection.execute(SQL["reports"]):
            yield from _report(connection, row)
        yield from _parties(connection)
        yield from _actors(connection)
        yield from _copies(connection)
        yield from _indexes(connection, path)
    except DatabaseError as error:
        yield Fault(str(path), "file", f"cannot be read to the end ({error})")
    finally:
        connection.close()


def _decoded(words: bytes) -> str:
    """Words that are no UTF-8 any more with a mark in them, so that their own check fails and the others go on."""
    return words.decode("utf-8", "replace")


def _file(connection: Connection) -> Iterator[Fault]:
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield Fault("file", "file", str(message))
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Fault(f"table {table}, row {row}", "reference", f"points at nothing in {parent}")


def _capture(row: Row) -> Iterator[Fault]:
    subject = f"capture {row['id']}"
    try:
        data = zlib.decompress(row["packed"])
    except zlib.error as error:
        yield Fault(subject, "capture", f"cannot be unpacked ({error})")
        return
    if capture_id(data) != row["id"]:
        yield Fault(subject, "capture", "the bytes have another sha256")
    if len(data) != row["size"]:
        yield Fault(subject, "capture", f"{len(data)} bytes, not {row['size']}")


def _report(connection: Connection, row: Row) -> Iterator[Fault]:
    subject = f"report {row['id']}"
    if row["text"] is None or row["packed"] is None:
        yield Fault(subject, "text", "its text or its capture is gone")
        return
    if report_id(row["capture"], row["locator"], row["outlet_read"]) != row["id"]:
        yield Fault(subject, "id", "capture, locator and outlet give another id")
    if text_id(row["text"]) != row["text_id"]:
        yield Fault(subject, "text", "the text has another sha256")
    if len(row["text"]) != row["characters"]:
        yield Fault(subject, "text", f"{len(row['text'])} characters, not {row['characters']}")
    if len(row["text"].split()) != row["words"]:
        yield Fault(subject, "text", f"{len(row['text'].split())} words, not {row['words']}")
    for check in (_offsets, _zones, _header, _analysis, _chains):
        try:
            yield from check(connection, row, subject)
        except BROKEN as error:
            yield Fault(subject, check.__name__.strip("_"), f"cannot be read ({error})")


def _offsets(connection: Connection, row: Row, subject: str) -> Iterator[Fault]:
    offsets = OffsetMap(row["offset_encoding"], unpack(row["offset_runs"]))
    for message in offsets.faults(row["text"], zlib.decompress(row["packed"])):
        yield Fault(subject, "offsets", message)


def _zones(connection: Connection, row: Row, subject: str) -> Iterator[Fault]:
    at = 0
    for kind, start, end in connection.execute(SQL["zones"], (row["number"],)):
        if not at <= start < end <= row["characters"]:
            yield Fault(subject, "zones", f"{kind} {start}:{end} overlaps another zone or leaves the text")
        at = max(at, end)


def _header(connection: Connection, row: Row, subject: str) -> Iterator[Fault]:
    header, outlet = (shown := shown_of(connection, row["number"], row["id"])).header, shown.outlet
    start, end, method = row["published_start"], row["published_end"], DateMethod(row["published_method"])
    kept = (outlet, header.title, header.byline, header.agency, header.url, header.published)
    published = DateValue(start, end, method, row["published_confidence"])
    if kept != (row["outlet"], row["title"], row["byline"], row["agency"], row["url"], published):
        yield Fault(subject, "header", "shows other values than were given or corrected")
    if row["digest"] and row["digest"] != reading_digest(connection, row["number"]):
        yield Fault(subject, "reading", "zones, genre, metadata or notes have another hash than when they were written")
    if any(header.digest != digest for digest, header in headers_of(connection, row["number"]).items()):
        yield Fault(subject, "header", "the values it came with have another hash than when they were written")
    first = connection.execute(SQL["origin"], (row["number"],)).fetchone()
    if first is None or tuple(first) != (row["origin"], row["place"]):
        yield Fault(subject, "origin", "shows another origin than the first of those it came from")


def _analysis(connection: Connection, row: Row, subject: str) -> Iterator[Fault]:
    analysis = connection.execute(SQL["analysis"], (row["number"],)).fetchone()
    if analysis is None:
        yield Fault(subject, "analysis", "was never analysed")
        return
    if analysis["input"] != row["text_id"]:
        yield Fault(subject, "analysis", "the analysis is of another text")
    yield from _spans(row["text"], connection.execute(SQL["spans"], (row["number"],)).fetchall())
    for id, kind in connection.execute(SQL["lost"], (row["number"],)):
        yield Fault(f"entry {id}", "analysis", f"what it says as a {kind} is gone")
    found = load_findings(connection, row["number"], row["id"])
    for id, one in found.entries:
        if one.id != id:
            yield Fault(f"entry {id}", "id", "report, kind and role spans give another id")
        for span in inner(one):
            if not 0 <= span.start < span.end <= len(row["text"]):
                yield Fault(f"entry {id}", "span", f"{span.start}:{span.end} leaves the text")
    for doubt in connection.execute(SQL["doubts"], (row["number"],)):
        yield from _doubt(row, doubt)
    if found.digest != analysis["digest"]:
        yield Fault(subject, "analysis", "the findings have another hash than when they were written")


def _spans(text: str, spans: Sequence[Row]) -> Iterator[Fault]:
    at = places(text, (edge for row in spans for edge in (row["start"], row["end"])))
    for entry, role, start, end, exact, *derived in spans:
        if not 0 <= start < end <= len(text) or text[start:end] != exact:
            yield Fault(f"entry {entry}", "span", f"{role}: text[{start}:{end}] is not {exact[:60]!r}")
        elif derived != [at[start].utf16, at[end].utf16, at[start].utf8, at[end].utf8]:
            yield Fault(
                f"entry {entry}", "span", f"{role} {start}:{end}: UTF-16 or byte offsets are of other characters"
            )


def _chains(connection: Connection, row: Row, subject: str) -> Iterator[Fault]:
    for id, form, words, start, end in connection.execute(SQL["chain words"], (row["number"],)):
        if not 0 <= start < end <= len(row["text"]) or row["text"][start:end] != words:
            yield Fault(f"chain {id}", "chain", f"{form}: text[{start}:{end}] is not {words[:60]!r}")
    for (id,) in connection.execute(SQL["chains without mentions"], (row["number"],)):
        yield Fault(f"chain {id}", "chain", "counts other mentions or statements than there are")


def _parties(connection: Connection) -> Iterator[Fault]:
    for number, id, text in connection.execute("SELECT number, id, text FROM parties ORDER BY number"):
        if text_id(text) != id:
            yield Fault(f"file of parties {number}", "parties", "the text has another sha256")


def _actors(connection: Connection) -> Iterator[Fault]:
    """What holds of actors once everything is resolved."""
    for (id,) in connection.execute(SQL["actors of no chain"]):
        yield Fault(f"actor {id}", "actor", "is named after a chain that does not stand for it")
    for (id,) in connection.execute(SQL["chains of nobody"]):
        yield Fault(f"chain {id}", "actor", "is named or described and stands for nobody")
    for one, other in connection.execute(SQL["joined by nobody"]):
        yield Fault(f"chain {one}", "actor", f"is linked to chain {other} and stands for another actor")


def _copies(connection: Connection) -> Iterator[Fault]:
    """What holds of copy groups once everything is compared."""
    for (id,) in connection.execute(SQL["groups without their oldest"]):
        yield Fault(f"copy group {id}", "copies", "is named after a report that does not print its text")
    for (id,) in connection.execute(SQL["groups of one"]):
        yield Fault(f"copy group {id}", "copies", "has one report alone")
    for (id,) in connection.execute(SQL["listed nowhere"]):
        yield Fault(f"report {id}", "copies", "is listed under none of its copy groups, or under several")


def _doubt(report: Row, row: Row) -> Iterator[Fault]:
    subject, doubt = f"doubt {row['id']}", load_doubt(report["id"], row)
    if not Span(0, len(report["text"])).holds(doubt.span) or doubt.span.start > doubt.span.end:
        yield Fault(subject, "span", f"{doubt.span.start}:{doubt.span.end} leaves the text")
    if doubt.id != row["id"]:
        yield Fault(subject, "id", "report, disposition, rule and span give another id")


def _indexes(connection: Connection, path: Path) -> Iterator[Fault]:
    """SQLite checks an index by a command that writes nothing and yet asks for the right to write."""
    for name, index in INDEXES.items():
        try:
            _check_index(connect(path), SQL[name])
        except DatabaseError as error:
            if "readonly" in str(error) or "unable to open" in str(error):
                copy = connect(":memory:")
                connection.backup(copy)
                try:
                    _check_index(copy, SQL[name])
                    continue
                except DatabaseError as found:
                    error = found
            yield Fault(index, "index", f"does not agree with the texts ({error}); make it anew with `rebuild`")


def _check_index(connection: Connection, command: str) -> None:
    try:
        connection.execute(command)
    finally:
        connection.rollback()
        connection.close()
