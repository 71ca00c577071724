"""Every case folder holds sentences of our own and the figures that must be found in them.

``ONRECORD_REGENERATE=1 pytest tests/analyse/test_figures.py`` writes the expected side anew; read the difference.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from onrecord.analyse.text import analyse_text
from onrecord.model.figure import Figure
from onrecord.model.span import Spans, cut
from onrecord.settings import AnalysisSettings

RULES = AnalysisSettings(analyser="rules")
CASES = sorted((Path(__file__).parent.parent / "cases" / "figures").iterdir())
KEPT = ("number", "value", "hedge", "what")


def words(text: str, spans: Spans) -> list[str]:
    return list(cut(text, spans))


def row(text: str, one: Figure) -> dict[str, Any]:
    """A figure as the case files write it, what is empty or usual left out."""
    full: dict[str, Any] = {
        "number": one.span.cut(text),
        "value": one.value,
        "minimum": one.minimum,
        "maximum": one.maximum,
        "hedge": str(one.hedge),
        "hedge_words": words(text, one.hedge_span),
        "unit": one.unit,
        "what": words(text, one.what),
        "group": words(text, one.group),
        "place": words(text, one.place),
        "as_of": words(text, one.as_of),
        "giver": words(text, one.giver),
        "giver_name": one.giver_name,
        "counting": str(one.counting) if one.counting else None,
        "ordinal": one.ordinal,
        "implied": one.implied,
    }
    return {key: value for key, value in full.items() if key in KEPT or value not in ([], None, False)}


def found(text: str) -> list[dict[str, Any]]:
    report, analysis = analyse_text(text, RULES)
    return [row(report.text, one) for one in analysis.figures]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_is_read_as_expected(case: Path) -> None:
    got, expected = found((case / "input.txt").read_text(encoding="utf-8")), case / "expected.json"
    if os.environ.get("ONRECORD_REGENERATE"):
        expected.write_text(json.dumps(got, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert got == json.loads(expected.read_text(encoding="utf-8"))


def test_every_span_is_cut_from_the_report() -> None:
    for case in CASES:
        report, analysis = analyse_text((case / "input.txt").read_text(encoding="utf-8"), RULES)
        for one in analysis.figures:
            for span in (one.span, *one.hedge_span, *one.what, *one.group, *one.place, *one.as_of, *one.giver):
                assert 0 <= span.start < span.end <= len(report.text)


def test_swapping_two_parties_changes_nothing_but_their_names() -> None:
    text = (CASES[0].parent / "givers" / "input.txt").read_text(encoding="utf-8")
    swapped = text.replace("Torvela", "\0").replace("Ardvania", "Torvela").replace("\0", "Ardvania")
    bare = [
        [(one["number"], one["hedge"], one["value"], len(one["what"])) for one in found(t)] for t in (text, swapped)
    ]
    assert bare[0] == bare[1]
