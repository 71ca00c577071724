"""To whom it was said and by which channel, whether it was said at all, and what kind of nameless source said it."""

from collections.abc import Iterator

from onrecord.analyse.cues import Lexicon
from onrecord.analyse.frames import Frame, Range
from onrecord.analyse.grammar import children, noun_phrase
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.terms import Nameless

TELLING = {
    "tell", "ask", "urge", "inform", "assure", "remind", "warn", "promise", "advise", "encourage", "order", "beg",
    "implore", "invite", "instruct", "persuade", "convince", "press", "notify", "caution", "command", "direct",
    "thank", "congratulate", "email", "write", "call", "challenge", "exhort", "plead", "brief", "lobby", "request",
}  # fmt: skip
TOWARDS = {"say", "speak", "write", "announce", "explain", "complain", "appeal", "talk", "confirm", "suggest", "add"}
CARRIERS = {
    "statement", "interview", "letter", "speech", "report", "tweet", "post", "email", "e-mail", "memo", "article",
    "book", "conference", "briefing", "address", "testimony", "message", "video", "essay", "column", "op-ed",
    "release", "remarks", "remark", "broadcast", "podcast", "paper", "document", "filing", "call", "debate",
    "hearing", "rally", "note", "ruling", "blog", "ad", "affidavit", "communique", "editorial", "comment", "cable",
    "spokesman", "spokeswoman", "spokesperson", "lawyer", "twitter", "facebook", "instagram", "telegram", "x",
    "television", "radio", "tv", "newspaper", "magazine", "phone", "telephone",
}  # fmt: skip
BY = {"in", "on", "at", "during", "through", "via", "by", "from"}
NOT = {"not", "n't", "never", "no", "nobody", "none", "neither", "without"}


def addressee_of(parse: Parse, frame: Frame) -> tuple[Range, ...]:
    """The person or group that the words were said to, without a preposition."""
    head = parse.tokens[frame.head]
    if frame.addressee and (frame.lemma in TELLING or parse.tokens[frame.addressee[0][0]].tag == "PRP"):
        return frame.addressee
    if frame.lemma == "call" and frame.key == "on":
        return frame.content
    if frame.lemma in TOWARDS:
        for prep in _preps(parse, head):
            inner = children(parse, prep, "pobj")
            if prep.lower == "to" and inner and not _in(prep.index, frame.content):
                return (noun_phrase(parse, inner[0]),)
    return ()


def channel_of(parse: Parse, frame: Frame) -> tuple[Range, ...]:
    """What carried the words: a statement, an interview, a post, a spokesman, another outlet."""
    if frame.kind not in ("verb", "noun"):
        return ()
    head = parse.tokens[frame.head]
    for prep in _preps(parse, head):
        if prep.lower not in BY or _in(prep.index, frame.content):
            continue
        for noun in children(parse, prep, "pobj"):
            if noun.lower in CARRIERS or noun.lower.rstrip("s") in CARRIERS:
                first, last = noun_phrase(parse, noun)
                ends = [piece[0] - 1 for piece in frame.content if first < piece[0] <= last]
                return ((first, min([last, *ends])),)
    return ()


def negated(parse: Parse, frame: Frame) -> bool:
    """Whether the report says that the words were not said, or not yet: ``did not say``, ``never promised``."""
    if frame.kind not in ("verb", "adj"):
        return False
    head = parse.tokens[frame.head]
    words = [parse.tokens[at] for at in head.children]
    if frame.kind == "adj":
        words += [parse.tokens[at] for at in parse.tokens[head.head].children]
    if any(
        w.dep == "neg" or (w.lower in NOT and w.index < head.index and w.dep in ("advmod", "preconj")) for w in words
    ):
        return True
    subject = parse.tokens[frame.subject] if frame.subject >= 0 else None
    if subject is not None and (subject.lower in NOT or parse.tokens[subject.left].lower in ("no", "neither")):
        return True
    governor = parse.tokens[head.head]
    if head.dep == "xcomp" and governor.index != head.index:
        return governor.lower in ("declined", "refused", "failed") or any(
            parse.tokens[at].dep == "neg" for at in governor.children
        )
    return False


def governor_of(parse: Parse, frame: Frame) -> str:
    """The plain form of the verb that an infinitive cue hangs on (``declined to comment``); nothing where none is."""
    head = parse.tokens[frame.head]
    above = parse.tokens[head.head]
    return lemma(above.lower, "verb") if head.dep == "xcomp" and above.tag[:2] == "VB" else ""


def nameless_of(words: str, head: str, named: bool, lexicon: Lexicon) -> Nameless | None:
    """What kind of source it is that the report gives no name for; ``head`` is its lower-case head noun.

    One thing or person with ``the`` (``the report``) was introduced before and is not nameless.
    """
    singular = lexicon.nameless.get(head)
    kind = singular or lexicon.nameless.get(head.removesuffix("s"))
    if named:
        return kind if kind is Nameless.GROUP and singular is None else None
    return None if singular is not None and words.startswith("the ") else kind


def _preps(parse: Parse, head: Token) -> Iterator[Token]:
    """Prepositions on the cue, or on its object."""
    yield from children(parse, head, "prep", "agent")
    for obj in children(parse, head, "dobj"):
        yield from children(parse, obj, "prep")


def _in(at: int, ranges: tuple[Range, ...]) -> bool:
    return any(first <= at <= last for first, last in ranges)
