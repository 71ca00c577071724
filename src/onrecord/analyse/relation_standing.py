"""Edges that say how two sides stand to each other: ``critical of``, ``her critic``, ``the rift between``, ``angered``.

What somebody is said to feel is theirs, whoever says it; only open criticism is explicit, all else is a deed or a mood.
"""

from collections.abc import Iterator, Sequence

from onrecord.analyse.grammar import children, passive
from onrecord.analyse.relation_edges import Edge, made
from onrecord.analyse.relation_parties import behind, joined, subjects
from onrecord.analyse.relation_words import RelationWords
from onrecord.engine.parse import Parse, Token, lemma

FEELING = ("JJ", "VBN", "VBD", "RB", "JJR", "JJS")
AMONG = {"one", "some", "many", "most", "several", "few", "two", "three"}
CALLING = {"demand", "seek", "urge", "want", "call", "push", "ask", "press", "tell", "request", "pressure"}


def standing(parse: Parse, words: RelationWords) -> Iterator[Edge]:
    """Every edge that a feeling, a name for an adversary or a quarrel says."""
    for token in parse.tokens:
        tag = token.tag[:2]
        if token.lower in words.feelings and token.tag in FEELING:
            yield from _felt(parse, token, words)
        if tag == "NN" or token.lower in words.foes:  # ``rival`` may be taken for an adjective
            plain = lemma(token.lower, "noun")
            if plain in words.foes:
                yield from _adversary(parse, token, words.foes[plain], words)
            elif plain in words.quarrels:
                yield from _between(parse, token, words)
        elif tag == "VB":
            plain = lemma(token.lower, "verb")
            if plain in words.stirring:
                yield from _stirred(parse, token, words)
            if plain in words.quarrelling:
                yield from _quarrelled(parse, token, words)
            if plain in CALLING:
                yield from _sent_away(parse, token, words)


def _felt(parse: Parse, token: Token, words: RelationWords) -> Iterator[Edge]:
    """``is critical of the plan``, ``lawmakers angry at the ministry``, ``furious with him, she``."""
    for prep in children(parse, token, "prep", "agent"):
        kind = words.felt.get((token.lower, prep.lower))
        whom = children(parse, prep, "pobj")
        if kind is not None and whom:
            holder, plain = _holder(parse, token)
            for edge in made(parse, token, kind, holder, whom[:1], "felt", words):
                yield edge if plain else edge._replace(hedged=True)
            return  # ``furious with him over the budget``: the first says with whom


def _holder(parse: Parse, token: Token) -> tuple[list[Token], bool]:
    """Whoever feels what an adjective says, and whether the grammar leaves no other."""
    at = token
    for steps in range(6):
        own = children(parse, at, "nsubj", "nsubjpass")
        above = parse.tokens[at.head]
        if own and at.tag[:2] in ("VB", "JJ"):
            if own[0].tag not in ("WP", "WDT") or at.dep != "relcl":
                return own[:1], steps < 2
            between = parse.tokens[above.index + 1 : own[0].index]
            return [above], not any(one.tag[:3] == "NNP" for one in between)
        if above.index == at.index:
            break
        if above.tag[:2] in ("NN", "PR") and at.dep in ("amod", "acl", "relcl", "appos"):
            return [above], True
        at = above
    return [], False


def _adversary(parse: Parse, noun: Token, kind: str, words: RelationWords) -> Iterator[Edge]:
    """``a critic of the ministry``, ``one of her fiercest critics``, ``his rival Oren Tamm``."""
    above = parse.tokens[noun.head]
    beside = noun.dep in ("compound", "nmod", "amod") and above.tag[:3] == "NNP"
    whom = children(parse, noun, "poss") or behind(parse, noun, "of", "to")
    whom = whom or (children(parse, above, "poss") if beside else [])
    if whom:
        who = [one for one in _called(parse, noun) if one.index != whom[0].index]
        if who:
            yield from made(parse, noun, kind, who, whom[:1], "adversary", words)


def _called(parse: Parse, noun: Token) -> list[Token]:
    """Who is called by a noun: the subject it is said of, or the name it stands beside."""
    named = [c for c in children(parse, noun, "appos") if c.tag[:3] == "NNP"]
    above = parse.tokens[noun.head]
    if noun.dep in ("compound", "nmod", "amod") and above.tag[:3] == "NNP":
        return [above]
    if noun.dep == "appos":
        return [above]
    at = noun
    for _ in range(3):
        above = parse.tokens[at.head]
        if at.dep == "attr" or (at.dep == "pobj" and above.lower in ("as", "among")):
            verb = above if at.dep == "attr" else parse.tokens[above.head]
            return subjects(parse, verb) if verb.tag[:2] == "VB" else []
        if at.dep == "appos":
            return [above]
        if at.dep == "pobj" and above.lower == "of" and parse.tokens[above.head].lower in AMONG:
            at = parse.tokens[above.head]
            continue
        break
    return named


def _between(parse: Parse, noun: Token, words: RelationWords) -> Iterator[Edge]:
    """``the rift between the ministry and the council``: each is against the other."""
    for first in behind(parse, noun, "between")[:1]:
        yield from _both(parse, noun, list(joined(parse, first)), words)


def _both(parse: Parse, token: Token, named: Sequence[Token], words: RelationWords) -> Iterator[Edge]:
    """An edge from each of two to the other; none where one word stands for both."""
    for who in named if len(named) == 2 else ():
        for whom in named:
            for edge in made(parse, token, "oppose", (who,), (whom,), "quarrel", words):
                if edge.who is not None and edge.who.head.start == who.start and edge.whom.head.start == whom.start:
                    yield edge


def _stirred(parse: Parse, verb: Token, words: RelationWords) -> Iterator[Edge]:
    """``the decision angered the ministry``: the ministry is against whoever decided."""
    if passive(parse, verb):
        who, whom = children(parse, verb, "nsubjpass"), behind(parse, verb, "by", "with", "at")
    elif verb.tag == "VBN":
        above = parse.tokens[verb.head]
        who = [above] if verb.dep in ("acl", "amod") and above.tag[:2] in ("NN", "PR") else []
        whom = behind(parse, verb, "by")
    else:
        who, whom = children(parse, verb, "dobj"), subjects(parse, verb)
    if who and whom:
        yield from made(parse, verb, "oppose", who[:1], whom[:1], "stirred", words)


def _quarrelled(parse: Parse, verb: Token, words: RelationWords) -> Iterator[Edge]:
    """``clashed with``, ``the two have sparred``: each is against the other."""
    who, other = subjects(parse, verb), behind(parse, verb, "with")
    if who and other:
        yield from _both(parse, verb, [who[0], other[0]], words)
    elif who:
        yield from _both(parse, verb, list(joined(parse, who[0])), words)


def _sent_away(parse: Parse, verb: Token, words: RelationWords) -> Iterator[Edge]:
    """``demanded his resignation``, ``called on the minister to resign``."""
    things = [*children(parse, verb, "dobj"), *behind(parse, verb, "for")]
    for thing in things:
        if lemma(thing.lower, "noun") in words.removals:
            whom = children(parse, thing, "poss") or behind(parse, thing, "of")
            yield from made(parse, verb, "oppose", subjects(parse, verb), whom[:1], "sent away", words)
    people = [*children(parse, verb, "dobj"), *behind(parse, verb, "on", "for")]
    for deed in children(parse, verb, "xcomp", "ccomp", "advcl"):
        leaves = lemma(deed.lower, "verb") in words.leaving and any(c.tag == "TO" for c in children(parse, deed, "aux"))
        if deed.lower == "step":  # ``step down``, not ``step in``
            leaves = any(c.lower in ("down", "aside", "back") for c in children(parse, deed, "prt", "advmod", "prep"))
        if leaves:
            whom = children(parse, deed, "nsubj") or people
            yield from made(parse, verb, "oppose", subjects(parse, verb), whom[:1], "sent away", words)
