"""Neutrality: two parties change places in a text, and nothing of what is found may change but their names.

The texts are the example story's and those of SEESAW's stories in which two parties of one kind are both named (see
``evaluation.corpora.parties`` for how they are chosen). All forms of the two names are exchanged, ``a`` and ``an``
and the possessor's ``s`` follow, and the swapped text goes the whole way through cleaning and analysis.

**The rule.** An entry is the same when every one of its fields is: all spans, mapped back through the replacements to
offsets of the first text (a span that ends inside a name is a difference); speaker and every other name with the two
parties exchanged; act, mode, zone, negation, addressee, channel, nameless, parent, candidates, reason, rule, features,
band; and the confidence to the two decimals that are printed. Entries are compared as multisets; the share is those
that are the same out of the larger side.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from evaluation import example
from evaluation.corpora import seesaw
from evaluation.corpora.parties import KINDS as PAIRS
from evaluation.corpora.parties import Pair, Story
from evaluation.corpora.place import REPOSITORY
from evaluation.outcome import Number, Options, Outcome, Predictions, sample
from evaluation.product import Product
from evaluation.scoring.counts import bootstrap
from evaluation.scoring.swapping import KINDS, Swapped, compared, entries

TEXTS = 200
EXAMPLE = REPOSITORY / "src/onrecord/example"

Row = dict[str, Any]


def predict(data: Path, options: Options) -> Predictions:
    """For each text and pair: entries by kind, how many are the same, and every difference with its offsets."""
    product = Product(options.analyser)
    found: Predictions = {}
    texts = dict(_texts(data))
    for doc in sample(texts, min(options.sample or TEXTS, TEXTS)):
        text, story = texts[doc]
        before = product.read(text, f"{doc}.txt")
        for pair in story.pairs(text):
            swapped = Swapped(text, pair)
            after = product.read(swapped.text, f"{doc}.txt")
            if before and after:
                found[f"{doc} {pair.kind}"] = _row(pair, entries(before, pair, None), entries(after, pair, swapped))
    return found


def write(predictions: Predictions) -> str:
    """One line a text and pair: ``{"doc", "pair", "entries", "same", "differences"}``; offsets and labels, no text."""
    return "".join(json.dumps({"doc": doc, **row}) + "\n" for doc, row in sorted(predictions.items()))


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """The share of entries that are the same, by kind of entry and by kind of pair, and which fields differ."""
    rows = dict(sorted(predictions.items()))
    numbers = [_share(f"{kind} equal", list(rows.values()), kind, options.boot) for kind in KINDS]
    for pair in PAIRS:
        numbers.append(_share(f"statements equal, {pair}", _of(rows, pair), "statements", options.boot))
    untouched = [100.0 * (not row["differences"]) for row in rows.values()]
    numbers.append(Number("texts equal", sum(untouched) / max(1, len(untouched)), note=f"of {len(rows)} swaps"))
    fields = Counter(f"{d[0]} {name}" for row in rows.values() for d in row["differences"] for name in d[1])
    remarks = (f"{len({doc.split()[0] for doc in rows})} texts", *(f"{n} × {name}" for name, n in fields.most_common()))
    return Outcome(tuple(n for n in numbers if n.note), remarks=remarks)


def _of(rows: dict[str, Row], pair: str) -> list[Row]:
    return [row for doc, row in rows.items() if doc.endswith(f" {pair}")]


def _texts(data: Path) -> Iterator[tuple[str, tuple[str, Story]]]:
    """Every text that has a pair, by name, with its story."""
    heron = {key: report.text for key, report in example.reports(EXAMPLE).items()}
    stories = [("example", heron, example.entities(EXAMPLE))]
    stories += [(name, seesaw.texts(data, name), seesaw.entities(data, name)) for name in seesaw.names(data)]
    for name, texts, who in stories:
        story = Story(tuple(texts.values()), who)
        for doc, text in texts.items():
            if any(story.pairs(text)):
                yield f"{name}-{doc}", (text, story)


def _row(pair: Pair, before: dict[str, list[Row]], after: dict[str, list[Row]]) -> Row:
    counts, same, differences = {}, {}, []
    for kind in KINDS:
        changed = compared(before[kind], after[kind], kind)
        counts[kind] = max(len(before[kind]), len(after[kind]))
        gone = sum(one.before is not None for one in changed)
        same[kind] = len(before[kind]) - gone
        differences += [list(one) for one in changed]
    return {"pair": pair.kind, "entries": counts, "same": same, "differences": differences}


def _share(name: str, rows: Sequence[Row], kind: str, boot: int) -> Number:
    def share(some: Sequence[Row]) -> float:
        whole = sum(row["entries"][kind] for row in some)
        return 100 * sum(row["same"][kind] for row in some) / whole if whole else 100.0

    whole = sum(row["entries"][kind] for row in rows)
    note = f"{sum(row['same'][kind] for row in rows)} of {whole}" if whole else ""
    return Number(name, share(rows), bootstrap(rows, share, boot), note)
