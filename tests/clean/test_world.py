"""The shipped tables are well formed, and are read as they stand."""

import re
from datetime import date

import pytest

from onrecord.clean.world import OPEN, rows, shipped, tokens, words_at

OFFICES, EVENTS = rows("world_offices.csv"), rows("world_events.csv")


def words(text: str) -> list[str]:
    return [token.word for token in tokens(text)]


def test_every_office_has_a_title_a_name_and_days_in_order() -> None:
    for row in OFFICES:
        assert row["office"] and row["title"] and row["name"], row
        assert date.fromisoformat(row["from"]) < (date.fromisoformat(row["to"]) if row["to"] else OPEN), row
        assert row["source"] == "memory"


def test_every_event_is_told_in_some_way_in_its_first_row() -> None:
    told = set()
    for row in EVENTS:
        assert row["words"] if row["event"] not in told else not row["words"], row
        told.add(row["event"])
        assert date.fromisoformat(row["from"]) <= date.fromisoformat(row["to"] or row["from"]), row
        assert row["told"] in {"", "yes", "result", "during", "near"}
        assert row["source"] in {"memory", "calendar"}


def test_no_office_of_one_person_is_held_by_two() -> None:
    single = re.compile(r"(?:president|prime minister|secretary of \w+|governor|attorney general|director|pope)\b")
    held: dict[str, list[tuple[str, str, str]]] = {}
    for row in OFFICES:
        if single.match(row["office"]) and "the Palestinian" not in row["office"]:
            held.setdefault(row["office"], []).append((row["from"], row["to"] or "9", row["name"]))
    for office, terms in held.items():
        for one, other in zip(sorted(terms), sorted(terms)[1:], strict=False):
            assert one[1] <= other[0], (office, one, other)


def test_the_shipped_world_is_small_and_loads() -> None:
    world = shipped()
    assert len(world.titles) > 100 and len(world.events) > 500
    assert sum(len(str(row)) for row in (*OFFICES, *EVENTS)) < 1_000_000


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ana Ruíz’s vote", ["ana", "ruiz", "vote"]),
        ("U.N. envoy J. Ryl", ["un", "envoy", "j", "ryl"]),
        ("president-elect O’Neil", ["president", "elect", "o'neil"]),
    ],
)
def test_words_are_folded(text: str, folded: list[str]) -> None:
    assert words(text) == folded


def test_a_full_stop_parts_words_unless_it_shortens_one() -> None:
    assert words_at(list(tokens("Gov. Ryl")), 0, 2) == ("gov", "ryl")
    assert words_at(list(tokens("the governor. Ryl")), 1, 2) == ()
    assert words_at(list(tokens("a, b")), -1, 2) == ()
