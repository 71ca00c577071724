"""Series of figures on the command line, over the example story."""

import json
import re
from pathlib import Path

from tests.cli.conftest import Run


def test_each_series_is_a_block_and_what_is_left_out_is_said(run: Run, ledger: Path) -> None:
    shown = run("figures", "--series", "--ledger", ledger)
    assert "said to have held before" in shown.stdout
    assert "before: 19" in shown.stdout
    assert re.search(r"\d+ figures are in no series with another; \d+ pairs might be one", shown.stderr)


def test_one_series_is_one_line_for_programs(run: Run, ledger: Path) -> None:
    lines = run("figures", "--series", "--format", "jsonl", "--ledger", ledger).stdout.splitlines()
    series = [json.loads(line) for line in lines]
    assert all(one["id"] == one["figures"][0]["id"] and len(one["figures"]) > 1 for one in series)
    one = run("figures", "--series", series[0]["id"][:12], "--format", "jsonl", "--ledger", ledger).stdout
    assert json.loads(one) == series[0]


def test_what_is_asked_for_brings_its_series_whole(run: Run, ledger: Path) -> None:
    asked = run("figures", "--series", "--outlet", "Harbour Gazette", "--format", "jsonl", "--ledger", ledger).stdout
    series = [json.loads(line) for line in asked.splitlines()]
    assert {row["outlet"] for one in series for row in one["figures"]} > {"Harbour Gazette"}
    assert all("Harbour Gazette" in {row["outlet"] for row in one["figures"]} for one in series)


def test_pairs_that_might_be_one_are_listed_with_score_and_reason(run: Run, ledger: Path) -> None:
    rows = [
        json.loads(r)
        for r in run("figures", "--proposals", "--format", "jsonl", "--ledger", ledger).stdout.split("\n")
        if r
    ]
    assert rows
    assert all(0.5 <= row["score"] < 0.8 and row["reason"] and row["a_words"] for row in rows)


def test_the_picture_leads_to_the_entries(run: Run, ledger: Path, tmp_path: Path) -> None:
    drawn = run("figures", "--series", "--svg", "tolls.svg", "--ledger", ledger)
    assert drawn.stdout.strip().endswith("tolls.svg")
    picture = (tmp_path / "tolls.svg").read_text("utf-8")
    assert picture.startswith("<svg")
    assert len(set(re.findall(r'href="#(\w+)"', picture))) > 5


def test_an_unknown_series_is_an_error_that_says_how_to_list_them(run: Run, ledger: Path) -> None:
    answer = run("figures", "--series", "zz", "--ledger", ledger)
    assert answer.returncode == 1
    assert "onrecord figures --series" in answer.stderr


def test_what_a_person_says_of_two_figures_comes_first(run: Run, ledger: Path, tmp_path: Path) -> None:
    copy = tmp_path / "ruled.db"
    copy.write_bytes(ledger.read_bytes())

    def series() -> list[set[str]]:
        lines = run("figures", "--series", "--format", "jsonl", "--ledger", copy).stdout.splitlines()
        return [{row["id"] for row in json.loads(line)["figures"]} for line in lines]

    before = series()
    a, b = sorted(next(one for one in before if len(one) == 2))
    run("figures", "--apart", a, b, "--by", "Ada", "--ledger", copy)
    assert {a, b} not in series()
    number = run("figures", "--join", a, b, "--by", "Ada", "--ledger", copy).stdout.split("decision ")[1].split(";")[0]
    assert any({a, b} <= one for one in series())
    run("undo", number, "--ledger", copy)
    assert {a, b} not in series()
    run("undo", str(int(number) - 1), "--ledger", copy)
    assert series() == before
