"""Names as they are compared: without case, accents, marks and articles, and two ways to see through a spelling."""

import re
import unicodedata
from functools import cache

from rapidfuzz.fuzz import ratio

ARTICLES = {"the", "al", "el", "ad", "ar", "as", "at", "an", "az"}
"""Words that a name may carry or leave out at its head or before a part: the English article, the Arabic one."""

FILLERS = {"of", "the", "for", "and", "on", "in", "to", "at", "a", "de", "la", "du", "des", "&"}
"""Words that do not tell one body from another."""

LETTERS = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i",
    "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "ʿ": "'", "ʾ": "'", "–": "-", "‑": "-", "—": "-",
})  # fmt: skip

SOUNDS = (
    ("sch", "s"), ("tch", "c"), ("ch", "c"), ("sh", "s"), ("ph", "f"), ("kh", "k"), ("gh", "k"), ("th", "t"),
    ("dh", "d"), ("dj", "j"), ("ck", "k"), ("q", "k"), ("g", "k"), ("x", "ks"), ("z", "s"), ("w", "v"), ("j", "i"),
    ("ce", "se"), ("ci", "si"), ("c", "k"),
)  # fmt: skip
"""Spellings that transliterations exchange, each with what stands for it in a skeleton."""


@cache
def folded(text: str) -> str:
    """The text in small letters without accents, dots and apostrophes; hyphens and commas are spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"'s\b|s'(?=\s|$)", lambda m: "s" if m[0][0] == "s" else "", plain)
    return " ".join(re.sub(r"[-/,]", " ", re.sub(r"['.\"“”()\[\]]", "", plain)).split())


@cache
def words(text: str) -> tuple[str, ...]:
    """The words of a name, without an English article at its head; Arabic articles are left out wherever they stand."""
    parts = folded(text).split()
    if len(parts) > 1 and parts[0] == "the":
        parts = parts[1:]
    bare = [part for at, part in enumerate(parts) if not (_article(text, part) and at < len(parts) - 1)]
    return tuple(bare)


def _article(text: str, part: str) -> bool:
    """Whether a part is written as an Arabic article: ``al-``, ``el-``, ``as-`` with its hyphen, or plain ``al``."""
    return part in ("al", "el") or (part in ARTICLES and re.search(rf"\b{part}-", text.casefold()) is not None)


@cache
def acronym(text: str) -> str:
    """The letters of an acronym (``U.N.``, ``NATO``) in small letters; empty where the words are none."""
    bare = re.sub(r"^[Tt]he ", "", text[:-2] if text[-2:] in ("’s", "'s") else text)
    bare = bare.replace(".", "").replace("&", "")
    return bare.casefold() if re.fullmatch(r"[A-Z][A-Z0-9]{1,6}", bare) else ""


SPELT = 4
"""Words of fewer letters are too easily two words: of these only equality counts."""


def initials(parts: tuple[str, ...]) -> frozenset[str]:
    """The acronyms that a long form may have: with and without ``of`` and ``and``; none for a single word."""
    telling = [part for part in parts if part not in FILLERS]
    linked = [part for part in parts if part not in FILLERS - {"of", "and"}]
    found = {"".join(part[0] for part in some) for some in (linked, telling) if len(some) > 1}
    return frozenset(found)


@cache
def skeleton(word: str) -> str:
    """What spellings of one sound share: consonants by class, doubled ones once, vowels left out but at the head."""
    for old, new in SOUNDS:
        word = word.replace(old, new)
    head, rest = word[:1], re.sub(r"[aeiouyh]", "", word[1:])
    head = "a" if head in "aeiouy" else head
    return re.sub(r"(.)\1+", r"\1", head + rest)


VOWELS = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("iy", "i"), ("y", "i"), ("o", "u"))
"""Vowels that transliterations exchange without meaning another name; e and i, a and e may mean one."""


@cache
def sounded(word: str) -> str:
    """What is left of a word's spelling when letters of one sound are one and doubled ones stand once."""
    for old, new in (*SOUNDS, *VOWELS):
        word = word.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", word)


@cache
def variant(a: str, b: str) -> float:
    """How surely two words are spellings of one: 1 if equal, their likeness if they share a skeleton, else 0.

    A vowel more at the end may tell a woman's name from a man's and is no matter of spelling.
    """
    if a == b:
        return 1.0
    if min(len(a), len(b)) < SPELT or skeleton(a) != skeleton(b) or len(skeleton(a)) < 2:
        return 0.0
    shorter, longer = sorted((a, b), key=len)
    if longer.startswith(shorter) and re.fullmatch(r"[lnt]?(?:a|e|ah)", longer[len(shorter) :]):
        return 0.0
    return ratio(*(re.sub(r"(.)\1+", r"\1", word) for word in (a, b))) / 100
