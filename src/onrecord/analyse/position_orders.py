"""Orders in somebody's own words: ``“Open the port,” she said``, ``let us vote``."""

from collections.abc import Iterator

from onrecord.analyse.frames import Range
from onrecord.analyse.grammar import children
from onrecord.analyse.position_parts import Want, conditions, cut_out
from onrecord.analyse.position_words import PositionWords
from onrecord.analyse.relation_parties import Party
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.span import Spans
from onrecord.model.terms import PositionKind

MARKS = ("“", '"', "‘", "``")
ORDERED = {"go", "get", "leave", "do", "join", "vote", "put", "show", "tell", "work", "fight", "quit", "help"}
SUBJECTS = ("nsubj", "nsubjpass")


def commands(parse: Parse, verb: Token) -> bool:
    """Whether a plain form opens a sentence, or a quotation before whoever says it: ``“Open the port,” she said``."""
    if verb.dep == "ROOT":
        return True
    first = parse.tokens[verb.left]
    before = parse.tokens[verb.left - 1] if verb.left else first
    marked = first.text in MARKS or before.text in (*MARKS, ".", "!", "?")
    return verb.dep == "ccomp" and verb.index < verb.head and marked


def imperative(parse: Parse, verb: Token, words: PositionWords) -> Iterator[Want]:
    """What is ordered; a set phrase (``look``, ``think of it``) orders nothing."""
    done = lemma(verb.lower, "verb")
    if done == "let":
        yield from _let_us(parse, verb, words)
    if words.among(done, "duty imperative", "duty idle") or verb.right - verb.index < 2:
        return
    if verb.index != verb.left and parse.tokens[verb.left].lower not in (*MARKS, "do", "please", "’"):
        return
    sure = words.among(done, "deeds measures", "deeds light") or done in ORDERED
    sure &= not any(t.lower in ("it", "this", "that") for t in children(parse, verb, "dobj"))  # ``put that in``
    sure &= sum(t.text.isalpha() for t in parse.tokens[verb.index : verb.right + 1]) > 2
    rule = "imperative deed" if sure else "imperative"
    yield from limited(parse, verb, PositionKind.DEMAND, (), (verb.left, verb.right), verb, rule, ())


def _let_us(parse: Parse, verb: Token, words: PositionWords) -> Iterator[Want]:
    """``Let us keep the truce``, ``let’s vote``."""
    for deed in children(parse, verb, "ccomp", "xcomp"):
        us = any(
            t.lower in ("us", "'s", "’s") for t in (*children(parse, deed, "nsubj"), *children(parse, verb, "dobj"))
        )
        done = lemma(deed.lower, "verb")
        idle = words.among(done, "duty idle") or (words.among(done, "duty imperative") and done not in ("keep", "make"))
        if us and not idle and deed.right > deed.index + 1:
            yield from limited(parse, deed, PositionKind.DEMAND, (), (deed.index, deed.right), verb, "duty of ours", ())


def limited(
    parse: Parse, verb: Token, kind: PositionKind, who: tuple[Party, ...], content: Range, cue: Token, rule: str,
    whom: Spans,
) -> Iterator[Want]:  # fmt: skip
    """The position, with its condition cut from what is wanted."""
    right = content[1]
    for other in children(parse, verb, "conj"):
        if children(parse, other, *SUBJECTS):
            right = min(right, other.left - 1)
    found = conditions(parse, min(content[0], verb.left), right, kind, verb.index)
    spans = cut_out(parse, content[0], right, found)
    if spans:
        limits = tuple(span for one in found for span in cut_out(parse, *one))
        span = parse.span_of(cue.index, max(cue.index, *(t.index for t in children(parse, verb, "neg")), cue.index))
        yield Want(kind, who, span, spans, rule, limits, whom, spoken=not rule.startswith(("will", "cannot")))
