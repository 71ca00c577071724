"""What a report shows above its text, from the rows that say what was given and what people corrected."""

from dataclasses import dataclass, replace
from sqlite3 import Connection

from onrecord.ledger.header import Correction, Header, choose, differences, overlay
from onrecord.ledger.sql import queries
from onrecord.model.report import DateValue, Given
from onrecord.model.terms import DateMethod

SQL, DATES = queries("write"), queries("dates")


@dataclass(frozen=True, slots=True)
class Shown:
    """Header and outlet to show, the notes on how they came about, and the digests of headers whose notes hold."""

    header: Header
    outlet: str | None
    notes: tuple[str, ...]
    digests: tuple[str, ...]


def shown_of(connection: Connection, number: int, report: str) -> Shown:
    """The pure function of all headers, metadata and corrections that the ledger holds for a report."""
    headers = headers_of(connection, number)
    metadata = {Given(*row) for row in connection.execute(SQL["given"], (number,))}
    corrections = [Correction(*row) for row in connection.execute(SQL["corrections"], (report,))]
    outlet = connection.execute("SELECT outlet_read FROM reports WHERE number = ?", (number,)).fetchone()[0]
    chosen = choose(set(headers.values()), metadata)
    header, outlet = overlay(chosen, outlet, corrections)
    corrected = {correction.field for correction in corrections}
    inferred = connection.execute(DATES["inferred of"], (number,)).fetchone()
    if is_open(header.published) and "published" not in corrected and inferred:
        start, end, confidence, reason = inferred
        header = replace(header, published=DateValue(start, end, DateMethod.INFERRED, confidence))
    else:
        reason = None
    clauses = differences(set(headers.values()), metadata)
    notes = [clause for clause in clauses if clause.partition(":")[0] not in corrected]
    notes += [_note(correction) for correction in corrections]
    notes += [f"date of publication: {reason}"] if reason else []
    digests = tuple(digest for digest, h in sorted(headers.items()) if h.published == chosen.published)
    return Shown(header, outlet, tuple(notes), digests)


def is_open(published: DateValue) -> bool:
    """Whether other reports may say more of a day: it is unknown, or a range that follows from the text alone."""
    return published.start is None or (published.method is DateMethod.INFERRED and published.start != published.end)


def own_date(connection: Connection, number: int) -> DateValue:
    """The day of publication that a report came with, whatever other reports or people say."""
    return choose(set(headers_of(connection, number).values()), ()).published


def headers_of(connection: Connection, number: int) -> dict[str, Header]:
    """Every header that a report came with, by the digest that was written with it."""
    rows = connection.execute(SQL["headers"], (number,)).fetchall()
    return {row["digest"]: _header(tuple(row)[1:]) for row in rows}


def _header(row: tuple[str | float | None, ...]) -> Header:
    title, byline, agency, url, start, end, method, confidence = row
    published = DateValue(_text(start), _text(end), DateMethod(str(method)), float(confidence or 0))
    return Header(_text(title), _text(byline), _text(agency), _text(url), published)


def _text(value: str | float | None) -> str | None:
    return None if value is None else str(value)


def _note(correction: Correction) -> str:
    before, after = correction.before or "unknown", correction.after or "unknown"
    return f"{correction.field}: corrected from {before!r} to {after!r} by {correction.by}: {correction.because}"
