"""Reports that print one text are found whatever was done to it, and no two different texts are joined."""

import random
from itertools import permutations

from onrecord.model.copies import CopyPair, Printed, TextOf, independent
from onrecord.model.report import Zone
from onrecord.model.span import Span
from onrecord.model.terms import ZoneKind
from onrecord.resolve.copies import groups, places
from onrecord.resolve.copies_verdict import Shared, compared, passages
from onrecord.resolve.copies_words import GRAM, WINDOW, Body, body

NOUNS = [
    "harbour",
    "ferry",
    "envoy",
    "council",
    "bridge",
    "market",
    "tower",
    "river",
    "school",
    "court",
    "grain",
    "depot",
    "signal",
    "valley",
    "mayor",
]
VERBS = ["closed", "opened", "crossed", "guarded", "rebuilt", "watched", "flooded", "inspected", "reached", "left"]
TAILS = [
    "before noon",
    "after the storm",
    "under guard",
    "without a word",
    "for the second day",
    "with the town in the dark",
]


def story(seed: str, sentences: int = 14) -> list[str]:
    """Sentences that nobody else writes: of words drawn for this name, so that two names share next to none."""
    draw = random.Random(seed)
    return [
        " ".join(
            f"the {draw.choice(NOUNS)} of {seed}{draw.randrange(999)} {draw.choice(VERBS)} the {draw.choice(NOUNS)}"
            for _ in range(3)
        ).capitalize()
        + f" {draw.choice(TAILS)}."
        for _ in range(sentences)
    ]


def worded(*sentences: str) -> Body:
    text = "\n".join(sentences)
    return body(text, (Zone(ZoneKind.BODY, Span(0, len(text))),))


def verdict(one: list[str], other: list[str]) -> Shared | None:
    return compared(worded(*one), worded(*other))


WIRE, LOCAL, OTHER = story("wire"), story("local", 24), story("other")


def test_the_same_words_are_an_exact_copy_whatever_their_capitals_and_marks() -> None:
    found = verdict(WIRE, [sentence.upper().replace(".", " !") for sentence in WIRE])
    assert found
    assert (found.kind, found.part_a, found.part_b) == ("exact", 1.0, 1.0)


def test_a_cut_or_edited_text_is_near() -> None:
    edited = [sentence.replace("the ", "that ", 1) for sentence in WIRE if sentence != WIRE[3]]
    assert (found := verdict(WIRE, edited))
    assert found.kind == "near"
    assert (found := verdict(WIRE, WIRE[:9]))
    assert found.kind == "near"


def test_a_text_of_which_less_than_half_is_kept_stands_inside() -> None:
    found = verdict(WIRE, WIRE[:5])
    assert found
    assert found.kind == "inside"
    assert found.part_b == 1.0
    assert found.part_a < 0.4


def test_agency_text_is_found_inside_a_longer_local_story() -> None:
    short = WIRE[:10]
    found = verdict(short, [*LOCAL[:12], *short, *LOCAL[12:]])
    assert found
    assert found.kind == "inside"
    assert found.part_a == 1.0
    assert found.part_b < 0.4


def test_paragraphs_may_stand_in_another_order() -> None:
    found = verdict(WIRE, [*WIRE[7:], *WIRE[:7]])
    assert found
    assert found.kind == "near"


def test_two_texts_on_one_event_are_no_copies() -> None:
    assert verdict(WIRE, OTHER) is None


def test_a_long_speech_that_both_quote_makes_no_copy() -> None:
    speech = [f"“{sentence}" for sentence in story("speech", 8)]
    speech[-1] += "”"
    assert verdict([*WIRE[:8], *speech], [*OTHER[:8], *speech]) is None


def test_a_form_filled_in_anew_is_another_text() -> None:
    def form(street: str, hour: str, officer: str, road: str) -> list[str]:
        return [
            f"A man was hurt in {street} on Monday, police said, and {officer} was called at {hour} in the night.",
            f"He was found near {road} and taken to a hospital, where doctors of {street} said that he would live.",
            f"Nobody was held by {officer}, and who saw anything in {road} after {hour} was asked to call.",
        ]

    one, other = (
        form("Orrin Street", "3:40", "Lena Fisk", "Mill Road"),
        form("Velday Lane", "1:15", "Jon Pell", "Quay Hill"),
    )
    assert verdict(one, other) is None
    assert verdict(one, [*one, "It was the third such night."])


def test_closing_words_that_an_outlet_prints_under_every_report_make_no_copy() -> None:
    closing = story("closing", 4)
    assert verdict([*WIRE[:4], *closing], [*OTHER, *closing]) is None


def test_a_few_words_say_too_little() -> None:
    assert verdict(["Rain is expected in the north."], ["Rain is expected in the north."]) is None


def test_headlines_and_furniture_are_left_out() -> None:
    text = "Wire closes harbour\n\nThe harbour closed.\nSubscribe now"
    zones = (Zone(ZoneKind.HEADLINE, Span(0, 19)), Zone(ZoneKind.BODY, Span(21, 40)))
    found = body(text, (*zones, Zone(ZoneKind.FURNITURE, Span(41, len(text)))))
    assert [word.folded for word in found.words] == ["the", "harbour", "closed"]


def test_whoever_comes_first_the_verdict_is_the_same() -> None:
    one, other = worded(*WIRE), worded(*LOCAL[:10], *WIRE[:8])
    there, back = compared(one, other), compared(other, one)
    assert there
    assert back
    assert (there.part_a, there.part_b, there.words) == (back.part_b, back.part_a, back.words)


def test_passages_are_slices_with_the_same_words() -> None:
    one, other = [*WIRE], [*LOCAL[:10], *WIRE[2:9], *LOCAL[10:]]
    spans_a, spans_b = passages(worded(*one), worded(*other))
    texts = "\n".join(one), "\n".join(other)
    assert spans_a
    assert [s.cut(texts[0]).casefold() for s in spans_a] == [s.cut(texts[1]).casefold() for s in spans_b]


def test_what_two_texts_share_they_share_a_fingerprint_of() -> None:
    shared = " ".join(f"word{n}" for n in range(GRAM + WINDOW - 1))
    for lead in range(9):
        one, other = worded(" ".join(f"a{n}" for n in range(lead)) + f" {shared} b c d"), worded(f"x y {shared} z")
        assert one.marks & other.marks


def pair(a: str, b: str, kind: str = "near", part_a: float = 0.9, part_b: float = 0.9, words: int = 200) -> CopyPair:
    assert a < b
    return CopyPair(a, b, kind, part_a, part_b, words, "")


def grouped(*pairs: CopyPair) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for place in places(pairs):
        found.setdefault(place.group, set()).add(place.text)
    return found


def test_two_stories_that_hold_one_text_are_in_its_group() -> None:
    b, c = pair("a", "b", "inside", 1.0, 0.3), pair("a", "c", "inside", 1.0, 0.4)
    assert grouped(b, c) == {"a": {"a", "b", "c"}}


def test_two_texts_in_one_story_stay_two() -> None:
    found = grouped(pair("a", "m", "inside", 1.0, 0.3, 150), pair("b", "m", "inside", 1.0, 0.4, 190))
    assert found == {"a": {"a", "m"}, "b": {"b", "m"}}
    (listed,) = [p.group for p in places([pair("a", "m", "inside", 1, 0.3, 150), pair("b", "m", "inside", 1, 0.4, 190)])
                 if p.text == "m" and p.main]  # fmt: skip
    assert listed == "b"


def test_a_story_does_not_hold_what_only_another_version_of_it_holds() -> None:
    found = places([pair("host", "with"), pair("agency", "with", "inside", 1.0, 0.35)])
    assert {(p.text, p.group, p.whole, p.main) for p in found} == {
        ("host", "host", True, True),
        ("with", "host", True, True),
        ("agency", "agency", True, True),
        ("with", "agency", False, False),
    }


def test_a_cut_of_a_cut_is_the_same_text() -> None:
    pairs = (pair("cut", "whole", "inside", 1.0, 0.4), pair("brief", "cut", "inside", 1.0, 0.4))
    assert grouped(*pairs) == {"brief": {"brief", "cut", "whole"}}


def test_passages_join_only_where_each_is_shared_with_every_other() -> None:
    chain = (pair("a", "b", "passage", 0.4, 0.4, 120), pair("b", "c", "passage", 0.4, 0.4, 110))
    assert grouped(*chain) == {"a": {"a", "b"}, "c": {"c"}}
    assert grouped(*chain, pair("a", "c", "passage", 0.4, 0.4)) == {"a": {"a", "b", "c"}}


def test_the_order_of_pairs_never_matters() -> None:
    pairs = [
        pair("a", "b"), pair("a", "m", "inside", 1, 0.3), pair("c", "m", "inside", 1, 0.3),
        pair("c", "d", "passage", 0.3, 0.4), pair("d", "e", "passage", 0.3, 0.4),
    ]  # fmt: skip
    assert len({tuple(places(order)) for order in permutations(pairs)}) == 1


def test_a_group_is_called_after_its_oldest_report_and_short_texts_are_in_none() -> None:
    texts = [TextOf("x", "r2", "2031-04-02", 90), TextOf("x", "r1", "2031-04-03", 90), TextOf("", "r3", None, 0),
             TextOf("", "r4", None, 0), TextOf("y", "r5", "2031-04-01", 300)]  # fmt: skip
    found = groups(texts, [pair("x", "y", "inside", 1.0, 0.3)])
    assert {(p.report, p.group, p.whole) for p in found} == {
        ("r2", "r2", True),
        ("r1", "r2", True),
        ("r5", "r2", False),
    }
    assert {p.group for p in groups(texts, [])} == {"r2"}


def test_a_text_that_shares_a_passage_with_only_some_of_a_group_is_in_none() -> None:
    texts = [TextOf(name, f"r{name}", "2031-04-02", 90) for name in "abc"]
    chain = (pair("a", "b", "passage", 0.4, 0.4, 120), pair("b", "c", "passage", 0.4, 0.4, 110))
    assert {p.report for p in groups(texts, chain)} == {"ra", "rb"}


def test_ten_copies_are_one_text() -> None:
    printed = {f"r{n}": (Printed(f"r{n}", "r0", True, True),) for n in range(10)}
    printed["longer"] = (Printed("longer", "r0", False, True),)
    assert independent([*printed, "own"], printed) == 2
    assert independent(["longer", "own"], printed) == 2


def test_a_story_that_holds_two_texts_adds_none_to_them() -> None:
    printed = {
        "a": (Printed("a", "a", True, True),),
        "b": (Printed("b", "b", True, True),),
        "m": (Printed("m", "a", False, True), Printed("m", "b", False, False)),
        "n": (Printed("n", "b", False, True),),
    }
    assert independent(["a", "b", "m", "n"], printed) == 2
    assert independent(["m", "n"], printed) == 1
    assert independent(["a", "n"], printed) == 2
