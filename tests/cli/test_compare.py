"""Versions of one utterance on the command line, over the example story."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def lines(run: Run, *arguments: object) -> list[dict[str, object]]:
    answer = run("compare", *arguments, "--format", "jsonl")
    assert answer.returncode == 0, answer.stderr
    return [json.loads(line) for line in answer.stdout.splitlines()]


def test_each_utterance_is_a_block_with_its_versions_in_order(run: Run, ledger: Path) -> None:
    shown = run("compare", "--ledger", ledger)
    assert shown.returncode == 0
    assert "  1. 2031-04-" in shown.stdout
    assert "verbatim" in shown.stdout
    assert "independent text" in shown.stdout
    assert "first " in shown.stdout


def test_every_line_has_what_other_programs_rely_on(run: Run, ledger: Path) -> None:
    found = lines(run, "--ledger", ledger)
    assert found
    for one in found:
        assert {"id", "report", "origin", "band", "spans"} <= set(one)
        members = one["members"]
        assert isinstance(members, list)
        assert len({member["report"] for member in members}) > 1
        days = [member["published"] or "~" for member in members]
        assert days == sorted(days)


def test_one_is_asked_for_by_its_id_or_that_of_a_statement_in_it(run: Run, ledger: Path) -> None:
    first = lines(run, "--ledger", ledger)[0]
    members = first["members"]
    assert isinstance(members, list)
    assert lines(run, first["id"], "--ledger", ledger) == [first]
    assert first in lines(run, members[-1]["statement"], "--ledger", ledger)


def test_an_actor_narrows_and_an_unknown_id_says_how_to_list(run: Run, ledger: Path) -> None:
    found = lines(run, "--actor", "Leona Sabrin", "--ledger", ledger)
    assert found and {one["actor_name"] for one in found} == {"Leona Sabrin"}
    unknown = run("compare", "zz", "--ledger", ledger)
    assert unknown.returncode == 1
    assert "onrecord compare" in unknown.stderr


def test_csv_has_one_version_a_line(run: Run, ledger: Path) -> None:
    answer = run("compare", "--format", "csv", "--ledger", ledger).stdout
    assert answer.startswith("utterance,actor,actor_name,ordinal,of,statement,")


def test_what_a_person_says_of_two_statements_comes_first(run: Run, ledger: Path, tmp_path: Path) -> None:
    copy = tmp_path / "decided.db"
    copy.write_bytes(ledger.read_bytes())

    def told() -> list[set[str]]:
        return [{m["statement"] for m in one["members"]} for one in lines(run, "--all", "--ledger", copy)]  # type: ignore[attr-defined]

    before = told()
    pairs = run("compare", "--proposals", "--format", "jsonl", "--ledger", copy).stdout.splitlines()
    pair = json.loads(pairs[0])
    done = run("compare", "--join", pair["a"], pair["b"], "--by", "Ada", "--because", "one speech", "--ledger", copy)
    assert "are one utterance (decision 1; `onrecord undo 1` takes it back)" in done.stdout
    assert any({pair["a"], pair["b"]} <= one for one in told())
    left = run("compare", "--proposals", "--format", "jsonl", "--ledger", copy).stdout.splitlines()
    assert pair["id"] not in {json.loads(line)["id"] for line in left}
    again = run("compare", "--join", pair["a"], pair["b"], "--ledger", copy)
    assert "was decided already: decision 1" in again.stdout
    kept = run("decisions", "--format", "jsonl", "--ledger", copy).stdout.splitlines()
    decision = json.loads(kept[0])
    assert (decision["by"], decision["kind"], decision["because"]) == ("Ada", "join utterances", "one speech")
    run("undo", "1", "--ledger", copy)
    assert told() == before

    one, other = next(iter(before[0])), next(iter(before[-1]))
    run("compare", "--apart", *sorted(before[0])[:2], "--ledger", copy)
    assert not any(set(sorted(before[0])[:2]) <= some for some in told())
    run("compare", "--join", one, other, "--ledger", copy)
    assert any({one, other} <= some for some in told())
    assert run("verify", "--ledger", copy).returncode == 0


def test_what_cannot_be_decided_says_why_and_what_to_do(run: Run, ledger: Path, tmp_path: Path) -> None:
    copy = tmp_path / "decided.db"
    copy.write_bytes(ledger.read_bytes())
    first = str(lines(run, "--ledger", copy)[0]["id"])
    unknown = run("compare", "--join", first, "zz", "--ledger", copy)
    assert unknown.returncode == 1
    assert "zz: not in the ledger; list them with `onrecord compare`" in unknown.stderr
    same = run("compare", "--join", first, first, "--ledger", copy)
    assert same.returncode == 2
    assert "one and the same" in same.stderr
    nobody = run("compare", "--join", first, first, "--by", " ", "--ledger", copy)
    assert nobody.returncode == 2
