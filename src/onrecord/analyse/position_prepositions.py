"""What stands behind the preposition of a verb: ``called for a truce``, ``walked out of the talks``."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.analyse.frames import Range
from onrecord.analyse.grammar import children, passive
from onrecord.analyse.position_parts import infinitive_range, object_of_clause, somebody, to_infinitive
from onrecord.analyse.position_words import PositionWords
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.terms import PositionKind

ASKING = ("ask", "press", "push", "beg", "petition")
FAVOUR = {"favor": PositionKind.ACCEPT, "favour": PositionKind.ACCEPT, "support": PositionKind.ACCEPT,
          "opposition": PositionKind.REFUSE}  # fmt: skip
SPOKEN = {"be", "come", "speak", "argue", "vote", "stand", "write", "campaign", "lobby", "rule", "testify", "rally"}


class Found(NamedTuple):
    """What a verb shows: the kind, what is wanted, who is asked, and the rule."""

    kind: PositionKind
    content: Range
    told: Sequence[Token]
    rule: str


def asked_of(parse: Parse, verb: Token, plain: str, words: PositionWords) -> Iterator[Found]:
    """``called on Torvela to withdraw``, ``called for the log to be opened``: who is asked, then the infinitive."""
    for prep in children(parse, verb, "prep", "prt", "dative"):
        kind = words.asked.get((plain, prep.lower))
        for whom in children(parse, prep, "pobj") if kind else ():
            near = [*children(parse, verb, "xcomp", "advcl", "ccomp"), *children(parse, whom, "acl", "relcl")]
            for deed in near:
                beside = (
                    prep.lower != "for" or infinitive_range(parse, deed)[0] == whom.right + 1 or deed.head == whom.index
                )
                if kind and beside and to_infinitive(parse, deed) and deed.index > whom.index:
                    yield Found(kind, infinitive_range(parse, deed), (whom,), "told")
    for deed in children(parse, verb, "advcl", "ccomp", "xcomp"):
        mark = next((t for t in children(parse, deed, "mark") if t.lower == "for"), None)
        kind = words.asked.get((plain, "for")) if mark is not None else None
        named = children(parse, deed, "nsubj", "nsubjpass")
        if kind and mark and named and to_infinitive(parse, deed) and deed.index > verb.index:
            yield Found(kind, (mark.index + 1, deed.right), (), "behind")


def prepositional(parse: Parse, verb: Token, plain: str, words: PositionWords) -> Iterator[Found]:
    """What stands behind a preposition, or behind a particle and a preposition, that goes with the verb."""
    for names, last in _chains(parse, verb, plain):
        kind = words.behind.get(names)
        if plain == "come" and not any(parse.tokens[at].lower == "out" for at in verb.children):
            continue
        content = _object(parse, verb, last, kind, words) if kind is not None else None
        if kind is None or content is None or (plain == "call" and children(parse, verb, "dobj", "dative")):
            continue
        if kind is PositionKind.DEMAND and children(parse, verb, "oprd"):
            continue
        told = children(parse, verb, "dobj", "dative") if plain in ASKING else ()
        weak = words.among(" ".join(names), "weak behind") and not measured(parse, content, words)
        yield Found(kind, content, told, "behind weak" if weak else "behind")
    if plain in SPOKEN:
        yield from in_favour(parse, verb, words)


def measured(parse: Parse, content: Range, words: PositionWords) -> bool:
    """Whether what is wanted is called by a word for a measure, or is a deed (``arming the guards``)."""
    for token in parse.tokens[content[0] : content[1] + 1]:
        if not content[0] <= token.head <= content[1] or token.head == token.index:
            return token.tag == "VBG" or words.among(lemma(token.lower, "noun"), "things measures")
    return False


def _chains(parse: Parse, verb: Token, plain: str) -> Iterator[tuple[tuple[str, ...], Token]]:
    """The verb with each preposition on it, and with the particle before that; the longer ones first."""
    near = children(parse, verb, "prep", "prt", "advmod")
    for at, prep in enumerate(near):
        for last in children(parse, prep, "prep"):
            yield (plain, prep.lower, last.lower), last
            if prep.dep != "prep":
                yield (plain, last.lower), last
        if at and near[at - 1].index == prep.index - 1:
            yield (plain, near[at - 1].lower, prep.lower), prep
        yield (plain, prep.lower), prep


def _object(parse: Parse, verb: Token, prep: Token, kind: PositionKind, words: PositionWords) -> Range | None:
    """What stands behind a preposition, or is what a relative clause that ends in it is about."""
    what = [*children(parse, prep, "pobj", "pcomp")]
    if not what and verb.dep == "relcl" and prep.dep in ("prep", "prt"):
        return object_of_clause(parse, verb)
    if not what or what[0].index < verb.index:
        return None
    head = what[0]
    if kind is PositionKind.DEMAND and words.among(lemma(head.lower, "noun"), "not asked"):
        return None
    turned_down = kind is PositionKind.REFUSE and words.among(lemma(head.lower, "noun"), "not refused")
    if kind is not PositionKind.DEMAND and somebody(head, words) and not turned_down:
        return None
    if kind is PositionKind.DEMAND and children(parse, head, "neg"):
        return None
    wh = any(parse.tokens[c].tag[:1] == "W" and c < head.index for c in head.children) and head.tag[:2] == "VB"
    if head.tag[:1] == "W" or wh:
        return None
    return (head.left, max([head.right, *(c.right for c in _infinitives(parse, verb) if c.index > head.index)]))


def _infinitives(parse: Parse, verb: Token) -> list[Token]:
    return [c for c in children(parse, verb, "xcomp", "advcl", "ccomp") if to_infinitive(parse, c)]


def in_favour(parse: Parse, verb: Token, words: PositionWords) -> Iterator[Found]:
    """``spoke in favour of the treaty``, ``is in favour of``, ``came out in support of``."""
    for prep in children(parse, verb, "prep"):
        for noun in children(parse, prep, "pobj") if prep.lower == "in" and not passive(parse, verb) else ():
            for of in children(parse, noun, "prep") if noun.lower in FAVOUR else ():
                head = next(iter(children(parse, of, "pobj", "pcomp")), None)
                if of.lower in ("of", "to") and head is not None and not somebody(head, words):
                    yield Found(FAVOUR[noun.lower], (head.left, head.right), (), "behind")
