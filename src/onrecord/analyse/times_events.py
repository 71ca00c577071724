"""What a time expression dates: the act that it hangs on in the grammar, and whether that came about."""

from bisect import bisect_left
from typing import NamedTuple

from onrecord.analyse.times_lexicon import events
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.span import Span, Spans
from onrecord.model.terms import Happening

FUTURE = {"will", "'ll", "’ll", "wo", "shall"}
OPEN = {"would", "could", "should", "may", "might", "can", "must"}
INTENDED = events("intended")
NEGATIVE = {"not", "n't", "n’t", "never"}
DOUBTFUL, REMEMBERS, HAPPENS = events("doubtful"), events("remembers"), events("happens")
DOCUMENTS, OFF = events("documents"), events("off")
SET_FOR = events("set_for")
SUBJECTS = ("nsubj", "nsubjpass")
STEPS = 8
LONGEST = 8


class Event(NamedTuple):
    """The words that a time dates, with who does it, and what tense and mood say of it.

    ``span`` is the verb with its object, or the noun; ``who`` its subject where that stands apart. ``at`` is where the
    event's head word begins; ``tense`` is ``past``, ``future``, ``present``, ``open``, ``progressive`` or empty.
    """

    span: Span
    at: int
    tense: str
    happening: Happening | None
    who: Span | None = None

    @property
    def spans(self) -> Spans:
        """Its words in the order of the text; none where there is no event."""
        if self.at < 0:
            return ()
        return tuple(sorted((self.who, self.span))) if self.who else (self.span,)


NO_EVENT = Event(Span(0, 0), -1, "", None)


def event_of(parse: Parse, span: Span) -> Event:
    """The act that the words at ``span`` date."""
    head = top_of(parse, span)
    if head is None:
        return NO_EVENT
    governor = _governor(parse, head)
    if governor is None:
        verb = verb_of(parse, parse.tokens[head.head]) if head.head != head.index else None
        return Event(Span(0, 0), -1, tense_of(parse, verb) if verb else "", None)
    verb = verb_of(parse, governor)
    tense = tense_of(parse, verb) if verb else ""
    if parse.tokens[head.head].lower == "for" and lemma(governor.lower, "verb") in SET_FOR:
        tense = "future"  # ``was set for May 3``: the setting is past, the day to come
    first, last = _words(parse, governor, head)
    who = _who(parse, governor, head)
    if who and who[0] <= first and who[1] + 1 >= _left(parse, governor):
        first, who = who[0], None
    happening = Happening.CALLED_OFF if _called_off(parse, governor) else _happening(parse, governor, verb, tense)
    apart = parse.span_of(*who) if who else None
    return Event(parse.span_of(first, last), governor.start, tense, happening, apart)


def top_of(parse: Parse, span: Span) -> Token | None:
    """The word of the expression that the others hang on."""
    starts = [token.start for token in parse.tokens]
    first = bisect_left(starts, span.start)
    if first and parse.tokens[first - 1].end > span.start:
        first -= 1
    last = bisect_left(starts, span.end)
    inside = range(first, last)
    return next(
        (parse.tokens[at] for at in inside if parse.tokens[at].head not in inside or parse.tokens[at].head == at), None
    )


def _governor(parse: Parse, top: Token) -> Token | None:
    """The verb or eventive noun above the expression, prepositions passed over."""
    at = top
    for _ in range(STEPS):
        if at.head == at.index:
            return at if at is not top and at.tag[:1] in "VN" else None
        below, at = at, parse.tokens[at.head]
        if at.tag[:2] == "VB" or at.tag == "MD":
            return _looked_back(parse, at, top)
        if at.tag[:2] == "NN" and below.lower == "of" and not _eventive(at.lower):
            return None  # ``the treaty of 2029`` is a name of it: neither it nor its signing is dated
        if at.tag[:2] == "NN" and _eventive(at.lower):
            return at
        if at.tag[:2] in ("NN", "PR") and not _passes(at):
            continue
    return None


def _passes(token: Token) -> bool:
    return token.dep in ("pobj", "npadvmod", "poss", "compound", "appos")


def _looked_back(parse: Parse, verb: Token, top: Token) -> Token:
    """``cited the shooting on Friday``: of a verb that looks back, the act right before the time."""
    if lemma(verb.lower, "verb") not in REMEMBERS:
        return verb
    nouns = [parse.tokens[at] for at in range(verb.index + 1, top.index) if _eventive(parse.tokens[at].lower)]
    nouns = [noun for noun in nouns if noun.tag[:2] == "NN"]
    return nouns[-1] if nouns else verb


def _eventive(word: str) -> bool:
    plain = lemma(word, "noun")
    if plain in DOCUMENTS:
        return False
    return plain in HAPPENS or (len(plain) > 6 and plain.endswith(("tion", "sion", "ment", "ing", "ance")))


def verb_of(parse: Parse, token: Token) -> Token | None:
    """The token itself where it is a verb, else the first verb above it."""
    at = token
    for _ in range(STEPS):
        if at.tag[:2] in ("VB", "MD"):
            return at
        if at.head == at.index:
            return None
        at = parse.tokens[at.head]
    return None


def tense_of(parse: Parse, verb: Token) -> str:
    """The tense of a verb by its auxiliaries, or by the verb above for a bare form."""
    at = verb
    for _ in range(4):
        own = [parse.tokens[n] for n in at.children if parse.tokens[n].dep in ("aux", "auxpass")]
        words = {token.lower for token in own}
        if words & FUTURE:
            return "future"
        if any(token.tag == "TO" for token in own):
            above = parse.tokens[at.head]
            if above.index == at.index or above.tag[:2] != "VB" or lemma(above.lower, "verb") in INTENDED:
                return "future"
            return "past" if tense_of(parse, above) == "past" else "future"
        if words & OPEN:
            return "past" if "have" in words else "open"
        if at.tag == "VBD" or words & {"was", "were", "had", "did", "been"}:
            return "past"
        if words & {"has", "have", "'ve", "’ve"}:
            return "past"
        if at.tag == "VBG" and words & {"is", "are", "am", "'s", "'re", "’s", "’re"}:
            return "progressive"
        if words & {"is", "are", "am", "'s", "'re", "’s", "’re", "be", "being"}:
            return "present"
        if at.tag in ("VBZ", "VBP"):
            return "present"
        if at.tag == "VBN":
            return "future" if lemma(at.lower, "verb") in SET_FOR else "past"
        if at.head == at.index:
            return ""
        at = parse.tokens[at.head]
    return ""


def _words(parse: Parse, governor: Token, top: Token) -> tuple[int, int]:
    """The event with its object, up to the time expression; a noun with what stands right before it."""
    if governor.tag[:2] == "NN":
        left = governor.index
        while left - 1 in governor.children and parse.tokens[left - 1].dep in ("compound", "amod", "nmod"):
            left -= 1
        return left, governor.index
    first = last = governor.index
    for at in governor.children:
        child = parse.tokens[at]
        kinds = ("acomp", "attr", "prep") if lemma(governor.lower, "verb") == "be" else ("dobj", "obj", "prt")
        if child.dep in kinds and at > last and not child.left <= top.index <= child.right:
            last = max(last, child.right if child.right - child.left < 8 else at)
    while last > first and parse.tokens[last].tag in (",", ".", ":"):
        last -= 1
    return (first, last) if not first <= top.index <= last else (governor.index, governor.index)


def _who(parse: Parse, verb: Token, top: Token) -> tuple[int, int] | None:
    """The tokens of a verb's subject, or of the noun that a participle belongs to; a long one up to its noun."""
    if verb.tag[:2] not in ("VB", "MD"):
        return None
    owners = [parse.tokens[at] for at in verb.children if parse.tokens[at].dep in SUBJECTS]
    above = parse.tokens[verb.head]
    relative = not owners or owners[-1].tag in ("WDT", "WP") or owners[-1].lower == "that"
    if relative:
        fits = verb.dep in ("acl", "relcl") and above.tag[:2] == "NN" and above.index < verb.index
        owners = [above] if fits else []
    if not owners or owners[-1].tag == "EX":
        return None
    owner = owners[-1]
    last = owner.right if owner is not above and owner.right - owner.left < LONGEST else owner.index
    return None if owner.left <= top.index <= last else (owner.left, last)


def _left(parse: Parse, verb: Token) -> int:
    """The first of a verb's auxiliaries and adverbs before it."""
    kinds = ("aux", "auxpass", "advmod", "neg")
    return min([verb.index, *(at for at in verb.children if at < verb.index and parse.tokens[at].dep in kinds)])


def _called_off(parse: Parse, governor: Token) -> bool:
    """Whether the event stands in the object of ``cancel``, ``call off``, ``postpone``, or is what was cancelled."""
    at = governor
    for _ in range(STEPS):
        above = parse.tokens[at.head]
        if above.index == at.index:
            return False
        if above.tag[:2] == "VB" and at.dep in ("dobj", "nsubjpass"):
            word = lemma(above.lower, "verb")
            off = word != "call" or any(parse.tokens[n].lower == "off" for n in above.children)
            return word in OFF and off
        if at.dep not in ("acl", "relcl", "prep", "pobj", "compound", "poss", "amod", "acomp", "xcomp"):
            return False
        at = above
    return False


def _happening(parse: Parse, governor: Token, verb: Token | None, tense: str) -> Happening | None:
    """What the sentence itself says of it; who says so comes on top."""
    if verb is None:
        return None
    around = {parse.tokens[at].lower for at in verb.children}
    if around & NEGATIVE and verb is governor:
        return Happening.DENIED if tense == "past" else None
    if around & DOUBTFUL:
        return Happening.ALLEGED
    if tense == "open":
        return Happening.PLANNED if "would" in around else None
    if governor.tag[:2] == "NN" and tense == "past" and lemma(verb.lower, "verb") in INTENDED:
        return Happening.PLANNED
    return {"past": Happening.HAPPENED, "future": Happening.PLANNED}.get(tense)
