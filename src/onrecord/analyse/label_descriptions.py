"""What a passage says that somebody is: ``is a strongman``, ``called him a thug``, ``crazed Senators``, ``the aliens``.

Names, their titles and noun phrases that stand for actors are mentions, and their words are labels already. Here are
those that no mention holds: what follows ``is`` and ``called``, words before a name that are no office, what stands
beside a name between commas, and nouns of the kinds that ``label_words.toml`` lists. Negated ones are none.
"""

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.analyse.actor_words import actor_words
from onrecord.analyse.grammar import children
from onrecord.analyse.label_events import CLOSING, OPENING, phrase
from onrecord.analyse.label_words import LabelWords
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.span import Span
from onrecord.model.terms import ActorType

PROPER = ("NNP", "NNPS")
NOUNS = ("NN", "NNS")
ADJECTIVES = ("JJ", "JJR", "JJS", "VBN", "VBG")
NEGATING = {"not", "n't", "n’t", "never", "no", "hardly", "neither", "nor"}
PART = ("compound", "nmod", "amod")
THINGS = {"it", "that", "this", "there", "what", "which"}
IF = {"if", "whether", "unless"}
MAYBE = {"can", "could", "may", "might", "must", "should", "shall"}
BEHIND = {"of", "for", "to", "in", "from", "behind"}
UNFINISHED = ("POS", "IN", "DT", "CC", "VBN", "VBG", "PRP$")  # no description ends with such a word
LONGEST = 14  # tokens behind the head of a description


class Described(NamedTuple):
    """Words for somebody: the phrase, its head and that one's plain form, the head of whom it is for, and the rule."""

    span: Span
    head: Span
    lemma: str
    about: Span | None
    rule: str


def descriptions(parse: Parse, words: LabelWords) -> Iterator[Described]:
    """Every description of a passage, whether anybody is known to be meant or not."""
    for token in parse.tokens:
        if token.tag[:2] == "VB" and token.dep not in ("aux", "auxpass"):
            plain = lemma(token.lower, "verb")
            if plain in words.being or token.lower in ("'s", "’s", "'re", "’re", "'m", "’m"):
                yield from _being(parse, token, words)
            elif plain in words.calling:
                yield from _called(parse, token, words)
        elif token.tag in PROPER and token.dep not in PART:
            yield from _before(parse, token, words)
            yield from _beside(parse, token, words)
        elif token.tag in NOUNS and token.dep not in PART and _kind(parse, token, words):
            yield _described(parse, token, None, "kind")


def _being(parse: Parse, verb: Token, words: LabelWords) -> Iterator[Described]:
    """``X is a strongman``, ``X remains dangerous``."""
    subject = next(iter(children(parse, verb, "nsubj")), None)
    than = any(t.lower in {"than", "as", *IF} for t in children(parse, verb, "mark", "prep"))
    if subject is None or than or _negated(parse, verb) or subject.lower in THINGS:
        return
    for noun in children(parse, verb, "attr"):
        if noun.index > verb.index and _says(parse, noun, words):
            yield _described(parse, noun, subject, "is")
    asserted = not any(t.lower in MAYBE | {"to"} for t in children(parse, verb, "aux"))
    for word in children(parse, verb, "acomp"):
        if asserted and word.index > verb.index and _quality(parse, word, words):
            yield _described(parse, word, subject, "is")


def _called(parse: Parse, verb: Token, words: LabelWords) -> Iterator[Described]:
    """``called X a thug``, ``described X as corrupt``, ``X was branded a traitor``."""
    if _negated(parse, verb):
        return
    objects = [t for t in children(parse, verb, "dobj", "nsubjpass", "dative", "iobj") if t.lower not in THINGS]
    for word in children(parse, verb, "oprd", "ccomp", "xcomp", "attr"):
        own = [t for t in children(parse, word, "nsubj") if t.lower not in THINGS]
        if word.index < verb.index or children(parse, word, "aux", "cop", "mark") or not (own or objects):
            continue
        if _says(parse, word, words) or _quality(parse, word, words):
            yield _described(parse, word, (own or objects)[0], "called")
    for prep in children(parse, verb, "prep"):
        if prep.lower != "as" or not objects:
            continue
        for word in children(parse, prep, "pobj", "amod", "pcomp", "acomp"):
            if _says(parse, word, words) or _quality(parse, word, words):
                yield _described(parse, word, objects[0], "called")


def _before(parse: Parse, name: Token, words: LabelWords) -> Iterator[Described]:
    """``crazed Senators``, ``strongman Oren Vail``: words in small letters right before a name."""
    first = name.index
    while first and parse.tokens[first - 1].tag in PROPER and parse.tokens[first - 1].head == name.index:
        first -= 1
    at = first - 1
    while at >= 0 and _epithet(parse, parse.tokens[at], name, words):
        at -= 1
    at += 1
    while at < first and not parse.tokens[at].text[0].isalnum():
        at += 1
    if at < first:
        head = parse.tokens[first - 1]
        plain = " ".join(t.lower for t in parse.tokens[at:first])
        yield Described(parse.span_of(at, name.index), Span(head.start, head.end), plain, _span(name), "before")


def _epithet(parse: Parse, word: Token, name: Token, words: LabelWords) -> bool:
    if word.tag == "HYPH" or word.text in ("-", "–"):
        return True
    if word.lower in actor_words().compass:
        return False
    if not word.text[0].islower() or word.left != word.index or word.lower in words.ordering:
        return word.dep == "advmod" and parse.tokens[word.head].head == name.index and word.lower not in words.ordering
    if word.head != name.index and parse.tokens[word.head].head != name.index:
        return False
    if word.dep == "amod" and word.tag in ADJECTIVES:
        return True
    return word.dep in ("compound", "nmod", "amod") and (word.lower in words.people or _person(word))


def _person(noun: Token) -> bool:
    return actor_words().kind(noun.lower) is ActorType.PERSON


def _beside(parse: Parse, name: Token, words: LabelWords) -> Iterator[Described]:
    """``Oren Vail, a vulnerable member of …``."""
    for noun in children(parse, name, "appos"):
        apart = noun.left > 0 and parse.tokens[noun.left - 1].text == "," and not children(parse, noun, "conj")
        told = actor_words().kind(noun.lower) or noun.lower in words.people or noun.lower in words.kinds
        if noun.index > name.index and apart and told and _says(parse, noun, words):
            yield _described(parse, noun, name, "beside")


def _says(parse: Parse, noun: Token, words: LabelWords) -> bool:
    """Whether a noun phrase says what somebody is, rather than how many, how long or where."""
    if noun.tag not in NOUNS or lemma(noun.lower, "noun") in words.nobody or children(parse, noun, "nummod"):
        return False
    before = children(parse, noun, "det", "poss", "amod", "compound")
    if _hyphened(parse, noun):
        return False
    return bool(before) and not any(t.lower in NEGATING for t in before)


def _quality(parse: Parse, word: Token, words: LabelWords) -> bool:
    """Whether an adjective says what somebody is like; not what he can, knows, will or feels about something."""
    if word.tag not in ("JJ", "JJR", "JJS") or word.lower in words.states or not word.text[0].isalpha():
        return False
    if children(parse, word, "xcomp", "ccomp", "npadvmod") or any(
        t.lower != "for" for t in children(parse, word, "prep")
    ):
        return False
    return not any(t.lower in NEGATING for t in children(parse, word, "neg", "advmod", "det"))


def _kind(parse: Parse, token: Token, words: LabelWords) -> bool:
    """Whether a noun is one between which writers choose, as a word of its own (not in ``government-issued``)."""
    if _hyphened(parse, token):
        return False
    known = token.lower in words.kinds or lemma(token.lower, "noun") in words.kinds
    return known and not any(t.lower in NEGATING for t in children(parse, token, "det"))


def _hyphened(parse: Parse, token: Token) -> bool:
    """Whether a word is the first part of another (``government-issued``, ``son-in-law``)."""
    after = parse.tokens[token.index + 1 : token.index + 2]
    return bool(after) and after[0].start == token.end and after[0].text in ("-", "–")


def _described(parse: Parse, head: Token, about: Token | None, rule: str) -> Described:
    first, last = _noun(parse, head) if head.tag[:2] == "NN" else _adjectives(parse, head)
    plain = lemma(head.lower, "noun" if head.tag[:2] == "NN" else "adj")
    return Described(parse.span_of(first, last), Span(head.start, head.end), plain, _span(about), rule)


def _noun(parse: Parse, head: Token) -> tuple[int, int]:
    """The noun with what stands before it, and with ``of …`` or ``for …`` behind it up to a comma or a clause."""
    (first, _), last, tokens = phrase(parse, head), head.index, parse.tokens
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if following is not None and following.lower in BEHIND and following.head == head.index:
        end = last + 1
        while end < min(following.right, head.index + LONGEST) and not _ends(tokens[end + 1]):
            end += 1
        whole = end == following.right or _ends(tokens[end + 1])
        last = end if whole and end > following.index else last
    while last > head.index and tokens[last].tag in UNFINISHED:
        last -= 1
    opened = [t for t in tokens[first : last + 1] if t.text in OPENING]
    if len(opened) % 2:
        behind = [t.text for t in tokens[last + 1 : last + 3]]
        closes = [text in CLOSING for text in behind]
        last += 1 if closes[:1] == [True] else 2 if closes[1:] == [True] and behind[0] in (",", ".") else 0
    return first, last


def _ends(token: Token) -> bool:
    clause = token.dep in ("relcl", "advcl", "acl") or token.tag in ("WDT", "WP", "WRB", "VBD", "VBZ", "MD", "TO")
    return clause or token.text in (",", "(", ";", ":", "—", "–", ".")


def _adjectives(parse: Parse, head: Token) -> tuple[int, int]:
    first = min([head.index, *(t.index for t in children(parse, head, "advmod") if t.index < head.index)])
    return (first if head.index - first <= 2 else head.index), head.index


def _span(token: Token | None) -> Span | None:
    return None if token is None else Span(token.start, token.end)


def _negated(parse: Parse, verb: Token) -> bool:
    """Whether a verb is negated, or the one whose clause it is: ``did not call``, ``no longer is``, ``not let be``."""
    own = any(t.lower in NEGATING or t.lower == "longer" for t in children(parse, verb, "neg", "advmod", "preconj"))
    above = parse.tokens[verb.head]
    return own or (verb.dep in ("ccomp", "xcomp") and above.index != verb.index and bool(children(parse, above, "neg")))
