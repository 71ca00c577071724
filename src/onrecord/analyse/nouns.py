"""What nouns, adjectives and ``according to`` take: ``his claim that``, ``is confident that``, ``a pledge to``."""

from collections.abc import Sequence

from onrecord.analyse.frames import Frame, Range
from onrecord.analyse.grammar import (
    children,
    clause_key,
    cue_range,
    noun_phrase,
    passive,
    sentence,
    source_of,
    subtree,
)
from onrecord.engine.parse import Parse, Token, lemma


def noun_frame(parse: Parse, noun: Token) -> Frame | None:
    """``his claim that``, ``a pledge to``, ``calls for``; possessor, by-agent or the subject of its verb is source."""
    kids = [parse.tokens[at] for at in noun.children]
    word = lemma(noun.lower, "noun")
    if word in ("percent", "year", "people"):
        return None
    clause = next((k for k in kids if k.index > noun.index and k.dep in ("acl", "ccomp", "relcl")), None)
    key, content, cue_last = "", None, noun.index
    if clause is not None and clause.dep != "relcl" and _own(parse, kids, clause):
        marks = {parse.tokens[at].lower for at in clause.children if parse.tokens[at].dep in ("mark", "aux")}
        key = "that" if "that" in marks else "to" if "to" in marks else "clause"
        content = subtree(clause)
    else:
        for prep in kids:
            if (
                prep.dep == "prep"
                and prep.index > noun.index
                and prep.lower in ("for", "of", "on", "about", "in", "to", "against", "with")
            ):
                inner = children(parse, prep, "pobj", "pcomp")
                if inner:
                    key, content, cue_last = prep.lower, (prep.index + 1, prep.right), prep.index
                    break
    if content is None or content[0] <= noun.index:
        return None
    owner = next((k for k in kids if k.dep == "poss"), None)
    first = min(
        [k.index for k in kids if k.index < noun.index and k.dep in ("amod", "compound", "det", "nummod")]
        or [noun.index]
    )
    if owner is not None:
        mark = next((t for t in children(parse, owner, "case")), None)
        first = mark.index if mark else owner.index + 1
        source: tuple[Range, ...] = ((owner.left, mark.index - 1 if mark else owner.right),)
        who, key = owner.index, f"poss-{key}"
    else:
        source, who = (), -1
        if noun.dep in ("dobj", "attr") and parse.tokens[noun.head].tag[:2] == "VB":
            source, who = source_of(parse, parse.tokens[noun.head])
            if not passive(parse, parse.tokens[noun.head]):
                first = cue_range(parse, parse.tokens[noun.head])[0]
                first = first if noun.index - first < 8 else noun.index
            key = f"obj-{key}"
    return Frame(noun.index, "noun", word, key, source, ((first, cue_last),), (content,), who)


def _own(parse: Parse, kids: Sequence[Token], clause: Token) -> bool:
    """Whether a clause is no bare participle; one that a verb helps counts where the noun has an owner.

    ``His claim that it has paid`` is one; in ``rejected the claim that it had paid`` the verb is the better cue.
    """
    if clause.tag not in ("VBN", "VBG"):
        return True
    helped = any(k.tag in ("VBZ", "VBP", "VBD", "MD") for k in children(parse, clause, "aux", "auxpass"))
    return helped and any(k.dep == "poss" for k in kids)


def adjective_frame(parse: Parse, adjective: Token) -> Frame | None:
    """``is confident that``, ``is ready to``."""
    clauses = [c for c in children(parse, adjective, "ccomp", "xcomp") if c.index > adjective.index]
    verb = parse.tokens[adjective.head]
    attached = adjective.dep in ("acomp", "oprd") and verb.tag[:2] == "VB"
    source, who = source_of(parse, verb) if attached else ((), -1)
    first = cue_range(parse, verb)[0] if attached and adjective.index - verb.index < 5 else adjective.index
    word = lemma(adjective.lower, "adj")
    if who >= 0 and parse.tokens[who].lower == "it":
        source = ()
    if clauses:
        clause = clauses[0]
        cue = (min(first, adjective.index), adjective.index)
        content = (clause.left, clause.right)
        return Frame(adjective.index, "adj", word, clause_key(parse, clause), source, (cue,), (content,), who)
    for prep in children(parse, adjective, "prep"):
        inner = children(parse, prep, "pobj", "pcomp")
        if inner and prep.index > adjective.index and attached:
            cue = (min(first, adjective.index), prep.index)
            return Frame(adjective.index, "adj", word, prep.lower, source, (cue,), ((prep.index + 1, prep.right),), who)
    return None


def according_frame(parse: Parse, token: Token) -> Frame | None:
    """``According to X, …`` and ``…, according to X``: the rest of the sentence is the content."""
    to = next((t for t in parse.tokens[token.index + 1 : token.index + 2] if t.lower == "to"), None)
    if to is None:
        return None
    objects = children(parse, to, "pobj")
    if not objects:
        return None
    source = noun_phrase(parse, objects[0])
    start, stop = sentence(parse, token)
    phrase_end = max(to.right, source[1])
    if token.index - start <= 1:
        content = (phrase_end + 1, stop - 1)
    elif parse.tokens[token.index - 1].text == "," or stop - phrase_end <= 3:
        content = (start, token.index - 1)
    else:
        content = (start, token.index - 1)
    pieces = [content] if content[0] <= content[1] else []
    if token.index - start > 1 and stop - phrase_end > 4 and parse.tokens[phrase_end + 1].text == ",":
        pieces.append((phrase_end + 1, stop - 1))
    return Frame(
        token.index, "prep", "according", "to", (source,), ((token.index, to.index),), tuple(pieces), objects[0].index
    )
