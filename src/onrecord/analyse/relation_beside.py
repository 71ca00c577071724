"""Implicit edges without a word between two: another actor in what somebody says, and how it is said.

One in four is right where nothing else is known; what the report says of the two elsewhere, the camps it names and the
tone part better from worse. What falls below the least is not kept. Decision 047 has the measures.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.analyse.relation_acts import REPROACHES, made
from onrecord.analyse.relation_camps import Camps
from onrecord.analyse.relation_sides import Side, Sides
from onrecord.model.analysis import Analysis
from onrecord.model.mention import Mention
from onrecord.model.relation import Relation
from onrecord.model.span import Span, Spans
from onrecord.model.statement import Statement
from onrecord.model.terms import Act, ActorType, RelationKind, Strength

SHARP = {Act.DEMAND, Act.DENY, Act.ASK, Act.REFUSE, Act.ACCUSE, Act.CRITICISE, Act.BLAME, Act.THREATEN}
KIND = {Act.PRAISE, Act.AGREE}
LEAST, STEP, MOST = 0.2, 0.05, 0.4
OFTEN = 2
NEAR = (-1, 1, -2)
TONED = "a harsh word in what is said beside another actor that it names"
BESIDE = "another actor is named in what is said; no word says what is thought of them"
CONTINUED = "a harsh word in what is said by somebody who reproaches another right before or after"


class Said(NamedTuple):
    """What one speaker says in one sentence, and the harsh words in it."""

    statement: Statement
    who: Side
    parts: Spans
    harsh: Sequence[Span]


class Beside:
    """What is known of two actors of a report before their names stand in one sentence."""

    def __init__(
        self, analysis: Analysis, sides: Sides, found: Sequence[Relation], tones: Sequence[Span], nots: Sequence[Span]
    ) -> None:
        told = [one for one in found if not one.negated]
        self.analysis, self.sides, self.found, self.tones, self.nots = analysis, sides, told, tones, nots
        self.bad = {(one.source_chain, one.target_chain) for one in told if one.kind in REPROACHES}
        self.worse = {
            (one.source_chain, one.target_chain)
            for one in told
            if one.kind in REPROACHES and one.strength is Strength.EXPLICIT
        }
        self.credited = {(one.source_chain, one.target_chain) for one in told if one.kind is RelationKind.CREDIT}
        self.blamed = Counter(whom for _, whom in self.bad)
        self.done = {(one.statement, one.source_chain, one.target_chain) for one in found}
        self.camps = Camps(sides.text, analysis.mentions)

    def edges(self, sentences: Sequence[Span]) -> list[Relation]:
        """An edge for every other actor in a sentence that somebody says, where no word puts the two at odds.

        A harsh sentence that names nobody else goes on about whom its speaker reproached right before or after.
        """
        said = [
            (number, Said(statement, who, parts, harsh))
            for statement in self.analysis.statements
            if not statement.negated
            for number, parts in _parts(statement, sentences)
            for harsh in [[tone for tone in self.tones if any(part.holds(tone) for part in parts)]]
            for who in self.sides.speakers(statement)
            if who.spans
        ]
        found = [edge for number, one in said for edge in self._in(one, sentences[number])]
        return found + list(self._continued(said, found, [span.start for span in sentences]))

    def _continued(
        self, said: Sequence[tuple[int, Said]], found: Sequence[Relation], starts: Sequence[int]
    ) -> Iterator[Relation]:
        before: dict[tuple[int, str], Relation] = {}
        for edge in sorted((*self.found, *found), key=lambda edge: -edge.confidence):
            if edge.kind in REPROACHES and edge.source_chain and edge.target_name and edge.confidence > LEAST:
                number = bisect_right(starts, (edge.cue or edge.target)[0].start) - 1
                before.setdefault((number, edge.source_chain), edge)
        for number, one in said:
            who = one.who.chain
            if not one.harsh or who is None or (number, who) in before or any(self._others(one.parts, who)):
                continue
            last = next((before[number + step, who] for step in NEAR if (number + step, who) in before), None)
            if last is not None and one.statement.act not in KIND:
                side = Side(last.target, last.target_chain, last.target_name)
                yield replace(
                    made(self.analysis, one.statement, RelationKind.CRITICISE, one.who, side),
                    cue=(one.harsh[0],),
                    strength=Strength.IMPLICIT,
                    confidence=LEAST,
                    rule="continued",
                    reason=CONTINUED,
                )

    def _in(self, said: Said, sentence: Span) -> Iterator[Relation]:
        statement, who, parts, harsh = said
        tone = (statement.act in SHARP) + bool(harsh) - (statement.act in KIND)
        tone += sum(any(part.holds(word) for part in parts) for word in self.nots) == 1
        for whom, mention in self._named(parts, sentence, who):
            if (statement.id, who.chain, whom.chain) in self.done:
                continue
            confidence = LEAST + STEP * (tone + self._known(who.chain, whom.chain))
            near = min(harsh, key=lambda word: abs(word.start - mention.span.start), default=None)
            if confidence >= LEAST - STEP / 2:
                yield replace(
                    made(self.analysis, statement, RelationKind.CRITICISE, who, whom),
                    cue=(near,) if near else (),
                    strength=Strength.IMPLICIT,
                    confidence=round(min(MOST, confidence), 2),
                    rule="tone" if near else "beside",
                    reason=TONED if near else BESIDE,
                )

    def _known(self, who: str | None, whom: str | None) -> int:
        """What the rest of the report says of two: more where they are at odds, less where they are together."""
        pair = (who, whom)
        odds = 2 if pair in self.worse else int(pair in self.bad)
        others = self.blamed[whom] - (pair in self.bad)
        return odds - 2 * (pair in self.credited) + 2 * self.camps.apart(who, whom) + (others >= OFTEN)

    def _named(self, parts: Spans, sentence: Span, who: Side) -> Iterator[tuple[Side, Mention]]:
        """The other actors of what is said, each once; of the rest of the sentence those reproached elsewhere."""
        known = {who.chain}
        for spans in (parts, (sentence,)):
            for mention in self._others(spans, who.chain):
                if mention.chain not in known and (spans is parts or (who.chain, mention.chain) in self.bad):
                    known.add(mention.chain)
                    yield Side((mention.span,), mention.chain, self.sides.name(mention.chain)), mention

    def _others(self, spans: Spans, who: str | None) -> Iterator[Mention]:
        """The mentions of other actors that have a name."""
        for mention in self.sides.within(spans):
            if mention.chain != who and mention.type is not ActorType.PLACE and self.sides.name(mention.chain):
                yield mention


def _parts(statement: Statement, sentences: Sequence[Span]) -> Iterator[tuple[int, Spans]]:
    """What a statement says in each sentence, by the sentence's number."""
    first = bisect_right([span.end for span in sentences], statement.content[0].start)
    for number in range(first, len(sentences)):
        if sentences[number].start >= statement.content[-1].end:
            break
        parts = tuple(p for span in statement.content if (p := _shared(span, sentences[number])).start < p.end)
        if parts:
            yield number, parts


def _shared(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))
