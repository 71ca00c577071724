"""verify names what was tampered with."""

import sqlite3
import zlib

import pytest

from onrecord.ledger import Ledger
from tests.ledger.making import ledger_of, made

TAMPERING = {
    "capture": ("UPDATE captures SET packed = :packed", "capture"),
    "capture that cannot be unpacked": ("UPDATE captures SET packed = x'00'", "capture"),
    "text": ("UPDATE texts SET text = replace(text, 'left', 'lost')", "text"),
    "text hash": ("UPDATE reports SET text_id = 'f' || substr(text_id, 2)", "text"),
    "report id": ("UPDATE reports SET id = 'ffffffffffffffff'", "id"),
    "outlet of the id": ("UPDATE reports SET outlet_read = 'Times'", "id"),
    "span": ("UPDATE spans SET start = start + 1 WHERE role = 'cue'", "span"),
    "words": ("UPDATE spans SET exact = 'sold' WHERE role = 'cue'", "span"),
    "a whole other span": ("UPDATE spans SET start = 0, \"end\" = 7, exact = 'Council' WHERE role = 'source'", "id"),
    "UTF-16 offset": ("UPDATE spans SET utf16_end = utf16_end + 1 WHERE role = 'content'", "span"),
    "byte offset": ("UPDATE spans SET byte_start = byte_start - 1 WHERE role = 'content'", "span"),
    "entry id": ("UPDATE entries SET id = 'ffffffffffffffff'", "id"),
    "speaker": ("UPDATE statements SET speaker = 'Bo'", "analysis"),
    "act": ("UPDATE statements SET act = 'deny'", "analysis"),
    "confidence": ("UPDATE entries SET confidence = 1.0", "analysis"),
    "candidate": ("UPDATE candidates SET score = 1.0", "analysis"),
    "label that is in no list": ("UPDATE statements SET mode = 'loud'", "analysis"),
    "lost statement": ("DELETE FROM entries", "analysis"),
    "doubt": ("UPDATE doubts SET start = start + 1", "id"),
    "lost doubt": ("DELETE FROM doubts", "analysis"),
    "input hash": ("UPDATE analyses SET input = 'f'", "analysis"),
    "lost analysis": ("DELETE FROM analyses", "analysis"),
    "offset map": ("UPDATE reports SET offset_runs = :runs", "offsets"),
    "offset map that cannot be read": ("UPDATE reports SET offset_runs = x'00'", "offsets"),
    "zone": ('UPDATE zones SET "end" = "end" + 1', "zones"),
    "kind of a zone": ("UPDATE zones SET kind = 'furniture'", "reading"),
    "genre": ("UPDATE reports SET genre = 'transcript'", "reading"),
    "metadata": ("UPDATE metadata SET value = 'Other'", "reading"),
    "lost metadata": ("DELETE FROM metadata", "reading"),
    "note": ("INSERT INTO notes (report, header, note, shown) VALUES (1, 'x', 'cut off', 0)", "reading"),
    "file of parties": ("INSERT INTO parties VALUES (1, '', '', '', :id, 'x')", "parties"),
    "title": ("UPDATE reports SET title = 'Other'", "header"),
    "outlet": ("UPDATE reports SET outlet = 'Other'", "header"),
    "date": ("UPDATE reports SET published_start = '2031-01-01'", "header"),
    "header that is not shown": ("UPDATE headers SET agency = 'Wire'", "header"),
    "hash of a header": ("UPDATE headers SET digest = 'ffffffffffffffff'", "header"),
    "origin": ("UPDATE reports SET origin = 'b.txt'", "origin"),
    "origins": ("UPDATE origins SET origin = 'b.txt'", "origin"),
    "count of words": ("UPDATE reports SET words = 3", "text"),
    "text that is no UTF-8": ("UPDATE texts SET text = CAST(x'ff' || text AS TEXT)", "text"),
    "reason that is no UTF-8": ("UPDATE entries SET reason = CAST(x'ff' AS TEXT)", "analysis"),
    "lost text": ("DELETE FROM texts", "text"),
    "lost capture": ("DELETE FROM captures", "reference"),
    "index of reports": ("INSERT INTO report_search (rowid, text) VALUES (1, 'more')", "index"),
    "index of statements": ("INSERT INTO statement_search (statement_search) VALUES ('delete-all')", "index"),
}


@pytest.mark.parametrize("what", TAMPERING)
def test_what_was_tampered_with_is_named(tmp_path, what):
    command, check = TAMPERING[what]
    with ledger_of(tmp_path, made(title="Council meets")) as ledger:
        assert ledger.verify() == []
    values = {"packed": zlib.compress(b"other"), "runs": zlib.compress(b"literal 1 80 77\n"), "id": "f" * 64}
    connection = sqlite3.connect(tmp_path / "ledger.db")
    connection.execute(command, {name: value for name, value in values.items() if f":{name}" in command})
    connection.commit()
    connection.close()
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        assert check in {fault.check for fault in ledger.verify()}


def test_a_ledger_that_cannot_be_written_is_verified_all_the_same(tmp_path):
    ledger_of(tmp_path, made()).close()
    (tmp_path / "ledger.db").chmod(0o444)
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        assert ledger.verify() == []


def test_a_damaged_file_is_a_fault(tmp_path):
    ledger_of(tmp_path, *(made(f"Report {n}. " * 200, origin=f"{n}.txt") for n in range(20))).close()
    path = tmp_path / "ledger.db"
    data = bytearray(path.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 4096] = b"\xff" * 4096
    path.write_bytes(data)
    with Ledger.open(path) as ledger:
        assert ledger.verify()
