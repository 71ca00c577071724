"""What a large pile costs: one more report added to it, and all of it resolved, beside the analysis of its reports.

Some articles are analysed, timed and then printed again under other names and in other words until the pile is full: a
letter is put for a letter, so that every span stays where it is. Ten printings share their names, a quarter of the
words are those of the article. The ledger is written from these analyses by the real writer and resolved by the real
flow. Times are CPU-seconds of this process. What analysing the pile takes is the analysis of each article, as often as
it is printed.
"""

import hashlib
import json
import re
import string
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from evaluation.corpora import seesaw
from evaluation.outcome import Number, Options, Outcome, Predictions, sample
from evaluation.product import Product
from onrecord.clean import clean
from onrecord.flow import resolve
from onrecord.ledger import Ledger
from onrecord.ledger.findings import findings
from onrecord.model.analysis import Analysis
from onrecord.model.report import Capture, Given, Report
from onrecord.settings import Limits

PILE = 2_000
ARTICLES = 50
SHARING = 10
"""So many printings have the same names."""
MORE = 5
"""Reports added one by one when the pile is resolved."""
WORD = re.compile(r"[A-Za-z]{4,}")
LOWER = string.ascii_lowercase


class Read(NamedTuple):
    """An article as it was read, what was found in it, and how long finding it took."""

    text: str
    outlet: str
    day: str
    found: Analysis
    seconds: float


def predict(data: Path, options: Options) -> Predictions:
    """The times: analysing, writing and resolving the pile, then adding one more report, five times."""
    size = options.sample or PILE
    read = list(_read(data, options.analyser))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pile.db"
        with Ledger.open(path, create=True) as ledger:
            analysing = sum(read[n % len(read)].seconds for n in range(size))
            writing = sum(_timed(partial(ledger.writer.record, *made)) for made in _made(read, 0, size))
        resolving = _timed(partial(resolve, path))
        added = [_timed(partial(_add, path, made)) for made in _made(read, size, size + MORE)]
        counts = _counts(path)
    times = {"analysing": analysing, "writing": writing, "resolving": resolving, "added": added}
    return {"reports": size, "counts": counts, **times}


def write(predictions: Predictions) -> str:
    """The times as one object."""
    return json.dumps(predictions, indent=1) + "\n"


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """Seconds that one more report takes beyond its analysis, and what resolving all takes beside analysing all."""
    p = predictions
    numbers = (
        Number(
            "one more report, seconds", median(p["added"]), note=f"up to {max(p['added']):.1f}, beyond its analysis"
        ),
        Number("resolving against analysis", 100 * p["resolving"] / p["analysing"], note="percent"),
        Number("writing against analysis", 100 * p["writing"] / p["analysing"], note="percent"),
        Number("analysing, seconds", p["analysing"], note="each article's own, as often as it is printed"),
        Number("resolving, seconds", p["resolving"]),
    )
    counts = ", ".join(f"{n} {noun}" for noun, n in p["counts"].items())
    return Outcome(numbers, remarks=(f"{p['reports']} reports from {ARTICLES} articles: {counts}",))


Made = tuple[Capture, Report, Analysis]


def _read(data: Path, analyser: str) -> Iterator[Read]:
    product = Product(analyser)
    for name in sample(seesaw.names(data), ARTICLES):
        meta = seesaw.meta(data, name)
        text = seesaw.texts(data, name)["0"]
        day = str(meta.get("story_time") or "2020-01-01")[:10]
        report = _report(text, "", day)[1]
        product.analyse(report)
        start = time.process_time()
        found = product.analyse(report)
        outlet = str(meta.get("Meta info for article 0", {}).get("source") or "outlet")
        yield Read(text, outlet, day, found, time.process_time() - start)


def _report(text: str, outlet: str, day: str) -> tuple[Capture, Report]:
    given = (Given("outlet", outlet, "option"), Given("published", day, "option"))
    capture = Capture(text.encode("utf-8"), "text/plain", "pile.txt", encoding="utf-8", given=given)
    return capture, clean(capture, Limits())


def _made(read: list[Read], start: int, stop: int) -> Iterator[Made]:
    """The reports of these numbers, each article again and again."""
    for number in range(start, stop):
        one, printing = read[number % len(read)], number // len(read)
        names = {m.name for m in one.found.mentions if m.name}
        turned = _turning({word for name in names for word in WORD.findall(name)}, printing)
        capture, report = _report(_turned(one.text, turned), f"{one.outlet} {printing % 4}", one.day)
        yield capture, report, _moved(one.found, report, turned)


def _turning(names: set[str], printing: int) -> Callable[[str], str]:
    """What is put for a word in one printing: other letters, the same ones for the same word."""
    table = {by: str.maketrans(LOWER + LOWER.upper(), _shift(by) + _shift(by).upper()) for by in range(26)}

    def turned(word: str) -> str:
        if word in names:
            return word.translate(table[printing // SHARING % 25])
        drawn = hashlib.sha256(word.lower().encode()).digest()[0]
        return word.translate(table[printing % 25]) if drawn % 4 else word

    return turned


def _shift(by: int) -> str:
    """The alphabet, vowels put for vowels."""
    vowels, others = "aeiou", "".join(letter for letter in LOWER if letter not in "aeiou")
    turned = {letter: some[(some.index(letter) + by) % len(some)] for some in (vowels, others) for letter in some}
    return "".join(turned[letter] for letter in LOWER)


def _turned(text: str, turned: Callable[[str], str]) -> str:
    return WORD.sub(lambda found: turned(found[0]), text)


def _moved(found: Analysis, report: Report, turned: Callable[[str], str]) -> Analysis:
    """The analysis of the article as that of the printing: its ids, and its names in the printing's letters."""
    olds = [one for _, one in findings(found).entries]
    ids = {one.id: replace(one, report=report.id).id for one in olds}

    def moved(value: Any) -> Any:
        if isinstance(value, Enum) or value is None:
            return value
        if isinstance(value, str):
            return ids.get(value) or (report.id if value == found.report else _turned(value, turned))
        if is_dataclass(value) and not isinstance(value, type):
            kept = ("reason", "rule", "analyser", "expression", "value", "unit", "start", "end")
            return replace(
                value, **{f.name: moved(getattr(value, f.name)) for f in fields(value) if f.name not in kept}
            )
        if isinstance(value, tuple):
            parts = [moved(part) for part in value]
            return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
        return value

    made = {f.name: moved(getattr(found, f.name)) for f in fields(found) if f.name not in ("analyser", "settings")}
    return replace(found, **made | {"input": report.text_id, "report": report.id})


def _add(path: Path, made: Made) -> None:
    with Ledger.open(path) as ledger:
        ledger.writer.record(*made)
    resolve(path)


def _counts(path: Path) -> Mapping[str, int]:
    with Ledger.open(path) as ledger:
        info = ledger.view.info()
        return {"statements": info.statements, "actors": info.actors, "independent texts": info.texts}


def _timed(step: Callable[[], object]) -> float:
    start = time.process_time()
    step()
    return time.process_time() - start
