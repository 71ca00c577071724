"""Positions that a noun or adjective says: ``its refusal to``, ``Torvela's demand that``, ``is ready to``."""

from collections.abc import Iterator, Sequence

from onrecord.analyse.frames import Range
from onrecord.analyse.grammar import children, cue_range
from onrecord.analyse.position_parts import (
    Want,
    conditions,
    cut_out,
    infinitive_range,
    name_of,
    somebody,
    stands,
    to_infinitive,
)
from onrecord.analyse.position_words import PositionWords
from onrecord.analyse.relation_parties import behind, parties, subjects
from onrecord.analyse.relation_polarity import negations
from onrecord.analyse.relation_words import relation_words
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.span import Span
from onrecord.model.terms import PositionKind

WITH = {
    PositionKind.DEMAND: ("for", "that", "on"),
    PositionKind.OFFER: ("for",),
    PositionKind.ACCEPT: ("for",),
    PositionKind.REFUSE: ("of", "to", "on"),
    PositionKind.THREAT: ("of",),
}
HELD = {"make", "issue", "repeat", "renew", "voice", "express", "declare", "announce", "reiterate", "have", "maintain",
        "back", "state", "give", "signal", "send", "present"}  # fmt: skip


def by_noun(parse: Parse, noun: Token, words: PositionWords) -> Iterator[Want]:
    """What one noun says somebody wants or will not have."""
    plain = lemma(noun.lower, "noun")
    kind = words.nouns.get(plain)
    if plain == "line" and any(t.lower == "red" for t in children(parse, noun, "amod")):
        yield from _red_line(parse, noun)
    if plain == "time" and noun.dep == "attr":
        yield from _high_time(parse, noun)
    if kind is None or noun.tag not in ("NN", "NNS") or noun.dep == "compound":
        return
    content = _wanted(parse, noun, kind, words)
    if content is None:
        return
    verb = parse.tokens[noun.head] if noun.dep in ("dobj", "nsubjpass") else None
    verb = verb if verb is not None and verb.tag[:2] == "VB" else None
    who = _owners(parse, noun)
    held = verb is not None and lemma(verb.lower, "verb")
    if not who and verb is not None and held in HELD and noun.dep == "dobj":
        who = subjects(parse, verb)
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
        yield Want(kind, parties(parse, who), cue, spans, "noun", limits, (), turned, named=named)


def _high_time(parse: Parse, noun: Token) -> Iterator[Want]:
    """``It is time that the minister resign``, ``it’s time to talk``: a demand of whoever says so."""
    verb = parse.tokens[noun.head]
    if not any(t.lower == "it" for t in children(parse, verb, "nsubj")) or verb.lower in ("was", "were"):
        return
    after = [*children(parse, noun, "acl", "relcl", "ccomp"), *children(parse, verb, "ccomp", "advcl", "xcomp")]
    for clause in [c for c in after if c.index > noun.index and c.tag in ("VB", "VBP", "VBZ", "VBD")][:1]:
        spans = cut_out(parse, clause.left, clause.right)
        yield Want(PositionKind.DEMAND, (), Span(noun.start, noun.end), spans, "duty should", spoken=True)


def _owners(parse: Parse, noun: Token) -> Sequence[Token]:
    """Whose it is: in front, behind ``by`` or ``from``, or in an adjective of a name."""
    near = [t for t in children(parse, noun, "poss") if t.index < noun.index]
    near = near or [t for t in behind(parse, noun, "by", "from") if t.tag[:2] in ("NN", "PR")]
    return near or [t for t in children(parse, noun, "compound", "amod", "nmod") if t.text[:1].isupper()][:1]


def _wanted(parse: Parse, noun: Token, kind: PositionKind, words: PositionWords) -> Range | None:
    """What the noun is for: an infinitive, a clause, or the phrase behind its preposition."""
    for clause in children(parse, noun, "acl", "ccomp", "relcl"):
        if clause.index < noun.index:
            continue
        if to_infinitive(parse, clause) and clause.dep != "relcl":
            return infinitive_range(parse, clause)
        if any(t.lower == "that" and t.dep == "mark" for t in children(parse, clause, "mark")):
            return (clause.left, clause.right)
    after = WITH[kind] if noun.lower in ("support", "commitment", "commitments") else (*WITH[kind], "of", "to")
    for prep in children(parse, noun, "prep"):
        if prep.lower in after and prep.right > prep.index and prep.index == noun.index + 1:
            head = next(iter(children(parse, prep, "pobj", "pcomp")), None)
            if head is not None and not somebody(head, words):
                return (prep.index + 1, prep.right)
    return None


def by_state(parse: Parse, word: Token, words: PositionWords) -> Iterator[Want]:
    """What an adjective says of its subject: ``is ready to``, ``remains opposed to``, ``is non-negotiable``."""
    verb = parse.tokens[word.head]
    if word.dep not in ("acomp", "oprd", "ROOT", "attr", "conj", "prep") or verb.tag[:2] != "VB":
        return
    if not words.among(lemma(verb.lower, "verb"), "states copulas"):
        return
    how = stands(parse, verb)
    if not how:
        return
    turned = negations(parse, verb, relation_words()) % 2 == 1
    turned ^= any(t.dep == "neg" for t in children(parse, word, "neg"))
    hyphened = word.index > 1 and parse.tokens[word.index - 2].lower == "non"
    if word.lower == "negotiable" and (turned or hyphened):
        yield from _closed(parse, word, verb, not (turned or hyphened))
    if words.among(word.lower, "states closed"):
        yield from _closed(parse, word, verb, turned)
        return
    deed = next((t for t in children(parse, word, "xcomp", "ccomp", "advcl") if to_infinitive(parse, t)), None)
    kind = None
    if words.among(word.lower, "states offer") and deed is not None:
        accepted = words.among(lemma(deed.lower, "verb"), "will accepted")
        kind = PositionKind.ACCEPT if accepted else PositionKind.OFFER
    if words.among(word.lower, "states unwilling") and deed is not None:
        kind = PositionKind.REFUSE
    if deed is not None and kind is not None:
        if words.among(lemma(deed.lower, "verb"), "not silent") and kind is PositionKind.REFUSE:
            return
        if turned and kind is not PositionKind.REFUSE:
            kind, turned = PositionKind.REFUSE, False
        yield from _of(parse, word, verb, kind, infinitive_range(parse, deed), turned, how)
    elif words.among(word.lower, "states against") or word.lower == "open":
        preps = [word] if word.tag == "IN" else [p for p in children(parse, word, "prep") if p.lower == "to"]
        for prep in preps:
            head = next(iter(children(parse, prep, "pobj", "pcomp")), None)
            if head is not None and not somebody(head, words):
                kind = PositionKind.ACCEPT if word.lower == "open" else PositionKind.REFUSE
                yield from _of(parse, word, verb, kind, (head.left, head.right), turned, how)


def _of(
    parse: Parse, word: Token, verb: Token, kind: PositionKind, content: Range, turned: bool, how: str
) -> Iterator[Want]:
    found = conditions(parse, verb.left, verb.right, kind, word.index)
    found = [one for one in found if not one[0] <= content[0] <= one[1]]
    spans = cut_out(parse, *content, found)
    first = min(cue_range(parse, verb)[0], word.index)
    if spans:
        limits = tuple(span for one in found for span in cut_out(parse, *one))
        who, cue = parties(parse, subjects(parse, verb)), parse.span_of(first, word.index)
        named = name_of(parse, content)
        yield Want(
            kind,
            who,
            cue,
            spans,
            "state",
            limits,
            (),
            turned,
            how == "open" or lemma(verb.lower, "verb") in ("seem", "appear"),
            named=named,
        )


def _closed(parse: Parse, word: Token, verb: Token, turned: bool) -> Iterator[Want]:
    """``The border is non-negotiable``: its subject is what cannot be had otherwise, by whoever says so."""
    for thing in children(parse, verb, "nsubj")[:1]:
        refused = word.lower in ("unacceptable", "intolerable")
        kind = PositionKind.REFUSE if refused else PositionKind.RED_LINE
        spans = cut_out(parse, thing.left, thing.right)
        yield Want(kind, (), Span(word.start, word.end), spans, "closed", (), (), turned, False, spoken=True)


def _red_line(parse: Parse, line: Token) -> Iterator[Want]:
    """``The port is a red line``, ``its red line: the port``."""
    verb = parse.tokens[line.head]
    cue = parse.span_of(min(t.index for t in (*children(parse, line, "amod"), line)), line.index)
    who = parties(parse, _owners(parse, line))
    if line.dep == "attr" and verb.tag[:2] == "VB":
        for thing in children(parse, verb, "nsubj")[:1]:
            spans = cut_out(parse, thing.left, thing.right)
            holder = who or parties(parse, [o for p in children(parse, line, "prep") if p.lower == "for"
                                            for o in children(parse, p, "pobj")])  # fmt: skip
            turned = negations(parse, verb, relation_words()) % 2 == 1
            yield Want(PositionKind.RED_LINE, holder, cue, spans, "red line", (), (), turned, spoken=not holder)
    elif line.dep in ("nsubj", "appos", "dobj", "pobj") and who:
        tail = [*children(parse, line, "acl", "relcl", "prep"), *children(parse, verb, "attr", "ccomp")]
        for what in tail[:1]:
            spans = cut_out(parse, what.left, what.right)
            yield Want(PositionKind.RED_LINE, who, cue, spans, "red line")
