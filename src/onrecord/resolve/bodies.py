"""Whether two names are one body's or one state's: word order, acronyms, the state in front, spellings, parts."""

import re
from functools import cache

from onrecord.resolve.forms import GENERIC, OF_ANY, BodyName, Form
from onrecord.resolve.verdict import NOTHING, Verdict
from onrecord.resolve.words import skeleton, variant

PEOPLE = re.compile(r"(?:an|ian|ish|ese|i|ic|ans|ians)$")
STEM = 4
SAME_STATE = 0.96
SAME = 0.95
STATE_LEFT_OUT = 0.86
LETTERS = 0.85
SPELLING = 0.82
OFFICE = 0.82
ELSEWHERE = 0.7
SHORT = 0.6
CAPITAL = 0.55
LIKE = 0.75


def compare_bodies(a: Form, b: Form) -> Verdict:
    """How surely two forms name one body, state or group; the best pair of names decides."""
    if a.state and b.state:
        same = a.state == b.state
        return Verdict(SAME_STATE, "names of the same state") if same else Verdict(0.0, "two states", apart=True)
    if a.state or b.state or a.seat != b.seat:
        return _capital(a, b)
    found = [_names(*sorted((p, q), key=str)) for p in a.bodies for q in b.bodies]
    found += [_acronym(short, name) for f, g in ((a, b), (b, a)) for short in f.acronyms for name in g.bodies]
    found += [Verdict(SAME, "the same acronym", short=True) for short in a.acronyms if short in b.acronyms]
    best = max(found, key=lambda verdict: (verdict.score, verdict.apart, verdict.reason), default=NOTHING)
    if best.reason == OFFICE_REASON and a.setting and b.setting and not set(a.setting) & set(b.setting):
        return Verdict(ELSEWHERE, "the same name of an office in reports on different states")
    return best


OFFICE_REASON = "the same name of an office, in reports on the same states or on none"


@cache
def _names(p: BodyName, q: BodyName) -> Verdict:
    """Two names that are no acronyms."""
    if p.key == q.key:
        return _same_words(p, q)
    if p.state == q.state or not p.state or not q.state:
        if _one_people(p, q):
            return Verdict(STATE_LEFT_OUT, "the same kind of body of a place and of those named after it")
        if _spelt_alike(p.core, q.core):
            return Verdict(SPELLING, "spellings of one name")
        return _part(p, q)
    return NOTHING


def _same_words(p: BodyName, q: BodyName) -> Verdict:
    """Two names with the same telling words."""
    if p.is_generic:
        return Verdict(0.0, "a word that many bodies share")
    if p.state != q.state:
        if p.state and q.state:
            return Verdict(0.0, "the same kind of body of two states", apart=True)
        return Verdict(STATE_LEFT_OUT, "the same name, one with the state in front", short=True)
    if p.is_office:
        return Verdict(OFFICE, OFFICE_REASON, short=True)
    return Verdict(SAME, "the same name")


def _acronym(short: str, name: BodyName) -> Verdict:
    """An acronym beside a name with these initials; two letters say too little, unless a report gives both."""
    if short not in name.letters or len(short) < 3:
        return NOTHING
    return Verdict(LETTERS, "an acronym and a name with these initials", short=True)


def _spelt_alike(p: tuple[str, ...], q: tuple[str, ...]) -> bool:
    """Whether all words are the same but for spelling, in the same order; short single words are never."""
    if len(p) != len(q) or min(len(" ".join(p)), len(" ".join(q))) < 6:
        return False
    if any(_people_of(a, b) or _people_of(b, a) for a, b in zip(p, q, strict=True)):
        return False
    return all(a == b or (variant(a, b) >= LIKE and len(skeleton(a)) > 2) for a, b in zip(p, q, strict=True))


def _one_people(p: BodyName, q: BodyName) -> bool:
    """Whether two names say the same kind of body of one owner: ``Torvela’s`` and ``the Torvelan health ministry``."""
    if p.state or q.state or len(p.core) < 2 or not OF_ANY.issuperset(p.core[1:]) or p.core[1:] != q.core[1:]:
        return False
    return _people_of(p.core[0], q.core[0]) or _people_of(q.core[0], p.core[0])


def _people_of(word: str, place: str) -> bool:
    """Whether a word is made from another by an ending for people (``torvelan``), so that it is no spelling of it."""
    ending = PEOPLE.search(word)
    if ending is None or word == place or PEOPLE.search(place):
        return False
    return place.startswith(word[: ending.start()][:STEM])


def _part(p: BodyName, q: BodyName) -> Verdict:
    """A name inside a longer one: a short form of it where the head is the same, else a part of that body or so."""
    shorter, longer = sorted((p, q), key=lambda name: (len(name.core), name.core))
    size = len(shorter.core)
    if size >= len(longer.core):
        return NOTHING
    if longer.core[-size:] == shorter.core and size > 1:
        return Verdict(SHORT, "the same name, one with more words in front", short=True)
    if longer.core[:size] == shorter.core and not shorter.is_generic:
        if longer.core[size] in GENERIC or len(longer.core) == size + 1:
            return Verdict(0.0, "a body and a part of it, or something named after it", related=True)
        return Verdict(SHORT - 0.05, "the same name, one with more words behind")
    return NOTHING


def _capital(a: Form, b: Form) -> Verdict:
    """A capital that speaks beside its state, or beside the capital that does not: two readings of one word."""
    if (a.state or b.state) and (a.state or b.state) in (a.seat, b.seat):
        return Verdict(CAPITAL, "a capital, which may stand for the government there", short=True)
    if set(a.names) & set(b.names):
        return Verdict(CAPITAL, "a capital, once the place and once, it seems, the government there", apart=True)
    return NOTHING
