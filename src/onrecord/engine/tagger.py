"""The one bridge to the trained tagger: text in, lattice out.

A window (at most 256 pieces) is always a batch of its own and never padded, so that what it gives depends on its
words alone: not on the rest of the report, on other reports, or on a batch. One thread; loaded once, when first
used, and only if its hash is the one in ``weights/tagger.json``.
"""

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from onrecord.engine.tagger_lattice import Floats, Lattice, join, windows_of
from onrecord.engine.tagger_names import STAND_INS, common_in, common_words, hidden
from onrecord.engine.tagger_words import Pieces, Window, split_words
from onrecord.errors import OnrecordError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

SIZE = 256
WEIGHTS = Path(__file__).parent / "weights"


class Tagger:
    """A loaded net and its vocabulary."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        from tokenizers import Tokenizer

        card = json.loads((folder / "tagger.json").read_text(encoding="utf-8"))
        vocabulary = Tokenizer.from_str(_checked(folder / "vocabulary.json", card["vocabulary"]).decode())
        vocabulary.no_truncation()
        vocabulary.no_padding()
        self.version = str(card["version"])
        self._pieces = Pieces(vocabulary)
        _checked(folder / "common.txt", card["common"])
        self._common = common_words(folder / "common.txt")
        self._session = _session(_checked(folder / "tagger.onnx", card["net"]))

    def tag(self, text: str, paragraphs: Sequence[tuple[int, int]] | None = None) -> Lattice:
        """The lattice over the words of the paragraphs (of every line, where none are given)."""
        words = split_words(text, paragraphs)
        forms = [text[start:end] for start, end in words.spans]
        words, shown = hidden(words, forms, common_in(text, self._common), STAND_INS)
        pieces = self._pieces.of(shown)
        return join(words, ((window, self._run(window)) for window in windows_of(words, pieces, SIZE)))

    def _run(self, window: Window) -> tuple[Floats, Floats, Floats]:
        """Scores of tags, cue heads and sources for the pieces of one window."""
        columns = {"ids": window.ids, "case": window.case, "quote": window.quote, "place": window.place}
        feed = {name: np.array([column], np.int64) for name, column in columns.items()}
        tags, heads, sources = self._session.run(["tags", "heads", "sources"], feed)
        return np.asarray(tags)[0], np.asarray(heads)[0], np.asarray(sources)[0]


@cache
def tagger() -> Tagger:
    """The tagger that the package ships."""
    return Tagger()


def _checked(path: Path, digest: str) -> bytes:
    if not path.is_file():
        raise OnrecordError(f"{path.name}: the trained tagger is missing; install onrecord again or use the rules")
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != digest:
        raise OnrecordError(f"{path.name}: not the file that this version was made with; install onrecord again")
    return data


def _session(net: bytes) -> "InferenceSession":
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(net, options, providers=["CPUExecutionProvider"])
