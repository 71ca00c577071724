"""To whom it was said and by which channel, whether it was said at all, and what kind of nameless source said it."""

import itertools
import re
from collections.abc import Iterator, Sequence

from onrecord.analyse.cues import Lexicon
from onrecord.analyse.frames import Frame, Range
from onrecord.analyse.grammar import children, noun_phrase
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.span import Spans, cut
from onrecord.model.terms import Nameless

TELLING = {
    "tell", "ask", "urge", "inform", "assure", "remind", "warn", "promise", "advise", "encourage", "order", "beg",
    "implore", "invite", "instruct", "persuade", "convince", "press", "notify", "caution", "command", "direct",
    "thank", "congratulate", "email", "write", "challenge", "exhort", "plead", "brief", "lobby", "request",
}  # fmt: skip
TOWARDS = {
    "say", "speak", "write", "announce", "explain", "complain", "appeal", "talk", "confirm", "suggest", "add",
    "promise", "pledge", "vow", "declare", "repeat", "hint", "signal", "admit", "concede", "reveal", "propose",
    "offer", "report", "boast", "confess", "reply", "respond", "shout", "whisper", "point",
}  # fmt: skip
BARE = {"warn", "tell", "remind", "assure", "inform", "urge", "press", "beg", "implore", "lobby", "exhort", "brief"}
OUTLETS = {
    "cnn", "bbc", "cbs", "abc", "nbc", "msnbc", "fox", "npr", "pbs", "itv", "sky", "c-span", "reuters", "bloomberg",
    "jazeera", "times", "post", "gazette", "journal", "guardian", "telegraph", "news", "tribune", "herald",
    "chronicle", "globe", "magazine", "newspaper", "radio", "television", "tv", "station", "daily", "weekly",
    "politico", "broadcaster", "axios", "agency", "courier", "dispatch", "standard", "observer",
    "examiner", "sun", "mirror", "newsweek",
}  # fmt: skip
CARRIERS = {
    "statement", "interview", "letter", "speech", "report", "tweet", "post", "email", "e-mail", "memo", "article",
    "book", "conference", "briefing", "address", "testimony", "message", "video", "essay", "column", "op-ed",
    "release", "remarks", "remark", "broadcast", "podcast", "paper", "document", "filing", "call", "debate",
    "hearing", "rally", "note", "ruling", "blog", "ad", "affidavit", "communique", "editorial", "comment", "cable",
    "spokesman", "spokeswoman", "spokesperson", "lawyer", "twitter", "facebook", "instagram", "telegram", "x",
    "television", "radio", "tv", "newspaper", "magazine", "phone", "telephone", "commentary", "floor", "program",
    "programme", "show", "availability", "summary", "page", "channel", "website", "site", "station", "memoir", "forum",
    "meeting", "appearance", "sermon", "lecture", "toast", "petition", "announcement", "aide", "agency", "network",
}  # fmt: skip
BY = {"in", "on", "at", "during", "through", "via", "by", "from"}
COUNTED = {"both", "each", "neither", "either", "two", "all"}
SIDES = {
    "government", "governments", "country", "countries", "side", "sides", "army", "armies", "ministry", "ministries",
    "capital", "capitals", "party", "parties", "delegation", "delegations", "camp", "camps", "of", "group", "groups",
}  # fmt: skip
GOVERNING = {"cabinet", "government", "parliament", "congress", "senate", "council", "administration"}
HOLDERS = {"minister", "general", "governor", "leader", "judge", "prosecutor", "commander", "authority", "envoy"}
CITED = {
    "letter",
    "treaty",
    "memo",
    "notice",
    "statement",
    "law",
    "bill",
    "diplomat",
    "official",
    "constitution",
    "email",
}
STOPS = {
    "of",
    "in",
    "from",
    "at",
    "who",
    "with",
    "for",
    "on",
    "that",
    "to",
    ",",
    "close",
    "familiar",
    "briefed",
    "working",
}
NOT = {"not", "n't", "never", "no", "nobody", "none", "neither", "without"}


def addressee_of(parse: Parse, frame: Frame) -> tuple[Range, ...]:
    """The person or group that the words were said to, without a preposition."""
    head = parse.tokens[frame.head]
    told = frame.lemma in TELLING
    if frame.addressee and (told or parse.tokens[frame.addressee[0][0]].tag == "PRP"):
        return () if frame.lemma in ("promise", "call") and frame.key.startswith(("quote", "np")) else frame.addressee
    if frame.lemma == "call" and frame.key == "on":
        return frame.content
    if frame.kind != "verb":
        return ()
    subjects = children(parse, head, "nsubjpass")
    if told and subjects and subjects[0].lower != "it":
        return (noun_phrase(parse, subjects[0]),)
    objects = [o for o in children(parse, head, "dobj", "dative") if o.index > head.index and o.tag[:2] in ("NN", "PR")]
    if objects and (frame.lemma in BARE or (frame.lemma == "ask" and frame.key in ("obj-for", "for"))):
        return (noun_phrase(parse, objects[0]),)
    places = [head, *(noun for noun, _ in _carriers(parse, frame))] if frame.lemma in TOWARDS else []
    places += [] if places else [noun for noun, _ in _carriers(parse, frame)]
    for place in places:
        for prep in _preps(parse, place):
            inner = children(parse, prep, "pobj")
            if prep.lower == "to" and inner and not _in(prep.index, frame.content):
                return (noun_phrase(parse, inner[0]),)
    return ()


def channel_of(parse: Parse, frame: Frame) -> tuple[Range, ...]:
    """What carried the words: a statement, an interview, a post, a spokesman, another outlet."""
    for noun, whole in _carriers(parse, frame):
        first, last = whole
        ends = [piece[0] - 1 for piece in frame.content if first < piece[0] <= last]
        if noun.index <= min([last, *ends]):
            return ((first, min([last, *ends])),)
    for first, last in frame.addressee if frame.lemma == "tell" else ():
        words = parse.tokens[first : last + 1]
        named = any(t.tag in ("NNP", "NNPS") or t.lower == "station" for t in words)
        if named and words[-1].lower in OUTLETS:
            return ((first, last),)
    return ()


def _carriers(parse: Parse, frame: Frame) -> Iterator[tuple[Token, Range]]:
    """What carried the words, nearest first: nouns and phrases on the cue or on a verb that the cue hangs on."""
    if frame.kind not in ("verb", "noun", "prep"):
        return
    verb = parse.tokens[frame.head]
    for _ in range(4):
        for prep in _preps(parse, verb):
            if prep.lower not in BY or _in(prep.index, frame.content) or _in(prep.index, frame.source):
                continue
            for noun in children(parse, prep, "pobj"):
                held = _antecedent(parse, verb) if noun.lower == "which" else noun
                if (
                    held is not None
                    and not (held is noun and _in(noun.index, frame.content))
                    and _carries(parse, prep, held)
                ):
                    yield (
                        held,
                        noun_phrase(parse, held) if held is noun else (held.left, max(held.index, prep.index - 1)),
                    )
        above = parse.tokens[verb.head]
        if verb.dep not in ("conj", "xcomp", "advcl", "ccomp") or above.tag[:2] != "VB" or above.index == verb.index:
            return
        if verb.dep == "ccomp" and not _in(above.index, frame.content):
            return
        verb = above


def _carries(parse: Parse, prep: Token, noun: Token) -> bool:
    """Whether a noun names what carries words; behind ``on`` also a programme in quotation marks or an outlet."""
    if noun.lower in CARRIERS or lemma(noun.lower, "noun") in CARRIERS:
        return True
    first = parse.tokens[prep.index + 1] if prep.index + 1 < len(parse.tokens) else noun
    named = noun.tag in ("NNP", "NNPS")
    return prep.lower == "on" and named and (first.text in ("“", '"', "``", "‘") or noun.lower in OUTLETS)


def _antecedent(parse: Parse, verb: Token) -> Token | None:
    """The noun that a relative clause hangs on."""
    noun = parse.tokens[verb.head]
    return noun if verb.dep == "relcl" and noun.tag[:2] == "NN" else None


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

    One thing or person with ``the`` (``the report``) was introduced before and is not nameless, save one official or
    document of a kind that is cited by itself; nor is the one holder of an office.
    """
    told = words.replace(",", " ,").strip(' "“”‘’').split()
    both = (told[:1] and told[0] in COUNTED) or told[:2] == ["the", "two"]
    if both and any(word in SIDES for word in told[1:4]):
        return Nameless.GROUP
    singular = lexicon.unnamed.get(head)
    kind = singular or lexicon.unnamed.get(lemma(head, "noun")) or lexicon.unnamed.get(head.removesuffix("s"))
    if named:
        return kind if kind is Nameless.GROUP and singular is None else None
    if kind is None:
        return Nameless.GROUP if told in (["each"], ["neither"], ["both"]) else _known(told, lexicon)
    plural = singular is None or head in ("people", "many", "some", "others", "most", "few")
    if head == "member":
        return Nameless.OFFICIAL if set(told) & GOVERNING else Nameless.SOURCE
    if head in ("man", "woman", "boy", "girl"):
        return Nameless.PEOPLE
    if head in ("spokesman", "spokeswoman", "spokesperson"):
        return Nameless.OFFICIAL
    if not plural and ("the" in told[:1] or head in HOLDERS):
        return kind if head in CITED or (head in HOLDERS and told[:1] and told[0] in ("a", "an", "one")) else None
    return Nameless.PEOPLE if head in ("experts", "critics", "expert", "critic") else kind


def lead_in(text: str, source: Spans) -> str:
    """The words of a source; for a bare ``who`` the last words before it, which it stands for."""
    words = " ".join(cut(text, source)).lower()
    if words.strip() not in ("who", "which", "that") or not source:
        return words
    before = re.split(r"[.;:,!?\"“”]", text[max(0, source[0].start - 60) : source[0].start].lower().rstrip(" ,"))[-1]
    return " ".join(before.split()[-3:])


def _known(words: Sequence[str], lexicon: Lexicon) -> Nameless | None:
    """The kind of the last known noun before the phrase's first preposition, where its last word is none."""
    if not words or words[0] in ("the", "his", "her", "its", "their"):
        return None
    for word in reversed([*itertools.takewhile(lambda w: w not in STOPS, words)]):
        kind = lexicon.unnamed.get(word) or lexicon.unnamed.get(lemma(word, "noun"))
        if kind is not None:
            return kind
    return None


def _preps(parse: Parse, head: Token) -> Iterator[Token]:
    """Prepositions on the cue, or on its object."""
    yield from children(parse, head, "prep", "agent")
    for obj in children(parse, head, "dobj"):
        yield from children(parse, obj, "prep")


def _in(at: int, ranges: tuple[Range, ...]) -> bool:
    return any(first <= at <= last for first, last in ranges)
