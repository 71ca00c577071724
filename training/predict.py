"""Run a checkpoint over articles with torch; lattices are cached so that the linker can be worked on apart."""

from __future__ import annotations

import pickle
from pathlib import Path

import torch
from tokenizers import Tokenizer

from onrecord.engine.tagger_lattice import Lattice, join, windows_of
from onrecord.engine.tagger_words import Pieces, split_words
from training.corpus import Article
from training.fit import SIZE
from training.net import Tagger


def load(checkpoint: Path, which: str = "mean") -> Tagger:
    """A net with a checkpoint's weights, ready to predict."""
    net = Tagger()
    net.load_state_dict(torch.load(checkpoint, weights_only=True)[which])
    return net.eval()


def lattices(net: Tagger, articles: list[Article], tokenizer: Tokenizer, half: bool = True) -> dict[str, Lattice]:
    """Name → lattice of every article."""
    pieces = Pieces(tokenizer)
    out = {}
    for article in articles:
        words = split_words(article.text)
        cut = pieces.of([article.text[s:e] for s, e in words.spans])
        windows = list(windows_of(words, cut, SIZE))
        outputs = []
        for i in range(0, len(windows), 8):
            group = windows[i : i + 8]
            columns = [[getattr(w, k) for w in group] for k in ("ids", "case", "quote", "place")]
            tensors = [torch.tensor([c + [0] * (SIZE - len(c)) for c in column]) for column in columns]
            with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
                got = [x.float().numpy() for x in net(*tensors)]
            outputs += [(got[0][k], got[1][k], got[2][k]) for k in range(len(group))]
        out[article.name] = join(words, zip(windows, outputs, strict=True))
    return out


def save(found: dict[str, Lattice], path: Path) -> None:
    """Keep lattices beside the checkpoints (never in the repository)."""
    path.write_bytes(pickle.dumps(found))
