"""Why a statement is there, and why it has no speaker: plain sentences of a fixed list, so that they can be counted.

The words of the cue and the key of the frame are kept in the statement's ``cue``, ``rule`` and ``features``.
"""

from onrecord.analyse.frames import Frame

HOW = {
    "quote-after": "a reporting clause follows the quotation",
    "quote-before": "a reporting clause leads to the quotation",
    "quote-colon": "a reporting clause and a colon lead to the quotation",
    "quote": "a name and a colon lead to the quotation",
    "pre": "a reporting clause follows what it reports",
    "paren": "a reporting clause stands inside what it reports",
    "that": "the cue leads to a clause with “that”",
    "bare": "the cue leads to a clause",
    "clause": "the cue leads to a clause",
    "small": "the cue leads to what somebody or something is called or held to be",
    "np-small": "the cue leads to what somebody or something is called or held to be",
    "wh": "the cue leads to a question",
    "to": "the cue leads to what is to be done",
    "np-to": "the cue leads to somebody who is to do something",
    "ing": "the cue leads to what is or will be done",
    "obj": "the cue is followed by what it is about",
    "gap": "the cue follows what it is about",
    "tagged": "source, cue and content stand as the trained tagger marked them",
}
KINDS = {
    "noun": "a noun such as “claim” or “pledge” reports it",
    "adj": "an adjective such as “confident” or “willing” reports it",
    "prep": "“according to” names the source",
}
PHRASE = "the cue is followed by a phrase that says what it is about"
BY = "passive with “by”, which names the speaker"
NO_BY = "passive without “by”: the report does not say who"
TOLD = "passive: the report says to whom it was said, not by whom"
NOBODY = "the report does not say who"


def how(frame: Frame) -> str:
    """How a statement was found."""
    key = frame.key.removesuffix("+q")
    if key.startswith(("pass", "told")):
        return BY
    return KINDS.get(frame.kind) or HOW.get(key, PHRASE)


def why_nobody(frame: Frame, reason: str) -> str:
    """Why a statement has no speaker; ``reason`` is what the search for one said."""
    if frame.source or reason != NOBODY:
        return reason
    return TOLD if frame.key.startswith("told") else NO_BY if frame.key.startswith("pass") else NOBODY
