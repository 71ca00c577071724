"""Real reports, where the shared corpora are on this machine: every one is read and every character holds."""

import json
from pathlib import Path

import pytest

from evaluation.corpora.place import shared
from onrecord import flow
from onrecord.ledger import Ledger
from onrecord.views.page_file import write_page

SEEDS = shared() / "seeds"
SEESAW = shared() / "data" / "seesaw" / "articles"
EVERY = 25


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed reports are not on this machine")
def test_the_seed_reports_are_read_and_hold(tmp_path: Path) -> None:
    tally = flow.add(tmp_path / "a.db", [SEEDS])
    assert (tally.added, tally.refused) == (len(list(SEEDS.glob("*.txt"))), [])
    with Ledger.open(tmp_path / "a.db") as ledger:
        assert ledger.verify() == []
    assert write_page(tmp_path / "a.db", tmp_path / "page.html").stat().st_size > 50_000


@pytest.mark.skipif(not SEESAW.is_dir(), reason="the SEESAW articles are not on this machine")
def test_articles_of_a_corpus_as_json_lines_are_read_and_hold(tmp_path: Path) -> None:
    rows = []
    for path in sorted(SEESAW.glob("*.json"))[::EVERY]:
        article = json.loads(path.read_text(encoding="utf-8"))
        sentences = [sentence["text"] for sentence in article["text"] if sentence["text"].strip()]
        rows.append({"title": article["title"], "text": "\n".join(sentences) + "\n", "outlet": path.stem[-1]})
    lines = tmp_path / "stories.jsonl"
    lines.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    tally = flow.add(tmp_path / "a.db", [lines])
    assert (tally.added + tally.unchanged, tally.refused) == (len(rows), [])
    with Ledger.open(tmp_path / "a.db") as ledger:
        assert ledger.verify() == []
