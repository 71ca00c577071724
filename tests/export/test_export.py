"""Exports: exact, safe to open, and the same bytes for the same ledger."""

import csv
import json
import time

import pytest
from openpyxl import load_workbook

from onrecord.errors import UsageError
from onrecord.export import FORMATS, export
from onrecord.export.csv_files import guarded
from onrecord.export.tables import COLUMNS
from onrecord.export.xlsx_file import CELL, writable
from tests.ledger.making import analysis, capture_and_report, ledger_of, made, statement
from tests.ledger.test_findings import TEXT, story

HOSTILE = '=HYPERLINK("http://x") said “@ 😀\x07\r\n_x0041_ </t>”.'


def hostile():
    capture, report = capture_and_report(HOSTILE, origin="h.txt", title="-1 or +1")
    return (
        capture,
        report,
        analysis(report, statement(report, '=HYPERLINK("http://x")', "said", "“@ 😀\x07\r\n_x0041_ </t>”")),
    )


def target(folder, format):
    return folder / f"out-{format}{'.xlsx' if format == 'xlsx' else ''}"


def read_csv(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("format", FORMATS)
def test_any_order_of_adding_gives_the_same_bytes(tmp_path, format):
    items, results = [made(), story(), hostile(), made(outlet="Times", origin="t.txt")], []
    for name, order in {"a": items, "b": items[::-1]}.items():
        (tmp_path / name).mkdir()
        with ledger_of(tmp_path / name, *order) as ledger:
            written = export(ledger.view, format, target(tmp_path / name, format))
        results.append([path.read_bytes() for path in written])
        time.sleep(2.1 if format == "xlsx" and name == "a" else 0)
    assert results[0] == results[1]


def test_json_lines_are_the_rows_of_the_view(tmp_path):
    with ledger_of(tmp_path, made(), story(), hostile()) as ledger:
        for path in export(ledger.view, "jsonl", tmp_path / "out"):
            rows = [json.loads(line) for line in path.read_bytes().split(b"\n")[:-1]]
            if path.stem != "series":
                assert rows == list(getattr(ledger.view, path.stem)())


def test_json_lines_leave_no_table_out_that_a_spreadsheet_gets(tmp_path):
    with ledger_of(tmp_path, made()) as ledger:
        names = {path.stem for path in export(ledger.view, "jsonl", tmp_path / "out")}
    assert names == set(COLUMNS) - {"actor_words", "actor_counts"}


def test_csv_gives_every_span_as_position_and_as_quote(tmp_path):
    with ledger_of(tmp_path, made()) as ledger:
        export(ledger.view, "csv", tmp_path / "out")
        for row in read_csv(tmp_path / "out" / "spans.csv"):
            text = ledger.view.text(row["report"])
            start, end = int(row["start"]), int(row["end"])
            assert text[start:end] == row["exact"]
            assert text[max(0, start - 32) : start] == row["prefix"]
            assert text[end : end + 32] == row["suffix"]
    assert {path.name for path in (tmp_path / "out").iterdir()} == {f"{name}.csv" for name in COLUMNS}


def test_csv_has_a_row_for_each_mention_figure_and_time(tmp_path):
    with ledger_of(tmp_path, story()) as ledger:
        export(ledger.view, "csv", tmp_path / "out")
    rows = {name: read_csv(tmp_path / "out" / f"{name}.csv") for name in ("mentions", "figures", "times")}
    assert {row["words"] for row in rows["mentions"]} == {"Lena Fisk", "She"}
    (dead,) = (row for row in rows["figures"] if row["ordinal"] == "0")
    assert (dead["minimum"], dead["maximum"], dead["what"], dead["giver"]) == ("12.0", "", "died", "Lena Fisk")
    assert TEXT[int(dead["start"]) : int(dead["end"])] == dead["exact"]
    assert [(row["first_day"], row["event"]) for row in rows["times"]] == [("2031-04-08", "died")]


def test_csv_guards_what_a_spreadsheet_would_run_and_says_so(tmp_path):
    with ledger_of(tmp_path, hostile()) as ledger:
        export(ledger.view, "csv", tmp_path / "out")
        (row,) = read_csv(tmp_path / "out" / "statements.csv")
        (exact,) = ledger.view.statements()
    assert row["source_text"] == "'" + exact["source_text"][0]
    assert row["guarded"] == "speaker source_text"
    assert row["content_text"] == exact["content_text"][0]
    assert guarded(("a", "b"), {"a": "'quoted'", "b": 1}) == ["''quoted'", 1, "a"]


def test_a_workbook_holds_text_as_text_and_never_a_formula(tmp_path):
    with ledger_of(tmp_path, hostile()) as ledger:
        (path,) = export(ledger.view, "xlsx", tmp_path / "out.xlsx")
    book = load_workbook(path)
    assert book.sheetnames == list(COLUMNS)
    header, row = book["statements"].iter_rows()
    cells = {name.value: cell for name, cell in zip(header, row, strict=True)}
    assert cells["source_text"].value == '=HYPERLINK("http://x")'
    assert {cell.data_type for cell in row} <= {"s", "n"}
    assert cells["content_text"].value == "“@ 😀_x0007__x000D_\n_x005F_x0041_ </t>”"


def test_a_text_too_long_for_a_cell_is_cut_and_the_note_says_so(tmp_path):
    speech = "“" + "rain " * 8000 + "”"
    capture, report = capture_and_report(f"Ana said {speech}.")
    with ledger_of(tmp_path, (capture, report, analysis(report, statement(report, "Ana", "said", speech)))) as ledger:
        (path,) = export(ledger.view, "xlsx", tmp_path / "out.xlsx")
    header, row = load_workbook(path)["statements"].iter_rows(values_only=True)
    cells = dict(zip(header, row, strict=True))
    assert cells["content_text"] == speech[:CELL]
    assert cells["note"] == f"content_text: the first {CELL} of 40002 characters; whole in the JSON Lines export"


@pytest.mark.parametrize(
    "words", ["x" * 40_000, "😀" * 20_000, "\x07" * 20_000, "_x0041_" * 9_000, "é\x07" * 12_000, ""]
)
def test_what_is_written_in_a_cell_always_fits(words):
    written, kept = writable(words)
    assert len(written.encode("utf-16-le")) // 2 <= CELL
    assert kept == len(words) or kept > CELL // 8


def test_an_empty_ledger_exports_headers(tmp_path):
    with ledger_of(tmp_path) as ledger:
        for format in FORMATS:
            assert all(path.exists() for path in export(ledger.view, format, target(tmp_path, format)))
    assert read_csv(tmp_path / "out-csv" / "statements.csv") == []


def test_a_format_or_place_that_cannot_be_is_named(tmp_path):
    with ledger_of(tmp_path) as ledger:
        with pytest.raises(UsageError, match="csv, jsonl, xlsx"):
            export(ledger.view, "pdf", tmp_path / "out")
        (tmp_path / "file").touch()
        for format in FORMATS:
            with pytest.raises(UsageError, match="cannot be written"):
                export(ledger.view, format, tmp_path / "file" / "out")
