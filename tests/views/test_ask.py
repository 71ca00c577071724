"""Questions in plain words: answered by the right words first, or not on record."""

import tomllib
from pathlib import Path

import pytest

from onrecord import flow
from onrecord.example import reports_folder
from onrecord.ledger import Ledger
from onrecord.views.ask import Answer, as_text, ask, line

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/ask/questions.toml").read_text("utf-8"))["question"]
RIGHT = 20
"""So many of the 25 that are on record must be answered by the right words first."""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ask") / "story.db"
    with reports_folder() as folder:
        flow.add(path, [folder])
    return path


def answered(ledger: Path, question: str) -> Answer:
    with Ledger.open(ledger) as opened:
        return ask(opened.view, question)


def is_right(answer: Answer, words: list[str]) -> bool:
    first = " ".join(" ".join(answer.hits[0].exact).split()) if answer.hits else ""
    return any(" ".join(one.split()) in first for one in words)


@pytest.mark.parametrize("case", [case for case in CASES if case.get("none")], ids=lambda case: case["ask"])
def test_what_is_not_on_record_is_not_answered(ledger: Path, case: dict[str, str]) -> None:
    answer = answered(ledger, case["ask"])
    assert not answer.on_record, as_text(answer)
    assert answer.reason


def test_most_of_what_is_on_record_is_answered_by_the_right_words_first(ledger: Path) -> None:
    asked = [case for case in CASES if "right" in case]
    wrong = [case["ask"] for case in asked if not is_right(answered(ledger, case["ask"]), case["right"])]
    assert len(asked) - len(wrong) >= RIGHT, wrong


def test_every_word_of_an_answer_is_cut_from_a_report(ledger: Path) -> None:
    answer = answered(ledger, "What did Ilse Varrock promise about inspectors?")
    with Ledger.open(ledger) as opened:
        for hit in answer.hits:
            text = opened.view.text(hit.row["report"])
            spans = line(hit)["spans"]
            assert isinstance(spans, dict)
            assert [text[start:end] for start, end in spans["content"]] == list(hit.exact)
