"""The example story: thirteen reports by five invented outlets, with a gold file of who said what."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from shutil import copyfile

__all__ = ["copy_reports", "copy_topics", "gold_folder", "reports_folder"]


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


def copy_topics(path: Path) -> None:
    """Write the example's file of topics to ``path``."""
    with as_file(files(__name__) / "topics.toml") as topics:
        copyfile(topics, path)


def copy_reports(folder: Path) -> None:
    """Put the example's reports into ``folder``, which is made if need be; files of other names there stay."""
    folder.mkdir(parents=True, exist_ok=True)
    with reports_folder() as reports:
        for report in sorted(reports.iterdir()):
            copyfile(report, folder / report.name)
