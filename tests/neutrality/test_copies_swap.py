"""Copies and coverage of the example story are the same with its two parties' names swapped."""

import json
from collections import Counter
from pathlib import Path

from onrecord import flow
from onrecord.ledger import Ledger
from onrecord.settings import Settings
from onrecord.views.copies import copy_groups
from onrecord.views.coverage import coverage
from tests.neutrality.test_party_swap import FLOOR, RULES, STORY_PAIRS, Swap, example


def shapes(folder: Path, swap: Swap | None) -> tuple[Counter[object], Counter[object]]:
    """Pairs of copies, and what each outlet has of each thing, in the names of the story as it is."""
    folder.mkdir()
    for number, report in enumerate(example()):
        text = swap(report.text) if swap else report.text
        row = {"text": text, "outlet": report.outlet, "published": report.published.start}
        (folder / f"{number}.json").write_text(json.dumps(row), encoding="utf-8")
    flow.add(folder / "a.db", [folder], settings=Settings(analysis=RULES))
    with Ledger.open(folder / "a.db") as ledger:
        outlets = {row["id"]: row["outlet"] for row in ledger.view.reports()}
        groups, things = copy_groups(ledger.view), coverage(ledger.view)
    pairs = Counter(
        (frozenset((outlets[p.a], outlets[p.b])), p.kind, round(min(p.part_a, p.part_b), 2))
        for group in groups
        for p in group.pairs
    )
    cells = Counter(
        (one.kind, (swap(one.words) if swap else one.words).casefold(), cell.outlet, cell.coverage)
        for one in things
        for cell in one.cells
    )
    return Counter(pairs), Counter(cells)


def test_copies_and_coverage_do_not_depend_on_whose_names_stand_there(tmp_path: Path) -> None:
    (pairs, cells), (turned, other) = shapes(tmp_path / "one", None), shapes(tmp_path / "other", Swap(STORY_PAIRS))
    assert pairs == turned
    assert pairs
    same = (cells & other).total()
    listed = "\n".join(map(str, [*(cells - other), *(other - cells)]))
    print(f"{same} of {max(cells.total(), other.total())} cells are equal\n{listed}")
    assert same >= FLOOR * max(cells.total(), other.total()), listed
