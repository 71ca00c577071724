"""Words in a run of names that are none of the name: ``Reedist Ann Berk``, ``Ann Berk D-Norrin``, ``Divers said``.

No list of parties or peoples is kept: the report shows, by a plural or an adjective, that a word is one for people.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.analyse.actor_words import actor_words
from onrecord.analyse.gazetteer import gazetteer
from onrecord.analyse.name_forms import Key, key_of, word_places
from onrecord.analyse.seen import Mentions, Seen
from onrecord.engine.parse import COMMON, lemma
from onrecord.engine.tagger_names import common_in, common_words
from onrecord.model.span import Span
from onrecord.model.terms import ActorType, Form

OF_PEOPLE = re.compile(r"(?:an|ist|crat|ite)$")
AFFILIATION = re.compile(r"[A-Z]-[A-Z][A-Za-z.]{0,7}")


def read_leads(text: str, mentions: Mentions) -> None:
    """Cut from every name what only says which people or party somebody is of; a plain word that opens is none."""
    named = [one for one in mentions.seen if one.form is Form.NAME]
    members = _members(named, mentions.adjectives)
    known = {key_of(one.words) for one in named}
    plain = _plain(text, named)
    made = [_read(text, one, members, known, plain) if one.form is Form.NAME else one for one in mentions.seen]
    if any(new is not old for new, old in zip(made, mentions.seen, strict=True)):
        mentions.replace(made)


def _read(text: str, one: Seen, members: set[str], known: set[Key], plain: set[str]) -> Seen:
    if len(one.words) == 1:
        return _as_phrase(one) if one.noun in plain else one
    if AFFILIATION.fullmatch(one.words[-1]):
        one = _cut(text, one, 0, len(one.words) - 1)
    at = _lead(one, members, known) if members else 0
    return _cut(text, one, at, len(one.words)) if at else one


def _members(named: Sequence[Seen], adjectives: set[str]) -> set[str]:
    """Words for one of a people or party: their plural stands in the report, or they only stand before nouns."""
    single: dict[str, list[Seen]] = {}
    for one in named:
        if len(one.words) == 1:
            single.setdefault(one.words[0].lower(), []).append(one)
    found = set()
    for word, seen in single.items():
        if any(one.gender or one.type is ActorType.PERSON for one in seen):
            continue
        if word.endswith("s") and any("p" in (one.number, one.agrees) or one.article for one in seen):
            found.add(word[:-1])
        elif all(one.role == "part" for one in seen):
            found |= {word} if OF_PEOPLE.search(word) else {word[:-2]} if word.endswith("cratic") else set()
    found |= {word[:-2] for word in adjectives if word.endswith("cratic")}
    words = actor_words()
    none = words.bodies | words.places | words.titles
    return {word for word in found - none if not gazetteer().known(word) and not gazetteer().demonym(word)}


def _lead(one: Seen, members: set[str], known: set[Key]) -> int:
    """Where the name proper begins behind a word for one of a people or party; 0 where there is none."""
    low = [word.lower() for word in one.words]
    at = next((at for at in range(len(low) - 1, 0, -1) if low[at - 1] in members), 0)
    rest = tuple(low[at:])
    words = actor_words()
    none = words.bodies | words.places | words.departments | words.things | words.documents
    if not at or not none.isdisjoint(rest) or any(word in gazetteer().demonyms for word in rest):
        return 0
    others = known - {key_of(one.words)}
    if len(rest) > 1:
        return at
    return at if any(other[-1:] == rest for other in others) else 0


def _cut(text: str, one: Seen, first: int, end: int) -> Seen:
    """The name with some of its words only; those before and behind are a description of a person."""
    places = word_places(text, one.span, one.words)
    span = Span(places[first].start, places[end - 1].end)
    beside = [Span(places[0].start, places[first - 1].end)] if first else []
    beside += [Span(places[end].start, places[-1].end)] if end < len(places) else []
    words = one.words[first:end]
    return replace(
        one,
        span=span,
        head=one.head if span.holds(one.head) else places[end - 1],
        words=words,
        noun=words[-1].lower(),
        titles=tuple(sorted({*one.titles, *beside})),
        type=ActorType.PERSON,
        article=False,
        opening=one.opening and not first,
    )


def _plain(text: str, named: Sequence[Seen]) -> set[str]:
    """Plain words, or ones that the report prints small too, with a capital only from the sentences that they open."""
    seen: dict[str, list[bool]] = {}
    for one in named:
        if len(one.words) == 1:
            bare = one.opening and not one.titles and not one.type and one.words[0][1:].islower()
            seen.setdefault(one.words[0].lower(), []).append(bare)
    found = {word for word, bare in seen.items() if all(bare)}
    ends = {word.lower() for one in named if len(one.words) > 1 for word in one.words}
    found -= ends | actor_words().titles
    common = common_words(COMMON)
    plain = found & common_in(text, common) if found & common else set()
    rest = {word: rf"\b(?:{re.escape(word)}|{re.escape(lemma(word, 'noun'))})\b" for word in found - common}
    return plain | {word for word, small in rest.items() if lemma(word, "noun") in common or re.search(small, text)}


def _as_phrase(one: Seen) -> Seen:
    """The word as a noun phrase that brings in somebody new."""
    kind = actor_words().kind(one.noun)
    number = "p" if one.noun.endswith("s") and not one.noun.endswith("ss") else "s"
    kind = ActorType.GROUP if number == "p" and kind is ActorType.PERSON else kind
    words = tuple(word.lower() for word in one.words)
    return replace(one, form=Form.NOMINAL, words=words, number=number, type=kind, definite=False)
