"""Countries with their other names, peoples, capitals and regions, to tell what kind of name one is: for type alone.

From ``countryinfo`` (MIT), whose files lie in the package: no network. Two names of one country are one key, so that
``the U.S.`` and ``the United States`` are one chain; a capital is a chain of its own that says whose it is.
"""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

PRINTED = {"us": "US", "usa": "US", "america": "US", "uk": "GB", "britain": "GB", "uae": "AE", "drc": "CD"}
"""Short names as newspapers print them, dots left out, that the package lacks or has as mere codes."""

PEOPLES = {"american": "US", "chinese": "CN", "french": "FR", "norwegian": "NO", "saudi": "SA"}
"""Adjectives that the package gives to a state and to its territories too, or lacks: they are the state's."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """ISO 3166-1 codes (two letters) by the names of countries, peoples, capitals and regions, in small letters."""

    countries: Mapping[str, str]
    demonyms: Mapping[str, str]
    capitals: Mapping[str, str]
    regions: Mapping[str, str]

    def country(self, name: str) -> str:
        """The code of the country that has this name, or nothing."""
        return self.countries.get(plain(name), "")

    def demonym(self, word: str) -> str:
        """The code of the country whose people or adjective a word is, or nothing."""
        word = plain(word)
        return self.demonyms.get(word) or self.demonyms.get(word.removesuffix("s"), "")

    def capital(self, name: str) -> str:
        """The code of the country that is governed from a city, or nothing."""
        return self.capitals.get(plain(name), "")

    def region(self, name: str) -> str:
        """The code of the country that a state, province or county of this name lies in, or nothing."""
        return self.regions.get(plain(name), "")

    def known(self, name: str) -> bool:
        """Whether a name is a country's or a capital's."""
        return bool(self.country(name) or self.capital(name))


def plain(name: str) -> str:
    """Small letters, without article and dots."""
    return re.sub(r"^the | dc$", "", name.lower().replace(".", ""))


@cache
def gazetteer() -> Gazetteer:
    """The package's files, read once (15 ms); a name that several countries bear or claim stands for none of them."""
    countries: dict[str, set[str]] = {name: {code} for name, code in PRINTED.items()}
    demonyms: dict[str, set[str]] = {}
    peoples = {word: {code} for word, code in PEOPLES.items()}
    capitals: dict[str, set[str]] = {}
    regions: dict[str, set[str]] = {}
    for path in sorted(files("countryinfo").joinpath("data").iterdir(), key=lambda p: p.name):
        row = json.loads(path.read_text(encoding="utf-8")) if path.name.endswith(".json") else {}
        code = str(row.get("ISO", {}).get("alpha2", ""))
        if not code or "name" not in row:
            continue
        names = [row["name"], *(name for name in row.get("altSpellings", ()) if len(name) > 3)]
        listed = ((countries, names), (demonyms, [row.get("demonym")]), (capitals, [row.get("capital")]))
        for table, found in (*listed, (regions, row.get("provinces") or [])):
            for name in found:
                if isinstance(name, str) and name:
                    table.setdefault(plain(name), set()).add(code)
    return Gazetteer(_sole(countries), _sole(demonyms | peoples), _sole(capitals, without=countries), _sole(regions))


def _sole(table: Mapping[str, set[str]], without: Collection[str] = ()) -> dict[str, str]:
    return {name: next(iter(codes)) for name, codes in table.items() if len(codes) == 1 and name not in without}
