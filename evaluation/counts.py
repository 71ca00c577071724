"""How many were killed and injured, held against articles whose counts people entered; beside three plain baselines.

The folder holds ``dev`` and ``train``, or is one such part: ``X_*.json`` (articles) and ``y_*.json`` (counts). Rows
that stand in the training part too are predicted and not scored. Training articles are split in halves by the hash of
their text: rules were made in sight of one half alone, and each half has figures of its own.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.outcome import Number, Options, Outcome, Predictions, sample
from evaluation.product import Product
from evaluation.scoring.counts import bootstrap
from onrecord.analyse.counts import casualties
from onrecord.model.analysis import Analysis

KINDS = ("killed", "injured")
SYSTEMS = ("onrecord", "always zero", "always one", "largest number")
MANY = 2
LARGEST = 1000


class Judged(NamedTuple):
    """One article: its gold counts, and what each system said."""

    gold: tuple[int, int]
    said: Mapping[str, tuple[int, int]]


def predict(data: Path, options: Options) -> Predictions:
    """The counts of every row, by onrecord and by the largest number of the article."""
    product = Product(options.analyser)
    rows = _articles(data)
    found: Predictions = {}
    for name in sample(rows, options.sample):
        analysis = product.read(rows[name]["text"], f"{name}.txt")
        killed, injured = casualties(analysis) if analysis else (0, 0)
        found[name] = {"killed": killed, "injured": injured, "largest": _largest(analysis)}
    return found


def write(predictions: Predictions) -> str:
    """One ``{"doc", "killed", "injured"}`` a line, in the order of the rows."""
    rows = sorted(predictions.items(), key=lambda item: int(item[0]))
    return "".join(json.dumps({"doc": name, **{kind: row[kind] for kind in KINDS}}) + "\n" for name, row in rows)


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """Exact counts over all articles, and over those with two or more, of onrecord and the baselines."""
    gold, articles, known = _gold(data), _articles(data), _known(data)
    if gold is None:
        return Outcome((), remarks=(f"{data} holds no counts: predicted, not scored",))
    names = [name for name in predictions if articles[name]["text"] not in known]
    judged = {name: _judged(gold[name], predictions[name]) for name in names}
    numbers = _numbers(list(judged.values()), options.boot, "")
    if _part(data).name == "train":
        for half, title in ((0, " in the half worked on"), (1, " in the untouched half")):
            numbers += _numbers([judged[n] for n in names if half_of(articles[n]["text"]) == half], options.boot, title)
    left = len(predictions) - len(names)
    return Outcome(tuple(numbers), remarks=(f"{len(names)} articles, {left} left out that stand in the training part",))


def half_of(text: str) -> int:
    """The half that a training article belongs to: 0 was worked on, 1 was not looked at."""
    return int(hashlib.sha256(text.encode("utf-8")).hexdigest(), 16) % 2


def _part(data: Path) -> Path:
    return data / "dev" if (data / "dev").is_dir() else data


def _rows(data: Path, pattern: str) -> list[dict[str, Any]] | None:
    found = next(iter(sorted(_part(data).glob(pattern))), None)
    return list(json.loads(found.read_text(encoding="utf-8"))) if found else None


def _articles(data: Path) -> dict[str, dict[str, Any]]:
    return {str(number): row for number, row in enumerate(_rows(data, "X_*.json") or [])}


def _gold(data: Path) -> dict[str, tuple[int, int]] | None:
    rows = _rows(data, "y_*.json")
    return None if rows is None else {str(n): (row["n_killed"], row["n_injured"]) for n, row in enumerate(rows)}


def _known(data: Path) -> set[str]:
    """The texts of the training part beside this one."""
    train = _part(data).parent / "train"
    if _part(data).name == "train" or not train.is_dir():
        return set()
    return {row["text"] for row in _rows(train, "X_*.json") or []}


def _largest(analysis: Analysis | None) -> int:
    """The largest number of an article that may count people."""
    figures = analysis.figures if analysis else ()
    values = [one.value for one in figures if one.value and not one.implied and not one.unit and not one.ordinal]
    return int(max((value for value in values if value < LARGEST), default=0))


def _judged(gold: tuple[int, int], row: Mapping[str, int]) -> Judged:
    ours, largest = (row["killed"], row["injured"]), (row["largest"],) * 2
    return Judged(gold, dict(zip(SYSTEMS, (ours, (0, 0), (1, 1), largest), strict=True)))


def _numbers(judged: Sequence[Judged], boot: int, title: str) -> list[Number]:
    """Every system's share of exact counts; for onrecord over the larger counts too."""
    numbers = []
    for system in SYSTEMS:
        lead = "" if system == SYSTEMS[0] else f"{system}: "
        for place, kind in enumerate(KINDS):
            numbers.append(_number(f"{lead}{kind} exact{title}", judged, system, (place,), 0, boot))
        places = tuple(range(len(KINDS)))
        numbers.append(_number(f"{lead}two or more exact{title}", judged, system, places, MANY, boot))
    return numbers


def _number(name: str, judged: Sequence[Judged], system: str, places: tuple[int, ...], least: int, boot: int) -> Number:
    share = _share(system, places, least)
    asked = sum(one.gold[place] >= least for one in judged for place in places)
    return Number(name, share(judged), bootstrap(judged, share, boot), f"of {asked}")


def _share(system: str, places: tuple[int, ...], least: int) -> Callable[[Sequence[Judged]], float]:
    """The share of the counts of at least ``least`` that a system has exactly, in percent."""

    def share(some: Sequence[Judged]) -> float:
        right = [one.said[system][at] == one.gold[at] for one in some for at in places if one.gold[at] >= least]
        return 100 * sum(right) / max(1, len(right))

    return share
