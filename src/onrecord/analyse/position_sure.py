"""How sure each construction is, why, and which of them may be shown as certain.

Confidence is that of the construction; ``position_making`` takes off for every step that had to be guessed. ``CERTAIN``
are the constructions that were right nine times in ten when positions of SEESAW articles were read (decision 055).
"""

LIKELY = 0.6
SURE = {
    "told": 0.8, "told weak": 0.55, "clause": 0.8, "object": 0.7, "object weak": 0.55, "behind": 0.75,
    "particle": 0.8, "noun": 0.7, "noun weak": 0.5, "state": 0.7, "closed": 0.7, "red line": 0.8, "no deal": 0.8,
    "duty must": 0.75, "duty should": 0.65, "duty of state": 0.6, "duty of ours": 0.6, "duty must of you": 0.6,
    "duty should of you": 0.6, "duty of state of you": 0.4, "will refuse": 0.65, "will refuse if": 0.75,
    "cannot refuse": 0.65, "cannot refuse if": 0.7, "will offer": 0.5, "will offer if": 0.65, "will accept": 0.6,
    "will accept if": 0.7, "will threat": 0.65, "will threat if": 0.7, "imperative": 0.5, "imperative deed": 0.6,
    "act": 0.45, "plan": 0.7, "plan weak": 0.6, "plan vague": 0.5, "effort": 0.7, "effort some": 0.6,
    "effort weak": 0.55,
    "behind weak": 0.5, "state weak": 0.5, "stance": 0.7, "need": 0.65, "bill": 0.7, "will do": 0.45, "wish": 0.6,
}  # fmt: skip
REASONS = {
    "told": "the verb says what somebody is asked to do",
    "clause": "the verb says what its subject wants or will not do",
    "object": "the verb says what its subject wants or will not have",
    "behind": "the verb and its preposition say what is wanted or not had",
    "particle": "the verb and its particle say what is not had",
    "noun": "the noun says whose it is and what is wanted or not had",
    "state": "the adjective says what its subject would or would not do",
    "stance": "the adjective says what its subject is for or against",
    "closed": "something is called beyond bargaining",
    "red": "something is called a red line",
    "no": "without what follows there is to be none",
    "duty": "a duty is laid on somebody",
    "will": "somebody says what they will or will not do",
    "cannot": "somebody says what they cannot accept",
    "plan": "the verb says what its subject wants or means to do",
    "wish": "the verb says what its subject wants to do",
    "effort": "the noun says what somebody wants or means to do",
    "need": "something is called necessary",
    "bill": "somebody brings a text that is to be passed",
    "imperative": "an order in somebody's own words",
    "act": "the act of the statement, and what it says",
}
CERTAIN = {
    "told", "clause", "object", "behind", "particle", "noun", "plan", "state", "stance", "no deal", "red line",
    "duty must", "duty of ours", "will offer", "cannot refuse", "cannot refuse if",
}  # fmt: skip
SPOKEN = 0.15  # what is added where the speaker says what they will do


OWN = ("will offer", "will do")  # what counts for more where the speaker says it of themselves


def may_be_certain(rule: str, confidence: float) -> bool:
    """Whether a construction is one of the surest, and nothing had to be guessed."""
    return rule in CERTAIN and confidence >= SURE[rule] + SPOKEN * (rule == "will offer")
