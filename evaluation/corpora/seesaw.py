"""SEESAW stories from disk: three outlets' articles on one event, rendered to the text that all offsets assume."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evaluation.corpora.place import shared
from onrecord.model.span import Span

Story = dict[str, Any]
DOCS = ("0", "1", "2")
TYPES = {"People": "person", "Organization": "body", "GPE": "body"}


def names(data: Path) -> list[str]:
    """The numbers of the stories: those with a gold file, or all that have articles where there is no gold."""
    golds = sorted(path.stem for path in data.glob("[0-9][0-9][0-9].json"))
    return golds or sorted({path.stem.split("_")[1] for path in _articles(data).glob("TRIPLET_*_DOCUMENT_0.json")})


def gold(data: Path, story: str) -> Story | None:
    """The gold of one story, or None where the folder has none."""
    path = data / f"{story}.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None


def annotations(data: Path, story: str) -> dict[str, dict[str, Any]]:
    """The sentence-level annotations of each article; empty where the folder has none."""
    paths = {doc: data / "annotations" / f"TRIPLET_{story}_DOCUMENT_{doc}.json" for doc in DOCS}
    return {doc: dict(json.loads(path.read_text(encoding="utf-8"))) for doc, path in paths.items() if path.exists()}


def meta(data: Path, story: str) -> dict[str, Any]:
    """Outlets, addresses and day of a story; empty where the folder has none."""
    path = data / "meta" / f"TRIPLET_{story}.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


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


def entities(data: Path, story: str) -> list[tuple[str, str]]:
    """Who is annotated in a story's articles: name and ``person`` or ``body``; nobody without annotations."""
    folder = _articles(data).parent / "annotations"
    paths = [folder / f"TRIPLET_{story}_DOCUMENT_{doc}.json" for doc in DOCS]
    rows = [row for path in paths if path.exists() for row in _annotated(path)]
    return [(name, TYPES[types[0]]) for name, types, *_ in rows if types[0] in TYPES]


def _annotated(path: Path) -> list[Any]:
    return list(json.loads(path.read_text(encoding="utf-8"))["entity lists"])


def sentences(data: Path, story: str, doc: str) -> dict[str, Span]:
    """Where each sentence of an article stands in its text, by the number that annotations call it."""
    path = _articles(data) / f"TRIPLET_{story}_DOCUMENT_{doc}.json"
    article = json.loads(path.read_text(encoding="utf-8"))
    at, places = len(article["title"]) + 2, {}
    for sentence in article["text"]:
        if sentence["text"].strip():
            places[str(sentence["id"])] = Span(at, at + len(sentence["text"]))
            at += len(sentence["text"]) + 1
    return places
