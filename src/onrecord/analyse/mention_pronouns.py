"""Pronouns as mentions: their gender and number, the noun that ``who`` hangs on, and ``it`` that stands for nothing."""

from onrecord.analyse.gathering import FIRST, HE, IT, SHE, THEY, WE, WHO, Gathering
from onrecord.engine.parse import Token
from onrecord.model.span import Span
from onrecord.model.terms import Form

PERSONAL = dict.fromkeys(HE, ("m", "s")) | dict.fromkeys(SHE, ("f", "s")) | dict.fromkeys(IT, ("n", "s"))
PERSONAL |= dict.fromkeys((*THEY, *WE), ("", "p")) | dict.fromkeys(FIRST, ("", "s"))


def take_pronoun(g: Gathering, token: Token) -> None:
    """Take in a pronoun that may stand for an actor."""
    word = token.lower
    span = Span(token.start, token.end)
    if word in PERSONAL:
        if word == "it" and _empty_it(g, token):
            return
        gender, number = PERSONAL[word]
        role = "owner" if token.tag == "PRP$" else g.role_of(token)
        g.add(token, span, Form.PRONOUN, (word,), gender=gender, number=number, role=role)
    elif word in WHO and (noun := _relative(g, token)) is not None:
        role = "owner" if word == "whose" else g.role_of(token)
        g.add(token, span, Form.PRONOUN, (word,), tied=Span(noun.start, noun.end), role=role)


def _relative(g: Gathering, token: Token) -> Token | None:
    """The noun that a relative pronoun stands for, where it may be an actor."""
    tokens, verb = g.parse.tokens, token
    for _ in range(6):
        if verb.dep == "relcl":
            noun = tokens[verb.head]
            for at in noun.children:
                if tokens[at].dep == "appos" and noun.index < at < token.index and tokens[at].tag[:2] == "NN":
                    noun = tokens[at]
            return noun if noun.tag[:2] in ("NN", "PR", "DT", "JJ", "CD") and noun.index < token.index else None
        if verb.head == verb.index:
            break
        verb = tokens[verb.head]
    return None


def _empty_it(g: Gathering, token: Token) -> bool:
    """Whether ``it`` stands for nothing: ``it is clear that``, ``it is time``."""
    verb = g.parse.tokens[token.head]
    kids = [g.parse.tokens[at] for at in verb.children]
    if token.dep not in ("nsubj", "nsubjpass", "expl") or not kids:
        return token.dep == "expl"
    clause = any(k.dep in ("ccomp", "xcomp", "csubj", "advcl") and k.index > verb.index for k in kids)
    plain = any(k.dep in ("acomp", "attr") for k in kids)
    if verb.lower in ("is", "was", "'s", "’s", "be", "been", "were", "being") and plain and clause:
        return True
    if verb.lower in ("seems", "seemed", "appears", "appeared", "rains", "rained", "snowed", "snows") and clause:
        return True
    return any(k.dep == "attr" and k.lower in ("time", "day", "night", "morning") for k in kids)
