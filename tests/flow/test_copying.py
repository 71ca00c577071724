"""Copies over all reports, from end to end: any order of adding, texts that change or go."""

import json
import sqlite3
from pathlib import Path

import pytest

from onrecord import flow
from onrecord.flow import copying
from onrecord.ledger import Ledger
from onrecord.settings import AnalysisSettings, Settings
from tests.resolve.test_copies import LOCAL, OTHER, WIRE

RULES = Settings(analysis=AnalysisSettings("rules"))
TEXTS = {
    "Wire": (WIRE, "2031-04-01"),
    "Post": (WIRE, "2031-04-02"),
    "Times": (WIRE[:9], "2031-04-02"),
    "Local": ([*LOCAL[:12], *WIRE[:9], *LOCAL[12:]], "2031-04-03"),
    "Other": (OTHER, "2031-04-01"),
}


def put(folder: Path, outlet: str, sentences: list[str], day: str) -> Path:
    row = {"title": f"{outlet} tells it", "text": "\n".join(sentences), "outlet": outlet, "published": day}
    path = folder / f"{outlet}.json"
    path.write_text(json.dumps(row), encoding="utf-8")
    return path


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    (tmp_path / "in").mkdir()
    return [put(tmp_path / "in", outlet, *text) for outlet, text in TEXTS.items()]


def listed(path: Path) -> dict[str, set[str]]:
    """The groups by the outlets of their reports."""
    with Ledger.open(path) as ledger:
        assert ledger.verify() == []
        outlets = {row["id"]: row["outlet"] or "" for row in ledger.view.reports()}
        found: dict[str, set[str]] = {}
        for report, printed in ledger.view.printed().items():
            for one in printed:
                found.setdefault(outlets[one.group], set()).add(outlets[report])
        return found


def test_copies_are_one_group_called_after_the_oldest(paths: list[Path], tmp_path: Path) -> None:
    flow.add(tmp_path / "a.db", paths, settings=RULES)
    assert listed(tmp_path / "a.db") == {"Wire": {"Wire", "Post", "Times", "Local"}}
    with Ledger.open(tmp_path / "a.db") as ledger:
        ids = [row["id"] for row in ledger.view.reports()]
        assert len(ids) == 5
        assert ledger.view.independent(ids) == 2


def test_one_by_one_in_any_order_they_are_the_same_groups(paths: list[Path], tmp_path: Path) -> None:
    flow.add(tmp_path / "all.db", paths, settings=RULES)
    for number, order in enumerate((paths[::-1], [*paths[2:], *paths[:2]])):
        for path in order:
            flow.add(tmp_path / f"{number}.db", [path], settings=RULES)
        with Ledger.open(tmp_path / "all.db") as one, Ledger.open(tmp_path / f"{number}.db") as other:
            assert one.view.printed() == other.view.printed()
            assert one.view.copy_pairs() == other.view.copy_pairs()


def test_a_removed_report_leaves_the_group_and_no_fingerprint(paths: list[Path], tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    flow.add(path, paths, settings=RULES)
    with Ledger.open(path) as ledger:
        ids = {row["outlet"]: row["id"] for row in ledger.view.reports()}
    for outlet in ("Wire", "Local"):
        flow.remove(path, ids[outlet], "ed", "asked to")
    assert listed(path) == {"Post": {"Post", "Times"}}
    with Ledger.open(path) as ledger:
        assert len({one.text for one in ledger.view.copy_texts()}) == 3
        assert all(
            len({pair.a, pair.b} & {one.text for one in ledger.view.copy_texts()}) == 2
            for pair in ledger.view.copy_pairs()
        )
    flow.restore(path, ids["Local"], "ed", "was wrong")
    flow.add(path, paths, settings=RULES)
    assert listed(path) == {"Post": {"Post", "Times", "Local"}}


def test_a_corrected_date_makes_another_report_the_oldest(paths: list[Path], tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    flow.add(path, paths, settings=RULES)
    with Ledger.open(path) as ledger:
        ids = {row["outlet"]: row["id"] for row in ledger.view.reports()}
    flow.correct(path, ids["Wire"], {"published": "2031-05-01"}, "ed", "printed so")
    with Ledger.open(path) as ledger:
        assert {one.group for some in ledger.view.printed().values() for one in some} <= {ids["Post"], ids["Times"]}


def test_another_way_of_finding_copies_compares_everything_again(
    paths: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flow.add(tmp_path / "a.db", paths, settings=RULES)
    with Ledger.open(tmp_path / "a.db") as ledger:
        before = ledger.view.copy_pairs()
        assert copying.copy_all(ledger) == 0
        monkeypatch.setattr(copying, "COPYING", "copies 0")
        assert copying.copy_all(ledger) == 5
        assert ledger.view.copy_pairs() == before


def test_what_is_compared_meanwhile_is_not_forgotten(paths: list[Path], tmp_path: Path) -> None:
    flow.add(tmp_path / "a.db", paths, settings=RULES)
    with Ledger.open(tmp_path / "a.db") as ledger:
        (text, *_) = {one.text for one in ledger.view.copy_texts()}
        assert not ledger.writer.copy_pairs(text, [], (0, 0.0))


def test_a_group_that_lost_its_report_is_a_fault(paths: list[Path], tmp_path: Path) -> None:
    flow.add(tmp_path / "a.db", paths, settings=RULES)
    connection = sqlite3.connect(tmp_path / "a.db")
    with connection:
        connection.execute("UPDATE copy_groups SET copy_group = 'nobody'")
    connection.close()
    with Ledger.open(tmp_path / "a.db") as ledger:
        assert [fault.check for fault in ledger.verify()] == ["copies"]
