"""What words show of the act by themselves: set phrases, and what looks like one and is none."""

import pytest

from onrecord.analyse.deeds import deed_of, slogan
from onrecord.model.terms import Act


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("it would stop selling the boats", Act.ANNOUNCE),
        ("that it was raising the toll", Act.ANNOUNCE),
        ("the ministry had decided to close the pass", Act.ANNOUNCE),
        ("she would step down in may", Act.ANNOUNCE),
        ("“we are keeping further steps in reserve”", Act.THREATEN),
        ("they will pay a heavy price", Act.THREATEN),
        ("it would not hesitate to use force", Act.THREATEN),
        ("torvela must withdraw its guns", Act.DEMAND),
        ("the captives must be freed", Act.DEMAND),
        ("the truce would collapse within days", Act.WARN),
        ("it could lead to another war", Act.WARN),
        ("the ministry was to blame", Act.BLAME),
        ("he would be open to some changes", Act.AGREE),
        ("“i’m fine with that”", Act.AGREE),
        ("it was committed to finding the boats", Act.PROMISE),
        ("the council is not doing enough", Act.CRITICISE),
        ("the plan has done little to help", Act.CRITICISE),
        ("she had tremendous respect for the crews", Act.PRAISE),
        ("“it’s time the council listened”", Act.URGE),
        ("“we hope that they come together”", Act.URGE),
        ("he “never had any such meeting”", Act.DENY),
        ("the ministry had nothing to do with it", Act.DENY),
    ],
)
def test_a_set_phrase_is_an_act(words: str, act: Act) -> None:
    assert deed_of(words) is act


@pytest.mark.parametrize(
    "words",
    [
        "it would let inspectors pass",
        "it was open on sunday",
        "the log was wrong",
        "the plan is illegal",
        "the minister had misled parliament",
        "the guns must have been moved at night",
        "he was ready to leave",
        "we hope they are well",
        "she was quite sure",
        "“you will make us proud of this town”",
        "the ministry was not to blame",
        "the bridge would hold if the river fell",
    ],
)
def test_a_fact_a_verdict_or_a_charge_is_left_as_said(words: str) -> None:
    assert deed_of(words) is None


def test_a_crowd_asks_for_something_by_its_first_words() -> None:
    assert slogan("“no more war”")
    assert not slogan("“it is a lovely morning”")
