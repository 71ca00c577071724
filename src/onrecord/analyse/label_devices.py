"""How a passage keeps its distance from words: quotation marks around a few, ``so-called``, ``claimed`` for said."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.analyse.direct import Quoted
from onrecord.analyse.grammar import children, cue_range
from onrecord.analyse.label_events import CLOSING, OPENING
from onrecord.analyse.label_words import LabelWords
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.span import Span, Spans
from onrecord.model.terms import LabelKind

FEW = 5  # words at most that quotation marks hold at a distance; longer ones are what somebody says
JOINING = {"IN", "DT", "CC", "TO", ".", ",", "POS", "HYPH", ":"}


class Device(NamedTuple):
    """Words that keep a distance, the word that does it and its plain form, and the words that it is kept from."""

    kind: LabelKind
    span: Span
    head: Span
    lemma: str
    about: Spans
    rule: str


def devices(parse: Parse, marks: Sequence[Quoted], words: LabelWords) -> Iterator[Device]:
    """Every device of a passage; of quotation marks those that are neither names nor long."""
    for mark in marks:
        if (rule := _scare(parse, mark, words)) is not None:
            yield _marked(parse, mark, rule)
    for token in parse.tokens:
        if token.lower in words.doubting_adverbs:
            yield _doubting(parse, token, token.lower, parse.tokens[token.head])
        elif token.lower in words.so_called or _hyphened(parse, token) in words.so_called:
            yield from _so_called(parse, token, words)
        elif token.tag[:2] == "VB" and token.dep not in ("aux", "auxpass"):
            if (plain := lemma(token.lower, "verb")) in words.doubting_verbs and _reports(parse, token):
                yield _doubting(parse, token, plain, None)
        elif token.tag[:2] == "NN" and _owned(parse, token) and lemma(token.lower, "noun") in words.doubting_nouns:
            yield _doubting(parse, token, lemma(token.lower, "noun"), None)


def names(parse: Parse, marks: Sequence[Quoted], words: LabelWords) -> Iterator[Span]:
    """The quotations that are names: of a work, a ship, a programme, a person's nickname."""
    return (mark.quotation.span for mark in marks if _name(parse, mark, words))


def _name(parse: Parse, mark: Quoted, words: LabelWords) -> bool:
    """Whether quotation marks hold a name: every weighty word has a capital, and it stands where names do."""
    held = _held(parse, mark)
    if not held or len(held) > 2 * FEW or mark.quotation.span.start < 0:
        return False
    weighty = [t for t in held if t.tag not in JOINING]
    if not weighty or not all(t.text[0].isupper() or t.text[0].isdigit() for t in weighty):
        return False
    before = parse.tokens[mark.first - 1] if mark.first else None
    after = parse.tokens[mark.last + 1] if mark.last + 1 < len(parse.tokens) else None
    nickname = before is not None and after is not None and before.tag == after.tag == "NNP" and len(held) <= 2
    closed = held[-1].text not in ("!", "?", ".") or len(held) > 2
    beside = {t.lower for t in parse.tokens[max(0, mark.first - 5) : mark.first]}
    work = any(lemma(word, "noun") in words.works for word in beside) and closed
    return nickname or work or (len(weighty) > 1 and closed)


def _scare(parse: Parse, mark: Quoted, words: LabelWords) -> str | None:
    """Why a quotation may keep a distance: a few words that are part of a clause, and no name."""
    held = [t for t in _held(parse, mark) if t.text[0].isalnum()]
    if not held or len(held) > FEW or not mark.quotation.closed or _name(parse, mark, words):
        return None
    if held[-1].index < mark.last - 1 and parse.tokens[mark.last - 1].text in ("!", "?", "."):
        return None
    top = _top(held)
    before = parse.tokens[max(0, mark.first - 4) : mark.first]
    if any(lemma(t.lower, "noun") in words.mentioned for t in before):
        return None
    above = parse.tokens[top.head]
    if above.tag[:2] == "VB" and lemma(above.lower, "verb") in words.naming:
        return None
    if top.dep in ("ROOT", "ccomp", "parataxis", "intj"):
        return None
    return "modifier" if top.dep in ("amod", "compound", "nmod") else "phrase"


def _held(parse: Parse, mark: Quoted) -> list[Token]:
    last = mark.last if mark.quotation.closed else mark.last + 1
    return list(parse.tokens[mark.first + 1 : last])


def _top(held: Sequence[Token]) -> Token:
    """The word that the others hang on."""
    first, last = held[0].index, held[-1].index
    outside = [t for t in held if not first <= t.head <= last or t.head == t.index]
    return outside[-1] if outside else held[-1]


def _marked(parse: Parse, mark: Quoted, rule: str) -> Device:
    held = [t for t in _held(parse, mark) if t.text[0].isalnum()]
    top = _top(held)
    noun = parse.tokens[top.head] if rule == "modifier" else None
    about = (Span(noun.start, noun.end),) if noun is not None and not mark.first <= noun.index <= mark.last else ()
    plain = " ".join(t.lower for t in held)
    return Device(LabelKind.SCARE_QUOTES, mark.quotation.span, Span(top.start, top.end), plain, about, rule)


def _hyphened(parse: Parse, token: Token) -> str:
    """A word in pieces (``so-called``) as one, where its last piece is asked for."""
    at = token.index
    if at < 2 or parse.tokens[at - 1].text != "-" or parse.tokens[at - 1].end != token.start:
        return ""
    return f"{parse.tokens[at - 2].lower}-{token.lower}"


def _so_called(parse: Parse, token: Token, words: LabelWords) -> Iterator[Device]:
    """``so-called observers``: the adjective with the noun that it keeps a distance from."""
    first = token.index if token.lower in words.so_called else token.index - 2
    plain = token.lower if first == token.index else _hyphened(parse, token)
    noun = _noun_after(parse, token)
    if noun is not None:
        tokens = parse.tokens
        closed = noun.index + 1 < len(tokens) and tokens[noun.index + 1].text in CLOSING
        opened = any(t.text in OPENING for t in tokens[token.index + 1 : noun.index])
        span = parse.span_of(first, noun.index + (closed and opened))
        about = Span(tokens[token.index + 1].start, span.end)
        head = parse.span_of(first, token.index)
        yield Device(LabelKind.SO_CALLED, span, head, plain, (about,), "adjective")


def _noun_after(parse: Parse, token: Token) -> Token | None:
    """The noun whose phrase a word stands in, behind the word."""
    at = token
    for _ in range(4):
        at = parse.tokens[at.head]
        if at.index > token.index and at.tag[:2] == "NN":
            return at
        if at.head == at.index:
            break
    return None


def _doubting(parse: Parse, token: Token, plain: str, of: Token | None) -> Device:
    """The word of report as it stands; an adverb is about the word that it hangs on."""
    verb = token.tag[:2] == "VB"
    span = parse.span_of(*cue_range(parse, token)) if verb else Span(token.start, token.end)
    about = (Span(of.start, of.end),) if of is not None and of.index != token.index else ()
    rule = "verb" if verb else "adverb" if of is not None else "noun"
    return Device(LabelKind.DOUBTING_CUE, span, Span(token.start, token.end), plain, about, rule)


def _reports(parse: Parse, verb: Token) -> bool:
    """Whether a verb reports something: a clause hangs on it, or it stands beside what it reports."""
    own = {parse.tokens[at].dep for at in verb.children}
    return bool(own & {"ccomp", "xcomp"}) or (verb.dep in ("parataxis", "ccomp", "ROOT") and "dobj" not in own)


def _owned(parse: Parse, noun: Token) -> bool:
    """``the ministry's claim that …``: whose it is, and that it is put into a clause."""
    return bool(children(parse, noun, "poss")) and bool(children(parse, noun, "acl", "ccomp", "relcl", "prep"))
