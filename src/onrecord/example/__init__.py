"""The example story: thirteen reports by five invented outlets, with a gold file of who said what."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

__all__ = ["gold_folder", "reports_folder"]


@contextmanager
def reports_folder() -> Iterator[Path]:
    """Lend the folder of the example's reports, to be added to a ledger as it is."""
    with as_file(files(__name__) / "reports") as folder:
        yield folder


@contextmanager
def gold_folder() -> Iterator[Path]:
    """Lend the folder of the example's gold, as `onrecord.example.gold.resolve` reads it."""
    with as_file(files(__name__) / "gold") as folder:
        yield folder
