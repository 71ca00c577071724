"""What kind of act one marked actor does to another (PLV): accuse, reject, agree, threaten, request, or other.

Rules alone, nothing is fitted: the five folds by sentence give the spread. Half of the sentences (by the hash of their
text) were looked at while the rules were made; the other half has figures of its own. Two baselines: the commonest
kind, and the first word between or behind the two that a list gives a kind to.
"""

import csv
import hashlib
import json
import re
import statistics
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evaluation.outcome import Number, Options, Outcome, Predictions, sample
from evaluation.scoring.counts import Counts, bootstrap
from onrecord.analyse.relation_deeds import OTHER, act_between, acts
from onrecord.engine.parse import Parse, lemma, parse
from onrecord.model.span import Span

KINDS = ("accuse", "reject", "agree", "threaten", "request")
SYSTEMS = ("onrecord", "majority", "cue lexicon")
FOLDS = 5
MARK = re.compile(r"</?[st]>")

Row = Mapping[str, str]
Pairs = Sequence[tuple[str, str]]


def predict(data: Path, options: Options) -> Predictions:
    """The kind of every row by each system."""
    rows = _rows(data)
    predictions: Predictions = {}
    for name in sample(rows, options.sample):
        text, source, target = unmarked(rows[name]["marked_sentence"])
        predictions[name] = {"onrecord": OTHER, "majority": OTHER, "cue lexicon": OTHER}
        if source is None:
            continue
        for piece in parse(text, [Span(0, len(text))]):
            ours = _range(piece, source), _range(piece, target or source)
            predictions[name]["onrecord"] = act_between(piece, *ours)
            predictions[name]["cue lexicon"] = _by_list(piece)
            break
    return predictions


def write(predictions: Predictions) -> str:
    """One ``{"row", "label"}`` a line, in the order of the rows."""
    rows = sorted(predictions.items(), key=lambda item: int(item[0]))
    return "".join(json.dumps({"row": int(name), "label": row["onrecord"]}) + "\n" for name, row in rows)


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """Macro-F1 of the five kinds for every system, F1 of each kind, and the spread over five folds by sentence."""
    rows = _rows(data)
    if not all("gold_root" in row for row in rows.values()):
        return Outcome((), remarks=(f"{data} holds no labels: predicted, not scored",))
    gold = {name: _kind(rows[name]["gold_root"]) for name in predictions}
    common = Counter(kind for kind in gold.values() if kind != OTHER).most_common(1)
    guesses = {name: row | {"majority": common[0][0] if common else OTHER} for name, row in predictions.items()}
    numbers = []
    for system in SYSTEMS:
        pairs = [(gold[name], guesses[name][system]) for name in predictions]
        lead = "" if system == "onrecord" else f"{system}: "
        numbers.append(Number(f"{lead}macro-F1", macro(pairs), bootstrap(pairs, macro, options.boot)))
    ours = [(gold[name], guesses[name]["onrecord"]) for name in predictions]
    numbers += [Number(kind, 100 * _counts(ours, kind).f1, note=_note(_counts(ours, kind))) for kind in KINDS]
    for half, title in ((0, "in the half looked at"), (1, "in the untouched half")):
        some = [(gold[n], guesses[n]["onrecord"]) for n in predictions if _part(rows[n], 2) == half]
        numbers.append(Number(f"macro-F1 {title}", macro(some)))
    parts = {name: _part(rows[name], FOLDS) for name in predictions}
    folds = [[(gold[n], guesses[n]["onrecord"]) for n in parts if parts[n] == f] for f in range(FOLDS)]
    spread = [macro(fold) for fold in folds if fold]
    note = ", ".join(f"{value:.1f}" for value in spread)
    numbers.append(Number("macro-F1 mean of folds", statistics.mean(spread) if spread else 0.0, note=note))
    return Outcome(tuple(numbers), remarks=(f"{len(predictions)} rows",))


def unmarked(marked: str) -> tuple[str, Span | None, Span | None]:
    """The sentence without its marks, and where source and target stand in it."""
    text, at = "", 0
    places: dict[str, int] = {}
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        places.setdefault(mark.group(), len(text))
        at = mark.end()
    text += marked[at:]
    spans = (Span(places.get(f"<{side}>", 0), places.get(f"</{side}>", 0)) for side in "st")
    source, target = (span if span.start < span.end else None for span in spans)
    return text, source, target


def macro(pairs: Pairs) -> float:
    """The mean F1 of the five kinds, in percent."""
    return 100 * sum(_counts(pairs, kind).f1 for kind in KINDS) / len(KINDS)


def _counts(pairs: Pairs, kind: str) -> Counts:
    right = sum(g == p == kind for g, p in pairs)
    return Counts(right, sum(p == kind for _, p in pairs), sum(g == kind for g, _ in pairs))


def _note(counts: Counts) -> str:
    return f"{counts.right:.0f} right, {counts.predicted:.0f} predicted, {counts.gold:.0f} gold"


def _kind(root: str) -> str:
    return root.lower() if root.lower() in KINDS else OTHER


def _part(row: Row, parts: int) -> int:
    return int(hashlib.sha256(row["sentence"].encode("utf-8")).hexdigest(), 16) % parts


def _rows(data: Path) -> dict[str, Row]:
    """The rows by their number in the file, the first of the folder's tables."""
    path = next(iter(sorted(data.glob("*.tsv"))))
    with path.open(encoding="utf-8", newline="") as file:
        return {str(number): row for number, row in enumerate(csv.DictReader(file, delimiter="\t"))}


def _range(tokens: Parse, span: Span) -> tuple[int, int]:
    starts = [token.start for token in tokens.tokens]
    first = bisect_left(starts, span.start)
    last = max(first, bisect_left(starts, span.end) - 1)
    return min(first, len(starts) - 1), min(last, len(starts) - 1)


def _by_list(tokens: Parse) -> str:
    """The baseline: the first verb of a sentence that the list of an act has."""
    known = acts()
    for word in _verbs(tokens):
        for kind in KINDS:
            if word in known[kind]:
                return kind
    return OTHER


def _verbs(tokens: Parse) -> Iterator[str]:
    return (lemma(token.lower, "verb") for token in tokens.tokens if token.tag[:2] == "VB")
