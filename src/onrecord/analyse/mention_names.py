"""Names as mentions: whose they are, the words of office beside them, and offices that stand for their holder."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.analyse.gathering import Gathering
from onrecord.analyse.gazetteer import gazetteer
from onrecord.analyse.mention_titles import apposed, own_words, personal
from onrecord.analyse.names import Named, opens_sentence, printed
from onrecord.engine.parse import Token
from onrecord.model.terms import ActorType, Form

PLACING = {"in", "at", "near", "inside", "across", "outside", "around", "throughout", "toward", "towards", "into"}
COUNTING = {"many", "most", "several", "few", "some", "these", "those"}
STATELY = {
    "government", "army", "military", "parliament", "border", "borders", "president", "premier", "territory", "navy",
    "foreign", "defence", "defense", "interior", "finance", "ministry", "minister", "troops", "constitution", "economy",
    "ambassador", "envoy", "embassy", "airspace", "waters", "citizens", "sovereignty", "independence",
}  # fmt: skip
ONE, SEVERAL = {"is", "was", "has", "does", "’s", "'s"}, {"are", "were", "have", "do", "’re", "'re", "’ve", "'ve"}
AFFILIATION = re.compile(r"[A-Z]-[A-Z][A-Za-z]{0,6}\.?")


def take_name(g: Gathering, one: Named) -> None:
    """Take in a name with its titles; an office alone; ``Many`` before a name in the plural makes it a phrase."""
    tokens = g.parse.tokens
    if one.name is None:
        assert one.office is not None
        first, last = one.office
        g.taken |= set(range(first, last + 1))
        take_office(g, first, last)
        return
    first, last = one.name
    if first and tokens[first - 1].text in ("(", ",") and AFFILIATION.match(_joined_text(g, first, last)):
        _affiliated(g, first, last)
        return
    named = tokens[first : last + 1]
    head = next((t for t in reversed(named) if not first <= t.head <= last or t.dep == "ROOT"), named[-1])
    before = tokens[first - 1] if first else None
    article = before is not None and before.lower in ("the", "a", "an")
    if before is not None and before.text == "The" and first > g.parse.sentences[before.sentence][0] + 1:
        first, named = first - 1, (before, *named)
    if named[-1].lower in g.words.bodies and not one.office:
        first = _whose(g, first)
        named = tokens[first : last + 1]
    counted = before is not None and before.lower in COUNTING and named[-1].lower.endswith("s")
    if before is not None and counted and not one.office:
        words = (before.lower, *(t.lower for t in named))
        g.taken |= set(range(first, last + 1))
        span, sides = g.parse.span_of(first - 1, last), g.sides_of(words[:-1], None)
        g.add(head, span, Form.NOMINAL, words, number="p", type=ActorType.GROUP, sides=sides)
        return
    titles = [one.office] if one.office else []
    described = apposed(g, head, one.name)
    body = named[-1].lower in g.words.bodies and not one.office
    if described and not (body and personal(g, *described)):
        titles.append(described)
    g.taken |= {at for low, high in (*titles, (first, last)) for at in range(low, high + 1)}
    said = [t.lower for low, high in titles for t in tokens[low : high + 1]]
    own = [w for low, high in titles for w in own_words(g, low, high)]
    gender = g.gender_of(own)
    people = {w for w in own if w in g.words.titles or g.words.kind(w) is ActorType.PERSON}
    bodies = {w for w in own if g.words.kind(w) in (ActorType.ORGANISATION, ActorType.GROUP)}
    vessel = {w for w in (*own, *((before.lower,) if before is not None else ())) if w in g.words.vessels}
    last_own = _own_end(named)
    agrees = _agreeing(g, head) if last_own.lower.endswith("s") else ""
    own_article = article and g.role_of(head) != "part"
    plural = g.plural_people(last_own.lower) or (own_article and agrees != "s" and _many(g, last_own))
    at = one.office[0] if one.office else first
    led = _led(g, at, last)
    behind = tokens[last + 1 : last + 3]
    owning = bool(behind) and behind[0].tag == "POS"
    g.add(
        head, g.parse.span_of(first, last), Form.NAME, printed(named), gender=gender,
        number="p" if plural else "", titles=tuple(g.parse.span_of(*r) for r in titles),
        offices=frozenset(people or bodies or vessel), sides=frozenset(w for w in said if w not in people),
        type=ActorType.PERSON if people else ActorType.ORGANISATION if bodies else None,
        article=article, inside=led in PLACING and not owning, noun=named[-1].lower,
        bracket=before is not None and before.text == "(" and bool(behind) and behind[0].text == ")",
        owner=g.owner_of(head), realm=_realm(g, last), agrees=agrees, opening=opens_sentence(g.parse, at),
    )  # fmt: skip


def _realm(g: Gathering, last: int) -> bool:
    """Whether a name owns what only states have: ``Northshore’s foreign minister``."""
    behind = g.parse.tokens[last + 1 : last + 5]
    return bool(behind) and behind[0].tag == "POS" and any(t.lower in STATELY for t in behind[1:])


def take_office(g: Gathering, first: int, last: int) -> None:
    """Take in an office that stands for its holder: ``the Secretary of State``."""
    tokens = g.parse.tokens
    head = next((t for t in reversed(tokens[first : last + 1]) if t.lower in g.words.titles), tokens[last])
    start = first - 1 if first and tokens[first - 1].tag in ("DT", "PRP$") else first
    words = tuple(t.lower for t in tokens[start : last + 1])
    offices = frozenset(w for w in words if w in g.words.titles)
    g.add(
        head, g.parse.span_of(start, last), Form.NOMINAL, words, noun=head.lower, number="s",
        type=ActorType.PERSON, offices=offices, sides=g.sides_of(words), definite=True,
        gender=g.gender_of(words), owner=g.owner_of(head),
    )  # fmt: skip


def _whose(g: Gathering, first: int) -> int:
    """Where a body's name begins with whose it is: ``Northshore’s Health Ministry``."""
    tokens = g.parse.tokens
    if first < 2 or tokens[first - 1].tag != "POS" or tokens[first - 2].tag not in ("NNP", "NNPS"):
        return first
    start = first - 2
    while start and tokens[start - 1].tag in ("NNP", "NNPS") and tokens[start - 1].sentence == tokens[first].sentence:
        start -= 1
    return start


def _affiliated(g: Gathering, first: int, last: int) -> None:
    """``(D-Northshore)`` right behind a name is a description of whoever bears it."""
    span = g.parse.span_of(first, last)
    g.taken |= set(range(first, last + 1))
    before = g.found[-1] if g.found else None
    if before is not None and before.form is Form.NAME and 0 <= span.start - before.span.end <= 3:
        g.found[-1] = replace(before, titles=(*before.titles, span))


def _joined_text(g: Gathering, first: int, last: int) -> str:
    return "".join(t.text for t in g.parse.tokens[first : last + 1])


def _many(g: Gathering, token: Token) -> bool:
    """Whether a name with an article looks like a plural that is no body's, place's or country's."""
    word = token.lower
    plain = word.endswith("s") and not word.endswith("ss") and not token.text.isupper()
    return plain and word not in g.words.bodies | g.words.places and not gazetteer().known(word)


def _own_end(named: Sequence[Token]) -> Token:
    """The last word of a name before its ``of``: that of ``League of River States`` is ``League``."""
    end = next((at for at, t in enumerate(named) if at and t.lower in ("of", "for")), len(named))
    return named[end - 1]


def _agreeing(g: Gathering, head: Token) -> str:
    """Whether the verb of a name that is its subject shows one or many; nothing where several are joined.

    What a word in small letters describes without an article are many, too: ``congressional Reedists``.
    """
    tokens = g.parse.tokens
    described = any(tokens[at].dep == "amod" and tokens[at].text[0].islower() for at in head.children)
    if described and not any(tokens[at].dep == "det" for at in head.children):
        return "p"
    if head.dep not in ("nsubj", "nsubjpass") or any(tokens[at].dep == "conj" for at in head.children):
        return ""
    verb = tokens[head.head]
    helping = [tokens[at] for at in verb.children if tokens[at].dep in ("aux", "auxpass") and at > head.index]
    for token in (*helping, verb):
        if token.lower in ONE or token.tag == "VBZ":
            return "s"
        if token.lower in SEVERAL or token.tag == "VBP":
            return "p"
    return ""


def _led(g: Gathering, at: int, last: int) -> str:
    """The word that leads a name, past one word that only describes it: ``in`` of ``in neutral Querrane``."""
    tokens = g.parse.tokens
    before = tokens[at - 1] if at else None
    acts = any(t.tag[:2] == "VB" for t in tokens[last + 1 : last + 2])  # ``In public Fisk said``
    if before is not None and at > 1 and before.dep == "amod" and before.text[0].islower() and not acts:
        return tokens[at - 2].lower
    return before.lower if before is not None else ""
