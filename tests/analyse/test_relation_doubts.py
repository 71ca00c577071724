"""What looks like a reproach and is none, or not plainly one: nobody in particular, praise, fears, what might be."""

import pytest

from onrecord.analyse.text import analyse_text
from onrecord.model.relation import Relation
from onrecord.model.terms import Strength
from onrecord.settings import AnalysisSettings

RULES = AnalysisSettings(analyser="rules")


def explicit(text: str) -> list[tuple[str, str | None, str | None]]:
    found: tuple[Relation, ...] = analyse_text(text, RULES)[1].relations
    plain = [one for one in found if one.strength is Strength.EXPLICIT and not one.negated]
    return [(str(one.kind), one.source_name, one.target_name) for one in plain]


@pytest.mark.parametrize(
    "text",
    [
        "Lena Fisk said the fund is for members who fail to file their papers.",
        "Lena Fisk has jailed officers who had lied, the ministry said.",
        "Lena Fisk said that they will do anything to make Oren Tamm look ridiculous.",
        "Lena Fisk said that rivals may try to win Oren Tamm by exploiting his lack of experience.",
        "Lena Fisk worried about Torvela interfering with the vote.",
        "Lena Fisk asked Torvela to withdraw the order and block the sale.",
        "Lena Fisk decided not to punish Torvela for its meddling.",
        "Greens said the Blues should be glad, since they would be able to tell voters how Torvela hurt the land.",
        "Oren Tamm said that the fabric of Torvela is weakening.",
        "The new survey says that Oren Tamm fails to win the north.",
        "Lena Fisk is considering whether to bring people from Torvela over a dangerous pass.",
        "Lena Fisk called Oren Tamm's plan the best of the bad options.",
        "Lena Fisk said that Oren Tamm put his foot down on taxes.",
        "His new note threatened to upend the vote in Torvela.",
        "Lena Fisk told Torvela that her aide has no comment.",
        "Oren Tamm won, behind Lena Fisk.",
        "Behind the scenes, Lena Fisk was in two minds, Oren Tamm said.",
        "Lena Fisk decided not to press charges against Oren Tamm.",
        "If Lena Fisk is seen as bashing Oren Tamm, she will lose.",
        "“I want to apologize that Hadrel Port is not working,” Lena Fisk said.",
        "Ardvania will pass responsible laws, Lena Fisk said.",
        "Some Greens said they never read the law.",
        "Torvela rejected Lena Fisk.",
        "“Even Oren Tamm did not lie,” Lena Fisk said.",
        "Lena Fisk said that Torvela will not back down.",
    ],
)
def test_what_is_no_plain_reproach(text: str) -> None:
    assert explicit(text) == []


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        ("Lena Fisk praised Oren Tamm for refusing to retaliate.", [("credit", "Lena Fisk", "Oren Tamm")]),
        (
            "Oren Tamm delayed his endorsement of Lena Fisk. Lena Fisk blamed Torvela.",
            [("blame", "Lena Fisk", "Torvela")],
        ),
        (
            "Lena Fisk called the delay of Oren Tamm's vote a disgrace. She blamed Torvela.",
            [("criticise", "Lena Fisk", None), ("blame", "Lena Fisk", "Torvela")],
        ),
        ("The former mayor and Green candidate blamed Torvela.", [("blame", "The former mayor", "Torvela")]),
        (
            "“It is not working,” Lena Fisk, a Hadrel Green, said. She blamed Torvela.",
            [("blame", "Lena Fisk", "Torvela")],
        ),
        (
            "Lena Fisk said that Torvela's soldiers killed nine villagers.",
            [("blame", "Lena Fisk", "Torvela's soldiers")],
        ),
        ("Oren Tamm was accused by Lena Fisk. He replied that he never lied.", [("accuse", "Lena Fisk", "Oren Tamm")]),
    ],
)
def test_what_stands_beside_a_reproach_is_none(text: str, edges: list[tuple[str, str, str]]) -> None:
    assert [edge for edge in explicit(text) if edge[0] != "deny"] == edges


def test_who_tells_it_does_it_where_a_clause_is_joined_to_the_wrong_verb() -> None:
    text = "Lena Fisk demanded that Oren Tamm explain the sale, and blamed Torvela for the loss."
    found = analyse_text(text, AnalysisSettings(analyser="tagger"))[1].relations
    assert [(one.source_name, one.target_name) for one in found if one.kind == "blame"] == [("Lena Fisk", "Torvela")]


def test_a_denial_told_by_a_plain_word_is_one_where_somebody_charges_the_speaker() -> None:
    text = "Lena Fisk accused Oren Tamm of theft. Oren Tamm said that he did nothing wrong."
    assert ("deny", "Oren Tamm", "Lena Fisk") in explicit(text)


@pytest.mark.parametrize(
    "text",
    [
        "“Torvela shot down a drone,” Oren Tamm said.",
        "Torvela shot down Oren Tamm's offer.",
        "Oren Tamm was acquitted of murdering a prisoner.",
        "A pair of blasts killed nine people in Torvela.",
    ],
)
def test_a_killing_is_one_of_people_by_somebody_named(text: str) -> None:
    assert [edge for edge in explicit(text) if edge[0] == "blame"] == []
