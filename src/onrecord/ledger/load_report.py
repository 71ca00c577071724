"""From rows of the ledger back to captures and reports."""

import json
import zlib
from sqlite3 import Connection, Row

from onrecord.ledger.runs import unpack
from onrecord.ledger.shown import own_date
from onrecord.ledger.sql import queries
from onrecord.model.offsets import OffsetMap
from onrecord.model.report import Capture, DateValue, Given, Report, Zone
from onrecord.model.span import Span
from onrecord.model.terms import DateMethod, Genre, ZoneKind

SQL = queries("read")


def load_capture(row: Row) -> Capture:
    """The bytes as they came, under the first of their origins; what was given with them is on the report."""
    layout = tuple(json.loads(row["layout"]))
    data = zlib.decompress(row["packed"])
    return Capture(data, row["media_type"], row["origin"], row["place"], row["encoding"], row["retrieved"], layout)


def load_report(connection: Connection, row: Row) -> Report:
    """The report as it was read, under the outlet that is part of its identity; all else as it is shown.

    A day of publication that follows from other reports is none of its own.
    """
    number = (row["number"],)
    start, end = row["published_start"], row["published_end"]
    published = DateValue(start, end, DateMethod(row["published_method"]), row["published_confidence"])
    return Report(
        capture=row["capture"],
        text=row["text"],
        offsets=OffsetMap(row["offset_encoding"], unpack(row["offset_runs"])),
        zones=tuple(Zone(ZoneKind(k), Span(s, e)) for k, s, e in connection.execute(SQL["zones"], number)),
        origin=row["origin"],
        locator=row["locator"],
        place=row["place"],
        outlet=row["outlet_read"],
        title=row["title"],
        byline=row["byline"],
        agency=row["agency"],
        url=row["url"],
        published=own_date(connection, row["number"]) if row["guessed"] else published,
        genre=Genre(row["genre"]),
        genre_reason=row["genre_reason"],
        metadata=tuple(Given(*given) for given in connection.execute(SQL["metadata"], number)),
        notes=tuple(note for (note,) in connection.execute(SQL["notes"], number)),
    )
