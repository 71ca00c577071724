"""PolNeAR as the training sees it: articles with their attributions, split by hash of the name."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROLES = ("source", "cue", "content")
Spans = dict[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Article:
    """One article and what each of its annotators marked."""

    name: str
    text: str
    gold: list[list[Spans]]


def read_ann(path: Path) -> list[Spans]:
    """brat stand-off → attributions; only lines that begin with T or E and a number count."""
    spans: dict[str, list[tuple[int, int]]] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        cols = line.split("\t")
        if len(cols) > 1 and re.fullmatch(r"T\d+", cols[0]):
            pieces = cols[1].split(" ", 1)[1].split(";")
            spans[cols[0]] = [(int(s), int(e)) for s, e in (piece.split() for piece in pieces)]
        elif len(cols) > 1 and re.fullmatch(r"E\d+", cols[0]):
            events.append(cols[1].split())
    out = []
    for event in events:
        roles: Spans = {role: [] for role in ROLES}
        for argument in event:
            role, ref = argument.split(":")
            role = role.rstrip("0123456789").lower()
            if role in roles:
                roles[role] += spans[ref]
        out.append(roles)
    return out


def read_articles(folder: Path) -> list[Article]:
    """All articles of a folder with ``text`` and ``attributions`` in it, by name."""
    articles = []
    for path in sorted((folder / "text").glob("*.txt")):
        pattern = re.compile(re.escape(path.stem) + r"(_[0-9a-z]{4})?\.ann")
        files = sorted(f for f in (folder / "attributions").iterdir() if pattern.fullmatch(f.name))
        with open(path, encoding="utf-8", newline="") as handle:
            text = handle.read()
        articles.append(Article(path.stem, text, [read_ann(f) for f in files]))
    return articles


def held_names(articles: list[Article]) -> set[str]:
    """The training articles kept for error rounds and calibration: the tenth of the smallest hashes (84 of 840)."""
    return set(by_hash(a.name for a in articles)[: len(articles) // 10])


def by_hash(names: Iterable[str]) -> list[str]:
    """Names in an order that has nothing to do with what they say, the same on every machine."""
    return sorted(names, key=lambda name: hashlib.sha256(name.encode()).hexdigest())


def copy_some(corpus: Path, count: int, target: Path) -> Path:
    """So many articles of a corpus in a folder of their own, laid out like it: those of the smallest hashes."""
    for part in ("text", "attributions"):
        (target / part).mkdir(parents=True, exist_ok=True)
    for name in by_hash(path.stem for path in (corpus / "text").glob("*.txt"))[:count]:
        shutil.copy(corpus / "text" / f"{name}.txt", target / "text")
        for path in (corpus / "attributions").glob(f"{name}*.ann"):
            shutil.copy(path, target / "attributions")
    return target
