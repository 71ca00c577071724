"""Which camp a report puts somebody in."""

import pytest

from onrecord.analyse.relation_camps import Camps
from onrecord.analyse.text import analyse_text
from onrecord.settings import AnalysisSettings

RULES = AnalysisSettings(analyser="rules")


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Sen. Lena Fisk, G-Hadrel, met Sen. Oren Tamm, L-Ombrey.", 1),
        ("Sen. Lena Fisk (G-Hadrel) met Sen. Oren Tamm (G-Ombrey).", -1),
        ("Council spokesman Lena Fisk met Oren Tamm.", 0),
        ("Lena Fisk met Oren Tamm.", 0),
        ("Oren Tamm's spokeswoman, Lena Fisk, met Oren Tamm.", -1),
    ],
)
def test_two_are_in_two_camps_or_in_one_only_where_the_report_says_so(text: str, apart: int) -> None:
    mentions = analyse_text(text, RULES)[1].mentions
    chains = {m.name: m.chain for m in mentions if m.name}
    assert Camps(text, mentions).apart(chains["Lena Fisk"], chains["Oren Tamm"]) == apart
