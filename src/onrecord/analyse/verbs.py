"""What a verb takes as its content: a clause, an infinitive, an object, a phrase, or what stands before it."""

from dataclasses import replace

from onrecord.analyse.frames import Frame, Range
from onrecord.analyse.grammar import (
    behind,
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

CLAUSES = {"ccomp", "xcomp"}
# Verbs whose preposition is theirs wherever the parser hangs it: it is torn between verb and object by the names alone.
TAKES = {
    "accuse": "of", "suspect": "of", "convict": "of", "blame": "for", "fault": "for", "thank": "for", "praise": "for",
    "criticise": "for", "criticize": "for", "condemn": "for", "charge": "with", "credit": "with",
}  # fmt: skip


def verb_frame(parse: Parse, verb: Token) -> Frame | None:
    """What a verb takes, in the passive, as an aside or plainly."""
    word = lemma(verb.lower, "verb")
    found = _parenthetical(parse, verb, word) or (_passive(parse, verb, word) if passive(parse, verb) else None)
    found = found or _active(parse, verb, word)
    return found


def _active(parse: Parse, verb: Token, word: str) -> Frame | None:
    source, subject = source_of(parse, verb)
    made = Frame(verb.index, "verb", word, "", source, (cue_range(parse, verb),), (), subject)
    clauses = [c for c in children(parse, verb, "ccomp", "xcomp", "parataxis") if c.tag[:1] in "VNJMIWRDPE"]
    after = [c for c in clauses if c.index > verb.index]
    before = [c for c in clauses if c.index < verb.index and c.dep == "ccomp"]
    objects = children(parse, verb, "dobj", "obj")
    taker = children(parse, verb, "dative")
    people = tuple(subtree(t) for t in [*taker, *objects] if t.index > verb.index)
    if after:
        clause = after[0]
        key = clause_key(parse, clause)
        first = _after_cue(parse, clause.left, verb)
        last = clause.right
        if key in ("to", "small") and people and people[0][0] < first:
            return replace(made, key=f"np-{key}", content=((people[0][0], last),), addressee=people[:1])
        return replace(made, key=key, content=((first, last),), addressee=people[:1])
    complements = [c for c in children(parse, verb, "oprd", "acomp") if c.index > verb.index]
    if objects and complements and verb.index < objects[0].index < complements[0].index:
        return replace(made, key="np-small", content=((objects[0].left, complements[0].right),))
    if before:
        span = _before(parse, verb, before[0])
        if not source:
            source, subject = behind(parse, verb)
            made = replace(made, source=source, subject=subject)
        return replace(made, key="pre", content=(span,), addressee=people[:1]) if span else None
    return _borne(parse, verb, made, people) or _nominal(parse, verb, made, objects)


def _borne(parse: Parse, verb: Token, made: Frame, people: tuple[Range, ...]) -> Frame | None:
    """``told us in a statement that``: the clause hangs on what bore it."""
    for prep in children(parse, verb, "prep"):
        for noun in children(parse, prep, "pobj"):
            for clause in children(parse, noun, "acl"):
                if clause_key(parse, clause) == "that" and prep.index > verb.index and prep.lower in ("in", "on", "at"):
                    return replace(made, key="that", content=(subtree(clause),), addressee=people[:1])
    return None


def _nominal(parse: Parse, verb: Token, made: Frame, objects: list[Token]) -> Frame | None:
    """An object, a preposition, or both; the preposition belongs to the cue."""
    particles = [c for c in children(parse, verb, "prep", "advcl") if c.index > verb.index and c.dep == "prep"]
    if objects:
        obj = objects[0]
        if obj.index < verb.index:
            return replace(made, key="gap", content=(subtree(obj),))
        for prep in particles:
            if prep.lower in ("of", "for", "as", "with", "against", "from") and prep.index > obj.index:
                last = prep.right
                return replace(made, key=f"obj-{prep.lower}", content=((obj.left, last),))
        own = TAKES.get(made.lemma)
        if own and any(c.lower == own and c.index > obj.index for c in children(parse, obj, "prep")):
            return replace(made, key=f"obj-{own}", content=(subtree(obj),))
        return replace(made, key="obj", content=(subtree(obj),))
    for prep in particles:
        inner = children(parse, prep, "pobj", "pcomp", "prep")
        if inner and inner[0].index > prep.index:
            target = inner[0]
            cue = (made.cue[0][0], prep.index)
            if target.dep == "prep":
                deeper = children(parse, target, "pobj", "pcomp")
                if not deeper:
                    continue
                cue, target = (cue[0], target.index), deeper[0]
            if cue[1] - verb.index > 3:
                cue = made.cue[0]
            return replace(made, key=prep.lower, cue=(cue,), content=((max(cue[1] + 1, target.left), target.right),))
    return None


def _passive(parse: Parse, verb: Token, word: str) -> Frame | None:
    agents = [a for agent in children(parse, verb, "agent") for a in children(parse, agent, "pobj")]
    source = (noun_phrase(parse, agents[0]),) if agents else ()
    who = agents[0].index if agents else -1
    made = Frame(verb.index, "verb", word, "", source, (cue_range(parse, verb),), (), who)
    subjects = children(parse, verb, "nsubjpass", "nsubj", "csubjpass")
    subject = subtree(subjects[0]) if subjects else None
    by = "-by" if agents else ""
    clauses = [c for c in children(parse, verb, "ccomp", "xcomp") if c.index > verb.index]
    if clauses:
        clause = clauses[0]
        first = _after_cue(parse, clause.left, verb)
        last = clause.right
        key = clause_key(parse, clause)
        if subject is None or subjects[0].lower == "it" or key in ("that", "wh"):
            if key in ("that", "bare", "wh") and subject and subjects[0].lower != "it" and not agents:
                return replace(made, key=f"told-{key}", source=(), content=((first, last),), addressee=(subject,))
            return replace(made, key=f"pass-{key}{by}", content=((first, last),))
        return replace(made, key=f"pass-{key}{by}", content=(subject, (first, last)))
    if subject is None:
        return None
    for prep in children(parse, verb, "prep"):
        if prep.index > verb.index and prep.lower in ("of", "for", "as", "with", "from", "to", "against"):
            return replace(made, key=f"pass-{prep.lower}{by}", content=(subject, subtree(prep)))
    return replace(made, key=f"pass{by}", content=(subject,))


def _parenthetical(parse: Parse, verb: Token, word: str) -> Frame | None:
    """``X, he said, is Y``: a bare clause of subject and verb inside the sentence that is its content."""
    if verb.dep not in ("parataxis", "ccomp", "advcl", "conj", "relcl") or verb.dep in ("conj", "relcl"):
        return None
    host = parse.tokens[verb.head]
    kids = [parse.tokens[at] for at in verb.children]
    if host.tag[:2] not in ("VB", "MD", "NN", "JJ") or any(k.dep in (*CLAUSES, "dobj", "mark") for k in kids):
        return None
    subjects = [k for k in kids if k.dep == "nsubj"]
    if not subjects or verb.right - verb.left > 25 or host.index in range(verb.left, verb.right + 1):
        return None
    left, right = verb.left, verb.right
    if (left > 0 and parse.tokens[left - 1].text not in (",", "-", "—", "–", "''", '"', "”", "(")) or left == 0:
        return None
    start, _ = sentence(parse, verb)
    pieces = [(max(host.left, start), left - 1)]
    if right < host.right:
        pieces.append((right + 1, host.right))
    source = (noun_phrase(parse, subjects[0]),)
    cue = (cue_range(parse, verb),)
    return Frame(verb.index, "verb", word, "paren", source, cue, tuple(pieces), subjects[0].index)


def _after_cue(parse: Parse, first: int, verb: Token) -> int:
    return max(first, verb.index + 1)


def _before(parse: Parse, verb: Token, clause: Token) -> Range | None:
    """What stands in the sentence before the reporting clause."""
    start, _ = sentence(parse, verb)
    own = [verb.index] + [
        parse.tokens[at].left
        for at in verb.children
        if parse.tokens[at].dep in ("nsubj", "aux", "advmod", "neg", "expl") and parse.tokens[at].left > clause.index
    ]
    end = min(own) - 1
    first = max(start, clause.left)
    return (first, end) if first <= end else None
