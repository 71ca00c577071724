"""Everything on record as files for other programs, one file per format.

The same ledger gives the same bytes, whatever the order in which its reports were added.
"""

from collections.abc import Callable
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.export.csv_files import write_csv
from onrecord.export.jsonl_files import write_jsonl
from onrecord.export.xlsx_file import write_xlsx
from onrecord.ledger import View

FORMATS: dict[str, Callable[[View, Path], list[Path]]] = {
    "csv": write_csv,
    "jsonl": write_jsonl,
    "xlsx": write_xlsx,
}


def export(view: View, format: str, target: str | Path) -> list[Path]:
    """Write the ledger in one of ``FORMATS`` to a folder (csv, jsonl) or a file (xlsx); the files written."""
    if format not in FORMATS:
        raise UsageError(f"format {format!r}: not one of {', '.join(FORMATS)}; choose one of them")
    try:
        with view.snapshot():
            return FORMATS[format](view, Path(target))
    except OSError as error:
        raise UsageError(f"{target}: cannot be written ({error.strerror}); choose another place") from error


__all__ = ["FORMATS", "export"]
