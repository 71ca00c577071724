"""Sentences of news with their time expressions as TIMEX3 writes them, one a line under ``tests/cases``.

A line is a sentence with ``[words](D value)``; a line ``= day`` gives the day of publication of what follows, and ``?``
heads a sentence that is still read wrongly. ``ONRECORD_REGENERATE=1`` writes these marks anew; look at the difference.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from onrecord.analyse.passages import passages
from onrecord.analyse.text import report_of
from onrecord.analyse.times import Times
from onrecord.engine.parse import parse
from onrecord.model.analysis import Analysis
from onrecord.model.report import DateValue
from onrecord.model.terms import DateMethod

CASES = sorted(Path(__file__).parents[1].joinpath("cases/times").glob("*.txt"))
TYPES = {"D": "DATE", "T": "TIME", "P": "DURATION", "S": "SET"}
MARKED = re.compile(r"\[([^\]]+)\]\(([DTPS]) ([^)]+)\)")

Expression = tuple[str, str, str]


class Case(NamedTuple):
    """One sentence: the line it stands in, its day, its text, what is in it, and whether it is known to be wrong."""

    at: int
    day: str
    text: str
    expected: list[Expression]
    wrong: bool


def cases(lines: list[str]) -> Iterator[Case]:
    day = ""
    for at, line in enumerate(lines):
        if line.startswith("= "):
            day = line[2:]
        elif line and not line.startswith("#"):
            marked = line.removeprefix("? ")
            expected = [(one[1], TYPES[one[2]], one[3]) for one in MARKED.finditer(marked)]
            yield Case(at, day, MARKED.sub(r"\1", marked), expected, line.startswith("? "))


def read(day: str, text: str) -> list[Expression]:
    report = replace(report_of(text), published=DateValue(day, day, DateMethod.GIVEN, 1.0))
    question, todo = Times(report), list(passages(report))
    for piece in parse(text, [one.span for one in todo]):
        question.take(todo[piece.passage], piece, ())
    found = question.answered(Analysis(report.id, "test 1", "", report.text_id, ())).times
    return [(one.span.cut(text), str(one.type), one.value or "") for one in found]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_times_of_news_are_read_but_for_those_known_to_be_wrong(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    told = list(cases(lines))
    wrong = {one.at for one in told if read(one.day, one.text) != one.expected}
    if os.environ.get("ONRECORD_REGENERATE"):
        marked = [("? " if at in wrong else "") + line.removeprefix("? ") for at, line in enumerate(lines)]
        path.write_text("\n".join(marked) + "\n", encoding="utf-8")
        return
    assert [lines[one] for one in sorted(wrong)] == [lines[one.at] for one in told if one.wrong]
