"""From words to actors: which mention a side of a relation is, and whoever is speaking where it stands."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.analyse.relation_names import called, is_adjective, known_place, states
from onrecord.analyse.relation_parties import Party
from onrecord.analyse.relation_words import relation_words
from onrecord.model.analysis import Analysis
from onrecord.model.mention import Mention
from onrecord.model.relation import Relation
from onrecord.model.span import Span, Spans
from onrecord.model.statement import Statement
from onrecord.model.terms import Act, ActorType, Form

NEAR, THING_NEAR = 400, 250
SURE_PRONOUN = 0.5
POINTING = {"this", "that", "these", "those", "such"}
IT = {"it", "this", "that", "these", "those"}
JOINED = re.compile(r"(?: \([^)]*\))?,? (?:and |& )?(?:the )?|, [^,]{1,40}, (?:and )?")
CAPITAL = re.compile(r"\b(?!(?:The|An?)\b)[A-Z][\w’'-]*")
AND = re.compile(r"\band\b|&")
YOU = {"you", "your", "yours"}
OWED = {"should", "must", "ought"}
ME = {"i", "we", "me", "us", "my", "our", "mine", "ours"}


class Maker(NamedTuple):
    """Somebody whose a thing is said to be: the thing's plain word, where that stands, and the word for whose it is."""

    thing: str
    at: int
    owner: Span | None


class Side(NamedTuple):
    """One side of a relation: its words, its chain and name where it is an actor, and whether the words name it.

    Not ``direct``: the words name something of the actor's (``the minister's plan``). Not ``sure``: a pronoun that may
    be somebody else's. ``vague``: a place.
    ``named``: the words are a name. ``place``: they may name one.
    """

    spans: Spans = ()
    chain: str | None = None
    name: str | None = None
    direct: bool = True
    sure: bool = True
    vague: bool = False
    named: bool = False
    place: bool = False


class Sides:
    """The mentions and statements of a report by where they stand."""

    def __init__(self, text: str, analysis: Analysis, makers: Sequence[Maker] = ()) -> None:
        self.text = text
        self._makers = makers
        self.statements = analysis.statements
        self._mentions = sorted(analysis.mentions, key=lambda m: m.span)
        self._starts = [m.span.start for m in self._mentions]
        self._heads = {m.head.start: m for m in reversed(self._mentions)}
        self._called = called(text, self._mentions)
        self._by_id = {m.id: m for m in self._mentions}
        self._adjectives = {m.id for m in self._mentions if is_adjective(m, text)}
        self._states = states(text, self._mentions, self._adjectives)

    def of(self, side: Party, statement: Statement | None) -> Side:
        """The actor that a side names, else the one whom it belongs to, else its words alone."""
        for number, head in enumerate((side.head, *side.owners)):
            mention = self.at(head)
            if mention is not None and not (not number and self._is_thing(side, mention)):
                chain = self._states.get(mention.id, mention.chain)
                sure = mention.form is not Form.PRONOUN or mention.confidence >= SURE_PRONOUN
                word = head.cut(self.text).lower()
                sure &= word not in IT and (mention.type is not ActorType.PERSON or word != "its")
                sure &= not (number and self._is_topic(mention, side))
                named = side.whole if not number else mention.span
                vague = mention.type is ActorType.PLACE and (number > 0 or known_place(mention))
                sure &= self._fits(mention, chain)
                name = mention.form is Form.NAME
                return Side(
                    (named,), chain, self.name(chain), not number, sure, vague, name, mention.type is ActorType.PLACE
                )
            word = head.cut(self.text).lower()
            if word in ME and statement is not None and statement.speaker_chain:
                chain = statement.speaker_chain
                return Side((head,), chain, self.name(chain), not number)
            if word in YOU and statement is not None and (told := self._told(statement)) is not None:
                return Side((head,), told.chain, self.name(told.chain), not number)
            if word in YOU and statement is not None and (other := self._other(statement)) is not None:
                return Side((head,), other, self.name(other), False, False)
        made = self._made(side)
        mention = self.at(side.head) or self._titled(side.head)
        if made is None and mention is not None and self.name(mention.chain):
            made = Side((side.whole,), mention.chain, self.name(mention.chain))
        return made or Side((side.whole,))

    def _is_topic(self, mention: Mention, side: Party) -> bool:
        """Whether a state's name stands right before a thing (``the Torvela deal``): what it is about, not whose."""
        about = mention.type in (ActorType.STATE, ActorType.PLACE) and mention.span.end <= side.head.start
        return about and mention.id not in self._adjectives and self.text[mention.span.end] not in "'’"

    def _is_thing(self, side: Party, mention: Mention) -> bool:
        """Whether a mention is no actor itself: a thing that somebody made, or a pronoun for nobody that is known."""
        if side.thing:
            return mention.type is None
        pronoun = side.head.cut(self.text).lower() in IT
        return pronoun and (self.name(mention.chain) is None or mention.confidence < SURE_PRONOUN)

    def _made(self, side: Party) -> Side | None:
        """Whoever made a thing (``the letter``, ``it``), by the last place before that says so."""
        if side.owners:
            return None
        at, words = side.head.start, relation_words()
        before = [m for m in self._makers if m.at < at]
        if not side.thing and side.head.cut(self.text).lower() in IT:
            before = [m for m in before if at - m.at < THING_NEAR]
            kinds = {before[-1].thing} if before else set()
            before = [m for m in self._makers if m.at < at]
        else:
            kinds = {side.thing} if side.thing else set()
        kinds |= words.documents if kinds & words.general else set()
        for maker in reversed(before):
            mention = self.at(maker.owner) if maker.thing in kinds and maker.owner else None
            if mention is not None and self.name(mention.chain):
                chain = self._states.get(mention.id, mention.chain)
                return Side((side.whole,), chain, self.name(chain), False, self._of_one(kinds, chain))
        pointing = side.whole.cut(self.text).lower().split(maxsplit=1)[0] in POINTING
        if kinds & words.spoken and pointing:
            last = self._last_before(at)
            return last._replace(spans=(side.whole,), direct=False) if last.chain else None
        return None

    def _fits(self, mention: Mention, chain: str) -> bool:
        """Whether a body's description does not speak against the name it is taken for.

        ``the Fisk campaign`` is not the Tamm campaign.
        """
        if mention.form is not Form.NOMINAL or mention.type is not ActorType.ORGANISATION:
            return True
        words, name = mention.span.cut(self.text), self.name(chain) or ""
        names = set(CAPITAL.findall(words))
        return not names or bool(names & set(CAPITAL.findall(name))) or not CAPITAL.search(name)

    def _of_one(self, kinds: set[str], chain: str) -> bool:
        """Whether it is plain whose a thing is: what is written or said, or most things of its kind are one party's."""
        words = relation_words()
        if kinds & (words.written | words.spoken):
            return True
        owners = [m.chain for one in self._makers if one.thing in kinds and one.owner and (m := self.at(one.owner))]
        return 2 * sum(one == chain for one in owners) >= len(owners)

    def at(self, word: Span) -> Mention | None:
        """The mention that a word is the head of, else the shortest that holds it."""
        found = self._heads.get(word.start)
        if found is not None:
            return found
        last = bisect_right(self._starts, word.start)
        near = [m for m in self._mentions[max(0, last - 12) : last] if m.span.holds(word)]
        near = [m for m in near if m.head.end >= word.start or m.form is Form.NAME]
        exact = [m for m in near if m.head.overlaps(word) or m.form is Form.NAME]
        return min(exact, key=lambda m: m.span.end - m.span.start, default=None)

    def _titled(self, word: Span) -> Mention | None:
        """The name right behind a word of office or description: ``the transport minister, Oren Tamm``."""
        last = bisect_right(self._starts, word.start)
        some = self._mentions[max(0, last - 2) : last + 3]
        return next((m for m in some if any(title.holds(word) for title in m.title)), None)

    def within(self, spans: Sequence[Span]) -> list[Mention]:
        """The mentions inside spans, in order."""
        near = (self._mentions[bisect_left(self._starts, s.start) : bisect_left(self._starts, s.end)] for s in spans)
        return [m for span, some in zip(spans, near, strict=True) for m in some if span.holds(m.span)]

    def name(self, chain: str) -> str | None:
        """The fullest name the report gives a chain, else the phrase it is most often called by."""
        return self._called.get(chain)

    def speaker(self, statement: Statement | None) -> Side:
        """Whoever says a statement."""
        if statement is None or not statement.source:
            return Side()
        chain = statement.speaker_chain
        if chain is None:
            mention = next((m for m in self.within(statement.source)), None)
            chain = mention.chain if mention else None
        name = self.name(chain) if chain else None
        thing = "".join((name or "").lower().rsplit(maxsplit=1)[-1:])
        if chain and (thing in relation_words().things or thing == "one"):
            at = statement.source[0]
            inside = [m for m in self._makers if at.start <= m.at < statement.source[-1].end and m.owner]
            owner = self.at(inside[0].owner) if inside and inside[0].owner else None
            if owner is not None and self.name(owner.chain):
                return Side(statement.source, owner.chain, self.name(owner.chain), False)
            made = self._made(Party(at, at, (), thing))
            return made._replace(spans=statement.source) if made else Side(statement.source, chain, name)
        return Side(statement.source, chain, name)

    def speakers(self, statement: Statement) -> tuple[Side, ...]:
        """Whoever says a statement, and whoever is named beside them: ``Lena Fisk and Oren Tamm said``."""
        first = self.speaker(statement)
        return first, *(Side((m.span,), m.chain, self.name(m.chain)) for m in self._together(statement, first))

    def _together(self, statement: Statement, first: Side) -> list[Mention]:
        named = [m for m in self.within(statement.source) if m.form is Form.NAME and m.type is ActorType.PERSON]
        gaps = self._gaps(named)
        if not gaps or not all(map(JOINED.fullmatch, gaps)) or not AND.search(gaps[-1]):
            return []  # ``Lena Fisk, Hadrel Green``: what follows says who she is
        return [m for m in named if m.chain != first.chain]

    def _gaps(self, named: Sequence[Mention]) -> list[str]:
        """What stands between names, without their offices."""
        found = []
        for one, other in pairwise(named):
            title = min((t.start for t in other.title if one.span.end <= t.start < other.span.start), default=None)
            found.append(self.text[one.span.end : title or other.span.start])
        return found

    def before(self, one: Relation) -> Side:
        """Whoever spoke last before a denial, close by."""
        own = next((s for s in self.statements if s.id == one.statement), None)
        at = (one.cue or one.source)[0].start
        at = min(at, own.content[0].start) if own else at
        return self._last_before(at + 1, one.source_chain)

    def _last_before(self, at: int, but: str | None = None) -> Side:
        for statement in sorted(self.statements, key=lambda s: s.content, reverse=True):
            end = statement.content[-1].end
            if end <= at and at - end < NEAR and statement.speaker_chain not in (None, but):
                return self.speaker(statement)
        return Side()

    def around(self, cue: Span, spoken: bool) -> Statement | None:
        """The innermost statement a word stands in; for a word that is itself a cue, its statement."""
        if not spoken:
            own = next((s for s in self.statements if any(c.overlaps(cue) for c in s.cue)), None)
            if own is not None:
                return own
        holding = [s for s in self.statements if any(c.holds(cue) for c in s.content)]
        held = [s for s in holding if not self._owed(s)] or holding
        return min(held, key=_length, default=None)

    def open(self, statement: Statement) -> bool:
        """Whether a statement only asks, or might be made."""
        words = set(" ".join(c.cut(self.text) for c in statement.cue).lower().split())
        return statement.act is Act.ASK or bool(words & {"may", "might", "could", "would", "if", "whether"})

    def _owed(self, statement: Statement) -> bool:
        """Whether a cue says only what somebody should think or say: ``they should think twice about``."""
        return bool(OWED & set(" ".join(c.cut(self.text) for c in statement.cue).lower().split()))

    def _other(self, statement: Statement) -> str | None:
        """Whoever spoke last before, close by, not inside another's words: whom "you" may be where none is named."""
        at = statement.content[0].start
        for one in sorted(self.statements, key=lambda s: s.content, reverse=True):
            near = one.content[-1].end <= at and at - one.content[-1].end < NEAR
            if near and one.parent is None:
                chain = one.speaker_chain
                return chain if chain != statement.speaker_chain else None
        return None

    def _told(self, statement: Statement) -> Mention | None:
        return next((m for m in self.within(statement.addressee)), None)


def _length(statement: Statement) -> tuple[int, Spans]:
    return sum(span.end - span.start for span in statement.content), statement.content
