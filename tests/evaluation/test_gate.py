"""The gate lets through what holds its floors, and says what it could not measure."""

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation import gate
from evaluation.benchmarks import BENCHMARKS, Entry
from evaluation.corpora.digest import corpus_hash
from evaluation.floors import Floor, check, read_floors
from evaluation.outcome import Number, Options, Outcome, Predictions


class Fixed:
    """A benchmark that always gives the same figure."""

    def predict(self, data: Path, options: Options) -> Predictions:
        return {"sample": options.sample}

    def score(self, data: Path, predictions: Predictions, options: Options) -> Outcome:
        return Outcome((Number("F1", 50.0 if predictions["sample"] else 60.0), Number("wrong", 5.0)))

    def write(self, predictions: Predictions) -> str:
        return json.dumps(predictions)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "shared/data/fixed"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("one", encoding="utf-8")
    monkeypatch.setenv("ONRECORD_SHARED", str(tmp_path / "shared"))
    monkeypatch.setitem(BENCHMARKS, "fixed", Entry(Fixed(), "data/fixed"))
    return folder


def floors(folder: Path, corpus: str, **bounds: tuple[str, float]) -> Path:
    run: dict[str, Any] = {"floors": {metric.replace("_", " "): bound for metric, bound in bounds.items()}}
    path = folder.parents[2] / "floors.json"
    rows = {"fixed": {"corpus": corpus, "quick": run | {"sample": 3}, "full": run | {"sample": None}}}
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


def test_figures_at_or_above_their_floor_pass(data: Path) -> None:
    path = floors(data, corpus_hash(data), F1=("at least", 50.0), wrong=("at most", 5.0))
    assert gate.main(["--floors", str(path)]) == 0


def test_a_figure_below_its_floor_fails_and_is_named(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = floors(data, corpus_hash(data), F1=("at least", 55.0))
    assert gate.main(["--floors", str(path)]) == 1
    assert "BROKEN" in capsys.readouterr().out


def test_a_figure_above_its_ceiling_fails(data: Path) -> None:
    assert gate.main(["--floors", str(floors(data, corpus_hash(data), wrong=("at most", 4.0)))]) == 1


def test_the_full_run_takes_everything(data: Path) -> None:
    path = floors(data, corpus_hash(data), F1=("at least", 55.0))
    assert gate.main(["--floors", str(path), "--full"]) == 0


def test_a_figure_that_is_no_longer_measured_fails(data: Path) -> None:
    assert gate.main(["--floors", str(floors(data, corpus_hash(data), gone=("at least", 1.0)))]) == 1


def test_another_copy_of_the_corpus_fails_until_floors_are_renewed(data: Path) -> None:
    path = floors(data, corpus_hash(data), F1=("at least", 1.0))
    (data / "b.txt").write_text("two", encoding="utf-8")
    assert gate.main(["--floors", str(path)]) == 1


def test_a_benchmark_without_its_corpus_is_skipped_by_name(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = floors(data, corpus_hash(data), F1=("at least", 99.0))
    monkeypatch.setenv("ONRECORD_SHARED", str(data / "nowhere"))
    assert gate.main(["--floors", str(path)]) == 0
    assert "skipped: data/fixed is not on this machine" in capsys.readouterr().out


def test_lifting_raises_floors_lowers_ceilings_and_renews_the_hash(data: Path) -> None:
    path = floors(data, "0" * 64, F1=("at least", 10.0), wrong=("at most", 90.0))
    assert gate.main(["--floors", str(path), "--lift"]) == 0
    after = read_floors(path)[0]
    assert after.corpus == corpus_hash(data)
    assert [floor.bound for floor in after.quick.floors] == [49.0, 6.0]
    assert [floor.bound for floor in after.full.floors] == [10.0, 90.0]


def test_lifting_lowers_no_floor_and_a_broken_one_stays_broken(data: Path) -> None:
    path = floors(data, corpus_hash(data), F1=("at least", 55.0))
    assert gate.main(["--floors", str(path), "--lift"]) == 1
    assert read_floors(path)[0].quick.floors[0].bound == 55.0


def test_a_floor_is_lowered_only_where_that_is_asked_for(data: Path) -> None:
    path = floors(data, corpus_hash(data), F1=("at least", 55.0))
    gate.main(["--floors", str(path), "--lift", "--lower"])
    assert read_floors(path)[0].quick.floors[0].bound == 49.0


def test_a_lifted_floor_is_the_half_point_below_a_point_of_slack() -> None:
    assert Floor("F1", "at least", 0.0).lifted(47.6).bound == 46.5
    assert Floor("wrong", "at most", 100.0).lifted(12.3).bound == 13.5
    assert Floor("rare", "at least", 0.0).lifted(0.3).bound == 0.0


def test_a_perfect_figure_stays_asked_for() -> None:
    assert Floor("decoded", "at least", 0.0).lifted(100.0).bound == 100
    assert not Floor("decoded", "at least", 100.0).holds(99.99)
    assert Floor("refused", "at most", 5.0).lifted(0.0).bound == 0


def test_a_check_without_a_value_has_not_passed() -> None:
    assert not check((Floor("F1", "at least", 0.0),), Outcome(()))[0].passed


def test_every_pinned_floor_belongs_to_a_benchmark_and_names_a_corpus() -> None:
    for pinned in read_floors():
        assert pinned.name in BENCHMARKS
        assert len(pinned.corpus) == 64
        assert {floor.metric for floor in pinned.quick.floors} <= {floor.metric for floor in pinned.full.floors}
