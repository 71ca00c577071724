"""Descriptions that look like names: ``the Torvela Reedist`` in a report that also speaks of ``Reedists``.

No list of parties or peoples is kept: the report itself shows, by the plural, that a word is one for many people.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.analyse.actor_words import actor_words
from onrecord.analyse.gathering import DEFINITE
from onrecord.analyse.gazetteer import gazetteer
from onrecord.analyse.seen import Mentions, Seen
from onrecord.model.span import Span
from onrecord.model.terms import ActorType, Form, ZoneKind

LEAD = re.compile(r"\b((?:the|a|an|another|this|that|one|no|every)\b(?:[ -][a-z]+){0,2})\s$", re.IGNORECASE)

RANK = re.compile(r"^(?:another|one|no|every)\b|\b(?:ranking|top|senior|leading|moderate|fellow|lone|junior|veteran)$")
FORMED = re.compile(r"(?:[lmn]ist|publican|crat)$")
"""Endings of words for one of a party that hardly any surname has."""
AFFILIATED = re.compile(r"([A-Z])-([A-Z][A-Za-z.]{0,7})")


def describe_members(text: str, mentions: Mentions) -> None:
    """Make every name that only says which party or people somebody belongs to a noun phrase of a person."""
    members = _member_words(mentions.seen) | _ranked(text, mentions.seen)
    if not members:
        return
    beside = {title for one in mentions.seen for title in one.titles}
    made: list[Seen] = []
    for one in mentions.seen:
        fits = one.form is Form.NAME and one.noun in members
        described = _described(text, one) if fits else None
        if described is None or not any(title.holds(described.head) for title in beside):
            made.append(described or one)  # words of office belong to the name that they stand beside
    mentions.replace(made)


def _member_words(seen: Sequence[Seen]) -> set[str]:
    """Words that stand in the plural too and never alone without an article, as a surname does."""
    words = actor_words()
    named = [one for one in seen if one.form is Form.NAME]
    plurals = {one.words[-1].lower() for one in named if one.words[-1].lower().endswith("s")}
    plurals |= {one.noun for one in seen if one.form is Form.NOMINAL and one.noun.endswith("s")}
    known = words.bodies | words.places | words.departments | words.titles
    singles = {
        one.noun for one in named if one.noun + "s" in plurals or (one.article and FORMED.search(one.noun))
    } - known
    return singles - set(_surnames(named))


def _ranked(text: str, seen: Sequence[Seen]) -> set[str]:
    """Words that never stand without an article, and once for one of several: ``the ranking Reedist``."""
    words = actor_words()
    led: dict[str, list[str]] = {}
    for one in seen:
        if one.form is Form.NAME and len(one.words) == 1 and one.zone is not ZoneKind.HEADLINE:
            lead = LEAD.search(text, max(0, one.span.start - 60), one.span.start)
            led.setdefault(one.noun, []).append(lead[1].lower() if lead else "")
    known = words.bodies | words.places | words.departments | words.titles
    found = {noun for noun, leads in led.items() if all(leads) and any(RANK.search(lead) for lead in leads)}
    return {noun for noun in found - known if not gazetteer().known(noun)}


def _surnames(named: Sequence[Seen]) -> Iterator[str]:
    """Last words of names that bear a title or act without an article."""
    for one in named:
        bare = one.role in ("subject", "owner") and not one.article and one.zone is not ZoneKind.HEADLINE
        if not one.article and (one.type is ActorType.PERSON or one.gender or (bare and len(one.words) == 1)):
            yield one.noun


def _described(text: str, one: Seen) -> Seen | None:
    """The noun phrase with its article; None where no article leads it or another word follows it."""
    lead = LEAD.search(text, max(0, one.span.start - 60), one.span.start)
    if lead is None or one.role == "part" or one.number == "p" or (len(lead[1]) > 1 and lead[1].isupper()):
        return None
    span = Span(lead.start(), one.span.end)
    words = tuple(word.lower() for word in span.cut(text).split())
    return replace(
        one,
        span=span,
        form=Form.NOMINAL,
        words=words,
        number="s",
        type=ActorType.PERSON,
        sides=frozenset(words[1:-1]),
        definite=words[0] in DEFINITE,
        article=False,
        titles=(),
    )


def shows_member(text: str, title: Span, one: Seen) -> bool:
    """Whether words beside a name say what a description says: ``a Torvela Reedist``, or ``(R-Torv.)`` in brackets."""
    *where, noun = [word for word in one.span.cut(text).split()[1:] if word[0].isupper()]
    words = re.findall(r"[\w.-]+", title.cut(text))
    if noun in words:
        return all(place in words for place in where)
    short = AFFILIATED.fullmatch(words[0]) if len(words) == 1 else None
    return bool(short and where and noun.startswith(short[1]) and _abbreviates(short[2], where))


def _abbreviates(short: str, where: Sequence[str]) -> bool:
    """Whether letters are some of those of one word in their order, or the first ones of several: ``Ky``, ``N.C.``."""
    letters = short.replace(".", "").lower()
    if len(where) > 1 and letters == "".join(word[0] for word in where).lower():
        return True
    rest = iter("".join(where).lower())
    return where[0].lower().startswith(letters[:1]) and all(letter in rest for letter in letters)
