"""One hash for one copy of a corpus."""

from pathlib import Path

from evaluation.corpora.digest import corpus_hash


def corpus(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_two_equal_copies_have_one_hash(tmp_path: Path) -> None:
    one = corpus(tmp_path / "one", a="x", sub__b="y")
    two = corpus(tmp_path / "two", sub__b="y", a="x")
    assert corpus_hash(one) == corpus_hash(two)


def test_a_changed_a_renamed_and_a_new_file_change_the_hash(tmp_path: Path) -> None:
    hashes = {
        corpus_hash(corpus(tmp_path / "plain", a="x", b="y")),
        corpus_hash(corpus(tmp_path / "changed", a="x", b="z")),
        corpus_hash(corpus(tmp_path / "renamed", a="x", c="y")),
        corpus_hash(corpus(tmp_path / "new", a="x", b="y", c="")),
    }
    assert len(hashes) == 4


def test_hidden_files_and_code_do_not_count(tmp_path: Path) -> None:
    plain = corpus_hash(corpus(tmp_path / "plain", a="x"))
    (tmp_path / "plain/.cache").mkdir()
    (tmp_path / "plain/.cache/f").write_text("z", encoding="utf-8")
    (tmp_path / "plain/load.py").write_text("z", encoding="utf-8")
    assert corpus_hash(tmp_path / "plain") == plain
