"""The same utterance over three outlets' articles: with the gold's statements given, and with our own.

Given are statements, speakers, modes and acts of the gold; what was said around a statement is read from the text.
``evaluation.scoring.utterances`` has the rules.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation import stories
from evaluation.corpora import seesaw
from evaluation.gathering import as_gold, joined
from evaluation.outcome import Number, Options, Outcome, Predictions, sample
from evaluation.scoring import utterances as rules
from evaluation.scoring.counts import Tally, bootstrap, summed
from evaluation.scoring.stories import matched
from onrecord.model.span import Span
from onrecord.model.terms import Act, Mode, ZoneKind
from onrecord.model.utterance import Piece, Telling
from onrecord.resolve.utterance_tellings import before, surroundings

SIDES = ("given", "own")


def predict(data: Path, options: Options) -> Predictions:
    """Every story twice, in the format of its gold: with the gold's statements, where there are any, and with ours."""
    own = stories.predict(data, options)
    return {name: {"own": story, "given": _given(data, name)} for name, story in own.items()}


def write(predictions: Predictions) -> str:
    """One object: the story's number, then the story under ``given`` and ``own``."""
    return json.dumps(predictions, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """F1 of pairs, accuracy of forms, altered quotations marked and look-alikes joined, given and own."""
    tallies: dict[str, list[Tally]] = {side: [] for side in SIDES}
    for name in sample(seesaw.names(data), options.sample):
        gold = seesaw.gold(data, name)
        if gold is None:
            return Outcome((), remarks=(f"{data} holds no gold of story {name}: predicted, not scored",))
        texts = seesaw.texts(data, name)
        for side in SIDES:
            guess = predictions.get(name, {}).get(side, {})
            numbers = {g["id"]: g["id"] for doc in gold["docs"].values() for g in doc["statements"]}
            tallies[side].append(rules.score(gold, guess, numbers if side == "given" else matched(gold, guess, texts)))
    count = len(tallies["given"])
    return Outcome(
        tuple(n for side in SIDES for n in _numbers(side, tallies[side], options.boot)), remarks=(f"{count} stories",)
    )


def _given(data: Path, name: str) -> dict[str, Any]:
    """The gold's statements, joined by us."""
    gold, texts = seesaw.gold(data, name), seesaw.texts(data, name)
    if gold is None:
        return {}
    told = [
        _telling(row, doc, texts[doc])
        for doc, rows in gold["docs"].items()
        for row in rows["statements"]
        if row["speaker"] and row["content"]
    ]
    found = joined(told)
    return {"utterances": as_gold(found, {one.id: one.id for one in told})}


def _telling(row: dict[str, Any], doc: str, text: str) -> Telling:
    headline = row["content"][0][0] < text.index("\n")
    return Telling(
        id=row["id"],
        report=doc,
        actor=row["speaker"],
        pieces=tuple(Piece(Span(start, end), text[start:end]) for start, end in row["content"]),
        mode=Mode(row["mode"]),
        act=Act(row["act"]),
        zone=ZoneKind.HEADLINE if headline else ZoneKind.BODY,
        negated=bool(row["negated"]),
        before=before(text, row["content"]),
        around=surroundings(text, [*(row["source"] or []), *(row["cue"] or [])], row["content"]),
    )


def _numbers(side: str, tallies: Sequence[Tally], boot: int) -> list[Number]:
    def f1(some: Sequence[Tally]) -> float:
        return 100 * summed(some, ("utterance pairs", "F1")).f1

    pairs, forms, marked, alike = (
        summed(tallies, key)
        for key in (
            ("utterance pairs", "F1"),
            ("utterance form", "accuracy"),
            ("altered marked", "accuracy"),
            ("look-alikes joined", "count"),
        )
    )
    note = f"{pairs.right:.0f} right, {pairs.predicted:.0f} predicted, {pairs.gold:.0f} gold"
    return [
        Number(f"{side} pairs P", 100 * pairs.precision, note=note),
        Number(f"{side} pairs R", 100 * pairs.recall),
        Number(f"{side} pairs F1", 100 * pairs.f1, bootstrap(tallies, f1, boot)),
        Number(f"{side} form", 100 * forms.precision, note=f"{forms.right:.0f} of {forms.gold:.0f}"),
        Number(f"{side} altered marked", 100 * marked.precision, note=f"{marked.right:.0f} of {marked.gold:.0f}"),
        Number(f"{side} look-alikes joined", alike.right, note=f"of {alike.gold:.0f}"),
    ]
