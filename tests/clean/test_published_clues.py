"""What the day of publication is worked out from where nobody states it."""

from datetime import date

import pytest

from onrecord.clean.published import choose_published
from onrecord.clean.published_clues import address_day
from onrecord.model.report import UNKNOWN_DATE, DateValue, Given, Zone
from onrecord.model.span import Span
from onrecord.model.terms import DateMethod, ZoneKind


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/2031/04/09/bridge-falls", date(2031, 4, 9)),
        ("https://news.example/world/2031/apr/09/bridge", date(2031, 4, 9)),
        ("https://news.example/bridge-2031-04-09.html", date(2031, 4, 9)),
        ("https://news.example/a/20310409/bridge", date(2031, 4, 9)),
        ("https://news.example/2031/04/bridge", None),
        ("https://news.example/bridge?date=2031-04-09", None),
        ("https://news.example/2031/02/30/bridge", None),
        ("https://news.example/2031/04/09/from-2030-04-08", None),
    ],
)
def test_the_path_of_an_address_may_name_a_day(url: str, day: date | None) -> None:
    assert address_day(url) == day


def chosen(line: str, body: str, kind: ZoneKind = ZoneKind.DATELINE, url: str = "") -> DateValue:
    text = f"{line}\n\n{body}"
    zones = [Zone(kind, Span(0, len(line))), Zone(ZoneKind.BODY, Span(len(line) + 2, len(text)))]
    return choose_published([Given("url", url, "page")] if url else [], zones, text)[0]


def test_a_weekday_gives_a_day_its_year_near_the_years_of_the_text() -> None:
    found = chosen("TORVELA, Wednesday, April 9 —", "The bridge, built in 2030, fell.")
    assert found == DateValue("2031-04-09", "2031-04-09", DateMethod.INFERRED, 0.8)


def test_a_full_date_near_by_gives_a_day_its_year() -> None:
    found = chosen("TORVELA, April 9 (Wire) —", "The bridge was closed on March 30, 2031.")
    assert found == DateValue("2031-04-09", "2031-04-09", DateMethod.INFERRED, 0.6)


def test_a_day_without_a_year_is_not_completed_from_nothing() -> None:
    assert chosen("TORVELA, April 9 —", "The bridge fell.") == UNKNOWN_DATE
    assert chosen("TORVELA, April 9 —", "The bridge was built in 2030.") == UNKNOWN_DATE


def test_what_is_printed_and_the_address_make_each_other_sure() -> None:
    line, url = "April 9, 2031", "https://news.example/2031/04/09/bridge"
    assert chosen(line, "The bridge fell.", ZoneKind.BYLINE).confidence == 0.85
    assert chosen(line, "The bridge fell.", ZoneKind.BYLINE, url).confidence == 0.95


def test_the_day_of_an_update_gives_way_to_the_address() -> None:
    found = chosen("By Ann Orlen Updated Apr 12, 2031", "It fell.", ZoneKind.BYLINE, "https://n.example/2031/04/09/b")
    assert (found.start, found.method) == ("2031-04-09", DateMethod.INFERRED)


def test_the_null_date_of_programs_is_no_date() -> None:
    assert choose_published([Given("published", "0001-01-01T00:00:00", "page")], [], "It fell.")[0] == UNKNOWN_DATE
