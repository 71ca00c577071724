"""The mentions of one report with the chain of each, as far as they are joined."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.analyse.drafts import Draft
from onrecord.analyse.entities import Entity, Link
from onrecord.analyse.seen import Mentions, Seen
from onrecord.model.span import Span
from onrecord.model.terms import ActorType, Form, ZoneKind

ALONE = Link(0.9, "first mention of this actor", "first")


class Ranked(NamedTuple):
    """An entity that was weighed, with its score, why, and where it shows."""

    entity: Entity
    score: float
    why: str
    span: Span


@dataclass(slots=True, eq=False)
class Chained:
    """The mentions of one report with the entity of each; ``open`` tells the source of every draft.

    ``order`` lists the mentions that are resolved so far, in the order of their heads.
    """

    text: str
    mentions: Mentions
    drafts: Sequence[Draft]
    entity: dict[int, Entity] = field(default_factory=dict)
    links: dict[int, Link] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    weighed: dict[int, tuple[Ranked, ...]] = field(default_factory=dict)
    sources: dict[int, int] = field(default_factory=dict)
    of_draft: dict[int, int] = field(default_factory=dict)

    @property
    def seen(self) -> list[Seen]:
        """All mentions in the order of the text."""
        return self.mentions.seen

    def at(self, span: Span) -> int | None:
        """The mention whose head stands at a span."""
        near = self.mentions.between(span.start - 200, span.end)
        return next((number for number in reversed(near) if self.seen[number].head.start == span.start), None)

    def before(self, number: int) -> list[int]:
        """What is resolved so far, the nearest first; a headline comes last and looks into what it stands over."""
        return self.order if self.seen[number].zone is ZoneKind.HEADLINE else self.order[::-1]

    def entities(self) -> list[Entity]:
        """Each entity once, in the order of its first mention."""
        return list({id(self.entity[number]): self.entity[number] for number in sorted(self.entity)}.values())

    def join(self, number: int, entity: Entity, link: Link) -> None:
        """Put a mention into a chain."""
        one = self.seen[number]
        self.entity[number], self.links[number] = entity, link
        if number not in entity.members:
            entity.members.append(number)
            entity.members.sort()
        if one.form is Form.NOMINAL:
            entity.nouns.add(one.noun)
            entity.number = entity.number or one.number
        if one.gender in ("m", "f") and link.confidence >= 0.7:
            entity.genders[one.gender] += 1

    def start(self, number: int, link: Link = ALONE) -> None:
        """Make a mention a chain of its own."""
        one = self.seen[number]
        entity = Entity(type=one.type, grounds="the noun" if one.type else "", number=one.number)
        entity.human = one.type is ActorType.PERSON
        entity.written = one.written
        entity.offices |= one.offices
        entity.sides |= one.sides
        self.join(number, entity, link)
