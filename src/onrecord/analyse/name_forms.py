"""The forms of one name: what two prints of it share, and short forms that stand for it."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from onrecord.analyse.actor_words import actor_words
from onrecord.model.span import Span

if TYPE_CHECKING:
    from nicknames import NickNamer

SMALL = {"of", "the", "and", "for", "on", "in", "de", "a"}
COMPANY = {
    "inc.", "inc", "corp.", "corp", "corporation", "company", "co.", "co", "group", "ltd", "ltd.", "llc", "plc", "ag",
    "motors", "motor", "airlines", "airways", "holdings", "industries", "systems", "technologies", "gmbh", "sa", "spa",
    "stores", "goods", "electric", "aerospace", "international", "partners", "foods", "news", "media",
}  # fmt: skip
CHAMBERS = {"house", "senate", "congress", "parliament", "cabinet", "assembly"}
TURNED = {"department", "ministry", "bureau"}
Key = tuple[str, ...]
SURE = {"surname": 0.93, "first-name": 0.75, "first-name-short": 0.8, "acronym": 0.88, "tail": 0.8, "beginning": 0.75}
REASONS = {
    "surname": "the one fuller name in the report with this surname",
    "first-name": "the one fuller name in the report with this first name",
    "first-name-short": "the one fuller name with this surname and a like first name",
    "acronym": "the letters that the words of a name in the report begin with",
    "tail": "the last words of a fuller name in the report",
    "beginning": "the first words of a fuller name in the report",
}


def key_of(words: Iterable[str]) -> Key:
    """What two prints of one name share: small letters, no article, no possessive, no dots in an acronym."""
    kept = [re.sub(r"[’']s$|[’']$", "", word).lower() for word in words]
    kept = [word.replace(".", "") if re.fullmatch(r"(\w\.)+\w?\.?", word) else word for word in kept if word]
    return tuple(kept[1:] if kept[:1] == ["the"] and len(kept) > 1 else kept)


def acronym(short: str, words: Sequence[str], *, loose: bool = False) -> bool:
    """Whether letters are those that the words of a name begin with; ``loose`` asks for the first letter alone."""
    letters = short.replace(".", "").replace("-", "").lower()
    if len(letters) < 2 or len(words) < 2:
        return False
    initials = {"".join(w[0] for w in some if w not in SMALL) for some in (words, _turned(words))}
    initials |= {"".join(w[0] for w in some) for some in (words, _turned(words))}
    parts = "".join(p[0] for w in words for p in w.split("-") if p and p not in SMALL)
    return letters in initials | {parts} or (loose and letters[0] == words[0][0] and len(letters) <= 2 * len(words) + 1)


def _turned(words: Sequence[str]) -> Sequence[str]:
    """A department's name with its kind in front: the ``Justice Department`` is the ``Department of Justice``."""
    return (words[-1], "of", *words[:-1]) if words[-1] in TURNED else words


def short_first(one: str, other: str) -> bool:
    """Whether two first names are one and its beginning: ``Ed`` and ``Edward``, ``J.`` and ``Jan``."""
    one, other = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return bool(one) and (other.startswith(one) or bool(_full(one) & _full(other)))


@cache
def _full(first: str) -> frozenset[str]:
    """A first name and the English names that it is short for, by the list of ``nicknames`` (Apache-2.0)."""
    return frozenset({first, *_nicknames().canonicals_of(first)})


@cache
def _nicknames() -> "NickNamer":
    from nicknames import NickNamer

    return NickNamer()


def heads_body(word: str) -> bool:
    """Whether one word may stand for a body whose name ends in it: no chamber, which has that for its own name."""
    return word in actor_words().bodies and word not in CHAMBERS


def word_places(text: str, span: Span, words: Sequence[str]) -> list[Span]:
    """Where each word of a name stands."""
    spans, start = [], span.start
    for word in words:
        start = max(start, text.find(word, start, span.end))
        spans.append(Span(start, start + len(word)))
        start += len(word)
    return spans


def acronymic(word: str) -> bool:
    """Whether a printed word is letters in capitals, whose last ``S`` makes it no plural: ``IRS``."""
    bare = word.replace(".", "")
    return len(bare) > 1 and bare.isupper()
