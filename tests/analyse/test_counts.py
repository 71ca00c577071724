"""How many were killed and injured, from the figures of a report alone."""

import pytest

from onrecord.analyse.counts import casualties
from onrecord.analyse.text import analyse_text
from onrecord.settings import AnalysisSettings

RULES = AnalysisSettings(analyser="rules")


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("The council met in Velday to talk about the bridge.", 0, 0),
        ("A man was shot in Velday on Sunday, police said. He was taken to a hospital.", 0, 1),
        ("A man was shot in Velday. The victim was pronounced dead at the scene. He was Oren Tamm, 24.", 1, 0),
        ("Three people were killed and five others wounded in Karrow.", 3, 5),
        ("A man and a woman were killed in Karrow. The two victims died at the scene.", 2, 0),
        ("Nobody was injured in the shooting.", 0, 0),
        ("A gunman threatened to kill a clerk in Karrow.", 0, 0),
        ("A woman was shot in Karrow. In an unrelated case, two men were killed in Velday last year.", 0, 1),
        ("A shooting in Velday left one man dead and another wounded.", 1, 1),
    ],
)
def test_the_main_event_is_counted(text: str, killed: int, injured: int) -> None:
    _, analysis = analyse_text(text, RULES)
    assert casualties(analysis) == (killed, injured)


def test_a_man_who_was_shot_counts_and_is_not_shown_as_a_figure() -> None:
    _, analysis = analyse_text("A man was shot in Velday.", RULES)
    assert [figure.implied for figure in analysis.figures] == [True]
