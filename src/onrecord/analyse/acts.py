"""What the speaker did by the words: one act of the closed list, by cue, frame and context."""

from onrecord.analyse.cues import Lexicon
from onrecord.analyse.frames import Frame
from onrecord.model.terms import Act

BY_FRAME = {
    ("say", "np-to"): Act.DEMAND,
    ("tell", "np-to"): Act.DEMAND,
    ("call", "for"): Act.DEMAND,
    ("call", "on"): Act.URGE,
    ("ask", "np-to"): Act.ASK,
    ("rule", "out"): Act.REFUSE,
    ("vote", "for"): Act.AGREE,
    ("agree", "to"): Act.AGREE,
    ("charge", "obj-with"): Act.ACCUSE,
    ("call", "small"): Act.SAY,
    ("refuse", "to"): Act.REFUSE,
    ("threaten", "to"): Act.THREATEN,
    ("stand", "by"): Act.AGREE,
    ("push", "for"): Act.DEMAND,
    ("push", "back"): Act.DENY,
    ("credit", "obj-with"): Act.PRAISE,
    ("offer", "to"): Act.PROMISE,
}
SECOND = {"rule out": Act.REFUSE, "hit back": Act.CRITICISE, "lash out": Act.CRITICISE, "point out": Act.SAY}
INTENT = {"to", "ing"}


def act_of(frame: Frame, cue: str, content: str, lexicon: Lexicon) -> Act:
    """The act; ``cue`` and ``content`` are the lower-case words of the statement."""
    key = frame.key.removesuffix("+q")
    known = BY_FRAME.get((frame.lemma, key))
    if known is not None:
        return known
    phrase = next((act for words, act in SECOND.items() if _phrase(words, frame.lemma, cue)), None)
    if phrase is not None:
        return phrase
    act = lexicon.acts.get(frame.lemma)
    if act is None:
        act = Act.THINK if key in INTENT or frame.kind == "adj" else Act.SAY
    if act is Act.SAY and content.rstrip("\"”'’ ").endswith("?"):
        return Act.ASK
    return act


def _phrase(words: str, lemma: str, cue: str) -> bool:
    verb, particle = words.split()
    return lemma == verb and cue.endswith(" " + particle)
