"""Who is who within one report: the product's chains against MEANTIME's people, organisations and places.

Twice: on the gold's own mentions, where only the joining is judged, beside two baselines (one chain for equal words;
one chain for equal heads); and on the mentions that the product finds, where a found mention stands for the gold's
with the same head and chains of one mention are left out on both sides, as CoNLL-2012 does.
"""

import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from evaluation.corpora.meantime import Document, document, names
from evaluation.outcome import Number, Options, Outcome, Predictions, sample
from evaluation.product import Product
from evaluation.scoring.coreference import MEASURES, Chain, counted, f1
from evaluation.scoring.counts import Counts, bootstrap
from onrecord.analyse.chains import chains
from onrecord.analyse.cues import lexicon
from onrecord.analyse.direct import Quoted
from onrecord.analyse.gathering import Gathering
from onrecord.analyse.mentions import given, joined
from onrecord.analyse.passages import Passage
from onrecord.analyse.rules import Reading
from onrecord.analyse.seen import Mentions, Seen
from onrecord.analyse.text import report_of
from onrecord.engine.parse import Parse, Token
from onrecord.model.span import Span

Row = dict[str, Any]
SYSTEMS = ("onrecord", "equal words", "equal heads")


def predict(data: Path, options: Options) -> Predictions:
    """For each article the gold's mentions with their heads and chain numbers, and the product's own mentions."""
    product = Product(options.analyser)
    return {name: _predicted(product, document(data, name)) for name in sample(names(data), options.sample)}


def write(predictions: Predictions) -> str:
    """One ``{"doc", "given": [[start, end, head, chain]], "own": [[start, end, head, chain]]}`` a line."""
    rows = ({"doc": Path(name).stem, **row} for name, row in sorted(predictions.items()))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """The CoNLL F1 of the product and the baselines on given mentions, and of the product on its own."""
    docs = {name: document(data, name) for name in predictions}
    numbers: list[Number] = []
    for system in SYSTEMS:
        tallies = [_given(docs[name], row, system) for name, row in predictions.items()]
        numbers += _numbers(f"given mentions, {system}", tallies, options.boot)
    best = max(n.value for n in numbers if n.name.endswith("CoNLL F1") and "onrecord" not in n.name)
    ours = next(n.value for n in numbers if n.name == "given mentions, onrecord CoNLL F1")
    numbers.append(Number("ahead of the better baseline", ours - best, note="points of CoNLL F1"))
    tallies = [_own(docs[name], row) for name, row in predictions.items()]
    numbers += _numbers("own mentions, onrecord", tallies, options.boot)
    numbers += _found(docs, predictions)
    mentions = sum(len(chain) for doc in docs.values() for chain in doc.chains)
    return Outcome(tuple(numbers), remarks=(f"{len(docs)} articles, {mentions} mentions",))


def _predicted(product: Product, gold: Document) -> Row:
    report = report_of(gold.text)
    watching = Watching(report, lexicon())
    for passage in watching.parsed():
        watching.take(*passage)
    spans = sorted({span for chain in gold.chains for span in chain})
    given, heads = watching.given([Span(*span) for span in spans])
    made = chains(gold.text, given, watching.drafts)
    numbers = {id(entity): number for number, entity in enumerate(made.entities())}
    found = {tuple(one.span): numbers[id(made.entity[n])] for n, one in enumerate(given.seen)}
    own = [m for m in product.analyse(report).mentions if m.span.end <= gold.end]
    ids = {m.chain: number for number, m in reversed([*enumerate(own)])}
    return {
        "given": [[*span, heads[span], found[span]] for span in spans if span in found],
        "own": [[*m.span, m.head.start, ids[m.chain]] for m in own],
    }


class Watching(Reading):
    """The reading of the rules, which also keeps every parse, so that given mentions can be looked at."""

    parses: list[tuple[Passage, Parse, Sequence[Quoted]]]

    def seen_at(self, parse: Parse, passage: Passage, span: Span) -> Seen | None:
        """A given mention as if it had been found."""
        inside = [t for t in parse.tokens if span.start <= t.start and t.end <= span.end]
        if not inside:
            return None
        head = head_of(inside)
        if any(parse.tokens[at].dep == "conj" and at <= inside[-1].index for at in head.children):
            words = tuple(t.lower for t in inside)
            return joined(Gathering(Mentions(), passage, parse, ()), head, span, words)
        for number in self.mentions.between(span.start - 200, span.end):
            one = self.mentions.seen[number]
            named = one.head.start <= head.start < one.head.end
            if named or (head.tag == "NN" and any(t.start <= head.start < t.end == span.end for t in one.titles)):
                return replace(one, span=span)
        gathering = Gathering(Mentions(), passage, parse, ())
        return given(gathering, head, span, inside[0].index, inside[-1].index)

    def take(self, passage: Passage, tokens: Parse) -> None:
        """Keep the parse, then read on."""
        self.parses = [*getattr(self, "parses", []), (passage, tokens, ())]
        super().take(passage, tokens)

    def given(self, spans: Sequence[Span]) -> tuple[Mentions, dict[tuple[int, int], int]]:
        """The given mentions, and where the head of each stands."""
        found: list[Seen] = []
        for passage, parse, _ in self.parses:
            for span in spans:
                if parse.span.holds(span) and (one := self.seen_at(parse, passage, span)):
                    found.append(one)
        mentions = Mentions(adjectives=self.mentions.adjectives)
        mentions.add(found)
        return mentions, {(one.span.start, one.span.end): one.head.start for one in found}


def head_of(tokens: Sequence[Token]) -> Token:
    """The token that the others hang on: the last one whose own head stands outside."""
    first, last = tokens[0].index, tokens[-1].index
    outside = [t for t in tokens if not first <= t.head <= last or t.head == t.index]
    nouns = [t for t in outside if t.tag[:2] in ("NN", "PR", "CD", "JJ")]
    plain = [t for t in nouns if not any(o.text == "," for o in tokens[: tokens.index(t)])]
    return (plain[-1:] or nouns or outside or list(tokens))[0]


def _given(doc: Document, row: Row, system: str) -> Mapping[str, tuple[Counts, Counts]]:
    kept = {(start, end) for start, end, *_ in row["given"]}
    gold = [chain & kept for chain in doc.chains if chain & kept]
    groups: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
    for start, end, head, chain in row["given"]:
        words = doc.text[start:end].lower().removeprefix("the ")
        last = doc.text[head:end].split()[0].lower() if doc.text[head:end].split() else words
        groups[{"onrecord": chain, "equal words": words, "equal heads": last}[system]].add((start, end))
    return counted([frozenset(chain) for chain in gold], [frozenset(group) for group in groups.values()])


def _own(doc: Document, row: Row) -> Mapping[str, tuple[Counts, Counts]]:
    """Chains of two or more, each mention known by its head."""
    heads = {(start, end): head for start, end, head, _ in row["given"]}
    gold = [frozenset(heads[span] for span in chain if span in heads) for chain in doc.chains]
    groups: defaultdict[int, set[Hashable]] = defaultdict(set)
    for _, _, head, chain in row["own"]:
        groups[chain].add(head)
    return counted(_several(gold), _several(groups.values()))


def _several(groups: Iterable[Iterable[Hashable]]) -> list[Chain]:
    """Chains of at least two, no mention in two of them."""
    taken: set[Hashable] = set()
    found = []
    for group in groups:
        chain = frozenset(group) - taken
        taken |= chain
        if len(chain) > 1:
            found.append(chain)
    return found


def _found(docs: Mapping[str, Document], predictions: Predictions) -> list[Number]:
    """How many of the gold's heads are found at all."""
    right = gold = 0
    for row in predictions.values():
        heads = {head for _, _, head, _ in row["given"]}
        right += len(heads & {head for _, _, head, _ in row["own"]})
        gold += len(heads)
    return [Number("own mentions, gold heads found", 100 * right / gold if gold else 0.0, note=f"{right} of {gold}")]


def _numbers(title: str, tallies: Sequence[Mapping[str, tuple[Counts, Counts]]], boot: int) -> list[Number]:
    def value(some: Sequence[Mapping[str, tuple[Counts, Counts]]], measure: str) -> float:
        sums = [Counts(), Counts()]
        for tally in some:
            sums = [total.plus(one) for total, one in zip(sums, tally[measure], strict=True)]
        return 100 * f1(*sums)

    def conll(some: Sequence[Mapping[str, tuple[Counts, Counts]]]) -> float:
        return sum(value(some, measure) for measure in MEASURES) / len(MEASURES)

    numbers = [Number(f"{title} {measure} F1", value(tallies, measure)) for measure in MEASURES]
    return [*numbers, Number(f"{title} CoNLL F1", conll(tallies), bootstrap(tallies, conll, boot))]
