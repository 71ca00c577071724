"""The object of a verb that is wanted or not had: behind it, before a passive, or what a relative clause is about."""

from onrecord.analyse.actor_words import actor_words
from onrecord.analyse.frames import Range
from onrecord.analyse.grammar import children, passive
from onrecord.analyse.position_parts import object_of_clause, somebody, to_infinitive
from onrecord.analyse.position_words import PositionWords
from onrecord.analyse.relation_parties import behind
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.terms import PositionKind

ASKING = {"urge", "press", "push", "ask", "petition", "lobby"}
IDEAS = {"idea", "notion", "suggestion"}


def wanted_object(parse: Parse, verb: Token, words: PositionWords, particle: str) -> Range | None:
    """The object that is wanted or not had, or the subject of a passive; none where it is a claim or a person."""
    if verb.dep == "acl" and verb.tag == "VBN" and behind(parse, verb, "by"):
        above = parse.tokens[verb.head]  # ``a plan backed by Torvela``
        taken = words.among(lemma(above.lower, "noun"), "not claims", "not asked") or somebody(above, words)
        return None if taken or above.tag[:2] != "NN" else object_of_clause(parse, verb)
    if verb.dep in ("acl", "amod") and verb.tag == "VBN":
        return None
    found = children(parse, verb, "nsubjpass") if passive(parse, verb) else children(parse, verb, "dobj")
    if not found and lemma(verb.lower, "verb") == "demand":
        found = [t for t in children(parse, verb, "advmod") if t.lower == "more" and t.index > verb.index]
    if particle and not found:
        found = [c for c in children(parse, verb, "xcomp", "ccomp", "pcomp") if c.tag == "VBG"]
        found += [c for p in children(parse, verb, "prep") for c in children(parse, p, "pobj", "pcomp")]
    if not found and leaves_gap(parse, verb):
        above = parse.tokens[verb.head]
        plain = lemma(above.lower, "noun")
        taken = (plain not in IDEAS and words.among(plain, "not claims", "not asked")) or somebody(above, words)
        return None if taken else object_of_clause(parse, verb)
    for thing in found[:1]:
        plain = lemma(thing.lower, "noun")
        if lemma(verb.lower, "verb") in ASKING and actor_words().kind(plain) is not None:
            return None
        if lemma(verb.lower, "verb") == "threaten" and not words.among(plain, "things harms"):
            return None
        given = lemma(verb.lower, "verb") == "offer" and thing.tag in ("NN", "NNS")
        told = lemma(verb.lower, "verb") == "demand" and plain != "comment"  # ``demanded answers``
        kind = words.object.get(lemma(verb.lower, "verb"))
        legal = kind is PositionKind.DEMAND and plain in ("charge", "case", "lawsuit")  # ``recommended charges``
        turned_down = kind is PositionKind.REFUSE and words.among(plain, "not refused")
        claimed = words.among(plain, "not claims") and not legal
        beside = claimed or (words.among(plain, "not asked") and not told)
        nobody = somebody(thing, words) and not given and not turned_down
        if (beside and not of_doing(parse, thing, plain)) or nobody:
            return None
        if thing.tag[:2] in ("WP", "WD") and verb.dep == "relcl":
            above = parse.tokens[verb.head]
            return (above.left, max(above.index, verb.left - 1))
        return (thing.left, thing.right)
    return None


def of_doing(parse: Parse, thing: Token, plain: str) -> bool:
    """Whether it is the idea of doing something (``the idea of arming the guards``), not that something is so."""
    doing = (c for prep in children(parse, thing, "prep") for c in children(parse, prep, "pcomp"))
    return plain in IDEAS and (
        any(c.tag == "VBG" for c in doing)
        or bool([c for c in children(parse, thing, "acl") if to_infinitive(parse, c)])
    )


def leaves_gap(parse: Parse, verb: Token) -> bool:
    """Whether a relative clause without its pronoun leaves out the object: ``an idea the party strongly rejects``."""
    if verb.dep != "relcl" or passive(parse, verb) or parse.tokens[verb.head].tag[:2] != "NN":
        return False
    own = children(parse, verb, "nsubj")
    more = children(parse, verb, "xcomp", "ccomp", "dobj", "prt")
    return bool(own) and own[0].tag[:1] != "W" and own[0].lower != "that" and not more
