import pytest

from onrecord.clean.assemble import assemble
from onrecord.clean.dates import parse
from onrecord.model.offsets import literal_map
from onrecord.model.report import Capture, Given, Report
from onrecord.model.terms import DateMethod

DAY = "2031-04-09"


def report(*given: Given, text: str = "Nobody answered.") -> Report:
    capture = Capture(text.encode(), "text/plain", "note.txt", given=given)
    return assemble(capture, text, literal_map(text, "utf-8"), ())


@pytest.mark.parametrize(
    "written",
    [
        "2031-04-09",
        "20310409",
        "2031/04/09",
        "2031-04-09 08:30",
        "April 9, 2031",
        "Apr. 9th, 2031",
        "9 April 2031 14:05",
        "Wednesday 9 Apr 2031",
        "the 9th of April 2031",
        "Wed, 09 Apr 2031 08:30:00",
    ],
)
def test_one_day_is_read_from_many_ways_of_writing_it(written: str) -> None:
    reading = parse(written)
    assert reading is not None and (reading.start, reading.end, reading.doubt) == (DAY, DAY, None)


@pytest.mark.parametrize(
    "written",
    [
        "2031-04-09T23:30:00-05:00",
        "2031-04-09 23:30:00 -0500",
        "Wed, 09 Apr 2031 23:30:00 EST",
        "2031-04-10T04:30:00.7Z",
    ],
)
def test_an_instant_with_its_zone_is_told_in_utc(written: str) -> None:
    reading = parse(written)
    assert reading is not None and reading.start == "2031-04-10T04:30:00Z"


@pytest.mark.parametrize(
    "written", ["yesterday", "2031-13-01", "32 May 2031", "from 1 to 2 May", "1 May 2031 and 2 May 2031", "9 April", ""]
)
def test_what_is_no_single_date_is_not_read(written: str) -> None:
    assert parse(written) is None


def test_seconds_since_1970_are_read_where_they_are_likely() -> None:
    assert parse("1933489800") == parse("1933489800123") == parse("2031-04-09T08:30:00Z")
    assert parse("1234") is None


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("April 2031", "2031-04-01", "2031-04-30"),
        ("2031-12", "2031-12-01", "2031-12-31"),
        ("2031", "2031-01-01", "2031-12-31"),
    ],
)
def test_a_month_or_a_year_is_the_range_of_its_days(written: str, start: str, end: str) -> None:
    assert parse(written) == (start, end, None)


def test_figures_in_either_order_give_both_days_and_a_note() -> None:
    found = report(Given("date", "03/04/2031", "sidecar"))
    assert (found.published.start, found.published.end, found.published.confidence) == ("2031-03-04", "2031-04-03", 0.5)
    assert "2031-03-04 or 2031-04-03" in found.notes[0]


def test_a_weaker_origin_that_names_a_day_inside_a_range_makes_it_exact() -> None:
    found = report(Given("date", "03/04/2031", "sidecar"), Given("published", "2031-04-03", "page"))
    assert (found.published.start, found.published.end, found.published.method) == (
        "2031-04-03",
        "2031-04-03",
        DateMethod.PAGE,
    )


def test_a_weaker_origin_never_overrules_a_stronger_one() -> None:
    found = report(Given("published", DAY, "page"), Given("published", "2031-05", "correction"))
    assert (found.published.start, found.published.end) == ("2031-05-01", "2031-05-31")
    assert len(found.metadata) == 2


def test_a_date_that_cannot_be_read_is_noted_and_stays_unknown() -> None:
    found = report(Given("published", "last week", "option"))
    assert found.published.method is DateMethod.UNKNOWN and "'last week'" in found.notes[0]


def test_dates_in_the_body_are_no_date_of_publication() -> None:
    assert report(text="The fire broke out on 9 April 2031.").published.method is DateMethod.UNKNOWN
