"""Numbers are read with their value, their bounds and what limits them."""

import pytest

from onrecord.analyse.numbers import Number, numbers
from onrecord.model.span import Span


def read(text: str) -> list[Number]:
    return list(numbers(text, Span(0, len(text))))


def only(text: str) -> Number:
    found = read(text)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("forty-one people", 41), ("two hundred and twelve thousand people", 212_000),
        ("half a million tents", 500_000),
        ("1,100 people", 1100), ("$67m", 67_000_000), ("3.3 million tonnes", 3_300_000), ("a dozen men", 12),
        ("half a dozen men", 6), ("63 percent", 63), ("2½ years", 2.5), ("the 21st floor", 21),
        ("a third of them", 1 / 3), ("4 000 people", 4000), ("1\u202f250\u202f000 people", 1_250_000),
        ("3,5 million crowns", 3_500_000), ("3,5 per cent", 3.5),
    ],
)  # fmt: skip
def test_words_and_digits_have_their_value(text: str, value: float) -> None:
    assert only(text).value == pytest.approx(value, abs=1e-5)


@pytest.mark.parametrize(
    ("text", "hedge", "low", "high"),
    [
        ("at least 12 people", "at-least", 12, None), ("as many as 20 people", "at-most", None, 20),
        ("more than 600 shops", "more-than", 600, None), ("just under four months", "less-than", None, 4),
        ("some 3,000 students", "about", None, None), ("40 or more", "at-least", 40, None),
        ("between 3 and 5 men", "range", 3, 5), ("10-12 boats", "range", 10, 12),
        ("from 12 to 15 cars", "range", 12, 15),
        ("$5 to $10 million", "range", 5e6, 1e7), ("dozens of tents", "vague", 24, None),
        ("several hundred people", "vague", 200, None), ("two people", "exact", None, None),
    ],
)  # fmt: skip
def test_what_limits_a_number_gives_its_bounds(text: str, hedge: str, low: float | None, high: float | None) -> None:
    number = only(text)
    assert (str(number.hedge), number.low, number.high) == (hedge, low, high)


def test_two_values_of_one_quantity_that_changed_are_no_range() -> None:
    assert [n.value for n in read("It raised the number from 47 to 55.")] == [47, 55]


def test_the_span_leaves_the_hedge_out_and_keeps_sign_and_percent() -> None:
    text = "about $3.3 million and nearly 6 percent"
    assert [n.span.cut(text) for n in read(text)] == ["$3.3 million", "6 percent"]


def test_a_number_behind_a_day_of_a_month_is_its_own() -> None:
    assert [n.value for n in read("On May 12 500 people came.")] == [12, 500]


@pytest.mark.parametrize(
    "text", ["an AK-47", "at 10:30", "on 9/11", "the P5+1", "see #3", "a few people", "scores were level"]
)
def test_parts_of_other_words_are_no_numbers(text: str) -> None:
    assert read(text) == []


def test_a_number_far_into_a_long_text_is_found_where_it_stands() -> None:
    text = "word " * 500 + "at least 12 people " + "word " * 500
    assert only(text).span.cut(text) == "12"
