"""The two sides of a relation in grammar: who does it, to whom, and whose a thing is that stands for them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.analyse.actor_words import DAYS, MONTHS
from onrecord.analyse.grammar import children, noun_phrase, passive
from onrecord.analyse.relation_words import RelationWords, relation_words
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.span import Span

NOMINAL = ("NN", "PR")
MAKERS = ("of", "by", "from")
MEANS = {"use", "take", "make", "write", "issue", "spend"}
ABOVE_ALL = {"specifically", "namely", "especially", "particularly", "notably", "chiefly", "mainly"}
RELATIVE = {"who", "which", "that"}
SPELLS = {"morning", "afternoon", "evening", "night", "day", "week", "weekend", "month", "year"}


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


def made_by(parse: Parse) -> Iterator[tuple[str, int, Span | None]]:
    """Every thing that somebody may have made: its plain word, where it stands, the word for whose it is or None."""
    words, last = relation_words(), ""
    for token in parse.tokens:
        plain = lemma(token.lower, "noun") if token.tag in ("NN", "NNS") else ""
        if token.lower == "one" and last and behind(parse, token, "by") + _makers(parse, token):
            plain = last  # ``unlike other reports, the one released by``
        if plain not in words.things:
            continue
        last = plain
        whose = [*_owners(parse, token, 0), *_beside(parse, token)]
        verb = parse.tokens[token.head]
        if not whose and token.dep == "dobj" and _did_make(parse, verb):
            whose = subjects(parse, verb)
        if not whose and token.dep == "nsubjpass":
            whose = behind(parse, verb, "by", "from")
        if not whose and token.dep == "pobj" and verb.lower in ("in", "via") and plain in words.written:
            above = parse.tokens[verb.head]
            whose = subjects(parse, above) if above.tag[:2] == "VB" else []
        owner = whose[0] if whose else None
        yield plain, token.start, Span(owner.start, owner.end) if owner else None


def parties(parse: Parse, tokens: Iterable[Token]) -> tuple[Party, ...]:
    """The sides that nouns and whatever is joined to them by "and" stand for."""
    return tuple(party(parse, one) for token in tokens for one in joined(parse, token))


def joined(parse: Parse, token: Token) -> Iterator[Token]:
    """A noun and those joined to it."""
    yield token
    for other in children(parse, token, "conj"):
        if other.tag[:2] in NOMINAL and not _same(parse, token, other):
            yield from joined(parse, other)
    for other in children(parse, token, "appos"):
        if any(c.lower in ABOVE_ALL for c in children(parse, other, "advmod")):
            yield next((n for n in children(parse, other, "appos") if n.tag == "NNP"), other)


def _same(parse: Parse, one: Token, other: Token) -> bool:
    """Whether two nouns say of one person what they are: ``the former governor and presidential contender``."""
    led = [any(c.dep in ("det", "poss") for c in map(parse.tokens.__getitem__, t.children)) for t in (one, other)]
    return one.tag == other.tag == "NN" and led == [True, False]


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
    if verb.dep == "xcomp" and (people := children(parse, above, "dobj")) and lemma(above.lower, "verb") not in MEANS:
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
    """The nouns behind such prepositions on a word; no times (``blamed the Front on Monday for …``)."""
    preps = [c for c in children(parse, token, "prep", "agent", "prt", "advmod", "dative") if c.lower in words]
    deeper = [d for p in preps for d in children(parse, p, "prep") if d.lower in words]
    return [o for p in (*preps, *deeper) for o in children(parse, p, "pobj") if o.index > token.index and not _when(o)]


def _when(token: Token) -> bool:
    return token.lower in DAYS | MONTHS or lemma(token.lower, "noun") in SPELLS


def _owners(parse: Parse, token: Token, depth: int) -> Iterator[Token]:
    """Whose a thing is: in front (``the minister's plan``), behind (``the plan of``), or whose doing it is."""
    if depth > 2:
        return
    plain = lemma(token.lower, "noun") if token.tag[:2] == "NN" else ""
    undergone = plain in relation_words().undergone
    near = children(parse, token, "poss")
    if plain in relation_words().done_to and not behind(parse, token, "of"):
        near = []  # ``his inclusion was a mistake`` is none of his
    near += behind(parse, token, *(("by", "from") if undergone else MAKERS))  # ``the delay of her vote`` is not hers
    near += [c for c in children(parse, token, "compound", "amod", "nmod") if c.text[:1].isupper()]
    near += _makers(parse, token)
    yield from near
    for owner in near:
        yield from _owners(parse, owner, depth + 1)


def _did_make(parse: Parse, verb: Token) -> bool:
    """Whether a verb is one of making, and no more than an infinitive: not ``was asked to sign the letter``."""
    meant = any(parse.tokens[at].tag == "TO" for at in verb.children)
    return not meant and lemma(verb.lower, "verb") in relation_words().makings


def _makers(parse: Parse, token: Token) -> list[Token]:
    """Who made a thing, as a clause on it says: ``the letter signed by``, ``the law he proposed``."""
    found: list[Token] = []
    for clause in children(parse, token, "relcl", "acl"):
        if lemma(clause.lower, "verb") in relation_words().makings:
            found += behind(parse, clause, "by")
            found += [s for s in children(parse, clause, "nsubj") if s.lower not in ("that", "which", "who", "whom")]
    return found


def _beside(parse: Parse, token: Token) -> list[Token]:
    """The body in front of what it wrote: ``the committee report``."""
    return [c for c in children(parse, token, "compound") if c.tag[:2] == "NN" and not c.text[:1].isupper()]


def reproached(parse: Parse, deed: Token) -> list[Token]:
    """Whoever is reproached for a deed: ``attacks on the ministry for misleading``, not whoever attacks."""
    above = parse.tokens[deed.head]
    if deed.dep not in ("pcomp", "pobj") or above.lower not in ("for", "of", "over"):
        return []
    holder = parse.tokens[above.head]
    if holder.tag[:2] == "NN":
        return behind(parse, holder, "on", "against", "of")[:1]
    if holder.tag[:2] != "VB":
        return []
    things = children(parse, holder, "dobj")
    holders = [*things, *(o for t in things for o in behind(parse, t, "of")), holder]
    on = [b for one in holders for b in behind(parse, one, "on", "against", "at")]
    passive_of = children(parse, holder, "nsubjpass")
    return on[:1] or [t for t in things if t.tag[:2] in ("NN", "PR")][:1] or passive_of[:1]


def owner_of(parse: Parse, noun: Token, words: RelationWords) -> list[Token]:
    """Whose something is: in front of it or behind ``of`` or ``by``."""
    plain = lemma(noun.lower, "noun")
    suffered = plain in words.owned and plain not in words.owned_of  # ``the abuse of the court``
    owners = children(parse, noun, "poss") or behind(parse, noun, "by", "from", *(() if suffered else ("of",)))
    if owners and owners[0].tag == "PRP$" and (whom := reproached(parse, noun)):
        return whom
    if not owners:
        owners = [c for c in children(parse, noun, "compound", "amod") if c.text[:1].isupper()]
    return [one for one in owners[:1] if one.lower not in DAYS | MONTHS]


def judged_for(parse: Parse, what: Token) -> list[Token]:
    """``it was wrong for the ministry to``, ``odd to see the ministry``: whom a judgement about a deed is on."""
    above = parse.tokens[what.head]
    seen = [c for x in children(parse, above, "xcomp") if x.lower in ("see", "watch", "hear") for c in _seen(parse, x)]
    near = ("for", "of") if what.tag[:2] == "JJ" else ("for",)
    return [*behind(parse, what, *near), *behind(parse, above, "for"), *seen][:1]


def _seen(parse: Parse, verb: Token) -> list[Token]:
    return [s for c in children(parse, verb, "ccomp") for s in children(parse, c, "nsubj")] or children(
        parse, verb, "dobj"
    )
