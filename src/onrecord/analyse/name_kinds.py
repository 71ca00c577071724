"""What kind of actor the names of one report stand for, and which of them stand for none."""

import re
from typing import TYPE_CHECKING

from onrecord.analyse.actor_words import ActorWords, actor_words
from onrecord.analyse.entities import Entity
from onrecord.analyse.gazetteer import Gazetteer, gazetteer
from onrecord.analyse.name_forms import Key
from onrecord.engine.parse import COMMON
from onrecord.engine.tagger_names import common_words
from onrecord.model.terms import ActorType

if TYPE_CHECKING:
    from onrecord.analyse.name_book import NameBook

PEOPLE = re.compile(r"(?:an|ese|ish|i|ic|ite|ern)$")
ADJECTIVE = re.compile(r"(?:[ntsm]ic|ern|ish|ese|[lmn]ist|publican|crat)$")
"""Endings of adjectives that hardly any name has that only stands before nouns."""
STEM = 4
WATERS = {"river", "lake", "mount", "cape", "gulf", "strait"}
MODEL = re.compile(r"[a-z]+-\d+\w?")


def thing_name(key: Key, book: "NameBook") -> bool:
    """Whether a name is that of a law, a war, a vote, a vessel or a document, and none of an actor.

    A person may be called ``Law`` or ``Day``: without an article the words before must be plain ones, too.
    """
    words = actor_words()
    end = next((at for at, word in enumerate(key) if at and word in ("of", "on", "for")), len(key))
    last = key[end - 1]
    if last not in words.things | words.documents or last in words.bodies or book.titled(key):
        return False
    seen = [book.seen[number] for number in book.at[key]]
    if any(one.article or one.owner is not None for one in seen) or (
        len(key) > 1 and all(one.role == "part" for one in seen)
    ):
        return True
    plain = common_words(COMMON)
    return len(key) > 3 or (len(key) > 1 and (key[0] in plain or key[0] in words.departments))


def adjective_of(key: Key, book: "NameBook") -> Key:
    """The name in the report whose adjective a name is that only stands before nouns; itself where that is not named.

    ``Torvelan`` of Torvela, ``Reedist`` of the Reedists; ``Central American``. Nothing for all other names.
    """
    if book.titled(key):
        return ()
    word, parts = key[-1], [book.seen[number].role == "part" for number in book.at[key]]
    if not all(parts):
        said = _one_of(key, book) or (len(key) == 1 and ADJECTIVE.search(word) is not None)
        return key if said and 2 * sum(parts) >= len(parts) else ()
    if len(key) == 2 and (gazetteer().demonym(word) or ADJECTIVE.search(word) or book.plural.get((f"{word}s",))):
        return key
    if len(key) > 1 or gazetteer().known(word):
        return ()
    stem = word[: max(STEM, len(word) - 4)]
    for other in book.at:
        if len(other) == 1 and other != key and other[0].startswith(stem[: max(STEM, len(other[0]) - 2)]):
            if other[0].endswith("s") or book.plural[other] or word == f"{other[0]}ic":
                return key
            if PEOPLE.search(word) and not book.titled(other) and len(word) > len(other[0]):
                return other
    return key if ADJECTIVE.search(word) or f"{word}s" in book.printed else ()


def _one_of(key: Key, book: "NameBook") -> bool:
    """Whether a single word is one for one of many whom the report names: ``Reedist`` beside the Reedists."""
    many = (f"{key[0]}s",)
    return (
        len(key) == 1
        and book.plural.get(many, False)
        and not any(other[-1:] == key for other in book.at if other != key)
    )


def is_thing(entity: Entity, book: "NameBook") -> bool:
    """Whether all names of an entity are none of an actor."""
    words = actor_words()
    if entity.titled or not entity.keys:
        return False
    if entity.nouns and entity.nouns <= words.vessels:
        return True
    whole = max(len(key) for key in entity.keys if key not in book.people) if entity.keys - book.people.keys() else 0
    if any(key in book.things and len(key) == whole for key in entity.keys):
        return True
    return all(key in book.people or MODEL.fullmatch(key[-1]) for key in entity.keys)


def set_type(entity: Entity, book: "NameBook") -> None:
    """What kind of actor an entity is, and on what grounds."""
    if not _placed(entity, book):
        entity.type, entity.grounds = _kind(entity, book, actor_words(), gazetteer())
        if entity.type is ActorType.PERSON:
            entity.human = True
        elif entity.type is not None:
            entity.human = False


def _placed(entity: Entity, book: "NameBook") -> bool:
    """Whether the gazetteer knows an entity, whose type and features it then has."""
    if entity.titled:
        return False
    for key in entity.keys:
        name = " ".join(key)
        if country := book.country(key):
            entity.features["iso3166-1"] = country
            entity.type, entity.grounds = ActorType.STATE, "a country in the gazetteer"
            return True
        if country := gazetteer().capital(name):
            entity.features["capital"] = country
            entity.type, entity.grounds = ActorType.PLACE, "a capital in the gazetteer"
            seen = [book.seen[number] for number in entity.members]
            acts = any(one.role == "subject" for one in seen)
            entity.features["reading"] = "state" if acts and not any(one.inside for one in seen) else "place"
            return True
    if entity.keys and all(book.region(key) for key in entity.keys):
        entity.type, entity.grounds, entity.human = ActorType.PLACE, "a region in the gazetteer", False
        entity.features["region"] = book.region(next(iter(entity.keys)))
        return True
    return False


def _kind(entity: Entity, book: "NameBook", words: ActorWords, known: Gazetteer) -> tuple[ActorType | None, str]:
    """The type of an entity that the gazetteer does not know; the first sign that it shows tells."""
    seen, keys = [book.seen[number] for number in entity.members], list(entity.keys)
    if entity.titled or (entity.human and entity.offices):
        return ActorType.PERSON, "words of office stand beside the name"
    if entity.number == "p" or any(one.number == "p" for one in seen):
        return ActorType.GROUP, "a name in the plural"
    if any(w in words.bodies for key in keys for w in key) or entity.nouns - words.vessels:
        return ActorType.ORGANISATION, "a word in or beside the name that organisations bear"
    if any(key[-1] in words.places or (len(key) > 1 and key[0] in WATERS) for key in keys):
        return ActorType.PLACE, "a word in the name that places bear"
    if _letters(entity, book):
        return ActorType.ORGANISATION, "a name of capital letters"
    if any(one.realm for one in seen) and not entity.human:
        return ActorType.STATE, "its government, army or ministers are spoken of"
    if any(book.where(key) for key in keys) and not book.seldom(entity):
        kin = any(a.startswith(key[0][: max(4, len(key[0]) - 2)]) for key in keys for a in book.adjectives)
        entity.features["reading"] = "state" if any(one.role == "subject" for one in seen) else "place"
        if kin:
            return ActorType.STATE, "an adjective of the same stem"
        return ActorType.PLACE, "stands behind a word of place"
    if entity.human:
        return ActorType.PERSON, "a name of several words without article"
    article = any(one.article and (one.role != "part" or len(one.words) > 1) for one in seen)
    if article and not any(known.demonym(" ".join(key)) for key in keys):
        return ActorType.ORGANISATION, "a name with an article"
    return None, ""


def _letters(entity: Entity, book: "NameBook") -> bool:
    """Whether a name is always printed in capital letters."""
    prints = [(key, book.seen[n].words[-1]) for key in entity.keys for n in book.at[key]]
    return all(word.replace(".", "").isupper() and len(key[-1]) > 1 for key, word in prints)
