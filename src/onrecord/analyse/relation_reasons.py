"""How sure an edge is by the construction that says it, and why it is one, in plain words."""

from onrecord.model.terms import RelationKind

SURE = {
    "verb": 0.8, "passive": 0.8, "participle": 0.75, "verb clause": 0.6, "preposition": 0.7, "naming": 0.75,
    "blame on": 0.8, "vow": 0.65, "claim denied": 0.7, "noun": 0.65, "suffered": 0.65, "misdeed": 0.65,
    "bad deed": 0.6, "called bad": 0.65, "to blame": 0.75, "called not good": 0.55, "did nothing": 0.6,
    "not enough": 0.6, "not trusted": 0.65, "reproach": 0.6, "adjective": 0.5, "duty": 0.45,
    "left undone": 0.6, "killing": 0.7, "failing": 0.7, "felt": 0.7, "adversary": 0.65, "quarrel": 0.6,
    "stirred": 0.6, "sent away": 0.65, "particle": 0.7,
}  # fmt: skip
REASONS = {
    "verb": "the verb says what its subject does to its object",
    "passive": "the verb says what is done to its subject",
    "participle": "the participle says what is done to the noun before it",
    "verb clause": "the verb reports a charge, and whom its clause is about",
    "preposition": "the verb and its preposition say against whom",
    "naming": "somebody is called something bad",
    "blame on": "the blame is put on somebody",
    "vow": "the deed that is announced would harm somebody",
    "claim denied": "a claim is turned down, and whose claim it is",
    "noun": "the noun says against whom, and whose it is",
    "suffered": "the verb says that its subject is the one it is against",
    "misdeed": "a deed that is a reproach where somebody says it of another",
    "bad deed": "what somebody did is called something bad",
    "called bad": "something bad is said to be so of somebody",
    "to blame": "somebody is said to be to blame",
    "called not good": "something good is said not to be so of somebody",
    "did nothing": "somebody is said to have done nothing",
    "not enough": "somebody is said not to do enough",
    "not trusted": "somebody is said not to be trusted",
    "reproach": "the noun is a reproach to whom it belongs to",
    "adjective": "what belongs to somebody is called something bad",
    "felt": "the adjective says what somebody feels about whom",
    "adversary": "the noun says whose critic or rival somebody is",
    "quarrel": "the word says that each of two is against the other",
    "stirred": "the verb says whom its object is against: whoever stirs them",
    "sent away": "somebody is told to go, to stop or to take it back",
    "particle": "the verb and its particle say what its subject does to its object",
    "killing": "somebody is said to have killed or hurt people",
    "failing": "somebody is said to have failed to do what was expected",
    "left undone": "somebody is said not to do what is expected of anybody",
    "duty": "a duty is laid on somebody as a reproach",
}
REPROACHES = {RelationKind.ACCUSE, RelationKind.BLAME, RelationKind.CRITICISE}
VIEWS = {
    "misdeed", "bad deed", "called bad", "to blame", "called not good", "did nothing", "not enough", "not trusted",
    "reproach", "adjective", "duty", "left undone", "killing", "failing",
}  # fmt: skip
"""The rules of judgements: whoever is speaking makes them."""
FALSEHOODS = {"naming", "called bad"}
"""The rules by which a claim is called false."""
