"""What is beyond bargaining: a red line, non-negotiable, off the table, out of the question."""

from collections.abc import Iterator

from onrecord.analyse.grammar import children
from onrecord.analyse.position_parts import Want, cut_out, owners_of
from onrecord.analyse.position_words import position_words
from onrecord.analyse.relation_parties import parties
from onrecord.analyse.relation_polarity import negations
from onrecord.analyse.relation_words import relation_words
from onrecord.engine.parse import Parse, Token
from onrecord.model.span import Span
from onrecord.model.terms import PositionKind


def beyond(parse: Parse, word: Token, turned: bool) -> PositionKind | None:
    """``is off the table``, ``is out of the question``, ``is not up for debate``."""
    last = [t.lower for t in parse.tokens[word.index : min(word.right, word.index + 3) + 1]]
    if last[-2:] == ["the", "table"] and last[0] == "off":
        return PositionKind.RED_LINE if not turned else PositionKind.ACCEPT
    if last[-2:] == ["the", "question"] and last[0] == "out":
        return PositionKind.REFUSE if not turned else None
    if last[:2] == ["up", "for"] and last[-1] in ("debate", "negotiation", "discussion", "grabs", "sale") and turned:
        return PositionKind.RED_LINE
    return None


def closed(parse: Parse, word: Token, verb: Token, turned: bool, known: PositionKind | None = None) -> Iterator[Want]:
    """``The border is non-negotiable``: its subject is what cannot be had otherwise, by whoever says so."""
    words = position_words()
    for thing in children(parse, verb, "nsubj")[:1]:
        refused = words.among(word.lower, "states refused")
        kind = known or (PositionKind.REFUSE if refused else PositionKind.RED_LINE)
        spans = cut_out(parse, thing.left, thing.right)
        yield Want(kind, (), Span(word.start, word.end), spans, "closed", (), (), turned, False, spoken=True)


def red_line(parse: Parse, line: Token) -> Iterator[Want]:
    """``The port is a red line``, ``its red line: the port``."""
    verb = parse.tokens[line.head]
    cue = parse.span_of(min(t.index for t in (*children(parse, line, "amod"), line)), line.index)
    who = parties(parse, owners_of(parse, line))
    if line.dep == "attr" and verb.tag[:2] == "VB":
        for thing in children(parse, verb, "nsubj")[:1]:
            spans = cut_out(parse, thing.left, thing.right)
            holder = who or parties(parse, [o for p in children(parse, line, "prep") if p.lower == "for"
                                            for o in children(parse, p, "pobj")])  # fmt: skip
            turned = negations(parse, verb, relation_words()) % 2 == 1
            yield Want(PositionKind.RED_LINE, holder, cue, spans, "red line", (), (), turned, spoken=not holder)
    elif line.dep in ("nsubj", "appos", "dobj", "pobj") and who:
        tail = [*children(parse, line, "acl", "relcl", "prep"), *children(parse, verb, "attr", "ccomp")]
        for what in tail[:1]:
            spans = cut_out(parse, what.left, what.right)
            yield Want(PositionKind.RED_LINE, who, cue, spans, "red line")
