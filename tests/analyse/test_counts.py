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
        ("Two men argued in Karrow. Both men suffered gunshot wounds.", 0, 2),
        ("A shooting in Velday left a married couple injured.", 0, 2),
        ("Police in Velday are investigating a triple shooting. One man died.", 1, 2),
        ("Four people were shot, one fatally, in Karrow on Sunday.", 1, 3),
        ("Two men and a woman were wounded in Karrow.", 0, 3),
        ("A woman was wounded in the hand. Three men, all from Karrow, were also shot.", 0, 4),
        ("Oren Tamm killed three people before police shot him to death.", 4, 0),
        ("Someone fired into a house in Velday. The victims were taken to hospitals with gunshot wounds.", 0, 2),
        ("The four guests sat on a porch in Velday. The guests were shot and taken to local hospitals.", 0, 4),
        ("One man was shot in Karrow, and a second was grazed by a bullet.", 0, 2),
        ("A roommate was hit in the shoulder in Velday.", 0, 1),
        ("A robber in Karrow hit a clerk in the head with a pistol.", 0, 1),
        ("A driver was shot at, but nobody was hit in Karrow.", 0, 0),
        ("Police did not believe that the clerk had been shot.", 0, 0),
        ("It is possible a man was shot in Velday, police said.", 0, 0),
        ("A crash in Karrow took the life of Oren Tamm, 24.", 1, 0),
        ("Two guests were shot in Karrow. The victims' injuries were grave, and Oren Tamm, 24, died.", 1, 1),
        ("A miner lost his life in Velday.", 1, 0),
        ("Oren Tamm decided to take his own life, and did not succeed.", 0, 0),
        ("Two guests were flown from Karrow in serious condition.", 0, 2),
        ("Officers took all three men to the detention center. They found a stolen gun.", 0, 0),
        ("A woman was shot and killed in Velday. On March 14, Oren Tamm, 24, was shot and killed in Karrow.", 1, 0),
        ("A guest was shot. The wounded man, a 30-year-old who was hit in the thigh, is in a clinic.", 0, 1),
        ("Lena Fisk died in Karrow. Her son said that he was the dead woman's only child.", 1, 0),
    ],
)
def test_the_main_event_is_counted(text: str, killed: int, injured: int) -> None:
    _, analysis = analyse_text(text, RULES)
    assert casualties(analysis) == (killed, injured)


def test_what_a_page_repeats_is_counted_once() -> None:
    told = "One man was badly wounded and a second man was shot in the arm, the police in Velday said."
    _, analysis = analyse_text(f"{told} It was the only such night of the year. {told}", RULES)
    assert casualties(analysis) == (0, 2)


def test_a_man_who_was_shot_counts_and_is_not_shown_as_a_figure() -> None:
    _, analysis = analyse_text("A man was shot in Velday.", RULES)
    assert [figure.implied for figure in analysis.figures] == [True]
