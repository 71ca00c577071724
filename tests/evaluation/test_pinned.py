"""A pinned run holds no text, and shows what a change gains and loses."""

import gzip
from pathlib import Path

from evaluation import stories
from evaluation.outcome import SHOWN, Mark, Number, Outcome, Predictions, cut
from evaluation.pinned import FOLDER, gains_and_losses, pin, pinned

OLD, NEW = Mark("d", ((0, 3),), "found"), Mark("d", ((4, 7),), "found")


class Worded:
    """A benchmark whose only document is three words."""

    def sealed(self, predictions: Predictions) -> Predictions:
        return predictions

    def words(self, data: Path, mark: Mark) -> str:
        return " ".join("one two six"[start:end] for start, end in mark.spans)


def test_what_is_pinned_comes_back_and_the_same_run_gives_the_same_bytes(tmp_path: Path) -> None:
    predictions = {"b": [{"content": [[0, 3]]}], "a": []}
    first = pin("x", predictions, tmp_path).read_bytes()
    assert pinned("x", tmp_path) == predictions
    assert pin("x", dict(reversed(predictions.items())), tmp_path).read_bytes() == first


def test_nothing_pinned_is_none(tmp_path: Path) -> None:
    assert pinned("x", tmp_path) is None


def test_gains_losses_and_moved_figures_are_printed_with_their_words() -> None:
    before = Outcome((Number("F1", 40.0), Number("same", 1.0)), frozenset({OLD}))
    after = Outcome((Number("F1", 42.0), Number("same", 1.0)), frozenset({NEW}))
    lines = list(gains_and_losses(Worded(), Path(), before, after, 0))
    assert lines[0] == "F1: 40.0 → 42.0 (+2.0)"
    assert "  d found 4:7  two" in lines
    assert "  d found 0:3  one" in lines
    assert not any("same" in line for line in lines)


def test_a_long_span_is_shown_by_its_beginning_and_its_end() -> None:
    text = "first " + "word " * 200 + "last"
    shown = cut(text, Mark("d", ((0, len(text)),), "found"))
    assert shown.startswith("first")
    assert shown.endswith("last")
    assert len(shown) < SHOWN + 10


def test_a_sealed_story_says_where_a_name_stands_and_not_the_name() -> None:
    story = {"actors": [{"id": "a1", "name": "Ana Ruiz", "forms": [[0, 0, 8]]}], "docs": {}}
    assert stories.sealed({"001": story})["001"]["actors"] == [{"id": "a1", "forms": [[0, 0, 8]]}]


def test_pinned_runs_in_the_repository_hold_numbers_and_short_labels_only() -> None:
    for path in FOLDER.glob("*.gz"):
        text = gzip.decompress(path.read_bytes()).decode("utf-8")
        assert max(len(word) for word in text.split('"')[1::2]) < 60, path
