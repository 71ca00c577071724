"""What somebody says they will do or are doing, and what they warn of: ``we will meet``, ``we are closing the port``.

A deed that is announced is a position only of whoever announces it; what others say somebody will do is not
(``position_making`` tells them apart).
"""

from collections.abc import Iterator

from onrecord.analyse.frames import Range
from onrecord.analyse.grammar import children, passive
from onrecord.analyse.position_plans import of_deed
from onrecord.analyse.position_words import PositionWords
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.terms import PositionKind

NO_DEEDS = {
    "win", "lose", "get", "become", "remain", "stay", "have", "make", "go", "die", "forget", "learn", "find", "miss",
    "enjoy", "love", "hate", "stand", "tell", "explain", "announce", "show", "prove", "talk", "speak", "leave",
    "regret", "reach", "discuss", "succeed", "fail", "survive", "live", "face", "suffer", "benefit", "cost", "lead",
    "follow", "do", "turn", "focus", "serve", "beat", "defeat", "bet", "run", "try", "start", "begin", "keep",
    "continue", "wait", "call", "let", "give", "put", "use", "vote", "help", "decide", "choose", "ask", "answer",
    "respond", "work", "invite", "cause", "allow", "encourage", "risk", "destroy", "hurt", "prevent",
}  # fmt: skip
TO_WHOM = {"with", "against", "on", "to", "for"}
STEPS = {"action", "step", "measure"}
SUFFERED = {"face", "pay", "suffer", "regret", "meet", "see"}
NOW = {"am", "'m", "’m", "are", "'re", "’re", "is", "'s", "’s"}


def declared(parse: Parse, verb: Token, words: PositionWords) -> bool:
    """Whether what will be done is a deed with somebody or something at its other end."""
    done = lemma(verb.lower, "verb")
    things = children(parse, verb, "dobj")
    if done == "take":
        return any(lemma(t.lower, "noun") in STEPS for t in things)
    if done == "work":
        return any(t.lower == "with" for t in children(parse, verb, "prep"))
    if done in NO_DEEDS or words.among(done, "duty idle", "not silent"):
        return False
    preps = [t for t in children(parse, verb, "prep") if t.lower in TO_WHOM and t.right > t.index]
    return any(t.tag[:2] == "NN" for t in things) or (done == "meet" and bool(preps or things))


def under_way(parse: Parse, verb: Token, words: PositionWords) -> PositionKind | None:
    """What is being done is of a measure: ``we are putting sanctions on the ports``."""
    be = [t for t in children(parse, verb, "aux") if t.lower in NOW]
    if verb.tag != "VBG" or not be or passive(parse, verb) or any(t.dep == "neg" for t in children(parse, verb, "neg")):
        return None
    kind, sure = of_deed(parse, verb, PositionKind.OFFER, words)
    things = children(parse, verb, "dobj")
    return kind if sure and things and kind in (PositionKind.OFFER, PositionKind.THREAT) else None


def warned_of(parse: Parse, verb: Token) -> Iterator[Range]:
    """``Warned that the town would face shelling``: what will be suffered is what is threatened."""
    for clause in children(parse, verb, "ccomp") if lemma(verb.lower, "verb") == "warn" else ():
        will = any(t.lower in ("will", "would") for t in children(parse, clause, "aux"))
        if will and lemma(clause.lower, "verb") in SUFFERED and children(parse, clause, "dobj"):
            yield (clause.left, clause.right)
