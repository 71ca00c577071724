"""Figures of a story: what was found in the gold's format, and how it is scored; the same as ``score_stories.py``.

A figure is found when the spans share a token and the value, or the bounds, agree; hedge, what is counted and giver are
judged over those found.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from evaluation.scoring.counts import Counts, Key
from evaluation.scoring.names import Names
from evaluation.scoring.tokens import TokenText
from onrecord.model.analysis import Analysis
from onrecord.model.figure import Figure
from onrecord.model.span import Spans

Row = Mapping[str, Any]


def giver_of(text: str, figure: Figure) -> str | None:
    """The name of a figure's giver, or its words where no name is known; None for the outlet."""
    return figure.giver_name or " ".join(span.cut(text) for span in figure.giver) or None


def figure_rows(text: str, analysis: Analysis, actors: Mapping[str, str], numbers: Mapping[str, str]) -> list[Row]:
    """The figures of one report in the gold's format; ``numbers`` are the statements' ids there."""
    return [
        {
            "value": one.value,
            "min": one.minimum,
            "max": one.maximum,
            "hedge": str(one.hedge),
            "span": list(one.span),
            "what_span": _pairs(one.what),
            "what": dict(one.features).get("head", ""),
            "group_span": _pairs(one.group) or None,
            "giver": actors.get(giver_of(text, one) or "", "outlet"),
            "statement": numbers.get(one.statement or ""),
            "ordinal": one.ordinal,
        }
        for one in analysis.figures
        if not one.implied
    ]


def score(
    text: TokenText, names: Names, gold: Sequence[Row], guesses: Sequence[Row], said: Mapping[str, str]
) -> Iterable[tuple[Key, Counts]]:
    """The counts of one article; ``said`` are the names of the predicted actors."""
    used: set[int] = set()
    for row in gold:
        hit = next((n for n, guess in enumerate(guesses) if n not in used and _same(text, row, guess)), None)
        if hit is None:
            continue
        used.add(hit)
        guess = guesses[hit]
        giver = guess.get("giver")
        told = said.get(str(giver))
        right = giver == "outlet" if row["giver"] == "outlet" else names.right(row["giver"], told)
        yield ("figure hedge", "accuracy"), Counts(row["hedge"] == guess.get("hedge"), 1, 1)
        if row["what_span"]:
            what = text.cover([row["what_span"]]) & text.cover(_spans(guess.get("what_span")))
            yield ("figure what", "accuracy"), Counts(bool(what), 1, 1)
        yield ("figure giver", "accuracy"), Counts(right, 1, 1)
    yield ("figures", "F1"), Counts(len(used), len(guesses), len(gold))


def _same(text: TokenText, gold: Row, guess: Row) -> bool:
    bounds = (gold.get("min"), gold.get("max"))
    agree = guess.get("value") == gold["value"] or bounds == (guess.get("min"), guess.get("max")) != (None, None)
    return agree and bool(text.cover([gold["span"]]) & text.cover([guess["span"]]))


def _pairs(spans: Spans) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def _spans(value: Any) -> list[list[int]]:
    if not value:
        return []
    return list(value) if isinstance(value[0], list) else [value]
