"""The view: questions, filters, ids, counts."""

import gc
import sys
from dataclasses import replace
from itertools import pairwise

import pytest

from onrecord.errors import NotFound, UsageError
from onrecord.ledger import DoubtFilter, ReportFilter, StatementFilter
from onrecord.model.report import Zone
from onrecord.model.span import Span
from onrecord.model.terms import Act, Nameless, ZoneKind
from tests.ledger.making import analysis, capture_and_report, day, ledger_of, made, statement, time


@pytest.fixture
def view(tmp_path):
    capture, report = capture_and_report(
        "It rained, sources warned.", outlet="Times", origin="b.txt", published=day("2031-05-02")
    )
    nobody = statement(
        report, None, "warned", "It rained", act=Act.WARN, nameless=Nameless.SOURCE, reason="nobody named"
    )
    first = made(published=day("2031-04-09T08:00:00Z"))
    with ledger_of(
        tmp_path, first, (capture, report, analysis(report, nobody)), made("No date.", origin="c.txt")
    ) as ledger:
        yield ledger.view


@pytest.mark.parametrize(
    ("which", "number"),
    [
        ({}, 2),
        ({"speaker": "ana RUIZ"}, 1),
        ({"outlet": "Times"}, 1),
        ({"act": "warn"}, 1),
        ({"mode": "mixed"}, 0),
        ({"zone": "body", "band": "likely", "status": "machine", "analyser": "rules 1"}, 2),
        ({"nameless": "source"}, 1),
        ({"without_speaker": True}, 1),
        ({"without_speaker": False}, 1),
        ({"since": "2031-04-10"}, 1),
        ({"until": "2031-04"}, 1),
        ({"since": "2031-04-09", "until": "2031-04-09"}, 1),
        ({"since": "2032"}, 0),
    ],
)
def test_a_filter_narrows_statements(view, which, number):
    rows = list(view.statements(StatementFilter(**which)))
    assert len(rows) == number
    assert rows == sorted(rows, key=lambda row: row["id"])


@pytest.mark.parametrize(
    ("which", "number"),
    [({}, 3), ({"outlet": "Post"}, 2), ({"undated": True}, 1), ({"since": "2031-05"}, 1), ({"genre": "prose"}, 3)],
)
def test_a_filter_narrows_reports(view, which, number):
    assert len(list(view.reports(ReportFilter(**which)))) == number


def test_a_doubt_shows_the_words_it_is_about(view):
    (row,) = view.doubts(DoubtFilter(disposition="dropped", rule="no-cue"))
    assert row["exact"] == "it seems" == view.text(row["report"])[slice(*row["span"])]
    assert view.doubt(row["id"][:5]) == row


def test_the_beginning_of_an_id_is_enough(view):
    for row in view.statements():
        assert view.entry(row["id"][:6].upper()) == row
        assert view.statement(row["id"]).id == row["id"]


@pytest.mark.parametrize("beginning", ["", " ", "zz", "0123456789abcdef", "%", "'"])
def test_an_id_that_is_not_there_is_named(view, beginning):
    for ask in (view.entry, view.doubt, view.text, view.report):
        with pytest.raises(NotFound):
            ask(beginning)


def test_an_id_that_is_not_unique_is_named(tmp_path):
    items = [made(f"Report {number}.", origin=f"{number}.txt") for number in range(17)]
    with ledger_of(tmp_path, *items) as ledger:
        ids = sorted(item[1].id for item in items)
        shared = next(a[0] for a, b in pairwise(ids) if a[0] == b[0])
        with pytest.raises(NotFound, match="several ids begin so"):
            ledger.view.text(shared)


def test_utf16_and_bytes_count_as_browsers_and_files_do(view):
    text = made()[1].text
    for row in view.spans():
        whole = view.text(row["report"])
        assert whole.encode()[row["byte_start"] : row["byte_end"]].decode() == row["exact"]
        units = whole.encode("utf-16-le")[2 * row["utf16_start"] : 2 * row["utf16_end"]]
        assert units.decode("utf-16-le") == row["exact"]
        assert row["prefix"] + row["exact"] + row["suffix"] in whole
    assert "😀" in text


def test_stale_is_what_another_analyser_version_or_settings_wrote(view):
    assert view.stale("rules 1", "0123456789abcdef") == []
    assert len(view.stale("rules 2", "0123456789abcdef")) == 3
    assert len(view.stale("rules 1", "f" * 16)) == 3
    row = next(view.reports())
    assert view.is_current(row["id"], row["text"], "rules 1", "0123456789abcdef")
    assert not view.is_current(row["id"], "other", "rules 1", "0123456789abcdef")


def test_info_counts_everything_with_reasons(view):
    info = view.info()
    assert (info.reports, info.captures, info.outlets, info.undated) == (3, 3, 2, 1)
    assert (info.found, info.attributed, info.named, info.statements) == (3, 1, 1, 2)
    assert info.without_speaker == (("nobody named", 1),)
    assert info.dropped == (("nobody speaks", 1),)
    assert info.analysers == (("rules 1", 2),)


def test_a_report_is_held_until_it_is_read_or_analysed_otherwise(tmp_path):
    capture, report, found = made()
    settings = found.settings
    with ledger_of(tmp_path, (capture, report, found)) as ledger:
        assert ledger.view.holds(capture, report, "rules 1", settings)
        assert not ledger.view.holds(capture, report, "rules 2", settings)
        assert not ledger.view.holds(*made("New.")[:2], "rules 1", settings)
        other = replace(report, zones=(Zone(ZoneKind.BODY, Span(15, len(report.text))),))
        assert not ledger.view.holds(capture, other, "rules 1", settings)
        ledger.writer.record(capture, other, found)
        assert ledger.view.holds(capture, other, "rules 1", settings)
        assert ledger.view.report(report.id).zones == other.zones
        assert ledger.verify() == []


def test_a_reading_that_loses_to_the_one_kept_is_held(tmp_path):
    page, text = made(media_type="text/html"), made(origin="b.txt")
    with ledger_of(tmp_path, page) as ledger:
        assert ledger.view.holds(*text[:2], "rules 1", text[2].settings)


def test_rows_that_nobody_read_to_the_end_make_no_noise_when_the_ledger_is_closed(tmp_path):
    noise = []
    hook, sys.unraisablehook = sys.unraisablehook, noise.append
    try:
        with ledger_of(tmp_path, made(), made("Another one.", origin="b.txt")) as ledger:
            rows = ledger.view.reports()
            next(rows)
        del rows
        gc.collect()
    finally:
        sys.unraisablehook = hook
    assert noise == []


@pytest.mark.parametrize("date", ["", "foo", "2031-4", "2031-13", "9 April 2031"])
def test_what_is_no_date_narrows_nothing_in_silence(view, date):
    for which in (ReportFilter(since=date), StatementFilter(until=date)):
        with pytest.raises(UsageError, match="not a date"):
            list(view.reports(which) if isinstance(which, ReportFilter) else view.statements(which))


def test_a_statement_says_when_it_was_said_apart_from_when_it_was_printed(tmp_path):
    text = "On Monday Ana Ruiz said “yes”. Ana Ruiz added “no”. Bo Lind said “maybe”."
    capture, report = capture_and_report(text, published=day("2031-04-09"))
    first = statement(report, "Ana Ruiz", "said", "“yes”")
    second = statement(report, "Ana Ruiz", "added", "“no”")
    other = statement(report, "Bo Lind", "Lind said", "“maybe”")
    monday = time(
        report,
        "Monday",
        statement=first.id,
        dates_saying=True,
        value="2031-04-07",
        start="2031-04-07",
        end="2031-04-07",
    )
    with ledger_of(tmp_path, (capture, report, analysis(report, first, second, other, times=(monday,)))) as ledger:
        said = {row["id"]: (*row["said"].values(),) for row in ledger.view.statements()}
        assert ledger.view.entry(first.id)["said"]["start"] == "2031-04-07"
    assert said[first.id][:3] == ("2031-04-07", "2031-04-07", "printed")
    assert said[second.id][:3] == ("2031-04-07", "2031-04-07", "inferred")
    assert said[other.id][:3] == ("2031-04-06", "2031-04-09", "inferred")
