"""Who blames, accuses, criticises, denies, threatens or credits whom, sentence by sentence."""

import pytest

from onrecord.analyse.relation_deeds import act_between
from onrecord.analyse.text import analyse_text
from onrecord.engine.parse import parse
from onrecord.model.relation import Relation
from onrecord.model.span import Span
from onrecord.model.terms import Band, Strength, Voice
from onrecord.settings import AnalysisSettings

RULES = AnalysisSettings(analyser="rules")


def relations(text: str) -> list[Relation]:
    return list(analyse_text(text, RULES)[1].relations)


def explicit(text: str) -> list[tuple[str, str | None, str | None]]:
    found = [one for one in relations(text) if one.strength is Strength.EXPLICIT and not one.negated]
    return [(str(one.kind), one.source_name, one.target_name) for one in found]


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("Ardvania accused Torvela of shelling the port.", ("accuse", "Ardvania", "Torvela")),
        ("Torvela was accused by Ardvania of shelling the port.", ("accuse", "Ardvania", "Torvela")),
        ("Ardvania's criticism of Torvela grew louder.", ("criticise", "Ardvania", "Torvela")),
        ("Torvela faced criticism from Ardvania over the strike.", ("criticise", "Ardvania", "Torvela")),
        ("Ardvania put the blame on Torvela.", ("blame", "Ardvania", "Torvela")),
        ("Lena Fisk blamed the fire on Oren Tamm.", ("blame", "Lena Fisk", "Oren Tamm")),
        ("Lena Fisk called Oren Tamm a liar.", ("criticise", "Lena Fisk", "Oren Tamm")),
        ("Oren Tamm said that Torvela misled the council.", ("accuse", "Oren Tamm", "Torvela")),
        ("Ardvania threatened to attack Torvela.", ("threaten", "Ardvania", "Torvela")),
        ("Lena Fisk praised Oren Tamm for his patience.", ("credit", "Lena Fisk", "Oren Tamm")),
        ("Ardvania condemned Torvela's violation of the truce.", ("criticise", "Ardvania", "Torvela")),
        ("Ardvania held Torvela responsible for the fire.", ("blame", "Ardvania", "Torvela")),
        ("Lena Fisk attributed the blast to Torvela.", ("blame", "Lena Fisk", "Torvela")),
        ("Lena Fisk took Oren Tamm to task over the budget.", ("criticise", "Lena Fisk", "Oren Tamm")),
        ("Oren Tamm came under fire from Lena Fisk.", ("criticise", "Lena Fisk", "Oren Tamm")),
        ("Lena Fisk launched a scathing attack on Oren Tamm.", ("criticise", "Lena Fisk", "Oren Tamm")),
        ("Lena Fisk compared Oren Tamm to a thief.", ("criticise", "Lena Fisk", "Oren Tamm")),
        ("Lena Fisk said Oren Tamm does not understand the law.", ("criticise", "Lena Fisk", "Oren Tamm")),
        ("Lena Fisk said Oren Tamm had failed to pay his taxes.", ("blame", "Lena Fisk", "Oren Tamm")),
        ("Lena Fisk said Torvela was using civilians as human shields.", ("accuse", "Lena Fisk", "Torvela")),
        ("Torvela says Ardvania started the war.", ("accuse", "Torvela", "Ardvania")),
        ("Ardvania threatened to cut off gas to Torvela.", ("threaten", "Ardvania", "Torvela")),
        ("Lena Fisk blamed Torvela on Monday for holding up a truce.", ("blame", "Lena Fisk", "Torvela")),
        ("Oren Tamm threatened legal action against Lena Fisk.", ("threaten", "Oren Tamm", "Lena Fisk")),
        ("Ardvania will retaliate if Torvela attacks, Lena Fisk said.", ("threaten", "Lena Fisk", "Torvela")),
    ],
)
def test_words_put_two_sides_at_odds(text: str, edge: tuple[str, str, str]) -> None:
    assert explicit(text) == [edge]


def test_two_parties_that_change_places_change_nothing_but_the_names() -> None:
    one = relations("Ardvania accused Torvela of shelling the port.")
    other = relations("Torvela accused Ardvania of shelling the port.")
    assert [(r.kind, r.rule, r.confidence) for r in one] == [(r.kind, r.rule, r.confidence) for r in other]
    assert [(r.source_name, r.target_name) for r in one] == [(r.target_name, r.source_name) for r in other]


def test_a_denial_clears_the_party_that_it_names() -> None:
    assert explicit("Lena Fisk denied that Torvela was to blame.") == [("deny", "Lena Fisk", "Torvela")]


def test_a_statement_that_it_was_not_so_clears_the_party_too() -> None:
    assert explicit("Oren Tamm said that Torvela had not misled the council.") == [("deny", "Oren Tamm", "Torvela")]


def test_a_claim_turned_down_answers_whoever_made_it() -> None:
    assert ("deny", "Lena Fisk", "Oren Tamm") in explicit("Lena Fisk rejected Oren Tamm's claim.")


def test_what_was_not_done_is_kept_as_negated() -> None:
    found = relations("Lena Fisk did not blame Torvela.")
    assert [(one.target_name, one.negated) for one in found] == [("Torvela", True)]


def test_two_negations_leave_it_open_and_so_implicit() -> None:
    found = relations("Lena Fisk refused to rule out suing Oren Tamm.")
    assert [(one.strength, one.negated) for one in found] == [(Strength.IMPLICIT, False)]


@pytest.mark.parametrize(
    "text",
    [
        "Ardvania attacked Torvela on Monday.",
        "Torvelan forces attacked the town of Hadrel.",
        "Lena Fisk asked whether Oren Tamm had lied.",
        "Lena Fisk called on Oren Tamm to resign.",
        "Oren Tamm complained about the public.",
        "The mill charges Oren Tamm more than others.",
        "Lena Fisk described Oren Tamm as a friend, and left in a terrible storm.",
    ],
)
def test_blows_questions_and_nobody_in_particular_are_no_plain_reproach(text: str) -> None:
    assert explicit(text) == []


def test_two_that_accuse_each_other_are_two_edges() -> None:
    found = explicit("Ardvania and Torvela accused each other of breaking the truce.")
    assert sorted(found) == [("accuse", "Ardvania", "Torvela"), ("accuse", "Torvela", "Ardvania")]


def test_an_accusation_stays_one_where_it_is_denied() -> None:
    found = explicit("Torvela denied Ardvania's accusation that it had shelled the port.")
    assert sorted(found) == [("accuse", "Ardvania", "Torvela"), ("deny", "Torvela", "Ardvania")]


def test_a_denial_that_answers_nobody_is_to_nobody() -> None:
    found = explicit("Lena Fisk spoke on Monday. Torvela denied violating the ceasefire.")
    assert found == [("deny", "Torvela", None)]


def test_evidence_that_was_not_found_clears_and_is_implicit() -> None:
    (one,) = (r for r in relations("Investigators found no evidence that Oren Tamm had lied.") if r.cue)
    assert (str(one.kind), one.target_name, one.strength) == ("deny", "Oren Tamm", Strength.IMPLICIT)


def test_what_is_said_of_a_letter_is_said_of_whoever_wrote_it() -> None:
    text = "Oren Tamm signed a letter to the council. Lena Fisk blasted the letter, calling it reckless."
    assert ("criticise", "Lena Fisk", "Oren Tamm") in explicit(text)


def test_its_failure_is_that_of_whom_the_measures_are_against() -> None:
    text = "Lena Fisk said Ardvania will impose sanctions against Torvela over its refusal to talk."
    assert ("accuse", "Lena Fisk", "Torvela") in explicit(text)


def test_a_killing_is_blame_in_the_outlets_own_voice_and_in_anothers() -> None:
    own = [one for one in relations("Torvelan soldiers killed nine people in Hadrel.") if one.rule == "killing:blame"]
    assert [(one.voice, one.strength) for one in own] == [(Voice.OUTLET, Strength.EXPLICIT)]
    told = [one for one in relations("Torvelan soldiers killed nine people, Lena Fisk said.") if one.rule[:4] == "kill"]
    assert [(one.voice, one.source_name) for one in told] == [(Voice.QUOTED, "Lena Fisk")]


def test_the_outlets_own_voice_has_no_source() -> None:
    (one,) = relations("Torvela is to blame for the fire.")
    assert (one.voice, one.source, one.strength) == (Voice.OUTLET, (), Strength.IMPLICIT)


def test_rules_are_never_certain_and_every_side_is_cut_from_the_text() -> None:
    text = "Ardvania accused Torvela of shelling the port. Torvela denied it."
    for one in relations(text):
        assert one.band is not Band.CERTAIN
        assert all(0 <= s < e <= len(text) for s, e in (*one.source, *one.target, *one.cue, *one.matter))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Ardvania has accused Torvela of spying.", "accuse"),
        ("Ardvania has filed a lawsuit against Torvela.", "accuse"),
        ("Ardvania refused to meet with Torvela.", "reject"),
        ("Ardvania said it will not accept envoys from Torvela.", "reject"),
        ("Ardvania agreed to lend money to Torvela.", "agree"),
        ("Ardvania threatened to expel envoys of Torvela.", "threaten"),
        ("Ardvania said it would boycott talks with Torvela.", "threaten"),
        ("Ardvania demanded that Torvela withdraw its troops.", "request"),
        ("Ardvania said Torvela must withdraw its troops.", "request"),
        ("Ardvania sent blankets to Torvela.", "other"),
    ],
)
def test_what_one_party_does_towards_another_has_one_of_six_kinds(text: str, act: str) -> None:
    (tokens,) = parse(text, [Span(0, len(text))])
    target = next(token.index for token in tokens.tokens if token.text == "Torvela")
    assert act_between(tokens, (0, 0), (target, target)) == act


def pairs(text: str, *rules: str) -> list[tuple[str | None, str | None, bool]]:
    """Source, target and whether it is explicit, of the edges by such rules."""
    found = [one for one in relations(text) if one.rule.split(":")[0] in rules and not one.negated]
    return [(one.source_name, one.target_name, one.strength is Strength.EXPLICIT) for one in found]


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("Lena Fisk has been critical of Oren Tamm.", ("Lena Fisk", "Oren Tamm", True)),
        ("Lena Fisk is furious with Oren Tamm over the budget.", ("Lena Fisk", "Oren Tamm", False)),
        ("Lena Fisk grew frustrated with Oren Tamm.", ("Lena Fisk", "Oren Tamm", False)),
        ("Lena Fisk, a frequent critic of Oren Tamm, spoke on Monday.", ("Lena Fisk", "Oren Tamm", True)),
        ("Lena Fisk was one of Oren Tamm's fiercest critics.", ("Lena Fisk", "Oren Tamm", True)),
        ("Oren Tamm's rival Lena Fisk spoke on Monday.", ("Lena Fisk", "Oren Tamm", False)),
        ("Oren Tamm infuriated Lena Fisk.", ("Lena Fisk", "Oren Tamm", False)),
        ("Lena Fisk called on Oren Tamm to resign.", ("Lena Fisk", "Oren Tamm", False)),
        ("Lena Fisk demanded Oren Tamm's resignation.", ("Lena Fisk", "Oren Tamm", False)),
        ("Lena Fisk called out Oren Tamm over the budget.", ("Lena Fisk", "Oren Tamm", True)),
    ],
)
def test_feelings_critics_and_calls_to_go_put_two_at_odds(text: str, edge: tuple[str, str, bool]) -> None:
    assert pairs(text, "felt", "adversary", "stirred", "sent away", "particle") == [edge]


@pytest.mark.parametrize(
    "text", ["The rift between Lena Fisk and Oren Tamm widened.", "Lena Fisk clashed with Oren Tamm over the budget."]
)
def test_a_quarrel_is_an_implicit_edge_both_ways(text: str) -> None:
    found = pairs(text, "quarrel", "preposition")
    assert sorted(found) == [("Lena Fisk", "Oren Tamm", False), ("Oren Tamm", "Lena Fisk", False)]


def test_what_is_not_felt_is_no_edge() -> None:
    assert pairs("Lena Fisk was not critical of Oren Tamm.", "felt") == []


def test_whoever_steps_in_is_not_asked_to_go() -> None:
    assert pairs("Lena Fisk urged Oren Tamm to step in.", "sent away") == []


def weak(text: str) -> list[tuple[str | None, str | None, str, float]]:
    """Source, target, rule and confidence of what no word says between two."""
    found = [one for one in relations(text) if one.rule in ("beside", "tone", "continued")]
    assert all(one.strength is Strength.IMPLICIT and one.band is Band.UNSURE for one in found)
    return [(one.source_name, one.target_name, one.rule, one.confidence) for one in found]


def test_an_actor_named_in_what_is_said_is_surer_beside_a_harsh_word() -> None:
    plain = weak("Lena Fisk said she would meet Oren Tamm.")
    harsh = weak("Lena Fisk said the reckless plan would reach Oren Tamm.")
    assert [one[:3] for one in (*plain, *harsh)] == [
        ("Lena Fisk", "Oren Tamm", "beside"),
        ("Lena Fisk", "Oren Tamm", "tone"),
    ]
    assert harsh[0][3] > plain[0][3]


def test_whom_somebody_praises_is_no_weak_target_of_theirs() -> None:
    assert weak("Lena Fisk praised Oren Tamm. Lena Fisk said she would meet Oren Tamm.") == []


def test_a_harsh_sentence_goes_on_about_whom_its_speaker_reproached_before() -> None:
    text = "Lena Fisk said that Oren Tamm misled the council. “The whole affair is a disgrace,” Fisk said."
    assert ("Lena Fisk", "Oren Tamm", "continued", 0.2) in weak(text)


def test_two_who_speak_together_both_say_it() -> None:
    edges = weak("Lena Fisk and Mara Quill said they would meet Oren Tamm.")
    assert sorted(str(one[0]) for one in edges) == ["Lena Fisk", "Mara Quill"]
    found = explicit("Lena Fisk and Mara Quill said that Oren Tamm misled the council.")
    assert len(found) == 2 and {one[2] for one in found} == {"Oren Tamm"}
