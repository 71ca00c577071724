"""From words to positions: holders become actors, and how sure it is that they want what is said.

Confidence is that of the construction, less for every step that had to be guessed; ``evaluation/positions.py`` measures
it. Rules alone never say certain.
"""

import re
from collections.abc import Iterator, Sequence

from onrecord.analyse.actor_words import actor_words
from onrecord.analyse.acts import WITHHELD
from onrecord.analyse.position_parts import Want
from onrecord.analyse.position_sure import LIKELY, OWN, REASONS, SPOKEN, SURE, may_be_certain
from onrecord.analyse.position_words import position_words
from onrecord.analyse.relation_parties import Party
from onrecord.analyse.relation_sides import ME, Maker, Side, Sides
from onrecord.engine.parse import lemma
from onrecord.model.analysis import Analysis
from onrecord.model.position import Position
from onrecord.model.span import Span
from onrecord.model.statement import Statement
from onrecord.model.terms import Act, ActorType, Band, Form, Mode, PositionKind, Voice, ZoneKind

ACTS = {
    Act.DEMAND: PositionKind.DEMAND, Act.URGE: PositionKind.DEMAND, Act.REFUSE: PositionKind.REFUSE,
    Act.PROMISE: PositionKind.OFFER, Act.THREATEN: PositionKind.THREAT,
}  # fmt: skip
ALONE = {"i", "me", "my", "mine"}
THEY = {"it", "they", "he", "she"}
BOTH = {"neither", "both", "none"}
UNCLOSED = 300
RULED = re.compile(r"\b(ruled|rules|ruling)\b", re.IGNORECASE)
JUDGED = re.compile(r"\b(ruling|decision|verdict|opinion|guidelines|rules|law|statute|v\.)(?!\w)", re.IGNORECASE)
CLOSING = re.compile('[”“"»]')
ARTICLE = len("these ")
POINTING = {"it", "this", "that", "them", "which"}


class Making:
    """Makes the positions of one report out of what its words show, its statements and its mentions."""

    def __init__(self, analysis: Analysis, text: str, makers: Sequence[Maker] = ()) -> None:
        self.analysis, self.text = analysis, text
        self.sides = Sides(text, analysis, makers)
        named = [one for one in analysis.mentions if one.type is not None or one.form is Form.NAME]
        self._actors = {one.chain for one in named}
        kinds = (None, ActorType.PLACE)
        self._named = {one.chain for one in named if one.form is Form.NAME and one.type not in kinds}

    def positions(self, want: Want, zone: ZoneKind) -> Iterator[Position]:
        """The position of every holder that a want names, else of whoever is speaking."""
        statement = self.sides.around(want.cue, want.spoken)
        if statement is None and any(one.head.cut(self.text).lower() in ME for one in want.who):
            statement = self._going_on(want.cue)
        statement = self._outer(statement)
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
                if kind is PositionKind.THREAT and speaker.name is None:
                    continue  # ``the storm threatened to``
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
            band=self._band(want, holder, statement, confidence, own),
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

    def _band(self, want: Want, holder: Side, statement: Statement | None, confidence: float, own: bool) -> Band:
        """Certain where one of the surest constructions is its speaker's, by name, and the tagger is sure of them."""
        if confidence < LIKELY:
            return Band.UNSURE
        by_name = own and holder.chain in self._named and not self.analysis.analyser.startswith("rules")
        told = any(want.cue.overlaps(span) for span in statement.cue) if statement is not None else False
        if statement is None or not by_name or not may_be_certain(want.rule, confidence):
            return Band.LIKELY
        sure = statement.band is Band.CERTAIN or (told and statement.band is Band.LIKELY)
        return Band.CERTAIN if sure else Band.LIKELY

    def _confidence(self, want: Want, holder: Side, of_thing: bool, own: bool, statement: Statement | None) -> float:
        """How sure: less where nobody is named, where no actor is, where it only might be so, or where all is "it"."""
        sure = (
            SURE[want.rule]
            - 0.25 * (not holder.spans)
            - (0.2 if own else 0.3) * (holder.name is None and bool(holder.spans))
        )
        ruled = statement is not None and (
            any(RULED.search(span.cut(self.text)) for span in statement.cue)
            or any(JUDGED.search(span.cut(self.text)) for span in statement.source)
        )
        # what a court rules is a deed
        sure -= 0.2 * (want.hedged or ruled) + 0.05 * (not holder.direct)
        sure -= 0.1 * (holder.chain is not None and holder.chain not in self._actors)
        pointed = " ".join(span.cut(self.text) for span in want.content).lower() in POINTING
        sure += SPOKEN * (want.rule in OWN and own) - 0.1 * (want.rule == "state" and not own)
        told_of = statement is not None and not own and want.kind is PositionKind.OFFER and want.rule == "effort"
        sure -= 0.15 * told_of  # ``she said they had a plan to resume it`` is her word for it
        return sure - 0.1 * of_thing - (0.15 if want.rule in ("closed", "stance") else 0.05) * pointed

    def _holder(self, who: Party, statement: Statement | None, speaker: Side, over: Sequence[Party] = ()) -> Side:
        """The actor that a side names; ``we`` is whoever says it where the report knows no more of it."""
        side, word = self.sides.of(who, statement), who.head.cut(self.text).lower()
        if word in ALONE and speaker.spans:
            return speaker._replace(spans=side.spans)
        if side.name is None and word in (*ME, *THEY) and (meant := self._meant(word, who, statement, speaker)):
            return meant._replace(spans=side.spans)
        quoted = statement is not None and self._in_marks(statement, who.head)
        if side.name is None and over and not quoted and (said := self.sides.of(over[0], statement)).name:
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
        direct = statement.mode is Mode.DIRECT or self._in_marks(statement, who.head)
        if word in ME or (not direct and word != "it"):
            return speaker
        if not direct or word == "it":
            return None
        inside = [one for one in self.sides.within(statement.content) if one.span.end <= who.head.start]
        kinds = (None, ActorType.GROUP, ActorType.ORGANISATION) if word == "they" else (ActorType.PERSON,)
        named = [one for one in inside if one.form is Form.NAME and one.type in kinds and one.chain != speaker.chain]
        return Side((who.whole,), named[-1].chain, self.sides.name(named[-1].chain), False) if named else None

    def _in_marks(self, statement: Statement, word: Span) -> bool:
        """Whether a word stands in the quoted part of what is only partly quoted."""
        span = next((one for one in statement.content if one.holds(word)), None)
        before = self.text[span.start : word.start] if span else ""
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    def _outer(self, statement: Statement | None) -> Statement | None:
        """The statement around one whose speaker is a pronoun for whoever says it: ``“we think that …,” she said``."""
        while statement is not None and statement.parent is not None and statement.source:
            word = statement.source[0].cut(self.text).lower()
            if word not in (*ME, *THEY) or self.sides.speaker(statement).name is not None:
                break
            above = statement.parent
            outer = next((one for one in self.analysis.statements if one.id == above), None)
            if outer is None or (word in THEY and outer.mode is Mode.DIRECT):
                break
            statement = outer
        return statement

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
        return any(one.type is not None or one.form is Form.NAME for one in near)

    def _known(self, statement: Statement) -> bool:
        """Whether the cue, or the word behind it, is one of those that make a position."""
        words = position_words()
        near = [w for span in statement.cue for w in span.cut(self.text).lower().split()]
        near += statement.content[0].cut(self.text).lower().split()[:1]
        known = {*words.clause, *words.told, *words.nouns, *(names[0] for names in (*words.behind, *words.asked))}
        return any({lemma(word, "verb"), lemma(word, "noun")} & known for word in near)

    def _words(self, statement: Statement) -> str:
        return " ".join(s.cut(self.text) for s in sorted((*statement.cue, *statement.content))).lower()
