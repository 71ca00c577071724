"""Positions that a noun or adjective says: ``its refusal to``, ``Torvela's demand that``, ``is ready to``."""

from collections.abc import Iterator

from onrecord.analyse.frames import Range
from onrecord.analyse.grammar import children, cue_range
from onrecord.analyse.position_lines import beyond, closed, red_line
from onrecord.analyse.position_parts import (
    Want,
    conditions,
    cut_out,
    infinitive_range,
    name_of,
    owners_of,
    somebody,
    stands,
    to_infinitive,
)
from onrecord.analyse.position_plans import of_deed
from onrecord.analyse.position_prepositions import in_favour, measured
from onrecord.analyse.position_words import PositionWords
from onrecord.analyse.relation_parties import parties, subjects
from onrecord.analyse.relation_polarity import negations
from onrecord.analyse.relation_words import relation_words
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.span import Span
from onrecord.model.terms import PositionKind

LOOSE = ("open", "happy", "content", "ready", "glad", "bent", "intent", "hostile", "anxious")
STANDING = ("acomp", "oprd", "ROOT", "attr", "conj", "prep")
ORDERS = {"order", "directive", "instruction", "direction"}
WITH = {
    PositionKind.DEMAND: ("for", "that", "on"),
    PositionKind.OFFER: ("for", "on"),
    PositionKind.ACCEPT: ("for",),
    PositionKind.REFUSE: ("of", "to", "on"),
    PositionKind.THREAT: ("of",),
}
HELD = {"make", "issue", "repeat", "renew", "voice", "express", "declare", "announce", "reiterate", "have", "maintain",
        "back", "state", "give", "signal", "send", "present", "file", "submit", "lodge"}  # fmt: skip


def by_noun(parse: Parse, noun: Token, words: PositionWords) -> Iterator[Want]:
    """What one noun says somebody wants or will not have."""
    plain = lemma(noun.lower, "noun")
    kind = words.nouns.get(plain)
    if plain == "line" and any(t.lower == "red" for t in children(parse, noun, "amod")):
        yield from red_line(parse, noun)
    if plain == "time" and noun.dep == "attr":
        yield from _high_time(parse, noun)
    if kind is None or noun.tag not in ("NN", "NNS") or noun.dep == "compound":
        return
    content = _wanted(parse, noun, kind, words)
    if content is None:
        return
    verb = parse.tokens[noun.head] if noun.dep in ("dobj", "nsubjpass") else None
    verb = verb if verb is not None and verb.tag[:2] == "VB" else None
    who = owners_of(parse, noun)
    held = verb is not None and lemma(verb.lower, "verb")
    if not who and verb is not None and held in HELD and noun.dep == "dobj":
        who = subjects(parse, verb)
    if not who:  # ``the pledge he has been making``
        made = (c for c in children(parse, noun, "relcl") if lemma(c.lower, "verb") in HELD)
        who = [s for c in made for s in children(parse, c, "nsubj") if s.tag[:1] != "W" and s.lower != "that"]
    if not who:
        return
    if verb is not None and words.among(str(held), "sought verbs"):
        return
    dropped = verb is not None and words.among(str(held), "not withdrawn")
    turned = negations(parse, noun, relation_words()) % 2 == 1 if held in HELD else dropped
    found = conditions(parse, content[0], content[1], kind, noun.index)
    spans = cut_out(parse, *content, found)
    if spans:
        limits = tuple(span for one in found for span in cut_out(parse, *one))
        cue, named = Span(noun.start, noun.end), name_of(parse, content)
        vague = (
            kind is PositionKind.OFFER
            and parse.tokens[content[0] - 1].lower == "to"
            and not measured(parse, content, words)
        )
        rule = "noun weak" if vague else "noun"
        yield Want(kind, parties(parse, who), cue, spans, rule, limits, (), turned, named=named)


def _high_time(parse: Parse, noun: Token) -> Iterator[Want]:
    """``It is time that the minister resign``, ``it’s time to talk``: a demand of whoever says so."""
    verb = parse.tokens[noun.head]
    if not any(t.lower == "it" for t in children(parse, verb, "nsubj")) or verb.lower in ("was", "were"):
        return
    after = [*children(parse, noun, "acl", "relcl", "ccomp"), *children(parse, verb, "ccomp", "advcl", "xcomp")]
    for clause in [c for c in after if c.index > noun.index and c.tag in ("VB", "VBP", "VBZ", "VBD")][:1]:
        spans = cut_out(parse, clause.left, clause.right)
        yield Want(PositionKind.DEMAND, (), Span(noun.start, noun.end), spans, "duty should", spoken=True)


def _wanted(parse: Parse, noun: Token, kind: PositionKind, words: PositionWords) -> Range | None:
    """What the noun is for: an infinitive, a clause, or the phrase behind its preposition."""
    for clause in children(parse, noun, "acl", "ccomp", "relcl"):
        if clause.index < noun.index:
            continue
        if to_infinitive(parse, clause) and clause.dep != "relcl" and not children(parse, clause, "mark"):
            if words.among(lemma(noun.lower, "noun"), "not doing"):
                continue
            return infinitive_range(parse, clause)
        owed = kind is not PositionKind.OFFER or any(t.tag == "MD" for t in children(parse, clause, "aux"))
        if owed and any(t.lower == "that" and t.dep == "mark" for t in children(parse, clause, "mark")):
            return (clause.left, clause.right)
        would = any(t.tag == "MD" and t.lower in ("would", "will") for t in children(parse, clause, "aux"))
        if kind is PositionKind.OFFER and clause.dep == "relcl" and would:  # ``an offer that would open the port``
            return (noun.left, clause.right)
    for clause in children(parse, noun, "acl", "advcl", "relcl") if kind is PositionKind.DEMAND else ():
        mark = next((t for t in children(parse, clause, "mark") if t.lower == "for"), None)
        if mark is not None and to_infinitive(parse, clause):  # ``its call for the port to open``
            return (mark.index + 1, clause.right)
    after = WITH[kind] if noun.lower in ("support",) else (*WITH[kind], "of")
    after = (*after, "to") if words.among(lemma(noun.lower, "noun"), "not asking") else after
    for prep in children(parse, noun, "prep") if lemma(noun.lower, "noun") not in ORDERS else ():
        later = kind is PositionKind.DEMAND and prep.lower == "for"  # ``filed a request in court for an order``
        beside = prep.index == noun.index + 1 or later
        if prep.lower in after and prep.right > prep.index and beside:
            head = next(iter(children(parse, prep, "pobj", "pcomp")), None)
            if head is not None and (kind is PositionKind.DEMAND or not somebody(head, words)):
                return (prep.index + 1, prep.right)
    for harm in children(parse, noun, "compound") if kind is PositionKind.THREAT else ():
        if words.among(harm.lower, "things harms"):  # ``his veto threat``
            return (harm.left, harm.index)
    return None


def by_state(parse: Parse, word: Token, words: PositionWords) -> Iterator[Want]:
    """What an adjective says of its subject: ``is ready to``, ``remains opposed to``, ``is non-negotiable``."""
    verb = parse.tokens[word.head]
    if word.dep in ("acl", "amod", "relcl", "appos") and verb.tag[:2] in ("NN", "PR", "DT") and verb.index < word.index:
        if word.lower not in LOOSE and words.among(
            word.lower, "states against", "states offer", "states wanting", "states unwilling"
        ):
            yield from _held(parse, word, verb, words, False, "so")
        return
    if word.dep not in STANDING or verb.tag[:2] != "VB":
        return
    if not words.among(lemma(verb.lower, "verb"), "states copulas"):
        return
    how = stands(parse, verb)
    if not how:
        return
    turned = negations(parse, verb, relation_words()) % 2 == 1
    turned ^= any(t.dep == "neg" for t in children(parse, word, "neg"))
    if word.lower == "in":
        for found in in_favour(parse, verb, words):
            kind = PositionKind.REFUSE if turned and found.kind is PositionKind.ACCEPT else found.kind
            turned &= found.kind is not PositionKind.ACCEPT
            yield from _of(parse, word, verb, kind, found.content, turned, how, "state")
        return
    if word.dep == "prep" and (phrase := beyond(parse, word, turned)):
        yield from closed(parse, word, verb, False, phrase)
        return
    hyphened = word.index > 1 and parse.tokens[word.index - 2].lower == "non"
    if word.lower == "negotiable" and (turned or hyphened):
        yield from closed(parse, word, verb, not (turned or hyphened))
    if (
        turned
        and word.lower in ("acceptable", "option")
        and any(t.dep == "nsubj" for t in children(parse, verb, "nsubj"))
    ):
        yield from closed(parse, word, verb, False, PositionKind.REFUSE)
        return
    if words.among(word.lower, "states closed"):
        yield from closed(parse, word, verb, turned)
        return
    if words.among(word.lower, "states needed") and not turned:
        yield from _needed(parse, word, verb)
        return
    yield from _held(parse, word, verb, words, turned, how)


def _held(parse: Parse, word: Token, verb: Token, words: PositionWords, turned: bool, how: str) -> Iterator[Want]:
    """What an adjective of somebody says they would or would not do, or have done."""
    near = children(parse, word, "xcomp", "ccomp", "advcl")
    deed = next((t for t in near if to_infinitive(parse, t) and t.index > word.index), None)
    kind, rule = None, "state"
    if deed is not None and words.among(word.lower, "states offer"):
        accepted = words.among(lemma(deed.lower, "verb"), "will accepted")
        kind = PositionKind.ACCEPT if accepted else PositionKind.OFFER
    if deed is not None and words.among(word.lower, "states wanting"):
        kind, sure = of_deed(parse, deed, PositionKind.DEMAND, words)
        rule = "state" if sure else "state weak"
    if deed is not None and words.among(word.lower, "states unwilling"):
        kind = PositionKind.REFUSE
    if deed is not None and kind is not None:
        if words.among(lemma(deed.lower, "verb"), "not silent") and kind is PositionKind.REFUSE:
            return
        if turned and kind is not PositionKind.REFUSE:
            kind, turned = PositionKind.REFUSE, False
        yield from _of(parse, word, verb, kind, infinitive_range(parse, deed), turned, how, rule)
        return
    against = words.among(word.lower, "states against")
    for prep in [word] if word.tag == "IN" else children(parse, word, "prep"):
        name = word.lower if word.tag == "IN" else f"{word.lower} {prep.lower}"
        head = next(iter(children(parse, prep, "pobj", "pcomp")), None)
        if (
            head is None
            or somebody(head, words)
            or not (words.among(name, "states for") or (against and prep.lower in ("to", "against")))
        ):
            continue
        content = (head.left, head.right)
        if against and turned:
            kind, turned = PositionKind.ACCEPT, False
        elif against:
            kind = PositionKind.REFUSE
        else:
            kind, turned = (PositionKind.REFUSE, False) if turned else (PositionKind.ACCEPT, False)
            if word.lower == "committed" and head.tag == "VBG" and kind is PositionKind.ACCEPT:
                kind = PositionKind.OFFER  # ``is committed to opening the port``
        sure = against or word.lower == "open" or measured(parse, content, words)
        rule = "stance" if sure else "state weak"
        asking = any(parse.tokens[c].tag[:1] == "W" for c in (prep.index, *head.children))
        if not asking and (word.lower != "for" or measured(parse, content, words)):
            yield from _of(parse, word, verb, kind, content, turned, how, rule)


def _needed(parse: Parse, word: Token, verb: Token) -> Iterator[Want]:
    """``It is imperative that Congress act``, ``it is essential for them to withdraw``: a demand of whoever says so."""
    if not any(t.lower == "it" for t in children(parse, verb, "nsubj", "expl")):
        return
    near = [*children(parse, verb, "ccomp", "advcl", "xcomp"), *children(parse, word, "ccomp", "xcomp", "advcl")]
    near = [c for c in near if c.index > word.index and children(parse, c, "nsubj", "nsubjpass")]
    near = [c for c in near if children(parse, c, "nsubj", "nsubjpass")[0].lower not in ("me", "i")]
    that = [c for c in near if c.tag == "VBP" and any(t.lower == "that" for t in children(parse, c, "mark"))]
    near = [c for c in near if c.tag == "VB" or to_infinitive(parse, c)] or that
    for clause in near[:1]:
        if not any(t.tag == "MD" and t.lower not in ("should", "must") for t in children(parse, clause, "aux")):
            spans = cut_out(parse, clause.left, clause.right)
            yield Want(PositionKind.DEMAND, (), Span(word.start, word.end), spans, "need", spoken=True)


def _of(
    parse: Parse, word: Token, verb: Token, kind: PositionKind, content: Range, turned: bool, how: str, rule: str
) -> Iterator[Want]:
    noun = verb.tag[:2] != "VB"
    found = conditions(parse, *((content) if noun else (verb.left, verb.right)), kind, word.index)
    found = [one for one in found if not one[0] <= content[0] <= one[1]]
    spans = cut_out(parse, *content, found)
    first = word.index if noun else min(cue_range(parse, verb)[0], word.index)
    if spans:
        limits = tuple(span for one in found for span in cut_out(parse, *one))
        who, cue = parties(parse, [verb] if noun else subjects(parse, verb)), parse.span_of(first, word.index)
        named = name_of(parse, content)
        yield Want(
            kind,
            who,
            cue,
            spans,
            rule,
            limits,
            (),
            turned,
            how == "open" or lemma(verb.lower, "verb") in ("seem", "appear"),
            named=named,
        )
