"""Every case folder holds a text of our own and what the rules must find in it.

``ONRECORD_REGENERATE=1 pytest tests/analyse/test_cases.py`` writes the expected side anew; read the difference.
A case with a ``known-wrong`` note keeps an expectation that is right and that the rules do not meet yet.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from onrecord.analyse.text import analyse_text
from onrecord.model.span import Spans
from onrecord.model.statement import Statement
from onrecord.settings import AnalysisSettings

RULES = AnalysisSettings(analyser="rules")

CASES = sorted((Path(__file__).parent.parent / "cases" / "analyse").iterdir())


def words(text: str, spans: Spans) -> list[str]:
    return [span.cut(text) for span in spans]


def row(text: str, one: Statement, numbers: dict[str, int]) -> dict[str, Any]:
    """A statement as the case files write it, what is empty or usual left out."""
    full: dict[str, Any] = {
        "source": words(text, one.source),
        "cue": words(text, one.cue),
        "content": words(text, one.content),
        "mode": str(one.mode),
        "act": str(one.act),
        "speaker": one.speaker,
        "zone": str(one.zone),
        "negated": one.negated,
        "addressee": words(text, one.addressee),
        "channel": words(text, one.channel),
        "nameless": str(one.nameless) if one.nameless else None,
        "parent": numbers.get(one.parent or ""),
    }
    kept = ("source", "cue", "content", "mode", "act", "speaker")
    return {k: v for k, v in full.items() if k in kept or (v is not None and v is not False and v not in ([], "body"))}


def found(text: str) -> dict[str, Any]:
    _, analysis = analyse_text(text, RULES)
    numbers = {one.id: number for number, one in enumerate(analysis.statements)}
    doubts = [{"rule": d.rule, "words": d.span.cut(text)} for d in analysis.doubts if d.rule != "rare-cue"]
    return {"statements": [row(text, one, numbers) for one in analysis.statements], "doubts": doubts}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_is_read_as_expected(case: Path) -> None:
    text = (case / "input.txt").read_text(encoding="utf-8")
    expected = case / "expected.json"
    got = found(text)
    known = json.loads(expected.read_text(encoding="utf-8")) if expected.exists() else {}
    if os.environ.get("ONRECORD_REGENERATE") and "known-wrong" not in known:
        expected.write_text(json.dumps(got, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        known = got
    note = known.pop("known-wrong", None)
    if note is not None:
        assert got != known, "the case is right now: remove its note"
        pytest.xfail(note)
    assert got == known
