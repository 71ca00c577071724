"""Words inside reported speech that are the outlet's own: what a verb of report is about, and explanations put in.

``praised the council``, ``rejected a challenge to the law``, ``called the shelling a crime``: the noun phrase is the
outlet's word for what was praised, rejected or called so; only what is called, a clause or quotation marks hold words
of the speaker. ``, which began in May,`` and ``, a former mayor,`` explain to readers what the speaker need not say.
"""

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.analyse.grammar import children
from onrecord.engine.parse import Parse, Token
from onrecord.model.span import Span

OBJECTS = ("dobj", "dative", "iobj", "nsubjpass")
CLAUSES = {"ccomp", "xcomp", "advcl", "pcomp"}
NOUNS = ("NN", "PR", "CD", "DT", "JJ")
DEEPEST = 40


class Aside(NamedTuple):
    """Words that are the outlet's own in what the verb or noun at ``cue`` reports; in any report where that is -1."""

    cue: int
    span: Span


def asides(parse: Parse) -> Iterator[Aside]:
    """Every noun phrase that a verb is about, and every explanation between commas."""
    for token in parse.tokens:
        if token.tag[:2] == "VB" and token.dep not in ("aux", "auxpass"):
            for noun in _objects(parse, token):
                yield from (Aside(token.start, span) for span in _phrase(parse, noun))
        elif _explains(parse, token):
            yield Aside(-1, parse.span_of(token.left, token.right))


def _objects(parse: Parse, verb: Token) -> Iterator[Token]:
    """The nouns that a verb is about: its object, that of its preposition, the subject of what something is called."""
    yield from (noun for noun in children(parse, verb, *OBJECTS) if noun.tag[:2] in NOUNS)
    for prep in children(parse, verb, "prep", "prt"):
        if prep.lower not in ("as", "like", "that"):
            yield from (noun for noun in children(parse, prep, "pobj") if noun.tag[:2] in NOUNS)
    for called in children(parse, verb, "ccomp", "oprd"):
        if called.tag[:2] in ("NN", "JJ") and not children(parse, called, "cop", "aux"):
            yield from children(parse, called, "nsubj")


def _phrase(parse: Parse, noun: Token) -> Iterator[Span]:
    """The words of a noun phrase, without clauses that say what is said and without what it is called."""
    kept = [noun.index]
    waiting = [noun]
    while waiting and len(kept) < DEEPEST:
        for at in waiting.pop().children:
            child = parse.tokens[at]
            if child.dep in CLAUSES or (child.dep == "prep" and child.lower == "as") or _reports(parse, child):
                continue
            kept.append(at)
            waiting.append(child)
    first = last = -1
    for at in sorted(kept):
        if first >= 0 and at > last + 1:
            yield parse.span_of(first, last)
            first = at
        first, last = (at if first < 0 else first), at
    yield parse.span_of(first, last)


def _reports(parse: Parse, clause: Token) -> bool:
    """``the claim that …``, ``a plan to …``: a clause that says what the noun holds."""
    if clause.dep != "acl":
        return False
    own = [parse.tokens[at] for at in clause.children]
    return any(t.dep == "mark" or (t.dep == "aux" and t.tag == "TO") for t in own)


def _explains(parse: Parse, token: Token) -> bool:
    """A relative clause or an apposition behind a comma, which readers could do without."""
    if (
        token.dep not in ("relcl", "appos")
        or token.left == 0
        or parse.tokens[token.left - 1].text not in (",", "–", "—")
    ):
        return False
    if token.dep == "appos":
        return token.tag[:2] == "NN" and token.left > token.head
    return parse.tokens[token.left].lower in ("who", "which", "whose", "whom", "where")
