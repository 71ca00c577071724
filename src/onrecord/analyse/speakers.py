"""Who the source of a statement is: the chain it belongs to, and its name, only where there is no doubt."""

import itertools
import re
from typing import NamedTuple

from onrecord.analyse.actor_words import DAYS, MONTHS
from onrecord.analyse.chained import Chained
from onrecord.analyse.drafts import Draft
from onrecord.analyse.entities import Entity
from onrecord.analyse.heads import head_word
from onrecord.analyse.pronouns import OPEN
from onrecord.analyse.reasons import NOBODY
from onrecord.analyse.seen import Seen
from onrecord.model.span import Span, Spans, cut
from onrecord.model.statement import Candidate
from onrecord.model.terms import ActorType, Form

__all__ = ["OPEN", "Speaker", "speakers"]

NO_NAME = "the report gives no name"
CITED = "a document is cited, and the report does not say whose it is"
UNNAMED = {"website", "site", "program", "programme", "channel", "station", "plant", "store", "exchange", "index"}
"""Nouns that with a name beside them are no body's name: ``the Torvela tax website``."""
JOINT = re.compile(r",? (?:and|&|as well as) ")


class Speaker(NamedTuple):
    """The name, the spans that justify it, whether it is a proper name, and what else was weighed.

    ``head`` is the source's head word, ``chain`` the span of the first mention of its chain, ``sure`` how sure the
    link to that chain is.
    """

    name: str | None
    evidence: Spans = ()
    named: bool = False
    head: str = ""
    gender: str = ""
    reason: str = ""
    candidates: tuple[Candidate, ...] = ()
    human: bool = False
    chain: Span | None = None
    sure: float = 1.0


def speakers(made: Chained) -> list[Speaker]:
    """The speaker of every draft."""
    return [_speaker(made, number) for number in range(len(made.drafts))]


def _speaker(made: Chained, number: int) -> Speaker:
    draft = made.drafts[number]
    if not draft.source:
        return Speaker(None, reason=NOBODY)
    words = " ".join(cut(made.text, draft.source)).strip(" ,\"“”'‘’")
    source = made.of_draft.get(number)
    if source is None or source not in made.entity:
        joint = _joint(made, draft)
        if joint:
            return Speaker(joint, draft.source, False, head_word(words))
        return Speaker(None, head=head_word(words), reason=NO_NAME)
    return _of(made, source)


def _of(made: Chained, source: int) -> Speaker:
    """The speaker that a mention stands for."""
    one, entity, link = made.seen[source], made.entity[source], made.links[source]
    if entity.written:
        return _cited(made, source)
    name = name_of(made, entity)
    evidence: Spans = ()
    if name is not None and (one.form is not Form.NAME or link.rule != "name"):
        evidence = link.evidence
    weighed = tuple(Candidate(r.span, round(r.score, 2), r.why) for r in made.weighed.get(source, ()))
    if one.form is Form.PRONOUN and name is None:
        reason = link.reason if link.rule not in ("relative", "open-speaker", "pronoun") else NO_NAME
    else:
        reason = "" if name else link.reason if link.rule.endswith("several") else NO_NAME
    head = entity_head(made, entity, one)
    first = made.seen[entity.members[0]].span
    sure = link.confidence if link.rule not in ("first", "new", "no-antecedent") else 1.0
    return Speaker(name, evidence, entity.named, head, entity.gender, reason, weighed, entity.human, first, sure)


def entity_head(made: Chained, entity: Entity, one: Seen) -> str:
    """The word that says what kind of speaker it is: of the source, else of the phrase that a pronoun stands for."""
    if one.form is not Form.PRONOUN:
        return one.noun
    first = next((made.seen[n] for n in entity.members if made.seen[n].form is not Form.PRONOUN), one)
    return first.noun


def name_span(made: Chained, entity: Entity) -> Span | None:
    """Where the fullest name of an actor stands; a phrase for a body that says whose it is counts as one."""
    full = entity.fullest()
    if full is not None:
        return full
    if entity.type not in (ActorType.ORGANISATION, ActorType.STATE):
        return None
    for number in entity.members:
        one = made.seen[number]
        if one.form is Form.NOMINAL and one.definite:
            phrase = one.span.cut(made.text)
            lead = re.match(r"(?:the|this|that|these|those) ", phrase, re.I)
            start = one.span.start + (lead.end() if lead else 0)
            if re.match(r"(?:both|either|neither|each)\b", phrase, re.I) or one.noun in UNNAMED:
                continue
            named = made.text[start : one.span.end].split()
            named = named[1:] if lead is None else named
            if one.number != "p" and any(word[:1].isupper() and not _day(word) for word in named):
                return Span(start, one.span.end)
    return None


def _day(word: str) -> bool:
    """Whether a word has a capital that makes no name of a phrase: a day, a month, what is based somewhere."""
    return word.strip(".,").lower() in DAYS | MONTHS or re.search(r"-[a-z]", word) is not None


def name_of(made: Chained, entity: Entity) -> str | None:
    """The fullest name that the report gives an actor, cut from it; None where it gives none."""
    span = name_span(made, entity)
    return " ".join(span.cut(made.text).split()) if span else None


def _joint(made: Chained, draft: Draft) -> str | None:
    """Two or more names joined by ``and``: the whole phrase, for it is no one actor."""
    if len(draft.source) != 1:
        return None
    span = draft.source[0]
    names = [
        made.seen[n]
        for n in made.mentions.between(*span)
        if made.seen[n].form is Form.NAME and made.seen[n].role != "part"
    ]
    between = any(JOINT.fullmatch(made.text[a.span.end : _start(b)]) for a, b in itertools.pairwise(names))
    return span.cut(made.text).strip(" ,") if between else None


def _start(one: Seen) -> int:
    return min([one.span.start, *(t.start for t in one.titles if t.start < one.span.start)])


def _cited(made: Chained, source: int) -> Speaker:
    """Whoever made the document that is cited: ``the report`` of a committee that was named with it."""
    entity = made.entity[source]
    head = entity_head(made, entity, made.seen[source])
    maker = next((m for n in entity.members if (span := made.seen[n].maker) and (m := made.at(span)) is not None), None)
    if maker is None or maker not in made.entity or made.entity[maker].thing:  # "the Reedist memo" names no maker
        return Speaker(None, head=head, reason=CITED, chain=made.seen[entity.members[0]].span)
    who = _of(made, maker)
    evidence = tuple(sorted({*who.evidence, made.seen[entity.members[0]].span, made.seen[maker].span}))
    return who._replace(evidence=evidence, named=False, head=head, sure=min(0.75, who.sure))
