"""Blame on the command line, over the example story."""

import json
from pathlib import Path

from onrecord import relations, verify
from tests.cli.conftest import Run

FIXED = "no denial found in the collected text"


def lines(run: Run, ledger: Path, *words: str) -> list[dict[str, object]]:
    printed = run("blame", *words, "--ledger", ledger, "--format", "jsonl").stdout
    return [json.loads(line) for line in printed.splitlines()]


def test_every_line_has_the_fields_that_other_programs_rely_on(run: Run, ledger: Path) -> None:
    rows = lines(run, ledger)
    wanted = {"id", "report", "origin", "band", "spans", "from", "to", "kind", "strength", "voice", "denied_by"}
    assert all(wanted <= row.keys() for row in rows)
    assert {"blame", "accuse", "deny"} <= {row["kind"] for row in rows}
    assert all(row["denial"] == FIXED or row["denied_by"] or row["perhaps"] for row in rows if row["kind"] == "accuse")
    assert verify(ledger) == []


def test_accusations_stand_beside_their_denials(run: Run, ledger: Path) -> None:
    accused = lines(run, ledger, "--kind", "accuse")
    assert {row["to"] for row in accused if row["from"] == "Torvela"} == {"Ardvania"}
    assert any(row["denied_by"] for row in accused)
    assert any(str(row["denial"]).startswith(FIXED) for row in accused)


def test_a_table_says_how_much_was_left_out(run: Run, ledger: Path) -> None:
    shown = run("blame", "--ledger", ledger)
    assert shown.returncode == 0
    assert "Torvela · accuses · Ardvania" in " ".join(shown.stdout.split())
    assert "weaker ones left out: --weak lists them" in shown.stderr
    every = run("blame", "--weak", "--ledger", ledger)
    assert "left out" not in every.stderr
    assert "(implicit)" in every.stdout


def test_weak_ones_are_all_that_is_not_denied_by_the_report(run: Run, ledger: Path) -> None:
    listed = {row["id"] for row in lines(run, ledger, "--weak")}
    assert listed == {row["id"] for row in relations(ledger) if row["zone"] != "furniture"}


def test_sides_kinds_voices_and_outlets_narrow(run: Run, ledger: Path) -> None:
    assert {row["to"] for row in lines(run, ledger, "--to", "Torvela")} == {"Torvela"}
    assert {row["kind"] for row in lines(run, ledger, "--kind", "deny", "--weak")} == {"deny"}
    assert {row["voice"] for row in lines(run, ledger, "--voice", "outlet")} == {"outlet"}
    assert {row["outlet"] for row in lines(run, ledger, "--outlet", "Sarvin Courier")} == {"Sarvin Courier"}
    assert lines(run, ledger, "--until", "2031-03") == []


def test_one_line_in_full_has_every_entry_with_its_sentence(run: Run, ledger: Path) -> None:
    row = next(row for row in lines(run, ledger, "--kind", "accuse") if row["denied_by"])
    shown = run("blame", str(row["edge"])[:10], "--ledger", ledger)
    assert shown.returncode == 0
    assert f"entry {row['id']}" in shown.stdout
    assert "independent text" in shown.stdout
    assert all(f"entry {one}" in shown.stdout for one in row["denied_by"])  # type: ignore[attr-defined]
    assert "not among those asked for" in run("blame", "zzz", "--ledger", ledger).stderr


def test_show_explain_and_cite_know_relations(run: Run, ledger: Path) -> None:
    row = next(row for row in lines(run, ledger) if row["from"] == "Torvela" and row["kind"] == "accuse")
    shown = run("show", str(row["id"]), "--ledger", ledger).stdout
    assert "[source: Torvela]" in shown
    assert "[target: Ardvania]" in shown
    assert f"rule        {row['rule']}" in run("explain", str(row["id"]), "--ledger", ledger).stdout
    assert str(row["matter"]) in run("cite", str(row["id"]), "--ledger", ledger).stdout


def test_a_table_of_all_against_all_counts_reports(run: Run, ledger: Path) -> None:
    printed = run("blame", "--matrix", "--kind", "accuse", "--format", "csv", "--ledger", ledger).stdout.splitlines()
    head, torvela = printed[0], next(line for line in printed if " Torvela," in line)
    assert head.startswith("who,")
    assert "accuse 2" in torvela


def test_pictures_and_graphs_are_written(run: Run, ledger: Path, tmp_path: Path) -> None:
    done = run("blame", "--svg", "a.svg", "--graphml", "a.graphml", "--gexf", "a.gexf", "--ledger", ledger)
    assert done.returncode == 0
    assert "Ardvania" in (tmp_path / "a.svg").read_text("utf-8")
    for name in ("a.graphml", "a.gexf"):
        graph = (tmp_path / name).read_text("utf-8")
        assert all(f'"{word}"' in graph for word in ("kind", "outlets", "first", "last", "example"))


def test_the_page_lists_blame_with_the_denial_beside_it(run: Run, ledger: Path, tmp_path: Path) -> None:
    run("page", "--share", "--to", "p.html", "--ledger", ledger)
    page = (tmp_path / "p.html").read_text("utf-8")
    assert "with the denial beside it</summary>" in page
    assert "No denial found in the collected text." in page
    assert "Denied by" in page
