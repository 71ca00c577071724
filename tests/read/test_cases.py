"""Every folder under cases/read holds files and what is read of them; ONRECORD_REGENERATE=1 writes the second anew."""

import json
import os
from pathlib import Path

import pytest

from onrecord.errors import InputRefused
from onrecord.read import read
from onrecord.read.input import Outcome

CASES = Path(__file__).parents[1] / "cases" / "read"
FOLDERS = sorted(folder for folder in CASES.iterdir() if folder.is_dir() and not folder.name.startswith("html"))


def shown(outcome: Outcome, folder: Path) -> dict[str, object]:
    within = f"{folder}{os.sep}"
    if isinstance(outcome, InputRefused):
        return {"refused": type(outcome).__name__, "says": str(outcome).replace(within, "")}
    return {
        "subject": outcome.subject.replace(within, ""),
        "media type": outcome.media_type,
        "encoding": outcome.encoding,
        "layout": list(outcome.layout),
        "given": [list(given) for given in outcome.given],
        "bytes": ascii(outcome.data),
    }


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_files_are_read_as_expected(folder: Path) -> None:
    expected = folder.parent / f"{folder.name}.expected.json"
    found = [shown(outcome, folder) for outcome in read([str(folder)])]
    if os.environ.get("ONRECORD_REGENERATE"):
        expected.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert found == json.loads(expected.read_text(encoding="utf-8"))
