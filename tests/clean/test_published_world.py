"""What holds of the world dates a text that prints no date: here of an invented world."""

import time

import pytest

from onrecord.clean.published_world import LONGEST, placed
from onrecord.clean.world import World, made
from onrecord.model.report import Zone
from onrecord.model.span import Span
from onrecord.model.terms import ZoneKind


def office(office: str, title: str, name: str, first: str, last: str) -> dict[str, str]:
    return {"office": office, "title": title, "name": name, "from": first, "to": last, "source": "test"}


def event(event: str, words: str, days: str, told: str = "", near: str = "") -> list[dict[str, str]]:
    rows = []
    for day in days.split():
        first, _, last = day.partition("/")
        rows.append({"event": event, "words": words, "near": near, "told": told, "from": first, "to": last})
    return rows


BESIDE = " President John Ryl sat beside Finance Minister Eva Lund. President Ryl left early."
"""One clue alone is never believed."""


def world(ryl: str = "John Ryl") -> World:
    return made(
        [
            office("president of Ardvania", "president", ryl, "2021-01-01", "2029-12-31"),
            office("foreign minister of Ardvania", "foreign minister", "Ann Orlen", "2021-05-01", "2025-03-04"),
            office("foreign minister of Ardvania", "foreign minister", "Tom Vask", "2025-03-05", "2025-06-30"),
            office("finance minister of Ardvania", "finance minister", "Eva Lund", "2025-03-01", "2025-07-10"),
            office("candidate for president of Ardvania in 2028", "candidate", "Ina Sorel", "2027-09-01", "2028-06-30"),
            office("candidate for president of Ardvania in 2028", "candidate", "Leo Maart", "2027-11-01", "2028-02-10"),
        ],
        [
            *event("Lenna vote", "Lenna vote|vote in Lenna", "2024-05-07 2028-05-09", "yes"),
            *event("fire of Velday", "Velday", "2025-04-09", near="fire|burned"),
            *event("congress of Torvela", "Torvela congress", "2025-05-12/2025-05-15", "yes"),
        ],
    )


def days(text: str, zones: tuple[Zone, ...] = (), known: World | None = None) -> tuple[str, str] | None:
    found = placed(zones, text, known or world())
    return (found.reading.start, found.reading.end) if found else None


def test_titles_are_of_the_time_in_which_they_are_held() -> None:
    found = placed((), "Foreign Minister Tom Vask met miners." + BESIDE, world())
    assert found is not None
    assert "2025-02-25" <= found.reading.start <= "2025-03-15"
    assert "2025-06-15" <= found.reading.end <= "2025-07-10"
    assert found.confidence == 0.75
    assert "“Foreign Minister Tom Vask” (0–25)" in found.note


@pytest.mark.parametrize(
    "words",
    ["the foreign minister, Tom Vask,", "Tom Vask, the foreign minister,", "Ardvanian Foreign Minister Vask"],
)
def test_a_title_stands_before_the_name_or_after_it(words: str) -> None:
    assert days(f"On the bridge stood {words} and waved." + BESIDE) is not None
    assert days("On the bridge stood a man and waved." + BESIDE) is None


@pytest.mark.parametrize(
    "text",
    [
        "Former Foreign Minister Tom Vask met miners.",
        "The possible foreign minister Tom Vask met miners.",
        "The deputy foreign minister Tom Vask met miners.",
        "The late foreign minister Tom Vask was honoured.",
        "In 2026, Foreign Minister Tom Vask was a student.",
        "Foreign Minister Tom Vaskel met miners.",
        "Tom Vask met miners on Tuesday.",
        "It fell on Tuesday.",
        "",
    ],
)
def test_what_says_nothing_of_the_time_adds_nothing(text: str) -> None:
    assert days(text + BESIDE) is None


def test_one_clue_alone_is_not_believed() -> None:
    assert days("Foreign Minister Tom Vask met miners.") is None
    assert days("The fire in Velday is out.") is None


def test_an_event_that_is_past_and_one_that_is_ahead_hold_a_report_between_them() -> None:
    text = "Foreign Minister Tom Vask went home after the fire in Velday. He will speak at the Torvela congress."
    found = days(text)
    assert found is not None and found[0] >= "2025-04-05" and found[1] <= "2025-05-19"


def test_a_weekday_beside_an_event_that_was_on_it_gives_the_week() -> None:
    text = "Foreign Minister Ann Orlen was pleased after {} Lenna vote. President John Ryl was not. President Ryl left."
    found = days(text.format("Tuesday’s"))
    assert found is not None and found[0] >= "2024-05-03" and found[1] <= "2024-05-17"
    assert days(text.format("Friday’s")) != found


def test_a_day_without_its_year_counts_within_a_term() -> None:
    text = "Foreign Minister Tom Vask was in Lenna on April 20. He will speak there on May 4." + BESIDE
    found = days(text)
    assert found is not None and found[0] >= "2025-04-16" and found[1] <= "2025-05-08"


def test_those_who_stand_against_each_other_date_their_race() -> None:
    text = "Candidate Leo Maart leads Ina Sorel in the presidential race. The Maart campaign is loud."
    found = days(text)
    assert found is not None and found[0] >= "2027-10-20" and found[1] <= "2028-02-20"


def test_a_name_is_written_with_a_capital() -> None:
    text = "Foreign Minister Tom Vask went home after the fire in {}. He will speak at the Torvela congress."
    assert days(text.format("velday")) != days(text.format("Velday"))


def test_what_excludes_one_another_gives_nothing() -> None:
    text = "Foreign Minister Tom Vask smiled. Candidate Leo Maart and candidate Ina Sorel smiled."
    assert days(text) is None


def test_furniture_says_nothing() -> None:
    text = "It fell.\n\nForeign Minister Tom Vask met miners." + BESIDE
    assert days(text) is not None
    assert days(text, (Zone(ZoneKind.FURNITURE, Span(10, len(text))),)) is None


def test_names_change_nothing_but_the_names() -> None:
    text = "President {0} spoke after the fire in Velday. Foreign Minister {1} will be at the Torvela congress."
    one = days(text.format("John Ryl", "Tom Vask"))
    other = days(text.format("Ula Bren", "Tom Vask"), known=world(ryl="Ula Bren"))
    assert one == other is not None


@pytest.mark.parametrize("part", [", ", "on April 9 ", "Leo Maart, ", "a b ", "Velday fire ", "\n", "Lenna vote next "])
def test_a_hostile_text_takes_no_longer(part: str) -> None:
    begun = time.monotonic()
    placed((), "Foreign Minister Tom Vask " + part * (2 * LONGEST // len(part)), world())
    assert time.monotonic() - begun < 20
