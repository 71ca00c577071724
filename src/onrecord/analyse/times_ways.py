"""Which way a time without its year or week lies: behind the day of publication, ahead of it, or whichever is near.

Tense alone says too much: ``was expected to speak on Tuesday`` and ``Tuesday's raid could end the talks`` tell of the
Tuesday that is nearest, ``if she won in November`` of one to come, and ``vote on Sunday`` bids for what is to come.
"""

from onrecord.analyse.times_events import INTENDED, SET_FOR, STEPS, SUBJECTS, Event, tense_of, top_of, verb_of
from onrecord.analyse.times_lexicon import events
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.span import Span

PLAN, EITHER, MONTHLY = "plan", "either", "monthly"
NAMING = ("poss", "compound", "nmod", "amod")
UNPLANNED, PLANS, FORESEEN = events("unplanned"), events("plans"), events("foreseen")
CONDITIONS = {"if", "unless"}
UNDECIDED = ("present", "open", "progressive")


def way_of(parse: Parse, span: Span, event: Event) -> str:
    """The tense of the event, or ``plan`` (to come when it was told of) or ``either`` (nothing says which).

    ``monthly`` is the way of ``the November election`` after a past verb: of a month nothing says which, a day is past.
    """
    top = top_of(parse, span)
    if top is None:
        return event.tense
    noun, verb = _above(parse, top)
    if _ahead(parse, top):
        return PLAN if event.tense == "past" else "future"
    if verb is None:
        return event.tense
    if noun is not None and noun.index < verb.index and not _told_for(parse, top):
        return _of_subject(noun, event.tense)
    if event.tense == "past" and top.dep in NAMING and noun is not None:
        return MONTHLY if lemma(noun.lower, "noun") not in UNPLANNED else event.tense
    return _of_verb(parse, verb, top, event.tense)


def _above(parse: Parse, top: Token) -> tuple[Token | None, Token | None]:
    """The first noun above the expression, and the first verb."""
    noun, at = None, top
    for _ in range(STEPS):
        if at.head == at.index:
            break
        at = parse.tokens[at.head]
        if (at.tag[:2] == "VB" and at.dep != "prep") or at.tag == "MD":  # ``including`` is no act
            return noun, at
        if at.tag[:2] == "NN" and noun is None:
            noun = at
    return noun, None


def _ahead(parse: Parse, top: Token) -> bool:
    """``ahead of Saturday's vote``."""
    at = top
    for _ in range(STEPS):
        if at.head == at.index or at.tag[:2] == "VB":
            return False
        at = parse.tokens[at.head]
        if at.lower == "of" and at.index and parse.tokens[at.index - 1].lower == "ahead":
            return True
    return False


def _of_subject(noun: Token, tense: str) -> str:
    """Of a time that hangs on a noun before the verb: the verb is not about that time."""
    if tense in UNDECIDED:
        return EITHER
    return EITHER if tense == "future" and lemma(noun.lower, "noun") in UNPLANNED else tense


def _of_verb(parse: Parse, verb: Token, top: Token, tense: str) -> str:
    """Of a time that hangs on a verb or on its object."""
    own = [parse.tokens[at] for at in verb.children]
    if verb.dep == "advcl" and any(token.lower in CONDITIONS for token in own):
        over = tense_of(parse, parse.tokens[verb.head])
        return tense if over == "past" else PLAN if tense == "past" else "future"
    if verb.tag == "VB" and _bidding(parse, verb):
        return "future"
    if any(token.tag == "TO" and token.dep == "aux" for token in own):
        return _of_purpose(parse, verb, tense)
    if tense != "past":
        return PLAN if tense == "future" and lemma(verb.lower, "verb") in SET_FOR else tense
    word = lemma(verb.lower, "verb")
    beside = top.left - verb.index <= (2 if parse.tokens[top.head].dep == "prep" else 1)
    if beside and not _told_for(parse, top):
        return tense  # ``decided on Friday to stay``: the deciding is dated, not what was decided
    return PLAN if word in INTENDED or word in FORESEEN or _told_for(parse, top) else tense


def _told_for(parse: Parse, top: Token) -> bool:
    """``announced a price rise for May``."""
    return parse.tokens[top.head].lower == "for"


def _bidding(parse: Parse, verb: Token) -> bool:
    """A bare verb without a subject: ``Vote on Sunday``, ``Let's meet in November``."""
    at = verb
    for _ in range(STEPS):
        own = [parse.tokens[n] for n in at.children]
        if any(token.dep in ("aux", *SUBJECTS) for token in own) and at is not verb:
            return False
        if any(token.dep == "aux" for token in own):
            return False
        if at.head == at.index or (at.dep in ("ccomp", "parataxis") and parse.tokens[at.head].tag != "VB"):
            return not any(token.dep in SUBJECTS for token in own)
        at = parse.tokens[at.head]
        if at.tag != "VB":
            return False
    return False


def _of_purpose(parse: Parse, verb: Token, tense: str) -> str:
    """Of a verb with ``to``: what was meant at the time of the verb or noun above it."""
    above = parse.tokens[verb.head]
    if above.index == verb.index:
        return tense
    over = verb_of(parse, above)
    past = over is not None and tense_of(parse, over) == "past"
    if above.tag[:2] == "NN":
        return PLAN if past and lemma(above.lower, "noun") in PLANS else EITHER if past else "future"
    if not past:
        return tense
    meant = lemma(above.lower, "verb") in INTENDED or lemma(above.lower, "verb") == "be" or above.tag[:2] != "VB"
    return PLAN if meant else tense
