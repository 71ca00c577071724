"""The same answer as JSON and as CSV, each row with all its fields."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.responses import Response

from onrecord.export.csv_files import GUARD, RISKY

Rows = Sequence[Mapping[str, Any]]


def as_json(answer: object) -> Response:
    """One JSON value; a lone half of a character pair is written as an escape."""
    body = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
    try:
        encoded = body.encode("utf-8")
    except UnicodeEncodeError:
        encoded = json.dumps(answer, separators=(",", ":")).encode("ascii")
    return Response(encoded, media_type="application/json")


def as_csv(rows: Rows, name: str) -> Response:
    """A file with one line a row, lists as JSON; a text that a spreadsheet would run stands behind an apostrophe."""
    held = io.StringIO()
    writer = csv.writer(held)
    if rows:
        writer.writerow(rows[0])
    for row in rows:
        writer.writerow([_cell(value) for value in row.values()])
    body = held.getvalue().encode("utf-8", "replace")
    return Response(body, media_type="text/csv", headers={"Content-Disposition": f'attachment; filename="{name}.csv"'})


def _cell(value: object) -> object:
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False)
    return GUARD + value if isinstance(value, str) and value.startswith(RISKY) else value
