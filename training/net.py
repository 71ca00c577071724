"""The trained tagger: a small BERT with a tag head and two pointer heads.

Every word gets one of seven tags (O and B/I of source, cue, content: in PolNeAR five words
of 460,000 have two roles, so one softmax is right).  Beside that every word points at the head
(first word) of the cue it belongs to, or at position 0 ([CLS]) for none; and every word, read as a cue
head, points at the first word of its source, or at position 0.  So linking is learned with tagging.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
WIDTH, HEADS, LAYERS, POINTER = 384, 12, 6, 96
CASES, QUOTES, PLACES = 6, 6, 2


class Layer(nn.Module):
    """One post-norm transformer layer, weights named as in BERT."""

    def __init__(self, width: int, heads: int, drop: float) -> None:
        super().__init__()
        self.heads, self.drop = heads, drop
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, 4 * width)
        self.down = nn.Linear(4 * width, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, n, w = x.shape
        qkv = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        a = functional.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], attn_mask=bias.to(qkv.dtype))
        a = self.out(a.transpose(1, 2).reshape(b, n, w))
        x = self.norm1(x + functional.dropout(a, self.drop, self.training))
        h = self.down(functional.gelu(self.up(x)))
        return self.norm2(x + functional.dropout(h, self.drop, self.training))


class Tagger(nn.Module):
    """Piece ids and three feature columns in; tag, cue-pointer and source-pointer scores out."""

    def __init__(self, vocab: int = 30522, layers: int = LAYERS, drop: float = 0.1) -> None:
        super().__init__()
        self.drop = drop
        self.word = nn.Embedding(vocab, WIDTH)
        self.position = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.case = nn.Embedding(CASES, WIDTH)
        self.quote = nn.Embedding(QUOTES, WIDTH)
        self.place = nn.Embedding(PLACES, WIDTH)
        for extra in (self.case, self.quote, self.place):
            nn.init.zeros_(extra.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, drop) for _ in range(layers))
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.asks = nn.Linear(WIDTH, 2 * POINTER)  # member → cue head, cue head → source
        self.answers = nn.Linear(WIDTH, 2 * POINTER)

    def freeze(self, layers: int) -> None:
        """Leave the word embeddings, and with ``layers`` everything up to that layer, as they are."""
        self.word.weight.requires_grad_(False)
        if layers:
            parts = [self.position, self.case, self.quote, self.place, self.norm, *self.layers[:layers]]
            for part in parts:
                part.requires_grad_(False)
            self.kind.requires_grad_(False)

    def forward(self, ids: Tensor, case: Tensor, quote: Tensor, place: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        b, n = ids.shape
        x = self.word(ids) + self.position.weight[:n] + self.kind
        x = x + self.case(case) + self.quote(quote) + self.place(place)
        x = functional.dropout(self.norm(x), self.drop, self.training)
        bias = torch.where(ids == 0, -1e4, 0.0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        x = functional.dropout(x, self.drop, self.training)
        asks = self.asks(x).view(b, n, 2, POINTER).permute(2, 0, 1, 3)
        answers = self.answers(x).view(b, n, 2, POINTER).permute(2, 0, 3, 1)
        points = torch.matmul(asks, answers) * POINTER**-0.5 + bias[:, 0]
        return self.tags(x), points[0], points[1]


def load_pretrained(net: Tagger, path: Path) -> None:
    """Fill the encoder with MiniLM's weights (safetensors with BERT's names)."""
    old = {k.removeprefix("bert."): v for k, v in load_file(path).items()}
    new = {
        "word.weight": old["embeddings.word_embeddings.weight"],
        "position.weight": old["embeddings.position_embeddings.weight"],
        "kind": old["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": old["embeddings.LayerNorm.weight"],
        "norm.bias": old["embeddings.LayerNorm.bias"],
    }
    names = {
        "out": "attention.output.dense", "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm",
    }  # fmt: skip
    for i in range(len(net.layers)):
        at = f"encoder.layer.{i}."
        for kind in ("weight", "bias"):
            qkv = [old[f"{at}attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
            new[f"layers.{i}.qkv.{kind}"] = torch.cat(qkv)
            for mine, theirs in names.items():
                new[f"layers.{i}.{mine}.{kind}"] = old[f"{at}{theirs}.{kind}"]
    missing, unexpected = net.load_state_dict(new, strict=False)
    fresh = ("case", "quote", "place", "tags", "asks", "answers")
    assert not unexpected and all(name.split(".")[0] in fresh for name in missing), (missing, unexpected)
