"""Which two parties of a text can change places: the most frequent ones of one kind, with all the forms of their names.

Three kinds, each chosen without a list of names, from what a story's texts print and from who is annotated in it:

* ``person``: two people of first name and surname; first name takes the place of first name, surname of surname;
* ``people``: two parties that have a plural (``Ardvanians``), with their adjective, the word for one of them and their
  country where there is one; a pair needs a counterpart for every form that the text prints;
* ``body``: two bodies or places of one word each, both with ``the`` or both without, that nothing is derived from.

A word that the story also writes small is no name here, and both parties must be named twice at least.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

KINDS = ("person", "people", "body")
WORD = re.compile(r"[^\W\d_]+")
LEAST = 2
STEM = 4
SUFFIX = 3

Forms = Mapping[str, str]
"""The part a form plays (``first``, ``last``, ``root``, ``adjective``, ``one``, ``plural``, ``whole``) and the word."""


class Pair(NamedTuple):
    """Two parties of one kind, form by form; the same parts in the same order."""

    kind: str
    one: Forms
    other: Forms


class Story:
    """The words of a story's texts, and who is annotated in them: pairs of a name and a type."""

    def __init__(self, texts: Sequence[str], entities: Iterable[tuple[str, str]]) -> None:
        self._text = "\n".join(texts)
        counted = Counter(word for text in texts for word in WORD.findall(text))
        self._small = {word for word in counted if word[0].islower()}
        self.capital = {w: n for w, n in counted.items() if w[0].isupper() and w.lower() not in self._small}
        self.entities = sorted(set(entities))

    def pairs(self, text: str) -> Iterator[Pair]:
        """At most one pair of each kind: that whose rarer party is named most often in the text."""
        counts = Counter(word for word in WORD.findall(text) if word in self.capital)
        for kind, parties in (("person", self.people()), ("people", self.peoples()), ("body", self.bodies())):
            able = [Pair(kind, *two) for two in combinations(parties, 2) if _fit(*two, counts)]
            if able:
                yield max(able, key=lambda pair: _weight(pair, counts))

    def people(self) -> list[Forms]:
        """Everybody of a first name and a surname, initials and ``Jr.`` left out."""
        found = {}
        for name, type in self.entities:
            words = [word for word in name.replace(".", "").split() if len(word) > 1 and word not in ("Jr", "Sr")]
            if type == "person" and len(words) == 2 and all(word in self.capital for word in words):
                found[words[1]] = {"first": words[0], "last": words[1]}
        return [forms for last, forms in found.items() if not self._shared(last)]

    def peoples(self) -> list[Forms]:
        """Everything that has a plural, with what is derived from the same stem."""
        found: list[Forms] = []
        surnames = {name.split()[-1] for name, type in self.entities if type == "person"}
        named = {word for name, _ in self.entities for word in name.split() if word.endswith("s")}
        named |= {name.split()[0] for name, _ in self.entities}
        for one in sorted(w.removesuffix("s") for w in self.capital if w.endswith("s") and len(w) > STEM):
            if one not in self.capital or one in surnames:
                continue
            adjective = f"{one}ic" if f"{one}ic" in self.capital else one
            roots = [w for w in self.capital if w != one and _stem_of(w, one)]
            forms: dict[str, str] = {"plural": f"{one}s", "one": one, "adjective": adjective}
            forms |= {"root": max(roots, key=lambda w: (len(w), w))} if roots else {}
            if named & set(forms.values()) and not self._part(f"{one}s"):
                found.append(forms)
        return found

    def _shared(self, last: str) -> bool:
        """Whether a last word is no surname: a house or a party, as in ``House Democrats``."""
        return (last.endswith("s") and last[:-1] in self.capital) or self._articled(last)

    def _part(self, word: str) -> bool:
        """Whether a word mostly stands behind another one of a name (``United States``)."""
        behind = re.findall(rf"\b[A-Z]\w+ {word}\b", self._text)
        return 2 * len(behind) > len(re.findall(rf"\b{word}\b", self._text))

    def _articled(self, name: str) -> bool:
        """Whether a name stands with ``the`` before it more often than not (``the White`` House)."""
        with_the = re.findall(rf"\b[Tt]he (?:[A-Z]\w+ )?{name}\b", self._text)
        return 2 * len(with_the) > len(re.findall(rf"\b{name}\b", self._text))

    def bodies(self) -> list[Forms]:
        """Bodies and places of one word, those with ``the`` apart from those without by a part of their own."""
        found: list[Forms] = []
        for name in sorted({name for name, type in self.entities if type == "body"} & set(self.capital)):
            if not any(word != name and word.lower().startswith(name.lower()[:-1]) for word in self.capital):
                found.append({"whole with the" if self._articled(name) else "whole": name})
        return found


def _stem_of(root: str, one: str) -> bool:
    return len(root) >= STEM and one.startswith(root[:-1]) and 0 < len(one) - len(root) + 1 <= SUFFIX + 1


def _fit(one: Forms, other: Forms, counts: Mapping[str, int]) -> bool:
    """Whether two parties can change places in a text: no word in common, named often enough, form for form."""
    words = [*set(one.values()), *set(other.values())]
    if len({word.lower() for word in words}) < len(words) or min(_named(one, counts), _named(other, counts)) < LEAST:
        return False
    return all(
        part in there for here, there in ((one, other), (other, one)) for part in here if counts.get(here[part], 0)
    )


def _named(forms: Forms, counts: Mapping[str, int]) -> int:
    return sum(counts.get(word, 0) for word in {w for part, w in forms.items() if part != "first"})


def _weight(pair: Pair, counts: Mapping[str, int]) -> tuple[int, int, Sequence[str]]:
    often = sorted((_named(pair.one, counts), _named(pair.other, counts)))
    return often[0], often[1], sorted(pair.one.values())
