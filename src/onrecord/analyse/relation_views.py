"""Judgements without a word of accusing: ``misled``, ``is irresponsible``, ``its failure``, ``has done nothing``.

Whoever says such a thing of somebody accuses or criticises them; in the outlet's own voice it is reporting.
"""

from collections.abc import Iterator, Sequence

from onrecord.analyse.grammar import children, passive
from onrecord.analyse.relation_edges import Edge, made
from onrecord.analyse.relation_parties import behind, subjects
from onrecord.analyse.relation_words import RelationWords
from onrecord.engine.parse import Parse, Token, lemma

BEING = {"be", "become", "remain", "seem", "look", "appear", "sound", "get", "feel"}
SHORT = {"nothing", "little", "no", "zero"}
DOING = {"do", "have", "offer", "produce", "provide", "show", "take", "make", "give", "deserve"}
LED = {"will", "must", "should", "need"}
WANTING = {"enough", "right", "truth", "more", "better", "job"}
HARSH = {"accuse", "blame", "criticise", "threaten"}
COMMITTING = {
    "do",
    "make",
    "issue",
    "commit",
    "tell",
    "pull",
    "create",
    "run",
    "launch",
    "perform",
    "set",
    "play",
    "spread",
}
DOUBTED = {"trust", "believe"}


def judged(parse: Parse, words: RelationWords) -> Iterator[Edge]:
    """Every judgement, with whom it is on."""
    for token in parse.tokens:
        if token.tag[:2] == "VB":
            yield from _done(parse, token, words)
            yield from _being(parse, token, words)
            yield from _wanting(parse, token, words)
        elif token.tag[:2] == "NN" and lemma(token.lower, "noun") in words.owned:
            yield from _views(parse, token, "accuse", _owner(parse, token), "reproach", words)
        elif token.tag[:2] == "JJ" and token.dep == "amod" and token.lower in words.bad:
            noun = parse.tokens[token.head]
            yield from _views(parse, token, "criticise", _owner(parse, noun), "adjective", words)


def harsh(token: Token, words: RelationWords) -> bool:
    """Whether a word is a harsh one by itself."""
    if token.tag[:2] == "VB":
        plain = lemma(token.lower, "verb")
        return plain in words.misdeeds or words.objects.get(plain) in HARSH
    if token.tag[:2] == "NN":
        plain = lemma(token.lower, "noun")
        return plain in words.bad or plain in words.owned or words.nouns.get(plain) in HARSH
    return token.tag[:2] == "JJ" and token.lower in words.bad


def _views(
    parse: Parse, token: Token, kind: str, whom: Sequence[Token], rule: str, words: RelationWords
) -> Iterator[Edge]:
    yield from made(parse, token, kind, (), whom, rule, words)


def _done(parse: Parse, verb: Token, words: RelationWords) -> Iterator[Edge]:
    """Somebody did what nobody should."""
    plain = lemma(verb.lower, "verb")
    things = {lemma(o.lower, "noun") for o in children(parse, verb, "dobj", "prt", "advmod", "acomp")}
    things |= {o.lower for p in children(parse, verb, "prep") for o in (p, *children(parse, p, "pobj"))}
    known = plain in words.misdeeds or any((plain, thing) in words.misdeed_phrases for thing in things)
    if not known or plain == "blame":
        return
    if passive(parse, verb):
        yield from _views(parse, verb, "accuse", behind(parse, verb, "by"), "misdeed", words)
        return
    who = [s for s in subjects(parse, verb) if s.tag[:2] in ("NN", "PR", "WP")]
    yield from _views(parse, verb, "accuse", who, "misdeed", words)


def _being(parse: Parse, verb: Token, words: RelationWords) -> Iterator[Edge]:
    """Somebody, or something of theirs, is called bad, or not good."""
    if lemma(verb.lower, "verb") not in BEING:
        return
    subject = [s for s in children(parse, verb, "nsubj") if s.tag[:2] in ("NN", "PR", "DT", "VB")]
    for what in children(parse, verb, "acomp", "attr", "oprd"):
        near = [what, *children(parse, what, "amod", "conj"), *_of(parse, what)]
        said = {t.lower for t in near} | {lemma(t.lower, "noun") for t in near}
        whom = subject if subject and subject[0].lower not in ("it", "this", "that", "there") else _doers(parse, what)
        if said & words.bad:
            yield from _views(parse, verb, "criticise", whom, "called bad", words)
        elif said & words.good:
            for edge in _views(parse, verb, "criticise", whom, "called not good", words):
                if edge.negated:
                    yield edge._replace(negated=False)
    blamed = [t for c in children(parse, verb, "xcomp", "acomp", "prep") for t in (c, *children(parse, c, "pobj"))]
    if any(t.lower in ("blame", "fault", "behind") for t in blamed):
        yield from _views(parse, verb, "blame", subject, "to blame", words)


def _wanting(parse: Parse, verb: Token, words: RelationWords) -> Iterator[Edge]:
    """Somebody did nothing, not enough, cannot be trusted, must stop."""
    plain = lemma(verb.lower, "verb")
    goods = children(parse, verb, "dobj", "advmod")
    none = any(g.lower in SHORT or any(d.lower in SHORT for d in children(parse, g, "det")) for g in goods)
    who = [s for s in subjects(parse, verb) if s.tag[:2] in ("NN", "PR")]
    ill = any(_bad(g, words) or any(_bad(d, words) for d in children(parse, g, "amod")) for g in goods)
    if plain in COMMITTING and ill:
        yield from _views(parse, verb, "criticise", who, "bad deed", words)
    elif plain in DOING and none:
        for edge in _views(parse, verb, "criticise", who, "did nothing", words):
            yield edge._replace(negated=False)
    elif plain in ("do", "tell") and any(lemma(g.lower, "noun") in WANTING for g in goods):
        for edge in _views(parse, verb, "criticise", who, "not enough", words):
            if edge.negated:
                yield edge._replace(negated=False)
    elif plain in DOUBTED and passive(parse, verb):
        for edge in _views(parse, verb, "criticise", children(parse, verb, "nsubjpass"), "not trusted", words):
            if edge.negated:
                yield edge._replace(negated=False)
    elif plain in words.duties and any(c.lower in LED for c in children(parse, verb, "aux")):
        yield from (e._replace(hedged=True) for e in _views(parse, verb, "criticise", who, "duty", words))


def _bad(token: Token, words: RelationWords) -> bool:
    return token.lower in words.bad or (token.tag[:2] == "NN" and lemma(token.lower, "noun") in words.bad)


def _owner(parse: Parse, noun: Token) -> list[Token]:
    """Whose something is: in front of it or behind ``of`` or ``by``."""
    owners = children(parse, noun, "poss") or behind(parse, noun, "by", "of", "from")
    if not owners:
        owners = [c for c in children(parse, noun, "compound", "amod") if c.text[:1].isupper()]
    return owners[:1]


def _doers(parse: Parse, what: Token) -> list[Token]:
    """``it was wrong for the ministry to``: whom a judgement about a deed is on."""
    return [*behind(parse, what, "for", "of"), *behind(parse, parse.tokens[what.head], "for")][:1]


def _of(parse: Parse, noun: Token) -> list[Token]:
    return behind(parse, noun, "of")
