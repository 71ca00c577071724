"""Reports that cannot both be right stand side by side, with both places and no verdict."""

import json
from pathlib import Path

import pytest

from onrecord import add
from onrecord.ledger import Ledger
from onrecord.views.conflict_pairs import worded_alike
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
                text = opened.view.text(side["report"])
                words = [text[start:end] for start, end in side["spans"]]  # type: ignore[index]
                assert all(word and word in text for word in words)


def test_an_outlet_narrows_to_what_it_has_a_side_of(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        assert {one.kind for one in conflicts(opened.view, outlet="Courier")} == {
            ConflictKind.DATES,
            ConflictKind.SPEAKERS,
            ConflictKind.STATEMENTS,
        }


def told(folder: Path, *texts: tuple[str, str]) -> Path:
    rows = [{"outlet": outlet, "published": "2031-04-09", "text": text} for outlet, text in texts]
    (folder / "reports.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    add(folder / "reports.jsonl", ledger=folder / "story.db", analyser="rules")
    return folder / "story.db"


def test_two_numbers_of_injured_in_reports_of_one_story_stand_side_by_side(tmp_path: Path) -> None:
    story = told(
        tmp_path,
        ("Gazette", "Forty-one people were killed in Hadrel on Monday. At least 80 people were injured."),
        ("Courier", "Forty-one people were killed in Hadrel on Monday. Six people were injured."),
        ("Dispatch", "Ninety people were injured in Southmark."),
    )
    with Ledger.open(story) as opened:
        found = conflicts(opened.view, ConflictKind.FIGURES.value)
    assert [{one.a.outlet, one.b.outlet} for one in found] == [{"Gazette", "Courier"}]


def test_a_body_and_somebody_of_one_name_are_no_two_speakers(tmp_path: Path) -> None:
    words = "“The harbour will open again before the winter comes,”"
    story = told(tmp_path, ("Gazette", f"{words} said Lena Fisk."), ("Courier", f"{words} said the Harbour Council."))
    assert sides(story, ConflictKind.SPEAKERS) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“There’s no support for it,”", '"There is no support for it."'),
        ("“We won't go”", "“We will not go”"),
        ("“[W]hen the gate opens”", "“when the gate opens”"),
        ("“There’s no support for it, that’s for sure”", "“There is no support for it.”"),
        ("“a [long] strike at the port”", "“strike at the port”"),
    ],
)
def test_what_printing_alone_changes_is_no_conflict(one: str, other: str) -> None:
    assert worded_alike(one, other)
    assert not worded_alike(one, "“There is much support for it”")
