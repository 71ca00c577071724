"""A large ledger made of a small story: its reports again and again, under other names, outlets and days.

The analyses of the story's reports are made once; each copy has names of the same length in the places of the old
ones, so that every span holds, and the ledger's own writer checks that it does. Copies of one text are not grouped:
that would make one group of everything.
"""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.example import entities
from onrecord.analyse import analyser
from onrecord.clean import clean
from onrecord.errors import InputRefused
from onrecord.ledger import Keyed, Ledger
from onrecord.model.analysis import Analysis
from onrecord.model.report import Capture, Given, Report
from onrecord.read import read
from onrecord.resolve.actors import RESOLVER, keys
from onrecord.resolve.actors import resolve as resolved
from onrecord.resolve.chains import Header, chains
from onrecord.settings import AnalysisSettings, Limits

PLACES = ("Alder", "Brenn", "Corvane", "Dale", "Estmark", "Fenwick", "Gorran", "Holm")
OUTLETS = tuple(f"{place} {kind}" for place in PLACES for kind in ("Gazette", "Courier", "Standard", "Post", "Radio"))
FIRST_DAY = date(2031, 1, 1)
KINDS = ("statements", "mentions", "figures", "times", "relations", "positions", "labels")
NO_NAMES = frozenset(("Government", "Governments", "Foreign", "Health", "Ministry", "League", "River", "States"))
VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstv"


def build(ledger: Path, data: Path, reports: int) -> int:
    """Write a ledger of so many reports made of the story in ``data``; how many statements it holds."""
    with Ledger.open(ledger, create=True) as made:
        for capture, report, analysis in pile(data, reports):
            made.writer.record(capture, report, analysis)
        _resolve(made)
        return sum(row["statements"] for row in made.view.reports())


def pile(data: Path, reports: int) -> Iterator[tuple[Capture, Report, Analysis]]:
    """So many reports with their analyses; always the same ones."""
    analyse = analyser(AnalysisSettings("rules"))
    texts = [clean(c, Limits()).text for c in read([str(data / "reports")]) if not isinstance(c, InputRefused)]
    names = _names(data)
    known: dict[int, Analysis] = {}
    for number in range(reports):
        which, story = number % len(texts), number // len(texts)
        rename = _renaming(names, story)
        capture = _capture(rename(texts[which]), number, story)
        report = clean(capture, Limits())
        if which not in known:
            known[which] = analyse(report)
        yield capture, report, _moved(known[which], report, rename)


def _capture(text: str, number: int, story: int) -> Capture:
    day = FIRST_DAY + timedelta(days=story % 300)
    given = (Given("outlet", OUTLETS[number % len(OUTLETS)], "option"), Given("published", day.isoformat(), "option"))
    return Capture(text.encode(), "text/plain", f"pile/{number:05}.txt", encoding="utf-8", given=given)


def _moved(analysis: Analysis, report: Report, rename: Any) -> Analysis:
    """The analysis as that of another report: ids that entries name each other by follow, names are renamed."""
    found = {kind: getattr(analysis, kind) for kind in KINDS}
    ids = {one.id: replace(one, report=report.id).id for group in found.values() for one in group}
    ids[analysis.report] = report.id

    moved = {kind: [_changed(one, ids, rename) for one in group] for kind, group in found.items()}
    groups: dict[str, Any] = {kind: tuple(sorted(group, key=lambda one: str(one.id))) for kind, group in moved.items()}
    doubts = tuple(one._replace(report=report.id) for one in analysis.doubts)
    return replace(analysis, report=report.id, input=report.text_id, doubts=doubts, **groups)


def _changed(value: Any, ids: Mapping[str, str], rename: Any) -> Any:
    """A value with every id and name in it in the place of the old one; spans and closed lists stay."""
    if type(value) is str:
        return ids[value] if value in ids else rename(value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _changed(getattr(value, f.name), ids, rename) for f in fields(value)})
    if isinstance(value, tuple):
        items = [_changed(item, ids, rename) for item in value]
        return type(value)(*items) if hasattr(value, "_fields") else tuple(items)
    return value


def _names(data: Path) -> frozenset[str]:
    """The words of the names of people and states in the story."""
    words = {word for name, _ in entities(data) for word in re.findall(r"[A-Z][a-z]{3,}", name)}
    return frozenset(words - NO_NAMES)


def _renaming(names: frozenset[str], story: int) -> Any:
    """What puts the names of one copy in the places of the old ones; the first copy keeps them."""
    if story == 0:
        return lambda words: words
    pattern = re.compile("|".join(sorted(names, key=lambda name: (-len(name), name))))

    @cache
    def other(name: str) -> str:
        chance = random.Random(f"{story} {name}")
        letters = (chance.choice(VOWELS if c in VOWELS else CONSONANTS) for c in name.lower())
        return "".join(letters).capitalize()

    return lambda words: pattern.sub(lambda match: other(match[0]), words)


def _resolve(ledger: Ledger) -> None:
    """Who is who over all reports."""
    for id in ledger.view.unchained(RESOLVER):
        row, text, found = ledger.view.report_row(id), ledger.view.text(id), ledger.view.analysis(id)
        header = Header(id, row["outlet"], row["published"]["start"])
        made = chains(header, text, found.mentions, found.statements)
        digest = ledger.view.settled(id).digest
        ledger.writer.chain(id, digest, RESOLVER, [Keyed(chain, keys(chain, None)) for chain in made])
    while block := ledger.view.touched():
        ledger.writer.resolve(block, resolved(block.chains, block.constraints, None))
    ledger.writer.settle()
