"""What reports call events, how they keep their distance from words, and in whose voice."""

import pytest

from onrecord.analyse.text import analyse_text
from onrecord.model.label import Label
from onrecord.model.mention import Mention
from onrecord.model.terms import Band, LabelKind, Voice
from onrecord.settings import AnalysisSettings

RULES = AnalysisSettings(analyser="rules")


def labels(text: str, kind: LabelKind) -> list[Label]:
    return [one for one in analyse_text(text, RULES)[1].labels if one.kind is kind]


def words(text: str, kind: LabelKind) -> list[str]:
    return [one.span.cut(text) for one in labels(text, kind)]


def voices(text: str) -> dict[str, str]:
    return {one.head.cut(text): one.voice.value for one in labels(text, LabelKind.EVENT)}


def mention(text: str, name: str) -> Mention:
    return next(one for one in analyse_text(text, RULES)[1].mentions if one.span.cut(text) == name)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The April shelling of Hadrel killed twelve people.", "The April shelling of Hadrel"),
        ("Torvela’s invasion began at dawn.", "Torvela’s invasion"),
        ("Police broke up the protest against the dam.", "the protest against the dam"),
        ("The port burned after a brutal crackdown.", "a brutal crackdown"),
    ],
)
def test_a_noun_for_something_that_happens_is_a_label(text: str, label: str) -> None:
    assert words(text, LabelKind.EVENT) == [label]


@pytest.mark.parametrize(
    "text",
    [
        "The attack dog slept.",
        "The mayor came under fire for the budget.",
        "Schools open in March.",
        "They marched and attacked the depot.",
    ],
)
def test_part_of_another_noun_a_set_phrase_a_month_and_a_verb_are_none(text: str) -> None:
    assert words(text, LabelKind.EVENT) == []


def test_a_label_says_whose_event_it_is_and_its_head_in_plain_form() -> None:
    text = "Torvelan raids on Hadrel went on."
    one = labels(text, LabelKind.EVENT)[0]
    assert [part.cut(text) for part in one.about] == ["Torvelan", "Hadrel"]
    assert dict(one.features) == {"label": "torvelan raid", "lemma": "raid"}


def test_the_outlet_speaks_outside_of_what_is_said() -> None:
    text = "After the raid, Lena Fisk said that the massacre would be punished."
    assert voices(text) == {"raid": "outlet", "massacre": "quoted"}


def test_words_in_quotation_marks_are_quoted() -> None:
    assert voices("“This war must end,” said Lena Fisk, who fled the shelling.") == {
        "war": "quoted",
        "shelling": "outlet",
    }


def test_a_headline_that_gives_words_to_somebody_quotes_them() -> None:
    text = "Raid was a massacre, Fisk says\n\nThe raid killed twelve people."
    found = labels(text, LabelKind.EVENT)
    assert [(one.head.cut(text), one.voice) for one in found] == [
        ("Raid", Voice.QUOTED),
        ("massacre", Voice.QUOTED),
        ("raid", Voice.OUTLET),
    ]


def test_what_somebody_praises_calls_or_rejects_is_named_by_the_outlet() -> None:
    assert voices("Lena Fisk called the shelling a massacre.") == {"shelling": "outlet", "massacre": "quoted"}
    assert voices("Oren Tamm rejected a settlement.") == {"settlement": "outlet"}


def test_words_for_who_is_asked_are_the_outlets() -> None:
    text = "Lena Fisk urged the council to condemn the raid."
    assert not mention(text, "the council").quoted
    assert not mention(text, "Lena Fisk").quoted
    assert voices(text) == {"raid": "quoted"}


def test_what_nobody_said_is_in_the_outlets_voice() -> None:
    assert voices("Oren Tamm declined to say where the raid began.") == {"raid": "outlet"}


def test_the_name_of_a_work_is_no_quotation() -> None:
    text = "She read from her novel “The Hadrel Road” on Monday."
    assert not any(one.quoted for one in analyse_text(text, RULES)[1].mentions)
    assert words(text, LabelKind.SCARE_QUOTES) == []


def test_a_few_words_in_quotation_marks_that_nobody_says_keep_a_distance() -> None:
    text = "The “liberation” of the valley began in spring."
    one = labels(text, LabelKind.SCARE_QUOTES)[0]
    assert (one.span.cut(text), one.voice, one.band) == ("“liberation”", Voice.OUTLET, Band.UNSURE)


@pytest.mark.parametrize(
    "text",
    [
        "Lena Fisk called the raid a “massacre”.",
        "Oren “Reed” Tamm left Hadrel.",
        "The word “liberation” stood on the wall.",
        "“Go!” he cried.",
    ],
)
def test_what_somebody_says_nicknames_and_words_spoken_of_keep_none(text: str) -> None:
    assert words(text, LabelKind.SCARE_QUOTES) == []


def test_so_called_and_its_kin_keep_a_distance_from_what_follows() -> None:
    text = "The so-called observers left after the alleged bombing of the depot."
    found = labels(text, LabelKind.SO_CALLED)
    assert [(one.head.cut(text), one.about[0].cut(text)) for one in found] == [
        ("so-called", "observers"),
        ("alleged", "bombing"),
    ]


def test_claimed_is_recorded_where_said_would_do() -> None:
    text = "Torvela claimed that the depot was empty."
    one = labels(text, LabelKind.DOUBTING_CUE)[0]
    assert (one.span.cut(text), one.voice) == ("claimed", Voice.OUTLET)
    assert one.statement is not None
    assert words("Torvela said that the depot was empty.", LabelKind.DOUBTING_CUE) == []
    assert words("Lena Fisk claimed the prize.", LabelKind.DOUBTING_CUE) == []


def test_two_parties_that_change_places_change_nothing_but_the_names() -> None:
    one, other = (
        [(label.kind, label.rule, label.voice, label.confidence) for label in analyse_text(text, RULES)[1].labels]
        for text in (
            "Ardvania claimed that Torvela’s “peace mission” was an invasion.",
            "Torvela claimed that Ardvania’s “peace mission” was an invasion.",
        )
    )
    assert one == other


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Oren Vail is a ruthless strongman.", "a ruthless strongman"),
        (
            "Oren Vail remains a menace to the whole of the northern coast.",
            "a menace to the whole of the northern coast",
        ),
        ("Critics called Oren Vail a thug.", "a thug"),
        ("Lena Fisk described Oren Vail as corrupt.", "corrupt"),
        ("Oren Vail was branded a traitor by the council.", "a traitor"),
        ("The embattled Oren Vail left the port.", "embattled Oren Vail"),
        ("The patrol turned back illegal aliens at the gate.", "illegal aliens"),
    ],
)
def test_what_somebody_is_said_to_be_is_a_description(text: str, label: str) -> None:
    assert words(text, LabelKind.DESCRIPTION) == [label]


@pytest.mark.parametrize(
    "text",
    [
        "Oren Vail is not a liar.",
        "Oren Vail is no longer a threat.",
        "Nobody called Oren Vail.",
        "Oren Vail is ready to leave.",
        "Oren Vail may be corrupt.",
        "Foreign Minister Lena Fisk left the port.",
        "The flood was a disaster.",
        "Many other Torvelans left South Hadrel.",
    ],
)
def test_what_is_denied_or_open_and_titles_names_and_things_are_none(text: str) -> None:
    assert words(text, LabelKind.DESCRIPTION) == []


def test_a_description_says_whom_it_is_for_and_in_whose_voice() -> None:
    text = "Lena Fisk said that Oren Vail was a thug. Oren Vail is a fisherman from Hadrel."
    found = labels(text, LabelKind.DESCRIPTION)
    who = mention(text, "Oren Vail").chain
    assert [(one.head.cut(text), one.voice, one.chain) for one in found] == [
        ("thug", Voice.QUOTED, who),
        ("fisherman", Voice.OUTLET, who),
    ]
