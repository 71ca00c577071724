"""From words to actors: which mention a side of a relation is, and whoever is speaking where it stands."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.analyse.relation_parties import Party
from onrecord.analyse.relation_words import relation_words
from onrecord.model.analysis import Analysis
from onrecord.model.mention import Mention
from onrecord.model.relation import Relation
from onrecord.model.span import Span, Spans
from onrecord.model.statement import Statement
from onrecord.model.terms import ActorType, Form

NEAR = 300
YOU = {"you", "your", "yours"}
ME = {"i", "we", "me", "us", "my", "our", "mine", "ours"}


class Maker(NamedTuple):
    """Somebody whose a thing is said to be: the thing's plain word, where that stands, and the word for whose it is."""

    thing: str
    at: int
    owner: Span


class Side(NamedTuple):
    """One side of a relation: its words, its chain and name where it is an actor, and whether the words name it.

    Not ``direct``: the words name something of the actor's (``the minister's plan``).
    """

    spans: Spans = ()
    chain: str | None = None
    name: str | None = None
    direct: bool = True


class Sides:
    """The mentions and statements of a report by where they stand."""

    def __init__(self, text: str, analysis: Analysis, makers: Sequence[Maker] = ()) -> None:
        self.text = text
        self._makers = makers
        self.statements = analysis.statements
        self._mentions = sorted(analysis.mentions, key=lambda m: m.span)
        self._starts = [m.span.start for m in self._mentions]
        self._heads = {m.head.start: m for m in reversed(self._mentions)}
        self._called = _called(text, self._mentions)
        self._by_id = {m.id: m for m in self._mentions}

    def of(self, side: Party, statement: Statement | None) -> Side:
        """The actor that a side names, else the one whom it belongs to, else its words alone."""
        for number, head in enumerate((side.head, *side.owners)):
            mention = self.at(head)
            if mention is not None and not (side.thing and not number and mention.type is None):
                chain = mention.chain
                return Side((side.whole if not number else mention.span,), chain, self.name(chain), not number)
            word = head.cut(self.text).lower()
            if word in ME and statement is not None and statement.speaker_chain:
                chain = statement.speaker_chain
                return Side((head,), chain, self.name(chain), not number)
            if word in YOU and statement is not None and (told := self._told(statement)) is not None:
                return Side((head,), told.chain, self.name(told.chain), not number)
            if word in YOU and statement is not None and (other := self._other(statement)) is not None:
                return Side((head,), other, self.name(other), False)
        return self._made(side) or Side((side.whole,))

    def _made(self, side: Party) -> Side | None:
        """Whoever made a thing (``the letter``), by the last place before that says so."""
        if not side.thing or side.owners:
            return None
        before = [m for m in self._makers if m.thing == side.thing and m.at < side.head.start]
        for maker in reversed(before):
            mention = self.at(maker.owner)
            if mention is not None and self.name(mention.chain):
                return Side((side.whole,), mention.chain, self.name(mention.chain), False)
        return None

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

    def within(self, spans: Sequence[Span]) -> list[Mention]:
        """The mentions inside spans, in order."""
        return [m for m in self._mentions if any(span.holds(m.span) for span in spans)]

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
        thing = (name or "").lower().rsplit(maxsplit=1)[-1:]
        if chain and thing and thing[0] in relation_words().things:
            at = statement.source[0]
            made = self._made(Party(at, at, (), thing[0]))
            return made._replace(spans=statement.source) if made else Side(statement.source, chain, name)
        return Side(statement.source, chain, name)

    def before(self, one: Relation) -> Side:
        """Whoever spoke last before a denial, close by."""
        at = (one.cue or one.source)[0].start
        for statement in sorted(self.statements, key=lambda s: s.content, reverse=True):
            end = statement.content[-1].end
            if end <= at + 1 and at - end < NEAR and statement.speaker_chain not in (None, one.source_chain):
                return self.speaker(statement)
        return Side()

    def around(self, cue: Span, spoken: bool) -> Statement | None:
        """The innermost statement a word stands in; for a word that is itself a cue, its statement."""
        if not spoken:
            own = next((s for s in self.statements if any(c.overlaps(cue) for c in s.cue)), None)
            if own is not None:
                return own
        holding = [s for s in self.statements if any(c.holds(cue) for c in s.content)]
        return min(holding, key=_length, default=None)

    def _other(self, statement: Statement) -> str | None:
        """Whoever spoke last before, close by: whom "you" may be where nobody is said to be spoken to."""
        at = statement.content[0].start
        for one in sorted(self.statements, key=lambda s: s.content, reverse=True):
            if one.content[-1].end <= at and at - one.content[-1].end < NEAR:
                chain = one.speaker_chain
                return chain if chain != statement.speaker_chain else None
        return None

    def _told(self, statement: Statement) -> Mention | None:
        return next((m for m in self.within(statement.addressee)), None)


def _length(statement: Statement) -> tuple[int, Spans]:
    return sum(span.end - span.start for span in statement.content), statement.content


def _called(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """What each chain is called; a state by its most frequent name, for the word for its people may be longer."""
    names = {m.chain: m.name for m in mentions if m.name}
    printed: dict[str, Counter[str]] = {}
    for one in mentions:
        if one.form is Form.NAME and one.type in (ActorType.STATE, ActorType.PLACE, None):
            printed.setdefault(one.chain, Counter())[one.span.cut(text).removeprefix("the ")] += 1
    for chain, forms in printed.items():
        names[chain] = min(forms, key=lambda form: (-forms[form], len(form), form))
    phrases: dict[str, Counter[str]] = {}
    for one in mentions:
        if one.form is Form.NOMINAL and one.chain not in names:
            phrases.setdefault(one.chain, Counter())[one.span.cut(text)] += 1
    return {chain: words.most_common(1)[0][0] for chain, words in phrases.items()} | names
