"""From rows of the ledger back to the nouns, and to the rows that other programs read."""

import json
import zlib
from collections import defaultdict
from collections.abc import Sequence
from sqlite3 import Connection, Row

from onrecord.ledger.runs import unpack
from onrecord.ledger.sql import queries
from onrecord.model.analysis import Analysis, Doubt
from onrecord.model.offsets import OffsetMap
from onrecord.model.report import Capture, DateValue, Given, Report, Zone
from onrecord.model.rows import DoubtRow, Pair, ReportRow, StatementRow
from onrecord.model.span import Span, Spans
from onrecord.model.statement import Candidate, Statement
from onrecord.model.terms import Act, Band, DateMethod, Disposition, Genre, Mode, Nameless, Status, ZoneKind

SQL = queries("read")


def report_row(row: Row) -> ReportRow:
    """One row of ``reports``."""
    return ReportRow(
        id=row["id"],
        capture=row["capture"],
        text=row["text_id"],
        origin=row["origin"],
        outlet=row["outlet"],
        title=row["title"],
        byline=row["byline"],
        agency=row["agency"],
        url=row["url"],
        published={
            "start": row["published_start"],
            "end": row["published_end"],
            "method": row["published_method"],
            "confidence": row["published_confidence"],
        },
        genre=row["genre"],
        genre_reason=row["genre_reason"],
        zones=[{"kind": kind, "start": start, "end": end} for kind, start, end in json.loads(row["zones"])],
        characters=row["characters"],
        statements=row["statements"],
        notes=json.loads(row["notes"]),
    )


def statement_row(row: Row) -> StatementRow:
    """One row of ``statements``."""
    pairs: defaultdict[str, list[Pair]] = defaultdict(list)
    words: defaultdict[str, list[str]] = defaultdict(list)
    for role, start, end, exact in json.loads(row["spans"]):
        pairs[role].append([start, end])
        words[role].append(exact)
    return StatementRow(
        id=row["id"],
        report=row["report"],
        origin=row["origin"],
        outlet=row["outlet"],
        published=row["published"],
        zone=row["zone"],
        source=pairs["source"],
        cue=pairs["cue"],
        content=pairs["content"],
        source_text=words["source"],
        cue_text=words["cue"],
        content_text=words["content"],
        speaker=row["speaker"],
        speaker_evidence=pairs["evidence"],
        mode=row["mode"],
        act=row["act"],
        negated=bool(row["negated"]),
        addressee=pairs["addressee"] or None,
        addressee_text=words["addressee"] or None,
        channel=pairs["channel"] or None,
        channel_text=words["channel"] or None,
        nameless=row["nameless"],
        parent=row["parent"],
        confidence=row["confidence"],
        band=row["band"],
        status=row["status"],
        reason=row["reason"],
        rule=row["rule"],
        analyser=row["analyser"],
    )


def doubt_row(row: Row, text: str) -> DoubtRow:
    """One row of ``doubts``; its words are cut from the text of its report."""
    return DoubtRow(
        id=row["id"],
        report=row["report"],
        origin=row["origin"],
        outlet=row["outlet"],
        span=[row["start"], row["end"]],
        exact=text[row["start"] : row["end"]],
        disposition=row["disposition"],
        rule=row["rule"],
        reason=row["reason"],
    )


def load_capture(row: Row) -> Capture:
    """The bytes as they came, under the first of their origins; what was given with them is on the report."""
    layout = tuple(json.loads(row["layout"]))
    data = zlib.decompress(row["packed"])
    return Capture(data, row["media_type"], row["origin"], row["place"], row["encoding"], row["retrieved"], layout)


def load_report(connection: Connection, row: Row) -> Report:
    """The report as it was read, under the outlet that is part of its identity; all else as it is shown."""
    number = (row["number"],)
    start, end = row["published_start"], row["published_end"]
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
        published=DateValue(start, end, DateMethod(row["published_method"]), row["published_confidence"]),
        genre=Genre(row["genre"]),
        genre_reason=row["genre_reason"],
        metadata=tuple(Given(*given) for given in connection.execute(SQL["metadata"], number)),
        notes=tuple(note for (note,) in connection.execute(SQL["notes"], number)),
    )


def load_analysis(connection: Connection, row: Row) -> Analysis:
    """The analysis with all it found, in the order of ids."""
    report = row["report"]
    statements = [load_statement(connection, report, r) for r in connection.execute(SQL["entries of"], (report,))]
    doubts = [load_doubt(report, r) for r in connection.execute(SQL["doubts of"], (report,))]
    return Analysis(report, row["analyser"], row["settings"], row["input"], tuple(statements), tuple(doubts))


def load_statement(connection: Connection, report: str, row: Row) -> Statement:
    """One statement with its candidates and features."""
    number = (row["number"],)
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for role, start, end, _ in connection.execute(SQL["spans of"], number):
        spans[role].append(Span(start, end))
    candidates = (
        Candidate(Span(s, e), score, why) for s, e, score, why in connection.execute(SQL["candidates of"], number)
    )
    return Statement(
        report=report,
        source=_spans(spans["source"]),
        cue=_spans(spans["cue"]),
        content=_spans(spans["content"]),
        mode=Mode(row["mode"]),
        act=Act(row["act"]),
        zone=ZoneKind(row["zone"]),
        confidence=row["confidence"],
        band=Band(row["band"]),
        reason=row["reason"],
        rule=row["rule"],
        analyser=row["analyser"],
        negated=bool(row["negated"]),
        speaker=row["speaker"],
        speaker_evidence=_spans(spans["evidence"]),
        addressee=_spans(spans["addressee"]),
        channel=_spans(spans["channel"]),
        nameless=Nameless(row["nameless"]) if row["nameless"] else None,
        parent=row["parent"],
        status=Status(row["status"]),
        candidates=tuple(candidates),
        features=tuple((name, value) for name, value in connection.execute(SQL["features of"], number)),
    )


def load_doubt(report: str, row: Row) -> Doubt:
    """One doubt."""
    span = Span(row["start"], row["end"])
    return Doubt(report, span, Disposition(row["disposition"]), row["rule"], row["reason"])


def _spans(spans: Sequence[Span]) -> Spans:
    return tuple(spans)
