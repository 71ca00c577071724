"""From words to positions: holders become actors, and how sure it is that they want what is said.

Confidence is that of the construction, less for every step that had to be guessed; ``evaluation/positions.py`` measures
it. Rules alone never say certain.
"""

import re
from collections.abc import Iterator, Sequence

from onrecord.analyse.actor_words import actor_words
from onrecord.analyse.acts import WITHHELD
from onrecord.analyse.position_parts import Want
from onrecord.analyse.position_words import position_words
from onrecord.analyse.relation_parties import Party
from onrecord.analyse.relation_sides import ME, Maker, Side, Sides
from onrecord.engine.parse import lemma
from onrecord.model.analysis import Analysis
from onrecord.model.position import Position
from onrecord.model.span import Span
from onrecord.model.statement import Statement
from onrecord.model.terms import Act, ActorType, Band, Form, Mode, PositionKind, Voice, ZoneKind

LIKELY = 0.6
SURE = {
    "told": 0.8, "told weak": 0.55, "clause": 0.8, "object": 0.7, "object weak": 0.55, "behind": 0.75,
    "particle": 0.8, "noun": 0.7, "noun weak": 0.5, "state": 0.7, "closed": 0.7, "red line": 0.8, "no deal": 0.8,
    "duty must": 0.75, "duty should": 0.65, "duty of state": 0.6, "duty of ours": 0.6, "duty must of you": 0.6,
    "duty should of you": 0.6, "duty of state of you": 0.4, "will refuse": 0.65, "will refuse if": 0.75,
    "cannot refuse": 0.65, "cannot refuse if": 0.7, "will offer": 0.5, "will offer if": 0.65, "will accept": 0.6,
    "will accept if": 0.7, "will threat": 0.65, "will threat if": 0.7, "imperative": 0.5, "imperative deed": 0.6,
    "act": 0.45, "plan": 0.7, "plan weak": 0.5, "effort": 0.7, "effort weak": 0.55, "behind weak": 0.5,
    "state weak": 0.5, "stance": 0.7, "need": 0.65,
}  # fmt: skip
REASONS = {
    "told": "the verb says what somebody is asked to do",
    "clause": "the verb says what its subject wants or will not do",
    "object": "the verb says what its subject wants or will not have",
    "behind": "the verb and its preposition say what is wanted or not had",
    "particle": "the verb and its particle say what is not had",
    "noun": "the noun says whose it is and what is wanted or not had",
    "state": "the adjective says what its subject would or would not do",
    "stance": "the adjective says what its subject is for or against",
    "closed": "something is called beyond bargaining",
    "red": "something is called a red line",
    "no": "without what follows there is to be none",
    "duty": "a duty is laid on somebody",
    "will": "somebody says what they will or will not do",
    "cannot": "somebody says what they cannot accept",
    "plan": "the verb says what its subject wants or means to do",
    "effort": "the noun says what somebody wants or means to do",
    "need": "something is called necessary",
    "imperative": "an order in somebody's own words",
    "act": "the act of the statement, and what it says",
}
ACTS = {
    Act.DEMAND: PositionKind.DEMAND, Act.URGE: PositionKind.DEMAND, Act.REFUSE: PositionKind.REFUSE,
    Act.PROMISE: PositionKind.OFFER, Act.THREATEN: PositionKind.THREAT,
}  # fmt: skip
ALONE = {"i", "me", "my", "mine"}
THEY = {"it", "they", "he", "she"}
BOTH = {"neither", "both", "none"}
UNCLOSED = 300
RULED = re.compile(r"\b(ruled|rules|ruling)\b", re.IGNORECASE)
CLOSING = re.compile('[”“"»]')
ARTICLE = len("these ")
POINTING = {"it", "this", "that", "them", "which"}


class Making:
    """Makes the positions of one report out of what its words show, its statements and its mentions."""

    def __init__(self, analysis: Analysis, text: str, makers: Sequence[Maker] = ()) -> None:
        self.analysis, self.text = analysis, text
        self.sides = Sides(text, analysis, makers)
        named = (one for one in analysis.mentions if one.type is not None or one.form is Form.NAME)
        self._actors = {one.chain for one in named}

    def positions(self, want: Want, zone: ZoneKind) -> Iterator[Position]:
        """The position of every holder that a want names, else of whoever is speaking."""
        statement = self.sides.around(want.cue, want.spoken)
        if statement is None and any(one.head.cut(self.text).lower() in ME for one in want.who):
            statement = self._going_on(want.cue)
        if want.spoken and (statement is None or not statement.source):
            return
        if want.named and want.kind is not PositionKind.DEMAND and self._somebody(want.named):
            return
        speaker = self.sides.speaker(statement)
        own = speaker if self._speaks(want, statement) else Side()
        for holder in [self._holder(one, statement, speaker, want.over) for one in want.who] or [own]:
            thing = want.rule.startswith(("will", "cannot")) and holder.chain is None
            if not thing:
                yield self._position(want, zone, holder, statement, speaker)
            elif want.condition and speaker.spans:
                yield self._position(want, zone, speaker, statement, speaker)
            elif statement is None and holder.spans and holder.spans[0].cut(self.text).lower() in BOTH:
                yield self._position(want, zone, holder, statement, speaker)

    def by_act(self, found: Sequence[Position]) -> Iterator[Position]:
        """A position for every statement with such an act and none at its cue: ``“Release the log,” she demanded``."""
        cues = [span for one in found for span in one.cue]
        for one in self.analysis.statements:
            kind = ACTS.get(one.act)
            if (
                kind is None
                or not one.cue
                or not one.source
                or not self._known(one)
                or WITHHELD.search(self._words(one))
            ):
                continue
            if not any(span.overlaps(other) for span in one.cue for other in cues):
                want = Want(kind, (), one.cue[0], one.content, "act", (), one.addressee, one.negated)
                speaker = self.sides.speaker(one)
                yield self._position(want, one.zone, speaker, one, speaker)

    def _position(
        self, want: Want, zone: ZoneKind, holder: Side, statement: Statement | None, speaker: Side
    ) -> Position:
        asked = tuple(span for span in want.addressee if want.rule.startswith(("told", "act")) or self._actor(span))
        own = statement is not None and holder.chain == speaker.chain
        of_thing = bool(want.addressee) and not asked and not want.rule.startswith("duty")
        confidence = self._confidence(want, holder, of_thing, own, statement)
        if statement is not None and not own:
            confidence -= 0.05
        confidence = round(max(0.05, confidence), 2)
        return Position(
            report=self.analysis.report,
            kind=want.kind,
            holder=holder.spans,
            cue=(want.cue,),
            content=want.content,
            zone=zone,
            voice=Voice.QUOTED if statement else Voice.OUTLET,
            confidence=confidence,
            band=Band.LIKELY if confidence >= LIKELY else Band.UNSURE,
            reason=REASONS[want.rule.split()[0]],
            rule=want.rule,
            analyser=self.analysis.analyser,
            condition=want.condition,
            addressee=asked,
            holder_chain=holder.chain,
            holder_name=holder.name,
            statement=statement.id if statement else None,
            negated=want.negated,
        )

    def _confidence(self, want: Want, holder: Side, of_thing: bool, own: bool, statement: Statement | None) -> float:
        """How sure: less where nobody is named, where no actor is, where it only might be so, or where all is "it"."""
        sure = (
            SURE[want.rule]
            - 0.25 * (not holder.spans)
            - (0.2 if own else 0.3) * (holder.name is None and bool(holder.spans))
        )
        ruled = statement is not None and any(RULED.search(span.cut(self.text)) for span in statement.cue)
        # what a court rules is a deed
        sure -= 0.2 * (want.hedged or ruled) + 0.05 * (not holder.direct)
        sure -= 0.1 * (holder.chain is not None and holder.chain not in self._actors)
        pointed = " ".join(span.cut(self.text) for span in want.content).lower() in POINTING
        sure += 0.15 * (want.rule == "will offer" and own) - 0.1 * (want.rule == "state" and not own)
        told_of = statement is not None and not own and want.kind is PositionKind.OFFER and want.rule == "effort"
        sure -= 0.15 * told_of  # ``she said they had a plan to resume it`` is her word for it
        return sure - 0.1 * of_thing - 0.05 * pointed

    def _holder(self, who: Party, statement: Statement | None, speaker: Side, over: Sequence[Party] = ()) -> Side:
        """The actor that a side names; ``we`` is whoever says it where the report knows no more of it."""
        side, word = self.sides.of(who, statement), who.head.cut(self.text).lower()
        if word in ALONE and speaker.spans:
            return speaker._replace(spans=side.spans)
        if side.name is None and word in (*ME, *THEY) and (meant := self._meant(word, who, statement, speaker)):
            return meant._replace(spans=side.spans)
        if side.name is None and over and (said := self.sides.of(over[0], statement)).name:
            return said._replace(spans=side.spans)
        if not side.direct and actor_words().kind(word) is ActorType.PERSON:
            people = (one for one in self.sides.within([who.whole]) if one.form is Form.NAME)
            for one in people:
                if one.chain != side.chain and one.span.start > who.head.start:
                    return Side((who.whole,), one.chain, self.sides.name(one.chain))
        return side

    def _meant(self, word: str, who: Party, statement: Statement | None, speaker: Side) -> Side | None:
        """Whom a pronoun stands for that the report's chains leave open: the speaker, or somebody named before it.

        In what is reported (``the party said they do not plan to``) it is the source; in a quotation ``she`` is
        not the one speaking.
        """
        if statement is None or not speaker.spans:
            return None
        if word in ME or (statement.mode is not Mode.DIRECT and word != "it"):
            return speaker
        if statement.mode is not Mode.DIRECT or word == "it":
            return None
        inside = [one for one in self.sides.within(statement.content) if one.span.end <= who.head.start]
        kinds = (None, ActorType.GROUP, ActorType.ORGANISATION) if word == "they" else (ActorType.PERSON,)
        named = [one for one in inside if one.form is Form.NAME and one.type in kinds and one.chain != speaker.chain]
        return Side((who.whole,), named[-1].chain, self.sides.name(named[-1].chain), False) if named else None

    def _going_on(self, cue: Span) -> Statement | None:
        """The quotation that was not closed before a word in the first person."""
        for one in self.analysis.statements:
            end = one.content[-1].end if one.content else 0
            if end <= cue.start < end + UNCLOSED and one.mode is Mode.DIRECT and one.source:
                between = self.text[one.content[-1].end - 1 : cue.start]
                if not CLOSING.search(between):
                    return one
        return None

    def _speaks(self, want: Want, statement: Statement | None) -> bool:
        """Whether it is the speaker's own where no word says whose it is."""
        if want.unnamed or statement is None:
            return False
        return want.spoken or want.rule == "act" or any(want.cue.overlaps(span) for span in statement.cue)

    def _somebody(self, word: Span) -> bool:
        """Whether a name is an actor's, and not a plan's or a place's."""
        found = self.sides.at(word)
        return found is not None and found.type not in (None, ActorType.PLACE)

    def _actor(self, span: Span) -> bool:
        """Whether words name somebody that can be asked."""
        near = (one for one in self.sides.within([span]) if one.span.start - span.start <= ARTICLE)
        return any(one.type is not None for one in near)

    def _known(self, statement: Statement) -> bool:
        """Whether the cue, or the word behind it, is one of those that make a position."""
        words = position_words()
        near = [w for span in statement.cue for w in span.cut(self.text).lower().split()]
        near += statement.content[0].cut(self.text).lower().split()[:1]
        known = {*words.clause, *words.told, *words.nouns, *(names[0] for names in (*words.behind, *words.asked))}
        return any({lemma(word, "verb"), lemma(word, "noun")} & known for word in near)

    def _words(self, statement: Statement) -> str:
        return " ".join(s.cut(self.text) for s in sorted((*statement.cue, *statement.content))).lower()
