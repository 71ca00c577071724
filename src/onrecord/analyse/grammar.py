"""Questions asked of a parse: what hangs on a word, who does what a verb says, where a phrase ends."""

from onrecord.analyse.frames import Range
from onrecord.engine.parse import Parse, Token

SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
WH = {"what", "how", "why", "whether", "if", "who", "whom", "when", "where", "which"}
FOLLOWING = {"advmod", "neg", "prt", "aux", "auxpass"}


def subtree(token: Token) -> Range:
    """The range of everything under a token."""
    return (token.left, token.right)


def children(parse: Parse, token: Token, *deps: str) -> list[Token]:
    """The dependents of a token with one of these labels, in order."""
    return [parse.tokens[at] for at in token.children if parse.tokens[at].dep in deps]


def passive(parse: Parse, verb: Token) -> bool:
    """Whether a verb stands in the passive."""
    return any(parse.tokens[at].dep in ("auxpass", "nsubjpass", "agent") for at in verb.children)


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


def behind(parse: Parse, verb: Token) -> tuple[tuple[Range, ...], int]:
    """The noun phrase right behind an inverted verb (``said Ann Berk``) that the parser took for no subject."""
    at = verb.index + 1
    if at >= len(parse.tokens) or parse.tokens[at].tag not in ("NNP", "NNPS", "DT", "NN", "NNS", "PRP$", "JJ"):
        return (), -1
    head = parse.tokens[at]
    for _ in range(8):
        above = parse.tokens[head.head]
        if above.index <= verb.index or above.index == head.index or above.tag[:2] == "VB":
            break
        head = above
    if head.tag[:2] != "NN":
        return (), -1
    first, last = noun_phrase(parse, head)
    return ((max(first, at), last),), head.index


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


def clause_key(parse: Parse, clause: Token) -> str:
    """How a clause is joined to its cue: that, wh, to, np-to, ing, bare or small."""
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


def sentence(parse: Parse, token: Token) -> Range:
    """The first token of the token's sentence and the one after its last."""
    return parse.sentences[token.sentence]
