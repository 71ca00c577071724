"""The page on benchmarks names every benchmark, every option and every floor there is."""

import os
import re
from pathlib import Path

from evaluation.__main__ import parser
from evaluation.benchmarks import BENCHMARKS
from evaluation.floors import as_markdown, read_floors

PAGE = Path(__file__).parents[2] / "docs/reference/benchmarks.md"
FLOORS = re.compile(r"(?<=<!-- floors -->\n).*(?=<!-- end of floors -->)", re.S)


def test_the_table_lists_every_benchmark_and_its_data() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| .* \| `([\w/.-]+)` \|$", PAGE.read_text(encoding="utf-8"), re.M)
    assert dict(rows) == {name: entry.folder for name, entry in BENCHMARKS.items()}


def test_every_option_is_described() -> None:
    options = {option for action in parser()._actions for option in action.option_strings if option.startswith("--")}
    described = set(re.findall(r"^\| `(--\w+)", PAGE.read_text(encoding="utf-8"), re.M))
    assert described == options - {"--help"}


def test_the_floors_on_the_page_are_the_pinned_ones() -> None:
    page, table = PAGE.read_text(encoding="utf-8"), as_markdown(read_floors())
    if os.environ.get("ONRECORD_REGENERATE"):
        PAGE.write_text(FLOORS.sub(lambda _: table, page), encoding="utf-8")
    found = FLOORS.search(PAGE.read_text(encoding="utf-8"))
    assert found
    assert found[0] == table
