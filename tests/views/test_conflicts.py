"""Reports that cannot both be right stand side by side, with both places and no verdict."""

import json
from pathlib import Path

import pytest

from onrecord import add
from onrecord.ledger import Ledger
from onrecord.views.conflicts import ConflictKind, conflicts, lines

REPORTS = (
    ("Gazette", "“The harbour will open again before the winter comes,” said Lena Fisk. The depot burned down."),
    ("Courier", "“The harbour will open again before the winter comes,” said Oren Tamm. Lena Fisk was in Hadrel."),
    ("Gazette", "Ardvania accused Torvela of shelling the port. Torvela denied the accusation."),
    ("Gazette", "Oren Tamm said that the northern dam will open for foreign inspectors in spring."),
    ("Courier", "Oren Tamm said that the northern dam will not open for foreign inspectors in spring."),
    ("Gazette", "The council closed the northern crossing on April 7."),
    ("Courier", "The council closed the northern crossing on April 8."),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("conflicts")
    rows = [{"outlet": outlet, "published": "2031-04-09", "text": text} for outlet, text in REPORTS]
    (folder / "reports.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    add(folder / "reports.jsonl", ledger=folder / "story.db", analyser="rules")
    return folder / "story.db"


def sides(ledger: Path, kind: ConflictKind) -> list[tuple[str, str]]:
    with Ledger.open(ledger) as opened:
        return [(one.a.who, one.b.who) for one in conflicts(opened.view, kind.value)]


def test_one_quotation_given_to_two_is_a_conflict_of_speakers(ledger: Path) -> None:
    assert [set(pair) for pair in sides(ledger, ConflictKind.SPEAKERS)] == [{"Lena Fisk", "Oren Tamm"}]


def test_a_denial_stands_beside_the_charge(ledger: Path) -> None:
    assert sides(ledger, ConflictKind.DENIAL) == [("Ardvania", "Torvela")]


def test_what_one_actor_says_with_and_without_a_negation_stands_side_by_side(ledger: Path) -> None:
    assert sides(ledger, ConflictKind.STATEMENTS) == [("Oren Tamm", "Oren Tamm")]


def test_one_event_on_two_named_days_stands_side_by_side(ledger: Path) -> None:
    assert [set(pair) for pair in sides(ledger, ConflictKind.DATES)] == [{"2031-04-07", "2031-04-08"}]


def test_every_side_is_cut_from_its_report(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        found = list(lines(opened.view, conflicts(opened.view)))
        assert found
        for one in found:
            assert {"id", "report", "origin", "band", "spans", "kind", "a", "b", "reason"} <= set(one)
            for side in (one["a"], one["b"]):
                text = opened.view.text(side["report"])  # type: ignore[index]
                words = [text[start:end] for start, end in side["spans"]]  # type: ignore[index]
                assert all(word and word in text for word in words)


def test_an_outlet_narrows_to_what_it_has_a_side_of(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        assert {one.kind for one in conflicts(opened.view, outlet="Courier")} == {
            ConflictKind.DATES,
            ConflictKind.SPEAKERS,
            ConflictKind.STATEMENTS,
        }
