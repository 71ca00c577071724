"""Who is who over outlets: salient people and bodies of a story found, and one actor made of each, on SEESAW.

``evaluation.scoring.actors`` has the rules. Actors are ranked twice, as chosen on the training stories: for the names
that a story is mainly about by mentions, statements and twice the mentions in headlines; for all salient names by
mentions, statements and mentions in headlines, persons threefold, for most of what is listed are persons. The ranks
serve these figures alone: onrecord ranks nobody.
"""

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation.corpora import seesaw
from evaluation.outcome import Number, Options, Outcome, Predictions, sample
from evaluation.product import Product
from evaluation.scoring import actors as rules
from evaluation.scoring.counts import Counts, Tally, add_up, bootstrap, summed
from onrecord.model.actor import Actor, Chain
from onrecord.model.terms import ActorType
from onrecord.resolve.actors import resolve
from onrecord.resolve.chains import Header, chains

NO_BODY = (ActorType.STATE, ActorType.PLACE)


def predict(data: Path, options: Options) -> Predictions:
    """The actors of every story, each with its aliases and what it has in each article."""
    product = Product(options.analyser)
    predictions: Predictions = {}
    for name in sample(seesaw.names(data), options.sample):
        meta = seesaw.meta(data, name)
        found: dict[str, tuple[Chain, ...]] = {}
        for doc, text in seesaw.texts(data, name).items():
            outlet = meta.get(f"Meta info for article {doc}", {}).get("source")
            analysis = product.read(text, f"{name}-{doc}.txt", outlet)
            if analysis:
                header = Header(analysis.report, outlet, meta.get("story_time"))
                found[doc] = chains(header, text, analysis.mentions, analysis.statements)
        start = time.process_time()
        resolution = resolve([chain for some in found.values() for chain in some])
        spent = time.process_time() - start
        by_id = {chain.id: (doc, chain) for doc, some in found.items() for chain in some}
        rows = [row for actor in resolution.actors if (row := _row(actor, [by_id[c] for c in actor.chains]))]
        predictions[name] = {"actors": rows, "chains": len(by_id), "seconds": round(spent, 4)}
    return predictions


def _row(actor: Actor, members: Sequence[tuple[str, Chain]]) -> dict[str, Any] | None:
    """An actor that is named, as it is scored; None for one without a name."""
    aliases = sorted({wording.words for _, chain in members for wording in chain.names})
    docs: dict[str, int] = {}
    for doc, chain in members:
        docs[doc] = docs.get(doc, 0) + chain.mentions
    row = {
        "id": actor.id, "name": actor.name, "type": actor.type and str(actor.type), "aliases": aliases, "docs": docs,
        "mentions": sum(docs.values()), "statements": sum(chain.statements for _, chain in members),
        "headline": sum(chain.headline for _, chain in members),
    }  # fmt: skip
    return row if aliases else None


def write(predictions: Predictions) -> str:
    """One object: the story's number, then its actors."""
    return json.dumps(predictions, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """R-precision of main and of salient names, recall of those in the text, B-cubed over the three outlets."""
    tallies: list[Tally] = []
    held: list[Tally] = []
    for name in sample(seesaw.names(data), options.sample):
        annotations = seesaw.annotations(data, name)
        if not annotations:
            return Outcome((), remarks=(f"{data} holds no annotations of story {name}: predicted, not scored",))
        texts = seesaw.texts(data, name)
        tallies.append(_story(rules.gold_names(annotations, texts), texts, predictions[name]["actors"]))
        held += tallies[-1:] if seesaw.meta(data, name).get("Split") == "valid" else []
    speed = sum(p["chains"] for p in predictions.values()) / max(1e-9, sum(p["seconds"] for p in predictions.values()))
    numbers = _numbers(tallies, options.boot)
    numbers += [number._replace(name=f"validation {number.name}") for number in _numbers(held, options.boot) if held]
    numbers.append(Number("chains/s", speed, note="resolved a CPU-second, story by story"))
    return Outcome(tuple(numbers), remarks=(f"{len(tallies)} stories, {len(held)} of them for validation",))


def _story(gold: Sequence[rules.GoldName], texts: dict[str, str], actors: Sequence[dict[str, Any]]) -> Tally:
    """The counts of one story."""
    hits = {g.name: [row for row in actors if rules.matches(row["aliases"], g, gold)] for g in gold}
    bodies = [row for row in actors if row["type"] not in NO_BODY]
    main = [g for g in gold if g.main]
    printed = [g for g in gold if rules.occurs(g, texts.values())]
    found = sum(bool(hits[g.name]) for g in printed)
    items = [item for g in gold for item in _items(g, hits[g.name])]
    precision, recall, _ = rules.b_cubed(items)
    return {
        ("main names", "R-precision"): _top(main, hits, sorted(bodies, key=_main_rank)),
        ("salient names", "R-precision"): _top(gold, hits, sorted(bodies, key=_salient_rank)),
        ("names in the text", "recall"): Counts(found, found, len(printed)),
        ("B-cubed", "precision"): Counts(precision * len(items), len(items), len(items)),
        ("B-cubed", "recall"): Counts(recall * len(items), len(items), len(items)),
    }


def _main_rank(row: dict[str, Any]) -> tuple[int, str]:
    return -(row["mentions"] + row["statements"] + 2 * row["headline"]), row["id"]


def _salient_rank(row: dict[str, Any]) -> tuple[int, str]:
    weight = row["mentions"] + row["statements"] + row["headline"]
    return -weight * (3 if row["type"] == ActorType.PERSON else 1), row["id"]


def _top(gold: Sequence[rules.GoldName], hits: dict[str, list[dict[str, Any]]], ranked: Sequence[Any]) -> Counts:
    """How many of the gold names are among as many of our actors; two actors of one name count once."""
    top = {row["id"] for row in ranked[: len(gold)]}
    right = sum(any(row["id"] in top for row in hits[g.name]) for g in gold)
    return Counts(right, len(gold), len(gold))


def _items(gold: rules.GoldName, hits: Sequence[dict[str, Any]]) -> list[tuple[str, str]]:
    """For each article the gold name is listed for: the actor that matches it there most often, else one of its own."""
    items = []
    for doc in sorted(gold.docs):
        here = [(row["docs"][doc], row["id"]) for row in hits if doc in row["docs"]]
        items.append((max(here)[1] if here else f"none {doc} {gold.name}", gold.name))
    return items


def _numbers(tallies: Sequence[Tally], boot: int) -> list[Number]:
    """One figure a measure; that of B-cubed is the harmonic mean of its two."""
    numbers = []
    for key in sorted({key for tally in tallies for key in tally}):

        def value(some: Sequence[Tally], key: tuple[str, str] = key) -> float:
            return 100 * summed(some, key).recall

        counts = summed(tallies, key)
        note = f"{counts.right:.0f} of {counts.gold:.0f}"
        numbers.append(Number(" ".join(key), value(tallies), bootstrap(tallies, value, boot), note))

    def both(some: Sequence[Tally]) -> float:
        total = add_up(some)
        p, r = total["B-cubed", "precision"].recall, total["B-cubed", "recall"].recall
        return 200 * p * r / (p + r) if p + r else 0.0

    return [*numbers, Number("B-cubed F1", both(tallies), bootstrap(tallies, both, boot), "items of all stories")]
