"""Whom a pronoun of the third person stands for: the open speaker, else the best of those named shortly before.

A pronoun outside quotations takes nobody who is named inside one only; one inside a quotation is not its speaker.
Whoever is answered (``asked her whether …, to which she replied``) is not who answers.
"""

import re

from onrecord.analyse.chained import Chained, Ranked
from onrecord.analyse.drafts import Draft
from onrecord.analyse.entities import Entity, Link
from onrecord.analyse.seen import Seen
from onrecord.model.terms import ActorType, Form

OPEN = "the open speaker"
NEAR = "named shortly before"
MARGIN = 0.16
BY_DISTANCE = (0.8, 0.72, 0.5, 0.4)
ROLES = {"subject": 0.0, "object": -0.15, "owner": -0.2, "other": -0.2, "part": -0.5}
LEAST = 0.4
OWN = 0.17
"""What the subject just before adds for whose words are named, or whom somebody called on: it binds the possessive."""

SURE_OPEN = 0.9
UNTOLD = 0.8
"""So sure at most where the report tells of somebody near who is known to be he or she, and not of this one."""
ANSWERED = re.compile(r"\b(?:to|at) (?:which|whom) $")
REPORTED = 0.12


def pronoun(made: Chained, number: int) -> None:
    """Join a pronoun to its chain, or make it a chain of its own, with the reason."""
    one = made.seen[number]
    ranked = _ranked(made, number)
    made.weighed[number] = ranked
    if not ranked or ranked[0].score < LEAST:
        made.start(number, Link(0.0, "no name shortly before the pronoun", "no-antecedent"))
    elif len(ranked) > 1 and ranked[0].score - ranked[1].score < MARGIN:
        several = "people" if one.gender in ("m", "f") else "persons or bodies"
        made.start(number, Link(0.0, f"the pronoun may stand for several {several}", "pronoun-of-several"))
    else:
        best = ranked[0]
        most = 0.95 if one.gender in ("m", "f") else 0.85
        rule = "open-speaker" if best.why == OPEN else "pronoun"
        made.join(number, best.entity, Link(round(min(best.score, most), 2), best.why, rule, (best.span,)))


def _ranked(made: Chained, number: int) -> tuple[Ranked, ...]:
    one = made.seen[number]
    scored: dict[int, Ranked] = {}
    for found in (*_nearby(made, number), *_open(made, number)):
        known = scored.get(id(found.entity))
        if known is None or known.score < found.score:
            scored[id(found.entity)] = found
    barred = [_speaking(made, one), *_answered(made, number)]
    kept = [_untold(made, number, r) for r in scored.values() if all(r.entity is not other for other in barred)]
    return tuple(sorted(kept, key=lambda r: (-r.score, r.span)))


def _answered(made: Chained, number: int) -> list[Entity]:
    """Who acts in a sentence that goes on ``…, to which she replied``."""
    one = made.seen[number]
    if not ANSWERED.search(made.text, max(0, one.span.start - 12), one.span.start):
        return []
    near = (n for n in made.order if made.seen[n].sentence == one.sentence and made.seen[n].passage == one.passage)
    return [made.entity[n] for n in near if made.seen[n].role == "subject"]


def _untold(made: Chained, number: int, found: Ranked) -> Ranked:
    """Somebody not known to be he or she, less sure where somebody who is known to be was spoken of shortly before."""
    one = made.seen[number]
    if one.role == "owner" or one.gender not in ("m", "f") or found.entity.gender or found.score <= UNTOLD:
        return found
    for before in reversed(made.order):
        if one.passage - made.seen[before].passage > 2:
            break
        other = made.entity[before]
        if other is not found.entity and other.gender == one.gender and made.seen[before].quotation is None:
            return found._replace(score=UNTOLD)
    return found


def _speaking(made: Chained, one: Seen) -> Entity | None:
    """Who speaks the quotation that a pronoun stands in."""
    if one.quotation is None:
        return None
    for at, source in made.of_draft.items():
        draft = made.drafts[at]
        if draft.home is None and one.quotation in draft.quoted and source in made.entity:
            return made.entity[source]
    return None


def fits(one: Seen, entity: Entity) -> bool:
    """Whether gender, number and kind allow a pronoun to stand for an entity."""
    if one.gender in ("m", "f"):
        if entity.gender and entity.gender != one.gender:
            return False
        return (entity.human or entity.type is ActorType.PERSON) and entity.number != "p"
    if one.number == "p":
        body = entity.type is ActorType.ORGANISATION and entity.named
        return entity.number == "p" or entity.type is ActorType.GROUP or body
    return (
        not entity.human
        and entity.type is not ActorType.PERSON
        and entity.number != "p"
        and entity.type is not ActorType.GROUP
    )


def _nearby(made: Chained, number: int) -> list[Ranked]:
    one = made.seen[number]
    found: list[Ranked] = []
    starts = [one.sentence]
    theirs, bound = _inside_of(made, number), False
    around = _reporting(made, number)
    theirs_too = around is not None and _may_be(made, around, one)
    for before in reversed(made.order):
        other, entity = made.seen[before], made.entity[before]
        if one.passage - other.passage > 1 + (other.role == "subject" and len(starts) < 3):
            break
        if other.sentence != starts[-1]:
            starts.append(other.sentence)
        distance = starts.index(other.sentence) if other.sentence in starts else len(starts)
        if distance >= len(BY_DISTANCE):
            break
        if other.quotation is not None and other.quotation != one.quotation:
            continue
        unknown = _unknown(made, before)
        if unknown and distance and not found and other.gender == one.gender and one.gender in ("m", "f"):
            break  # somebody of whom nothing is known stands between
        if unknown or not fits(one, entity):
            continue
        score = BY_DISTANCE[distance] + ROLES[other.role]
        asked = theirs is not None and any(span.holds(other.head) for span in theirs.addressee)
        if asked:
            score = BY_DISTANCE[distance]
        if one.role == "owner" and distance == 0 and (other.role == "subject" or asked):
            score += 0.08
            if theirs is not None and not bound:
                score, bound = score + OWN, True
        if one.number == "p" and entity.number != "p":
            score -= 0.12
        if around is not None:
            score += REPORTED if around == before else -REPORTED if theirs_too and distance == 0 else 0.0
        elif _speaks_around(made, before, one) and not (theirs is not None and theirs.addressee):
            score += REPORTED
        found.append(Ranked(entity, score, NEAR, other.span))
    return found


def _inside_of(made: Chained, number: int) -> Draft | None:
    """The statement inside which somebody's own words are named: ``Vell called on Dorn to withdraw his claim that``."""
    at = made.sources.get(number)
    one = made.seen[number]
    if at is None or one.role != "owner" or one.quotation is not None:
        return None
    holders = [draft for draft in made.drafts if draft is not made.drafts[at] and draft.holds(one.span.start)]
    return min(holders, key=lambda draft: sum(end - start for start, end in draft.content), default=None)


def _reporting(made: Chained, number: int) -> int | None:
    """The source of the innermost words outside quotations that hold a pronoun: ``X said that Y feared that he …``.

    For ``it`` only where the source is the subject: in ``Torvela denied Ardvania's accusation that it …`` that is not
    Ardvania.
    """
    one = made.seen[number]
    if one.quotation is not None or one.number == "p" or one.role == "owner":
        return None
    around = [
        (sum(e - s for s, e in draft.content), source)
        for at, draft in enumerate(made.drafts)
        if draft.holds(one.span.start) and (source := made.of_draft.get(at)) in made.entity and source != number
    ]
    innermost = min(around)[1] if around else None
    if innermost is not None and one.gender == "n" and made.seen[innermost].role != "subject":
        return None
    return innermost  # whoever is named only behind the pronoun is not known yet


def _may_be(made: Chained, source: int, one: Seen) -> bool:
    """Whether a pronoun may be whoever reports it: any person for ``he`` and ``she``, else whom it fits."""
    entity = made.entity[source]
    return entity.human if one.gender in ("m", "f") else fits(one, entity)


def _speaks_around(made: Chained, number: int, one: Seen) -> bool:
    """Whether a mention is the source of words outside quotations that hold the pronoun: ``X said that he …``."""
    at = made.sources.get(number)
    if at is None or one.quotation is not None:
        return False
    return made.drafts[at].holds(one.span.start)


def _unknown(made: Chained, number: int) -> bool:
    """Whether a mention is itself a pronoun that nobody is known for."""
    entity = made.entity[number]
    return made.seen[number].form is Form.PRONOUN and all(made.seen[n].form is Form.PRONOUN for n in entity.members)


def _open(made: Chained, number: int) -> list[Ranked]:
    """The last speaker outside quotations, farther than one passage back only if nobody else was named since."""
    at = made.sources.get(number)
    one = made.seen[number]
    if at is None:
        return []
    draft = made.drafts[at]
    if draft.home is not None:
        return []
    for other in range(at - 1, max(-1, at - 6), -1):
        before = made.drafts[other]
        gap = draft.passage - before.passage
        if before.home is not None or gap > 3:
            continue
        source = made.of_draft.get(other)
        if source is None or source not in made.entity or source == number:
            continue
        if before.holds(draft.at) or draft.holds(before.at):  # nobody within its own words is meant by it
            continue
        entity = made.entity[source]
        since = _since(made, before, draft, entity, one)
        if since and gap > 1:
            return []
        if _unknown(made, source) and made.seen[source].gender == one.gender:
            return []
        if fits(one, entity):
            sure = SURE_OPEN if gap == 0 or (before.quoted and gap <= 1) else 0.75
            sure = min(sure, 0.72) if since else sure
            if made.seen[source].form is Form.PRONOUN:
                sure = min(sure, made.links[source].confidence)
            return [Ranked(entity, sure, OPEN, made.seen[source].span)]
    return []


def _since(made: Chained, before: Draft, draft: Draft, entity: Entity, one: Seen) -> bool:
    """Whether somebody else who fits has been the subject since a statement, outside quotations."""
    for number in made.mentions.between(before.at, draft.at):
        other = made.seen[number]
        if other.quotation is not None or number not in made.entity or before.holds(other.span.start):
            continue
        acts = other.role == "subject" and other.form is not Form.PRONOUN
        if acts and made.entity[number] is not entity and fits(one, made.entity[number]):
            return True
    return False
