"""Where names begin and end: runs of proper nouns, with the small words that join the parts of one name."""

from collections.abc import Iterator, Sequence

from onrecord.analyse.actor_words import ActorWords
from onrecord.analyse.frames import Range
from onrecord.analyse.gazetteer import gazetteer
from onrecord.engine.parse import Parse, Token

PROPER = ("NNP", "NNPS")
LINKS = {"of", "de", "van", "von", "al", "bin", "ibn", "el", "la", "da", "di", "du", "der", "den", "y", "bint"}
REALMS = frozenset({"states", "republic", "kingdom", "emirates", "federation", "islands"})
WATERS = frozenset({"strait", "straits", "gulf", "bay", "sea", "cape", "horn", "isle", "port", "lake", "province"})
JOINING = {"of", "for", "on"}


def runs(parse: Parse, words: ActorWords) -> Iterator[Range]:
    """First and last token of every run of proper nouns; ``van``, ``of`` behind a body and a title's ``of`` inside."""
    at, tokens = 0, parse.tokens
    while at < len(tokens):
        starts = tokens[at].text[0].isalnum() and (not tokens[at].text[0].islower() or tokens[at].lower in LINKS)
        if tokens[at].tag not in PROPER or not starts or _in_compound(tokens, at):
            at += 1
            continue
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].sentence == tokens[at].sentence:
            following = tokens[last + 1]
            if following.tag in PROPER and following.text[0].isupper() and not _in_compound(tokens, last + 1):
                last += 1
            elif reach := _bridge(tokens, last) or _behind_of(tokens, last, words) or _beside(tokens, last, words):
                last += reach
            else:
                break
        yield at, last
        at = last + 1


def _in_compound(tokens: Sequence[Token], at: int) -> bool:
    """Whether a proper noun is only the beginning of an adjective: ``Harbour-based``, ``Coast-rights``."""
    behind = tokens[at + 1 : at + 3]
    touching = len(behind) == 2 and behind[0].text in ("-", "–") and behind[0].start == tokens[at].end
    return touching and behind[1].start == behind[0].end and behind[1].text[:1].islower()


def _bridge(tokens: Sequence[Token], last: int) -> int:
    """How many tokens on the same name goes on, past ``van`` or ``al`` and a hyphen; 0 where it does not."""
    for reach in (2, 3, 4):
        between = tokens[last + 1 : last + reach]
        if last + reach < len(tokens) and all(_joins(t) for t in between) and tokens[last + reach].tag == "NNP":
            return reach
    return 0


def _beside(tokens: Sequence[Token], last: int, words: ActorWords) -> int:
    """How many tokens on a body's name goes on past ``and``, where both words say what it is for.

    ``Fish and Farm Administration``; not ``White Palace and Water Ministry``, which are two.
    """
    if last + 2 >= len(tokens) or tokens[last + 1].text not in ("and", "&") or tokens[last].lower in words.bodies:
        return 0
    end = last + 1
    while end + 1 < len(tokens) and tokens[end + 1].tag in PROPER and tokens[end + 1].text[0].isupper():
        end += 1
    one = tokens[last].dep in ("compound", "nmod", "amod") and last + 1 < tokens[last].head <= end
    return end - last if one and tokens[end].lower in words.bodies else 0


def _behind_of(tokens: Sequence[Token], last: int, words: ActorWords) -> int:
    """How many tokens on a body's name or an office goes on behind ``of``; 0 where it does not.

    ``Times of Torvela``, ``Ministry of Health and Water``, ``Secretary of State``.
    """
    head = tokens[last].lower
    office = head in words.titles
    if office and (realm := realm_of(tokens, last)):
        return realm
    if (
        last + 2 >= len(tokens)
        or tokens[last + 1].lower not in JOINING
        or not (office or head in words.bodies | REALMS | WATERS)
    ):
        return 0
    if office and tokens[last + 1].lower == "on":
        return 0
    at = last + 2
    if tokens[at].lower == "the" and at + 1 < len(tokens):
        at += 1
    end = last
    while at < len(tokens) and tokens[at].sentence == tokens[last].sentence:
        token = tokens[at]
        fits = token.lower in words.departments if office else token.tag in PROPER
        if fits and token.text[0].isupper():
            end, at = at, at + 1
        elif token.lower in ("and", ",") and at + 1 < len(tokens) and _department(tokens[at + 1], words):
            at += 1
        else:
            break
    return end - last


def realm_of(tokens: Sequence[Token], last: int) -> int:
    """How many tokens an office goes on with the country it is held in: ``President of the … Lena Fisk``."""
    at = last + 2
    if at >= len(tokens) or tokens[last + 1].lower not in ("of", "to"):
        return 0
    at += tokens[at].lower == "the"
    for end in range(min(at + 3, len(tokens) - 1), at - 1, -1):
        name = " ".join(t.text for t in tokens[at : end + 1])
        if gazetteer().country(name) and end + 1 < len(tokens) and tokens[end + 1].tag in PROPER:
            return end - last
    return 0


def _department(token: Token, words: ActorWords) -> bool:
    return token.lower in words.departments and token.text[0].isupper()


def _joins(token: Token) -> bool:
    """Whether a word or mark may stand between the parts of one name."""
    return token.text == "-" or token.lower in LINKS - {"of"}
