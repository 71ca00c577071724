"""Whether a report says that something was so: negations counted from a word up to the top of its sentence."""

from onrecord.analyse.relation_words import RelationWords
from onrecord.engine.parse import Parse, Token, lemma

UNDER = {"ccomp", "xcomp", "pcomp", "dobj", "pobj", "prep", "acl", "oprd", "attr", "acomp", "csubj", "csubjpass"}
PLAIN = {"ccomp", "xcomp", "pcomp", "oprd", "acomp", "attr"}
TRYING = {
    "try", "attempt", "seek", "continue", "want", "begin", "start", "keep", "choose", "manage", "help", "use", "go",
    "move", "decide", "work", "dare", "conspire", "rush",
}  # fmt: skip
FEARED = {"concern", "concerns", "worry", "worries", "worried", "concerned", "fear", "fears", "idea",
          "possibility", "risk", "danger", "prospect", "suspected", "accusation", "accusations", "threat"}  # fmt: skip
LIGHT = {"press", "make", "level", "file", "launch", "issue", "have", "lodge", "bring", "express", "voice", "raise",
         "offer", "deliver", "pursue", "direct", "aim", "mount", "hurl"}  # fmt: skip
OPEN = {"could", "might", "may", "would", "should", "can"}


def negated(parse: Parse, token: Token, words: RelationWords) -> bool:
    """Whether an odd number of negations stands over a word: ``denied that``, not ``refused to rule out``."""
    return negations(parse, token, words) % 2 == 1


def negations(parse: Parse, token: Token, words: RelationWords, top: int = -1) -> int:
    """How many negations stand over a word, up to the token ``top``."""
    count = own_negations(parse, token, words)
    below = token
    for _ in range(12):
        above = parse.tokens[below.head]
        if above.index in (below.index, top) or below.dep not in UNDER:
            break
        if _turns(parse, above, below, words):
            count += 1
        light = below.dep == "dobj" and lemma(above.lower, "verb") in LIGHT  # ``did not press charges``
        if light or below.dep in PLAIN or above.tag[:2] != "VB" or _turns(parse, above, below, words):
            count += own_negations(parse, above, words)
        below = above
    return count


def open_question(parse: Parse, token: Token) -> bool:
    """Whether a word only might be so: a modal verb, a condition, a question, or no more than what is meant."""
    if token.tag[:2] == "NN":
        above = _verb_over(parse, token)
        return above is not None and open_question(parse, above)
    if _purpose(parse, token) or _under_doubt(parse, token):
        return True
    own = [parse.tokens[at] for at in token.children]
    asked = any(t.lower in ("if", "whether", "unless") and t.dep == "mark" for t in own)
    return asked or any(t.dep == "aux" and t.lower in OPEN for t in own)


def _under_doubt(parse: Parse, token: Token) -> bool:
    """Whether a word hangs on one that only might be so: feared, or in a condition (``if it had lied to hide``)."""
    below = token
    for _ in range(6):
        above = parse.tokens[below.head]
        if above.index == below.index:
            return False
        if above.tag == "IN" and below.dep == "pcomp" and parse.tokens[above.head].lower in FEARED:
            return True
        if below.dep == "conj" and below.tag == "VB" and _infinitive(parse, above):
            if _purpose(parse, above):
                return True
        elif below.dep in ("conj", "xcomp", "advcl", "pcomp", "prep") and any(
            parse.tokens[at].lower in ("if", "whether", "unless") and parse.tokens[at].dep == "mark"
            for at in above.children
        ):
            return True
        elif below.dep == "pcomp" and above.tag == "IN" and _might(parse, parse.tokens[above.head]):
            return True  # ``how they might win him by exploiting``
        elif below.dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "acl"):
            return False
        below = above
    return False


def _might(parse: Parse, verb: Token) -> bool:
    """Whether a verb, or the one that it hangs on, only might be so."""
    over = parse.tokens[verb.head] if verb.dep == "xcomp" else verb
    over = parse.tokens[over.head] if over.dep == "xcomp" else over
    return any(parse.tokens[at].lower in ("might", "may", "could") for at in (*verb.children, *over.children))


def _infinitive(parse: Parse, verb: Token) -> bool:
    return verb.tag == "VB" and any(parse.tokens[at].tag == "TO" for at in verb.children)


def _verb_over(parse: Parse, noun: Token) -> Token | None:
    """The verb whose object a noun is, straight or through ``a round of``."""
    at = noun
    for _ in range(4):
        if at.dep not in ("dobj", "pobj", "prep", "attr"):
            return None
        at = parse.tokens[at.head]
        if at.tag[:2] == "VB":
            return at
    return None


def _purpose(parse: Parse, verb: Token) -> bool:
    """Whether an infinitive is no more than what is meant or feared: not ``tried to``, ``for the ministry to``."""
    own = [parse.tokens[at] for at in verb.children]
    if verb.tag != "VB" or not any(t.dep == "aux" and t.lower == "to" for t in own):
        return False
    above = parse.tokens[verb.head]
    return not any(t.dep == "nsubj" for t in own) and lemma(above.lower, "verb") not in TRYING


def own_negations(parse: Parse, token: Token, words: RelationWords) -> int:
    """The negations on a word itself: ``not``, ``never``, ``no``, or nobody as its subject."""
    count = 0
    for at in token.children:
        child = parse.tokens[at]
        if child.dep == "neg" or (child.lower in words.negations and child.dep in ("det", "advmod", "preconj")):
            count += 1
        elif child.dep in ("nsubj", "nsubjpass"):
            opening = parse.tokens[child.left]
            count += child.lower in words.negations or (opening.lower in ("no", "neither") and opening.head == at)
    return count


def _turns(parse: Parse, above: Token, below: Token, words: RelationWords) -> bool:
    """Whether a word makes the opposite of what hangs on it."""
    if above.tag[:2] == "NN":
        return above.lower in ("denial", "denials", "refusal", "lack") and below.dep in ("prep", "acl", "ccomp")
    if above.tag[:2] not in ("VB", "IN") or (below.dep == "prep" and above.tag[:2] == "VB"):
        return False
    if above.tag == "IN":
        return above.lower == "without"
    plain = lemma(above.lower, "verb")
    kids = {parse.tokens[at].lower for at in above.children}
    if any((plain, word) in words.phrases_not for word in kids):
        return True
    return plain in words.negators and plain not in ("rule", "stop") and below.dep in (*PLAIN, "dobj")
