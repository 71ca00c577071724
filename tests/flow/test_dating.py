"""Reports without a date are dated by the others, whatever the order of adding; what a person says comes first."""

from itertools import permutations
from pathlib import Path

import pytest

from onrecord.clean import published_world
from onrecord.clean.world import made
from onrecord.flow import add
from onrecord.ledger import Ledger
from onrecord.settings import AnalysisSettings, Settings

RULES = Settings(analysis=AnalysisSettings(analyser="rules"))
DATED = "Published: 9 April 2031\n\nTroops shell Velday\n\nArdvanian troops shelled the port of Velday on Monday.\n"
BARE = "Port burns\n\nArdvanian troops shelled the port on Monday. On Monday Ana Ruiz said: “We hold.”\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    made = tmp_path / "a.txt", tmp_path / "b.txt"
    for path, text in zip(made, (DATED, BARE), strict=True):
        path.write_text(text, encoding="utf-8")
    return made


def shown(path: Path) -> list[object]:
    with Ledger.open(path) as ledger:
        assert ledger.verify() == []
        rows = [(row["origin"][-5:], *row["published"].values()) for row in ledger.view.reports()]
        times = [(row["exact"], row["value"], row["confidence"]) for row in ledger.view.times()]
        return [sorted(rows), sorted(times, key=repr), [row["said"]["start"] for row in ledger.view.statements()]]


def test_the_order_of_adding_never_matters(files: tuple[Path, Path], tmp_path: Path) -> None:
    ways = []
    for number, order in enumerate(permutations(files)):
        for one in order:
            add(tmp_path / f"{number}.db", [one], settings=RULES)
        ways.append(shown(tmp_path / f"{number}.db"))
    assert ways[0] == ways[1]
    rows, times, said = ways[0]
    assert rows[1] == ("b.txt", "2031-04-07", "2031-04-13", "inferred", 0.6)  # type: ignore[index]
    assert ("Monday", "2031-04-07", 0.54) in times  # type: ignore[operator]
    assert said == ["2031-04-07"]


def test_what_a_person_says_comes_first_and_nothing_is_counted_from_what_went(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    path = tmp_path / "story.db"
    add(path, files, settings=RULES)
    with Ledger.open(path) as ledger:
        ids = {row["origin"][-5:]: row["id"] for row in ledger.view.reports()}
        ledger.writer.correct(ids["b.txt"], {"published": "2031-04-17"}, "Ada", "the printed edition")
        assert ledger.view.report_row(ids["b.txt"])["published"]["method"] == "given"
        assert {row["value"] for row in ledger.view.times() if row["report"] == ids["b.txt"]} == {"2031-04-14"}
        ledger.writer.correct(ids["b.txt"], {"published": None}, "Ada", "nobody knows")
    add(path, files, settings=RULES)
    with Ledger.open(path) as ledger:
        assert ledger.view.report_row(ids["b.txt"])["published"]["method"] == "unknown"
        assert {row["value"] for row in ledger.view.times() if row["report"] == ids["b.txt"]} == {None}
        assert ledger.verify() == []


def test_a_range_that_follows_from_the_text_alone_is_narrowed_by_other_reports(
    files: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = {"office": "president of Torvela", "title": "president", "from": "2031-03-01", "to": "2031-05-20"}
    held = [{**office, "name": name} for name in ("Ina Sorel", "Leo Maart", "Tom Vask")]
    monkeypatch.setattr(published_world, "shipped", lambda: made(held, ()))
    files[1].write_text(
        BARE + "\nPresident Ina Sorel, President Leo Maart and President Tom Vask laughed. President Sorel, President "
        "Maart and President Vask left.\n",
        encoding="utf-8",
    )
    alone = tmp_path / "alone.db"
    add(alone, [files[1]], settings=RULES)
    with Ledger.open(alone) as ledger:
        (row,) = ledger.view.reports()
        assert row["published"]["method"] == "inferred" and row["published"]["start"] < "2031-04-01"
        assert any("it prints “President" in note for note in ledger.view.report(row["id"]).notes)
        own = ledger.view.report(row["id"]).published
    ways = []
    for number, order in enumerate(permutations(files)):
        for one in order:
            add(tmp_path / f"{number}.db", [one], settings=RULES)
        ways.append(shown(tmp_path / f"{number}.db"))
    assert ways[0] == ways[1]
    assert ways[0][0][1] == ("b.txt", "2031-04-07", "2031-04-13", "inferred", 0.6)  # type: ignore[index]
    with Ledger.open(tmp_path / "0.db") as ledger:
        (mine,) = (row for row in ledger.view.reports() if row["origin"].endswith("b.txt"))
        assert ledger.view.report(mine["id"]).published == own
        ledger.writer.correct(mine["id"], {"published": None}, "Ada", "nobody knows")
        assert ledger.view.report_row(mine["id"])["published"]["method"] == "unknown"
        assert ledger.verify() == []
