"""Whoever does what a verb says, where the parser hung it elsewhere or a pronoun stands for whoever reports it."""

from collections.abc import Sequence

from onrecord.analyse.actor_words import actor_words
from onrecord.analyse.grammar import children
from onrecord.analyse.position_parts import misjoined
from onrecord.analyse.relation_parties import behind, subjects
from onrecord.engine.parse import Parse, Token, lemma

ANYBODY = {"people", "person", "those", "anyone", "anybody", "someone", "somebody", "everyone", "individuals", "one"}
BESIDE = ("as", "while", "because", "after", "before", "when")
NOMINAL = ("NN", "PR", "DT")


def doers(parse: Parse, verb: Token, told: Sequence[Token] = ()) -> list[Token]:
    """Whoever does what a verb says, though the parser joined it to the clause before it.

    ``Sent a letter to supporters urging them to …``: whoever is meant by ``them`` does not urge.
    """
    top, noun = verb, parse.tokens[verb.head]
    if verb.dep == "acl" and verb.tag == "VBG" and any(t.tag == "PRP" for t in told):
        while noun.tag[:2] != "VB" and noun.head != noun.index:
            noun = parse.tokens[noun.head]
        return subjects(parse, noun) if noun.tag[:2] == "VB" else []
    if verb.dep == "advcl" and verb.tag == "VBG" and (beside := with_whom(parse, verb)):
        return beside
    while misjoined(parse, top):
        top = parse.tokens[parse.tokens[top.head].head]
    prep = parse.tokens[top.head]
    if top.dep == "pcomp" and top.tag == "VBG" and prep.lower in ("for", "of", "into", "over"):
        told = [t for t in children(parse, parse.tokens[prep.head], "dobj") if t.tag[:2] in NOMINAL]
        told = told or behind(parse, parse.tokens[prep.head], "by")  # ``dismayed by them for going ahead``
        if told and parse.tokens[prep.head].tag[:2] in ("VB", "JJ"):
            return told[:1]
    beside = children(parse, top, "nsubj")
    if len(beside) > 1 and beside[-1].left == beside[-2].right + 1:  # ``the state House``, taken for two
        return beside[-1:]
    return _people(parse, top, subjects(parse, top))


def _people(parse: Parse, verb: Token, who: list[Token]) -> list[Token]:
    """Whom ``who`` stands for, where its clause was hung on a thing: ``people close to the plan who refused``."""
    named = [t for t in children(parse, verb, "nsubj") if t.lower == "who"]
    noun = parse.tokens[verb.head]
    if verb.dep != "relcl" or not named or noun.tag not in ("NN", "NNS") or _is_somebody(noun):
        return who
    while noun.head != noun.index and noun.sentence == parse.tokens[noun.head].sentence:
        noun = parse.tokens[noun.head]
        if noun.tag[:2] == "NN" and _is_somebody(noun):
            return [noun]
        if noun.tag[:2] == "VB":
            return []
    return []


def _is_somebody(noun: Token) -> bool:
    return noun.tag[:3] == "NNP" or actor_words().kind(lemma(noun.lower, "noun")) is not None


def with_whom(parse: Parse, verb: Token) -> list[Token]:
    """Whose deed a participle is behind ``with``: ``it passed, with the minister voting against it``."""
    for prep in children(parse, parse.tokens[verb.head], "prep"):
        if prep.lower == "with" and 0 <= verb.left - 1 - prep.right <= 1:
            return [t for t in children(parse, prep, "pobj") if t.tag[:2] in NOMINAL]
    return []


def reported_by(parse: Parse, verb: Token, who: Sequence[Token]) -> list[Token]:
    """Who reports it, where a pronoun may stand for them: ``the ministers signal that they want``."""
    above = parse.tokens[verb.head]
    told = verb.dep == "ccomp" or (bool(who) and _meanwhile(parse, verb, who[0]))
    if not told or not who or who[0].lower not in ("they", "he", "she", "it") or above.tag[:2] != "VB":
        return []
    return [t for t in subjects(parse, above) if t.tag[:2] == "NN"]


def _meanwhile(parse: Parse, verb: Token, who: Token) -> bool:
    """Whether ``they`` of a clause beside are the many that the sentence is about: ``the guards left as they …``."""
    above = parse.tokens[verb.head]
    many = next(iter(children(parse, above, "nsubj")), None)
    marked = any(t.lower in BESIDE for t in children(parse, verb, "mark", "advmod"))
    return verb.dep == "advcl" and marked and who.lower == "they" and many is not None and many.tag in ("NNS", "NNPS")


def no_secret(parse: Parse, verb: Token) -> int:
    """One for the negation of ``made no secret that they want``, which is none of what they want."""
    above = parse.tokens[verb.head]
    return int(
        above.lower in ("secret", "doubt", "bones") and any(t.lower == "no" for t in children(parse, above, "det"))
    )


def any_of_a_kind(parse: Parse, verb: Token) -> bool:
    """Whether a clause only says which people are meant (``those who want it``), and not what a party wants."""
    above = parse.tokens[verb.head]
    if verb.dep != "relcl" or above.tag[:1] == "V":
        return False
    top = parse.tokens[above.head]
    bare = above.tag == "NNS" and above.left == above.index and above.dep == "nsubj"
    return above.lower in ANYBODY or (bare and any(t.tag == "MD" for t in children(parse, top, "aux")))
