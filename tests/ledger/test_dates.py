"""Dates that people write to correct a report."""

import pytest

from onrecord.errors import UsageError
from onrecord.ledger.dates import date_range


@pytest.mark.parametrize(
    ("words", "range"),
    [
        ("2031-04-09", "2031-04-09"),
        ("2031-02", "2031-02-01/2031-02-28"),
        ("2031", "2031-01-01/2031-12-31"),
        ("2031-04-09/2031-04-11", "2031-04-09/2031-04-11"),
        ("2031-03/2031-04", "2031-03-01/2031-04-30"),
        ("2031-04-09T10:30:00+02:00", "2031-04-09T08:30:00Z"),
    ],
)
def test_a_date_is_a_range_of_days_or_an_instant(words, range):
    assert date_range(words) == range


@pytest.mark.parametrize(
    "words",
    [
        "",
        "April",
        "2031-13",
        "2031-02-30",
        "2031-04-09T10:30",
        "09/04/2031",
        "2031-05/2031-04",
        "/",
        "9999-12-31T23:59:59-12:00",
    ],
)
def test_what_is_no_date_is_refused_with_an_example(words):
    with pytest.raises(UsageError, match=r"2031|earlier"):
        date_range(words)
