"""Offices of a state or body: what ``Torvela's foreign minister`` and ``the Torvelan foreign minister`` share."""

import re
from functools import lru_cache
from typing import NamedTuple

from onrecord.resolve.states import country
from onrecord.resolve.words import FILLERS, folded

STEM = 5
"""So many letters of a name the people named after it share: ``Torvela``, ``Torvelan``."""


class Office(NamedTuple):
    """An office and whose it is: a state's code, or the first letters of the name."""

    title: str
    owner: str

    @property
    def key(self) -> str:
        """The key of chains that hold it."""
        return f"t:{self.title}|{self.owner}"


HEADS = {
    "minister", "president", "premier", "chancellor", "ambassador", "envoy", "king", "queen", "emir", "sultan",
    "secretary", "governor", "mayor", "speaker", "commissioner", "chief", "leader", "head", "director", "general",
    "spokesman", "spokeswoman", "spokesperson", "prosecutor", "judge", "negotiator", "chair", "chairman", "chairwoman",
}  # fmt: skip
"""The last words of offices that one person holds at a time."""

PEOPLE = re.compile(r"[A-Z]\w+(?:an|ish|ese|i|ic)")
"""A word that looks like that for a people; what the gazetteer knows needs no looks."""


@lru_cache(maxsize=100_000)
def office(words: str) -> Office | None:
    """The office that the words name together with whose it is; None where they do not say whose."""
    bare = re.sub(r"^(?:the|a|an) ", "", words.strip(), flags=re.I)
    owned = re.fullmatch(r"(?P<owner>.+?)['’]s? (?P<title>.+)", bare)
    of = re.fullmatch(r"(?P<title>[^,]+?) of (?P<owner>(?:the )?[A-Z][\w.\- ]*)", bare)
    for found in (owned, of):
        if found:
            return _office(found["title"], found["owner"])
    parts = bare.split()
    iso, size = country(tuple(folded(bare).split()))
    if iso and 0 < size < len(parts):
        return _office(" ".join(parts[size:]), " ".join(parts[:size]))
    return _office(" ".join(parts[1:]), parts[0]) if len(parts) > 1 and PEOPLE.fullmatch(parts[0]) else None


HONORIFICS = {"mr", "mrs", "ms", "miss", "dr", "sir", "madam", "former", "then", "late", "acting", "the", "a", "an"}


@lru_cache(maxsize=100_000)
def title(words: str) -> str:
    """The office that words beside a name say, without whose it is; empty where they say none."""
    held = office(words)
    parts = (held.title if held else folded(words)).split()
    while parts and parts[0] in HONORIFICS:
        parts = parts[1:]
    return " ".join(parts) if parts and parts[-1] in HEADS else ""


def owner(name: str) -> str:
    """How a key names whose office it is: the code of a state, or the first letters of another name."""
    parts = tuple(part for part in folded(name).split() if part not in FILLERS)
    if not parts:
        return ""
    iso, size = country(parts)
    return iso if size == len(parts) else parts[-1][:STEM] if len(parts) == 1 else " ".join(parts)


def _office(title: str, whose: str) -> Office | None:
    title, key = folded(title), owner(whose)
    return Office(title, key) if key and title.split()[-1:] and title.split()[-1] in HEADS else None
