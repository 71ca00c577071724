"""How dates read on pages."""

import pytest

from onrecord.views.page_words import stretch


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2031-04-09", "2031-04-09", "9 April 2031"),
        ("2030-05-01", "2030-05-31", "May 2030"),
        ("2030-12-01", "2030-12-31", "December 2030"),
        ("2029-01-01", "2029-12-31", "2029"),
        ("2029-01-01", "2031-12-31", "1 January 2029 to 31 December 2031"),
        ("2030-09-01", "2030-11-30", "1 September 2030 to 30 November 2030"),
        ("9999-01-01", "9999-12-31", "1 January 9999 to 31 December 9999"),
    ],
)
def test_a_whole_month_or_year_goes_by_its_name(start: str, end: str, words: str) -> None:
    assert stretch(start, end) == words
