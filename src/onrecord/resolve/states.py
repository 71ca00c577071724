"""States as the world names them: other names, people, capitals and public ids, offline.

``states.csv`` is made from GeoNames (CC BY 4.0) and countryinfo (MIT) by ``training/states.py``: what they list is
listed, and a word that two states claim belongs to none.
"""

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from onrecord.resolve.words import acronym, words

GOVERNMENT = {"government", "regime", "authorities"}
"""Words after or before a state's name under which the state itself acts."""


class State(NamedTuple):
    """A state or territory: its two-letter code of ISO 3166-1, its English name, and its number at GeoNames."""

    iso: str
    name: str
    geonames: str


class _Gazetteer(NamedTuple):
    states: dict[str, State]
    names: dict[tuple[str, ...], str]
    letters: dict[str, str]
    people: dict[tuple[str, ...], str]
    capitals: dict[tuple[str, ...], str]


def state(name: str) -> State | None:
    """The state that the words name, as a country or as its government; None where they name none."""
    lists, parts = _gazetteer(), words(name)
    iso = lists.letters.get(acronym(name)) or lists.names.get(parts) or _governing(parts)
    return lists.states[iso] if iso else None


def country(parts: tuple[str, ...], longest: int = 4) -> tuple[str, int]:
    """The code of the state whose name or people begins the words (``us``, ``russian``) and how many words that is."""
    lists = _gazetteer()
    for size in range(min(longest, len(parts)), 0, -1):
        some = parts[:size]
        iso = lists.names.get(some) or lists.people.get(some) or (lists.letters.get(some[0]) if size == 1 else None)
        if iso:
            return iso, size
    return "", 0


def capital(name: str) -> State | None:
    """The state whose capital bears this name."""
    lists = _gazetteer()
    iso = lists.capitals.get(words(name))
    return lists.states[iso] if iso else None


def _governing(parts: tuple[str, ...]) -> str | None:
    """The state behind ``Russian government``, ``government of Russia``."""
    if len(parts) < 2:
        return None
    if parts[-1] in GOVERNMENT:
        rest = parts[:-1]
    elif parts[0] in GOVERNMENT and parts[1] == "of":
        rest = parts[3:] if parts[2:3] == ("the",) else parts[2:]
    else:
        return None
    iso, size = country(rest)
    return iso if rest and size == len(rest) else None


@cache
def _gazetteer() -> _Gazetteer:
    found = _Gazetteer({}, {}, {}, {}, {})
    text = files("onrecord.resolve").joinpath("states.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        iso = row["iso"]
        found.states[iso] = State(iso, row["name"], row["geonames"])
        for table, column in ((found.names, "names"), (found.people, "people"), (found.capitals, "capitals")):
            table.update({words(name): iso for name in row[column].split("|") if name})
        found.letters.update({code.casefold(): iso for code in row["letters"].split("|") if code})
    return found
