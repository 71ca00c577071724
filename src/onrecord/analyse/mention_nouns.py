"""Noun phrases as mentions: heads that stand for actors, and documents that are cited like speakers."""

from onrecord.analyse.frames import Range
from onrecord.analyse.gathering import DEFINITE, INDEFINITE, Gathering
from onrecord.engine.parse import Token, lemma
from onrecord.model.span import Span
from onrecord.model.terms import ActorType, Form

BEFORE = ("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod", "npadvmod", "punct")
SPEAKING = {"say", "tell", "add", "claim", "deny", "insist", "argue", "warn", "ask"}
NARROWING = {"of", "in", "at", "from", "for", "on"}


def heads_actor(g: Gathering, token: Token) -> bool:
    """Whether a noun heads a phrase that may stand for an actor or a document."""
    if token.dep in ("compound", "nmod", "amod") and token.head != token.index:
        return False
    if token.lower == "one":
        return _maker(g, token) is not None and token.dep in ("nsubj", "nsubjpass", "pobj", "dobj")
    known = g.words.kind(token.lower) is not None or g.words.document(token.lower)
    return known or _speaks(g, token) or _who(g, token)


def _speaks(g: Gathering, noun: Token) -> bool:
    """Whether a noun that no list has is the subject of a plain verb of speech."""
    verb = g.parse.tokens[noun.head]
    return noun.dep == "nsubj" and verb.tag[:2] == "VB" and lemma(verb.lower, "verb") in SPEAKING


def _who(g: Gathering, noun: Token) -> bool:
    """Whether a relative clause with ``who`` hangs on a noun."""
    clauses = (g.parse.tokens[at] for at in noun.children if g.parse.tokens[at].dep == "relcl")
    return any(g.parse.tokens[at].lower in ("who", "whom") for clause in clauses for at in clause.children)


def _is_plural(g: Gathering, head: Token) -> bool:
    word = head.lower
    return head.tag == "NNS" or (head.tag in ("NNP", "NNPS") and word not in g.words.nouns and word[-1] == "s")


def take_nominal(g: Gathering, head: Token) -> None:
    """Take in a noun phrase, whether it is definite, whose it is, and for a document who made it."""
    first, last = _phrase(g, head)
    tokens = g.parse.tokens
    words = tuple(t.lower for t in tokens[first : head.index + 1])
    opening, owner, plural = words[0], g.owner_of(head), _is_plural(g, head)
    indefinite = opening in INDEFINITE or tokens[first].tag == "CD"
    indefinite = indefinite or (plural and opening not in DEFINITE and owner is None)
    kind = g.words.kind(head.lower) if head.lower != "bodies" else ActorType.GROUP
    if head.dep in ("attr", "npadvmod", "oprd"):
        return
    if plural and kind is ActorType.PERSON:
        kind = ActorType.GROUP
    maker = _maker(g, head) if kind is None else None
    g.add(
        head, g.parse.span_of(first, last), Form.NOMINAL, words, noun=head.lower, number="p" if plural else "s",
        type=kind, offices=frozenset(w for w in words if w in g.words.titles),
        sides=g.sides_of((*words[:-1], *_proper(g, head.index + 1, last)), kind),
        definite=not indefinite and (opening in DEFINITE or owner is not None), gender=g.gender_of((head.lower,)),
        owner=owner, written=kind is None and g.words.document(head.lower),
        maker=Span(maker.start, maker.end) if maker else None,
    )  # fmt: skip


def _phrase(g: Gathering, head: Token) -> Range:
    """The noun with what stands before it, and ``of …`` behind it where that is short."""
    tokens, first = g.parse.tokens, head.index
    for at in sorted(head.children, reverse=True):
        child = tokens[at]
        if at < head.index and child.dep in BEFORE and child.right >= first - 1 - (child.dep == "poss"):
            first = min(first, child.left)
    while first < head.index and tokens[first].text[:1] in ',“"”-—':
        first += 1
    last = head.index
    for at in head.children:
        child = tokens[at]
        if at != last + 1 or child.right - last >= 8:
            continue
        narrows = child.dep == "prep" and any(tokens[o].dep == "pobj" for o in child.children)
        if (narrows and child.lower in NARROWING) or (child.dep == "acl" and child.tag in ("VBN", "VBG")):
            last = max(last, g.phrase_end(child, child.right))
    return first, last


def _maker(g: Gathering, head: Token) -> Token | None:
    """Whoever made a document: its possessor, a name before it, or who it is ``by``, ``from`` or ``issued by``."""
    tokens = g.parse.tokens
    for at in head.children:
        child = tokens[at]
        if child.dep == "poss":
            return child
        if child.dep == "prep" and child.lower in ("by", "from"):
            return next((tokens[o] for o in child.children if tokens[o].dep == "pobj"), None)
        if child.dep == "acl" and child.tag == "VBN":
            agent = next(
                (
                    tokens[o]
                    for o in child.children
                    if tokens[o].dep in ("agent", "prep") and tokens[o].lower in ("by", "from")
                ),
                None,
            )
            if agent is not None:
                return next((tokens[o] for o in agent.children if tokens[o].dep == "pobj"), None)
    before = tokens[head.index - 1] if head.index else None
    if before is not None and before.tag in ("NNP", "NNPS") and before.head == head.index:
        return before
    return None


def _proper(g: Gathering, first: int, last: int) -> list[str]:
    return [t.lower for t in g.parse.tokens[first : last + 1] if t.tag in ("NNP", "NNPS")]
