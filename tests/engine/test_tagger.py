"""The trained tagger as shipped: checked, loaded once, and the same for a text alone or among others."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from onrecord.analyse.linker import link
from onrecord.analyse.linker_confidence import scales
from onrecord.engine.tagger import SIZE, WEIGHTS, Tagger, tagger
from onrecord.engine.tagger_lattice import windows_of
from onrecord.engine.tagger_words import split_words
from onrecord.errors import OnrecordError
from onrecord.model.span import cut

TEXT = "“The bridge will stay closed,” Mayor Ana Lind said on Monday. Critics accused her of ignoring the town."


def test_what_is_said_and_by_whom_is_cut_from_the_text() -> None:
    said = [one for one in link(tagger().tag(TEXT), scales()) if one.kept]
    assert (cut(TEXT, said[0].source), cut(TEXT, said[0].content)) == (
        ("Mayor Ana Lind",),
        ("“The bridge will stay closed,”",),
    )


def test_a_text_gives_the_same_alone_and_after_another() -> None:
    first = tagger().tag(TEXT)
    tagger().tag("Something else. " * 300)
    again = tagger().tag(TEXT)
    assert np.array_equal(first.tags, again.tags)
    assert (first.heads, first.sources) == (again.heads, again.sources)


def test_a_text_without_words_has_an_empty_lattice() -> None:
    assert len(tagger().tag(" \n").words) == 0


def test_windows_cover_every_word_and_overlap() -> None:
    words = split_words("one two three four five.\n" * 200)
    windows = list(windows_of(words, [[7]] * len(words), SIZE))
    assert windows[-1].start + len(windows[-1].first) == len(words)
    assert all(b.start < a.start + len(a.first) for a, b in pairwise(windows))


def test_a_file_that_is_not_the_one_shipped_is_refused(tmp_path: Path) -> None:
    for name in ("tagger.json", "vocabulary.json", "common.txt"):
        (tmp_path / name).write_bytes((WEIGHTS / name).read_bytes())
    (tmp_path / "tagger.onnx").write_bytes(b"something else")
    with pytest.raises(OnrecordError, match="not the file"):
        Tagger(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "tagger.json").write_bytes((WEIGHTS / "tagger.json").read_bytes())
    with pytest.raises(OnrecordError, match=r"vocabulary\.json"):
        Tagger(tmp_path)


def test_the_shipped_files_are_at_most_thirty_megabytes() -> None:
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) < 30_000_000
