"""The main job from end to end: paths in, a ledger out."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from onrecord import flow
from onrecord.analyse import analyser
from onrecord.errors import NotText
from onrecord.export import export
from onrecord.flow import adding
from onrecord.ledger import Ledger
from onrecord.model.report import Report
from onrecord.settings import AnalysisSettings

SENTENCES = (
    "Mara Tolen, the harbour minister of Ostrava Bay, said on Monday that the pier would open again.",
    "“We were never asked,” said Jon Pell, who leads the dockers. “Nobody came to us.”",
    "The ministry denied that it had closed the gate.",
    "Pell accused the ministry of hiding the plan from the council.",
    "Nothing moved in the harbour on Tuesday, and the cranes stood still.",
)


def write_reports(folder: Path, number: int) -> None:
    """So many small reports, each of other words."""
    folder.mkdir()
    for n in range(number):
        body = "\n\n".join(SENTENCES[(n + k) % len(SENTENCES)] for k in range(3))
        (folder / f"{n:03}.txt").write_text(f"Harbour news number {n}\n\n{body}\n", encoding="utf-8")


def exported(ledger: Path, to: Path) -> dict[str, bytes]:
    """Everything on record, file by file."""
    with Ledger.open(ledger) as open_ledger:
        assert open_ledger.verify() == []
        return {path.name: path.read_bytes() for path in export(open_ledger.view, "jsonl", to)}


def test_adding_again_changes_nothing(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 5)
    first = flow.add(tmp_path / "a.db", [tmp_path / "in"])
    before = exported(tmp_path / "a.db", tmp_path / "1")
    again = flow.add(tmp_path / "a.db", [tmp_path / "in"])
    assert (first.added, first.unchanged, again.added, again.unchanged) == (5, 0, 0, 5)
    assert exported(tmp_path / "a.db", tmp_path / "2") == before


def test_what_was_found_is_attributed_or_without_source_or_dropped(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 5)
    tally = flow.add(tmp_path / "a.db", [tmp_path / "in"])
    with Ledger.open(tmp_path / "a.db") as ledger:
        info = ledger.view.info()
    assert tally.found == tally.attributed + tally.without_source.total() + tally.dropped.total() == info.found
    assert tally.attributed == info.attributed > 0


def test_the_order_of_adding_does_not_matter(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 6)
    files = sorted((tmp_path / "in").iterdir())
    flow.add(tmp_path / "together.db", [tmp_path / "in"])
    for path in random.Random(5).sample(files, len(files)):
        flow.add(tmp_path / "apart.db", [path])
    assert exported(tmp_path / "together.db", tmp_path / "1") == exported(tmp_path / "apart.db", tmp_path / "2")


def test_one_bad_input_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 2)
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    (tmp_path / "in" / "picture.txt").write_bytes(bytes(range(256)))
    (tmp_path / "in" / "broken.json").write_text('{"text": "no end')
    tally = flow.add(tmp_path / "a.db", [tmp_path / "in"])
    assert tally.added == 2
    assert sorted(Path(refused.subject).name for refused in tally.refused) == [
        "broken.json",
        "empty.txt",
        "picture.txt",
    ]
    assert all(refused.reason and refused.remedy for refused in tally.refused)
    with Ledger.open(tmp_path / "a.db") as ledger:
        assert len(ledger.view.refusals()) == 3


def test_a_failure_of_the_program_costs_one_report_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_reports(tmp_path / "in", 3)
    find = analyser(AnalysisSettings())

    class Failing:
        name, version = find.name, find.version

        def __call__(self, report: Report) -> object:
            if "number 1" in report.text:
                raise ZeroDivisionError("by design")
            return find(report)

    monkeypatch.setattr(adding, "analyser", lambda settings: Failing())
    tally = flow.add(tmp_path / "a.db", [tmp_path / "in"])
    assert tally.added == 2
    assert [type(refused) for refused in tally.refused] == [flow.Stumbled]
    monkeypatch.undo()
    assert flow.add(tmp_path / "a.db", [tmp_path / "in"]).added == 1


def test_a_removed_report_stays_removed_until_it_is_restored(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 2)
    flow.add(tmp_path / "a.db", [tmp_path / "in"])
    with Ledger.open(tmp_path / "a.db") as ledger:
        report = next(ledger.view.reports())["id"]
        ledger.writer.remove(report, "a person", "not about the story")
    assert flow.add(tmp_path / "a.db", [tmp_path / "in"]).removed == 1
    with Ledger.open(tmp_path / "a.db") as ledger:
        ledger.writer.restore(report, "a person", "it is after all")
    assert flow.add(tmp_path / "a.db", [tmp_path / "in"]).added == 1


def test_what_another_version_wrote_is_stale_and_is_analysed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_reports(tmp_path / "in", 2)
    flow.add(tmp_path / "a.db", [tmp_path / "in"])
    assert flow.analyse_stale(tmp_path / "a.db").changed == 0
    find = analyser(AnalysisSettings())

    class Older:
        name, version = find.name, "0"

        def __call__(self, report: Report) -> object:
            made = find(report)
            return type(made)(made.report, f"{self.name} {self.version}", made.settings, made.input)

    monkeypatch.setattr(adding, "analyser", lambda settings: Older())
    flow.add(tmp_path / "old.db", [tmp_path / "in"])
    monkeypatch.undo()
    assert flow.analyse_stale(tmp_path / "old.db").changed == 2
    assert exported(tmp_path / "old.db", tmp_path / "1") == exported(tmp_path / "a.db", tmp_path / "2")


def test_the_same_words_under_two_outlets_are_two_reports(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 1)
    flow.add(tmp_path / "a.db", [tmp_path / "in"], {"outlet": "The Anchor"})
    assert flow.add(tmp_path / "a.db", [tmp_path / "in"], {"outlet": "The Quay"}).added == 1
    with Ledger.open(tmp_path / "a.db") as ledger:
        rows = list(ledger.view.reports())
    assert {row["outlet"] for row in rows} == {"The Anchor", "The Quay"}
    assert len({row["capture"] for row in rows}) == 1


def test_an_encoding_is_never_guessed(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("Café owners said that the street was closed.".encode("cp1252"))
    tally = flow.add(tmp_path / "a.db", [tmp_path / "old.txt"])
    assert [type(refused) for refused in tally.refused] == [NotText]
    assert "--encoding" in str(tally.refused[0])
    assert flow.add(tmp_path / "a.db", [tmp_path / "old.txt"], {"encoding": "windows-1252"}).added == 1


@pytest.mark.slow
def test_a_run_killed_at_any_moment_is_completed_by_running_it_again(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 25)
    flow.add(tmp_path / "whole.db", [tmp_path / "in"])
    started = time.monotonic()
    flow.add(tmp_path / "timed.db", [tmp_path / "in"])
    lasts = time.monotonic() - started
    undisturbed = exported(tmp_path / "whole.db", tmp_path / "1")
    chance, round_, kills = random.Random(20), 0, 0
    while kills < 20:
        round_ += 1
        ledger, before = tmp_path / f"{round_}.db", kills
        for _ in range(4):
            kills += _killed(ledger, tmp_path / "in", chance.uniform(0.0, lasts / 2))
        flow.add(ledger, [tmp_path / "in"])
        assert exported(ledger, tmp_path / f"to{round_}") == undisturbed
        assert kills > before or round_ < 10


def _killed(ledger: Path, folder: Path, after: float) -> bool:
    """Whether a process that adds ``folder`` was killed with SIGKILL before it was done."""
    child = os.fork()
    if child == 0:
        flow.add(ledger, [folder])
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def test_the_ledger_may_lie_in_the_folder_that_is_added(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 2)
    for _ in range(2):
        tally = flow.add(tmp_path / "in" / "story.db", [tmp_path / "in"])
        assert not tally.refused and tally.reports == 2
    assert any(passed.subject.endswith("story.db") for passed in tally.passed_over)


def test_half_a_character_in_metadata_costs_one_report_only(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 2)
    (tmp_path / "in" / "000.txt.meta.json").write_text('{"outlet": "\\ud800"}')
    tally = flow.add(tmp_path / "a.db", [tmp_path / "in"])
    assert (tally.added, len(tally.refused)) == (1, 1)


def test_bytes_under_two_file_names_are_read_the_same_in_any_order(tmp_path: Path) -> None:
    words = "The harbour at Ostrel is closed today.\nMore was known later, the mayor said on Monday. Nobody knew.\n"
    names = [tmp_path / "in" / name for name in ("x.txt", "the-harbour-at-ostrel-is-closed-today.txt")]
    (tmp_path / "in").mkdir()
    for path in names:
        path.write_text(words)
    for ledger, paths in (("a", names), ("b", names[::-1]), ("c", [*names, *names])):
        for path in paths:
            flow.add(tmp_path / f"{ledger}.db", [path])
    assert exported(tmp_path / "a.db", tmp_path / "1") == exported(tmp_path / "b.db", tmp_path / "2")
    assert exported(tmp_path / "a.db", tmp_path / "1") == exported(tmp_path / "c.db", tmp_path / "3")
