"""Judgements without a word of accusing: ``misled``, ``is irresponsible``, ``its failure``, ``has done nothing``.

Whoever says such a thing of somebody accuses or criticises them; in the outlet's own voice it is reporting.
"""

from collections.abc import Iterator, Sequence

from onrecord.analyse.grammar import children, passive
from onrecord.analyse.relation_doubts import (
    astray,
    charged,
    credited,
    kills_people,
    left_undone,
    made_to,
    of_some,
    unsaid,
    would,
)
from onrecord.analyse.relation_edges import Edge, made
from onrecord.analyse.relation_parties import behind, judged_for, owner_of, parties, reproached, subjects
from onrecord.analyse.relation_polarity import negations, own_negations
from onrecord.analyse.relation_words import RelationWords
from onrecord.engine.parse import Parse, Token, lemma

BEING = {"be", "become", "remain", "seem", "look", "appear", "sound", "get", "feel"}
SHORT = {"nothing", "little", "no", "zero"}
DOING = {"do", "offer", "produce", "provide", "deserve"}
GIVING = {"have", "show", "take", "make", "give"}
LED = {"will", "must", "should", "need"}
WANTING = {"enough", "right", "truth", "more", "better", "job"}
HARSH = {"accuse", "blame", "criticise", "threaten"}
CLAIMING = {"belief", "admission", "view", "opinion", "warning", "fear", "concern", "criticism", "charge", "insistence",
            "conclusion", "finding", "judgment", "judgement", "verdict", "complaint"}  # fmt: skip
CULPRITS = {"problem", "obstacle", "roadblock", "culprit", "enemy", "aggressor", "hurdle", "impediment", "barrier",
            "offender", "perpetrator", "spoiler"}  # fmt: skip
EVIDENCE = {"evidence", "proof", "indication", "sign"}
SAYING = {"say", "tell", "add", "argue", "write", "claim", "insist", "contend", "charge", "declare", "suggest",
          "complain", "note", "assert", "maintain", "allege", "state", "tweet", "warn", "reply", "respond"}  # fmt: skip
FAULT = {"fault", "blame", "responsibility", "guilt"}
RESTING = {"lay", "lies", "lie", "lying", "rests", "rested", "rest", "falls", "fell", "belongs", "belonged"}
EMPTY = {"it", "this", "that", "there"}
INVENTED = {"it", "this", "that", "thing", "stuff", "story", "fact", "number", "claim", "charge", "evidence"}
LYING = {"at", "in", "on", "with", "within", "behind", "between", "under", "beneath", "beyond", "before"}
DOUBTED = {"trust", "believe"}


def judged(parse: Parse, words: RelationWords) -> Iterator[Edge]:
    """Every judgement, with whom it is on."""
    for token in parse.tokens:
        if token.tag[:2] == "VB":
            yield from _done(parse, token, words)
            yield from _being(parse, token, words)
            yield from _resting(parse, token, words)
            yield from _wanting(parse, token, words)
        elif token.tag[:2] == "NN" and lemma(token.lower, "noun") in words.owned:
            yield from _views(parse, token, "accuse", owner_of(parse, token, words), "reproach", words)
        elif (
            token.tag[:2] == "JJ"
            and token.dep == "amod"
            and token.lower in words.bad
            and token.lower not in words.sorts
        ):
            noun = parse.tokens[token.head]
            yield from _views(parse, token, "criticise", owner_of(parse, noun, words), "adjective", words)


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
    saying = _saying(parse, token)
    sayer = next(iter(parties(parse, subjects(parse, saying))), None) if saying is not None else None
    noun = _claim(parse, token, words)
    claimants = _claimants(parse, noun) if noun is not None else []
    unfounded = noun is not None and noun.lower in EVIDENCE and own_negations(parse, noun, words) > 0
    for edge in made(parse, token, kind, claimants, whom, rule, words):
        if claimants and noun is not None:
            turned = negations(parse, token, words, noun.index) % 2 == 1
            yield edge._replace(negated=turned, hedged=False)
        elif unfounded:
            yield edge._replace(sayer=sayer, kind="clear", negated=False, hedged=True)
        else:
            told = saying is not None and would(parse, saying)
            yield edge._replace(sayer=sayer, hedged=edge.hedged or told or unsaid(parse, token))


def _saying(parse: Parse, token: Token) -> Token | None:
    """The nearest verb of saying that a judgement hangs on."""
    below = token
    for _ in range(8):
        above = parse.tokens[below.head]
        if above.index == below.index:
            return None
        if above.tag[:2] == "VB" and below.dep in ("ccomp", "parataxis") and lemma(above.lower, "verb") in SAYING:
            return above
        if below.lower in EVIDENCE and below.dep == "dobj" and lemma(above.lower, "verb") in ("find", "see", "have"):
            return above
        below = above
    return None


def _claim(parse: Parse, token: Token, words: RelationWords) -> Token | None:
    """The noun whose clause a judgement stands in: ``the minister's claim that``, ``an admission by``, ``evidence``."""
    below = token
    for _ in range(8):
        above = parse.tokens[below.head]
        if above.index == below.index or (above.tag[:2] == "VB" and below.dep in ("ccomp", "parataxis", "advcl")):
            return None
        plain = lemma(above.lower, "noun") if above.tag[:2] == "NN" else ""
        if below.dep in ("acl", "ccomp") and (plain in words.claims or plain in CLAIMING or plain in EVIDENCE):
            return above
        below = above
    return None


def _claimants(parse: Parse, noun: Token) -> list[Token]:
    if noun.lower in EVIDENCE:
        return []
    owners = children(parse, noun, "poss") or behind(parse, noun, "by", "from", "of", "among")
    return (owners or [c for c in children(parse, noun, "amod", "compound") if c.text[:1].isupper()])[:1]


def _done(parse: Parse, verb: Token, words: RelationWords) -> Iterator[Edge]:
    """Somebody did what nobody should."""
    plain = lemma(verb.lower, "verb")
    things = {lemma(o.lower, "noun") for o in children(parse, verb, "dobj", "prt", "advmod", "acomp", "oprd")}
    things |= {lemma(o.lower, "noun") for p in children(parse, verb, "prep") for o in (p, *children(parse, p, "pobj"))}
    things |= {lemma(o.lower, "noun") for c in children(parse, verb, "dobj") for o in behind(parse, c, "of")}
    if verb.dep == "amod":
        return  # ``the failed plan``: nobody is said to have done it
    who = [s for s in subjects(parse, verb) if s.tag[:2] in ("NN", "PR", "WP")]
    helped = verb.tag != "VBN" or verb.dep == "conj" or bool(children(parse, verb, "aux", "auxpass"))
    if not helped or (
        plain == "lie" and verb.tag != "VBD" and any(p.lower in LYING for p in children(parse, verb, "prep"))
    ):
        return
    farness = [c for c in children(parse, verb, "advmod") if c.lower == "far"]
    if plain in ("go", "take") and any(t.lower == "too" for f in farness for t in children(parse, f, "advmod")):
        yield from _views(parse, verb, "criticise", who, "misdeed", words)
        return
    if plain in words.deadly or (plain in words.deadly_hits and things & {"dead", "down", "death"}):
        undergone = passive(parse, verb) or verb.tag == "VBN"
        doer = behind(parse, verb, "by") if undergone else who
        for edge in (
            _views(parse, verb, "blame", doer, "killing", words) if kills_people(parse, verb, undergone) else ()
        ):
            if not edge.hedged and not charged(parse, verb) and not of_some(parse, verb):
                yield edge
        return
    if plain == "fail" and any(
        lemma(c.lower, "verb") in words.kept | words.left for c in children(parse, verb, "xcomp")
    ):
        for edge in _views(parse, verb, "blame", who, "failing", words):
            yield edge._replace(hedged=edge.hedged or of_some(parse, verb))
        return
    bare = verb.dep == "pcomp" and parse.tokens[verb.head].lower == "without"
    if (bare or own_negations(parse, verb, words)) and (
        plain in words.kept or any((plain, thing) in words.kept_phrases for thing in things)
    ):
        for edge in _views(parse, verb, "criticise", who, "left undone", words):
            if edge.negated and not edge.hedged and not passive(parse, verb) and left_undone(parse, verb):
                yield edge._replace(negated=False)
    known = plain in words.misdeeds or any((plain, thing) in words.misdeed_phrases for thing in things)
    known = known or (plain == "make" and "up" in things and bool(INVENTED & _objects(parse, verb)))
    if (
        not known
        or plain == "blame"
        or (plain in words.suffering and not _objects(parse, verb) and not passive(parse, verb))
    ):
        return  # ``the fabric is weakening``: nobody is said to weaken it
    if passive(parse, verb):
        yield from _views(parse, verb, "accuse", behind(parse, verb, "by"), "misdeed", words)
        return
    if verb.tag == "VBG" and children(parse, verb, "neg"):
        return  # ``by not misleading anybody``
    if credited(parse, verb, words):
        return  # ``praised the ministry for refusing``
    for edge in _views(parse, verb, "accuse", reproached(parse, verb) or who, "misdeed", words):
        yield edge._replace(hedged=edge.hedged or of_some(parse, verb) or astray(parse, verb))


def _objects(parse: Parse, verb: Token) -> set[str]:
    return {lemma(o.lower, "noun") for o in children(parse, verb, "dobj")}


def _being(parse: Parse, verb: Token, words: RelationWords) -> Iterator[Edge]:
    """Somebody, or something of theirs, is called bad, or not good."""
    if lemma(verb.lower, "verb") not in BEING or made_to(parse, verb):
        return
    subject = [s for s in children(parse, verb, "nsubj") if s.tag[:2] in ("NN", "PR", "DT", "VB")]
    for what in children(parse, verb, "acomp", "attr", "oprd"):
        if subject and lemma(subject[0].lower, "noun") in CULPRITS and what.tag[:3] in ("NNP", "PRP"):
            yield from _views(parse, verb, "blame", [what], "to blame", words)
            continue
        near = [what, *children(parse, what, "amod", "conj"), *_of(parse, what)]
        said = {t.lower for t in near} | {lemma(t.lower, "noun") for t in near}
        whom = judged_for(parse, what) if subject and subject[0].lower in EMPTY else subject
        over = any(c.lower == "too" for c in children(parse, what, "advmod")) and children(parse, what, "xcomp", "prep")
        if said & words.bad or (over and what.dep == "acomp" and subject):
            yield from _views(parse, verb, "criticise", whom, "called bad", words)
        elif said & words.good:
            for edge in _views(parse, verb, "criticise", whom, "called not good", words):
                if edge.negated:
                    yield edge._replace(negated=False)
    for prep in children(parse, verb, "prep", "acomp"):
        inside = {o.lower for p in (prep, *children(parse, prep, "prep")) for o in children(parse, p, "pobj")}
        if any((prep.lower, thing) in words.states for thing in inside):
            yield from _views(parse, verb, "criticise", subject, "called bad", words)
    blamed = [t for c in children(parse, verb, "xcomp", "acomp", "prep") for t in (c, *children(parse, c, "pobj"))]
    ranked = any(t.tag[:3] == "NNP" or t.tag == "CD" for t in blamed)  # ``was at 3 percent, behind Lena Fisk``
    if any(
        t.lower in ("blame", "fault") or (t.lower == "behind" and t.index > verb.index and not ranked) for t in blamed
    ):
        yield from _views(parse, verb, "blame", subject, "to blame", words)


def _resting(parse: Parse, verb: Token, words: RelationWords) -> Iterator[Edge]:
    """``the fault lay with the ministry``."""
    if verb.lower in RESTING and any(s.lower in FAULT for s in children(parse, verb, "nsubj")):
        yield from _views(parse, verb, "blame", behind(parse, verb, "with", "on", "at")[:1], "to blame", words)


def _wanting(parse: Parse, verb: Token, words: RelationWords) -> Iterator[Edge]:
    """Somebody did nothing, not enough, cannot be trusted, must stop."""
    plain = lemma(verb.lower, "verb")
    goods = children(parse, verb, "dobj", "advmod")
    goods = [g for g in goods if not any(c.lower in ("but", "except", "besides") for c in children(parse, g, "prep"))]
    idle = any(
        c.lower == "do" or (c.tag == "VB" and plain == "have")
        for g in goods
        for c in children(parse, g, "acl", "relcl")
    )  # ``nothing to do with``
    none = not idle and any(g.lower in SHORT or any(d.lower in SHORT for d in children(parse, g, "det")) for g in goods)
    who = [s for s in subjects(parse, verb) if s.tag[:2] in ("NN", "PR")]
    ill = any(_bad(g, words) or any(_bad(d, words) for d in children(parse, g, "amod")) for g in goods)
    if plain in words.committed and ill:
        yield from _views(parse, verb, "criticise", who, "bad deed", words)
    elif none and (plain in DOING or (plain in GIVING and any(lemma(g.lower, "noun") in words.goods for g in goods))):
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
    if token.dep == "amod" and token.lower in words.sorts:
        return False
    return token.lower in words.bad or (token.tag[:2] == "NN" and lemma(token.lower, "noun") in words.bad)


def _of(parse: Parse, noun: Token) -> list[Token]:
    return behind(parse, noun, "of")
