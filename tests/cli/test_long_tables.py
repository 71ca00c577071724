"""A table of many rows looks as one of few does, whatever its cells hold."""

import random
from collections.abc import Callable

import pytest

from onrecord.cli import output

WORDS = ("rain", "“The", "river,", "rose…”", "长文字", "of", "a" * 40, "Ardvania's", "é", "x" * 90)
NAMES = ("id", "date", "what", "by", "", "because", "outlet")


def of(name: str) -> Callable[[output.Row], str]:
    return lambda row: str(row[name])


@pytest.mark.parametrize("seed", range(20))
def test_it_looks_the_same(seed: int, monkeypatch, capsys) -> None:
    draw = random.Random(seed)
    names = draw.sample(NAMES, draw.randint(1, 7))
    rows = [{name: cell(draw, name) for name in names} for _ in range(draw.randint(1, 40))]
    printed = []
    for long in (1_000, 0):
        monkeypatch.setattr(output, "LONG", long)
        output.print_rows(rows, {name: of(name) for name in names}, "table", "things")
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]


def cell(draw: random.Random, name: str) -> str:
    if name in output.NARROW:
        return "85e851660968a3a9"
    return " ".join(draw.choices(WORDS, k=draw.choice((0, 1, 1, 2, 9))))
