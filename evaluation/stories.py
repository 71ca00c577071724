"""Stories in layers: statements, speakers, acts and who spoke through whom, on three outlets' reports of one event."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.corpora import seesaw
from evaluation.gathering import as_gold, gathered
from evaluation.outcome import Mark, Number, Options, Outcome, Predictions, cut, sample
from evaluation.product import Product
from evaluation.scoring import stories as rules
from evaluation.scoring.blame import sides
from evaluation.scoring.counts import Key, Tally, add_up, bootstrap, summed
from evaluation.scoring.figures import figure_rows, giver_of
from onrecord.model.analysis import Analysis
from onrecord.model.span import Spans
from onrecord.model.terms import Form, RelationKind, Voice


def predict(data: Path, options: Options) -> Predictions:
    """Every story in the format of its gold, by its number."""
    product = Product(options.analyser)
    predictions: Predictions = {}
    for name in sample(seesaw.names(data), options.sample):
        texts = seesaw.texts(data, name)
        read = {doc: product.read(text, f"{name}-{doc}.txt") for doc, text in texts.items()}
        analyses = {doc: analysis for doc, analysis in read.items() if analysis}
        predictions[name] = as_story(name, texts, analyses)
    return predictions


def as_story(name: str, texts: Mapping[str, str], analyses: Mapping[str, Analysis]) -> dict[str, Any]:
    """The analyses of one story's articles in the gold's format; one actor for each name."""
    called = {doc: _called(analysis, texts[doc]) for doc, analysis in analyses.items()}
    names = sorted(
        {name for known in called.values() for name in known.values()}
        | {name for doc in analyses for name in sides(blame_rows(doc, analyses[doc], {}))}
        | {giver for doc in analyses for f in analyses[doc].figures if (giver := giver_of(texts[doc], f))}
    )
    actors = {name: f"a{number}" for number, name in enumerate(names, start=1)}
    told = {id: number for doc, analysis in analyses.items() for id, number in _numbered(doc, analysis).items()}
    return {
        "story": name,
        "docs": {
            doc: {
                "statements": _rows(doc, analysis, actors, called[doc]),
                "figures": figure_rows(texts[doc], analysis, actors, _numbered(doc, analysis)),
            }
            for doc, analysis in analyses.items()
        },
        "actors": [{"id": actors[n], "name": n, "forms": _forms(n, texts)} for n in names],
        "utterances": as_gold(gathered(texts, analyses), told),
        "not_same": [],
        "blame": [
            row | {side: actors.get(row[side], row[side]) for side in ("from", "to")}
            for doc, analysis in analyses.items()
            for row in blame_rows(doc, analysis, _numbered(doc, analysis))
        ],
    }


def _called(analysis: Analysis, text: str) -> dict[str, str]:
    """What each statement's speaker is called: the name, else the phrase that its chain is most often called by."""
    phrases: dict[str, Counter[str]] = {}
    for one in analysis.mentions:
        if one.form is Form.NOMINAL and ("written", "yes") not in one.features:
            phrases.setdefault(one.chain, Counter())[one.span.cut(text)] += 1
    usual = {chain: words.most_common(1)[0][0] for chain, words in phrases.items()}
    called = {s.id: s.speaker or usual.get(s.speaker_chain or "") for s in analysis.statements}
    return {number: name for number, name in called.items() if name}


def write(predictions: Predictions) -> str:
    """One object: the story's number, then the story."""
    return json.dumps(predictions, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def sealed(predictions: Predictions) -> Predictions:
    """The predictions without names where a form says where the name stands."""
    return {
        name: story
        | {"actors": [{k: v for k, v in a.items() if k != "name" or not a["forms"]} for a in story["actors"]]}
        for name, story in predictions.items()
    }


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """F1 of statements, accuracy of acts and speakers, F1 of each layer, with counts."""
    tallies: list[Tally] = []
    judged: dict[str, list[rules.Judgement]] = {}
    for name in sample(seesaw.names(data), options.sample):
        gold = seesaw.gold(data, name)
        if gold is None:
            return Outcome((), remarks=(f"{data} holds no gold of story {name}: predicted, not scored",))
        articles, judged[name] = rules.score(gold, predictions.get(name, {}), seesaw.texts(data, name))
        tallies.append(add_up(articles.values()))
    return outcome(tallies, judged, options.boot, f"{len(tallies)} stories")


def outcome(
    tallies: Sequence[Tally], judged: Mapping[str, Sequence[rules.Judgement]], boot: int, remark: str
) -> Outcome:
    """The figures over ``tallies``, which are what is drawn for intervals, and what was right in each story."""
    right = {
        _mark(name, judgement, label)
        for name, judgements in judged.items()
        for judgement in judgements
        for label in judgement.labels | ({"found"} if judgement.found else set())
    }
    return Outcome(tuple(_numbers(tallies, boot)), frozenset(right), remarks=(remark,))


def words(data: Path, mark: Mark) -> str:
    """The source, cue and content that a mark points at."""
    story, doc = mark.doc.split("-")
    return cut(seesaw.texts(data, story)[doc], mark)


def _rows(doc: str, analysis: Analysis, actors: Mapping[str, str], called: Mapping[str, str]) -> list[dict[str, Any]]:
    numbers = _numbered(doc, analysis)
    return [
        {
            "id": numbers[statement.id],
            "source": _pairs(statement.source),
            "cue": _pairs(statement.cue),
            "content": _pairs(statement.content),
            "speaker": actors.get(called.get(statement.id, "")),
            "band": str(statement.band),
            "named": statement.speaker is not None,
            "mode": str(statement.mode),
            "act": str(statement.act),
            "negated": statement.negated,
            "addressee": _pairs(statement.addressee) or None,
            "channel": _pairs(statement.channel) or None,
            "parent": numbers.get(statement.parent or ""),
            "nameless": str(statement.nameless) if statement.nameless else None,
        }
        for statement in analysis.statements
    ]


def blame_rows(doc: str, analysis: Analysis, numbers: Mapping[str, str]) -> list[dict[str, Any]]:
    """The relations between two sides that the report names, or on which the outlet itself is one."""
    return [
        {
            "from": one.source_name or f"outlet:{doc}",
            "to": one.target_name,
            "kind": str(one.kind),
            "strength": str(one.strength),
            "doc": int(doc) if doc.isdigit() else doc,
            "start": one.cue[0].start,
            "end": one.cue[-1].end,
            "statement": numbers.get(one.statement or ""),
            "denied_by": None,
            "rule": one.rule,
            "confidence": one.confidence,
        }
        for one in analysis.relations
        if one.kind is not RelationKind.CREDIT
        and not one.negated
        and one.cue
        and one.target_name
        and (one.source_name or one.voice is Voice.OUTLET)
    ]


def _numbered(doc: str, analysis: Analysis) -> dict[str, str]:
    """The gold's kind of id for every statement."""
    return {statement.id: f"{doc}-s{n}" for n, statement in enumerate(analysis.statements, start=1)}


def _pairs(spans: Spans) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def _forms(name: str, texts: Mapping[str, str]) -> list[list[int | str]]:
    places = ((doc, text.find(name)) for doc, text in texts.items())
    return [[int(doc) if doc.isdigit() else doc, at, at + len(name)] for doc, at in places if at >= 0]


def _mark(story: str, judgement: rules.Judgement, label: str) -> Mark:
    row = judgement.gold
    spans = tuple((start, end) for role in ("source", "cue", "content") for start, end in row[role])
    return Mark(f"{story}-{judgement.doc}", spans, label)


def _numbers(tallies: Sequence[Tally], boot: int) -> list[Number]:
    """One figure a measure: F1 where things are found, a share where matched statements are judged."""
    numbers = []
    for key in sorted({key for tally in tallies for key in tally}):

        def value(some: Sequence[Tally], key: Key = key) -> float:
            return 100 * summed(some, key).f1

        measure, kind = key
        label = f"{measure} {kind}" if kind in ("F1", "accuracy") else f"{kind} {measure}"
        label += " F1" if measure in rules.MATCHED else ""
        counts = summed(tallies, key)
        note = f"{counts.right:.0f} right, {counts.predicted:.0f} predicted, {counts.gold:.0f} gold"
        numbers.append(Number(label, value(tallies), bootstrap(tallies, value, boot), note))
        if measure == "blame":
            numbers += [Number("blame P", 100 * counts.precision), Number("blame R", 100 * counts.recall)]
    return numbers
