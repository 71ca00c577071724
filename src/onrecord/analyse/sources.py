"""Which mention a statement's source is about: the head of the phrase, not what hangs on it."""

import re

from onrecord.analyse.chained import Chained
from onrecord.analyse.drafts import Draft
from onrecord.model.span import Span
from onrecord.model.terms import ActorType, Form

JOINT = re.compile(r"(?:^|\s)(?:and|&|as well as)(?: [a-z]+){0,2}$")
APPOSED = re.compile(r"(?: (?:on|in|of|from|at|for) [^,.;“”\"]{1,50})?, (?:[A-Z][a-z]{1,4}\. ){0,2}")
WITHIN = {"of", "at", "in", "for", "with", "from", "by", "and", "to", "on", "about", "than", "against"}


def source_mention(made: Chained, draft: Draft) -> int | None:
    """The index of the mention that a draft's source is about; None where it is none, or several joined by ``and``."""
    for span in draft.source:
        for number in made.mentions.between(span.start - 120, span.end):
            one = made.seen[number]
            if one.head.start < span.start or one.head.end > span.end or (one.role == "part" and one.span != span):
                continue
            start = max(span.start, min([one.span.start, *(t.start for t in one.titles if t.start < one.span.start)]))
            lead = made.text[span.start : start].lower().replace(",", " ").split()
            tail = made.text[one.span.end : draft.source[-1].end].lstrip("’'")
            if one.role == "owner" and tail.removeprefix("s").strip(" ,"):
                continue
            if any(word in WITHIN for word in lead):
                continue
            if _joined(made, draft, number) or _second(made, span, number):
                return None
            return _named_behind(made, span, number)
    return None


def _named_behind(made: Chained, span: Span, number: int) -> int:
    """The name that stands in apposition to a description: ``The ranking Reedist on the board, Ann Berk of Norrin``."""
    one = made.seen[number]
    if one.form is not Form.NOMINAL or one.number == "p" or one.type is not ActorType.PERSON:
        return number
    for after in made.mentions.between(one.span.end, span.end):
        other = made.seen[after]
        if (
            other.form is Form.NAME
            and other.role != "part"
            and APPOSED.fullmatch(made.text, one.span.end, other.span.start)
        ):
            return after if made.entity[after].human else number
    return number


def _second(made: Chained, span: Span, number: int) -> bool:
    """Whether a name is the last of several that a source joins: ``the shipowner Lind, and her adviser Petra Nale``."""
    one = made.seen[number]
    for before in made.mentions.between(span.start, one.span.start):
        other = made.seen[before]
        if other.form is not Form.NAME or other.role in ("owner", "part") or other.span.end > one.span.start:
            continue
        start = min([one.span.start, *(t.start for t in one.titles if other.span.end < t.start < one.span.start)])
        if JOINT.search(made.text[other.span.end : start].strip()):
            return True
    return False


def _joined(made: Chained, draft: Draft, number: int) -> bool:
    """Whether another actor is joined to a mention by ``and`` within the source."""
    one = made.seen[number]
    end = max([one.span.end, *(t.end for t in one.titles)])
    for after in made.mentions.between(end, draft.source[-1].end):
        other = made.seen[after]
        start = min([other.span.start, *(t.start for t in other.titles if t.start < other.span.start)])
        between = made.text[end:start].strip()
        if other.role != "part" and start >= end and JOINT.search(between) and len(between.split()) < 6:
            return other.form is Form.NAME or one.form is Form.NAME
    return False
