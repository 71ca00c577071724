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


@lru_cache(maxsize=100_000)
def office(words: str) -> Office | None:
    """The office that the words name together with whose it is; None where they do not say whose."""
    owned = re.fullmatch(r"(?:the )?(?P<owner>.+?)['’](?:s)? (?P<title>.+)", words.strip(), re.I)
    if owned:
        return _office(owned["title"], owned["owner"])
    of = re.fullmatch(r"(?:the |a |an )?(?P<title>[^,]+?) of (?P<owner>(?:the )?[A-Z][\w.\- ]*)", words.strip())
    if of and (owner(of["owner"]) or of["owner"][:1].isupper()):
        return _office(of["title"], of["owner"])
    parts = re.sub(r"^(?:the|a|an) ", "", words.strip(), flags=re.I).split()
    iso, size = country(tuple(folded(" ".join(parts)).split()))
    if iso and size < len(parts):
        return Office(folded(" ".join(parts[size:])), iso)
    if len(parts) > 1 and parts[0][:1].isupper():
        return _office(" ".join(parts[1:]), parts[0])
    return None


def owner(name: str) -> str:
    """How a key names whose office it is: the code of a state, or the first letters of another name."""
    parts = tuple(part for part in folded(name).split() if part not in FILLERS)
    if not parts:
        return ""
    iso, size = country(parts)
    return iso if size == len(parts) else parts[-1][:STEM] if len(parts) == 1 else " ".join(parts)


def _office(title: str, whose: str) -> Office | None:
    title, key = folded(title), owner(whose)
    return Office(title, key) if title and key else None
