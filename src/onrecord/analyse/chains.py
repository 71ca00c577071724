"""Who is who within one report: every mention joined to its chain, each link with its reason and how sure it is."""

import re
from collections.abc import Sequence

from onrecord.analyse.chained import Chained
from onrecord.analyse.drafts import Draft
from onrecord.analyse.entities import Link
from onrecord.analyse.gathering import FIRST, WE, WHO
from onrecord.analyse.mention_headings import read_headings
from onrecord.analyse.mention_leads import read_leads
from onrecord.analyse.mention_members import describe_members
from onrecord.analyse.name_book import NameBook
from onrecord.analyse.nominals import nominal
from onrecord.analyse.pronouns import pronoun
from onrecord.analyse.seen import Mentions, Seen
from onrecord.analyse.sources import source_mention
from onrecord.model.terms import ActorType, Form, ZoneKind

HOME = re.compile(r"(?:, \d+)?,? (?:of|from|in) (?:[A-Z]\w+, )?")
"""What stands between somebody's name and where they are from."""


def chains(text: str, mentions: Mentions, drafts: Sequence[Draft]) -> Chained:
    """The chains of one report; names over all of it first, then all else in the order of the text."""
    read_headings(text, mentions)
    read_leads(text, mentions)
    describe_members(text, mentions)
    book = NameBook(mentions.seen, mentions.adjectives)
    made = Chained(text, mentions, drafts)
    for number, one in enumerate(mentions.seen):
        if one.form is Form.NAME:
            made.entity[number], made.links[number] = book.link(number)
    for at, draft in enumerate(drafts):
        found = source_mention(made, draft)
        if found is not None:
            made.of_draft[at] = found
            made.sources.setdefault(found, at)
    waiting: list[int] = []
    seen = mentions.seen
    for number in sorted(range(len(seen)), key=lambda n: (seen[n].zone is ZoneKind.HEADLINE, seen[n].head.start)):
        one = mentions.seen[number]
        if one.form is Form.NOMINAL:
            nominal(made, number)
        elif one.form is Form.PRONOUN and one.noun in (*FIRST, *WE):
            waiting.append(number)
            continue
        elif one.form is Form.PRONOUN:
            _third(made, number)
        made.order.append(number)
    for number in waiting:
        _first(made, number)
    return made


def _third(made: Chained, number: int) -> None:
    one = made.seen[number]
    if one.noun in WHO or one.tied is not None:
        before = made.at(one.tied) if one.tied else None
        before = _who(made, number, before) if one.noun == "who" else before
        if before is not None and before in made.entity:
            made.join(
                number,
                made.entity[before],
                Link(0.95, "the noun that the relative clause hangs on", "relative", (made.seen[before].span,)),
            )
        else:
            made.start(number, Link(0.0, "what the pronoun stands for has no name in the report", "relative-unknown"))
        return
    pronoun(made, number)


def _who(made: Chained, number: int, before: int | None) -> int | None:
    """Whom ``who`` hangs on: of somebody given with a place (``Ann Berk, 52, of Norrin, who said``) the person."""
    if before is None:
        return None
    place = made.seen[before]
    for near in reversed(made.mentions.between(place.span.start - 80, place.span.start)):
        one = made.seen[near]
        if near in made.entity and one.form is Form.NAME and one.span.end < place.span.start:
            home = HOME.fullmatch(made.text, one.span.end, place.span.start)
            return near if home and made.entity[near].human else before
    return before


def _first(made: Chained, number: int) -> None:
    """``I`` inside a quotation is whoever speaks it; ``we`` is their side and stays a chain of its own."""
    one = made.seen[number]
    speaker = _speaker_around(made, one)
    if speaker is None:
        made.start(number, Link(0.0, "the writer or somebody quoted speaks of themselves", "first-unknown"))
        return
    entity = made.entity[speaker]
    shown = (made.seen[speaker].span,)
    if one.noun in FIRST and entity.type in (None, ActorType.PERSON):
        made.join(number, entity, Link(0.9, "“I” in a quotation is whoever speaks it", "first-person", shown))
        return
    if one.noun in WE and entity.type in (ActorType.ORGANISATION, ActorType.STATE, ActorType.GROUP):
        made.join(number, entity, Link(0.75, "“we” in words of a body or group is that body", "we-body", shown))
        return
    made.start(number, Link(0.0, "“we” is the side of whoever speaks; the report does not say who belongs to it", "we"))
    own = made.entity[number]
    own.type = ActorType.GROUP
    own.features["side-of"] = str(speaker)


def _speaker_around(made: Chained, one: Seen) -> int | None:
    """The source of the innermost statement whose quoted words hold the pronoun."""
    around = [
        (sum(e - s for s, e in draft.content), at)
        for at, draft in enumerate(made.drafts)
        if at in made.of_draft and draft.holds(one.span.start) and any(q.holds(one.span) for q in draft.quoted)
    ]
    for _, at in sorted(around):
        source = made.of_draft[at]
        if source in made.entity and made.seen[source].noun not in (*FIRST, *WE):
            return source
    return None
