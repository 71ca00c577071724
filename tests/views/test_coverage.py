"""What outlets have of a thing is said with the reason, and nothing is missing before it was looked for."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord import flow
from onrecord.cli.app import application
from onrecord.ledger import Ledger
from onrecord.model.terms import Coverage
from onrecord.settings import AnalysisSettings, Settings
from onrecord.views.coverage import Cell, coverage

RULES = Settings(analysis=AnalysisSettings("rules"))
FILLER = " ".join(
    f"Work on the {noun} of the old town went on as planned, the council wrote in its yearly letter."
    for noun in ("bridge", "market", "tower", "school", "river wall", "library")
)
SAID = "“The harbour of Torvela will stay closed until the winter,” said Lena Fisk, the foreign minister of Ardvania."
TEXTS = {
    "Post": ("2031-04-09", f"{SAID}\n{FILLER}"),
    "Times": ("2031-04-10", f"{FILLER}\nLena Fisk said: “The harbour of Torvela will stay closed until the winter.”"),
    "Ledger": ("2031-04-10", FILLER),
    "Early": ("2031-04-01", FILLER),
    "Brief": ("2031-04-11", "The council met."),
    "Caption": ("2031-04-11", f"{FILLER}\nA banner: “The harbour of Torvela will stay closed until the winter”."),
    "Other words": ("2031-04-11", f"{FILLER}\nThe harbour of Torvela stays closed until the winter, it was heard."),
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("coverage")
    for outlet, (day, text) in TEXTS.items():
        row = {"title": f"{outlet} has news", "text": text, "outlet": outlet, "published": day}
        (folder / f"{outlet}.json").write_text(json.dumps(row), encoding="utf-8")
    flow.add(folder / "a.db", sorted(folder.glob("*.json")), settings=RULES)
    return folder / "a.db"


@pytest.fixture(scope="module")
def cells(path: Path) -> dict[str, Cell]:
    with Ledger.open(path) as ledger:
        (thing,) = [one for one in coverage(ledger.view) if "harbour" in one.words]
    return {cell.outlet: cell for cell in thing.cells}


def test_who_has_it_is_reported_with_the_entry(cells: dict[str, Cell]) -> None:
    assert cells["Post"].coverage is cells["Times"].coverage is Coverage.REPORTED
    assert cells["Post"].entries


def test_what_is_nowhere_in_reports_that_could_hold_it_is_not_found_in_the_collected_text(
    cells: dict[str, Cell],
) -> None:
    assert cells["Ledger"].coverage is Coverage.NOT_FOUND
    assert "not found in the collected text" in cells["Ledger"].reason
    assert cells["Ledger"].searched == 1


def test_reports_printed_before_or_too_short_are_not_comparable(cells: dict[str, Cell]) -> None:
    assert cells["Early"].coverage is cells["Brief"].coverage is Coverage.NOT_COMPARABLE
    assert "printed before" in cells["Early"].reason
    assert "too short" in cells["Brief"].reason


def test_its_very_words_are_found_where_nobody_is_recorded_to_say_them(cells: dict[str, Cell]) -> None:
    assert cells["Caption"].coverage is Coverage.REPORTED


def test_other_words_for_it_are_left_to_a_person_with_the_place(path: Path, cells: dict[str, Cell]) -> None:
    found = cells["Other words"]
    assert found.coverage is Coverage.NOT_COMPARABLE
    assert found.report
    assert found.span
    with Ledger.open(path) as ledger:
        assert "stays closed" in ledger.view.text(found.report)[found.span[0] : found.span[1]]


@pytest.mark.parametrize("options", [[], ["--matrix"], ["--all"], ["--state", "not-found"], ["--outlet", "Ledger"]])
def test_the_command_prints_it(path: Path, options: list[str]) -> None:
    done = CliRunner().invoke(application, ["coverage", "--ledger", str(path), "--format", "jsonl", *options])
    assert done.exit_code == 0, done.output
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows
    if "--matrix" not in options:
        assert all({"id", "report", "origin", "band", "spans", "coverage", "reason"} <= row.keys() for row in rows)


def kept(folder: Path, texts: dict[str, str]) -> Path:
    for outlet, text in texts.items():
        row = {"title": f"{outlet} has news", "text": text, "outlet": outlet, "published": "2031-04-10"}
        (folder / f"{outlet}.json").write_text(json.dumps(row), encoding="utf-8")
    flow.add(folder / "a.db", sorted(folder.glob("*.json")), settings=RULES)
    return folder / "a.db"


def of(path: Path, words: str) -> dict[str, Cell]:
    with Ledger.open(path) as ledger:
        thing = next(one for one in coverage(ledger.view, single=True) if words in one.words)
    return {cell.outlet: cell for cell in thing.cells}


def test_a_sentence_with_most_of_the_telling_words_is_for_a_person(tmp_path: Path) -> None:
    path = kept(
        tmp_path,
        {
            "Post": f"Lena Fisk said that the inspectors found no proof of smuggling at the northern dam.\n{FILLER}",
            "Times": f"{FILLER}\nThe visit to the northern dam brought no proof that goods are smuggled there.",
            "Ledger": FILLER,
        },
    )
    cells = of(path, "smuggling")
    assert cells["Times"].coverage is Coverage.NOT_COMPARABLE
    assert cells["Times"].span is not None
    assert cells["Ledger"].coverage is Coverage.NOT_FOUND


def test_what_has_no_two_words_to_look_for_is_not_looked_for(tmp_path: Path) -> None:
    path = kept(tmp_path, {"Post": f"“Never,” said Lena Fisk.\n{FILLER}", "Times": FILLER})
    cell = of(path, "Never")["Times"]
    assert (cell.coverage, cell.reason) == (
        Coverage.NOT_COMPARABLE,
        "it has too few words of its own to be looked for",
    )


def test_a_large_number_in_other_words_is_for_a_person(tmp_path: Path) -> None:
    path = kept(
        tmp_path,
        {"Post": f"The flood killed 4,180 sheep.\n{FILLER}", "Times": f"{FILLER}\nA herd of 4,180 drowned at Hadrel."},
    )
    assert of(path, "sheep")["Times"].coverage is Coverage.NOT_COMPARABLE


def test_a_person_from_whom_a_number_comes_is_no_outlet(tmp_path: Path) -> None:
    path = kept(
        tmp_path,
        {
            "Post": f"Oren Tamm wrote to 81 farmers. Oren Tamm said 81 farmers had sued.\n{FILLER}",
            "Times": f"{FILLER}\nAccording to Oren Tamm, 81 farmers had sued the council.",
        },
    )
    with Ledger.open(path) as ledger:
        outlets = {cell.outlet for thing in coverage(ledger.view, single=True) for cell in thing.cells}
    assert outlets == {"Post", "Times"}
