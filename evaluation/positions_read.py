"""Positions in SEESAW articles against lists that a reader made before seeing any output.

``evaluation/gold/positions.jsonl`` has offsets and names, no text; a line of no kind is an article without positions,
and ``|`` stands between names of one holder. Parts 1 to 6 are articles of the training part, the others of the
validation part and one more story. Each part was listed before its output was seen and looked at afterwards, so the
numbers of here are those after mending; what was measured at first sight is in decision 055. Threats were no kind when
the first part was listed; there they are not judged.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evaluation.corpora import seesaw
from evaluation.outcome import Mark, Number, Options, Outcome, Predictions, cut
from evaluation.positions import rows
from evaluation.product import Product

GOLD = Path(__file__).parent / "gold/positions.jsonl"
EVERY = tuple(range(1, 13))
PARTS = ((EVERY, "all parts"), (EVERY[:6], "parts 1 to 6"), *(((part,), f"part {part}") for part in EVERY[6:]))
SHORT = 4
"""Names of so many letters must be whole words of the holder's: ``he`` is none of ``the``."""
Json = dict[str, Any]


def predict(data: Path, options: Options) -> Predictions:
    """The positions of every article that was read."""
    product, found = Product(options.analyser), {}
    for name in sorted({_name(one) for one in _gold()}):
        text = _text(data, name)
        analysis = product.read(text, name)
        found[name] = rows(text, analysis) if analysis else []
    return found


def write(predictions: Predictions) -> str:
    """One line for each article."""
    return "".join(json.dumps({"doc": key, "positions": row}) + "\n" for key, row in predictions.items())


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """How many of those shown and of those certain are right, and how much of the reader's lists is shown, by parts."""
    right, wrong, numbers = set[Mark](), set[Mark](), []
    for parts, label in PARTS:
        gold = [one for one in _gold() if one["part"] in parts]
        listed, good, bad, sure = set[int](), set[Mark](), set[Mark](), []
        for name in sorted({_name(one) for one in gold}):
            for one in predictions.get(name, []):
                if not one["shown"] or (one["kind"] == "threat" and gold[0]["part"] == 1 and _first(gold, name)):
                    continue
                hits = [at for at, answer in enumerate(gold) if _name(answer) == name and _meets(one, answer)]
                listed.update(hits)
                (good if hits else bad).add(Mark(name, tuple(map(tuple, one["content"])), one["kind"]))
                sure += [bool(hits)] if one["band"] == "certain" else []
        asked = [at for at, answer in enumerate(gold) if not answer["optional"]]
        numbers += [
            _share(f"{label}, shown right", len(good), len(good) + len(bad)),
            _share(f"{label}, certain right", sum(sure), len(sure)),
            _share(f"{label}, reader's list shown", len(listed.intersection(asked)), len(asked)),
        ]
        right, wrong = right | good, wrong | bad
    return Outcome(tuple(numbers), frozenset(right), frozenset(wrong), (f"{len(predictions)} articles",))


def words(data: Path, mark: Mark) -> str:
    """What is wanted, in the words of the article."""
    return cut(_text(data, mark.doc), mark)


def _gold() -> list[Json]:
    return [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]


def _name(one: Mapping[str, Any]) -> str:
    return f"{one['story']}-{one['doc']}"


def _first(gold: list[Json], name: str) -> bool:
    return any(_name(one) == name and one["part"] == 1 for one in gold)


def _text(data: Path, name: str) -> str:
    story, doc = name.split("-")
    return seesaw.texts(data, story)[doc]


def _meets(one: Json, answer: Json) -> bool:
    """Whether kind, holder (the last word of the name) and some words are those of the reader's list."""
    named = " ".join((*one["holder"], *one["words"])).casefold()
    start, end = answer["span"]
    near = any(a < end and start < b for a, b in (*one["content"], *one["condition"], *one["cue"]))
    whole = set(re.split(r"[^\w.]+", named))
    holders = answer["holder"].casefold().split("|")
    mine = any(one in whole if len(one) <= SHORT else one in named for one in holders)
    return near and one["kind"] in answer["kind"] and mine


def _share(name: str, some: int, every: int) -> Number:
    return Number(name, 100 * some / max(1, every), note=f"{some} of {every}")
