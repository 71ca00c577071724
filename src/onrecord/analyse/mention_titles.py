"""The words of office and description beside a name: ``Lena Fisk, the foreign minister``, ``…, a spokesman for``."""

from collections.abc import Sequence

from onrecord.analyse.frames import Range
from onrecord.analyse.gathering import Gathering
from onrecord.analyse.name_runs import PROPER
from onrecord.analyse.names import common
from onrecord.engine.parse import Token
from onrecord.model.terms import ActorType

HIDING = {"person", "source", "official", "somebody", "someone", "man", "woman", "member", "aide"}
HOME = {"of", "from", "in"}
"""Words between a person's name and where they are from, which no description behind it is about."""
LONGEST = 14
BEHIND = {"of", "for", "to", "at", "with"}


def apposed(g: Gathering, head: Token, name: Range) -> Range | None:
    """The words of a description in apposition: ``Lena Fisk, the foreign minister`` and the other way round."""
    tokens, (first, last) = g.parse.tokens, name
    if first > 1 and tokens[first - 1].lower in HOME and tokens[first - 2].tag in PROPER:
        return None
    above = tokens[head.head]
    fits = _describes(g, above) and above.index not in g.taken and not _nobody(g, above)
    if head.dep == "appos" and fits and first - LONGEST <= above.index < first:
        return (max(above.left, first - LONGEST), max(above.index, g.phrase_end(above, first - 1)))
    for at in head.children:
        noun = tokens[at]
        apart = last + 1 < len(tokens) and tokens[last + 1].text in (",", "(", "—", "–", "-")
        if noun.dep == "appos" and at > last and apart and _describes(g, noun) and not _acts(g, noun):
            return (max(noun.left, last + 1), g.phrase_end(noun, min(noun.right, at + LONGEST)))
    last = _home_end(tokens, last)
    if last + 4 < len(tokens) and tokens[last + 1].text == "," and tokens[last + 2].lower in ("a", "an"):
        ends = next((at for at in range(last + 3, min(last + 6, len(tokens))) if tokens[at].text == ","), last + 3)
        if ends > last + 3 and tokens[ends - 1].text[0].isupper() and "-" not in tokens[ends - 1].text:
            return (last + 2, ends - 1)
    if last + 2 < len(tokens) and tokens[last + 1].text == "," and tokens[last + 2].lower in ("a", "an", "the"):
        for at in range(last + 3, min(last + 10, len(tokens))):
            if (
                common(tokens[at])
                and _describes(g, tokens[at])
                and tokens[at + 1 : at + 2]
                and not _acts(g, tokens[at])
            ):
                behind = tokens[at + 1]
                if behind.text == "," or behind.lower in ("of", "for", "at", "in", "who", "with"):
                    return (last + 2, g.phrase_end(tokens[at], min(max(tokens[at].right, at), at + LONGEST)))
            if tokens[at].text in (",", ".", "“", '"') or tokens[at].tag[:2] == "VB":
                break
    return None


def _acts(g: Gathering, noun: Token) -> bool:
    """Whether a phrase goes right on with a verb, so that it is no description: ``on the Linnet, the police said``."""
    end = g.phrase_end(noun, max(noun.right, noun.index))
    behind = g.parse.tokens[end + 1 : end + 2]
    return noun.dep in ("nsubj", "nsubjpass") and bool(behind) and behind[0].text != ","


def _home_end(tokens: Sequence[Token], last: int) -> int:
    """The last token of where somebody is from, behind the name: ``Ana Dal of Southmark, the chairwoman``."""
    if last + 2 >= len(tokens) or tokens[last + 1].lower not in HOME or tokens[last + 2].tag not in PROPER:
        return last
    return next((at - 1 for at in range(last + 3, len(tokens)) if tokens[at].tag not in PROPER), last)


def _describes(g: Gathering, noun: Token) -> bool:
    """Whether a noun says what somebody is."""
    return noun.tag[:2] == "NN" and (noun.lower in g.words.titles or g.words.kind(noun.lower) is not None)


def _nobody(g: Gathering, noun: Token) -> bool:
    """Whether a phrase hides who it is: ``a person close to the mediator, Ann Berk`` names the mediator."""
    opening = g.parse.tokens[noun.left].lower
    return opening in ("a", "an", "one") and noun.lower in HIDING


def own_words(g: Gathering, first: int, last: int) -> list[str]:
    """The words of an office that are about its holder: behind a possessor, before ``of`` or ``for``.

    Of two owners the holder stands before the first ``of`` (``head of the council's water office``), unless no office
    stands there (``Bank of Torvela's governor``).
    """
    tokens = g.parse.tokens[first : last + 1]
    ends = next((at for at, t in enumerate(tokens) if at and t.lower in BEHIND), len(tokens))
    start = max((at + 1 for at, t in enumerate(tokens[:ends]) if t.tag == "POS"), default=0)
    front = [t.lower for t in tokens[start:ends]]
    if any(w in g.words.titles or g.words.kind(w) is ActorType.PERSON for w in front):
        return front
    start = max((at + 1 for at, t in enumerate(tokens) if t.tag == "POS"), default=0)
    end = next((at for at, t in enumerate(tokens) if at > start and t.lower in BEHIND), None)
    return [t.lower for t in tokens[start:end]]


def personal(g: Gathering, first: int, last: int) -> bool:
    """Whether a description is one of a person."""
    return any(g.words.kind(word) is ActorType.PERSON for word in own_words(g, first, last))
