"""What parties demand, offer, accept, refuse, threaten or call a red line: words of the grammar, sides of the mentions.

While a report is read, verbs (``position_verbs``), nouns and adjectives (``position_nouns``) and modal verbs
(``position_spoken``) say what is wanted. When statements and mentions are known, holders become actors
(``position_making``); what nobody says and no word gives to anybody is no position.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.analyse.direct import Quoted
from onrecord.analyse.passages import Passage
from onrecord.analyse.position_bills import by_backing
from onrecord.analyse.position_making import Making
from onrecord.analyse.position_nouns import by_noun, by_state
from onrecord.analyse.position_owed import by_owed, by_tie, by_view
from onrecord.analyse.position_parts import Want
from onrecord.analyse.position_plans import by_effort
from onrecord.analyse.position_spoken import by_deal, by_modal
from onrecord.analyse.position_supporters import by_supporter
from onrecord.analyse.position_verbs import by_verb
from onrecord.analyse.position_words import PositionWords, position_words
from onrecord.analyse.relation_parties import made_by
from onrecord.analyse.relation_sides import Maker
from onrecord.engine.parse import Parse
from onrecord.model.analysis import Analysis
from onrecord.model.position import Position
from onrecord.model.report import Report
from onrecord.model.terms import ZoneKind


class Positions:
    """Gathers what is wanted and not had, passage by passage."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.wants: list[tuple[Want, ZoneKind]] = []
        self.makers: list[Maker] = []

    def take(self, passage: Passage, tokens: Parse, marks: Sequence[Quoted]) -> None:
        """Add what one passage says is wanted."""
        words = position_words()
        self.wants += [(want, passage.zone) for want in wants(tokens, words)]
        self.makers += [Maker(*one) for one in made_by(tokens)]

    def answered(self, analysis: Analysis) -> Analysis:
        """The analysis with its positions, in the order of the text."""
        making = Making(analysis, self.report.text, self.makers)
        found = [one for want, zone in self.wants for one in making.positions(want, zone)]
        found += making.by_act(found)
        return replace(analysis, positions=_best(found))


def wants(parse: Parse, words: PositionWords) -> Iterator[Want]:
    """Everything that the words of a passage say somebody wants or will not have."""
    for token in parse.tokens:
        start = token.tag[:2]
        if start == "VB":
            yield from by_verb(parse, token, words)
            yield from by_modal(parse, token, words)
            yield from by_owed(parse, token)
            if token.dep in ("acl", "amod", "relcl", "acomp", "appos"):
                yield from by_state(parse, token, words)
        elif start == "NN":
            yield from by_noun(parse, token, words)
            yield from by_backing(parse, token, words)
            yield from by_supporter(parse, token, words)
            yield from by_view(parse, token)
            yield from by_tie(parse, token)
            yield from by_effort(parse, token, words)
            yield from by_deal(parse, token, words)
            yield from by_state(parse, token, words)
        elif start in ("JJ", "IN"):
            yield from by_state(parse, token, words)
            yield from by_tie(parse, token)


def _best(found: Iterable[Position]) -> tuple[Position, ...]:
    """One position of a holder for each stretch of words: the surest."""
    kept: list[Position] = []
    for one in sorted(found, key=_rank):
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    unique = {one.id: one for one in kept}
    return tuple(sorted(unique.values(), key=lambda p: (p.cue, p.content, p.holder, p.kind)))


def _rank(one: Position) -> tuple[object, ...]:
    return one.negated, -one.confidence, one.cue, one.rule


def _same(one: Position, other: Position) -> bool:
    """Whether two say one thing: the same cue, or one holder and words of one stretch."""
    if (one.holder_chain or one.holder) != (other.holder_chain or other.holder):
        return False
    if one.cue[0].overlaps(other.cue[0]):
        return True
    return any(a.overlaps(b) for a in one.content for b in (*other.content, *other.condition))


def shown(positions: Iterable[Position]) -> Iterator[Position]:
    """The positions that a report says are so."""
    return (one for one in positions if not one.negated)
