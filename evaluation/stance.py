"""Who is negative about whom in a sentence, on SEESAW: with the article's entity list as aliases, and without it.

Two baselines stand beside: every two listed names in one sentence with a word of a list of negative words, the first
about the second; and cue rules alone, the speaker of a statement whose cue accuses, blames, criticises, denies or
threatens about the first other listed name in it.
"""

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from evaluation.corpora import seesaw
from evaluation.outcome import Number, Options, Outcome, Predictions, sample
from evaluation.product import Product
from evaluation.scoring import stance as rules
from evaluation.scoring.actors import GoldName, matches, telling
from evaluation.scoring.counts import Counts, Tally, bootstrap, summed
from onrecord.analyse.relation_words import relation_words
from onrecord.model.analysis import Analysis
from onrecord.model.relation import Relation
from onrecord.model.span import Span, cut
from onrecord.model.terms import Act, Form, RelationKind

SYSTEMS = ("with list", "without list", "co-occurrence", "cue rules alone")
HOSTILE = {Act.ACCUSE, Act.BLAME, Act.CRITICISE, Act.DENY, Act.THREATEN}
MILD = {Act.AGREE, Act.PROMISE, Act.ANNOUNCE, Act.THINK, Act.CLAIM}
WITHOUT_A_WORD = {"beside", "tone", "continued"}  # rules of edges that no word puts between two
MANY = 3
NEAR = (-1, 1, -2)
LEAST = 0.2  # of .2 to .4 the best on training and validation stories alike
LEAST_SHARED = 0.4

LEADING = re.compile(r"^(?:the|an?|his|her|their|its|this|that|these|those|our|my)\s+", re.IGNORECASE)
POINTED = re.compile(r"\b(?:the|this|that|these|those|its|their|his) ([a-z]+)")
PREPOSITION = re.compile(r" (?:of|for|on|to|in|about|with|from|by|against|over) ")

Rows = list[dict[str, str]]


def predict(data: Path, options: Options) -> Predictions:
    """The triples of every article by each system; those with the list are none where the folder has no lists."""
    product = Product(options.analyser)
    predictions: Predictions = {}
    for story in sample(seesaw.names(data), options.sample):
        annotations = seesaw.annotations(data, story)
        for doc, text in seesaw.texts(data, story).items():
            analysis = product.read(text, f"{story}-{doc}.txt")
            names = [entry[0] for entry in annotations.get(doc, {}).get("entity lists", ())]
            sentences = seesaw.sentences(data, story, doc)
            predictions[f"{story}-{doc}"] = found(text, analysis, names, sentences) if analysis else {}
    return predictions


def found(text: str, analysis: Analysis, names: Sequence[str], sentences: Mapping[str, Span]) -> dict[str, Rows]:
    """The triples of one article by each system."""
    known = Listed(text, analysis, names)
    places = Places(sentences)
    free, listed = [], []
    for one in analysis.relations:
        at = one.cue or one.target
        sentence = places.of(at[0].start) if at else None
        if sentence is None or not _negative(one):
            continue
        target = one.target_name or LEADING.sub("", " ".join(cut(text, one.target)))  # a thing is called what it is
        if one.source_name and target:
            free.append(_row(sentence, one.source_name, target))
        who = known.side(one.source_chain, cut(text, one.source))
        if one.rule in WITHOUT_A_WORD:  # by likeness of words 13 in 100 of these are right, by names 27
            whom = known.chain(one.target_chain) if one.target_chain else None
        else:
            whom = known.side(one.target_chain, cut(text, one.target))
        if who and whom:
            listed.append(_row(sentence, who, whom))
    said = list(_said(text, analysis, known, sentences))
    reproached = {(row["from"], row["to"]) for row in listed}
    listed += _topics(said, known, reproached)
    listed += _continued(said, listed)
    systems = (listed if names else [], free, _beside(text, known, places), _by_cue(analysis, known, places))
    return {name: _unique(rows) for name, rows in zip(SYSTEMS, systems, strict=True)}


def write(predictions: Predictions) -> str:
    """One triple a line, of the system with the list where there are lists."""
    lines = []
    for doc, systems in sorted(predictions.items()):
        rows = systems.get("with list") or systems.get("without list") or []
        lines += [json.dumps({"doc": doc, **row}, ensure_ascii=False) for row in rows]
    return "".join(line + "\n" for line in lines)


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """Precision, recall and F1 of every system; on the validation stories apart, where the folder says which."""
    tallies: list[Tally] = []
    held: list[Tally] = []
    for story in sample(seesaw.names(data), options.sample):
        annotations = seesaw.annotations(data, story)
        if not annotations:
            return Outcome((), remarks=(f"{data} holds no annotations of story {story}: predicted, not scored",))
        for doc, annotation in annotations.items():
            gold = rules.gold_triples(annotation)
            names = [entry[0] for entry in annotation["entity lists"]]
            rows = predictions.get(f"{story}-{doc}", {})
            tally = {(name, "F1"): rules.counts(gold, rows.get(name, ()), names) for name in SYSTEMS}
            tallies.append(tally)
            held += [tally] if seesaw.meta(data, story).get("Split") == "valid" else []
    numbers = _numbers(tallies, options.boot, "") + (_numbers(held, options.boot, "validation ") if held else [])
    return Outcome(tuple(numbers), remarks=(f"{len(tallies)} articles, {len(held)} of them for validation",))


class Listed:
    """Which name of the article's list a chain or a phrase stands for."""

    def __init__(self, text: str, analysis: Analysis, names: Sequence[str]) -> None:
        self.text = text
        self.mentions = analysis.mentions
        self.golds = [GoldName(name, frozenset()) for name in names if telling(name)]
        self.topics = {name: rules.content_words(name) for name in names}
        self._aliases: dict[str, list[str]] = {}
        for one in analysis.mentions:
            if one.form is not Form.PRONOUN:
                known = self._aliases.setdefault(one.chain, [])
                known += [one.name] if one.name else []
                known.append(one.span.cut(text))
        self._chains: dict[str, str | None] = {}

    def side(self, chain: str | None, words: Sequence[str]) -> str | None:
        """The listed name of a side, by its chain, else by its words, else the one it has most words in common with."""
        phrase = " ".join(words)
        known = self.chain(chain) if chain else None
        return known or self.phrase(phrase) or self.nearest([phrase, *self._aliases.get(chain or "", ())])

    def chain(self, chain: str) -> str | None:
        """The listed name that a chain's aliases match: the one most like an alias, the longest of equals."""
        if chain not in self._chains:
            aliases = self._aliases.get(chain, [])
            hits = [g.name for g in self.golds if matches(aliases, g, self.golds)] if aliases else []
            known = [set(telling(alias)) for alias in aliases]
            self._chains[chain] = max(hits, key=lambda name: (_likeness(name, known), len(name)), default=None)
        return self._chains[chain]

    def phrase(self, phrase: str) -> str | None:
        """The listed name all of whose telling words stand in a phrase, else the one that holds all of the phrase's."""
        words = rules.content_words(phrase)
        inside = [name for name, own in self.topics.items() if own and own <= words]
        if inside:
            return max(inside, key=len)
        around = [name for name, own in self.topics.items() if words and words <= own]
        return around[0] if len(around) == 1 else None

    def nearest(self, phrases: Sequence[str]) -> str | None:
        """The one listed name that shares most telling words with a side; None where two share as many."""
        words = set().union(*(rules.content_words(phrase) for phrase in phrases))
        shared = sorted(((len(words & own) / len(own), name) for name, own in self.topics.items() if own), reverse=True)
        shared = [one for one in shared if one[0] >= LEAST_SHARED]
        return shared[0][1] if shared and (len(shared) < 2 or shared[0][0] > shared[1][0]) else None

    def all(self) -> Iterator[tuple[Span, str]]:
        """Every mention that stands for a listed name."""
        for one in self.mentions:
            name = self.chain(one.chain)
            if name:
                yield one.span, name


def _likeness(name: str, aliases: Sequence[set[str]]) -> float:
    """How much of a name and of the alias most like it is common to both."""
    words = set(telling(name))
    return max((len(words & alias) / len(words | alias) for alias in aliases if words | alias), default=0.0)


class Places:
    """Which sentence a character stands in."""

    def __init__(self, sentences: Mapping[str, Span]) -> None:
        self.ordered = sorted((span, name) for name, span in sentences.items())
        self.starts = [span.start for span, _ in self.ordered]

    def of(self, at: int) -> str | None:
        """The sentence's number; None in the headline."""
        place = bisect_right(self.starts, at) - 1
        return self.ordered[place][1] if place >= 0 and at < self.ordered[place][0].end else None


def _negative(one: Relation) -> bool:
    kind = one.kind not in (RelationKind.CREDIT, RelationKind.DENY)
    return kind and not one.negated and one.confidence >= LEAST and bool(one.source)


def _beside(text: str, known: Listed, places: Places) -> Rows:
    """The baseline: two names beside a negative word."""
    here: dict[str, list[str]] = {}
    for span, name in sorted(known.all()):
        sentence = places.of(span.start)
        if sentence is not None and name not in here.setdefault(sentence, []):
            here[sentence].append(name)
    rows: Rows = []
    for span, sentence in places.ordered:
        if _harsh(span.cut(text)):
            some = here.get(sentence, [])
            rows += [_row(sentence, a, b) for at, a in enumerate(some) for b in some[at + 1 :]]
    return rows


def _harsh(said: str) -> bool:
    """Whether a text has a word of the list of negative words."""
    words = relation_words()
    bad = {*words.bad, *words.misdeeds, *words.owned, *words.nouns, *words.objects}
    bad -= {word for word, kind in (*words.objects.items(), *words.nouns.items()) if kind in ("credit", "clear")}
    printed = {word.strip(".,;:!?“”\"'’()").lower() for word in said.split()}
    return not bad.isdisjoint(word.removesuffix(end) for word in printed for end in ("", "s", "d", "ed", "ing"))


class Saying(NamedTuple):
    """What a listed speaker says in one sentence, by which act."""

    sentence: str
    who: str
    act: Act
    words: str


def _said(text: str, analysis: Analysis, known: Listed, sentences: Mapping[str, Span]) -> Iterator[Saying]:
    """What every listed speaker says, sentence by sentence."""
    for one in analysis.statements:
        who = known.side(one.speaker_chain, cut(text, one.source))
        for number, place in sentences.items() if who and not one.negated and one.act is not Act.PRAISE else ():
            parts = (text[max(c.start, place.start) : min(c.end, place.end)] for c in one.content if c.overlaps(place))
            words = " ".join(parts)
            if who and words:
                yield Saying(number, who, one.act, words)


def _topics(said: Sequence[Saying], known: Listed, reproached: Collection[tuple[str, str]]) -> Iterator[dict[str, str]]:
    """What the list names that is no actor (bills, events) in a sentence that a listed speaker says, as a side.

    The product knows actors alone; the list is what makes these names. A topic is also meant by its head alone behind
    ``the``, ``that`` or ``their``, where no other listed name has it (``the bill``). A mild act, or three topics in one
    sentence, speak against it; a harsh word, a hostile act, and that the speaker is against it elsewhere, for it.
    """
    actors = {name for _, name in known.all()}
    topics = {name: own for name, own in known.topics.items() if own and name not in actors}
    heads = _heads(known)
    for one in said:
        words = rules.content_words(one.words)
        named = [name for name, own in topics.items() if 2 * len(own & words) >= len(own)]
        for phrase in POINTED.findall(one.words.casefold()) if heads else ():
            named += [heads[head] for head in heads.keys() & rules.content_words(phrase)]
        tone = _harsh(one.words) + 2 * (one.act in HOSTILE or one.act is Act.REFUSE) - (one.act in MILD)
        tone -= len(set(named)) >= MANY
        for name in dict.fromkeys(named):
            if tone + 2 * ((one.who, name) in reproached) >= 0:
                yield _row(one.sentence, one.who, name)


def _continued(said: Sequence[Saying], rows: Rows) -> Iterator[dict[str, str]]:
    """A harsh sentence that names nothing else goes on about what its speaker was against right before or after."""
    before: dict[tuple[int, str], Counter[str]] = {}
    for row in rows:
        before.setdefault((int(row["sentence"]), row["from"]), Counter())[row["to"]] += 1
    for one in said:
        at = int(one.sentence)
        last = next((before[at + step, one.who] for step in NEAR if (at + step, one.who) in before), None)
        if last is not None and (at, one.who) not in before and one.act is not Act.AGREE and _harsh(one.words):
            yield _row(one.sentence, one.who, last.most_common(1)[0][0])


def _heads(known: Listed) -> dict[str, str]:
    """The names of several words that are no actor's, by the last word before a preposition, where only one has it."""
    actors = {name for _, name in known.all()}
    found: dict[str, set[str]] = {}
    for name in known.topics:
        core = PREPOSITION.split(name.casefold())[0]
        for part in (core, name.casefold()):
            words = part.split()
            if len(name.split()) > 1 and words:
                for head in rules.content_words(words[-1]):
                    found.setdefault(head, set()).add(name)
    return {
        head: name for head, names in found.items() if len(names) == 1 and (name := next(iter(names))) not in actors
    }


def _by_cue(analysis: Analysis, known: Listed, places: Places) -> Rows:
    """The baseline: the speaker, and the first other name in what is said with a hostile cue."""
    rows: Rows = []
    mentions = sorted(known.all())
    for one in analysis.statements:
        who = known.chain(one.speaker_chain) if one.speaker_chain else None
        place = (one.cue or one.content)[0].start
        sentence = places.of(place)
        inside = (name for span, name in mentions if any(c.holds(span) for c in one.content) and name != who)
        whom = next(inside, None)
        if one.act in HOSTILE and not one.negated and who and whom and sentence is not None:
            rows.append(_row(sentence, who, whom))
    return rows


def _row(sentence: str, who: str, whom: str) -> dict[str, str]:
    return {"sentence": sentence, "from": who, "to": whom, "polarity": rules.NEGATIVE}


def _unique(rows: Rows) -> Rows:
    return list({tuple(row.items()): row for row in rows if row["from"] != row["to"]}.values())


def _numbers(tallies: Sequence[Tally], boot: int, lead: str) -> list[Number]:
    numbers = []
    for system in SYSTEMS:

        def value(some: Sequence[Tally], system: str = system) -> float:
            return 100 * summed(some, (system, "F1")).f1

        total: Counts = summed(tallies, (system, "F1"))
        note = f"{total.right:.0f} right, {total.predicted:.0f} predicted, {total.gold:.0f} gold"
        numbers.append(Number(f"{lead}{system} P", 100 * total.precision))
        numbers.append(Number(f"{lead}{system} R", 100 * total.recall))
        numbers.append(Number(f"{lead}{system} F1", value(tallies), bootstrap(tallies, value, boot), note))
    return numbers
