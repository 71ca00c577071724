"""The two sides of a relation in grammar: who does it, to whom, and whose a thing is that stands for them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.analyse.grammar import children, noun_phrase, passive
from onrecord.analyse.relation_words import relation_words
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.span import Span

NOMINAL = ("NN", "PR")
MAKERS = ("of", "by", "from")
RELATIVE = {"who", "which", "that"}


class Party(NamedTuple):
    """A side: its head word, the whole phrase, and the head words of whom it belongs to, nearest first.

    ``thing`` is its plain word where it is a thing that somebody makes (``letter``, ``decision``), else nothing.
    """

    head: Span
    whole: Span
    owners: tuple[Span, ...] = ()
    thing: str = ""


def party(parse: Parse, token: Token) -> Party:
    """The side that a noun or pronoun stands for."""
    owners = tuple(Span(owner.start, owner.end) for owner in _owners(parse, token, 0))
    plain = lemma(token.lower, "noun") if token.tag in ("NN", "NNS") else ""
    thing = plain if plain in relation_words().things else ""
    return Party(Span(token.start, token.end), parse.span_of(*noun_phrase(parse, token)), owners, thing)


def made_by(parse: Parse) -> Iterator[tuple[str, int, Span]]:
    """Every thing that is said to be somebody's: its plain word, where it stands, and the word for whose it is."""
    words = relation_words()
    for token in parse.tokens:
        plain = lemma(token.lower, "noun") if token.tag in ("NN", "NNS") else ""
        if plain not in words.things:
            continue
        whose = list(_owners(parse, token, 0))
        verb = parse.tokens[token.head]
        if not whose and token.dep == "dobj" and lemma(verb.lower, "verb") in words.makings:
            whose = subjects(parse, verb)
        if not whose and token.dep == "nsubjpass":
            whose = behind(parse, verb, "by", "from")
        for owner in whose[:1]:
            yield plain, token.start, Span(owner.start, owner.end)


def parties(parse: Parse, tokens: Iterable[Token]) -> tuple[Party, ...]:
    """The sides that nouns and whatever is joined to them by "and" stand for."""
    return tuple(party(parse, one) for token in tokens for one in joined(parse, token))


def joined(parse: Parse, token: Token) -> Iterator[Token]:
    """A noun and those joined to it."""
    yield token
    for other in children(parse, token, "conj"):
        if other.tag[:2] in NOMINAL:
            yield from joined(parse, other)


def subjects(parse: Parse, verb: Token, depth: int = 0) -> list[Token]:
    """Whoever does what a verb says: its own subject, or that of the word it hangs on.

    ``the minister's plan to sue``, ``is among those opposing``: whose plan it is, who is among them.
    """
    own = [s for s in children(parse, verb, "nsubj") if s.index != verb.index]
    if own:
        relative = own[0].lower in RELATIVE and verb.dep == "relcl"
        return [parse.tokens[verb.head]] if relative else own[:1]
    above = parse.tokens[verb.head]
    if depth > 6 or above.index == verb.index:
        return []
    if above.tag[:2] in NOMINAL or above.tag == "DT":
        return _behind_noun(parse, verb, above, depth)
    if verb.dep == "xcomp" and (people := children(parse, above, "dobj")):
        return people[:1]
    if verb.dep in ("ccomp", "parataxis", "relcl", "csubj") or above.tag[:2] not in ("VB", "IN", "MD", "JJ", "TO"):
        return []
    if above.tag[:2] == "VB" and passive(parse, above):
        by = behind(parse, above, "by") if verb.dep == "advcl" else []
        return by or children(parse, above, "nsubjpass")[:1]
    return subjects(parse, above, depth + 1)


def _behind_noun(parse: Parse, verb: Token, noun: Token, depth: int) -> list[Token]:
    """Who does what a clause on a noun says."""
    if verb.dep == "relcl":
        return [noun]
    if verb.tag == "VBG" and noun.lower not in ("those", "one", "some", "many"):
        return [noun]
    if verb.tag == "VBN" and verb.dep == "acl":
        return []
    owners = children(parse, noun, "poss") or behind(parse, noun, "by", "from", "of")
    if owners and noun.tag[:2] == "NN":
        return owners[:1]
    at = noun
    for _ in range(4):
        at = parse.tokens[at.head]
        if at.tag[:2] == "VB":
            return subjects(parse, at, depth + 1) or children(parse, at, "nsubjpass")[:1]
    return []


def behind(parse: Parse, token: Token, *words: str) -> list[Token]:
    """The nouns behind such prepositions on a word."""
    preps = [c for c in children(parse, token, "prep", "agent", "prt", "advmod", "dative") if c.lower in words]
    deeper = [d for p in preps for d in children(parse, p, "prep") if d.lower in words]
    return [o for p in (*preps, *deeper) for o in children(parse, p, "pobj") if o.index > token.index]


def _owners(parse: Parse, token: Token, depth: int) -> Iterator[Token]:
    """Whose a thing is: in front (``the minister's plan``), behind (``the plan of``), or whose doing it is."""
    if depth > 2:
        return
    near = children(parse, token, "poss")
    near += behind(parse, token, *MAKERS)
    near += [c for c in children(parse, token, "compound", "amod", "nmod") if c.text[:1].isupper()]
    for clause in children(parse, token, "relcl", "acl"):
        near += behind(parse, clause, "by")
        near += [s for s in children(parse, clause, "nsubj") if s.lower not in ("that", "which", "who", "whom")]
    yield from near
    for owner in near:
        yield from _owners(parse, owner, depth + 1)
