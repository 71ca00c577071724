"""A speaker whom one report names and another only describes is heard in one voice where both give the same words."""

import random

from onrecord.model.terms import ActorType
from onrecord.model.utterance import Spoken, Voice
from onrecord.resolve.utterance_voices import akin, voices

PERSON, GROUP, BODY = ActorType.PERSON, ActorType.GROUP, ActorType.ORGANISATION
QUOTE = "“We will not pay for a dam that drowns our own villages,”"
PART = "that they would never “pay for a dam that drowns our own villages”"


def spoken(
    id: str, actor: str | None, *content: str, type: ActorType | None = PERSON, parent: str | None = None
) -> Spoken:
    """A statement; ``id`` is the report's with a number, the actor's name is the id that it has here."""
    return Spoken(id, id.partition("-")[0], actor, actor or "", type if actor else None, parent, content)


def heard(*some: Spoken) -> dict[str, str]:
    return {id: voice.id for id, voice in voices(some).items()}


NAMED = spoken("courier-1", "Jarl Ederlin", QUOTE)


def test_a_statement_of_nobody_is_heard_in_the_voice_of_whom_another_report_names_for_its_words() -> None:
    assert heard(NAMED, spoken("gazette-1", None, PART))["gazette-1"] == "Jarl Ederlin"
    assert "gazette-1" not in heard(NAMED, spoken("gazette-1", None, "“The river rose again on Monday morning.”"))


def test_all_that_a_described_speaker_says_is_heard_in_that_voice() -> None:
    said = heard(NAMED, spoken("gazette-1", "the minister", PART), spoken("gazette-2", "the minister", "he was tired"))
    assert said == dict.fromkeys(("courier-1", "gazette-1", "gazette-2"), "Jarl Ederlin")


def test_two_people_named_for_the_same_words_stay_two() -> None:
    said = heard(NAMED, spoken("gazette-1", "Lena Fisk", QUOTE), spoken("radio-1", None, PART))
    assert said == {"courier-1": "Jarl Ederlin", "gazette-1": "Lena Fisk"}


def test_a_group_is_not_the_voice_of_one_of_its_members() -> None:
    said = heard(NAMED, spoken("gazette-1", "the ministers", PART, type=GROUP))
    assert said["gazette-1"] == "the ministers"


def test_several_people_are_not_the_voice_of_one_whatever_is_known_of_them() -> None:
    assert heard(NAMED, spoken("gazette-1", "authorities", QUOTE, type=None))["gazette-1"] == "authorities"


def test_words_inside_words_are_the_inner_speaker_s() -> None:
    outer = spoken("gazette-1", "Lena Fisk", f"that a man had told her {QUOTE}")
    inner = spoken("gazette-2", "a man", QUOTE, parent="gazette-1")
    assert heard(NAMED, outer, inner)["gazette-2"] == "Jarl Ederlin"


def test_names_of_one_surname_are_one_voice_where_they_give_the_same_words() -> None:
    said = heard(NAMED, spoken("gazette-1", "J. Ederlin", QUOTE), spoken("radio-1", "Lena Ederlin", QUOTE))
    assert set(said.values()) == {"J. Ederlin", "Lena Ederlin"}
    assert akin("Ederlin", "Jarl Ederlin")
    assert not akin("Lena Ederlin", "Jarl Ederlin")


def test_a_surname_alone_is_the_only_one_of_its_report_who_bears_it() -> None:
    said = heard(spoken("courier-1", "Jarl Ederlin", "it rained"), spoken("courier-2", "Ederlin", "it snowed"))
    assert set(said.values()) == {"Jarl Ederlin"}
    two = (spoken("courier-1", "Jarl Ederlin", "it rained"), spoken("courier-3", "Lena Ederlin", "it was dry"))
    assert len(set(heard(*two, spoken("courier-2", "Ederlin", "it snowed")).values())) == 3


def test_speakers_without_names_that_are_called_by_one_word_are_held_against_each_other() -> None:
    said = voices(
        [
            spoken("courier-1", "Sorrane officials", "it rained", type=GROUP),
            spoken("gazette-1", "officials", "it rained", type=GROUP),
            spoken("radio-1", "experts", "it rained", type=GROUP),
        ]
    )
    assert said["courier-1"].pool == said["gazette-1"].pool != said["radio-1"].pool
    assert said["gazette-1"] == Voice("officials", "Sorrane officials", frozenset({"offici"}))


def test_the_order_of_adding_changes_nothing() -> None:
    some = [
        NAMED,
        spoken("gazette-1", "the minister", PART),
        spoken("radio-1", None, QUOTE),
        spoken("dispatch-1", "a group of farmers", "“drowns our own villages”", type=GROUP),
        spoken("dispatch-2", "farmers", "it rained", type=GROUP),
    ]
    expected = voices(some)
    for seed in range(10):
        random.Random(seed).shuffle(some)
        assert voices(some) == expected
