"""Checkpoints as a net that is ready to be shipped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch

from training.net import Tagger


def load(checkpoints: Sequence[Path], which: str = "mean") -> Tagger:
    """A net with the mean of some checkpoints: of their running means, or of their last steps (``raw``)."""
    found = [torch.load(path, weights_only=True)[which] for path in checkpoints]
    net = Tagger()
    net.load_state_dict({name: _mean([one[name] for one in found]) for name in found[0]})
    return net.eval()


def _mean(values: Sequence[torch.Tensor]) -> torch.Tensor:
    return torch.stack(list(values)).mean(0) if values[0].is_floating_point() else values[0]
