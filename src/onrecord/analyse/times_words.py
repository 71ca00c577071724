"""The words that time expressions are made of, and each word of a passage as one letter for its class.

A passage becomes a string with one letter a word, so that patterns over words are plain regular expressions: they are
written with the names of classes (``<month> <day>``), which ``pattern`` turns into letters.
"""

import re
from dataclasses import dataclass
from functools import cache

from onrecord.analyse.times_lexicon import CLASSES, NUMBERS, RANKS, calendar
from onrecord.model.span import Span

TOKEN = re.compile(
    r"(?P<clock>\d{1,2}[:.]\d{2}(?::\d{2})?(?=\s?(?:[ap]\.?m\b|GMT|UTC))|\d{1,2}:\d{2}(?::\d{2})?(?!\d))"
    r"|(?P<iso>(?:1[5-9]|20)\d{2}-\d{2}-\d{2}(?!\d)|\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?![\d/]))"
    r"|(?P<attacks>9/11\b)"
    r"|(?P<fraction>1/2\b(?!/)|½)"
    r"|(?P<decade>(?:1[5-9]|20)\d0\s?[’']?s\b|[’'`]\d0s\b|(?<![\d.,$£€])[2-9]0s\b)"
    r"|(?P<rank>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<word>[ap]\.\s?m\.|[ap]\.m\b|[A-Za-zÀ-ÿ]+)"
    r"|(?P<own>[’']s\b)"
    r"|(?P<mark>\S)"
)

_SHAPES = (
    "month", "weekday", "weekdays", "year", "hour24", "n12", "n31", "n99", "number", "rank", "ordinal", "digits",
    "word1", "word", "clock", "iso", "attacks", "decade", "comma", "dot", "dash", "own", "mark", "plus", "fraction",
)  # fmt: skip
_UNIONS = {
    "mday": ("n12", "n31"),
    "num": ("n12", "n31", "n99", "number", "word1", "word", "hundred"),
    "order": ("rank", "ordinal", "second"),
    "back": ("last", "past"),
    "fore": ("next", "coming"),
    "told": ("previous", "following", "same", "that"),
    "period": ("unit", "weekend"),
    "season": ("summer", "spring"),
}
_NAMES = (*CLASSES, *_SHAPES)
_LETTER = {name: chr(0x100 + at) for at, name in enumerate(_NAMES)}
_OF_WORD = {word: _LETTER[name] for name in _NAMES for word in sorted(CLASSES.get(name, ()))}
OTHER = "."


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a passage: where it stands in the report, and its lower-case text."""

    start: int
    end: int
    lower: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A passage as words, and one letter for the class of each."""

    words: tuple[Word, ...]
    letters: str

    def span(self, first: int, after: int) -> Span:
        """The characters from word ``first`` to the one before ``after``."""
        return Span(self.words[first].start, self.words[after - 1].end)


def line_of(text: str, span: Span) -> Line:
    """The words of a passage with their classes."""
    words: list[Word] = []
    letters: list[str] = []
    for match in TOKEN.finditer(text, *span):
        raw = match[0]
        lower = raw.lower()
        words.append(Word(match.start(), match.end(), lower, raw[0].isupper()))
        letters.append(_letter(raw, lower, match.lastgroup or ""))
    return Line(tuple(words), "".join(letters))


@cache
def pattern(rule: str) -> re.Pattern[str]:
    """A rule over classes as a pattern over letters: ``<the>? <month|season:name>``, ``(:name …)``.

    A name may be given to groups of several alternatives; the second is called ``name_2``.
    """
    seen: dict[str, int] = {}

    def named(match: re.Match[str]) -> str:
        name = match["group"] or match["name"]
        chars = f"[{''.join(letters(one) for one in match['classes'].split('|'))}]" if match["classes"] else ""
        if not name:
            return chars
        seen[name] = seen.get(name, 0) + 1
        label = name if seen[name] == 1 else f"{name}_{seen[name]}"
        return f"(?P<{label}>{chars})" if chars else f"(?P<{label}>"

    return re.compile(
        re.sub(r"<(?P<classes>[a-z0-9|]+)(?::(?P<name>\w+))?>|\(:(?P<group>\w+) ", named, rule).replace(" ", "")
    )


def needed(rule: str) -> frozenset[str]:
    """Letters of which every match of a rule has one: those of the fewest words; none where no class must stand."""
    flat, last = rule, ""
    while flat != last:
        flat, last = re.sub(r"\([^()]*\)\??|<[^<>]*>\?", "", flat), flat
    must = [letters(*one.split("|")) for one in re.findall(r"<([a-z0-9|]+)", flat)]
    rare = [one for one in must if not set(one) & set(letters("the", "a", "of", "in", "to", "and", "dash", "dot"))]
    return min(map(frozenset, rare), key=len, default=frozenset())


def letters(*names: str) -> str:
    """The letters of these classes."""
    return "".join(_LETTER[part] for name in names for part in _UNIONS.get(name, (name,)))


def _letter(raw: str, lower: str, shape: str) -> str:
    if shape == "word":
        return _word(raw, lower)
    if shape == "number":
        return _LETTER[_number(lower)]
    if shape != "mark":
        return _LETTER[shape]
    return {",": _LETTER["comma"], ".": _LETTER["dot"], "-": _LETTER["dash"], "–": _LETTER["dash"],
            "—": _LETTER["plus"]}.get(raw, _LETTER["mark"])  # fmt: skip


def _word(raw: str, lower: str) -> str:
    known = _OF_WORD.get(lower)
    if known:
        return known
    if lower in NUMBERS:
        return _LETTER["word1" if NUMBERS[lower] < 13 else "word"]
    if lower in RANKS:
        return _LETTER["ordinal"]
    if raw[0].isupper() and (name := _named(raw, lower)):
        return _LETTER[name]
    return OTHER


def _named(raw: str, lower: str) -> str | None:
    return calendar().get(lower)


def _number(digits: str) -> str:
    if not digits.isdigit():
        return "number"
    value = int(digits)
    if len(digits) == 4:
        return (
            "digits" if digits[0] == "0" else "year" if 1500 <= value < 2100 else "hour24" if value < 1500 else "number"
        )
    if len(digits) <= 2:
        return "n12" if 1 <= value <= 12 else "n31" if 1 <= value <= 31 else "n99"
    return "number"
