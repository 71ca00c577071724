"""Who blames, accuses, criticises, denies, threatens or credits whom: words of the grammar, sides of the mentions.

While a report is read, words put two sides at odds (``relation_edges``) or judge one of them (``relation_views``).
When statements and mentions are known, sides become actors, and a judgement becomes that of whoever is speaking.
Rules alone never say certain. Decision 047 has the measures.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.analyse.direct import Quoted
from onrecord.analyse.passages import Passage
from onrecord.analyse.relation_acts import by_act, conditions
from onrecord.analyse.relation_beside import Beside
from onrecord.analyse.relation_denials import answering, cleared
from onrecord.analyse.relation_edges import Edge, said
from onrecord.analyse.relation_parties import Party, made_by
from onrecord.analyse.relation_reasons import FALSEHOODS, REASONS, REPROACHES, SURE, VIEWS
from onrecord.analyse.relation_sides import CAPITAL, IT, YOU, Maker, Side, Sides
from onrecord.analyse.relation_standing import standing
from onrecord.analyse.relation_views import harsh, judged
from onrecord.analyse.relation_words import relation_words
from onrecord.engine.parse import Parse, lemma
from onrecord.model.analysis import Analysis
from onrecord.model.relation import Relation
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.statement import Statement
from onrecord.model.terms import Act, Band, Mode, RelationKind, Strength, Voice, ZoneKind

LIKELY = 0.6
MOST_OF_DEED = 0.5
KINDS = {"oppose": RelationKind.CRITICISE, "warn": RelationKind.THREATEN, "clear": RelationKind.DENY}
INDIRECT = {"adjective", "duty", "called not good"}
WEAK = {
    "refused", "refuses", "refuse", "threatened", "threatens", "failed", "fails", "attacked", "attacks", "ignored",
    "blocked", "blocks", "threatening", "refusing",
}  # fmt: skip
OWN = {"misdeed", "called bad", "to blame", "reproach", "killing", "failing"}
PLAIN_BLAME = {"killing", "failing"}  # plain enough to be the outlet's own, where it says so itself
BY_VERB = {"verb", "verb clause", "naming", "preposition", "blame on", "particle", "claim denied"}
CLEARING = {"misdeed", "to blame", "reproach"}


class Relations:
    """Gathers what puts actors at odds, passage by passage."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.edges: list[tuple[Edge, ZoneKind]] = []
        self.makers: list[Maker] = []
        self.tones: list[Span] = []
        self.nots: list[Span] = []
        self.conditions: list[Span] = []
        self.sentences: list[Span] = []

    def take(self, passage: Passage, tokens: Parse, marks: Sequence[Quoted]) -> None:
        """Add the edges of one passage."""
        words = relation_words()
        self.edges += [
            (edge, passage.zone) for edge in (*said(tokens, words), *standing(tokens, words), *judged(tokens, words))
        ]
        self.sentences += [tokens.span_of(first, after - 1) for first, after in tokens.sentences]
        self.makers += [Maker(*one) for one in made_by(tokens)]
        self.conditions += conditions(tokens)
        self.nots += [Span(token.start, token.end) for token in tokens.tokens if token.lower in words.negations]
        self.tones += [Span(token.start, token.end) for token in tokens.tokens if harsh(token, words)]

    def answered(self, analysis: Analysis) -> Analysis:
        """The analysis with its relations, in the order of the text."""
        sides = Sides(self.report.text, analysis, self.makers)
        found = [one for edge, zone in self.edges if (one := _relation(analysis, sides, edge, zone))]
        found += list(_together(analysis, sides, found))
        denied = {s.id for s in analysis.statements if s.act is Act.DENY or s.mode is Mode.INDIRECT}
        found += by_act(analysis, sides, found, self.conditions)
        found = [answering(cleared(one, found, denied), found, sides) for one in found]
        found += Beside(analysis, sides, found, self.tones, self.nots).edges(self.sentences)
        return replace(analysis, relations=_best(found, self.sentences))


def _relation(analysis: Analysis, sides: Sides, edge: Edge, zone: ZoneKind) -> Relation | None:
    """The relation that an edge is; None where nobody says it or it is nothing between two."""
    statement = sides.around(edge.cue, edge.rule in VIEWS)
    if statement is not None and not statement.source and statement.mode is Mode.INDIRECT:
        statement = None  # ``the delay drew criticism``: nobody is said to have said it
    other = sides.of(edge.whom, statement)
    who = _doer(sides, edge, statement)
    own_view = statement is None and edge.rule in VIEWS and not edge.who and not edge.sayer
    if own_view and (other.chain is None or not _own_charge(edge, sides.text)):
        return None
    if statement is not None and not who.spans:
        return None
    word = edge.kind
    if word == "blow":
        told = statement is not None and statement.mode is not Mode.INDIRECT
        told = told and statement is not None and any(c.overlaps(edge.cue) for c in statement.cue)
        if not told and not other.named:
            return None  # a blow with weapons says nothing of what is thought
        word = "criticise" if told else "oppose"
    kind = KINDS.get(word) or RelationKind(word)
    negated = edge.negated
    spoken = who.chain is not None and who.chain == sides.speaker(statement).chain
    own_cause = who.chain is not None and who.chain == other.chain
    if negated and kind in REPROACHES and who.spans and _clears(edge, statement, sides.text, own_cause, spoken):
        kind, negated = RelationKind.DENY, False
        edge = edge._replace(hedged=edge.hedged or (edge.rule in VIEWS and other.chain is None))
    elif edge.rule in FALSEHOODS and _claim(edge.whom, sides.text) and statement and statement.act is Act.DENY:
        kind = RelationKind.DENY
    if own_cause and kind is not RelationKind.DENY:
        return None
    if edge.rule in VIEWS and statement is not None and kind is not RelationKind.DENY:
        negated |= statement.negated
        turned = statement.act is Act.DENY and not edge.who  # ``pushed back against the notion that their refusal was``
        edge = edge._replace(hedged=edge.hedged or turned or sides.open(statement))
    if edge.rule in VIEWS and negated:
        return None
    if edge.rule not in VIEWS and statement is not None and _alleged(edge.cue, statement, sides.text):
        edge = edge._replace(hedged=True)
    if edge.rule in PLAIN_BLAME and (other.place or (not who.spans and not other.direct)):
        return None  # ``the fire in Hadrel, which killed nine``
    own = not who.spans
    explicit = word not in ("oppose", "warn") and edge.rule not in INDIRECT and not edge.hedged
    explicit = explicit and _sure(sides, edge, other) and who.sure and not other.vague
    explicit = explicit and not _nobody(edge.whom, sides.text)
    if edge.rule in PLAIN_BLAME and _event(edge.whom, sides.text):
        explicit = False
    if edge.rule in VIEWS and not edge.who and _counts(statement, sides.text):
        explicit = False
    if edge.cue.cut(sides.text).lower().startswith("threaten") and not other.direct and edge.rule in VIEWS:
        explicit = False  # ``anger over the law that threatens to hurt others``
    if kind is RelationKind.THREATEN and (own or who.chain is None or not who.direct):
        explicit = False  # ``his announcement threatened to upend the race``
    confidence = (
        SURE[edge.rule]
        - 0.1 * (not other.direct)
        - 0.15 * (other.chain is None)
        - 0.25 * (own and edge.rule not in PLAIN_BLAME)
    )
    confidence -= 0.1 * edge.hedged
    if word in ("oppose", "warn"):
        confidence = min(MOST_OF_DEED, confidence - 0.1)
    confidence = round(max(0.05, confidence), 2)
    return Relation(
        report=analysis.report,
        kind=kind,
        strength=Strength.EXPLICIT if explicit and (not own or edge.rule in PLAIN_BLAME) else Strength.IMPLICIT,
        source=who.spans,
        target=other.spans,
        cue=(edge.cue,),
        zone=zone,
        voice=Voice.OUTLET if own else Voice.QUOTED,
        confidence=confidence,
        band=Band.LIKELY if confidence >= LIKELY else Band.UNSURE,
        reason=REASONS[edge.rule],
        rule=f"{edge.rule}:{word}",
        analyser=analysis.analyser,
        matter=edge.matter,
        source_chain=who.chain,
        target_chain=other.chain,
        source_name=who.name,
        target_name=other.name,
        statement=statement.id if statement else None,
        negated=negated,
    )


def _together(analysis: Analysis, sides: Sides, found: Sequence[Relation]) -> Iterator[Relation]:
    """The judgements of those who are named beside a speaker as saying the same."""
    known = {one.id: one for one in analysis.statements}
    for one in found:
        statement = known.get(one.statement or "")
        if statement is not None and one.source and one.rule.split(":")[0] in VIEWS:
            first, *others = sides.speakers(statement)
            for other in others if first.chain == one.source_chain else ():
                if other.chain != one.target_chain:
                    yield replace(one, source=other.spans, source_chain=other.chain, source_name=other.name)


def _event(side: Party, text: str) -> bool:
    """Whether a side is what happened, not who did it: ``a pair of blasts killed nine``."""
    words = {lemma(word, "noun") for word in side.whole.cut(text).lower().split()}
    return bool(words & relation_words().harms) and not CAPITAL.search(side.whole.cut(text))


def _sure(sides: Sides, edge: Edge, other: Side) -> bool:
    """Whether it is plain who the other side is: not by a capital that only begins a sentence (``Spending is``).

    Whose claim it is says who ``it`` is.
    """
    word, judged = edge.whom.head.cut(sides.text), edge.rule in VIEWS
    if (
        judged
        and other.chain is None
        and word[:1].isupper()
        and len(CAPITAL.findall(sides.text, *edge.whom.whole)) == 1
    ):
        return False
    return other.sure or (word.lower() in IT and bool(edge.who) and judged)


def _counts(statement: Statement | None, text: str) -> bool:
    """Whether it is a poll that says it, which counts and reproaches nobody."""
    last = statement.source[-1].cut(text).lower().split()[-1:] if statement and statement.source else []
    return bool({"poll", "polls", "survey", "surveys", "census"}.intersection(last))


def _alleged(cue: Span, statement: Statement, text: str) -> bool:
    """Whether a hard deed in words is only what a speaker lays at somebody's door: ``said that he insulted them``."""
    plain = lemma(cue.cut(text).lower().split()[-1], "verb")
    words = relation_words()
    return plain in words.misdeeds | words.loaded and not any(c.overlaps(cue) for c in statement.cue)


def _nobody(side: Party, text: str) -> bool:
    """Whether a side is nobody in particular: ``the public``, ``people with money``."""
    return side.head.cut(text).lower() in relation_words().generic


def _own_charge(edge: Edge, text: str) -> bool:
    """Whether a judgement in the outlet's own voice is more than a report of what somebody did."""
    if edge.rule in PLAIN_BLAME:
        return True
    said = edge.cue.cut(text).lower().split()
    return edge.rule in OWN and not WEAK.intersection(said) and lemma(said[-1], "verb") not in relation_words().objects


def _doer(sides: Sides, edge: Edge, statement: Statement | None) -> Side:
    """Whoever does it; of a word that a statement is told by, whoever says that statement.

    Where a clause is joined to the wrong verb (``demanded he explain, and blamed``), who speaks is known better.
    """
    if edge.who and statement and statement.source and edge.rule in BY_VERB:
        speaker, gap = sides.speaker(statement), edge.cue.start - edge.who.whole.end
        told = speaker.chain and any(c.overlaps(edge.cue) for c in statement.cue)
        if told and gap > 1 and not any(s.holds(edge.who.head) for s in statement.source):
            return speaker
    if edge.rule in VIEWS and not edge.who:
        return sides.speaker(statement) if statement or not edge.sayer else sides.of(edge.sayer, None)
    return sides.of(edge.who, statement) if edge.who else Side()


def _claim(side: Party, text: str) -> bool:
    """Whether what is called false is a claim, so that calling it so is a denial."""
    return side.thing in relation_words().claims or side.head.cut(text).lower() in IT


def _clears(edge: Edge, statement: Statement | None, text: str, own_cause: bool, spoken: bool) -> bool:
    """Whether a negated charge clears whom it is on: inside a denial, or where its own verb says that it was not so.

    What somebody says not to have done himself is a denial only where it is told as one.
    """
    if statement is None or edge.hedged or (own_cause and statement.act is not Act.DENY):
        return False
    if edge.rule not in VIEWS and not spoken:
        return False
    said = edge.cue.cut(text).lower().replace("n't", " n't").replace("n’t", " n’t").split()
    if said[0] in ("to", "not") or {"will", "wo", "to"}.intersection(said) or edge.whom.head.cut(text).lower() in YOU:
        return False  # ``trying not to mislead``, ``will never back down``, ``you don't hold us hostage``
    own = bool(relation_words().negations.intersection(said))
    return statement.act is Act.DENY or (edge.rule in CLEARING and own)


def _best(found: Iterable[Relation], sentences: Sequence[Span]) -> tuple[Relation, ...]:
    """One relation of a kind for each pair of sides: explicit ones in a statement, implicit ones in a sentence.

    The surest is kept; of an implicit one that stands in the sentence of an explicit one, nothing.
    """
    best: dict[tuple[object, ...], Relation] = {}
    starts = [span.start for span in sentences]
    for one in sorted(found, key=_rank):
        sentence = bisect_right(starts, (one.cue or one.target or one.source)[0].start)
        pair = (one.source_chain or one.source, one.target_chain or one.target, one.kind in REPROACHES or one.kind)
        if one.strength is Strength.EXPLICIT and one.statement and one.kind is not RelationKind.DENY:
            if (one.statement, *pair) in best:
                continue
            best[one.statement, *pair] = one
        best.setdefault((sentence, *pair), one)
    unique = {one.id: one for one in best.values()}
    return tuple(sorted(unique.values(), key=lambda r: (r.cue or r.target, r.source, r.target, r.kind)))


def _rank(one: Relation) -> tuple[object, ...]:
    return one.negated, one.strength is Strength.IMPLICIT, -one.confidence, one.cue, one.rule


def shown(relations: Iterable[Relation]) -> Iterator[Relation]:
    """The relations that a report says are so."""
    return (one for one in relations if not one.negated)
