"""Positions of the example story against what a careful reader lists: what is wanted, by whom, under which condition.

A position is right where its kind and its holder are among those a reader may give and its words share some with what
is wanted. ``shown`` are those that are at least likely. What a reader may leave out is neither missed nor wrong.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation import example
from evaluation.outcome import Mark, Number, Options, Outcome, Predictions
from evaluation.product import Product
from onrecord.analyse.positions import shown
from onrecord.example import gold
from onrecord.model.analysis import Analysis
from onrecord.model.terms import Band

Json = dict[str, Any]
SHARE = 0.5


def predict(data: Path, options: Options) -> Predictions:
    """The positions of every report, with all words that the report has for their holders."""
    product = Product(options.analyser)
    return {key: rows(report.text, product.analyse(report)) for key, report in example.reports(data).items()}


def rows(text: str, analysis: Analysis) -> list[Json]:
    """One object for each position that the report says is so."""
    called: dict[str, set[str]] = {}
    for mention in analysis.mentions:
        called.setdefault(mention.chain, set()).add(mention.span.cut(text))
    return [
        {
            "kind": str(one.kind),
            "holder": sorted(
                {*called.get(one.holder_chain or "", ()), *([one.holder_name] if one.holder_name else ())}
            ),
            "words": [span.cut(text) for span in one.holder],
            "content": [list(span) for span in one.content],
            "condition": [list(span) for span in one.condition],
            "cue": [list(span) for span in one.cue],
            "shown": one.band is not Band.UNSURE,
            "band": str(one.band),
        }
        for one in shown(analysis.positions)
    ]


def write(predictions: Predictions) -> str:
    """One line for each report."""
    lines = ({"doc": key, "positions": rows} for key, rows in predictions.items())
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """How many of those shown are right, how much of a reader's list is shown, and how conditions are cut."""
    texts = {key: report.text for key, report in example.reports(data).items()}
    actors = {actor["id"]: actor for actor in json.loads((data / "gold/story.json").read_text("utf-8"))["actors"]}
    answers = gold.positions(data / "gold", texts)
    right, wrong, found, listed = set[Mark](), set[Mark](), dict[str, Json](), dict[str, Json]()
    for doc, row in predictions.items():
        for one in row:
            hits = [a for a in answers if a["report"] == doc and _meets(one, a) and _holder(one, a, actors)]
            found |= {hit["id"]: one for hit in hits}
            if one["shown"]:
                listed |= {hit["id"]: one for hit in hits}
                mark = Mark(f"example-{doc}", tuple(map(tuple, one["content"])), one["kind"])
                (right if hits else wrong).add(mark)
    asked = [a for a in answers if not a["optional"]]
    limited = [a for a in answers if a["condition"] and a["id"] in found]
    cut = [a for a in limited if _share(found[a["id"]]["condition"], [a["condition"]]) >= SHARE]
    numbers = (
        _number("shown right", len(right), len(right) + len(wrong)),
        _number("reader's list shown", sum(a["id"] in listed for a in asked), len(asked)),
        _number("reader's list found", sum(a["id"] in found for a in asked), len(asked)),
        _number("conditions cut", len(cut), len(limited)),
    )
    remarks = (
        f"{len(texts)} reports, {len(asked)} positions a reader lists, {len(answers) - len(asked)} that one may",
    )
    return Outcome(numbers, frozenset(right), frozenset(wrong), remarks)


def words(data: Path, mark: Mark) -> str:
    """What is wanted, in the words of the report."""
    return example.words(data, mark)


def _meets(one: Json, answer: Json) -> bool:
    near = [*one["content"], *one["condition"]]
    return one["kind"] in answer["kind"] and any(a < answer["content"][1] and answer["content"][0] < b for a, b in near)


def _holder(one: Json, answer: Json, actors: Mapping[str, Json]) -> bool:
    """Whether the words for the holder are among the forms of one whom a reader may name; nobody where none is."""
    forms = {w.casefold() for id in answer["holder"] for w in _forms(actors[id], answer["report"])}
    mine = {words.casefold() for words in one["holder"]}
    return not answer["holder"] or bool(forms & mine)


def _forms(actor: Json, report: str) -> Iterable[str]:
    for form in (*actor["forms"].get(report, ()), actor["name"]):
        yield form if isinstance(form, str) else form["exact"]


def _share(spans: Sequence[Sequence[int]], other: Sequence[Sequence[int]]) -> float:
    """How much two sets of characters have in common, of all."""
    mine, theirs = ({at for start, end in some for at in range(start, end)} for some in (spans, other))
    return len(mine & theirs) / max(1, len(mine | theirs))


def _number(name: str, some: int, every: int) -> Number:
    return Number(name, 100 * some / max(1, every), note=f"{some} of {every}")
