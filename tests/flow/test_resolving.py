"""Who is who over all reports, from end to end: any order of adding, stopped runs, decisions, parties."""

import json
from itertools import permutations
from pathlib import Path

import pytest

from onrecord import flow
from onrecord.errors import Malformed
from onrecord.export import export
from onrecord.flow import resolving
from onrecord.ledger import ActorFilter, Ledger, Pending, StatementFilter
from onrecord.settings import AnalysisSettings, Settings

RULES = Settings(analysis=AnalysisSettings("rules"))
REPORTS = {
    "2031-04-09 Hadrel Post.txt": """Harbour to reopen

    Foreign Minister Lena Fisk said on Monday that the harbour of Torvela would open again. Fisk said Ardvania wanted
    peace.

    "We were never asked," said Jon Pell, who leads the dockers' union. "Nobody came to us."
    """,
    "2031-04-10 Torvela Times.txt": """Union says it was not asked

    Jon Pell accused the ministry of hiding the plan. Lena Fisk denied that on Tuesday. She said the plan was public.
    """,
    "2031-04-11 Daily Ledger.txt": """Ministers meet

    Fisk, the foreign minister of Ardvania, said that 12 people were hurt. The union of Pell said it knew of 20.
    """,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for name, text in REPORTS.items():
        path = tmp_path / "in" / f"{name[11:-4]}.json"
        title, _, body = "\n".join(line.strip() for line in text.splitlines()).partition("\n\n")
        row = {"title": title, "text": body.strip(), "outlet": name[11:-4], "published": name[:10]}
        path.write_text(json.dumps(row), encoding="utf-8")
    return tmp_path / "in"


def exported(ledger: Path, to: Path) -> dict[str, bytes]:
    with Ledger.open(ledger) as open_ledger:
        assert open_ledger.view.pending() == Pending(0, 0)
        assert open_ledger.verify() == []
        return {path.name: path.read_bytes() for path in export(open_ledger.view, "jsonl", to)}


def test_any_order_one_by_one_or_together_exports_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    paths = sorted(folder.iterdir())
    flow.add(tmp_path / "all.db", [folder], settings=RULES)
    together = exported(tmp_path / "all.db", tmp_path / "all")
    assert together["actors.jsonl"]
    for number, order in enumerate(permutations(paths)):
        if number % 2 == 0:
            for path in order:
                flow.add(tmp_path / f"{number}.db", [path], settings=RULES)
            assert exported(tmp_path / f"{number}.db", tmp_path / str(number)) == together
    flow.add(tmp_path / "all.db", [folder], settings=RULES)
    assert exported(tmp_path / "all.db", tmp_path / "again") == together


def test_one_actor_speaks_in_several_outlets(folder: Path, tmp_path: Path) -> None:
    flow.add(tmp_path / "a.db", [folder], settings=RULES)
    with Ledger.open(tmp_path / "a.db") as ledger:
        fisk = ledger.view.actor("Lena Fisk")
        said = list(ledger.view.statements(StatementFilter(actor="Lena Fisk")))
    assert {count["outlet"] for count in fisk["counts"]} >= {"Hadrel Post", "Torvela Times"}
    assert {row["actor"] for row in said} == {fisk["id"]}
    assert len({row["outlet"] for row in said}) >= 2
    assert {role["words"] for role in fisk["roles"]} >= {"Foreign Minister"}


def test_a_run_that_was_stopped_is_completed_by_the_next(folder: Path, tmp_path: Path, monkeypatch) -> None:
    flow.add(tmp_path / "whole.db", [folder], settings=RULES)
    whole = exported(tmp_path / "whole.db", tmp_path / "whole")
    with monkeypatch.context() as patched:
        patched.setattr(resolving, "resolved", _stopped)
        tally = flow.add(tmp_path / "a.db", [folder], settings=RULES)
    assert [refused.subject for refused in tally.refused] == ["actors"]
    assert tally.added == 3
    with Ledger.open(tmp_path / "a.db") as ledger:
        assert ledger.view.pending().keys
    assert not flow.add(tmp_path / "a.db", [folder], settings=RULES).refused
    assert exported(tmp_path / "a.db", tmp_path / "a") == whole


def _stopped(*_: object) -> None:
    raise RuntimeError("stopped")


def test_what_a_person_decides_outlives_a_new_analysis(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    flow.add(path, [folder], settings=RULES)
    with Ledger.open(path) as ledger:
        fisk, pell = ledger.view.actor_id("Lena Fisk"), ledger.view.actor_id("Jon Pell")
        number = ledger.writer.merge(fisk, pell, "ed", "to see it done")
    flow.resolve(path)
    with Ledger.open(path) as ledger:
        assert ledger.view.actor("Jon Pell") == ledger.view.actor("Lena Fisk")
    flow.analyse_stale(path, Settings(analysis=AnalysisSettings("tagger")))
    with Ledger.open(path) as ledger:
        assert ledger.view.actor(pell)["id"] == ledger.view.actor(fisk)["id"]
        ledger.writer.undo(number, "ed", "it was only to see")
    flow.resolve(path)
    with Ledger.open(path) as ledger:
        assert ledger.view.actor("Jon Pell")["id"] != ledger.view.actor("Lena Fisk")["id"]
        assert ledger.verify() == []


def test_a_removed_report_leaves_no_name_behind(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    flow.add(path, [folder], settings=RULES)
    before = exported(path, tmp_path / "before")
    with Ledger.open(path) as ledger:
        report = next(row["id"] for row in ledger.view.reports() if row["outlet"] == "Hadrel Post")
    flow.remove(path, report, "ed", "asked to")
    assert b"dockers" not in path.read_bytes()
    with Ledger.open(path) as ledger:
        assert all(place["report"] != report for row in ledger.view.actors() for place in row["evidence"])
    flow.restore(path, report, "ed", "was wrong")
    flow.add(path, [folder], settings=RULES)
    assert exported(path, tmp_path / "after") == before


def test_a_corrected_date_or_outlet_is_that_of_the_actor_too(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    flow.add(path, [folder], settings=RULES)
    with Ledger.open(path) as ledger:
        report = next(row["id"] for row in ledger.view.reports() if row["outlet"] == "Torvela Times")
    assert flow.correct(path, report, {"outlet": "Times", "published": "2031-01-01"}, "ed", "printed so")
    with Ledger.open(path) as ledger:
        row = ledger.view.actor("Lena Fisk")
        assert (row["outlet"], row["published"]) == ("Times", "2031-01-01")
        assert ledger.view.pending() == Pending(0, 0)


def test_a_file_of_parties_names_actors_until_it_is_taken_back(folder: Path, tmp_path: Path) -> None:
    path, parties = tmp_path / "a.db", tmp_path / "parties.toml"
    flow.add(path, [folder], settings=RULES)
    before = exported(path, tmp_path / "before")
    parties.write_text(
        '[[party]]\nname = "Government of Ardvania"\ntype = "state"\naliases = ["Ardvania"]\n'
        '[[party.spokespeople]]\nname = "Lena Fisk"\n',
        encoding="utf-8",
    )
    assert isinstance(flow.use_parties(path, parties, "ed"), tuple)
    with Ledger.open(path) as ledger:
        (fisk,) = ledger.view.actors(ActorFilter(id="Lena Fisk"))
        assert [(m["party"], m["role"]) for m in fisk["parties"]] == [("Government of Ardvania", "spokesperson")]
        assert ledger.view.actors(ActorFilter(party="Government of Ardvania"))
        assert ledger.view.parties().origin == str(parties)
    flow.use_parties(path, None, "ed")
    assert exported(path, tmp_path / "after") == before


def test_a_file_of_parties_that_makes_no_sense_changes_nothing(folder: Path, tmp_path: Path) -> None:
    path, parties = tmp_path / "a.db", tmp_path / "parties.toml"
    flow.add(path, [folder], settings=RULES)
    for data in (b"[[party", b"\xff", None):
        if data is not None:
            parties.write_bytes(data)
        with pytest.raises(Malformed):
            flow.use_parties(path, parties if data is not None else tmp_path / "none.toml", "ed")
    with Ledger.open(path) as ledger:
        assert ledger.view.parties() is None


def test_days_counted_from_publication_follow_its_correction(folder: Path, tmp_path: Path) -> None:
    flow.add(tmp_path / "story.db", [folder], settings=RULES)
    with Ledger.open(tmp_path / "story.db") as ledger:
        (monday,) = [time for time in ledger.view.times() if time["exact"] == "Monday"]
    flow.correct(tmp_path / "story.db", monday["report"], {"published": "2031-05-09"}, "me", "a month late")
    with Ledger.open(tmp_path / "story.db") as ledger:
        assert monday["start"] == "2031-04-07"
        assert ledger.view.time(monday["id"])["start"] == "2031-05-05"
        assert ledger.verify() == []
