"""What the phrases beside a word of reproach tell of it: whether it is one in words, of money, at somebody."""

from collections.abc import Sequence

from onrecord.analyse.grammar import children
from onrecord.analyse.relation_words import RelationWords
from onrecord.engine.parse import Parse, Token, lemma

AIMS = {"aim", "swipe", "shot", "shots", "jab", "jabs", "potshot", "potshots", "dig", "digs", "swipes", "fault",
        "issue", "exception", "finger", "fingers"}  # fmt: skip
MUSED = {
    "consider",
    "describe",
    "compare",
    "liken",
    "name",
    "portray",
    "cast",
    "depict",
    "characterize",
    "characterise",
}
LIKENED = {"compare", "liken"}
TELLING = ("for", "over", "as")
SPOKEN_BLOWS = {"verbal", "personal", "scathing", "blistering", "political", "rhetorical", "public", "partisan"}
COUNTING = {"round", "series", "string", "wave", "barrage", "slew", "flurry", "torrent", "litany", "spate", "volley",
            "chorus", "lot", "bit", "kind", "sort", "number", "couple", "flood", "storm", "stream"}  # fmt: skip


def called_bad(parse: Parse, verb: Token, tail: Sequence[Token], words: RelationWords) -> bool:
    """Whether what somebody is called is bad: behind ``as`` or ``to``, else whatever stands behind who is called so.

    ``considering whether to bring them over a dangerous pass`` calls nobody anything.
    """
    by = {"as", "to"} if lemma(verb.lower, "verb") in LIKENED else {"as", "in"}
    told = next((p for p in children(parse, verb, "prep") if p.lower in by and p.index > verb.index), None)
    if told is not None:
        named = [t for t in tail if told.left <= t.index <= told.right]
    elif lemma(verb.lower, "verb") in MUSED and not children(parse, verb, "ccomp", "oprd", "acomp"):
        return False
    else:
        named = list(tail)
    if any(t.lower in ("whether", "how", "why") for t in tail[:2]):
        return False
    return any(t.lower in words.bad or lemma(t.lower, "noun") in words.bad for t in named)


def priced(parse: Parse, verb: Token, objects: Sequence[Token]) -> bool:
    """Whether a charge is one of money: ``charges the port more``, neither ``with`` nor ``of`` nor ``that``."""
    of_what = [p.lower for one in (verb, *objects) for p in children(parse, one, "prep")]
    return not {"with", "of", "over"}.intersection(of_what) and not children(parse, verb, "ccomp")


def aims(prep: str) -> set[str]:
    """What is taken, found or fired at somebody before a preposition: not ``digs, to their delight``."""
    return {"exception", "umbrage"} if prep == "to" else AIMS | {"umbrage", "offence", "offense"}


def counted(parse: Parse, noun: Token) -> Token:
    """The noun that counts another (``a round of attacks``), for that is what the clause is built on."""
    above = parse.tokens[noun.head]
    if noun.dep == "pobj" and above.lower == "of" and lemma(parse.tokens[above.head].lower, "noun") in COUNTING:
        return parse.tokens[above.head]
    return noun


def in_words(parse: Parse, token: Token, words: RelationWords) -> bool:
    """Whether a blow is one in words: it says for what, or as what somebody is called, or that it is verbal."""
    if token.tag[:2] == "NN":
        if any(c.lower in SPOKEN_BLOWS for c in children(parse, token, "amod")):
            return True
        top = counted(parse, token)
        above = parse.tokens[top.head]
        holders = [token, top, *([above] if top.dep == "dobj" else [])]
    else:
        holders = [token, *children(parse, token, "dobj")]
        if any(lemma(o.lower, "noun") in words.things for o in holders[1:2]):
            return True
    return any(p.lower in TELLING for holder in holders for p in children(parse, holder, "prep"))


def each_other(parse: Parse, token: Token) -> bool:
    """Whether words stand for both of two: ``each other``."""
    near = {parse.tokens[at].lower for at in token.children}
    return (token.lower == "other" and "each" in near) or (token.lower == "another" and "one" in near)
