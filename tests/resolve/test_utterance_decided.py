"""What people decide about utterances holds both ways, and touches nothing that it is not about."""

import random
from dataclasses import replace

from onrecord.model.utterance import Part, Ruled, Telling
from onrecord.resolve.utterance_decided import against
from onrecord.resolve.utterances import nodes_of, utterances
from tests.resolve.test_utterances import FRAGMENT, QUOTE, RETOLD, SAME, told
from tests.resolve.test_utterances import OTHER as SPOKEN

INSULT = told("herald-1", "“This is an insult. Nobody asked the farmers about the water.”")
ASKED = told("wire-1", "that nobody had asked the farmers about the water")
MAYOR = replace(told("tribune-1", "the harbour would stay shut"), actor="mayor", voice="mayor", pool="mayor")
OTHER = replace(SPOKEN, voice="ederlin")
EVERY = (QUOTE, SAME, FRAGMENT, RETOLD, OTHER, INSULT, ASKED, MAYOR)


def part(one: Telling, words: str = "") -> Part:
    first = one.pieces[0]
    start = first.span.start + (first.text.index(words) if words else 0)
    return Part(one.id, start, start + len(words) if words else one.pieces[-1].span.end)


def join(number: int, a: Telling, b: Telling) -> Ruled:
    return Ruled(number, True, part(a), part(b), "read both")


def apart(number: int, a: Telling, b: Telling) -> Ruled:
    return Ruled(number, False, part(a), part(b), "read both")


def groups(*rulings: Ruled, of: tuple[Telling, ...] = EVERY) -> set[frozenset[str]]:
    return {frozenset(m.statement for m in one.members) for one in utterances(of, rulings).utterances}


def ids(*some: Telling) -> frozenset[str]:
    return frozenset(one.id for one in some)


QUOTED = ids(QUOTE, SAME, FRAGMENT, RETOLD)


def test_the_machine_s_groups_are_as_they_were_without_a_decision() -> None:
    assert groups() == {QUOTED, ids(INSULT, ASKED)}


def test_two_that_share_no_word_are_one_where_a_person_says_so_and_their_groups_with_them() -> None:
    assert groups(join(1, OTHER, ASKED)) == {QUOTED, ids(OTHER, INSULT, ASKED)}
    assert groups(join(1, QUOTE, ASKED)) == {QUOTED | ids(INSULT, ASKED)}


def test_two_of_the_same_words_are_two_where_a_person_says_so() -> None:
    found = groups(apart(1, QUOTE, SAME))
    assert not any({QUOTE.id, SAME.id} <= one for one in found)
    assert ids(INSULT, ASKED) in found


def test_what_is_apart_does_not_meet_by_way_of_a_third() -> None:
    some = groups(apart(1, QUOTE, OTHER), join(2, SAME, OTHER))
    assert not any({QUOTE.id, OTHER.id} <= one for one in some)
    assert any({SAME.id, OTHER.id} <= one for one in some)


def test_two_speakers_are_joined_and_nothing_else_of_theirs_is() -> None:
    also = replace(MAYOR, id="post-1", report="post", pieces=QUOTE.pieces)
    (found,) = [
        one
        for one in utterances((*EVERY, also), [join(1, OTHER, MAYOR)]).utterances
        if any(m.statement == MAYOR.id for m in one.members)
    ]
    assert {m.statement for m in found.members} == ids(OTHER, MAYOR)
    assert found.actor == "ederlin"
    assert found.links[0].score == 1 and not found.links[0].machine and found.links[0].reason == "read both"
    assert QUOTED in groups(join(1, OTHER, MAYOR), of=(*EVERY, also))


def test_the_points_that_are_alike_are_joined_else_the_whole_of_both() -> None:
    long = told("mail-1", "“The talks at Sorrane go on whatever happens on the river. The mill is gone.”")
    near = told("post-1", "the mill was gone")
    (found,) = utterances((long, near), [join(1, long, near)]).utterances
    assert found.members[0].at[0].start > long.position
    (whole,) = utterances((long, MAYOR), [join(1, long, MAYOR)]).utterances
    assert whole.members[0].at[0].start == long.position + 1


def test_a_part_that_is_named_is_what_is_meant() -> None:
    one = Ruled(1, True, part(INSULT, "This is an insult"), part(OTHER), "read both")
    assert groups(one) == {QUOTED, ids(INSULT, ASKED), ids(INSULT, OTHER)}


def test_the_later_decision_holds_and_the_earlier_one_is_named() -> None:
    chain = (join(1, QUOTE, OTHER), join(2, OTHER, ASKED), apart(3, QUOTE, ASKED))
    found = utterances(EVERY, chain)
    assert [one.decision for one in found.overruled] == [1]
    assert any({OTHER.id, ASKED.id} <= {m.statement for m in one.members} for one in found.utterances)
    assert utterances(EVERY, (join(1, QUOTE, SAME), apart(2, QUOTE, SAME))).overruled == ()


def test_decisions_that_do_not_let_a_new_one_hold_are_named() -> None:
    nodes = nodes_of(EVERY)[0]
    chain = (join(1, QUOTE, OTHER), join(2, OTHER, ASKED))
    assert against(nodes, chain, [apart(0, QUOTE, ASKED)]) == [1, 2]
    assert against(nodes, (join(1, QUOTE, OTHER), apart(2, OTHER, ASKED)), [join(0, QUOTE, ASKED)]) == [1, 2]
    assert against(nodes, (apart(1, OTHER, ASKED), join(2, QUOTE, OTHER)), [join(0, QUOTE, ASKED)]) == [1, 2]
    assert against(nodes, chain, [apart(0, QUOTE, OTHER)]) == []
    assert against(nodes, chain, [join(0, QUOTE, ASKED)]) == []


def test_a_pair_that_was_decided_is_not_asked_about_again() -> None:
    nine = told("courier-2", "nine soldiers were killed at the crossing on the Linnet")
    forty = told("gazette-2", "40 soldiers were killed at the crossing on the Linnet")
    (asked,) = utterances((nine, forty)).proposals
    assert {asked.a, asked.b} == {nine.id, forty.id}
    assert utterances((nine, forty), [apart(1, nine, forty)]).proposals == ()
    assert utterances((nine, forty), [join(1, nine, forty)]).proposals == ()


def test_the_order_of_the_tellings_changes_nothing() -> None:
    rulings = (join(1, OTHER, ASKED), apart(2, QUOTE, SAME), join(3, MAYOR, FRAGMENT))
    expected = utterances(EVERY, rulings)
    some = list(EVERY)
    for seed in range(10):
        random.Random(seed).shuffle(some)
        assert utterances(some, rulings) == expected
