"""Every folder of ``tests/cases/tagged`` holds a text of our own and who says what in it by the trained tagger.

``ONRECORD_REGENERATE=1 pytest tests/analyse/test_tagged.py`` writes the expected side anew; read the difference.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from onrecord.analyse.text import analyse_text
from onrecord.settings import AnalysisSettings

TAGGER = AnalysisSettings(analyser="tagger")
CASES = sorted((Path(__file__).parent.parent / "cases" / "tagged").iterdir())


def found(text: str) -> list[dict[str, Any]]:
    _, analysis = analyse_text(text, TAGGER)
    return [
        {role: [span.cut(text) for span in getattr(one, role)] for role in ("source", "cue", "content")}
        | {"band": str(one.band)}
        | ({"nested": True} if one.parent else {})
        for one in analysis.statements
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_is_read_as_expected(case: Path) -> None:
    text = (case / "input.txt").read_text(encoding="utf-8")
    expected = case / "expected.json"
    got = found(text)
    if os.environ.get("ONRECORD_REGENERATE"):
        expected.write_text(json.dumps(got, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert got == json.loads(expected.read_text(encoding="utf-8"))


def test_what_somebody_is_called_on_to_do_is_about_their_own_words() -> None:
    text = (
        "Oren Vell called on Pavel Dorn Tuesday to reveal the source for his claim that the harbour has paid no fees "
        "for ten years."
    )
    _, analysis = analyse_text(text, TAGGER)
    claims = [one.speaker for one in analysis.statements if one.parent]
    assert claims == ["Pavel Dorn"]
