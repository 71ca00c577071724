"""What is read around a statement: its sentence without the content, another outlet it came through, a translation."""

from typing import cast

import pytest

from onrecord.model.rows import StatementRow
from onrecord.model.utterance import Telling
from onrecord.resolve.utterance_tellings import Outlets, surroundings, telling

OUTLETS = Outlets(["Sarvin Courier", "Meridian"])


def told(sentence: str, content: str = "“We will not pay”", outlet: str = "Hadrel Standard") -> Telling:
    text = f"The river rose. {sentence} The gates stayed shut."
    start = text.index(content)
    row = {
        "id": "s1",
        "report": "r1",
        "actor": "ederlin",
        "source": [],
        "cue": [[text.index("said"), text.index("said") + 4]],
        "content": [[start, start + len(content)]],
        "channel_text": None,
        "zone": "body",
        "mode": "direct",
        "act": "say",
        "negated": False,
        "outlet": outlet,
        "published": "2031-04-05",
        "said": {"start": None, "end": None, "method": "unknown", "confidence": 0.0, "reason": ""},
    }
    made = telling(cast(StatementRow, row), text, OUTLETS)
    assert made is not None
    return made


def test_around_a_statement_is_its_sentence_without_the_content() -> None:
    assert told("“We will not pay”, Ederlin said on Friday.").around == "…, Ederlin said on Friday."


def test_sentences_before_and_after_are_not_around() -> None:
    text = "He left. She said it rained. They stayed."
    assert surroundings(text, [[13, 17]], [[18, 27]]) == "She said …."


@pytest.mark.parametrize(
    ("sentence", "through"),
    [
        ("“We will not pay”, Ederlin said, he told the Sarvin Courier.", "Sarvin Courier"),
        ("“We will not pay”, he said in an interview with Meridian.", "Meridian"),
        ("“We will not pay”, he said, according to the Linnet Valley News Agency.", "Linnet Valley News Agency"),
        ("“We will not pay”, he said in Sarvin.", None),
        ("“We will not pay”, he said of a deal that the Meridian broke.", None),
    ],
)
def test_an_outlet_through_which_a_report_has_it_is_named(sentence: str, through: str | None) -> None:
    assert told(sentence).relayed == through


def test_no_report_is_through_its_own_outlet() -> None:
    assert told("“We will not pay”, he said, he told the Sarvin Courier.", outlet="Sarvin Courier").relayed is None


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("“We will not pay”, he said in Ardvanian.", "said in Ardvanian"),
        ("“We will not pay”, he said through an interpreter.", "through an interpreter"),
        ("“We will not pay”, he said, translated by the radio.", "translated by the radio"),
        ("“We will not pay”, he said in Berlin.", None),
    ],
)
def test_a_translation_is_flagged_where_the_report_says_so(sentence: str, words: str | None) -> None:
    assert told(sentence).translated == words
