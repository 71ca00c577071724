"""Whom a noun phrase stands for: the holder of an office, a body named before, the same phrase before; or nobody."""

import re

from onrecord.analyse.actor_words import actor_words
from onrecord.analyse.chained import Chained
from onrecord.analyse.entities import Entity, Link
from onrecord.analyse.mention_members import shows_member
from onrecord.analyse.seen import Seen
from onrecord.model.span import Span
from onrecord.model.terms import ActorType, Form

BACK = 8
APART = 0.09
WHOSE = re.compile(r"([A-Z]\w+)[’']s?\b")
SPECIAL = {
    "committee",
    "panel",
    "commission",
    "council",
    "board",
    "department",
    "ministry",
    "tribunal",
    "union",
    "party",
}
"""Nouns that a body without such a noun in its name is seldom called by, unless the name is short for one."""
GENERAL = SPECIAL | {
    "group", "organisation", "organization", "company", "firm", "agency", "body", "movement", "institution",
}  # fmt: skip
"""Nouns that may stand for a body whose name has no such word; with words of their own they say of which kind."""
LETTERS = 5
LOOSE = {"top", "new", "old", "own", "same", "other", "more", "two", "main", "so-called", "late", "early"}


def nominal(made: Chained, number: int) -> None:
    """Join one noun phrase to the chain it stands for, or make it a chain of its own, with the reason."""
    one = made.seen[number]
    if not one.definite:
        made.start(number, Link(0.9, "a phrase that brings in somebody new", "new"))
        return
    for rule in (_office, _member, _same_phrase, _named_so, _general):
        found = rule(made, number)
        if isinstance(found, Link):
            made.start(number, found)
            return
        if found is not None:
            made.join(number, *found)
            return
    made.start(number, Link(0.6, "no earlier name or phrase fits", "no-antecedent"))


def same_side(word: str, known: set[str]) -> bool:
    """Whether a word stands beside the title elsewhere: ``Velland’s`` and ``Vellandic`` are one side."""
    return any(word[:5] == other[:5] for other in known)


def _office(made: Chained, number: int) -> tuple[Entity, Link] | Link | None:
    """The one person whom the report gives this office and side; nobody where it gives it to none or to several."""
    one = made.seen[number]
    if not one.offices or one.type is not ActorType.PERSON or one.number == "p" or one.noun not in actor_words().titles:
        return None
    sides = one.sides - LOOSE
    holders = [
        entity
        for entity in made.entities()
        if entity.titled and one.offices - {"former", "then"} <= entity.offices
        and all(same_side(side, entity.sides) for side in sides)
    ]  # fmt: skip
    if not sides and _several_seats(made, one):
        return Link(0.5, "the report gives this title to several people", "title-of-several")
    if len(holders) == 1 and _another(made, one, holders[0]):
        return None
    if len(holders) == 1:
        shown = next(
            s
            for n in holders[0].members
            if (s := made.seen[n]).offices >= one.offices - {"former", "then"} or s.offices
        )
        return holders[0], Link(
            0.8, "the one person whom the report gives this title", "title", (*shown.titles, shown.span)
        )
    if holders:
        return Link(0.5, "the report gives this title to several people", "title-of-several")
    return None


def _another(made: Chained, one: Seen, holder: Entity) -> bool:
    """Whether somebody else has been brought in by this office since its named holder: ``an aide … the aide``."""
    for before in reversed(made.order):
        if made.entity[before] is holder:
            return False
        other = made.seen[before]
        if other.form is Form.NOMINAL and other.noun == one.noun and not other.definite and other.number == one.number:
            return True
    return False


def _member(made: Chained, number: int) -> tuple[Entity, Link] | None:
    """The one person whom the report calls so, or the one just named: ``the Torvela Reedist``."""
    one = made.seen[number]
    if one.type is not ActorType.PERSON or one.number == "p" or not one.span.cut(made.text).split()[-1][0].isupper():
        return None
    if one.offices or one.noun in actor_words().titles:
        return None
    called: dict[int, tuple[Entity, Span]] = {}
    for before in made.order:
        titles = made.seen[before].titles if made.entity[before].human else ()
        for title in titles:
            if shows_member(made.text, title, one):
                called[id(made.entity[before])] = (made.entity[before], title)
    if len(called) == 1:
        entity, title = next(iter(called.values()))
        return entity, Link(0.78, "the one person whom the report describes so", "member", (title,))
    near = {id(entity): (entity, made.seen[at].span) for at, entity in _near(made, number) if _may_be(made, at, one)}
    if len(near) == 1:
        entity, span = next(iter(near.values()))
        return entity, Link(0.65, "the one person just named whom this may describe", "member-near", (span,))
    return None


def _may_be(made: Chained, at: int, one: Seen) -> bool:
    """Whether a mention shortly before is a named person who acts there."""
    other, entity = made.seen[at], made.entity[at]
    return (
        entity.named
        and entity.type is ActorType.PERSON
        and "p" not in (entity.number, other.number)
        and other.role == "subject"
        and other.span.end <= one.span.start
    )


def _several_seats(made: Chained, one: Seen) -> bool:
    """Whether the report speaks of this office of several owners."""
    owners = {
        made.text[s.owner.start : s.owner.start + 5].lower()
        for s in made.seen
        if s.form is Form.NOMINAL and s.noun == one.noun and s.owner is not None and made.text[s.owner.start].isupper()
    }
    for other in made.seen:
        if other.form is Form.NAME and one.noun in other.offices:
            owners |= {match[1][:5].lower() for t in other.titles for match in WHOSE.finditer(t.cut(made.text))}
    return len(owners) > 1


def _owner(made: Chained, one: Seen) -> Entity | None:
    at = made.at(one.owner) if one.owner else None
    return made.entity.get(at) if at is not None else None


def _same_phrase(made: Chained, number: int) -> tuple[Entity, Link] | None:
    """An earlier phrase with the same head whose other words do not speak against it."""
    one = made.seen[number]
    owner = _owner(made, one)
    sides = {s for s in one.sides - LOOSE if not one.written or _capital(made, one, s)}
    for before in made.before(number):
        other = made.seen[before]
        if abs(one.passage - other.passage) > BACK:
            break
        if other.form is not Form.NOMINAL or other.number != one.number:
            continue
        if other.noun != one.noun and not (one.written and other.written and other.noun == "one"):
            continue
        known = made.entity[before].sides | other.sides
        if owner is not _owner(made, other) and (owner is not None or one.owner is not None):
            continue
        if all(same_side(side, known) for side in sides) and one.offices <= other.offices | made.entity[before].offices:
            sure = 0.8 if other.sides == one.sides else 0.7
            return made.entity[before], Link(sure, "an earlier phrase with the same head", "same-head", (other.span,))
    return None


def _capital(made: Chained, one: Seen, word: str) -> bool:
    return word[0].isdigit() is False and word.capitalize() in one.span.cut(made.text)


def _named_so(made: Chained, number: int) -> tuple[Entity, Link] | None:
    """A body whose name ends in this noun, or that was described by it."""
    one = made.seen[number]
    if one.number == "p" or one.type is ActorType.PERSON or one.owner is not None:
        return None
    sides = one.sides - LOOSE
    for before in made.before(number):
        other, entity = made.seen[before], made.entity[before]
        if abs(one.passage - other.passage) > BACK:
            break
        if other.form is not Form.NAME or entity.human or other.role == "part":
            continue
        words = {word for key in entity.keys for word in key}
        if (any(key[-1] == one.noun for key in entity.keys) or one.noun in entity.nouns) and all(
            same_side(side, words | entity.sides) for side in sides
        ):
            return entity, Link(0.78, "a body whose name or description has this noun", "named-so", (other.span,))
    return None


def _general(made: Chained, number: int) -> tuple[Entity, Link] | Link | None:
    """The one body, state or place just named that a general word (``the group``, ``the country``) may stand for."""
    one = made.seen[number]
    if one.number == "p" or one.owner is not None or one.words[0] not in ("the", "this", "that"):
        return None
    if any(word[:1].isupper() for word in made.text[one.head.end : one.span.end].split()):
        return None  # ``the ministry in Hadrel`` says itself which one it is
    own = {side for side in one.sides - LOOSE if _proper(made, one, side)}
    fits: dict[Entity, float] = {}
    shown: dict[Entity, Span] = {}
    distance, last = 0, one.sentence
    for before, entity in _near(made, number):
        other = made.seen[before]
        if other.sentence != last:
            distance, last = distance + 1, other.sentence
        if _covers(made, one, entity) and (not own or _sided(one, own, entity)):
            score = 0.75 - 0.1 * distance - (0 if other.role in ("subject", "owner") else 0.12)
            if score > fits.get(entity, 0.0):
                fits[entity], shown[entity] = score, other.span
    ranked = sorted(fits.items(), key=lambda item: -item[1])
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < APART:
        return Link(0.4, "a general word that may stand for several just named", "general-of-several")
    best, score = ranked[0]
    sure = round(max(0.4, score), 2)
    return best, Link(sure, "the one just named that this word may stand for", "general", (shown[best],))


def _proper(made: Chained, one: Seen, word: str) -> bool:
    """Whether a word of a phrase has a capital that is not the one of its sentence."""
    found = re.search(rf"\b{re.escape(word)}", one.span.cut(made.text), re.I)
    return found is not None and found[0][0].isupper() and one.span.start + found.start() > one.sentence


def _sided(one: Seen, own: set[str], entity: Entity) -> bool:
    """Whether names that say whose a body is fit an entity: ``the Torvelan government`` is not Ardvania's.

    What is called otherwise (``the Velland group`` for a Front) may be the one named.
    """
    known = entity.sides | {word for key in entity.keys for word in key}
    if all(same_side(side, known) for side in own):
        return True
    return one.noun not in entity.nouns and not any(one.noun in key for key in entity.keys)


def _near(made: Chained, number: int) -> list[tuple[int, Entity]]:
    one = made.seen[number]
    found = []
    for before in reversed(made.order):
        other = made.seen[before]
        if one.passage - other.passage > 2:
            break
        if other.role == "part" or (other.quotation is not None and other.quotation != one.quotation):
            continue
        found.append((before, made.entity[before]))
    return found


def _in_letters(made: Chained, entity: Entity) -> bool:
    """Whether a body is named by letters that may be short for its noun: ``the FDC … the commission``."""
    return any(span.cut(made.text).isupper() and len(span.cut(made.text)) <= LETTERS for span in entity.keys.values())


def _covers(made: Chained, one: Seen, entity: Entity) -> bool:
    words = actor_words()
    if one.type is ActorType.STATE:
        return entity.type is ActorType.STATE and entity.named
    if one.type is ActorType.PLACE:
        return (
            entity.type is ActorType.PLACE
            and entity.named
            and one.noun in ("city", "town", "village", "capital", "region")
        )
    if one.type is not ActorType.ORGANISATION or entity.human or not (entity.named or entity.nouns):
        return False
    if entity.type not in (ActorType.ORGANISATION, None):
        return False
    known = entity.nouns | {key[-1] for key in entity.keys}
    named = {word for key in entity.keys for word in key}
    strange = one.sides - LOOSE - known - named - entity.sides
    own = {key[-1] for key in entity.keys}
    if one.noun in known or any(words.alike(one.noun, noun) for noun in (own if strange else known)):
        return True
    general = any(one.noun in kind for kind in words.stands_for)
    return (
        general
        and entity.named
        and not any(noun in words.nouns for noun in known)
        and one.noun in GENERAL
        and not strange
        and (one.noun not in SPECIAL or _in_letters(made, entity))
    )
