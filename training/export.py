"""From a checkpoint to the shipped files: one ONNX net of a fixed window, 8-bit, with its vocabulary and card.

Weights of the big matrices are 8-bit per channel, with seven bits used so that processors with and without VNNI add up
to the same; activations are scaled window by window. A window is always a batch of its own, so nothing
depends on what else is read.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from training.fit import SIZE
from training.net import Tagger

INPUTS, OUTPUTS = ["ids", "case", "quote", "place"], ["tags", "heads", "sources"]


def export(net: Tagger, path: Path) -> None:
    """Write the net as 32-bit ONNX of shape 1 × SIZE."""
    ids = torch.ones(1, SIZE, dtype=torch.long)
    zero = torch.zeros(1, SIZE, dtype=torch.long)
    torch.onnx.export(
        net.eval(), (ids, zero, zero, zero), str(path), input_names=INPUTS, output_names=OUTPUTS,
        opset_version=17, dynamo=False,
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
              (("net", "tagger.onnx"), ("vocabulary", "vocabulary.json"))}  # fmt: skip
    text = json.dumps({"version": version, **digest, **made}, indent=1, sort_keys=True)
    (folder / "tagger.json").write_text(text + "\n", encoding="utf-8")


def ship(net: Tagger, tokenizer: Path, folder: Path, version: str, made: dict[str, object]) -> None:
    """Write everything that the package's engine loads."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        whole = Path(temporary) / "whole.onnx"
        export(net, whole)
        quantise(whole, folder / "tagger.onnx")
    vocabulary(tokenizer, folder / "vocabulary.json")
    card(folder, version, made)
