"""A workbook with a sheet per table, the same bytes for the same ledger."""

import re
import zipfile
from collections.abc import Iterator
from itertools import chain, count, islice
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from onrecord.export.tables import COLUMNS, TABLES, Cell
from onrecord.ledger import View

CELL = 32_767
"""The most UTF-16 units that a cell holds."""
ROWS = 1_048_575
"""The most rows that a sheet holds below its header; more go to a further sheet."""
NOTE = "note"
WIDE, NARROW = 60.0, 16.0
WIDE_COLUMNS = ("content_text", "source_text", "exact", "reason", "title", "notes", "aliases", "words")
EPOCH = (1980, 1, 1, 0, 0, 0)
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</)")


def write_xlsx(view: View, path: Path) -> list[Path]:
    """Write the workbook.

    Text is stored as text, never as a formula. Characters that XML cannot hold are written as ``_xHHHH_`` (ECMA-376),
    which spreadsheets show as the characters; a text too long for a cell is cut, and the column ``note`` says so.
    """
    with TemporaryDirectory(dir=path.parent) as folder:
        book = Workbook(write_only=True)
        for name, rows in TABLES.items():
            _fill(book, name, rows(view))
        draft = Path(folder) / "draft.xlsx"
        book.save(draft)
        with zipfile.ZipFile(draft) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            _settle(source, target)
    return [path]


def _fill(book: Workbook, name: str, rows: Iterator[dict[str, Cell]]) -> None:
    """Write a table into as many sheets as it takes, at least one."""
    columns = COLUMNS[name]
    for number in count(1):
        first = list(islice(rows, 1))
        if not first and number > 1:
            return
        sheet = book.create_sheet(name if number == 1 else f"{name} {number}")
        sheet.freeze_panes = "A2"
        for position, column in enumerate(columns, start=1):
            width = WIDE if column in WIDE_COLUMNS else NARROW
            sheet.column_dimensions[get_column_letter(position)].width = width
        sheet.append([*columns, NOTE])
        for row in chain(first, islice(rows, ROWS - 1)):
            sheet.append(_cells(sheet, columns, row))


def _cells(sheet: WriteOnlyWorksheet, columns: tuple[str, ...], row: dict[str, Cell]) -> list[object]:
    cells: list[object] = []
    notes: list[str] = []
    for column in columns:
        value = row[column]
        if isinstance(value, str):
            written, kept = writable(value)
            if kept < len(value):
                notes.append(f"{column}: the first {kept} of {len(value)} characters; whole in the JSON Lines export")
            value = written
        cells.append(_text(sheet, value) if isinstance(value, str) else value)
    return [*cells, _text(sheet, "; ".join(notes)) if notes else None]


def writable(words: str) -> tuple[str, int]:
    """The words as a cell can hold them, and how many of their characters those are."""
    kept = len(words)
    while _units(written := UNWRITABLE.sub(_escaped, words[:kept])) > CELL:
        kept -= max(1, (_units(written) - CELL) // 7)
    return written, kept


def _units(words: str) -> int:
    return len(words) if words.isascii() else len(words.encode("utf-16-le")) // 2


def _escaped(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):04X}_"


def _text(sheet: WriteOnlyWorksheet, words: str) -> SheetCell:
    cell = WriteOnlyCell(sheet, words)
    cell.data_type = "s"
    return cell


def _settle(source: zipfile.ZipFile, target: zipfile.ZipFile) -> None:
    """Copy the parts of a workbook with every trace of the clock set to one moment."""
    for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
        part = zipfile.ZipInfo(name, EPOCH)
        part.compress_type = zipfile.ZIP_DEFLATED
        with source.open(name) as old, target.open(part, "w") as new:
            if name == "docProps/core.xml":
                new.write(STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z\g<3>", old.read()))
            else:
                copyfileobj(old, new)
