"""Reports of one text are listed with what they share, cut from them; counts say how many texts they are."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord import flow
from onrecord.cli.app import application
from onrecord.ledger import Ledger
from onrecord.model.copies import CopyGroup
from onrecord.settings import AnalysisSettings, Settings
from onrecord.views import copies, info
from onrecord.views.page_file import write_page
from tests.flow.test_copying import TEXTS, put

RULES = Settings(analysis=AnalysisSettings("rules"))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copies")
    paths = [put(folder, outlet, *text) for outlet, text in TEXTS.items()]
    flow.add(folder / "a.db", paths, settings=RULES)
    return folder / "a.db"


def group_of(path: Path) -> CopyGroup:
    with Ledger.open(path) as ledger:
        (group,) = copies.copy_groups(ledger.view)
    return group


def test_passages_are_cut_from_both_reports_with_the_same_words(path: Path) -> None:
    group = group_of(path)
    with Ledger.open(path) as ledger:
        texts = {id: ledger.view.text(id) for id in group.reports}
    for pair in group.pairs:
        assert pair.spans_a
        mine = [" ".join(span.cut(texts[pair.a]).casefold().split()) for span in pair.spans_a]
        assert mine == [" ".join(span.cut(texts[pair.b]).casefold().split()) for span in pair.spans_b]


def test_the_longer_story_is_a_holder_and_the_oldest_comes_first(path: Path) -> None:
    group = group_of(path)
    with Ledger.open(path) as ledger:
        outlets = {row["id"]: row["outlet"] for row in ledger.view.reports()}
        said = {one["outlet"]: one["how"] for one in copies.listing(group, {r["id"]: r for r in ledger.view.reports()})}
    assert outlets[group.reports[0]] == "Wire"
    assert [outlets[id] for id in group.holders] == ["Local"]
    assert str(said["Post"]).startswith("word for word as in Wire")
    assert str(said["Local"]).startswith("holds ")


def test_counts_say_how_many_independent_texts_reports_are(path: Path) -> None:
    with Ledger.open(path) as ledger:
        assert info.as_text(ledger.view.info()).startswith("5 reports, 2 independent texts")
        assert {row["outlet"]: row["copy_group"] for row in ledger.view.reports()}["Other"] is None
        assert all(0 < row["texts"] <= row["reports"] for row in ledger.view.actors())


@pytest.mark.parametrize("form", ["table", "text", "jsonl", "csv"])
def test_the_command_lists_them_in_every_format(path: Path, form: str) -> None:
    done = CliRunner().invoke(application, ["copies", "--ledger", str(path), "--format", form])
    assert done.exit_code == 0
    assert group_of(path).id in done.output


def test_the_page_links_reports_of_one_text(path: Path, tmp_path: Path) -> None:
    made = write_page(path, tmp_path / "page.html").read_text("utf-8")
    assert "Same text in" in made
    assert "independent texts" in made
