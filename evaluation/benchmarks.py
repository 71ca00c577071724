"""The table of benchmarks: one line each, a name, the module that measures it and where its data lie."""

from pathlib import Path
from typing import NamedTuple

from evaluation import (
    actors,
    attribution,
    copies,
    coref,
    counts,
    dates,
    example,
    html,
    pile,
    positions,
    positions_read,
    published,
    reader,
    relations,
    series,
    speed,
    stance,
    stories,
    swap,
    utterances,
    views,
    voice,
)
from evaluation.corpora.place import REPOSITORY, shared
from evaluation.outcome import Benchmark
from onrecord.settings import AnalysisSettings


class Entry(NamedTuple):
    """A benchmark, the folder of its development data below the repository or the shared place, and its analyser.

    Without ``analyser`` the one is measured that users get when they name none.
    """

    module: Benchmark
    folder: str
    analyser: str = AnalysisSettings().analyser

    @property
    def data(self) -> Path:
        """The folder of its development data on this machine; it need not exist."""
        own = REPOSITORY / self.folder
        return own if own.is_dir() else shared() / self.folder


BENCHMARKS: dict[str, Entry] = {
    "actors": Entry(actors, "data/seesaw", "rules"),
    "attribution": Entry(attribution, "data/polnear/dev"),
    "attribution-rules": Entry(attribution, "data/polnear/dev", "rules"),
    "copies": Entry(copies, "data/seesaw"),
    "dates": Entry(dates, "data/meantime", "rules"),
    "coref": Entry(coref, "data/meantime", "rules"),
    "counts": Entry(counts, "data/casualty-counts", "rules"),
    "example": Entry(example, "src/onrecord/example"),
    "example-rules": Entry(example, "src/onrecord/example", "rules"),
    "html": Entry(html, "data/article-html"),
    "positions": Entry(positions, "src/onrecord/example"),
    "positions-read": Entry(positions_read, "data/seesaw"),
    "pile": Entry(pile, "data/seesaw"),
    "published": Entry(published, "data/article-html"),
    "reader": Entry(reader, "src/onrecord/example"),
    "relations": Entry(relations, "data/plv"),
    "series": Entry(series, "src/onrecord/example", "rules"),
    "speed": Entry(speed, "data/polnear/dev"),
    "speed-rules": Entry(speed, "data/polnear/dev", "rules"),
    "stance": Entry(stance, "data/seesaw"),
    "stories": Entry(stories, "data/stories"),
    "swap": Entry(swap, "data/seesaw"),
    "swap-rules": Entry(swap, "data/seesaw", "rules"),
    "utterances": Entry(utterances, "data/stories"),
    "views": Entry(views, "data/seesaw"),
    "voice": Entry(voice, "data/seesaw"),
}
