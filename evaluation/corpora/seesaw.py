"""SEESAW stories from disk: three outlets' articles on one event, rendered to the text that all offsets assume."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evaluation.corpora.place import shared

Story = dict[str, Any]
DOCS = ("0", "1", "2")


def names(data: Path) -> list[str]:
    """The numbers of the stories: those with a gold file, or all that have articles where there is no gold."""
    golds = sorted(path.stem for path in data.glob("[0-9][0-9][0-9].json"))
    return golds or sorted({path.stem.split("_")[1] for path in _articles(data).glob("TRIPLET_*_DOCUMENT_0.json")})


def gold(data: Path, story: str) -> Story | None:
    """The gold of one story, or None where the folder has none."""
    path = data / f"{story}.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None


def texts(data: Path, story: str) -> dict[str, str]:
    """The text of each of the three articles."""
    folder = _articles(data)
    paths = {doc: folder / f"TRIPLET_{story}_DOCUMENT_{doc}.json" for doc in DOCS}
    return {doc: render(json.loads(path.read_text(encoding="utf-8"))) for doc, path in paths.items()}


def render(article: Mapping[str, Any]) -> str:
    """Title, blank line, then one sentence a line, empty ones left out."""
    sentences = [sentence["text"] for sentence in article["text"] if sentence["text"].strip()]
    return "\n".join((article["title"], "", *sentences, ""))


def _articles(data: Path) -> Path:
    """The folder of articles: within the data, beside them, or in the shared place."""
    places = (data / "articles", data / "seesaw/articles", data.parent / "seesaw/articles", data.parent / "articles")
    return next((place for place in places if place.is_dir()), shared() / "data/seesaw/articles")
