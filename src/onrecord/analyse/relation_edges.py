"""Edges that a word of its own says: ``accused``, ``criticism of``, ``was condemned by``, ``threatened to``."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.analyse.grammar import children, cue_range, passive
from onrecord.analyse.relation_parties import Party, behind, joined, parties, subjects
from onrecord.analyse.relation_phrases import aims, called_bad, counted, each_other, in_words, priced
from onrecord.analyse.relation_polarity import negations, open_question
from onrecord.analyse.relation_words import RelationWords
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.span import Span, Spans

AT = ("on", "against", "at", "toward", "towards", "with", "into", "over", "about", "upon")
SUITS = {"lawsuit", "suit", "prosecution", "impeachment", "indictment", "smear"}
AGAINST = ("against", "at", "toward", "towards")  # ``a lawsuit over the treaty`` is not against the treaty
SUFFER = {"face", "draw", "receive", "meet", "come", "provoke", "spark", "suffer", "get", "take", "prompt", "weather"}
NAMING = {"call", "label", "brand", "dub", "describe", "deem", "term", "portray", "paint", "characterize", "name",
          "characterise", "cast", "depict", "consider", "liken", "compare"}  # fmt: skip
MENTIONING = {"mention", "cite", "acknowledge", "answer", "reject", "dismiss", "recall", "quote", "deflect",
              "rebut", "hear", "ignore", "describe", "report", "note", "avoid", "dodge", "escape",
              "prevent", "stop", "silence", "hide", "bury", "suppress", "conceal"}  # fmt: skip
BODY = {"foot", "feet", "hand", "hands", "head", "eye", "eyes", "arm", "arms", "finger", "guard", "name", "stake",
        "vote"}  # fmt: skip
AIMING = ("take", "find", "fire", "point")
HELD = {"responsible", "accountable", "liable", "culpable"}
FIGURATIVE = {"fire", "heat"}
VOWS = {"threaten", "vow", "pledge", "warn", "promise"}
PUTS = {"put", "pin", "lay", "place", "blame", "cast", "heap"}
MATTERS = {"accuse": ("of", "with", "for"), "blame": ("for",), "criticise": ("for", "over"), "credit": ("for", "with")}


class Edge(NamedTuple):
    """What one word says of two sides; ``who`` is None where it is whoever is speaking there.

    ``kind`` is a kind of relation, or ``oppose`` (a deed against somebody), ``blow`` (one in words or with weapons),
    ``warn`` or ``clear``. ``rule`` says by which construction it was found.
    """

    kind: str
    who: Party | None
    whom: Party
    cue: Span
    rule: str
    matter: Spans = ()
    negated: bool = False
    hedged: bool = False
    sayer: Party | None = None


def said(parse: Parse, words: RelationWords) -> Iterator[Edge]:
    """Every edge that a verb or noun of its own says."""
    for token in parse.tokens:
        if token.tag[:2] == "VB":
            yield from _by_verb(parse, token, words)
        elif token.tag[:2] == "NN":
            yield from _by_noun(parse, token, words)


def made(
    parse: Parse, token: Token, kind: str, who: Sequence[Token], whom: Sequence[Token], rule: str, words: RelationWords
) -> Iterator[Edge]:
    """An edge for every pair of the two sides; one without whoever does it where nobody is named."""
    cue = parse.span_of(*cue_range(parse, token)) if token.tag[:2] == "VB" else Span(token.start, token.end)
    doers: Sequence[Party | None] = parties(parse, who) or (None,)
    count, matter = negations(parse, token, words), _matter(parse, token, kind)
    turned, hedged = count % 2 == 1, count > 1 or open_question(parse, token)
    for doer in doers:
        for other in parties(parse, whom):
            if doer is None or doer.head != other.head:
                yield Edge(kind, doer, other, cue, rule, matter, turned, hedged)


def _by_verb(parse: Parse, verb: Token, words: RelationWords) -> Iterator[Edge]:
    plain = lemma(verb.lower, "verb")
    objects = [o for o in children(parse, verb, "dobj", "dative") if o.tag[:2] in ("NN", "PR", "DT", "CD")]
    if plain in PUTS:
        on = [*behind(parse, verb, "on", "at"), *(b for o in objects for b in behind(parse, o, "on", "at"))]
        if on and (plain == "blame" or any(o.lower in ("blame", "fault", "responsibility") for o in objects)):
            yield from made(parse, verb, "blame", subjects(parse, verb), on, "blame on", words)
            return
    yield from _answerable(parse, verb, plain, objects, words)
    if plain in VOWS:
        yield from _vowed(parse, verb, plain, words)
    if plain in NAMING:
        yield from _named(parse, verb, words)
    if plain in words.turning_down:
        yield from _turned_down(parse, verb, objects, words)
    kind = words.objects.get(plain)
    if kind is not None and any(each_other(parse, o) for o in children(parse, verb, "dobj")):
        yield from _mutual(parse, verb, kind, words)
        return
    if plain in words.blows and not in_words(parse, verb, words):
        kind = "blow"
    if plain == "clear" and not children(parse, verb, "prep"):
        return  # ``cleared the way``; ``cleared him of``
    if plain == "charge" and not passive(parse, verb) and priced(parse, verb, objects):
        return
    if kind is not None and passive(parse, verb):
        who = behind(parse, verb, "by")
        whom = children(parse, verb, "nsubjpass")
        yield from made(parse, verb, kind, who, whom, "passive", words)
    elif kind is not None and verb.tag == "VBN" and verb.dep in ("acl", "relcl", "amod"):
        by = behind(parse, verb, "by")
        yield from made(parse, verb, kind, by, [parse.tokens[verb.head]] if by else [], "participle", words)
    elif kind is not None and objects:
        whom = [*behind(parse, objects[0], "against"), *behind(parse, verb, "against")] if kind == "threaten" else []
        yield from made(parse, verb, kind, subjects(parse, verb), (whom or objects)[:1], "verb", words)
    elif kind is not None and (clauses := children(parse, verb, "ccomp")) and kind not in ("oppose", "blow"):
        inner = [s for c in clauses[:1] for s in children(parse, c, "nsubj", "nsubjpass")]
        yield from made(parse, verb, kind, subjects(parse, verb), inner, "verb clause", words)
    for particle in children(parse, verb, "prt"):
        put = words.particles.get((plain, particle.lower))
        if any(o.lower in BODY for o in objects):
            continue  # ``put his foot down``
        if put and objects and not passive(parse, verb):
            yield from made(parse, verb, put, subjects(parse, verb), objects[:1], "particle", words)
        elif put and passive(parse, verb):
            whom = children(parse, verb, "nsubjpass")
            yield from made(parse, verb, put, behind(parse, verb, "by"), whom, "particle", words)
    for prep in children(parse, verb, "prep", "prt", "advmod"):
        for last in (prep, *children(parse, prep, "prep")):
            found = words.behind.get((plain, last.lower))
            if found and (plain not in AIMING or any(o.lower in aims(last.lower) for o in objects)):
                whom = children(parse, last, "pobj")
                yield from made(parse, verb, found, subjects(parse, verb), whom, "preposition", words)


def _answerable(
    parse: Parse, verb: Token, plain: str, objects: Sequence[Token], words: RelationWords
) -> Iterator[Edge]:
    """``held the ministry responsible``, ``attributed the blast to``, ``the fault lay with``, ``took him to task``."""
    small = [c for c in children(parse, verb, "ccomp", "oprd", "acomp", "xcomp", "advcl") if c.lower in HELD]
    if plain == "hold" and small:
        inner = [s for c in small for s in children(parse, c, "nsubj", "nsubjpass")]
        whom = children(parse, verb, "nsubjpass") if passive(parse, verb) else (inner or list(objects))
        who = behind(parse, verb, "by") if passive(parse, verb) else subjects(parse, verb)
        yield from made(parse, verb, "blame", who, whom[:1], "blame on", words)
    elif plain in ("attribute", "ascribe") and any(lemma(o.lower, "noun") in words.harms for o in objects):
        to = [*behind(parse, verb, "to"), *(b for o in objects for b in behind(parse, o, "to"))]
        yield from made(parse, verb, "blame", subjects(parse, verb), to[:1], "blame on", words)
    elif plain == "take" and any(o.lower == "task" for o in behind(parse, verb, "to")):
        yield from made(parse, verb, "criticise", subjects(parse, verb), objects[:1], "verb", words)


def _mutual(parse: Parse, verb: Token, kind: str, words: RelationWords) -> Iterator[Edge]:
    """``accused each other``: every one of the two named to the other; nothing where one word stands for both."""
    named = [one for token in subjects(parse, verb) for one in joined(parse, token)]
    for who in named if len(named) == 2 else ():
        for whom in named:
            for edge in made(parse, verb, kind, (who,), (whom,), "verb", words):
                if edge.who is None or (edge.who.head == _span(who) and edge.whom.head == _span(whom)):
                    yield edge


def _span(token: Token) -> Span:
    return Span(token.start, token.end)


def _vowed(parse: Parse, verb: Token, plain: str, words: RelationWords) -> Iterator[Edge]:
    """``threatened to sue the ministry``: the threat is to whom the deed would be done."""
    for deed in children(parse, verb, "xcomp", "ccomp"):
        done = lemma(deed.lower, "verb")
        harm = done in words.objects or done in words.misdeeds or plain == "threaten"
        whom = [*children(parse, deed, "dobj"), *behind(parse, deed, "on", "against", "to", "from")]
        whom.sort(key=lambda t: t.tag[:3] not in ("NNP", "PRP"))
        if harm and words.objects.get(done) != "credit" and whom:
            kind = "threaten" if plain in ("threaten", "warn") else "warn"
            yield from made(parse, verb, kind, subjects(parse, verb), whom[:1], "vow", words)


def _named(parse: Parse, verb: Token, words: RelationWords) -> Iterator[Edge]:
    """``called the plan a disaster``: a judgement on whatever is called so."""
    end = max((parse.tokens[at].right for at in verb.children), default=verb.index)
    tail = [parse.tokens[at] for at in range(verb.index + 1, end + 1)]
    behind_it = parse.tokens[min(verb.index + 1, len(parse.tokens) - 1)].lower
    if verb.lower[:4] == "call" and behind_it in ("on", "upon", "for"):
        return  # ``called on the minister to take the reckless plan back``
    whom = [t for t in tail if t.dep in ("dobj", "nsubj") and t.tag[:2] in ("NN", "PR", "DT")][:1]
    if not called_bad(parse, verb, tail, words) or any(t.tag in ("JJS", "RBS") and t.lower == "best" for t in tail):
        return
    if passive(parse, verb):
        whom = children(parse, verb, "nsubjpass")
        yield from made(parse, verb, "criticise", behind(parse, verb, "by"), whom, "naming", words)
    else:
        yield from made(parse, verb, "criticise", subjects(parse, verb), whom, "naming", words)


def _turned_down(parse: Parse, verb: Token, objects: Sequence[Token], words: RelationWords) -> Iterator[Edge]:
    """``rejected the ministry's claim``: a denial to whoever made the claim."""
    for thing in objects[:1]:
        if lemma(thing.lower, "noun") in words.claims:
            whom = [*children(parse, thing, "poss"), *behind(parse, thing, "by", "from", "of")]
            edges = made(parse, verb, "deny", subjects(parse, verb), whom[:1], "claim denied", words)
            yield from edges


def _by_noun(parse: Parse, noun: Token, words: RelationWords) -> Iterator[Edge]:
    plain = lemma(noun.lower, "noun")
    kind = words.nouns.get(plain)
    if kind is None:
        return
    if plain in words.blows - FIGURATIVE and not in_words(parse, noun, words):
        kind = "blow"
    top = counted(parse, noun)
    verb = parse.tokens[top.head] if top.dep in ("dobj", "attr") else None
    if top.dep == "pobj" and parse.tokens[top.head].lower in ("under", "in", "on", "with"):
        verb = parse.tokens[parse.tokens[top.head].head]
    verb = verb if verb is not None and verb.tag[:2] == "VB" else None
    by = [*behind(parse, noun, "by", "from"), *(behind(parse, verb, "by", "from") if verb else ())]
    if verb is not None and lemma(verb.lower, "verb") in SUFFER:
        yield from made(parse, noun, kind, by, subjects(parse, verb) if by else (), "suffered", words)
        return
    if plain in FIGURATIVE:
        return
    at = AGAINST if plain in SUITS else AT
    whom = behind(parse, noun, *at)
    of = behind(parse, noun, "of")
    if not whom and verb is not None:
        whom = behind(parse, verb, *at)
    if not whom and (kind != "accuse" and plain != "threat"):
        whom = of
    who = children(parse, noun, "poss") or by
    for clause in children(parse, noun, "relcl", "acl"):
        if children(parse, clause, "mark") or any(parse.tokens[at].tag == "TO" for at in clause.children):
            continue  # ``the allegation that the minister lied``: what it says, not whose it is
        whom = whom or behind(parse, clause, *at)
        who = who or (behind(parse, clause, "from") if clause.lower == "coming" else [])
        who = who or [s for s in children(parse, clause, "nsubj") if s.lower not in ("that", "which")]
    if not who and whom is not of:
        who = of
    if not who and top is not noun:
        who = children(parse, top, "poss")
    if not who and verb is not None and lemma(verb.lower, "verb") not in MENTIONING:
        who = subjects(parse, verb)
    if not who:
        who = [c for c in children(parse, noun, "compound", "amod") if c.text[:1].isupper()][:1]
    if who and whom:
        yield from made(parse, noun, kind, who, whom[:1], "noun", words)


def _matter(parse: Parse, token: Token, kind: str) -> Spans:
    """What it is about: the phrase behind ``of``, ``for`` or ``with``."""
    for prep in children(parse, token, "prep"):
        if prep.lower in MATTERS.get(kind, ()) and prep.right > prep.index:
            return (parse.span_of(prep.index + 1, prep.right),)
    return ()
