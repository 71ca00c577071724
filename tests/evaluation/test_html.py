"""The scoring of body text, by hand-counted examples."""

import gzip
import json
from pathlib import Path

import pytest

from evaluation import html
from evaluation.outcome import Options

TEXT = " ".join(
    f"The minister of Arland said on day {day} that the bridge at Tamra would be opened again." for day in range(9)
)


def test_shingles_are_counted_as_often_as_they_stand_there() -> None:
    share = html.share("a b c d e", "a b c d a b c d")
    assert share == pytest.approx((1 / 6, 4 / 6, 1 / 6))


def test_precision_and_recall_are_averaged_over_pages_before_f1() -> None:
    shares = [html.Share(1.0, 0.0, 0.0), html.Share(0.5, 0.5, 0.0), html.Share(0.0, 0.0, 1.0)]
    assert html.precision(shares) == pytest.approx(75.0)
    assert html.recall(shares) == pytest.approx(200 / 3)
    assert html.f1(shares) == pytest.approx(2 * 75 * (200 / 3) / (75 + 200 / 3))


def test_a_folder_is_predicted_scored_and_written(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    page = f"<html><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"
    (tmp_path / "html" / "one.html.gz").write_bytes(gzip.compress(page.encode()))
    (tmp_path / "ground-truth.json").write_text(json.dumps({"one": {"articleBody": f"{TEXT}\n{TEXT}", "url": ""}}))
    numbers = html.run(tmp_path)["numbers"]
    assert numbers["onrecord F1"]["value"] == numbers["decoded"]["value"] == 100.0
    predictions = html.predict(tmp_path, Options())
    assert json.loads(html.write(predictions)) == {"doc": "one", "body": f"{TEXT}\n\n{TEXT}"}
