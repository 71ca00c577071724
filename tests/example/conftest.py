"""The example's texts as the plainest reading gives them, and its gold resolved against them."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from onrecord.example import gold, gold_folder, reports_folder


def page_text(raw: str) -> str:
    blocks = lxml.html.fromstring(raw).iter("h1", "h2", "h3", "p", "figcaption", "li")
    return "\n\n".join(str(block.text_content()) for block in blocks)


def plain_text(path: Path, record: int | None) -> str:
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        return page_text(raw)
    if record is None and path.suffix == ".txt":
        return raw
    if path.suffix == ".csv":
        rows: list[dict[str, Any]] = list(csv.DictReader(raw.splitlines(keepends=True)))
    else:
        rows = [json.loads(line) for line in raw.splitlines()] if path.suffix == ".jsonl" else [json.loads(raw)]
    row = rows[(record or 1) - 1]
    return f"{row['title']}\n\n{row['text']}"


@pytest.fixture(scope="session")
def folder() -> Iterator[Path]:
    with reports_folder() as found:
        yield found


@pytest.fixture(scope="session")
def gold_path() -> Iterator[Path]:
    with gold_folder() as found:
        yield found


@pytest.fixture(scope="session")
def index(gold_path: Path) -> dict[str, dict[str, Any]]:
    return {entry["report"]: entry for entry in gold.reports(gold_path)}


@pytest.fixture(scope="session")
def texts(folder: Path, index: dict[str, dict[str, Any]]) -> dict[str, str]:
    return {key: plain_text(folder / entry["file"], entry["record"]) for key, entry in index.items()}


@pytest.fixture(scope="session")
def story(gold_path: Path, texts: dict[str, str]) -> dict[str, Any]:
    return gold.resolve(gold_path, texts)
