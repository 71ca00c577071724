"""One ledger of the example story for all tests of commands."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord import add, example

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("story")
    add(example(folder / "reports"), ledger=folder / "story.db")
    return folder / "story.db"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the command as its own process, in an empty folder."""

    def command(*words: str | Path, given: str | None = None) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "onrecord", *map(str, words)],
            cwd=tmp_path,
            input=given,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return command
