"""Statements are one utterance only where one actor makes one point on one occasion; each is shown for what it is."""

import random
from dataclasses import replace

from onrecord.model.span import Span
from onrecord.model.terms import Act, Mode, Rendering, ZoneKind
from onrecord.model.utterance import Member, Piece, Telling, UtterancesFound
from onrecord.resolve.utterances import utterances


def told(
    id: str,
    *contents: str,
    act: Act = Act.SAY,
    day: str | None = "2031-04-05",
    around: str = "",
    before: str = "",
    negated: bool = False,
    headline: bool = False,
    said: str | None = None,
) -> Telling:
    """What a report tells of the minister; ``id`` is the report's with a number, each content is a span of its own."""
    pieces, at = [], 100
    for content in contents:
        pieces.append(Piece(Span(at, at + len(content)), content))
        at += len(content) + 20
    return Telling(
        id=id,
        report=id.partition("-")[0],
        actor="ederlin",
        pieces=tuple(pieces),
        mode=Mode.INDIRECT,
        act=act,
        zone=ZoneKind.HEADLINE if headline else ZoneKind.BODY,
        negated=negated,
        published=day,
        first=said,
        last=said,
        printed=said is not None,
        around=around,
        before=before,
    )


def joined(*tellings: Telling) -> set[frozenset[str]]:
    return {frozenset(m.statement for m in one.members) for one in utterances(tellings).utterances}


def rendered(*tellings: Telling) -> dict[str, Member]:
    found = utterances(tellings).utterances
    assert len(found) == 1, found
    return {member.statement: member for member in found[0].members}


QUOTE = told("courier-1", "“We will not pay for a dam that drowns our own villages,”")
SAME = told("gazette-1", '"We will not pay for a dam that drowns our own villages."')
FRAGMENT = told("radio-1", "that his country would never “pay for a dam that drowns our own villages”")
RETOLD = told("standard-1", "Ardvania would not pay for a dam that drowned its own villages")
OTHER = told("dispatch-1", "“The talks at Sorrane go on whatever happens on the river,”")


def test_one_quotation_in_two_reports_is_one_utterance_whatever_marks_it_stands_in() -> None:
    assert joined(QUOTE, SAME, OTHER) == {frozenset({"courier-1", "gazette-1"})}


def test_a_paraphrase_and_a_fragment_join_the_quotation_that_they_give() -> None:
    assert joined(QUOTE, FRAGMENT, RETOLD) == {frozenset({"courier-1", "radio-1", "standard-1"})}


def test_each_report_is_shown_for_what_it_is() -> None:
    forms = {id: member.rendering for id, member in rendered(QUOTE, SAME, FRAGMENT, RETOLD).items()}
    assert forms == {
        "courier-1": Rendering.VERBATIM,
        "gazette-1": Rendering.VERBATIM,
        "radio-1": Rendering.TRUNCATED,
        "standard-1": Rendering.PARAPHRASE,
    }


def test_a_headline_is_a_headline() -> None:
    heading = told("standard-1", "Ardvania will not pay for dam that drowns villages", headline=True)
    assert rendered(QUOTE, heading)["standard-1"].rendering is Rendering.HEADLINE


def test_words_changed_inside_quotation_marks_are_shown_with_what_others_print() -> None:
    changed = told("radio-1", "“We will not pay for a dam that floods our own villages,”")
    member = rendered(QUOTE, SAME, changed)["radio-1"]
    assert member.rendering is Rendering.ALTERED
    text = changed.pieces[0].text
    assert [text[s.start - 100 : s.end - 100] for change in member.changes for s in change.at] == ["floods", "floods"]
    assert rendered(QUOTE, SAME, changed)["courier-1"].rendering is Rendering.VERBATIM


def test_of_two_quotations_that_differ_no_report_is_taken_for_the_original() -> None:
    changed = told("radio-1", "“We will not pay for a dam that floods our own villages,”")
    forms = {member.rendering for member in rendered(QUOTE, changed).values()}
    assert forms == {Rendering.ALTERED}


def test_words_left_out_where_the_quotation_breaks_off_are_no_change() -> None:
    broken = told("radio-1", "“We will not pay for a dam”", "“that drowns our own villages.”")
    dotted = told("radio-1", "“We will not pay … for a dam that drowns our own villages.”")
    long = told("gazette-1", "“We will not pay, now or ever, for a dam of theirs that drowns our own villages.”")
    assert rendered(long, broken)["radio-1"].rendering is Rendering.ALTERED
    assert rendered(QUOTE, broken)["radio-1"].rendering is Rendering.VERBATIM
    shorter = told("gazette-1", "“We will not pay now or ever for a dam that drowns our own villages.”")
    assert rendered(shorter, dotted)["radio-1"].rendering is Rendering.TRUNCATED


def test_a_quotation_cut_at_its_end_is_truncated() -> None:
    short = told("radio-1", "“We will not pay for a dam,”")
    assert rendered(QUOTE, short)["radio-1"].rendering is Rendering.TRUNCATED


def test_agreeing_and_not_agreeing_are_never_one() -> None:
    yes = told("courier-1", "to pull the army back from the northern bank of the Linnet", act=Act.AGREE)
    no = told("gazette-1", "to pull the army back from the northern bank of the Linnet", act=Act.AGREE, negated=True)
    refused = told("radio-1", "to pull the army back from the northern bank of the Linnet", act=Act.REFUSE)
    found = utterances([yes, no, refused])
    assert not any({"courier-1"} < {m.statement for m in one.members} for one in found.utterances)


def test_a_not_in_the_content_keeps_two_apart_and_a_negation_told_by_the_cue_does_not() -> None:
    did = told("courier-1", "the army had shelled the harbour at Velday")
    not_so = told("gazette-1", "the army had not shelled the harbour at Velday")
    denied = told("radio-1", "that the army had shelled the harbour at Velday", act=Act.DENY)
    assert joined(did, not_so, denied) == {frozenset({"gazette-1", "radio-1"})}


def test_a_not_before_what_only_the_one_tells_does_not_keep_two_apart() -> None:
    more = told("courier-1", "the army had shelled the harbour at Velday, though it was not clear on whose order")
    less = told("gazette-1", "the army had shelled the harbour at Velday")
    clear = told("radio-1", "it was clear on whose order the army had shelled the harbour at Velday")
    assert joined(more, less) == {frozenset({"courier-1", "gazette-1"})}
    assert joined(more, clear) == set()


def test_who_declines_and_who_does_are_never_one() -> None:
    did = told("courier-1", "the woman had answered the questions of the guard")
    declined = told("gazette-1", "the woman had declined to answer the questions of the guard")
    assert joined(did, declined) == set()


def test_two_words_of_the_topic_are_no_point_in_common() -> None:
    laws = told("courier-1", "the river law was a matter for the council of Sorrane")
    fear = told("gazette-1", "he had feared the river law since the flood")
    price = told("gazette-2", "the river law was a matter of weeks")
    assert joined(laws, fear) == set()
    assert joined(laws, price) == {frozenset({"courier-1", "gazette-2"})}


def test_part_of_a_name_is_one_thing_in_common() -> None:
    stake = told("courier-1", "High Bench at stake")
    gate = told("gazette-1", "Sorrane High Bench would open")
    assert joined(stake, gate) == set()
    assert joined(replace(stake, act=Act.CRITICISE), replace(gate, act=Act.CRITICISE)) != set()


def test_acts_that_go_against_each_other_join_nothing_but_quotations() -> None:
    asked = told("courier-1", "a halt to the column", act=Act.DEMAND)
    boasted = told("gazette-1", "of stopping the column", act=Act.CLAIM)
    assert joined(asked, boasted) == set()


def test_two_groups_are_not_made_one_by_two_of_their_points_alone() -> None:
    named = [
        told("courier-1", "Ilen Marsh, a loud friend of the dredgers and the mills, as its head", act=Act.ANNOUNCE),
        told("gazette-1", "Ilen Marsh, friend of the mills, to lead the office", act=Act.ANNOUNCE),
    ]
    quotation = "“We shall do great things for the people of every valley with Ilen Marsh leading the office of tolls,”"
    praised = [told("courier-2", quotation), told("gazette-2", quotation)]
    assert frozenset({"courier-1", "gazette-1"}) in joined(*named, *praised)
    assert frozenset({"gazette-1", "courier-2"}) in joined(named[1], praised[0])


def test_what_only_refers_is_what_stands_before_it() -> None:
    whole = told("courier-1", "of not paying the toll of the Linnet bridge", act=Act.ACCUSE)
    refers = told(
        "gazette-1",
        "that he hasn't",
        act=Act.ACCUSE,
        before="Marsh said that he had paid every toll of the Linnet bridge, whatever the accusations ",
    )
    other = replace(refers, before="Marsh said that he had read the report on the harbour, whatever the accusations ")
    assert joined(whole, refers) == {frozenset({"courier-1", "gazette-1"})}
    assert joined(whole, other) == set()


def test_what_only_refers_does_not_make_one_of_two_points() -> None:
    toll = told("courier-1", "of not paying the toll of the Linnet bridge", act=Act.ACCUSE)
    grain = told("radio-1", "of not weighing the grain of the Sorrane mill", act=Act.ACCUSE)
    refers = told(
        "gazette-1", "that he hasn't", act=Act.ACCUSE, before="paid the toll of the bridge, weighed the grain "
    )
    assert not any({"courier-1", "radio-1"} <= one for one in joined(toll, grain, refers))


def test_one_word_is_enough_only_for_one_act_that_says_more_than_that_it_was_said() -> None:
    plain = [told("courier-1", "Marsh"), told("gazette-1", "Marsh", act=Act.THINK)]
    praised = [told("courier-1", "Marsh", act=Act.PRAISE), told("gazette-1", "Marsh", act=Act.PRAISE)]
    assert joined(*plain) == set()
    assert joined(*praised) == {frozenset({"courier-1", "gazette-1"})}


def test_the_speaker_s_name_beside_all_that_is_said_brings_nothing_together() -> None:
    around = "… Minister Ederlin told reporters at noon."
    sand = told(
        "courier-1", "the price of river sand and lime would rise with the wages of the dredgers", around=around
    )
    toll = told(
        "gazette-1", "the wages at the new stone bridge would be paid from the toll, whatever its price", around=around
    )
    rest = [told(f"radio-{n}", f"“Words {n} of their own number {n},”", around=around) for n in range(8)]
    assert joined(sand, toll, *rest) == set()


def test_one_report_s_long_sentence_goes_with_both_of_another_s_two() -> None:
    long = told("courier-1", "“What you must know, as I stand here in Sorrane, is that I would open the gates today,”")
    two = told("gazette-1", "“What you must know, as I stand here in Sorrane. I would open the gates today.”")
    second = told("radio-1", "“I would open the gates today,”")
    assert frozenset({"courier-1", "gazette-1", "radio-1"}) in joined(long, two, second)


def test_a_quotation_with_a_not_put_in_is_no_member_of_the_one_without() -> None:
    without = told("radio-1", "“We will pay for a dam that drowns our own villages,”")
    assert joined(QUOTE, without) == set()


def test_a_negation_said_twice_over_is_one_negation() -> None:
    twice = told("courier-1", "it would no longer sell river sand and no longer sell gravel from the Linnet")
    once = told("gazette-1", "it would no longer sell gravel and sand from the river Linnet")
    assert joined(twice, once) == {frozenset({"courier-1", "gazette-1"})}


def test_what_follows_a_but_is_a_point_of_its_own() -> None:
    two = told("courier-1", "the crossing had been shelled in the night, but no soldier had been killed in it")
    one = told("gazette-1", "the crossing was shelled in the night")
    assert joined(two, one) == {frozenset({"courier-1", "gazette-1"})}


def test_quotations_with_some_words_in_common_do_not_keep_each_other_out_of_an_utterance() -> None:
    long = told("courier-1", "“You have a power to halt evictions for every tenant that lives in this land of ours,”")
    short = told("gazette-1", "“You have the power to halt evictions,”")
    other = told(
        "radio-1", "“My lord, we ask for a law, and yet you have the power to halt evictions today, this hour.”"
    )
    assert joined(long, short, other) == {frozenset({"courier-1", "gazette-1", "radio-1"})}


def test_speakers_without_names_are_one_in_other_words_only_where_they_are_called_alike() -> None:
    def of(one: Telling, actor: str, *words: str) -> Telling:
        return replace(one, actor=actor, voice=actor, called=frozenset(words))

    near = of(RETOLD, "officials", "offici")
    whose = of(
        told("radio-1", "Ardvania would not pay for a dam that drowned its villages"), "Sorrane's", "offici", "sorran"
    )
    else_ = of(
        told("dispatch-1", "Ardvania would not pay for a dam that drowned villages"), "Velday's", "offici", "velday"
    )
    assert joined(near, whose) == {frozenset({"standard-1", "radio-1"})}
    assert joined(whose, else_) == set()


def test_an_utterance_is_of_whom_a_report_names() -> None:
    nameless = replace(SAME, actor="the minister", voice="ederlin", published="2031-04-04")
    (found,) = utterances([replace(QUOTE, voice="ederlin"), nameless]).utterances
    assert found.members[0].statement == "gazette-1"
    assert found.actor == "ederlin"


def test_other_numbers_keep_two_apart() -> None:
    nine = told("courier-1", "nine soldiers were killed at the crossing on the Linnet")
    forty = told("gazette-1", "40 soldiers were killed at the crossing on the Linnet")
    assert joined(nine, forty) == set()
    same = told("radio-1", "9 soldiers were killed at the crossing on the Linnet")
    assert joined(nine, same) == {frozenset({"courier-1", "radio-1"})}


def test_one_point_on_two_occasions_stays_two() -> None:
    tuesday = told("courier-1", "the dam would be finished before the winter", around="he told reporters on Tuesday")
    friday = told("gazette-1", "the dam would be finished before the winter", around="Ederlin said on Friday")
    assert joined(tuesday, friday) == set()
    first = told("courier-1", "the dam would be finished before the winter", said="2031-04-01")
    second = told("gazette-1", "the dam would be finished before the winter", said="2031-04-04")
    assert joined(first, second) == set()


def test_nothing_was_said_after_it_was_printed() -> None:
    printed = told("courier-1", "the dam would be finished before the winter", day="2031-04-02")
    later = told("gazette-1", "the dam would be finished before the winter", said="2031-04-04")
    assert joined(printed, later) == set()


def test_weeks_later_only_a_quotation_is_the_same_utterance() -> None:
    first = told("courier-1", "the dam would be finished before the winter", day="2031-04-02")
    weeks = told("gazette-1", "the dam would be finished before the winter", day="2031-06-02")
    assert joined(first, weeks) == set()
    again = told("radio-1", "“We will not pay for a dam that drowns our own villages.”", day="2031-06-02")
    assert joined(QUOTE, again) == {frozenset({"courier-1", "radio-1"})}


def test_two_different_quotations_stay_two_however_alike_their_words() -> None:
    one = told("courier-1", "“The dam drowns our villages and our fields, and nobody asked us.”")
    two = told("gazette-1", "“Our fields and villages are gone; whoever built that dam drowned them.”")
    assert joined(one, two) == set()


def test_a_statement_of_two_points_is_a_member_of_two_utterances() -> None:
    both = told("courier-1", "“We will not pay for a dam that drowns our own villages. The talks at Sorrane go on.”")
    talks = told("radio-1", "“The talks at Sorrane go on.”")
    assert joined(both, SAME, talks) == {frozenset({"courier-1", "gazette-1"}), frozenset({"courier-1", "radio-1"})}


def test_no_third_statement_chains_two_that_are_not_alike() -> None:
    found = utterances([QUOTE, RETOLD, told("dispatch-1", "its own villages would be rebuilt by the summer")])
    assert all("dispatch-1" not in {m.statement for m in one.members} for one in found.utterances)


def test_the_order_of_adding_changes_nothing() -> None:
    some = [QUOTE, SAME, FRAGMENT, RETOLD, OTHER, told("x-1", "the talks at Sorrane would go on")]
    expected: UtterancesFound = utterances(some)
    for seed in range(10):
        random.Random(seed).shuffle(some)
        assert utterances(some) == expected


def test_each_statement_of_an_utterance_is_linked_and_says_why() -> None:
    links = utterances([QUOTE, SAME, RETOLD]).utterances[0].links
    assert len(links) == 2
    assert all(link.reason for link in links)


def test_what_lies_between_the_thresholds_is_proposed_and_not_joined() -> None:
    nine = told("courier-1", "nine soldiers were killed at the crossing on the Linnet")
    forty = told("gazette-1", "40 soldiers were killed at the crossing on the Linnet")
    found = utterances([nine, forty])
    assert not found.utterances
    assert [(p.kind, p.a, p.b) for p in found.proposals] == [("utterance", "courier-1", "gazette-1")]


def test_two_statements_that_share_two_points_are_linked_once() -> None:
    one = told("courier-1", "“We will not pay for a dam that drowns our own villages. The talks at Sorrane go on.”")
    two = told("gazette-1", "“We will not pay for a dam that drowns our own villages. The talks at Sorrane go on.”")
    (found,) = utterances([one, two]).utterances
    assert [(link.a, link.b) for link in found.links] == [("courier-1", "gazette-1")]


def test_what_a_speaker_says_inside_by_a_statement_of_its_own_counts_there_alone() -> None:
    """``He knew he would be challenged for claiming X`` is not the claim; the claim inside it is."""
    outer = told(
        "courier-1", "the papers would challenge him for claiming that the Sorrane dam was paid with stolen money"
    )
    at = outer.pieces[0].text.index("that the Sorrane")
    inside = Piece(Span(100 + at, outer.pieces[0].span.end), outer.pieces[0].text[at:])
    inner = replace(outer, id="courier-2", pieces=(inside,), act=Act.CLAIM)
    other = told("gazette-1", "that the Sorrane dam was paid with stolen money", act=Act.CLAIM)
    assert joined(outer, inner, other) == {frozenset({"courier-2", "gazette-1"})}


def test_a_relay_that_says_nothing_else_keeps_what_it_relays() -> None:
    """``He said he told the board X``: without X nothing would be left of it."""
    outer = told("courier-1", "he told the board that the Sorrane dam was paid with stolen money")
    at = outer.pieces[0].text.index("that the Sorrane")
    inside = Piece(Span(100 + at, outer.pieces[0].span.end), outer.pieces[0].text[at:])
    other = told("gazette-1", "that the Sorrane dam was paid with stolen money")
    assert joined(outer, replace(outer, id="courier-2", pieces=(inside,)), other) == {
        frozenset({"courier-1", "courier-2", "gazette-1"})
    }


def test_one_name_of_several_words_is_one_thing_in_common() -> None:
    one = told("courier-1", "he would not drag the people of New Sorrane into a quarrel of others")
    other = told("gazette-1", "how long he means to stay as mayor of New Sorrane")
    assert joined(one, other) == set()


def test_what_is_set_against_it_is_a_point_of_its_own() -> None:
    """``Sold the pumps but not the valves`` says of the pumps what it says, whatever is said of the valves."""
    one = told("courier-1", "The company sold the pumps to Velland but not the valves that broke")
    other = told("gazette-1", "the company had sold the pumps to Velland in spring")
    assert joined(one, other) == {frozenset({"courier-1", "gazette-1"})}


def test_quoted_pieces_with_dots_between_them_are_counted_together() -> None:
    one = told("courier-1", "the guard “kept good order at the fort … bravely helped the Harbour Office” that night")
    other = told(
        "gazette-1",
        "The guard “kept good order” and “without being told, ably and bravely helped the Harbour Office”",
    )
    assert joined(one, other) == {frozenset({"courier-1", "gazette-1"})}


def test_a_report_may_tell_a_point_twice() -> None:
    one = told("courier-1", "the Sorrane dam would flood the villages of the lower valley", act=Act.WARN)
    again = told("courier-2", "the valley's villages would be under water", act=Act.WARN)
    other = told("gazette-1", "the dam would flood villages in the lower valley, put them under water", act=Act.WARN)
    assert joined(one, replace(again, pieces=(Piece(Span(900, 942), again.pieces[0].text),)), other) == {
        frozenset({"courier-1", "courier-2", "gazette-1"})
    }
