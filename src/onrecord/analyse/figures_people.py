"""Who may be killed or hurt: the words that stand for people, and what a sentence says befell them."""

from dataclasses import dataclass

from onrecord.analyse.figures_words import PEOPLE
from onrecord.analyse.numbers_words import WEEKDAYS
from onrecord.engine.parse import Parse, Token, lemma

NO_VICTIMS = {
    "it", "its", "i", "me", "my", "you", "your", "we", "us", "our", "itself", "911", "hospital", "center", "centre",
    "river", "place", "firearm", "county", "street", "avenue", "road", "police", "university", "clinic",
} | WEEKDAYS  # fmt: skip
OTHERS = {"others", "other", "one", "another", "someone", "old", "both", "second", "third", "fourth"}
SELVES = {"himself", "herself"}
DEAD = {"dead", "deceased", "slain", "lifeless"}
HURT = {"injured", "wounded", "hurt", "hospitalized", "shot"}


@dataclass(frozen=True, slots=True)
class Victim:
    """Somebody of whom a sentence says that they were killed, injured or shot.

    ``token`` is the head of the words for them (-1 where the sentence names nobody), ``by`` the words for whoever did
    it, ``none`` says that the sentence denies it of anybody.
    """

    token: int
    effect: str
    trigger: int
    by: int = -1
    none: bool = False


def singular(token: Token) -> str:
    """The dictionary form of a noun; the tables know some plurals (``years``) as words of their own."""
    word = lemma(token.lower, "noun")
    plural = token.tag in ("NNS", "NNPS") and word == token.lower and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if plural else word


def person(parse: Parse, token: Token) -> bool:
    """Whether a word may stand for people: a noun for people, a name, a pronoun, a number."""
    if token.tag in ("NNP", "NNPS", "PRP", "PRP$", "CD", "WP"):
        return token.lower not in NO_VICTIMS and token.text[0].isalnum()
    return lemma(token.lower, "noun") in PEOPLE or token.lower in OTHERS or token.lower.endswith("-old")
