"""How the bytes of a report were read, and which of two readings is kept."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import PurePath
from sqlite3 import Connection, Row

from onrecord.ledger.runs import pack
from onrecord.ledger.sql import queries
from onrecord.model.report import Capture, Report

SQL = queries("write")
COMPARED = ("text_id", "offset_encoding", "offset_runs", "genre", "genre_reason")


def reading_of(capture: Capture, report: Report) -> dict[str, object]:
    """The columns of ``reports`` that say how the bytes were read."""
    return {
        "text_id": report.text_id,
        "media_type": capture.media_type,
        "encoding": capture.encoding,
        "layout": json.dumps(capture.layout, ensure_ascii=False),
        "offset_encoding": report.offsets.encoding,
        "offset_runs": pack(report.offsets.runs),
        "genre": report.genre.value,
        "genre_reason": report.genre_reason,
        "characters": len(report.text),
        "words": len(report.text.split()),
    }


def replaces(connection: Connection, reading: Mapping[str, object], report: Report, known: Row) -> bool:
    """Whether a reading takes the place of the one that is kept (``known``, a row of the query of that name).

    The same bytes read as two media types keep the smaller name, whatever the order; of two readings as one type
    the later counts, since onrecord or the declared encoding has changed. A file name can decide what is a headline,
    so of two file names the smaller one's reading is kept.
    """
    new, old = ((str(row["media_type"]), str(row["layout"])) for row in (reading, known))
    if new != old:
        return new < old
    names = (PurePath(origin).name for (origin,) in connection.execute(SQL["origins"], (known["number"],)))
    if any(name < PurePath(report.origin).name for name in names):
        return False
    return not has_zones(connection, known["number"], report) or any(reading[c] != known[c] for c in COMPARED)


def has_zones(connection: Connection, number: int, report: Report) -> bool:
    """Whether the zones that are kept under a number are those of this reading of the report."""
    zones = [(zone.kind.value, *zone.span) for zone in report.zones]
    return zones == [tuple(row) for row in connection.execute(SQL["zones"], (number,))]


def reading_digest(connection: Connection, number: int) -> str:
    """The first 16 hex digits of the sha256 of how a report was read and of all that was given with it."""
    row = dict(connection.execute(SQL["read as"], (number,)).fetchone())
    row["offset_runs"] = hashlib.sha256(row["offset_runs"]).hexdigest()
    parts = [
        [list(part) for part in connection.execute(SQL[f"{name} as given"], (number,))]
        for name in ("zones", "metadata", "notes", "origins")
    ]
    canonical = json.dumps([row, *parts], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "replace")).hexdigest()[:16]
