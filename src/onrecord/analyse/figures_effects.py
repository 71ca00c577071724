"""What became of those counted: killed, injured, missing, displaced, held, released, rescued."""

from onrecord.analyse.figures_words import DOERS, EFFECT, STATES
from onrecord.analyse.frames import Range
from onrecord.analyse.grammar import SUBJECTS, children, cue_range
from onrecord.engine.parse import Parse, Token, lemma

SELF = {"die", "drown", "perish", "disappear", "vanish", "flee", "succumb", "survive"}


def state_of(word: str) -> str:
    """What a noun says by itself of those counted."""
    return EFFECT.get(word, "") if word in STATES else ""


def effect_of(parse: Parse, noun: Token) -> tuple[str, int, Range | None]:
    """What became of those that a noun names: by its verb, its participle or relative clause, or its adjective."""
    head = parse.tokens[noun.head]
    for at in noun.children:
        child = parse.tokens[at]
        if child.dep in ("acl", "relcl") or (child.dep in ("amod", "acomp") and child.tag in ("VBN", "JJ", "VBD")):
            word = lemma(child.lower, "verb" if child.tag[:2] == "VB" else "adj")
            effect = EFFECT.get(word) or EFFECT.get(child.lower)
            if effect and not (
                child.tag == "VBG" or (word in DOERS and child.dep == "relcl" and not _passive(parse, child))
            ):
                return effect, child.index, cue_range(parse, child) if child.index > noun.index else None
    if noun.dep in ("nsubj", "nsubjpass"):
        return predicate(parse, head, noun.dep == "nsubjpass")
    if noun.dep in ("dobj", "oprd", "attr"):
        word = lemma(head.lower, "verb")
        effect = EFFECT.get(word)
        if effect:
            return effect, head.index, cue_range(parse, head)
        state = next((t for t in children(parse, head, "oprd", "acomp", "advcl") if EFFECT.get(t.lower)), None)
        if state is not None:
            return EFFECT[state.lower], head.index, (state.index, state.index)
    nxt = parse.tokens[noun.index + 1] if noun.index + 1 < len(parse.tokens) else None
    if nxt is not None and nxt.lower in EFFECT and nxt.tag[:2] in ("JJ", "VB") and nxt.tag != "VBG":
        return EFFECT[nxt.lower], nxt.index, (nxt.index, nxt.index)
    return "", -1, None


def _passive(parse: Parse, verb: Token) -> bool:
    return any(parse.tokens[at].dep in ("auxpass", "nsubjpass") for at in verb.children)


def predicate(parse: Parse, verb: Token, passive: bool) -> tuple[str, int, Range | None]:
    """What a predicate says of its subject: ``were killed``, ``are dead``, ``were still missing``."""
    word = lemma(verb.lower, "verb")
    effect = "missing" if verb.lower == "missing" else EFFECT.get(word)
    if effect and (passive or effect == "missing" or word in SELF):
        return effect, verb.index, cue_range(parse, verb)
    for state in children(parse, verb, "acomp", "attr", "xcomp", "oprd", "conj"):
        word = lemma(state.lower, "verb" if state.tag[:2] == "VB" else "adj")
        effect = EFFECT.get(state.lower) or EFFECT.get(word)
        own = any(parse.tokens[at].dep in SUBJECTS for at in state.children)
        going_on = state.tag == "VBG" and state.lower != "missing"
        if effect and not going_on and not own and (state.dep != "conj" or passive or word in SELF):
            return effect, state.index, (state.index, state.index)
    return "", -1, None
