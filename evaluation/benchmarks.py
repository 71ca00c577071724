"""The table of benchmarks: one line each, a name, the module that measures it and where its data lie."""

from pathlib import Path
from typing import NamedTuple

from evaluation import attribution, example, html, speed, stories
from evaluation.corpora.place import REPOSITORY, shared
from evaluation.outcome import Benchmark


class Entry(NamedTuple):
    """A benchmark and the folder of its development data, below the repository or the shared place."""

    module: Benchmark
    folder: str

    @property
    def data(self) -> Path:
        """The folder of its development data on this machine; it need not exist."""
        own = REPOSITORY / self.folder
        return own if own.is_dir() else shared() / self.folder


BENCHMARKS: dict[str, Entry] = {
    "attribution": Entry(attribution, "data/polnear/dev"),
    "example": Entry(example, "src/onrecord/example"),
    "html": Entry(html, "data/article-html"),
    "speed": Entry(speed, "data/polnear/dev"),
    "stories": Entry(stories, "data/stories"),
}
