"""What somebody wants to do or means to do: ``wants to repeal``, ``plans to sue``, ``its effort to block``.

An infinitive is a position only where it is of a deed that a measure does or that is done to one (``deeds`` in the list
of words): ``wants to repeal the law``, not ``wants to know``. The deed says whether something is refused, accepted or
threatened by it.
"""

from collections.abc import Iterator, Sequence

from onrecord.analyse.grammar import children, passive
from onrecord.analyse.position_parts import Want, conditions, cut_out, infinitive_range, owners_of, to_infinitive
from onrecord.analyse.position_prepositions import Found
from onrecord.analyse.position_words import PositionWords
from onrecord.analyse.relation_parties import behind, parties, subjects
from onrecord.analyse.relation_polarity import negations
from onrecord.analyse.relation_words import relation_words
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.span import Span
from onrecord.model.terms import PositionKind

WOULD = {"like", "love", "prefer", "hate"}
NOT = ("not", "n't", "n’t", "never")
WISHED = {"want", "like", "love", "wish"}
IS = {"is", "was", "’s", "'s", "remains"}
TRYING = {"try", "attempt"}  # no more than a means where it is not told as done (``to try to prevent theft``)
GOING_ON = {"begin", "start", "continue", "keep"}
CAUSING = {"get", "have", "make", "persuade", "convince", "call", "compel", "urge", "ask", "induce", "order", "push"}
EASING = {
    "lift",
    "ease",
    "end",
    "suspend",
    "remove",
    "cancel",
    "drop",
    "cut",
    "lower",
    "stop",
    "halt",
    "delay",
    "waive",
}
UNWANTED = {
    "use",
    "win",
    "lose",
    "become",
    "stay",
    "live",
    "work",
    "talk",
    "speak",
    "run",
    "hear",
    "learn",
    "meet",
    "find",
}
SEEN = {"see", "have", "make", "get", "take", "put"}
MAKING = {
    "announce", "unveil", "outline", "launch", "lead", "mount", "begin", "join", "detail", "release", "present",
    "introduce", "renew", "repeat", "have", "make", "propose", "continue", "push", "pursue", "file", "bring",
    "advance", "express", "finalize", "finalise", "consider",
    "weigh", "vow", "undertake", "start", "draft", "devise", "put", "offer", "declare",
}  # fmt: skip


def planned(parse: Parse, verb: Token, plain: str, words: PositionWords) -> Iterator[Found]:
    """``wants to repeal``, ``plans to sue``; ``does not want to sign``, which the negation turns into a refusal."""
    wanting, meaning = words.among(plain, "plans wanting"), words.among(plain, "plans meaning")
    if passive(parse, verb) and words.among(verb.lower, "states offer", "states wanting"):
        yield from _prepared(parse, verb, words)
    if not (wanting or meaning) or passive(parse, verb):
        return
    would = plain not in WOULD or plain == "prefer" or any(t.tag == "MD" for t in children(parse, verb, "aux"))
    if not would:
        return
    for deed in children(parse, verb, "xcomp", "advcl", *(["ccomp"] if plain == "sue" else [])):
        if not to_infinitive(parse, deed) or deed.index < verb.index or deed.tag != "VB" or _asks(parse, verb, deed):
            continue
        if any(t.lower == "whether" for t in children(parse, deed, "mark", "advmod")):
            continue
        turned = any(t.lower in NOT for t in children(parse, verb, "neg", "advmod"))
        if turned and plain in ("intend", "mean") and _past(parse, verb):
            return
        kind, sure = of_deed(parse, deed, PositionKind.DEMAND if wanting else PositionKind.OFFER, words)
        if any(t.lower in NOT for t in children(parse, deed, "neg")):
            kind = PositionKind.REFUSE
        if not sure and plain == "want" and _wished(parse, deed, words):
            wished = PositionKind.REFUSE if turned else kind
            yield Found(wished, infinitive_range(parse, deed), (), "wish")
            return
        if not sure and not turned and not (wanting and _seen(parse, deed)):
            return
        if plain in ("fight", "move", "press", "push", "work", "battle") and deed.dep == "advcl" and not sure:
            return
        sure |= (
            turned and words.among(lemma(deed.lower, "verb"), "will withheld") and bool(children(parse, deed, "dobj"))
        )
        sure |= wanting and plain in WISHED and (lemma(deed.lower, "verb") == "see" or _makes_sure(parse, deed))
        weak = words.among(plain, "plans weak") or (plain in TRYING and verb.tag not in ("VBD", "VBN"))
        rule = "plan vague" if not sure else "plan weak" if weak else "plan"
        yield Found(kind, infinitive_range(parse, deed), (), rule)


def _past(parse: Parse, verb: Token) -> bool:
    """Whether it was so once: what a law ``never intended to`` do is what it means, and nobody's refusal."""
    return verb.tag in ("VBD", "VBN") or any(t.tag == "VBD" for t in children(parse, verb, "aux"))


def _wished(parse: Parse, deed: Token, words: PositionWords) -> bool:
    """Whether what is wanted is a deed with something at its other end: ``wants to write a new set of rules``."""
    if words.among(lemma(deed.lower, "verb"), "duty idle", "not silent") or deed.lower in SEEN | UNWANTED:
        return False
    return any(t.tag[:2] == "NN" for t in children(parse, deed, "dobj"))


def _prepared(parse: Parse, verb: Token, words: PositionWords) -> Iterator[Found]:
    """``are prepared to sign``, where the parser takes the adjective for a verb."""
    for deed in children(parse, verb, "xcomp"):
        if to_infinitive(parse, deed):
            usual = PositionKind.OFFER if words.among(verb.lower, "states offer") else PositionKind.DEMAND
            kind, sure = of_deed(parse, deed, usual, words)
            willing = sure or usual is PositionKind.OFFER
            yield Found(kind, infinitive_range(parse, deed), (), "plan" if willing else "plan vague")


def of_deed(parse: Parse, deed: Token, usual: PositionKind, words: PositionWords) -> tuple[PositionKind, bool]:
    """What doing this is, and whether it is a deed that can be wanted at all; nothing wanted is a threat."""
    plain = lemma(deed.lower, "verb")
    if plain in GOING_ON and (going := _going_on(parse, deed)) is not None:  # ``to begin closing the port``
        return of_deed(parse, going, usual, words)
    if plain in CAUSING and (inner := _caused(parse, deed)) is not None:  # ``to get Torvela to open the port``
        return usual, not words.among(lemma(inner.lower, "verb"), "duty idle")
    preps = {t.lower for t in children(parse, deed, "prep")}
    if plain == "vote" and behind(parse, deed, "on") and usual is PositionKind.OFFER:  # ``plans to vote on the treaty``
        return usual, True
    things = [lemma(t.lower, "noun") for t in children(parse, deed, "dobj")]
    if plain == "vote":
        kind = PositionKind.REFUSE if "against" in preps else PositionKind.ACCEPT
        chosen = [c for prep in children(parse, deed, "prep") for c in children(parse, prep, "pobj")]
        if any(one.tag[:3] == "NNP" for one in chosen):  # for whom, not for what
            return kind, False
        return kind, bool(preps & {"against", "for"}) or bool(children(parse, deed, "xcomp"))
    if plain in ("fight", "battle") and "against" not in preps and not things:
        return usual, False
    looked_into = plain in ("investigate", "probe", "examine", "review")
    if not looked_into and any(words.among(thing, "published things", "not claims") for thing in things):
        return usual, False
    harms = any(words.among(thing, "things penalties") for thing in things) or _legal(parse, deed)
    if harms and usual is PositionKind.OFFER and words.among(plain, "deeds measures", "deeds light"):
        return PositionKind.THREAT, plain not in EASING
    if plain in ("fight", "strike", "hit") and any(t.lower == "back" for t in children(parse, deed, "advmod", "prt")):
        return PositionKind.THREAT if usual is PositionKind.OFFER else usual, True
    if words.among(plain, "deeds opposing"):
        return PositionKind.REFUSE, True
    if words.among(plain, "deeds accepting"):
        return PositionKind.ACCEPT, True
    if words.among(plain, "deeds harming") and usual is PositionKind.OFFER:
        return PositionKind.THREAT, True
    light = words.among(plain, "deeds light") and any(
        words.among(lemma(t.lower, "noun"), "things measures") for t in children(parse, deed, "dobj", "prt", "nsubj")
    )
    return usual, light or words.among(plain, "deeds measures", "deeds harming")


def _going_on(parse: Parse, deed: Token) -> Token | None:
    """What is begun or gone on with: ``begin closing the port``."""
    return next((c for c in children(parse, deed, "xcomp") if c.tag in ("VB", "VBG")), None)


def _caused(parse: Parse, deed: Token) -> Token | None:
    """What somebody else is to do: ``get Torvela to open the port``, ``have the minister testify``."""
    inner = children(parse, deed, "ccomp", "xcomp")
    whom = [*children(parse, deed, "dobj"), *(s for c in inner for s in children(parse, c, "nsubj", "nsubjpass"))]
    plain = [c for c in inner if c.index > deed.index and c.tag in ("VB", "VBP")]
    return plain[0] if plain and any(t.tag[:2] in ("NN", "PR") for t in whom) else None


def _legal(parse: Parse, deed: Token) -> bool:
    """``Take legal action``."""
    things = [t for t in children(parse, deed, "dobj") if t.lower in ("action", "steps")]
    return any(a.lower in ("legal", "military") for t in things for a in children(parse, t, "amod"))


def by_effort(parse: Parse, noun: Token, words: PositionWords) -> Iterator[Want]:
    """``its plan to extend the truce``, ``launched a drive to repeal the law``."""
    plain = lemma(noun.lower, "noun")
    if not words.among(plain, "plans nouns") or noun.dep == "compound":
        return
    deeds = [
        c for c in children(parse, noun, "acl", "relcl", "xcomp") if to_infinitive(parse, c) and c.index > noun.index
    ]
    is_to = parse.tokens[noun.head] if noun.dep == "nsubj" and parse.tokens[noun.head].lower in IS else None
    if not deeds and is_to is not None:  # ``its goal is to open the port``
        deeds = [c for c in children(parse, is_to, "xcomp", "ccomp", "advcl") if to_infinitive(parse, c)]
    for deed in deeds[:1]:
        offered = plain in ("plan", "proposal", "vow", "intention", "intent", "initiative", "decision")
        kind, sure = of_deed(parse, deed, PositionKind.OFFER if offered else PositionKind.DEMAND, words)
        verb = parse.tokens[noun.head]
        held = lemma(verb.lower, "verb") if noun.dep in ("dobj", "nsubjpass") and verb.tag[:2] == "VB" else ""
        who = owners_of(parse, noun)
        if not who and held in MAKING and noun.dep == "dobj":
            who = subjects(parse, verb)
        if not who and noun.dep == "pobj" and verb.lower in ("in", "as"):  # ``sued them in a bid to stop the dam``
            above = parse.tokens[verb.head]
            who = subjects(parse, above) if above.tag[:2] == "VB" and not passive(parse, above) else []
        if not sure or not who:
            return
        if any(t.lower in NOT for t in (*children(parse, deed, "neg"), *children(parse, verb, "neg"))):
            kind = PositionKind.REFUSE
        content = infinitive_range(parse, deed)
        limits = conditions(parse, *content, kind, noun.index)
        spans = cut_out(parse, *content, limits)
        turned = held in MAKING and negations(parse, noun, relation_words()) % 2 == 1
        turned = turned or words.among(held, "not withdrawn")
        some = words.among(plain, "plans nouns_weak")
        weak = plain == "decision" or words.among(lemma(deed.lower, "verb"), "official acts")
        rule = "effort weak" if weak else "effort some" if some else "effort"
        cut = tuple(span for one in limits for span in cut_out(parse, *one))
        if spans:
            cue = Span(noun.start, noun.end)
            yield Want(kind, parties(parse, who), cue, spans, rule, cut, (), turned)


def _makes_sure(parse: Parse, deed: Token) -> bool:
    """``wants to make sure it is done``."""
    return deed.lower == "make" and any(
        t.lower in ("sure", "certain") for t in (*children(parse, deed, "acomp", "oprd", "ccomp", "advmod"),)
    )


def _seen(parse: Parse, deed: Token) -> bool:
    """``wants to see a vote``, ``wants to get rid of``: light verbs with what is wanted behind them."""
    light = lemma(deed.lower, "verb") in SEEN
    return light and bool(children(parse, deed, "dobj", "ccomp", "prt")) and not _asks(parse, deed, deed)


def _asks(parse: Parse, verb: Token, deed: Token) -> bool:
    """Whether it is a question: ``what he wants to see``."""
    objects: Sequence[Token] = (*children(parse, deed, "dobj"), parse.tokens[verb.left])
    return any(t.tag[:1] == "W" and t.lower != "who" for t in objects)
