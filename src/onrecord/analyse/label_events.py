"""What a passage calls events: noun phrases whose head is a word for something that happens."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.analyse.grammar import children
from onrecord.analyse.label_words import LabelWords
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.span import Span, Spans

BEFORE = {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod", "npadvmod"}
PART = {"compound", "nmod", "amod"}
NARROWING = {"of", "on", "against", "in", "at", "over", "by", "between", "with"}
OPENING, CLOSING = {"“", "‘", '"', "«", "``"}, {"”", "’", '"', "»", "''", "'"}
DAYS = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
}  # fmt: skip
LONGEST = 8  # tokens behind the head


class Called(NamedTuple):
    """A phrase that names an event: its words, its head and that one's plain form, whose or what, by their heads.

    ``label`` is the head with the words before it, small letters, without article, possessor and number.
    """

    span: Span
    head: Span
    lemma: str
    about: Spans
    label: str


def events(parse: Parse, words: LabelWords) -> Iterator[Called]:
    """Every event that a noun phrase names."""
    for token in parse.tokens:
        if token.tag[:2] != "NN" or (plain := lemma(token.lower, "noun")) not in words.events:
            continue
        if _heads(parse, token) and not _idiom(parse, token, words) and not _month(parse, token):
            yield _called(parse, token, plain)


def phrase(parse: Parse, head: Token) -> tuple[int, int]:
    """The noun with what stands right before it, and with short prepositional phrases right behind it."""
    tokens, first, last = parse.tokens, head.index, head.index
    for at in sorted(head.children, reverse=True):
        child = tokens[at]
        if at < head.index and child.dep in BEFORE and first - 2 <= child.right < first:
            first = child.left
    for at in sorted(head.children):
        child = tokens[at]
        if at == last + 1 and child.dep in ("prep", "agent") and child.lower in NARROWING:
            end = _end(parse, child)
            last = end if end - head.index <= LONGEST else last
    while first < head.index and not tokens[first].text[0].isalnum():
        first += 1
    if last + 1 < len(tokens) and tokens[last + 1].text in CLOSING:
        opened = sum(token.text in OPENING for token in tokens[first : last + 1])
        last += opened > sum(token.text in CLOSING for token in tokens[first : last + 1]) or opened == 1
    return first, last


def _end(parse: Parse, prep: Token) -> int:
    """The last token of a prepositional phrase, before a clause or a comma; the preposition itself where none is."""
    at = prep.index
    while at < prep.right and parse.tokens[at + 1].text not in (",", "(", ";", ":", "—", "–", "“", "”", '"'):
        if parse.tokens[at + 1].dep in ("relcl", "advcl") or parse.tokens[at + 1].tag in ("WDT", "WP", "VBD", "MD"):
            break
        at += 1
    return at if at > prep.index else prep.index - 1


def _heads(parse: Parse, token: Token) -> bool:
    """Whether a noun is the head of its phrase; part of another noun (``war crimes``) it names no event itself."""
    if token.dep not in PART or token.head == token.index:
        return True
    above = parse.tokens[token.head]
    return above.index < token.index or above.tag[:2] != "NN"


def _idiom(parse: Parse, token: Token, words: LabelWords) -> bool:
    before = parse.tokens[token.index - 1].lower if token.index else ""
    return not {(before, token.lower), (before, lemma(token.lower, "noun"))}.isdisjoint(words.set_phrases)


def _month(parse: Parse, token: Token) -> bool:
    """``March`` with a capital and no article before it, unless it is part of a name (``the Grain March``)."""
    before = parse.tokens[token.index - 1] if token.index else None
    return token.text == "March" and (before is None or before.tag not in ("NNP", "DT", "PRP$", "POS"))


def _called(parse: Parse, head: Token, plain: str) -> Called:
    first, last = phrase(parse, head)
    own = [t for t in parse.tokens[first : head.index + 1] if t.tag not in ("DT", "PRP$", "POS", "CD", "PDT")]
    possessors = [(t.left, t.right) for t in children(parse, head, "poss")]
    own = [t for t in own if not any(low <= t.index <= high for low, high in possessors) and t.text[0].isalnum()]
    label = " ".join([*(t.lower for t in own if t.index != head.index), plain])
    return Called(parse.span_of(first, last), Span(head.start, head.end), plain, _about(parse, head, last), label)


def _about(parse: Parse, head: Token, last: int) -> Spans:
    """The words for whose event it is, or against, in or between whom, as far as the phrase names them."""
    found: list[Token] = list(children(parse, head, "poss", "compound", "nmod", "amod"))
    found = [t for t in found if t.dep == "poss" or _proper(parse, t)]
    for prep in children(parse, head, "prep", "agent"):
        found += _joined(parse, [o for o in children(parse, prep, "pobj") if o.index <= last])
    return tuple(sorted(_whole(parse, t) for t in found if t.text[0].isalnum() and not _day(t)))


def _day(word: Token) -> bool:
    return word.lower.removesuffix(".") in DAYS and word.text[0].isupper()


def _whole(parse: Parse, noun: Token) -> Span:
    """A name with all its parts (``Port Hadrel``), any other noun alone."""
    first = noun
    while first.index and noun.tag in ("NNP", "NNPS") and parse.tokens[first.index - 1].tag == "NNP":
        if parse.tokens[first.index - 1].head != noun.index or _day(parse.tokens[first.index - 1]):
            break
        first = parse.tokens[first.index - 1]
    return Span(first.start, noun.end)


def _proper(parse: Parse, word: Token) -> bool:
    """Whether a word before the head is a name or made from one, and no month or weekday."""
    if not word.text[0].isupper():
        return False
    return word.tag in ("NNP", "NNPS") or word.index > parse.sentences[word.sentence][0]


def _joined(parse: Parse, nouns: Sequence[Token]) -> list[Token]:
    """Nouns with those that ``and`` joins to them."""
    found = list(nouns)
    for one in found:
        found += children(parse, one, "conj")
    return found
