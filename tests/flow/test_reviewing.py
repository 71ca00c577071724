"""Rulings from end to end: two hundred of them outlive another analyser and the way to another ledger."""

from collections import Counter
from pathlib import Path

import pytest

from onrecord import flow
from onrecord.example import reports_folder
from onrecord.flow import reviewing
from onrecord.ledger import Ledger, StatementFilter
from onrecord.model.rows import StatementRow
from onrecord.settings import AnalysisSettings, Settings
from onrecord.views.review import queue, sample, sentence

RULES, TAGGER = (Settings(analysis=AnalysisSettings(name)) for name in ("rules", "tagger"))


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    with reports_folder() as folder:
        flow.add(tmp_path / "a.db", [folder], settings=TAGGER)
    return tmp_path / "a.db"


def statements(ledger: Path, status: str = "all") -> list[StatementRow]:
    with Ledger.open(ledger) as opened:
        return list(opened.view.statements(StatementFilter(status=status)))


def rule_on(ledger: Path, rows: list[StatementRow]) -> Counter[str]:
    done: Counter[str] = Counter()
    for at, row in enumerate(rows):
        kind = ("confirm", "reject", "edit")[at % 3]
        with Ledger.open(ledger) as opened:
            if kind == "edit":
                opened.writer.edit(row["id"], {"act": "ask" if row["act"] != "ask" else "say"}, "kim", "read it")
            else:
                getattr(opened.writer, kind)(row["id"], "kim", "read it")
        done[{"confirm": "confirmed", "reject": "rejected", "edit": "edited"}[kind]] += 1
    return done


def test_two_hundred_rulings_outlive_another_analyser_and_the_way_to_another_ledger(ledger: Path, tmp_path: Path):
    ruled = rule_on(ledger, statements(ledger)[:200])
    flow.resolve(ledger)
    assert Counter(row["status"] for row in statements(ledger)) & ruled == ruled
    before = {row["id"]: row for row in statements(ledger) if row["status"] in ("confirmed", "edited")}

    flow.analyse_stale(ledger, RULES)
    after = {row["id"]: row for row in statements(ledger)}
    with Ledger.open(ledger) as opened:
        notes = Counter(note.kind for note in opened.view.review_notes())
        assert not opened.verify()
        lines = list(opened.view.carried())
    told = ("content", "cue", "source", "act", "mode", "speaker", "status")
    assert all([after[id][key] for key in told] == [row[key] for key in told] for id, row in before.items())  # type: ignore[literal-required]
    rejected = sum(row["status"] == "rejected" for row in after.values())
    assert rejected + notes["orphan"] == ruled["rejected"]
    assert notes["disagreement"]

    with reports_folder() as folder:
        flow.add(tmp_path / "b.db", [folder], settings=RULES)
    assert reviewing.bring(tmp_path / "b.db", lines).taken == 200
    assert statements(tmp_path / "b.db") == statements(ledger)

    flow.analyse_stale(ledger, TAGGER)
    again = {row["id"]: row for row in statements(ledger)}
    assert all([again[id][key] for key in told] == [row[key] for key in told] for id, row in before.items())  # type: ignore[literal-required]
    with Ledger.open(ledger) as opened:
        assert not opened.view.review_notes()
        assert not opened.verify()


def test_the_queue_begins_with_grave_acts_and_a_sample_gives_a_rate(ledger: Path):
    with Ledger.open(ledger) as opened:
        waiting = queue(opened.view)
        assert waiting[0]["act"] in ("accuse", "blame", "threaten")
        drawn = sample(opened.view, 20, seed=7)
        assert (drawn.judged, len(drawn.waiting)) == (0, 20)
    reviewing.confirm(ledger, drawn.waiting[:15], "kim")
    reviewing.reject(ledger, drawn.waiting[15:18], "kim")
    reviewing.edit(ledger, drawn.waiting[18], {"act": "ask"}, "kim")
    with Ledger.open(ledger) as opened:
        now = sample(opened.view, 20, seed=7)
        assert (now.judged, now.wrong, now.waiting) == (19, 4, drawn.waiting[19:])
        assert now.low < now.rate < now.high
        assert "21.1%" in sentence(now)


def test_a_carried_day_of_publication_dates_what_is_counted_from_it(ledger: Path, tmp_path: Path):
    with Ledger.open(ledger) as opened:
        report = next(row["report"] for row in opened.view.times() if row["anchor"] == "published" and row["start"])
    other = tmp_path / "other.db"
    other.write_bytes(ledger.read_bytes())
    flow.correct(ledger, report, {"published": "2031-09-20"}, "kim", "misprint")
    with Ledger.open(ledger) as opened:
        lines, times = list(opened.view.carried()), list(opened.view.times())
    reviewing.bring(other, lines)
    with Ledger.open(other) as opened:
        assert list(opened.view.times()) == times


def test_what_a_ruling_leaves_to_be_resolved_is_no_fault_and_is_not_overtaken(ledger: Path):
    row = next(row for row in statements(ledger) if row["speaker"])
    with Ledger.open(ledger) as opened:
        digest = opened.view.settled(row["report"]).digest
        opened.writer.reject(row["id"], "kim")
        assert not opened.verify()
        assert not opened.writer.chain(row["report"], digest, "made before the ruling", [])
    flow.resolve(ledger)
    with Ledger.open(ledger) as opened:
        assert not opened.verify()
