"""Where the corpora lie: beside the repository, or where ``ONRECORD_SHARED`` says."""

import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
VARIABLE = "ONRECORD_SHARED"


def shared() -> Path:
    """The folder that holds ``data/``; it need not exist."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else REPOSITORY.parent / "shared"
