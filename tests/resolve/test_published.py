"""Days of undated reports follow from dated ones, and from nothing else."""

import pytest

from onrecord.model.inferred import Dateless, Happened
from onrecord.model.span import Span
from onrecord.resolve.published import inferred


def event(report: str, words: str, exact: str, expression: str, day: str | None = None, at: int = 0) -> Happened:
    return Happened(report, Span(at, at + 5), exact, words, expression, day is None, day, day)


UNDATED = Dateless("u", "", ())
SHELLED = event("a", "Ardvanian troops shelled the port of Velday", "Monday", "2031-04-07", "2031-04-07")


def test_a_weekday_beside_an_event_that_another_report_dates_gives_a_week() -> None:
    mine = event("u", "Ardvanian troops shelled the port", "on Monday", "XXXX-WXX-1<")
    found = inferred([UNDATED], [SHELLED, mine])["u"]
    assert (found.start, found.end, found.confidence) == ("2031-04-07", "2031-04-13", 0.6)
    assert "“on Monday” stands beside what a dates 2031-04-07" in found.reason


def test_a_second_clue_narrows_and_makes_surer() -> None:
    yesterday = event("u", "Torvelan drones hit the bridge at Lenna", "yesterday", "day-1", at=40)
    hit = event("b", "Torvelan drones hit the bridge at Lenna", "2031-04-08", "2031-04-08", "2031-04-08")
    mine = event("u", "Ardvanian troops shelled the port", "on Monday", "XXXX-WXX-1<")
    found = inferred([UNDATED], [SHELLED, hit, mine, yesterday])["u"]
    assert (found.start, found.end, found.confidence) == ("2031-04-09", "2031-04-09", 0.75)


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("Ardvanian troops shelled the port", "day+0"),  # copied as it stands
        ("Ardvanian troops shelled the port", "year+0"),  # says too little
        ("troops shelled the port", "XXXX-WXX-1<"),  # names nobody
        ("Ardvanian ministers said the port was shelled", "XXXX-WXX-1<"),  # speech
        ("Ardvanian voters left", "XXXX-WXX-1<"),  # something else
    ],
)
def test_what_says_little_or_another_thing_is_no_clue(words: str, expression: str) -> None:
    assert inferred([UNDATED], [SHELLED, event("u", words, "then", expression)]) == {}


@pytest.mark.parametrize(
    ("own", "days"),
    [
        (("2031-04-01", "2031-04-09"), ("2031-04-07", "2031-04-09")),
        (("2031-04-10", "2031-06-30"), ("2031-04-10", "2031-04-13")),
        (("2030-01-01", "2030-03-31"), ("2031-04-07", "2031-04-13")),
    ],
)
def test_what_its_own_text_leaves_narrows_and_gives_way_to_dated_reports(
    own: tuple[str, str], days: tuple[str, str]
) -> None:
    mine = event("u", "Ardvanian troops shelled the port", "on Monday", "XXXX-WXX-1<")
    found = inferred([UNDATED._replace(own=own)], [SHELLED, mine])["u"]
    assert (found.start, found.end) == days
    assert inferred([UNDATED._replace(own=own)], []) == {}


def test_clues_that_exclude_one_another_give_nothing() -> None:
    monday = event("u", "Ardvanian troops shelled the port", "on Monday", "XXXX-WXX-1<")
    later = event("u", "Torvelan drones hit the bridge", "yesterday", "day-1", at=40)
    hit = event("b", "Torvelan drones hit the bridge", "2031-05-08", "2031-05-08", "2031-05-08")
    assert inferred([UNDATED], [SHELLED, hit, monday, later]) == {}


def test_an_undated_report_dates_no_other() -> None:
    mine = event("u", "Ardvanian troops shelled the port", "on Monday", "XXXX-WXX-1<")
    other = SHELLED._replace(report="v")
    assert inferred([UNDATED, Dateless("v", "", ())], [other, mine]) == {}


def test_a_copy_is_of_the_days_of_those_that_print_its_text() -> None:
    days = (("a", "2031-04-07", "2031-04-07"), ("b", "2031-04-08T10:00:00Z", "2031-04-08T10:00:00Z"))
    found = inferred([Dateless("u", "", days)], [])["u"]
    assert (found.start, found.end, found.confidence) == ("2031-04-06", "2031-04-09", 0.8)
    assert inferred([Dateless("u", "", (*days, ("c", "2031-06-01", "2031-06-01")))], []) == {}


def test_a_day_in_a_row_counts_from_the_day_on_which_another_report_has_it_begin() -> None:
    began = event("a", "The siege of Velday began", "3 April", "2031-04-03", "2031-04-03")
    told = Dateless("u", "On the ninth day of the siege of Velday bread ran out.", ())
    found = inferred([told], [began])["u"]
    assert (found.start, found.end, found.confidence) == ("2031-04-11", "2031-04-12", 0.5)
    assert inferred([told._replace(text="the ninth day of the siege of Lenna")], [began]) == {}
