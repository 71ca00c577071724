"""What a word that may report speech takes as its content, and whom as its source: proposals from grammar alone.

A frame says how the content hangs on the cue (``that``, ``to``, ``obj``, ``for`` …). Whether a word in a frame
reports something at all is for the lexicon to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.engine.parse import Parse, Token, lemma

Range = tuple[int, int]

CLAUSES = {"ccomp", "xcomp"}
SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
WH = {"what", "how", "why", "whether", "if", "who", "whom", "when", "where", "which"}
LIGHT = {"be", "have", "do", "get", "go"}
FOLLOWING = {"advmod", "neg", "prt", "aux", "auxpass"}


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue word with what it takes; ranges are first and last token, both included.

    ``key`` names the frame, ``head`` is the cue's token, ``subject`` the head token of the source (-1 where none).
    """

    head: int
    kind: str
    lemma: str
    key: str
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    subject: int = -1
    addressee: tuple[Range, ...] = ()


def frames(parse: Parse) -> Iterator[Frame]:
    """At most one frame for every verb, noun, adjective and ``according to`` that takes something."""
    for token in parse.tokens:
        tag = token.tag[:2]
        if token.lower == "according":
            frame = _according(parse, token)
        elif tag == "VB" and token.dep not in ("aux", "auxpass"):
            frame = _verb(parse, token)
        elif tag == "NN":
            frame = _noun(parse, token)
        elif tag == "JJ":
            frame = _adjective(parse, token)
        else:
            frame = None
        if frame is not None and frame.content:
            yield frame


def subtree(token: Token) -> Range:
    """The range of everything under a token."""
    return (token.left, token.right)


def children(parse: Parse, token: Token, *deps: str) -> list[Token]:
    """The dependents of a token with one of these labels, in order."""
    return [parse.tokens[at] for at in token.children if parse.tokens[at].dep in deps]


def passive(parse: Parse, verb: Token) -> bool:
    """Whether a verb stands in the passive."""
    return any(parse.tokens[at].dep in ("auxpass", "nsubjpass", "agent") for at in verb.children)


def _verb(parse: Parse, verb: Token) -> Frame | None:
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
        key = _clause_key(parse, clause)
        first = _after_cue(parse, clause.left, verb)
        last = max(_with_conjuncts(parse, clause), clause.right)
        if key in ("to", "small") and people and people[0][0] < first:
            return replace(made, key=f"np-{key}", content=((people[0][0], last),), addressee=people[:1])
        return replace(made, key=key, content=((first, last),), addressee=people[:1])
    complements = [c for c in children(parse, verb, "oprd", "acomp") if c.index > verb.index]
    if objects and complements and verb.index < objects[0].index < complements[0].index:
        return replace(made, key="np-small", content=((objects[0].left, complements[0].right),))
    if before:
        span = _before(parse, verb, before[0])
        return replace(made, key="pre", content=(span,), addressee=people[:1]) if span else None
    return _borne(parse, verb, made, people) or _nominal(parse, verb, made, objects)


def _borne(parse: Parse, verb: Token, made: Frame, people: tuple[Range, ...]) -> Frame | None:
    """``told us in a statement that``: the clause hangs on what bore it."""
    for prep in children(parse, verb, "prep"):
        for noun in children(parse, prep, "pobj"):
            for clause in children(parse, noun, "acl"):
                if _clause_key(parse, clause) == "that" and prep.index > verb.index and prep.lower in ("in", "on", "at"):
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
        last = max(clause.right, _with_conjuncts(parse, clause))
        key = _clause_key(parse, clause)
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
    start, _ = _sentence(parse, verb)
    pieces = [(max(host.left, start), left - 1)]
    if right < host.right:
        pieces.append((right + 1, host.right))
    source = (noun_phrase(parse, subjects[0]),)
    cue = (cue_range(parse, verb),)
    return Frame(verb.index, "verb", word, "paren", source, cue, tuple(pieces), subjects[0].index)


def _noun(parse: Parse, noun: Token) -> Frame | None:
    """``his claim that``, ``a pledge to``, ``calls for``; possessor, by-agent or the subject of its verb is source."""
    kids = [parse.tokens[at] for at in noun.children]
    word = lemma(noun.lower, "noun")
    if word in ("percent", "year", "people"):
        return None
    clause = next((k for k in kids if k.index > noun.index and k.dep in ("acl", "ccomp", "relcl")), None)
    key, content, cue_last = "", None, noun.index
    if clause is not None and clause.dep != "relcl" and clause.tag not in ("VBN", "VBG"):
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


def _adjective(parse: Parse, adjective: Token) -> Frame | None:
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
        content = (clause.left, _with_conjuncts(parse, clause))
        return Frame(adjective.index, "adj", word, _clause_key(parse, clause), source, (cue,), (content,), who)
    for prep in children(parse, adjective, "prep"):
        inner = children(parse, prep, "pobj", "pcomp")
        if inner and prep.index > adjective.index and attached:
            cue = (min(first, adjective.index), prep.index)
            return Frame(adjective.index, "adj", word, prep.lower, source, (cue,), ((prep.index + 1, prep.right),), who)
    return None


def _according(parse: Parse, token: Token) -> Frame | None:
    to = next((t for t in parse.tokens[token.index + 1 : token.index + 2] if t.lower == "to"), None)
    if to is None:
        return None
    objects = children(parse, to, "pobj")
    if not objects:
        return None
    source = noun_phrase(parse, objects[0])
    start, stop = _sentence(parse, token)
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


def source_of(parse: Parse, verb: Token) -> tuple[tuple[Range, ...], int]:
    """Whoever does what the verb says: its subject, or that of the verb it hangs on."""
    seen = 0
    token = verb
    while seen < 6:
        subjects = [s for s in children(parse, token, "nsubj", "nsubjpass") if s.index != verb.index]
        if subjects:
            return (noun_phrase(parse, subjects[-1] if token is verb else subjects[0]),), subjects[0].index
        if token.dep in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp") and token.head != token.index:
            if token.dep == "xcomp":
                people = children(parse, parse.tokens[token.head], "dobj")
                if people:
                    return (noun_phrase(parse, people[0]),), people[0].index
            if token.dep == "ccomp" and token is verb:
                break
            token = parse.tokens[token.head]
            seen += 1
            continue
        if (
            token.dep in ("acl", "relcl")
            and token.head != token.index
            and parse.tokens[token.head].tag[:2] in ("NN", "PR")
        ):
            noun = parse.tokens[token.head]
            if token.tag == "VBG" or any(parse.tokens[at].lower == "to" for at in token.children):
                return ((noun.left, max(noun.index, token.left - 1)),), noun.index
        break
    return (), -1


def noun_phrase(parse: Parse, head: Token) -> Range:
    """The noun with its modifiers and appositions, without a relative clause behind a comma."""
    right = head.right
    for at in head.children:
        child = parse.tokens[at]
        if (
            at > head.index
            and child.dep in ("relcl", "acl", "advcl", "parataxis", "punct", "ccomp")
            and child.left <= right
        ):
            comma = parse.tokens[child.left - 1].text in (",", "—", "-") if child.left > 0 else False
            if child.dep in ("relcl", "advcl", "parataxis", "ccomp") and comma:
                right = min(right, child.left - 1)
    return (head.left, max(right, head.index))


def cue_range(parse: Parse, verb: Token) -> Range:
    """The verb with the auxiliaries, negation, adverbs and particle that stand next to it."""
    first = last = verb.index
    own = {at for at in verb.children if parse.tokens[at].dep in (*FOLLOWING, "acomp")}
    own |= {c for at in own for c in parse.tokens[at].children}
    while first - 1 in own:
        first -= 1
    while last + 1 in own and parse.tokens[last + 1].dep in ("prt", "neg"):
        last += 1
    if verb.dep == "xcomp" and first == verb.index and first > 0 and parse.tokens[first - 1].lower == "to":
        first -= 1
    return (first, last)


def _clause_key(parse: Parse, clause: Token) -> str:
    own = [parse.tokens[at] for at in clause.children]
    if any(t.dep == "mark" and t.lower == "that" for t in own):
        return "that"
    opening = parse.tokens[clause.left].lower
    if opening in WH:
        return "wh"
    if any(t.dep == "aux" and t.tag == "TO" for t in own):
        return "np-to" if clause.dep == "ccomp" and any(t.dep in SUBJECTS for t in own) else "to"
    if clause.tag == "VBG":
        return "ing"
    return "bare" if clause.dep == "ccomp" else "small"


def _after_cue(parse: Parse, first: int, verb: Token) -> int:
    return max(first, verb.index + 1)


def _with_conjuncts(parse: Parse, clause: Token) -> int:
    return clause.right


def _before(parse: Parse, verb: Token, clause: Token) -> Range | None:
    """What stands in the sentence before the reporting clause."""
    start, _ = _sentence(parse, verb)
    own = [verb.index] + [
        parse.tokens[at].left
        for at in verb.children
        if parse.tokens[at].dep in ("nsubj", "aux", "advmod", "neg", "expl") and parse.tokens[at].left > clause.index
    ]
    end = min(own) - 1
    first = max(start, clause.left)
    return (first, end) if first <= end else None


def _sentence(parse: Parse, token: Token) -> Range:
    """The first token of the token's sentence and the one after its last."""
    return parse.sentences[token.sentence]
