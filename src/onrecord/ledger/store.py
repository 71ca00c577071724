"""The rows of one report and one analysis, written inside a transaction that the writer holds."""

import zlib
from collections.abc import Iterator, Mapping
from sqlite3 import Connection

from onrecord.ledger.findings import ASKED, KINDS, Findings, roles
from onrecord.ledger.sql import queries
from onrecord.ledger.units import Place, places
from onrecord.model.analysis import Analysis
from onrecord.model.figure import Figure
from onrecord.model.label import Label
from onrecord.model.mention import Mention
from onrecord.model.position import Position
from onrecord.model.relation import Relation
from onrecord.model.report import Capture, Report
from onrecord.model.review import Finding
from onrecord.model.span import cut
from onrecord.model.statement import Statement
from onrecord.model.time import TimeExpression

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
    row = (number, analysis.analyser, analysis.settings, analysis.input, digest, ASKED)
    connection.execute(SQL["analysis"], row)
    entries = {id: _insert_entry(connection, number, id, one) for id, one in found.entries}
    edges = (edge for _, one in found.entries for spans in roles(one).values() for span in spans for edge in span)
    at = places(text, edges)
    spans = (row for id, one in found.entries for row in _span_rows(entries[id], one, text, at))
    connection.executemany(SQL["span"], spans)
    features = ((entries[id], i, *f) for id, one in found.entries for i, f in enumerate(one.features))
    connection.executemany(SQL["feature"], features)
    connection.executemany(SQL["mention"], (_mention_row(entries, id, m) for id, m in found.mentions.items()))
    connection.executemany(SQL["figure"], (_figure_row(entries[id], f) for id, f in found.figures.items()))
    connection.executemany(SQL["time"], (_time_row(entries[id], t) for id, t in found.times.items()))
    connection.executemany(SQL["relation"], (_relation_row(entries, id, r) for id, r in found.relations.items()))
    connection.executemany(SQL["position"], (_position_row(entries, id, p) for id, p in found.positions.items()))
    connection.executemany(SQL["label"], (_label_row(entries, id, one) for id, one in found.labels.items()))
    for id, s in found.statements.items():
        _insert_statement(connection, entries, id, s)
        connection.execute(SQL["index statement"], (entries[id], " ".join(cut(text, s.content))))
    rows = ((id, number, *d.span, d.disposition.value, d.rule, d.reason) for id, d in found.doubts.items())
    connection.executemany(SQL["doubt"], rows)


def delete_analysis(connection: Connection, number: int) -> None:
    """Take out the analysis of a report with all it found."""
    connection.execute(SQL["forget indexed statements"], (number,))
    connection.execute(SQL["forget analysis"], (number,))


def _insert_entry(connection: Connection, report: int, id: str, one: Finding) -> int:
    labels = (one.zone.value, round(one.confidence, 2), one.band.value, one.status.value)
    row = (id, report, KINDS[type(one)], *labels, one.reason, one.rule, one.analyser)
    return int(connection.execute(SQL["entry"], row).fetchone()[0])


def _insert_statement(connection: Connection, entries: Mapping[str, int], id: str, s: Statement) -> None:
    nameless = s.nameless.value if s.nameless else None
    chain = entries[s.speaker_chain] if s.speaker_chain else None
    row = (entries[id], s.speaker, nameless, s.mode.value, s.act.value, int(s.negated), s.parent, chain)
    connection.execute(SQL["statement"], row)
    rows = ((entries[id], i, *c.span, c.score, c.reason) for i, c in enumerate(s.candidates))
    connection.executemany(SQL["candidate"], rows)


def _mention_row(entries: Mapping[str, int], id: str, m: Mention) -> tuple[object, ...]:
    name = m.name_span or (None, None)
    labels = (m.form.value, m.type.value if m.type else None, m.name, m.gender, m.number, int(m.quoted))
    return entries[id], entries[m.chain], *labels, *m.head, *name


def _figure_row(entry: int, f: Figure) -> tuple[object, ...]:
    given = (f.giver_name, f.relay_name, f.counting.value if f.counting else None)
    values = (f.value, f.minimum, f.maximum, f.hedge.value, f.unit)
    return entry, *values, *given, int(f.ordinal), int(f.implied), f.statement


def _time_row(entry: int, t: TimeExpression) -> tuple[object, ...]:
    happening = t.happening.value if t.happening else None
    said = (t.type.value, t.expression, t.anchor.value, t.value, t.start, t.end)
    return entry, *said, happening, t.statement, int(t.dates_saying)


def _relation_row(entries: Mapping[str, int], id: str, r: Relation) -> tuple[object, ...]:
    chains = _number(entries, r.source_chain), _number(entries, r.target_chain)
    labels = (r.kind.value, r.strength.value, r.voice.value)
    return entries[id], *labels, *chains, r.source_name, r.target_name, r.statement, int(r.negated)


def _position_row(entries: Mapping[str, int], id: str, p: Position) -> tuple[object, ...]:
    holder = _number(entries, p.holder_chain), p.holder_name
    return entries[id], p.kind.value, p.voice.value, *holder, p.statement, int(p.negated)


def _label_row(entries: Mapping[str, int], id: str, one: Label) -> tuple[object, ...]:
    return entries[id], one.kind.value, one.voice.value, _number(entries, one.chain), *one.head, one.statement


def _number(entries: Mapping[str, int], id: str | None) -> int | None:
    return None if id is None else entries[id]


def _span_rows(number: int, one: Finding, text: str, at: Mapping[int, Place]) -> Iterator[tuple[object, ...]]:
    for role, spans in roles(one).items():
        for ordinal, (start, end) in enumerate(spans):
            left, right = at[start], at[end]
            yield number, role, ordinal, start, end, text[start:end], left.utf16, right.utf16, left.utf8, right.utf8
