"""Who is who among the names of one report: short and full forms, acronyms, kinds of actors."""

from collections.abc import Iterable, Sequence

from onrecord.analyse.actor_words import actor_words
from onrecord.analyse.entities import Entity, Link
from onrecord.analyse.gazetteer import gazetteer
from onrecord.analyse.name_forms import (
    CHAMBERS,
    COMPANY,
    REASONS,
    SMALL,
    SURE,
    Key,
    acronym,
    acronymic,
    heads_body,
    key_of,
    short_first,
)
from onrecord.analyse.name_kinds import adjective_of, is_thing, set_type, thing_name
from onrecord.analyse.name_places import Regions
from onrecord.analyse.seen import Seen
from onrecord.model.terms import ActorType, Form, ZoneKind

NUMBERED = {"II", "III", "IV"}


class NameBook:
    """All names of one report, each with what its mentions show, joined into entities."""

    def __init__(self, seen: Sequence[Seen], adjectives: Iterable[str] = ()) -> None:
        self.seen = seen
        self.adjectives = frozenset(adjectives)
        self.body = {number for number, one in enumerate(seen) if one.zone is not ZoneKind.HEADLINE}
        self.at: dict[Key, list[int]] = {}
        for number, one in enumerate(seen):
            if one.form is Form.NAME:
                self.at.setdefault(key_of(one.words), []).append(number)
        self.printed = {w.lower() for one in seen if one.form is Form.NAME for w in one.words} | self.adjectives
        self.printed |= {one.noun for one in seen if one.form is Form.NOMINAL and not actor_words().kind(one.noun)}
        self._regions = Regions(self.at, self.adjectives)
        self.plural = {key: self._plural(key) for key in self.at}
        self.things = {key for key in self.at if thing_name(key, self)}
        self.people = {key: kin for key in self.at if (kin := adjective_of(key, self))}
        self.entity: dict[Key, Entity] = {}
        self.why: dict[Key, Link] = {}
        self.human = {key: self._human(key) for key in self.at}
        for key in sorted(self.at, key=lambda k: (-len(k), -len(" ".join(k)), k)):
            if key not in self.entity:
                self._place(key)
        for entity in self.entities():
            set_type(entity, self)
            entity.thing = is_thing(entity, self)

    def entities(self) -> list[Entity]:
        """Each entity once, in the order of the report."""
        unique = {id(entity): entity for entity in self.entity.values()}
        return sorted(unique.values(), key=lambda e: e.members[0])

    def link(self, number: int) -> tuple[Entity, Link]:
        """The entity of a name and why it is that."""
        key = key_of(self.seen[number].words)
        return self.entity[key], self.why[key]

    def _place(self, key: Key) -> None:
        found, link = self._fuller(key)
        entity = found or Entity()
        self.entity[key], self.why[key] = entity, link
        if link.rule not in ("headline", "adjective"):
            entity.keys[key] = self.seen[self.at[key][0]].span
        if link.rule in ("headline", "adjective") or self.adjectival(key):
            entity.adjectives.add(key)
        entity.members = sorted([*entity.members, *self.at[key]])
        entity.human = entity.human or self.human[key]
        for number in self.at[key]:
            one = self.seen[number]
            entity.offices |= one.offices if one.type is ActorType.PERSON else set()
            entity.nouns |= one.offices if one.type is not ActorType.PERSON else set()
            entity.sides |= one.sides
            entity.titled = entity.titled or (bool(one.titles) and one.type is ActorType.PERSON)
            entity.number = entity.number or one.number or ("p" if self.plural[key] else "")
            if one.gender:
                entity.genders[one.gender] += 1

    def _fuller(self, key: Key) -> tuple[Entity | None, Link]:
        """The entity of the one fuller name that a shorter one stands for."""
        own = Link(0.97, "the report gives this name", "name")
        country = self.country(key)
        kin = self.people.get(key)
        if kin and not country and kin != key and kin not in self.people and not self.human[kin]:
            if kin not in self.entity:
                self._place(kin)
            shown = (self.seen[self.at[kin][0]].span,)
            return self.entity[kin], Link(0.9, "the adjective of a name in the report", "adjective", shown)
        for other, entity in self.entity.items():
            if country and other in entity.keys and self.country(other) == country:
                return entity, Link(0.97, "another name of the same country", "country", (entity.keys[other],))
        bracketed = self._bracketed(key)
        if bracketed is not None:
            return bracketed
        if country:
            return None, own
        if self.body.isdisjoint(self.at[key]) and (known := self._headline(key)):
            return known
        found: dict[str, dict[int, tuple[Entity, Key, str]]] = {}
        for other, entity in self.entity.items():
            why = self._shortens(key, other) if other in entity.keys else ""
            if why and not self._differ(key, entity):
                found.setdefault(why, {}).setdefault(id(entity), (entity, other, why))
        best = next((found[why] for why in SURE if why in found), {})
        if len(best) == 1:
            entity, other, why = next(iter(best.values()))
            return entity, Link(SURE[why], REASONS[why], why, (entity.keys[other],))
        if "surname" in found:
            self.human[key] = True
            if (first := self._first_bearer(key, found["surname"].values())) is not None:
                return first
        if found:
            return None, Link(0.6, "several fuller names in the report have this form", "name-of-several")
        return None, own

    def _first_bearer(self, key: Key, bearers: Iterable[tuple[Entity, Key, str]]) -> tuple[Entity, Link] | None:
        """The one of several with a surname who is named before the body first prints it alone."""
        first = min((self.seen[n].span for n in self.at[key] if n in self.body), default=None)
        if first is None:
            return None
        before = [
            (entity, shown)
            for entity, _, _ in bearers
            if (shown := min((self.seen[n].span for n in entity.members if n in self.body), default=first)) < first
        ]
        if len(before) != 1:
            return None
        entity, shown = before[0]
        return entity, Link(0.8, "the one with this surname whom the report names before it", "surname", (shown,))

    def _headline(self, key: Key) -> tuple[Entity, Link] | None:
        """A name that a headline of capitals runs into its verb: ``Northshore Energy Caves`` is Northshore Energy."""
        for size in range(len(key) - 1, 0, -1):
            for part in (key[:size], key[-size:]):
                body = [n for n in self.at.get(part, ()) if n in self.body]
                if body and (size > 1 or part == key[:size]):
                    if part not in self.entity:
                        self._place(part)
                    shown = (self.seen[body[0]].span,)
                    return self.entity[part], Link(0.7, "a headline runs this name into other words", "headline", shown)
        return None

    def _differ(self, key: Key, entity: Entity) -> bool:
        """Whether titles show two people of one surname: ``Mr.`` beside ``Ms.``."""
        own = {self.seen[number].gender for number in self.at[key]} - {""}
        return bool(own and entity.gender and entity.gender not in own)

    def _shortens(self, key: Key, other: Key) -> str:
        """By which rule one name is a short form of another; nothing where it is none."""
        if len(key) > len(other) or key == other:
            return ""
        if self.human[other] and (len(key) > 1 or not self.used_as_thing(key)):
            if key[-1] == other[-1] and (len(key) == 1 or key[0] == other[0] or short_first(key[0], other[0])):
                return "surname" if len(key) < len(other) else "first-name-short"
            if len(key) == 1 and key[0] == other[0] and len(other) == 2 and not self.titled(key):
                return "first-name"
        if self.human[other] or (len(key) == 1 and self.titled(key)):
            return ""
        if key in self.things or (other in self.things and not self._of_thing(key, other)):
            return ""
        if len(key) == 1 and acronym(key[0], other) and self.seen[self.at[key][0]].words[-1].isupper():
            return "acronym"
        words = actor_words()
        if key == other[-len(key) :] and (len(key) > 1 or heads_body(key[0]) or key[0] in words.places):
            return "tail"
        rest = other[len(key) :]
        if key == other[: len(key)] and rest[0] in ("of", "for") and key[-1] in words.bodies:
            return "beginning"
        members = self.plural[other] or (rest and rest[-1][-1] == "s" and rest[-1] not in words.bodies | COMPANY)
        if key[-1] in CHAMBERS or gazetteer().region(" ".join(key)):
            return ""
        if key == other[: len(key)] and not members and not self.where(key) and not self.adjectival(key):
            if any(c.isdigit() for word in rest for c in word):
                return ""
            if rest[-1] in COMPANY or not any(w in words.bodies or w in words.places for w in rest):
                return "beginning" if not gazetteer().known(" ".join(key)) else ""
        return ""

    def _of_thing(self, key: Key, other: Key) -> bool:
        """Whether a name may be short for that of a law: ``ACA``, and ``Fisk`` where it only stands before nouns."""
        if acronym(key[0], other):
            return len(key) == 1
        return all(self.seen[n].role == "part" for n in self.at[key])

    def _bracketed(self, key: Key) -> tuple[Entity, Link] | None:
        """The name right before the brackets in which a short form is first given."""
        for number in self.at[key]:
            if not self.seen[number].bracket:
                continue
            for before in range(number - 1, max(-1, number - 4), -1):
                one = self.seen[before]
                near = 0 < self.seen[number].span.start - one.span.end <= 4
                other = key_of(one.words)
                if one.form is Form.NAME and near and other in self.entity and acronym(key[0], other, loose=True):
                    return self.entity[other], Link(
                        0.97, "the report gives this short form in brackets", "brackets", (one.span,)
                    )
        return None

    def country(self, key: Key) -> str:
        """The code of the country that a name stands for; not where it is a region of one that the report speaks of."""
        if self.titled(key) or self.region(key):
            return ""
        adjective = all(self.seen[n].role == "part" for n in self.at[key])
        return gazetteer().country(" ".join(key)) or (gazetteer().demonym(" ".join(key)) if adjective else "")

    def region(self, key: Key) -> str:
        """The code of the country that a name is a region of."""
        return "" if self.titled(key) else self._regions.code(" ".join(key))

    def titled(self, key: Key) -> bool:
        """Whether words of office, or ones that tell he from she, stand beside a name."""
        return any(self.seen[n].type is ActorType.PERSON or self.seen[n].gender for n in self.at[key])

    def _titled_surname(self, key: Key) -> bool:
        """Whether its last word bears a title elsewhere and ends no other name: ``Mr Fisk`` beside ``Lena Fisk``."""
        alone = key[-1:] in self.at and self.titled(key[-1:])
        return alone and all(other in (key, key[-1:]) for other in self.at if other[-1] == key[-1])

    def adjectival(self, key: Key) -> bool:
        """Whether a name is a people's or place's adjective, which begins many names: ``Torvelan Gazette``."""
        name = " ".join(key)
        return name in self.adjectives or bool(gazetteer().demonym(name))

    def used_as_thing(self, key: Key) -> bool:
        """Whether a name is used as none of a person is: with an article, behind ``in`` or ``near``.

        The article of ``the Torvel camp`` and the place of ``in Torvel’s speech`` belong to another noun. A single
        word may be so used now and then (``interest in Torvel``), a quarter of the time it may not.
        """
        if self.titled(key):
            return False
        seen = [self.seen[n] for n in self.at[key]]
        odd = sum((one.article and one.role != "part") or (one.inside and one.role == "other") for one in seen)
        return bool(odd) and (len(key) > 1 or 4 * odd >= len(seen))

    def seldom(self, entity: Entity) -> bool:
        """Whether a name of two words stands behind a word of place now and then only: ``hopes in Lena Torvel``."""
        return 4 * sum(self.seen[n].inside for n in entity.members) < len(entity.members)

    def where(self, key: Key) -> bool:
        """Whether a name stands for a place or state somewhere, so that a longer name only says whose it is."""
        stem = key[0][: max(4, len(key[0]) - 2)]
        kin = any(a.startswith(stem) and a != key[0] for a in self.adjectives)
        return kin or any(self.seen[n].inside for n in self.at[key])

    def _plural(self, key: Key) -> bool:
        """Whether a name is one of people in the plural: shown by its gatherer, or by the same word without ``s``."""
        if any(self.seen[n].number == "p" for n in self.at[key]):
            return True
        word, agree = key[-1], {self.seen[n].agrees for n in self.at[key]} - {""}
        if word in actor_words().bodies or self.titled(key):
            return False
        if agree == {"p"} and word.endswith("s") and not acronymic(self.seen[self.at[key][0]].words[-1]):
            return True
        if len(key) > 1 and key[-1:] in self.at and self._plural(key[-1:]):
            return True
        return word.endswith("s") and not word.endswith("ss") and word[:-1] in self.printed

    def _shouted(self, key: Key) -> bool:
        """Whether a name ends in a surname in capitals: ``Lena FISK``, whom the text then calls ``Fisk``."""
        return any(not self.seen[n].words[-1].isupper() for n in self.at.get(key[-1:], ()))

    def _human(self, key: Key) -> bool:
        """Whether a name is likely a person's: titled somewhere, or of two words or more that no thing bears."""
        if self.titled(key):
            return True
        words = actor_words()
        if key in self.things or key in self.people:
            return False
        if (
            any(w in words.bodies for w in key)
            or key[-1] in words.places | words.departments
            or key[0] in words.compass
        ):
            return False
        if gazetteer().known(" ".join(key)) or self.plural[key]:
            return False
        if len(key) in (2, 3) and self._titled_surname(key):
            return True
        if self.used_as_thing(key) or any(self.seen[n].type is ActorType.ORGANISATION for n in self.at[key]):
            return False
        printed = self.seen[self.at[key][0]].words
        last = printed[-1]
        if last.isupper() and last.isalpha() and len(last) > 1 and last not in NUMBERED and not self._shouted(key):
            return False
        return 1 < len(key) <= 4 and not any(w in SMALL - {"de"} for w in key) and not all(w.isupper() for w in printed)
