"""What parties demand, offer, accept, refuse, threaten or call a red line, sentence by sentence."""

import pytest

from onrecord.analyse.positions import Positions, shown
from onrecord.analyse.text import analyse_text
from onrecord.model.position import Position
from onrecord.model.terms import Band, Voice
from onrecord.settings import AnalysisSettings

RULES = AnalysisSettings(analyser="rules")


def positions(text: str) -> list[Position]:
    return list(analyse_text(text, RULES)[1].positions)


def told(text: str) -> list[tuple[str, str | None, str]]:
    found = [one for one in positions(text) if not one.negated]
    return [(str(p.kind), p.holder_name, " ".join(s.cut(text) for s in p.content)) for p in found]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Ardvania demanded that Torvela open the port.", ("demand", "Ardvania", "that Torvela open the port")),
        ("Ardvania called on Torvela to open the port.", ("demand", "Ardvania", "to open the port")),
        ("Ardvania urged Torvela to open the port.", ("demand", "Ardvania", "to open the port")),
        ("Torvela was urged by Ardvania to open the port.", ("demand", "Ardvania", "to open the port")),
        ("Ardvania called for a truce.", ("demand", "Ardvania", "a truce")),
        ("Ardvania insists on a new map.", ("demand", "Ardvania", "a new map")),
        ("Ardvania repeated its demand for a truce.", ("demand", "Ardvania", "a truce")),
        ("Lena Fisk said that Torvela must open the port.", ("demand", "Lena Fisk", "that Torvela must open the port")),
        ("Ardvania offered to send engineers.", ("offer", "Ardvania", "to send engineers")),
        ("Ardvania is ready to hold talks.", ("offer", "Ardvania", "to hold talks")),
        ("Ardvania agreed to open the port.", ("accept", "Ardvania", "to open the port")),
        ("Ardvania accepted the proposal.", ("accept", "Ardvania", "the proposal")),
        ("Ardvania refused to open the port.", ("refuse", "Ardvania", "to open the port")),
        ("Ardvania rejected the offer.", ("refuse", "Ardvania", "the offer")),
        ("The offer was rejected by Ardvania.", ("refuse", "Ardvania", "The offer")),
        ("Ardvania ruled out a truce.", ("refuse", "Ardvania", "a truce")),
        ("Ardvania vowed not to sign the treaty.", ("refuse", "Ardvania", "not to sign the treaty")),
        ("Ardvania's refusal to sign the map is known.", ("refuse", "Ardvania", "to sign the map")),
        ("“We will not sign the treaty,” Lena Fisk said.", ("refuse", "Lena Fisk", "will not sign the treaty")),
        ("Lena Fisk said she could not accept the map.", ("refuse", "Lena Fisk", "could not accept the map")),
        ("Ardvania threatened to close the river.", ("threat", "Ardvania", "to close the river")),
        ("“The port is a red line,” Lena Fisk said.", ("red-line", "Lena Fisk", "The port")),
        ("Lena Fisk said the map was non-negotiable.", ("red-line", "Lena Fisk", "the map")),
        ("Ardvania opposes the treaty.", ("refuse", "Ardvania", "the treaty")),
        ("Ardvania remains opposed to the treaty.", ("refuse", "Ardvania", "the treaty")),
        ("Ardvania warned Torvela not to close the river.", ("demand", "Ardvania", "not to close the river")),
        ("Ardvania wants to repeal the river law.", ("demand", "Ardvania", "to repeal the river law")),
        ("Ardvania wants a halt of 72 hours.", ("demand", "Ardvania", "a halt of 72 hours")),
        ("Ardvania plans to close the port.", ("offer", "Ardvania", "to close the port")),
        ("Ardvania intends to veto the treaty.", ("refuse", "Ardvania", "to veto the treaty")),
        ("Ardvania does not plan to sign the treaty.", ("refuse", "Ardvania", "to sign the treaty")),
        ("Ardvania called for the log to be opened.", ("demand", "Ardvania", "the log to be opened")),
        ("Ardvania walked out of the talks.", ("refuse", "Ardvania", "the talks")),
        ("Ardvania pushed back against the plan.", ("refuse", "Ardvania", "the plan")),
        ("Ardvania spoke in favour of the treaty.", ("accept", "Ardvania", "the treaty")),
        ("Ardvania is not in favour of the truce.", ("refuse", "Ardvania", "the truce")),
        ("It is a plan Ardvania strongly opposes.", ("refuse", "Ardvania", "a plan")),
        ("Ardvania rejected the idea of opening the port.", ("refuse", "Ardvania", "the idea of opening the port")),
        ("Ardvania announced a plan to expand the port.", ("offer", "Ardvania", "to expand the port")),
        ("Torvela is under pressure from Ardvania to open the port.", ("demand", "Ardvania", "to open the port")),
        ("Ardvania repeated its veto threat.", ("threat", "Ardvania", "veto")),
        ("Ardvania threatened a boycott.", ("threat", "Ardvania", "a boycott")),
        ("Ardvania sued to stop the dam.", ("demand", "Ardvania", "to stop the dam")),
        ("Ardvania promised to veto the treaty.", ("refuse", "Ardvania", "to veto the treaty")),
        ("Ardvania did not vote for the treaty.", ("refuse", "Ardvania", "the treaty")),
        ("Ardvania is prepared to debate the treaty.", ("offer", "Ardvania", "to debate the treaty")),
        ("Ardvania decided not to close the port.", ("refuse", "Ardvania", "not to close the port")),
        ("It was a plan backed by Ardvania.", ("accept", "Ardvania", "a plan")),
        ("Ardvania’s goal is to abolish the toll.", ("demand", "Ardvania", "to abolish the toll")),
        ("Ardvania’s call for Torvela to open the port was heard.", ("demand", "Ardvania", "Torvela to open the port")),
        ("Ardvania made no secret that it wanted Torvela to go.", ("demand", "Ardvania", "to go")),
        (
            "Ardvania made an offer that would open the port.",
            ("offer", "Ardvania", "an offer that would open the port"),
        ),
        ("The bill passed, with Ardvania voting against it.", ("refuse", "Ardvania", "it")),
        ("Ardvania said it would press ahead with the plan.", ("offer", "Ardvania", "the plan")),
        ("Lena Fisk said a vote was not acceptable.", ("refuse", "Lena Fisk", "a vote")),
        ("“We are not going to sign it,” Lena Fisk said.", ("refuse", "Lena Fisk", "going to sign it")),
        ("“Open the port now,” Lena Fisk told Torvela.", ("demand", "Lena Fisk", "Open the port now")),
        ("“Let’s open the port,” Lena Fisk said.", ("demand", "Lena Fisk", "open the port")),
        (
            "Lena Fisk said it was imperative that Torvela open the port.",
            ("demand", "Lena Fisk", "that Torvela open the port"),
        ),
        ("Ardvania has repeatedly tried to repeal the toll.", ("demand", "Ardvania", "to repeal the toll")),
        (
            "Lena Fisk introduced a bill that would repeal the toll.",
            ("demand", "Lena Fisk", "a bill that would repeal the toll"),
        ),
        ("The toll bill has the support of Ardvania.", ("accept", "Ardvania", "The toll bill")),
        (
            "Lena Fisk said the families deserve to know the truth.",
            ("demand", "Lena Fisk", "the families deserve to know the truth"),
        ),
        (
            "Lena Fisk said Oren Tamm owes the families an apology.",
            ("demand", "Lena Fisk", "Oren Tamm owes the families an apology"),
        ),
        ("Ardvania demanded more information.", ("demand", "Ardvania", "more information")),
        ("“We will meet the envoys,” Lena Fisk said.", ("offer", "Lena Fisk", "will meet the envoys")),
        ("“We are closing the port,” Lena Fisk said.", ("offer", "Lena Fisk", "closing the port")),
        (
            "Lena Fisk said Ardvania would impose sanctions on Torvela.",
            ("threat", "Ardvania", "would impose sanctions on Torvela"),
        ),
        ("“Torvela cannot have the port,” Lena Fisk said.", ("red-line", "Lena Fisk", "Torvela cannot have the port")),
        (
            "Lena Fisk warned that Torvela would face a blockade.",
            ("threat", "Lena Fisk", "that Torvela would face a blockade"),
        ),
        (
            "Ardvania gave Torvela until Monday to open the port.",
            ("demand", "Ardvania", "to open the port"),
        ),
        ("Ardvania sued the builders in a bid to stop the dam.", ("demand", "Ardvania", "to stop the dam")),
        ("Ardvania refused to provide copies of the log.", ("refuse", "Ardvania", "to provide copies of the log")),
        ("The court is seeking records of the ferry.", ("demand", "The court", "records of the ferry")),
        ("Ardvania wants to write a new set of rules.", ("demand", "Ardvania", "to write a new set of rules")),
        ("Ardvania is committed to opening the port.", ("offer", "Ardvania", "opening the port")),
        ("Ardvania plans to begin closing the port.", ("offer", "Ardvania", "to begin closing the port")),
        ("Ardvania made the aid contingent on an inquiry.", ("demand", "Ardvania", "an inquiry")),
        (
            "Ardvania’s position is that the log should be opened.",
            ("demand", "Ardvania", "that the log should be opened"),
        ),
        ("Ardvania supported ending the toll.", ("accept", "Ardvania", "ending the toll")),
        ("Lena Fisk directed that Oren Tamm keep his rank.", ("demand", "Lena Fisk", "that Oren Tamm keep his rank")),
        (
            "Lena Fisk asked the sergeant at arms to open the port.",
            ("demand", "Lena Fisk", "to open the port"),
        ),
        ("“I cannot obey the order,” Lena Fisk said.", ("refuse", "Lena Fisk", "cannot obey the order")),
        ("Guards left the port as they demanded a truce.", ("demand", "Guards", "a truce")),
        ("Ardvania rejected the appeal of Torvela.", ("refuse", "Ardvania", "the appeal of Torvela")),
        ("Ardvania objected to her nomination.", ("refuse", "Ardvania", "her nomination")),
        ("Lena Fisk recommended charges.", ("demand", "Lena Fisk", "charges")),
        ("Lena Fisk suggested closing the port.", ("demand", "Lena Fisk", "closing the port")),
        (
            "“We will work with Torvela to open the port,” Lena Fisk said.",
            ("offer", "Lena Fisk", "will work with Torvela to open the port"),
        ),
        ("Lena Fisk was a key supporter of the treaty.", ("accept", "Lena Fisk", "the treaty")),
        ("Lena Fisk, an opponent of the treaty, left.", ("refuse", "Lena Fisk", "the treaty")),
        (
            "Ardvania wants to get Torvela to open the port.",
            ("demand", "Ardvania", "to get Torvela to open the port"),
        ),
        ("Ardvania plans to investigate claims of theft.", ("offer", "Ardvania", "to investigate claims of theft")),
        (
            "“We hope it ends, and we think that Torvela should open the port,” Lena Fisk said.",
            ("demand", "Lena Fisk", "that Torvela should open the port"),
        ),
        (
            "Lena Fisk said Ardvania was a friend, and that she plans to veto the treaty.",
            ("refuse", "Lena Fisk", "to veto the treaty"),
        ),
    ],
)
def test_words_say_who_wants_what(text: str, position: tuple[str, str, str]) -> None:
    assert position in told(text)


@pytest.mark.parametrize(
    ("text", "kind", "condition"),
    [
        ("Ardvania would not sign unless the guns left the bank.", "refuse", "unless the guns left the bank"),
        ("“There will be no deal until the log is open,” Lena Fisk said.", "red-line", "until the log is open"),
        (
            "Ardvania agreed to open the port on condition that Torvela pays.",
            "accept",
            "on condition that Torvela pays",
        ),
        ("Ardvania threatened to close the river if the guns stayed.", "threat", "if the guns stayed"),
        ("Ardvania offered to open the port in exchange for a truce.", "offer", "in exchange for a truce"),
        ("Lena Fisk said Ardvania would accept a truce if Torvela did.", "accept", "if Torvela did"),
    ],
)
def test_a_condition_has_a_span_of_its_own(text: str, kind: str, condition: str) -> None:
    (one,) = [p for p in positions(text) if p.condition]
    assert (str(one.kind), " ".join(s.cut(text) for s in one.condition)) == (kind, condition)


@pytest.mark.parametrize(
    "text",
    [
        "Ardvania refused to rule out a truce.",
        "Ardvania did not reject the offer.",
        "Ardvania stopped short of rejecting the offer.",
        "Ardvania did not demand a truce.",
        "Ardvania declined to comment.",
        "Ardvania rejected the accusation.",
        "Lena Fisk asked not to be named.",
        "Has Ardvania rejected the offer?",
        "If Ardvania rejects the offer, the talks end.",
        "Torvela asked Ardvania to accept the map.",
        "Ardvania wants to know the truth.",
        "Torvela is expected to open the port.",
        "Ardvania will vote on Monday.",
        "None of the ministers said that they were opposed to the treaty.",
        "Lena Fisk: Calling for a strike is wrong",
        "The storm threatened to flood the port.",
        "A reporter asked Lena Fisk why, if the port was closed, Ardvania would not open it.",
        "The court ruled to uphold the toll.",
        "At no time did Ardvania demand a truce.",
        "The law never intended to repeal the toll.",
        "There is no sign that Ardvania will agree to the map.",
    ],
)
def test_what_is_not_said_to_be_refused_or_asked_is_not_shown(text: str) -> None:
    assert [one for one in told(text) if one[1] != "Torvela"] == []


@pytest.mark.parametrize(
    "text",
    [
        "A judge blocked the plan.",
        "Ardvania approved the plan.",
        "Ardvania did not want to go there.",
        "The bank offered a loan.",
        "The school helps people who want a ferry.",
        "Ardvania would have to stay.",
        "Ardvania would normally support the treaty.",
        "Lena Fisk wants people to know the truth.",
        "No fair minister would sign the treaty, Lena Fisk said.",
        "Ministers who oppose the treaty will have to explain it.",
        "Lena Fisk defended her decision.",
        "The port will attract trade from Torvela.",
        "Guards shot down the plane.",
        "Ardvania refused to provide details.",
        "When they agree to the map, they will be rich, Lena Fisk said.",
    ],
)
def test_deeds_of_office_and_things_of_every_day_are_unsure_at_most(text: str) -> None:
    assert all(one.band is Band.UNSURE for one in positions(text))


def test_words_in_the_first_person_belong_to_the_quotation_that_was_left_open() -> None:
    text = "“The port is ours,” Lena Fisk said in a statement.\n“It is small.\nI am opposed to the treaty.”"
    assert ("refuse", "Lena Fisk", "the treaty") in told(text)


def test_what_was_not_done_is_kept_as_negated() -> None:
    assert [(str(p.kind), p.negated) for p in positions("Ardvania did not reject the offer.")] == [("refuse", True)]
    assert not list(shown(positions("Ardvania did not reject the offer.")))


def test_two_positions_meet_in_one_sentence() -> None:
    assert told("Ardvania rejected Torvela's demand for a truce.") == [
        ("refuse", "Ardvania", "Torvela's demand for a truce"),
        ("demand", "Torvela", "a truce"),
    ]


def test_the_outlets_own_voice_is_kept_apart() -> None:
    (one,) = positions("Ardvania has rejected the offer.")
    (other,) = positions("Oren Tamm said that Ardvania had rejected the offer.")
    assert {one.voice, other.voice} == {Voice.OUTLET, Voice.QUOTED} or one.statement is not None


def test_two_parties_that_change_places_change_nothing_but_the_names() -> None:
    one = positions("Ardvania rejected Torvela's demand for a truce.")
    other = positions("Torvela rejected Ardvania's demand for a truce.")
    assert [(p.kind, p.rule, p.confidence) for p in one] == [(p.kind, p.rule, p.confidence) for p in other]


def test_rules_are_never_certain_and_every_part_is_cut_from_the_text() -> None:
    text = "Ardvania would accept a truce if Torvela opened the port. It refused to sign the map."
    for one in positions(text):
        assert one.band is not Band.CERTAIN
        spans = (*one.holder, *one.cue, *one.content, *one.condition, *one.addressee)
        assert all(0 <= start < end <= len(text) for start, end in spans)


def test_what_a_named_speaker_says_in_the_surest_words_is_certain_where_the_tagger_is() -> None:
    text = "“The log is ours,” Lena Fisk said on Monday. Fisk demanded that Torvela open the port."
    found = analyse_text(text, AnalysisSettings())[1]
    (one,) = [p for p in found.positions if str(p.kind) == "demand"]
    (told,) = [s for s in found.statements if s.id == one.statement]
    assert one.holder_name == "Lena Fisk"
    assert (one.band is Band.CERTAIN) == (told.band is not Band.UNSURE)


def test_they_of_a_quotation_are_not_whoever_is_quoted() -> None:
    text = "“They threatened to close the port if they lost,” Lena Fisk said, adding that the port was small."
    assert not [one for one in positions(text) if str(one.kind) == "threat" and one.holder_name == "Lena Fisk"]


def test_the_time_before_something_is_no_condition() -> None:
    assert not [one for one in positions("Ardvania called off the talks before the vote.") if one.condition]


def test_the_gatherer_is_asked_of_every_report() -> None:
    from onrecord.analyse.questions import QUESTIONS

    assert Positions in QUESTIONS
