"""Quotations without a cue: whose words they go on with."""

from onrecord.analyse.followed import CUSTOM
from onrecord.analyse.text import analyse_text
from onrecord.model.statement import Statement
from onrecord.model.terms import Band
from onrecord.settings import AnalysisSettings

PARAGRAPHS = """The ferry

“The pilot saw the light too late,” Captain Mara Brekk said.

Passengers waited on the quay for the next boat.

“Nobody told us anything at all, and nobody ever does.”
"""


def said(text: str) -> list[Statement]:
    return list(analyse_text(text, AnalysisSettings(analyser="tagger"))[1].statements)


def test_a_statement_that_leaves_out_a_paragraph_is_not_certain() -> None:
    assert all(one.band is not Band.CERTAIN for one in said(PARAGRAPHS) if len(one.content) > 1)


def test_what_only_custom_gives_to_a_speaker_is_not_certain() -> None:
    for one in said(PARAGRAPHS.replace("Passengers waited on the quay for the next boat.\n\n", "")):
        assert CUSTOM not in one.reason or one.band is not Band.CERTAIN
