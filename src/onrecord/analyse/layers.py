"""To whom it was said and by which channel, and whether it was said at all."""

from collections.abc import Iterator

from onrecord.analyse.actor_words import actor_words
from onrecord.analyse.frames import Frame, Range
from onrecord.analyse.grammar import children, noun_phrase
from onrecord.engine.parse import Parse, Token, lemma

TELLING = {
    "tell", "ask", "urge", "inform", "assure", "remind", "warn", "promise", "advise", "encourage", "order", "beg",
    "implore", "invite", "instruct", "persuade", "convince", "press", "notify", "caution", "command", "direct",
    "thank", "congratulate", "email", "write", "challenge", "exhort", "plead", "brief", "lobby", "request",
}  # fmt: skip
TOWARDS = {
    "say", "speak", "write", "announce", "explain", "complain", "appeal", "talk", "confirm", "suggest", "add",
    "promise", "pledge", "vow", "declare", "repeat", "hint", "signal", "admit", "concede", "reveal", "propose",
    "offer", "report", "boast", "confess", "reply", "respond", "shout", "whisper",
}  # fmt: skip
BARE = {"warn", "tell", "remind", "assure", "inform", "urge", "press", "beg", "implore", "lobby", "exhort", "brief"}
PUSHING = {"push", "pressure", "prod", "nudge", "pressurise", "pressurize", "coax", "cajole", "summon", "goad", "dare"}
NAMING = {"call", "dub", "label", "brand", "term", "deem", "consider", "describe", "portray", "name"}
FACING = {"address", "confront", "approach", "brief", "face"}
MESSAGES = {
    "pitch", "appeal", "plea", "message", "letter", "warning", "promise", "pledge", "offer", "complaint", "proposal",
    "threat", "apology", "ultimatum", "request", "commitment", "assurance", "invitation", "answer", "response", "reply",
    "call",
}  # fmt: skip
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
SPEAKING = {"speaking", "talking", "writing", "appearing", "testifying", "posting", "tweeting", "answering", "reading"}
MARKS = {"“", '"', "``", "‘"}
CLOSING = {"”", '"', "''", "’"}
BY = {"in", "on", "at", "during", "through", "via", "by", "from"}
NOBODY_ELSE = {"themselves", "himself", "herself", "itself", "which", "what", "that"}
NOT = {"not", "n't", "never", "no", "nobody", "none", "neither", "without"}


def addressee_of(parse: Parse, frame: Frame) -> tuple[Range, ...]:
    """The person or group that the words were said to, without a preposition; whoever speaks is nobody else."""
    found = _told(parse, frame)
    said = {at for first, last in frame.source for at in range(first, last + 1)}
    itself = any(first == last and parse.tokens[first].lower in NOBODY_ELSE for first, last in found)
    return () if itself or any(said & set(range(first, last + 1)) for first, last in found) else found


def _told(parse: Parse, frame: Frame) -> tuple[Range, ...]:
    head = parse.tokens[frame.head]
    told = frame.lemma in TELLING
    if frame.lemma == "call":
        return _called_on(parse, head, frame)
    if frame.addressee and (told or (parse.tokens[frame.addressee[0][0]].tag == "PRP" and frame.lemma not in NAMING)):
        return () if frame.lemma == "promise" and frame.key.startswith(("quote", "np")) else frame.addressee
    if frame.kind == "noun" and frame.lemma in MESSAGES:
        return _towards(parse, [head, parse.tokens[head.head]] if head.dep == "dobj" else [head], frame)
    if frame.kind != "verb":
        return ()
    subjects = children(parse, head, "nsubjpass")
    if told and subjects and subjects[0].lower != "it":
        return (noun_phrase(parse, subjects[0]),)
    if told and head.tag == "VBN" and head.dep == "advcl" and not frame.source:
        return tuple(
            noun_phrase(parse, who) for who in children(parse, parse.tokens[head.head], "nsubj", "nsubjpass")[:1]
        )
    objects = [o for o in children(parse, head, "dobj", "dative") if o.index > head.index and o.tag[:2] in ("NN", "PR")]
    duty = any(c.dep in ("xcomp", "ccomp", "advcl") and c.index > head.index for c in _kids(parse, head))
    if objects and (frame.lemma in BARE or (frame.lemma == "ask" and frame.key in ("obj-for", "for"))):
        thing = frame.lemma in ("urge", "press") and not duty and _in(objects[0].index, frame.content)
        return () if thing else (noun_phrase(parse, objects[0]),)
    if objects and frame.lemma in PUSHING and duty:
        return (noun_phrase(parse, objects[0]),)
    for verb in (v for v in _kids(parse, head) if v.dep in ("xcomp", "advcl") and lemma(v.lower, "verb") in TELLING):
        inner = children(parse, verb, "dobj", "dative")
        if inner and _in(verb.index, frame.cue):
            return (noun_phrase(parse, inner[0]),)
    carried = [noun for noun, _ in _carriers(parse, frame)]
    return _towards(parse, [head, *carried] if frame.lemma in TOWARDS else carried, frame) or _faced(parse, head)


def _called_on(parse: Parse, head: Token, frame: Frame) -> tuple[Range, ...]:
    """``called on the parties to``, however the parser hangs it."""
    if head.index + 1 >= len(parse.tokens) or parse.tokens[head.index + 1].lower not in ("on", "upon"):
        return ()
    inner = [o for prep in children(parse, head, "prep", "prt") for o in children(parse, prep, "pobj")]
    inner += children(parse, head, "dobj")
    near = [o for o in inner if head.index < o.left <= head.index + 2]
    return (noun_phrase(parse, near[0]),) if near else frame.content if frame.key == "on" else ()


def _towards(parse: Parse, places: list[Token], frame: Frame) -> tuple[Range, ...]:
    """Who stands behind ``to``: ``said to reporters``, ``in a letter to the mayor``."""
    for place in places:
        for prep in _preps(parse, place):
            inner = children(parse, prep, "pobj")
            if prep.lower == "to" and inner and not _in(prep.index, frame.content) and _hears(inner[0]):
                return (noun_phrase(parse, inner[0]),)
    return ()


def _hears(noun: Token) -> bool:
    """Whether a noun stands for somebody who can be spoken to; ``a commitment to reform`` is made to nobody."""
    if noun.tag in ("NNP", "NNPS", "PRP"):
        return True
    return actor_words().kind(noun.lower) is not None or noun.lower in actor_words().titles


def _faced(parse: Parse, head: Token) -> tuple[Range, ...]:
    """Whom the speaker is said to address just before: ``addressed parliament and warned``."""
    above = parse.tokens[head.head]
    if head.dep not in ("conj", "advcl") or children(parse, head, "dobj") or lemma(above.lower, "verb") not in FACING:
        return ()
    return tuple(noun_phrase(parse, o) for o in children(parse, above, "dobj")[:1])


def channel_of(parse: Parse, frame: Frame) -> tuple[Range, ...]:
    """What carried the words: a statement, an interview, a post, a spokesman, another outlet.

    An outlet that somebody told is whom it was said to (in 6 of 8 on the stories it is no channel).
    """
    for noun, whole in _carriers(parse, frame):
        first, last = whole
        ends = [piece[0] - 1 for piece in frame.content if first < piece[0] <= last]
        if noun.index <= min([last, *ends]):
            return ((first, min([last, *ends])),)
    return ()


def _carriers(parse: Parse, frame: Frame) -> Iterator[tuple[Token, Range]]:
    """What carried the words, nearest first: nouns and phrases on the cue or on a verb that the cue hangs on."""
    if frame.kind not in ("verb", "noun", "prep"):
        return
    verb = parse.tokens[frame.head]
    for _ in range(4):
        speaking = [v for v in children(parse, verb, "advcl") if v.tag == "VBG" and v.lower in SPEAKING]
        for place in (verb, *speaking):
            for prep in _preps(parse, place):
                if prep.lower in BY and not _in(prep.index, frame.content) and not _in(prep.index, frame.source):
                    yield from _carried_by(parse, verb, prep, frame)
        above = parse.tokens[verb.head]
        if verb.dep not in ("conj", "xcomp", "advcl", "ccomp") or above.tag[:2] != "VB" or above.index == verb.index:
            return
        if verb.dep == "ccomp" and not _in(above.index, frame.content):
            return
        verb = above


def _carried_by(parse: Parse, verb: Token, prep: Token, frame: Frame) -> Iterator[tuple[Token, Range]]:
    """The carriers behind one preposition."""
    programme = _programme(parse, prep) if prep.lower == "on" else None
    if programme is not None:
        yield parse.tokens[programme[0]], programme
        return
    for noun in children(parse, prep, "pobj"):
        held = _antecedent(parse, verb) if noun.lower == "which" else noun
        if held is None or (held is noun and _in(noun.index, frame.content)) or not _carries(parse, prep, held):
            continue
        yield held, noun_phrase(parse, held) if held is noun else (held.left, max(held.index, prep.index - 1))


def _programme(parse: Parse, prep: Token) -> Range | None:
    """A programme's name in quotation marks: ``on “Morning Talk”``, ``on Station Four’s “Morning Talk”``."""
    tokens = parse.tokens
    opening = range(prep.index + 1, min(prep.index + 7, len(tokens)))
    start = next((at for at in opening if tokens[at].text in MARKS), None)
    if start is None or any(t.tag not in ("NNP", "NNPS", "POS", "DT", "NN") for t in tokens[prep.index + 1 : start]):
        return None
    end = next((at for at in range(start + 1, min(start + 9, len(tokens))) if tokens[at].text in CLOSING), None)
    words = tokens[start + 1 : end]
    titled = words and all(w.text[0].isupper() or w.tag in ("IN", "DT", "CC", "TO", ".", ",") for w in words)
    return (prep.index + 1, end) if end is not None and titled and words[0].text[0].isupper() else None


def _carries(parse: Parse, prep: Token, noun: Token) -> bool:
    """Whether a noun names what carries words; behind ``on`` also an outlet."""
    if noun.lower in CARRIERS or lemma(noun.lower, "noun") in CARRIERS:
        return True
    return prep.lower == "on" and noun.tag in ("NNP", "NNPS") and noun.lower in OUTLETS


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


def noun_of(parse: Parse, frame: Frame) -> str:
    """The noun that the source's last word stands before where the source stops short of it: ``one``, ``many``."""
    last = max((end for _, end in frame.source), default=-1)
    if last < 0 or last + 1 >= len(parse.tokens) or parse.tokens[last].tag[:2] not in ("CD", "JJ", "DT", "NN"):
        return ""
    word = parse.tokens[last]
    noun = parse.tokens[word.head]
    joined = word.dep in ("det", "nummod", "amod", "compound", "nmod") and last < noun.index <= last + 4
    return noun.lower if joined and noun.tag in ("NN", "NNS") and not _in(noun.index, frame.content) else ""


def _kids(parse: Parse, head: Token) -> list[Token]:
    return [parse.tokens[at] for at in head.children]


def _preps(parse: Parse, head: Token) -> Iterator[Token]:
    """Prepositions on the cue, or on its object."""
    yield from children(parse, head, "prep", "agent")
    for obj in children(parse, head, "dobj"):
        yield from children(parse, obj, "prep")


def _in(at: int, ranges: tuple[Range, ...]) -> bool:
    return any(first <= at <= last for first, last in ranges)
