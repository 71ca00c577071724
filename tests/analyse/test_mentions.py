"""Every case folder holds a text of our own and who is who in it: one chain a line, its mentions in their order.

``ONRECORD_REGENERATE=1 pytest tests/analyse/test_mentions.py`` writes the expected side anew; read the difference.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from onrecord.analyse import analyser
from onrecord.analyse.text import analyse_text, report_of
from onrecord.model.analysis import Analysis
from onrecord.model.terms import Band, Form
from onrecord.settings import AnalysisSettings

RULES = AnalysisSettings(analyser="rules")
CASES = sorted((Path(__file__).parent.parent / "cases" / "mentions").iterdir())


def chains(text: str, analysis: Analysis) -> list[dict[str, Any]]:
    """The chains in the order of their first mention; what is unknown left out."""
    rows: dict[str, dict[str, Any]] = {}
    for one in analysis.mentions:
        row = rows.setdefault(
            one.chain, {"name": one.name, "type": str(one.type) if one.type else None, "mentions": []}
        )
        row["mentions"].append(f"{one.span.cut(text)} ({one.rule})")
        row.setdefault("titles", []).extend(span.cut(text) for span in one.title)
    return [{key: value for key, value in row.items() if value not in (None, [])} for row in rows.values()]


def found(text: str) -> dict[str, Any]:
    _, analysis = analyse_text(text, RULES)
    names = {one.chain: one.name or one.span.cut(text) for one in reversed(analysis.mentions)}
    return {
        "chains": chains(text, analysis),
        "speakers": [names.get(one.speaker_chain or "", "") for one in analysis.statements],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_is_read_as_expected(case: Path) -> None:
    text, expected = (case / "input.txt").read_text(encoding="utf-8"), case / "expected.json"
    got = found(text)
    if os.environ.get("ONRECORD_REGENERATE"):
        expected.write_text(json.dumps(got, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert got == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_mentions_are_slices_with_reasons_and_chains_begin_with_their_first(case: Path) -> None:
    text = (case / "input.txt").read_text(encoding="utf-8")
    analysis = analyser(RULES)(report_of(text))
    ids = {one.id: one for one in analysis.mentions}
    assert len(ids) == len(analysis.mentions)
    for one in analysis.mentions:
        assert one.reason
        assert one.band is not Band.CERTAIN
        assert 0 <= one.confidence <= 1
        assert one.span.holds(one.head)
        first = ids[one.chain]
        assert first.chain == first.id
        assert first.span <= one.span
        if one.name_span:
            assert one.name == " ".join(one.name_span.cut(text).split())
    chained = {one.chain for one in analysis.mentions}
    assert all(one.speaker_chain in chained for one in analysis.statements if one.speaker_chain)


def test_a_pronoun_that_nobody_is_known_for_is_a_chain_of_its_own_with_the_reason() -> None:
    _, analysis = analyse_text("He left. She said that it rained in the hills.", RULES)
    alone = [one for one in analysis.mentions if one.form is Form.PRONOUN and one.chain == one.id]
    assert [one.reason for one in alone[:2]] == ["no name shortly before the pronoun"] * 2
