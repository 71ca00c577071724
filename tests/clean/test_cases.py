"""Every folder under cases/clean holds an input and what it becomes; ONRECORD_REGENERATE=1 writes the second anew."""

import json
import os
from pathlib import Path

import pytest

from onrecord.clean import clean
from onrecord.clean.furniture import rules
from onrecord.clean.zones import parts_of
from onrecord.errors import InputRefused
from onrecord.model.report import Report
from onrecord.read import read
from onrecord.settings import Limits

CASES = Path(__file__).parents[1] / "cases" / "clean"
FOLDERS = sorted(
    folder for folder in CASES.iterdir() if (folder / "expected.json").exists() or os.environ.get("ONRECORD_REGENERATE")
)
FOLDERS = [folder for folder in FOLDERS if folder.is_dir() and not folder.name.startswith("html")]
STRUCTURE = {
    "first line",
    "named as the file",
    "title, blank line, text",
    "title repeated",
    "second title",
    "subhead",
    "standfirst",
    "summary box",
    "summary line",
    "bullets",
    "byline",
    "metadata head",
}


def shown(report: Report) -> dict[str, object]:
    chosen = {name: getattr(report, name) for name in ("place", "outlet", "title", "byline", "agency", "url", "notes")}
    return {
        **chosen,
        "published": list(report.published),
        "genre": [report.genre, report.genre_reason],
        "metadata": [list(given) for given in report.metadata],
        "zones": [[zone.kind, zone.span.cut(report.text)] for zone in report.zones],
        "kinds of run": sorted({run.kind for run in report.offsets.runs}),
    }


def outcomes(folder: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for path in sorted(path for path in folder.iterdir() if path.name != "expected.json"):
        for taken in read([str(path)]):
            try:
                if isinstance(taken, InputRefused):
                    raise taken
                report = clean(taken, Limits())
                assert report.offsets.faults(report.text, taken.data) == []
                found.append(shown(report))
            except InputRefused as refusal:
                found.append({"refused": type(refusal).__name__, "says": str(refusal).replace(f"{folder}{os.sep}", "")})
    return found


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_input_becomes_what_is_expected(folder: Path) -> None:
    found = json.loads(json.dumps(outcomes(folder)))
    if os.environ.get("ONRECORD_REGENERATE"):
        (folder / "expected.json").write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert found == json.loads((folder / "expected.json").read_text(encoding="utf-8"))


def test_every_rule_has_a_case() -> None:
    seen = set()
    for path in CASES.glob("*/*.txt"):
        text = path.read_bytes().decode("utf-8", "ignore")
        layout, _ = parts_of(text, name=path.name)
        seen |= {part.rule for part in layout.parts if part}
    assert seen == STRUCTURE | {rule.name for rule in rules()}
