"""A checkpoint as a net that is ready to be shipped."""

from __future__ import annotations

from pathlib import Path

import torch

from training.net import Tagger


def load(checkpoint: Path, which: str = "mean") -> Tagger:
    """A net with a checkpoint's weights: the running mean of the training, or its last step (``raw``)."""
    net = Tagger()
    net.load_state_dict(torch.load(checkpoint, weights_only=True)[which])
    return net.eval()
