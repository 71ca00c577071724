"""What changed between two versions of an address is found by sentence and classed by what it changes."""

import json
from pathlib import Path

import pytest

from onrecord import add
from onrecord.ledger import Ledger
from onrecord.views.version_words import printed_alike
from onrecord.views.versions import ChangeKind, address, changes, line

URL = "https://gazette.example/news/flood"
FIRST = (
    "At least 12 people drowned in Hadrel on Monday.\n"
    "“The dam was safe,” said Lena Fisk, the minister.\n"
    "The militants closed the northern gate befroe dawn.\n"
    "Oren Tamm said: “We were never warned.”\n"
    "The council meets on Friday in the town hall."
)
SECOND = (
    "At least 19 people drowned in Hadrel on Monday.\n"
    "“The dam was sound,” said Lena Fisk, the minister.\n"
    "The rebels closed the northern gate before dawn.\n"
    "The council will meet on Friday in the town hall.\n"
    "“I warned them twice,” said Ilen Marsh."
)
Told = tuple[str, str | None, str | None]


def kept(folder: Path, *reports: tuple[str, str, str, str]) -> Path:
    rows = [{"outlet": "Gazette", "title": t, "published": d, "url": u, "text": x} for t, d, u, x in reports]
    (folder / "reports.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    add(folder / "reports.jsonl", ledger=folder / "story.db", analyser="rules")
    return folder / "story.db"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kept(
        tmp_path_factory.mktemp("versions"),
        ("Flood kills 12", "2031-04-09", URL, FIRST),
        ("Flood kills 19", "2031-04-10", f"{URL}/#top", SECOND),
        ("Another report", "2031-04-10", "https://gazette.example/news/dam", FIRST),
    )


def told(ledger: Path) -> list[Told]:
    with Ledger.open(ledger) as opened:
        rows = [line(one) for one in changes(opened.view)]
    return [(row["kind"], row["a"]["words"], row["b"]["words"]) for row in rows]


def test_every_change_is_classed_by_what_it_changes(ledger: Path) -> None:
    assert told(ledger) == [
        ("headline", "Flood kills 12", "Flood kills 19"),
        ("figure", "12", "19"),
        ("quotation", "safe", "sound"),
        ("label", "militants", "rebels"),
        ("printing", "befroe", "before"),
        ("quotation-removed", "Oren Tamm said: “We were never warned.”", None),
        ("words", "meets", "will meet"),
        ("quotation-added", None, "“I warned them twice,” said Ilen Marsh."),
    ]


def test_every_side_is_cut_from_its_report(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        for row in map(line, changes(opened.view)):
            for side in (row["a"], row["b"]):
                text = opened.view.text(side["report"])
                assert [text[start:end] for start, end in side["spans"]] == ([side["words"]] if side["words"] else [])


def test_a_kind_and_a_report_narrow(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        assert [one.kind for one in changes(opened.view, ChangeKind.LABEL.value)] == [ChangeKind.LABEL]
        alone = next(row["id"] for row in opened.view.reports() if row["title"] == "Another report")
        assert changes(opened.view, report=alone) == []


def test_which_of_two_is_older_may_not_be_known(tmp_path: Path) -> None:
    path = kept(tmp_path, ("Flood", "2031-04-09", URL, FIRST), ("Flood", "2031-04-09", URL, SECOND))
    with Ledger.open(path) as opened:
        assert {(row["band"], "not known" in row["reason"]) for row in map(line, changes(opened.view))} == {
            ("unsure", True)
        }


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("befroe", "before", True),
        ("Cease-fire", "ceasefire", True),
        ("harbour", "harbor", True),
        ("The Port", "the port,", True),
        ("raid", "raids", False),
        ("not", "now", False),
        ("safe", "sound", False),
    ],
)
def test_printing_is_told_from_words(one: str, other: str, alike: bool) -> None:
    assert printed_alike(one, other) is alike


def test_addresses_are_compared_without_what_does_not_name_the_page() -> None:
    assert address("http://www.Gazette.example/news/") == address("https://gazette.example/news#top")
    assert address("https://gazette.example/a?id=1") != address("https://gazette.example/a?id=2")


def test_a_number_that_is_only_spelt_is_no_other_figure(tmp_path: Path) -> None:
    first = "The ferry sank at dawn on Monday with nineteen people on board."
    path = kept(
        tmp_path, ("Ferry", "2031-04-09", URL, first), ("Ferry", "2031-04-10", URL, first.replace("nineteen", "19"))
    )
    assert told(path) == [("printing", "nineteen", "19")]
