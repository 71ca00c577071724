"""The commands as other programs and people meet them."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
STATEMENT = frozenset(
    """id report origin outlet zone source cue content source_text cue_text content_text speaker mode act negated
    addressee channel nameless parent confidence band status reason analyser""".split()  # noqa: SIM905 (one word a field)
)
LEDGER = "the ledger of the example"
REPORT = {"id", "capture", "text", "origin", "outlet", "title", "byline", "published", "zones", "characters"}


def lines(printed: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed.splitlines()]


@pytest.fixture
def entry(run: Run, ledger: Path) -> dict[str, Any]:
    return lines(run("statements", "--ledger", ledger, "--format", "jsonl", "--with-speaker").stdout)[0]


def test_statements_have_the_fields_that_other_programs_rely_on(run: Run, ledger: Path) -> None:
    done = run("statements", "--ledger", ledger, "--format", "jsonl")
    assert done.returncode == 0
    rows = lines(done.stdout)
    assert len(rows) > 150
    assert all(set(row) >= STATEMENT for row in rows)
    assert all(row["confidence"] == round(row["confidence"], 2) for row in rows)
    assert {row["band"] for row in rows} <= {"certain", "likely", "unsure"}


def test_every_text_is_the_slice_that_its_spans_name(run: Run, ledger: Path) -> None:
    texts: dict[str, str] = {}
    for row in lines(run("statements", "--ledger", ledger, "--format", "jsonl").stdout)[::10]:
        if row["report"] not in texts:
            texts[row["report"]] = run("text", row["report"], "--ledger", ledger).stdout
        for role in ("source", "cue", "content"):
            assert [texts[row["report"]][s:e] for s, e in row[role]] == row[f"{role}_text"]


def test_reports_have_the_fields_that_other_programs_rely_on(run: Run, ledger: Path) -> None:
    rows = lines(run("reports", "--ledger", ledger, "--format", "jsonl").stdout)
    assert len(rows) == 13
    assert all(set(row) >= REPORT for row in rows)
    assert all(set(row["published"]) == {"start", "end", "method", "confidence"} for row in rows)
    assert {row["published"]["method"] for row in rows} >= {"given", "page", "unknown"}


@pytest.mark.parametrize("noun", ["reports", "statements", "doubts", "info"])
@pytest.mark.parametrize("form", ["table", "text", "jsonl", "csv"])
def test_every_question_answers_in_every_format(run: Run, ledger: Path, noun: str, form: str) -> None:
    done = run(noun, "--ledger", ledger, "--format", form)
    assert done.returncode == 0 and done.stdout and not done.stderr
    if form == "csv":
        assert all(len(row) > 3 for row in csv.reader(io.StringIO(done.stdout)))


def test_filters_narrow(run: Run, ledger: Path) -> None:
    def asked(*words: str) -> list[dict[str, Any]]:
        return lines(run("statements", "--ledger", ledger, "--format", "jsonl", *words).stdout)

    assert {row["act"] for row in asked("--act", "deny")} == {"deny"}
    assert {row["outlet"] for row in asked("--outlet", "Harbour Gazette")} == {"Harbour Gazette"}
    assert all("sabrin" in row["speaker"].lower() for row in asked("--speaker", "sabrin"))
    assert all(not row["source"] for row in asked("--without-speaker"))
    assert 0 < len(asked("--since", "2031-05")) < len(asked())


def test_people_read_in_the_order_of_the_text_and_programs_in_the_order_of_ids(run: Run, ledger: Path) -> None:
    shown = run("reports", "--ledger", ledger, "--format", "text").stdout.splitlines()
    dates = [line.split("\t")[1] for line in shown]
    assert dates == sorted(dates, key=lambda date: date.replace("–", "~"))
    ids = [row["id"] for row in lines(run("reports", "--ledger", ledger, "--format", "jsonl").stdout)]
    assert ids == sorted(ids)


def test_an_outlet_that_is_not_there_is_answered_with_those_that_are(run: Run, ledger: Path) -> None:
    done = run("statements", "--ledger", ledger, "--outlet", "Querrane")
    assert "Querrane Public Radio" in done.stderr


def test_one_entry_is_shown_explained_and_cited(run: Run, ledger: Path, entry: dict[str, Any]) -> None:
    for verb in ("show", "explain", "cite"):
        done = run(verb, entry["id"][:10], "--ledger", ledger)
        assert (done.returncode == 0 and entry["outlet"] in done.stdout) or verb == "explain"
        assert entry["content_text"][0].split("\n")[0] in done.stdout
        assert len(lines(run(verb, entry["id"], "--ledger", ledger, "--format", "jsonl").stdout)) == 1


def test_a_shared_citation_names_no_folder_of_this_machine(run: Run, ledger: Path, entry: dict[str, Any]) -> None:
    shared = run("cite", entry["id"], "--share", "--ledger", ledger).stdout
    assert str(ledger.parent) not in shared


def test_words_are_found(run: Run, ledger: Path) -> None:
    done = run("search", "dam", "log", "--ledger", ledger, "--format", "jsonl")
    assert done.returncode == 0 and lines(done.stdout)
    assert run("search", 'AND OR NOT ( * "', "--ledger", ledger).returncode == 0


def test_a_page_is_written(run: Run, ledger: Path, tmp_path: Path) -> None:
    assert run("page", "--to", "story.html", "--ledger", ledger).returncode == 0
    assert (tmp_path / "story.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
def test_files_are_written_for_other_programs(run: Run, ledger: Path, form: str) -> None:
    done = run("export", "--format", form, "--ledger", ledger)
    assert done.returncode == 0 and done.stdout


def test_a_correction_is_shown_and_the_id_stays(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The harbour is closed, the mayor of Ostrel said on Monday. Nobody knew why.\n")
    assert run("add", "a.txt").returncode == 0
    report = lines(run("reports", "--format", "jsonl").stdout)[0]
    assert report["outlet"] is None
    assert (
        run("correct", report["id"], "--outlet", "The Quay", "--published", "2031-04", "--because", "seen").returncode
        == 0
    )
    after = lines(run("reports", "--format", "jsonl").stdout)[0]
    assert (after["id"], after["outlet"], after["published"]["start"]) == (report["id"], "The Quay", "2031-04-01")
    assert run("correct", report["id"], "--published", "3 May 2031").returncode == 0
    decided = lines(run("decisions", "--format", "jsonl").stdout)
    assert [d["field"] for d in decided] == ["outlet", "published", "published"]
    assert run("remove", report["id"]).returncode == 0
    assert run("reports", "--format", "jsonl").stdout == ""
    assert "removed before" in run("add", "a.txt").stdout


def test_standard_input_is_read(run: Run) -> None:
    words = "The gate was shut, said Mara Tolen, who keeps it. She would not say by whom.\n"
    done = run("add", "-", "--outlet", "The Quay", given=words)
    assert done.returncode == 0, done.stderr
    report = lines(run("reports", "--format", "jsonl").stdout)[0]
    assert (report["origin"], report["outlet"]) == ("-", "The Quay")
    assert run("text", report["id"]).stdout == words


def test_what_cannot_be_read_is_named_and_the_status_says_partly_done(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("The mayor said that the pier was open. It was.\n")
    (tmp_path / "empty.txt").write_text("")
    done = run("add", "good.txt", "empty.txt", "nowhere.txt")
    assert done.returncode == 3
    assert "1 new" in done.stdout
    assert "empty.txt" in done.stderr and "nowhere.txt" in done.stderr


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["reports", "--ledger", "nowhere.db"], 1),
        (["show", "00"], 1),
        (["nonsense"], 2),
        (["statements", "--act", "shout"], 2),
        (["analyse"], 2),
        (["correct", "00"], 2),
        (["add", ".", "--published", "yesterday"], 2),
        (["add", ".", "--encoding", "undefined"], 2),
        (["statements", "--since", "2031-4", "--ledger", LEDGER], 2),
        (["statements", "--speaker", "\udcff", "--ledger", LEDGER], 2),
        (["statements", "--report", "", "--ledger", LEDGER], 2),
        (["search", "dam", "--limit", "-1", "--ledger", LEDGER], 2),
        (["show", "00", "--context", "-5", "--ledger", LEDGER], 2),
        (["page", "--to", "no/such/folder.html", "--ledger", LEDGER], 2),
        (["demo", "/dev/null/demo"], 1),
    ],
)
def test_errors_are_one_line_and_have_their_status(run: Run, ledger: Path, words: list[str], status: int) -> None:
    done = run(*(ledger if word == LEDGER else word for word in words))
    assert done.returncode == status
    assert "Traceback" not in done.stderr and done.stderr.strip()


def test_help_names_every_command(run: Run) -> None:
    done = run("--help")
    assert done.returncode == 0
    for verb in ("add", "analyse", "show", "explain", "verify", "export", "remove", "correct", "statements", "reports"):
        assert f"  {verb} " in done.stdout


def test_a_reader_that_has_enough_is_no_error(ledger: Path) -> None:
    command = f"set -o pipefail; {sys.executable} -m onrecord statements --format jsonl --ledger {ledger} | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_answers_are_utf8_whatever_the_terminal_is_set_to(ledger: Path) -> None:
    command = [sys.executable, "-m", "onrecord", "statements", "--format", "jsonl", "--ledger", str(ledger)]
    narrow = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(command, env=narrow, capture_output=True, timeout=120, check=True)
    assert "“" in done.stdout.decode("utf-8")


def test_a_demo_never_takes_the_place_of_a_ledger(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The harbour is closed, the mayor of Ostrel said on Monday. Nobody knew why.\n")
    assert run("add", "a.txt").returncode == 0
    done = run("demo", ".")
    assert done.returncode == 2 and "of your own" in done.stderr
    assert len(lines(run("reports", "--format", "jsonl").stdout)) == 1


def test_a_removed_report_is_restored_by_the_beginning_of_its_id(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The harbour is closed, the mayor of Ostrel said on Monday. Nobody knew why.\n")
    run("add", "a.txt")
    report = lines(run("reports", "--format", "jsonl").stdout)[0]["id"]
    assert run("remove", report[:6]).returncode == 0
    assert run("remove", "", "--undo").returncode == 2
    assert run("remove", report[:6].upper(), "--undo").returncode == 0
    assert "1 new" in run("add", "a.txt").stdout


def test_a_text_that_would_steer_a_terminal_reaches_a_pipe_as_it_is_and_a_terminal_as_marks(
    run: Run, tmp_path: Path
) -> None:
    words = "The harbour \x1b[2J is closed, the mayor of Ostrel said on Monday. Nobody knew why.\n"
    (tmp_path / "a.txt").write_text(words)
    run("add", "a.txt")
    report = lines(run("reports", "--format", "jsonl").stdout)[0]["id"]
    assert run("text", report).stdout == words
    master, slave = os.openpty()
    subprocess.run(
        [sys.executable, "-m", "onrecord", "text", report], cwd=tmp_path, stdout=slave, timeout=120, check=True
    )
    os.close(slave)
    shown = os.read(master, 10_000).decode()
    os.close(master)
    assert "\x1b" not in shown and "is closed" in shown


FIGURE = frozenset(
    "id report origin band spans value minimum maximum hedge unit what group place as_of giver relay".split()  # noqa: SIM905 (one word a field)
)


def test_figures_have_the_fields_that_other_programs_rely_on(run: Run, ledger: Path) -> None:
    rows = lines(run("figures", "--ledger", ledger, "--format", "jsonl").stdout)
    assert len(rows) > 50
    assert all(set(row) >= FIGURE for row in rows)
    assert not any(row["ordinal"] or row["implied"] for row in rows)


def test_what_a_figure_counts_is_cut_from_the_report(run: Run, ledger: Path) -> None:
    row = next(r for r in lines(run("figures", "--ledger", ledger, "--format", "jsonl").stdout) if r["what"])
    text = run("text", row["report"], "--ledger", ledger).stdout
    assert " ".join(text[s:e] for s, e in row["spans"]["what"]) == row["what"]


@pytest.mark.parametrize("noun", ["figures", "mentions", "times"])
def test_every_kind_of_entry_can_be_shown_explained_and_cited(
    run: Run, ledger: Path, noun: str, tmp_path: Path
) -> None:
    run("export", "--format", "jsonl", "--to", tmp_path, "--ledger", ledger)
    row = lines((tmp_path / f"{noun}.jsonl").read_text(encoding="utf-8"))[0]
    for verb in ("show", "explain", "cite"):
        done = run(verb, row["id"], "--ledger", ledger)
        assert done.returncode == 0, done.stderr
        assert row["id"] in done.stdout or verb == "explain"


def test_the_timeline_is_in_order_and_every_line_rests_on_entries(run: Run, ledger: Path) -> None:
    rows = lines(run("timeline", "--ledger", ledger, "--format", "jsonl").stdout)
    assert len(rows) > 10
    assert [row["start"] for row in rows] == sorted(row["start"] for row in rows)
    assert all(row["entries"] and row["spans"]["time"] for row in rows)


def test_the_timeline_is_drawn_and_written_for_timelinejs(run: Run, ledger: Path, tmp_path: Path) -> None:
    drawn, slides = tmp_path / "timeline.svg", tmp_path / "timeline.json"
    run("timeline", "--ledger", ledger, "--svg", drawn, "--timelinejs", slides)
    assert drawn.read_text(encoding="utf-8").startswith("<svg")
    events = json.loads(slides.read_text(encoding="utf-8"))["events"]
    assert all(event["start_date"]["year"] and event["display_date"] for event in events)


@pytest.mark.parametrize(
    "writes", ["decisions --export", "page --to", "export --format xlsx --to", "blame --svg", "figures --series --svg"]
)
def test_no_answer_is_written_over_a_ledger(run: Run, ledger: Path, tmp_path: Path, writes: str) -> None:
    mine = tmp_path / "mine.db"
    mine.write_bytes(ledger.read_bytes())
    done = run(*writes.split(), mine, "--ledger", ledger)
    assert done.returncode == 2
    assert "mine.db: a ledger, which would be lost; write to another file" in done.stderr
    assert mine.read_bytes() == ledger.read_bytes()


def test_coverage_of_what_is_not_there_says_so(run: Run, ledger: Path) -> None:
    done = run("coverage", "nosuch", "--ledger", ledger)
    assert done.returncode == 1
    assert "utterance or series nosuch: not in the ledger; list them with `onrecord coverage --all`" in done.stderr


def test_a_decision_is_somebodys(run: Run, ledger: Path) -> None:
    result = run("confirm", "00", "--by", " ", "--ledger", str(ledger))
    assert (result.returncode, "empty" in result.stderr) == (2, True)


OUTLET, ACTOR = ("--outlet", "Nowhere"), ("--actor", "Nobody Atall")


@pytest.mark.parametrize(
    "words",
    [
        *((noun, *OUTLET) for noun in ("reports", "statements", "actors", "figures", "timeline", "blame", "compare")),
        *((noun, *OUTLET) for noun in ("wording", "conflicts", "positions", "coverage", "doubts", "review")),
        ("search", "ferry", *OUTLET),
        *((noun, *ACTOR) for noun in ("statements", "compare", "wording", "positions", "decisions")),
        ("blame", "--from", "Nobody Atall"),
        ("positions", "--party", "No League"),
        ("actors", "--party", "No League"),
        ("positions", "--topic", "no matter"),
    ],
    ids=" ".join,
)
def test_a_name_that_is_not_on_record_is_said_to_be_unknown(run: Run, ledger: Path, words: tuple[str, ...]) -> None:
    done = run(*words, "--ledger", ledger)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{words[-1]}: not in" in done.stderr and done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "words", [("compare", ""), ("coverage", ""), ("show", " "), ("statements", "--actor", ""), ("actors", "show", "")]
)
def test_an_empty_value_is_not_taken_for_all(run: Run, ledger: Path, words: tuple[str, ...]) -> None:
    done = run(*words, "--ledger", ledger)
    assert done.returncode == 2 and "empty; give a value" in done.stderr


def test_a_ruling_on_a_report_that_was_removed_says_what_to_do_first(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Ilen Marsh said that the ferry was late.\n", "utf-8")
    ledger = tmp_path / "one.db"
    assert run("add", "one.txt", "--ledger", ledger, "--analyser", "rules").returncode == 0
    row = lines(run("statements", "--ledger", ledger, "--format", "jsonl").stdout)[0]
    assert run("confirm", row["id"], "--ledger", ledger).returncode == 0
    assert run("remove", row["report"], "--ledger", ledger).returncode == 0
    done = run("undo", "1", "--ledger", ledger)
    assert done.returncode == 1 and f"onrecord remove {row['report']} --undo" in done.stderr


def test_a_place_found_says_who_had_it_first_and_what_to_ask_next(run: Run, ledger: Path) -> None:
    found = run("search", "one telephone call before the gates", "--ledger", ledger).stdout
    told = next(line for line in found.splitlines() if ": onrecord compare " in line)
    assert "first in Meridian Dispatch, 2031-04-04" in told
    compared = run("compare", told.split()[-1], "--ledger", ledger)
    assert compared.returncode == 0 and "Meridian Dispatch" in compared.stdout
