"""What the actors of a report are called where they stand as a side, and which state an adjective is of."""

from collections import Counter
from collections.abc import Sequence

from onrecord.analyse.gazetteer import gazetteer
from onrecord.model.mention import Mention
from onrecord.model.terms import ActorType, Form

STEM = 5


def known_place(one: Mention) -> bool:
    """Whether it is plain that a mention is a place."""
    return one.form is not Form.NAME or "gazetteer" in dict(one.features).get("type", "")


def is_adjective(one: Mention, text: str) -> bool:
    """Whether a name is the adjective of a state (``Torvelan``) or the word for its people."""
    if one.form is not Form.NAME or one.type is not ActorType.STATE:
        return False
    return dict(one.features).get("reading") == "place" or bool(gazetteer().demonym(one.span.cut(text)))


def states(text: str, mentions: Sequence[Mention], adjectives: set[str]) -> dict[str, str]:
    """The chain of the state that an adjective is of, by the adjective's mention, where the report names it."""
    known: dict[str, str] = {}
    for one in mentions:
        if one.form is Form.NAME and one.type is ActorType.STATE and one.id not in adjectives:
            known.setdefault(dict(one.features).get("iso3166-1", ""), one.chain)
            known.setdefault(one.span.cut(text).lower()[:STEM], one.chain)
    known.pop("", None)
    found: dict[str, str] = {}
    for one in mentions:
        if one.id in adjectives:
            word = one.span.cut(text)
            chain = known.get(gazetteer().demonym(word)) or known.get(word.lower()[:STEM])
            found |= {one.id: chain} if chain else {}
    return found


def called(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """What each chain is called; a state by its most frequent name, for the word for its people may be longer."""
    names = {m.chain: m.name for m in mentions if m.name}
    printed: dict[str, Counter[str]] = {}
    for one in mentions:
        if one.form is Form.NAME and one.type in (ActorType.STATE, ActorType.PLACE, None):
            form = one.span.cut(text).removeprefix("the ")
            printed.setdefault(one.chain, Counter())[form] += not is_adjective(one, text)
    for chain, forms in printed.items():
        names[chain] = min(forms, key=lambda form: (-forms[form], len(form), form))
    phrases: dict[str, Counter[str]] = {}
    for one in mentions:
        if one.form is Form.NOMINAL and one.chain not in names:
            phrases.setdefault(one.chain, Counter())[one.span.cut(text)] += 1
    return {chain: words.most_common(1)[0][0] for chain, words in phrases.items()} | names
