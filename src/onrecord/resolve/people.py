"""Whether two names are one person's: full names, surnames, initials, short first names, spellings."""

from functools import cache
from typing import TYPE_CHECKING

from onrecord.model.terms import ActorType
from onrecord.resolve.forms import Form, PersonName
from onrecord.resolve.verdict import NOTHING, Verdict
from onrecord.resolve.words import sounded, variant

if TYPE_CHECKING:
    from nicknames import NickNamer

SAME = 0.98
MIDDLE = 0.94
SHORT_FIRST = 0.86
INITIAL = 0.84
SURNAME = 0.85
SINGLE = 0.82
SPELLING = 0.83
MISREAD = 0.81
DOUBLE = 0.65
GUESS = 0.6
LIKE = 0.8


def compare_people(a: Form, b: Form) -> Verdict:
    """How surely two forms name one person; the best pair of names decides, an equal full name over any other."""
    against = bool(a.gender and b.gender and a.gender != b.gender)
    full = [_full(*sorted((p, q), key=str)) for p in a.people for q in b.people]
    best = max(full, key=lambda verdict: (verdict.score, verdict.reason), default=NOTHING)
    if full and not best.score:
        return max(full, key=lambda verdict: (verdict.apart, verdict.reason))
    if not full:
        best = _single(a, b) if not against else NOTHING
    if against and best.score >= MIDDLE:
        return Verdict(
            MISREAD, f"{best.reason}; that one report has he and one she is likely misread", short=best.short
        )
    if against and best.score:
        return Verdict(0.0, "one name, but he in one report and she in the other", True)
    return best


@cache
def _full(p: PersonName, q: PersonName) -> Verdict:
    """Two full names."""
    if p == q:
        return Verdict(SAME, "the same full name", short=p.is_initial)
    last = variant(p.last, q.last)
    if not last:
        return _double(p, q)
    if p.suffix and q.suffix and p.suffix != q.suffix:
        return Verdict(0.0, f"the same name, but {p.suffix} and {q.suffix}", apart=True)
    first = _first(p.given, q.given)
    if not first.score:
        return Verdict(0.0, "the same last name with different first names", apart=True) if last == 1 else NOTHING
    if _middles_differ(p.given[1:], q.given[1:]):
        return Verdict(0.0, "the same first and last name with different middle names", apart=True)
    if last < 1:
        sure = first.score >= MIDDLE and sounded(p.last) == sounded(q.last)
        return Verdict(SPELLING if sure else GUESS, "the same first name, spellings of one last name")
    if p.suffix != q.suffix:
        return Verdict(min(GUESS + 0.1, first.score), f"the same name, one of them with {p.suffix or q.suffix}")
    return first


def _first(p: tuple[str, ...], q: tuple[str, ...]) -> Verdict:
    """Two people's given names, their last names being one."""
    one, two = p[0], q[0]
    if one == two:
        return Verdict(MIDDLE, "the same first and last name, one with a middle name", short=True)
    if len(one) == 1 or len(two) == 1:
        hit = one[0] == two[0]
        return Verdict(INITIAL, "an initial and a first name", short=True) if hit else NOTHING
    if short_names(one) & short_names(two):
        return Verdict(SHORT_FIRST, "a first name and a short form of it", short=True)
    if variant(one, two):
        sure = sounded(one) == sounded(two)
        return Verdict(SPELLING if sure else GUESS, "the same last name, spellings of one first name")
    if one in q[1:] or two in p[1:]:
        return Verdict(GUESS, "the first name of one is a middle name of the other")
    return NOTHING


def _middles_differ(p: tuple[str, ...], q: tuple[str, ...]) -> bool:
    """Whether both give middle names and no one of them goes with one of the other."""
    return bool(p and q) and not any(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a in p for b in q)


def _double(p: PersonName, q: PersonName) -> Verdict:
    """A name with two last names beside one that gives only the first of them."""
    shorter, longer = sorted(((*p.given, p.last), (*q.given, q.last)), key=len)
    if len(shorter) == 2 and len(longer) == 3 and longer[:2] == shorter and len(shorter[1]) > 1:
        return Verdict(DOUBLE, "the same first name; the last name of one is the middle of the other", short=True)
    return NOTHING


def _single(a: Form, b: Form) -> Verdict:
    """A surname alone beside a full name, or beside another surname alone."""
    if "n" in (a.gender, b.gender):
        return NOTHING
    if a.people or b.people:
        full, alone = (a, b) if a.people else (b, a)
        lasts = {name.last for name in full.people} | set(full.singles)
        if set(alone.singles) & lasts:
            known = any(one.sure and one.type is ActorType.PERSON for one in (a, b)) or {a.gender, b.gender} & {
                "m",
                "f",
            }
            may = alone.type in (ActorType.PERSON, None) or alone.gender in ("m", "f")
            score = SURNAME if may and known else GUESS
            return Verdict(score, "a last name and a full name with it", short=True)
        near = max((variant(x, y) for x in alone.singles for y in lasts), default=0.0)
        return Verdict(GUESS, "spellings of one last name", short=True) if near >= LIKE else NOTHING
    if set(a.singles) & set(b.singles):
        return Verdict(SINGLE, "the same single name", short=True)
    near = max((variant(x, y) for x in a.singles for y in b.singles), default=0.0)
    return Verdict(GUESS, "spellings of one single name", short=True) if near >= LIKE else NOTHING


@cache
def short_names(first: str) -> frozenset[str]:
    """A first name and the English names that it is short for, by the list of ``nicknames`` (Apache-2.0)."""
    return frozenset({first, *_nicknames().canonicals_of(first)})


@cache
def _nicknames() -> "NickNamer":
    from nicknames import NickNamer

    return NickNamer()
