"""The attribution benchmark on a folder laid out like PolNeAR."""

import json
from pathlib import Path

import pytest

from evaluation import attribution
from evaluation.corpora import polnear
from evaluation.outcome import Options, sample

TEXT = 'Bob said "I like tea." Ann thinks it will rain.\r\nSales rose, officials said.\n'
TRIPLES = (("Bob", "said", '"I like tea."'), ("Ann", "thinks", "it will rain"), ("officials", "said.", "Sales rose"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("text", "attributions"):
        (tmp_path / name).mkdir()
    (tmp_path / "text/out_d.txt").write_text(TEXT, newline="", encoding="utf-8")
    lines = []
    for n, triple in enumerate(TRIPLES):
        for k, (label, words) in enumerate(zip(("Source", "Cue", "Content"), triple, strict=True)):
            start = TEXT.index(words)
            lines.append(f"T{3 * n + k + 1}\t{label} {start} {start + len(words)}\t{words}\nand more of the text")
        roles = f"Source:T{3 * n + 1} Cue:T{3 * n + 2} Content:T{3 * n + 3}"
        lines.append(f"E{n + 1}\tAttribution:T0 {roles}")
    (tmp_path / "attributions/out_d_aaaa.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def rows(folder: Path, confidence: float = 0.8, band: str = "likely") -> list[dict[str, object]]:
    gold = next(polnear.golds(folder, ["out_d"])).annotators[0]
    return [
        {"source": g.source, "cue": g.cue, "content": g.content, "confidence": confidence, "band": band} for g in gold
    ]


def test_line_ends_stay_as_they_are_in_the_file(folder: Path) -> None:
    assert polnear.text(folder, "out_d") == TEXT


def test_annotations_whose_text_runs_over_lines_are_read(folder: Path) -> None:
    gold = next(polnear.golds(folder, ["out_d"]))
    assert [TEXT[slice(*a.content[0])] for a in gold.annotators[0]] == [content for _, _, content in TRIPLES]


def test_perfect_predictions_score_a_hundred_with_no_wrong_speaker(folder: Path) -> None:
    outcome = attribution.score(folder, {"out_d": rows(folder)}, Options())
    assert outcome.value("all who-what F1") == 100
    assert outcome.value("wrong speaker") == 0
    assert outcome.value("likely band right") == 100
    assert outcome.value("likely band share of gold") == 100
    assert abs((outcome.value("expected calibration error") or 0) - 20) < 1e-9


def test_predicting_nothing_scores_zero(folder: Path) -> None:
    outcome = attribution.score(folder, {}, Options(boot=20))
    assert outcome.value("all who-what F1") == 0
    assert outcome.value("expected calibration error") is None
    assert not outcome.right


def test_a_wrong_source_shows_in_the_rate_of_wrong_speakers(folder: Path) -> None:
    some = rows(folder)
    some[0]["source"] = some[1]["source"]
    outcome = attribution.score(folder, {"out_d": some}, Options())
    assert abs((outcome.value("wrong speaker") or 0) - 100 / 3) < 1e-9


def test_a_folder_without_annotations_is_predicted_on_and_not_scored(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    outcome = attribution.score(tmp_path, {}, Options())
    assert not outcome.numbers
    assert "not scored" in outcome.remarks[0]


def test_predictions_are_written_one_article_a_line(folder: Path) -> None:
    line = json.loads(attribution.write({"out_d": rows(folder)}))
    assert line["doc"] == "out_d"
    assert line["attributions"][0]["content"] == [[TEXT.index('"I'), TEXT.index('"I') + 13]]


def test_a_sample_is_the_same_whatever_the_order_and_grows_without_changing() -> None:
    names = [f"n{i}" for i in range(30)]
    assert sample(names, 5) == sample(reversed(names), 5)
    assert set(sample(names, 5)) < set(sample(names, 6))
    assert sample(names, None) == sorted(names)
