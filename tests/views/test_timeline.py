"""What the timeline calls planned, what it is narrowed to, and how a vague number is printed."""

from pathlib import Path

import pytest

from onrecord.ledger import Ledger, TimeFilter
from onrecord.model.terms import Happening, Hedge, ZoneKind
from onrecord.views.entry import amount
from onrecord.views.timeline import events
from tests.ledger.making import analysis, capture_and_report, day, figure, ledger_of, span, time

TEXT = "The vote was on Tuesday. A meeting is scheduled for Friday. The fleet will sail on Monday."


def dated(words: str, event: str, on: str, happening: Happening | None = None) -> dict[str, object]:
    return {"words": words, "value": on, "start": on, "end": on, "event": (span(TEXT, event),), "happening": happening}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    capture, report = capture_and_report(TEXT, published=day("2031-04-09"))
    times = (
        dated("Tuesday", "vote", "2031-04-08"),
        dated("Friday", "scheduled", "2031-04-11"),
        dated("Monday", "sail", "2031-04-14", Happening.PLANNED),
    )
    return ledger_of(tmp_path, (capture, report, analysis(report, times=tuple(time(report, **t) for t in times))))


def test_what_was_to_come_when_it_was_printed_is_planned(ledger: Ledger) -> None:
    assert [(e.exact, e.happening) for e in events(ledger.view)] == [
        ("vote", "happened"),
        ("scheduled", "planned"),
        ("sail", "planned"),
    ]


def test_the_timeline_is_narrowed_to_what_it_shows(ledger: Ledger) -> None:
    planned = events(ledger.view, TimeFilter(dated=True, happening="planned"))
    assert [e.exact for e in planned] == ["scheduled", "sail"]
    assert [e.exact for e in events(ledger.view, TimeFilter(dated=True, happening="happened"))] == ["vote"]


def test_a_vague_number_stays_in_its_own_words(tmp_path: Path) -> None:
    capture, report = capture_and_report("Hundreds were hurt.")
    vague = figure(report, "Hundreds", value=100.0, minimum=100.0, hedge=Hedge.VAGUE)
    with ledger_of(tmp_path, (capture, report, analysis(report, figures=(vague,)))) as ledger:
        assert [amount(row) for row in ledger.view.figures()] == ["Hundreds"]


def test_what_holds_since_a_day_reaches_to_the_day_of_the_report(tmp_path: Path) -> None:
    capture, report = capture_and_report("The port has been closed since Monday.", published=day("2031-04-09"))
    port = (span(report.text, "The port has been closed"),)
    monday = time(
        report,
        "Monday",
        value="2031-04-07",
        start="2031-04-07",
        end="2031-04-07",
        event=port,
        features=(("bound", "since"),),
    )
    with ledger_of(tmp_path, (capture, report, analysis(report, times=(monday,)))) as ledger:
        (found,) = events(ledger.view)
    assert (found.start, found.end, found.known) == (
        "2031-04-07", "2031-04-09", "“since Monday”, counted from the day of publication"
    )  # fmt: skip


def test_a_sentence_is_one_line_for_one_day_and_captions_are_none(tmp_path: Path) -> None:
    text = "On Monday the council met and on Monday night Berin left."
    capture, report = capture_and_report(text, published=day("2031-04-09"))
    on = {"value": "2031-04-07", "start": "2031-04-07", "end": "2031-04-07"}
    met = time(report, "Monday", event=(span(text, "met"),), **on)
    left = time(report, "Monday night", event=(span(text, "left"),), **on)
    below = time(report, "night", event=(span(text, "council"),), zone=ZoneKind.CAPTION, **on)
    with ledger_of(tmp_path, (capture, report, analysis(report, times=(met, left, below)))) as ledger:
        assert [len(one.rows) for one in events(ledger.view)] == [2]
