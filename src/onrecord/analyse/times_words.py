"""The words that time expressions are made of, and each word of a passage as one letter for its class.

A passage becomes a string with one letter a word, so that patterns over words are plain regular expressions: they are
written with the names of classes (``<month> <day>``), which ``pattern`` turns into letters.
"""

import re
from dataclasses import dataclass
from functools import cache

from onrecord.model.span import Span

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
UNITS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "fortnight": "F", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "sec": "S", "min": "M", "hr": "H", "yr": "Y",
}  # fmt: skip
SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
NUMBERS = {word: at for at, word in enumerate(SMALL)} | {word: 10 * at for at, word in enumerate(TENS, 2)}
RANKS = {word: at for at, word in enumerate(ORDINALS, 1)} | {"thirtieth": 30}
PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "dusk": "EV", "daytime": "DT",
    "midday": "12:00", "noon": "12:00", "midnight": "24:00", "lunchtime": "12:00", "overnight": "NI",
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
FEASTS = {
    "christmas": "12-25", "thanksgiving": "THANKSGIVING", "easter": "EASTER", "halloween": "10-31",
}  # fmt: skip
EVERY = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annual": "P1Y",
    "annually": "P1Y", "hourly": "PT1H", "nightly": "P1D", "biweekly": "P2W", "fortnightly": "P2W", "biannual": "P6M",
    "semiannual": "P6M",
}  # fmt: skip
PRESENT = {"now", "currently", "current", "presently", "nowadays"}
PAST = {"recently", "lately", "recent"}

TOKEN = re.compile(
    r"(?P<clock>\d{1,2}[:.]\d{2}(?::\d{2})?(?=\s?(?:[ap]\.?m\b|GMT|UTC))|\d{1,2}:\d{2}(?::\d{2})?(?!\d))"
    r"|(?P<iso>(?:1[5-9]|20)\d{2}-\d{2}-\d{2}(?!\d)|\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?![\d/]))"
    r"|(?P<attacks>9/11\b)"
    r"|(?P<decade>(?:1[5-9]|20)\d0[’']?s\b|[’'`]\d0s\b)"
    r"|(?P<rank>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<word>[ap]\.\s?m\.|[ap]\.m\b|[A-Za-zÀ-ÿ]+)"
    r"|(?P<own>[’']s\b)"
    r"|(?P<mark>\S)"
)

_CLASSES: dict[str, set[str]] = {
    "unit": {*UNITS} - {"second", "sec", "min"} | {"minute"},
    "units": {f"{unit}s" for unit in UNITS if unit != "century"} | {"centuries"},
    "second": {"second"},
    "weekend": {"weekend"},
    "weekends": {"weekends"},
    "part": {*PARTS} - {"overnight"},
    "parts": {"mornings", "afternoons", "evenings", "nights"},
    "deictic": {"today", "yesterday", "tomorrow", "tonight"},
    "the": {"the"},
    "a": {"a", "an"},
    "this": {"this"},
    "that": {"that"},
    "same": {"same"},
    "last": {"last"},
    "past": {"past"},
    "previous": {"previous", "prior", "preceding"},
    "next": {"next"},
    "coming": {"coming", "upcoming", "forthcoming"},
    "following": {"following"},
    "current": {"current"},
    "every": {"every", "each"},
    "per": {"per"},
    "ago": {"ago"},
    "earlier": {"earlier", "later", "previously", "afterwards", "afterward"},
    "hence": {"hence"},
    "early": {"early"},
    "late": {"late"},
    "mid": {"mid", "middle"},
    "edge": {"beginning", "start", "end", "close", "outset", "half"},
    "of": {"of"},
    "in": {"in"},
    "to": {"to"},
    "and": {"and"},
    "or": {"or"},
    "from": {"from"},
    "few": {"few", "several", "couple", "many", "some", "dozens", "hundreds", "thousands", "countless", "numerous"},
    "about": {"about", "around", "nearly", "almost", "approximately", "roughly", "over", "under", "barely", "only"},
    "more": {"more", "less", "fewer", "longer"},
    "than": {"than"},
    "at": {"at"},
    "least": {"least", "most"},
    "up": {"up"},
    "just": {"just"},
    "final": {"final"},
    "consecutive": {"consecutive", "straight", "successive", "full", "whole", "entire", "more", "additional", "solid"},
    "all": {"all"},
    "long": {"long"},
    "old": {"old"},
    "summer": {"summer", "winter", "autumn"},
    "spring": {"spring", "fall"},
    "feast": {*FEASTS},
    "eve": {"eve"},
    "new": {"new"},
    "on": {"on"},
    "for": {"for"},
    "noun": {"time", "moment", "being"},
    "near": {"near", "foreseeable", "immediate", "distant"},
    "future": {"future"},
    "term": {"term"},
    "short": {"short"},
    "fiscal": {"fiscal", "financial"},
    "set": {*EVERY},
    "now": PRESENT - {"current", "now"},
    "recently": PAST - {"recent"},
    "recent": {"recent"},
    "ampm": {"am", "pm", "a.m.", "p.m.", "a. m.", "p. m.", "a.m", "p.m"},
    "zone": {"gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "bst", "cet", "cest", "ist"},
    "local": {"local", "eastern", "central", "pacific"},
    "oclock": {"clock"},
    "o": {"o"},
    "date": {"date"},
    "hundred": {"hundred", "dozen"},
    "overnight": {"overnight"},
    "twenties": {"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"},
    "yearend": {"yearend"},
    "these": {"these", "those"},
    "before": {"before", "after"},
    "now1": {"now"},
    "q": {"q"},
    "feastday": {"labor", "labour", "memorial", "independence"},
    "rate": {"times", "twice", "once"},
    "other": {"other"},
}  # fmt: skip
_SHAPES = [
    "month",
    "weekday",
    "weekdays",
    "year",
    "hour24",
    "n12",
    "n31",
    "n99",
    "number",
    "rank",
    "ordinal",
    "digits",
    "word1",
    "word",
    "clock",
    "iso",
    "attacks",
    "decade",
    "comma",
    "dot",
    "dash",
    "own",
    "mark",
    "plus",
]
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
_NAMES = (*_CLASSES, *_SHAPES)
_LETTER = {name: chr(0x100 + at) for at, name in enumerate(_NAMES)}
_OF_WORD = {word: _LETTER[name] for name in _NAMES for word in sorted(_CLASSES.get(name, ()))}
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


def letters(*names: str) -> str:
    """The letters of these classes."""
    return "".join(_LETTER[part] for name in names for part in _UNIONS.get(name, (name,)))


def number(words: list[str]) -> float | None:
    """The number that words and figures say: ``12``, ``1,200``, ``twenty`` ``-`` ``one``, ``two hundred``."""
    total = 0.0
    for word in words:
        if word == "-" or word == "and":
            continue
        if word[0].isdigit():
            total += float(word.replace(",", ""))
        elif word in ("hundred", "dozen"):
            total = (total or 1) * (100 if word == "hundred" else 12)
        elif word in ("a", "an"):
            total += 1
        elif word in NUMBERS:
            total += NUMBERS[word]
        else:
            return None
    return total


def rank(word: str) -> int:
    """The number of an ordinal: ``third``, ``18th``."""
    return RANKS.get(word) or int(re.sub(r"\D", "", word) or 0)


def unit(word: str) -> str:
    """The plain form of a unit: ``weeks`` → ``week``."""
    plain = "century" if word == "centuries" else word.removesuffix("s") if word not in UNITS else word
    return {"sec": "second", "min": "minute", "hr": "hour", "yr": "year"}.get(plain, plain)


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


@cache
def _calendar() -> dict[str, str]:
    """Names of months and weekdays as they are printed, and short forms."""
    full = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
    days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    short = {m[:3] for m in full} | {"sept"}
    names = dict.fromkeys([*full, *short], "month") | dict.fromkeys(days, "weekday")
    return (
        names
        | dict.fromkeys([f"{d}s" for d in days], "weekdays")
        | dict.fromkeys(("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"), "weekday")
    )


def _named(raw: str, lower: str) -> str | None:
    return _calendar().get(lower)


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
