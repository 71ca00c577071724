"""From a checkpoint to the shipped files: one 8-bit ONNX net for one window at a time, with its vocabulary and card.

Weights of the big matrices are 8-bit per channel, with seven bits used so that processors with and without VNNI add up
to the same; activations are scaled window by window. A window is always a batch of its own and never padded, so nothing
depends on what else is read. Attention is one operator of onnxruntime's own, which is half the time of its parts.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from torch.nn import functional

from training.fit import SIZE
from training.net import HEADS, POINTER, Tagger

INPUTS, OUTPUTS = ["ids", "case", "quote", "place"], ["tags", "heads", "sources"]


class Attention(torch.autograd.Function):
    """Attention as torch computes it, exported as one operator."""

    @staticmethod
    def forward(_: Any, query: Tensor, key: Tensor, value: Tensor) -> Tensor:  # type: ignore[override]
        """Batch × pieces × width in and out."""
        b, n, w = query.shape
        split = [x.view(b, n, HEADS, w // HEADS).transpose(1, 2) for x in (query, key, value)]
        return functional.scaled_dot_product_attention(*split).transpose(1, 2).reshape(b, n, w)

    @staticmethod
    def symbolic(g: Any, query: Any, key: Any, value: Any) -> Any:
        """What stands in the ONNX file."""
        return g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=HEADS)


class Shipped(nn.Module):
    """The net as it is shipped: no dropout, no padding, attention as one operator."""

    def __init__(self, net: Tagger) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, case: Tensor, quote: Tensor, place: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """As ``Tagger.forward``."""
        net = self.net
        x = net.word(ids) + net.position.weight[: ids.shape[1]] + net.kind
        x = net.norm(x + net.case(case) + net.quote(quote) + net.place(place))
        for layer in net.layers:
            qkv = [
                functional.linear(x, w, b)
                for w, b in zip(layer.qkv.weight.chunk(3), layer.qkv.bias.chunk(3), strict=True)
            ]
            x = layer.norm1(x + layer.out(Attention.apply(*qkv)))
            x = layer.norm2(x + layer.down(functional.gelu(layer.up(x))))
        asks, answers = net.asks(x), net.answers(x)
        points = [
            torch.matmul(a, b.transpose(1, 2)) * POINTER**-0.5
            for a, b in zip(asks.split(POINTER, -1), answers.split(POINTER, -1), strict=True)
        ]
        return net.tags(x), points[0], points[1]


def export(net: Tagger, path: Path) -> None:
    """Write the net as 32-bit ONNX of one window of any length up to 512 pieces."""
    ids = torch.ones(1, SIZE, dtype=torch.long)
    zero = torch.zeros(1, SIZE, dtype=torch.long)
    axes = {
        **{name: {1: "pieces"} for name in [*INPUTS, "tags"]},
        **{n: {1: "pieces", 2: "pieces"} for n in OUTPUTS[1:]},
    }
    torch.onnx.export(
        Shipped(net).eval(), (ids, zero, zero, zero), str(path), input_names=INPUTS, output_names=OUTPUTS,
        opset_version=17, dynamo=False, dynamic_axes=axes, custom_opsets={"com.microsoft": 1},
    )  # fmt: skip


def quantise(source: Path, target: Path) -> None:
    """Write the 8-bit net."""
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(source), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready), str(target), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )  # fmt: skip


def vocabulary(source: Path, target: Path) -> None:
    """The tokenizer without padding and truncation, written so that its bytes stay the same."""
    data = json.loads(source.read_text(encoding="utf-8"))
    data["padding"] = data["truncation"] = data["post_processor"] = None
    target.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True), encoding="utf-8")


def card(folder: Path, version: str, made: dict[str, object]) -> None:
    """Write ``tagger.json``: version, hashes that the package checks, and how the files were made."""
    digest = {k: hashlib.sha256((folder / n).read_bytes()).hexdigest() for k, n in
              (("net", "tagger.onnx"), ("vocabulary", "vocabulary.json"), ("common", "common.txt"))}  # fmt: skip
    text = json.dumps({"version": version, **digest, **made}, indent=1, sort_keys=True)
    (folder / "tagger.json").write_text(text + "\n", encoding="utf-8")


def ship(net: Tagger, tokenizer: Path, common: list[str], folder: Path, version: str, made: dict[str, object]) -> None:
    """Write everything that the package's engine loads."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        whole = Path(temporary) / "whole.onnx"
        export(net, whole)
        quantise(whole, folder / "tagger.onnx")
    vocabulary(tokenizer, folder / "vocabulary.json")
    (folder / "common.txt").write_text("\n".join(common) + "\n", encoding="utf-8")
    card(folder, version, made)
