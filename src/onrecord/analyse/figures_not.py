"""Numbers that are no figures: dates, times of day, ages beside a name, streets, parts of names, scores."""

import re

from onrecord.analyse.numbers import Number
from onrecord.analyse.numbers_words import MONTHS, STREETS, UNITS, WEEKDAYS
from onrecord.engine.parse import Parse, Token

CLOCK = {"am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o’clock", "o'clock", "gmt", "utc", "et", "est", "edt", "noon"}
CALIBRE = {"caliber", "calibre", "mm", "millimeter", "millimetre", "gauge", "cal"}
HOURS = {"at", "by", "until", "before", "after", "around"}
ODD_MINUTES = {"minutes", "quarter", "five", "ten", "twenty", "half"}
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
EPITHET = re.compile(r"(?:,? (?:and|or|to) \d+)?(?:\s|-)?(?:year|month|week|day)s?(?:\s|-)olds?\b", re.I)
AGED = re.compile(r"\b(?:aged|age|ages|at the age of|when (?:he|she|I|they) (?:was|were))\s+$", re.I)
LIMIT = re.compile(r"\b(?:under|over|below|above|minimum|legal)\s+(?:the )?age (?:of )?$")
BEHIND_AGE = {"and", "of", "was", "is", "who", "from", "has", "faces", "told", "were", ",", ".", ";", "—", ")", "-"}
PHONE = re.compile(r"(?:\(\d{3}\)\s?|\d{3}[-.])\d{3}|\d{3}[-.]\d{4}|\d[-.]\d{3}[-.]\d")
SCORE = re.compile(r"\s?[-–]\s?\d")
SCORED = re.compile(r"\d\s?[-–]\s?$")
NAMED = re.compile(
    r"\b(?:Nos?|Number|Article|Section|Chapter|Channel|Flight|Route|Resolution|Group of|Highway|Interstate|Grade|"
    r"Page|Title|Phase|Level|Type|Class|Unit|Gate|Platform|Room|Apartment|Apt|Suite|Act|Part|Volume|Episode|Season|"
    r"Formula|Proposition|Prop|Bill|Ward|District|Precinct|Zone|Area|Point|Exit|Mile|Post|Station|Line|Bus|Engine|"
    r"Model|Troop|Company|Division|Brigade|Battalion|Regiment|Squadron|"
    r"page|chapter|article|section|number|channel|flight|paragraph|phase|level|item)\.?\s+$"
)
LONE_ONE = {
    "no", "any", "every", "each", "this", "that", "the", "which", "some", "another", "just", "not", "only", "his",
    "her", "my", "our", "their", "your", "its", "square", "day", "number", "loved", "a", "anyone", "someone",
    "everyone", "-",
}  # fmt: skip
IDLE_ONE = {
    "day", "thing", "side", "point", "way", "hand", "another", "reason", "time", "example", "end", "place", "-", "’s",
    "'s",
}  # fmt: skip
SIDES = {"side", "sides", "-side"}
LASTING = {"second", "minute", "hour", "day", "week", "month", "year"}
PLAIN_RANKS = (
    STREETS | UNITS | {"century", "floor", "anniversary", "birthday", "grade", "lady", "place", "half", "light"}
)
NOUNS = ("NN", "NNS", "NNP", "NNPS")


def no_figure(text: str, parse: Parse, number: Number, first: int, last: int) -> str | None:
    """Why a number is no figure, as a short key; None where it is one."""
    if number.unit:
        return None
    if number.ordinal:
        return _ordinal(parse, first)
    before = text[max(parse.span.start, number.span.start - 40) : number.span.start]
    after = text[number.span.end : min(parse.span.end, number.span.end + 40)]
    if number.digits and PHONE.search(before[-9:] + number.span.cut(text) + after[:9]):
        return "phone"
    return (
        _date(parse, number, first, last)
        or _hour(parse, number, first, last)
        or _age(parse, number, first, last, before, after)
        or _named(parse, number, first, last, before)
        or (_address(parse, first, last) if number.digits else None)
        or _lasting(parse, last)
        or _lone(parse, number, first, last)
        or _score(number, before, after)
    )


def noun_behind(parse: Parse, last: int) -> Token | None:
    """The first noun right of a number, past adjectives, within five words of the same sentence."""
    for token in parse.tokens[last + 1 : last + 6]:
        if token.sentence != parse.tokens[last].sentence or token.text in ",;:()":
            return None
        if token.tag in NOUNS:
            return token
        if token.tag[:2] in ("VB", "MD", "IN", "WD", "WP", "CC", "TO") and token.tag not in ("VBN", "VBG"):
            return None
    return None


def _word(parse: Parse, at: int) -> str:
    return parse.tokens[at].lower.strip(".") if 0 <= at < len(parse.tokens) else ""


def _capital(parse: Parse, at: int) -> bool:
    return 0 <= at < len(parse.tokens) and parse.tokens[at].text[0].isupper()


def _year(value: float | None) -> bool:
    return value is not None and value == int(value) and bool(YEAR.fullmatch(str(int(value))))


def _date(parse: Parse, number: Number, first: int, last: int) -> str | None:
    """Days of a month and years; ``2000 people`` is a count."""
    if not number.digits:
        return None
    before, after = _word(parse, first - 1), _word(parse, last + 1)
    if (before in MONTHS and _capital(parse, first - 1)) or (after in MONTHS and _capital(parse, last + 1)):
        return "date"
    if _year(number.value) and "," not in parse.tokens[first].text:
        plural = last + 1 < len(parse.tokens) and parse.tokens[last + 1].tag == "NNS"
        return None if plural and before not in ("in", "since", "by", "of", "the") else "date"
    return "date" if _year(number.low) and (_year(number.high) or (number.high or 1e9) < 100) else None


def _hour(parse: Parse, number: Number, first: int, last: int) -> str | None:
    """``7 p.m.``, ``ten past six``, ``eight minutes to six``, ``by seven``."""
    before, after = _word(parse, first - 1), _word(parse, last + 1)
    if after in CLOCK or after == "past" or before == "quarter":
        return "time"
    if before in ("past", "to") and _word(parse, first - 2) in ODD_MINUTES:
        return "time"
    if after in ("minute", "minutes") and _word(parse, last + 2) in ("to", "past"):
        return "time" if last + 3 < len(parse.tokens) and parse.tokens[last + 3].tag == "CD" else None
    small = number.value is not None and 0 < number.value <= 12 and noun_behind(parse, last) is None
    return "time" if small and before in HOURS and _bare(parse, first, last) else None


def _bare(parse: Parse, first: int, last: int) -> bool:
    """Whether nothing that is counted stands beside a number behind ``at`` or ``by``."""
    token = parse.tokens[first]
    above = parse.tokens[token.head]
    goods = any(parse.tokens[at].dep in ("dobj", "nsubjpass") for at in parse.tokens[above.head].children)
    put = above.lower in ("at", "by") and goods
    return token.dep == "pobj" and not put and _word(parse, last + 1) != "of"


def _age(parse: Parse, number: Number, first: int, last: int, before: str, after: str) -> str | None:
    """Ages as epithets: ``12-year-old``, ``Lena Fisk, 38,``, ``aged 12``; a rule's age limit is a figure."""
    if EPITHET.match(after) or (AGED.search(before) and not LIMIT.search(before)):
        return "age"
    if first < 2 or not number.digits or not number.value or number.value > 115:
        return None
    mark, name, follows = parse.tokens[first - 1].text, parse.tokens[first - 2], _word(parse, last + 1)
    if name.tag not in ("NNP", "NNPS") or mark not in (",", "("):
        return None
    ends = last + 1 >= len(parse.tokens) or follows in BEHIND_AGE or not follows
    return "age" if ends else None


def _named(parse: Parse, number: Number, first: int, last: int, before: str) -> str | None:
    """Parts of names: a capitalised word right before, and no noun behind that the number counts."""
    if NAMED.search(before):
        return "name"
    if first == parse.sentences[parse.tokens[first].sentence][0]:
        return None
    previous, token = parse.tokens[first - 1], parse.tokens[first]
    proper = previous.tag in ("NNP", "NNPS") and _capital(parse, first - 1)
    proper = proper and previous.lower not in WEEKDAYS | MONTHS
    head = parse.tokens[token.head]
    inner = head.index <= first or head.tag in ("NNP", "NNPS")
    if proper and inner and token.dep in ("nummod", "compound", "appos", "npadvmod"):
        return "name"
    of = parse.tokens[first - 2] if first > 1 and previous.lower == "of" else None
    if of is not None and token.text[0].isupper() and not number.digits:
        return "name" if of.tag in ("NNP", "NNPS") or of.text[0].isupper() else None
    if number.digits or not token.text[0].isupper() or not (proper or previous.lower == "the"):
        return None
    follows = parse.tokens[last + 1].tag if last + 1 < len(parse.tokens) else ""
    return "name" if token.tag in ("NNP", "NNPS") or follows in ("NNP", "NNPS") else None


def _address(parse: Parse, first: int, last: int) -> str | None:
    """Streets and houses, calibres, items of a list."""
    ahead = [_word(parse, at) for at in range(last + 1, last + 5)]
    if ahead[0] == "block" or ahead[0] in CALIBRE or ahead[:2] == ["-", "block"]:
        return "place"
    for at, word in enumerate(ahead, last + 1):
        if not _capital(parse, at):
            break
        if word in STREETS:
            return "place"
    listed = first == 0 and last + 1 < len(parse.tokens) and parse.tokens[last + 1].text in (".", ")")
    return "list" if listed else None


def _lone(parse: Parse, number: Number, first: int, last: int) -> str | None:
    """``one`` where it stands for a noun or for anybody, and ``the two`` where it says no more than both."""
    token, before, after = parse.tokens[first], _word(parse, first - 1), _word(parse, last + 1)
    if number.value == 2 and after in SIDES:
        return "both"
    if number.value == 2 and not number.digits and before in ("the", "these", "those"):
        return "both"
    if token.lower != "one" or number.value != 1:
        return None
    if before in LONE_ONE or not after or after in IDLE_ONE:
        return "one"
    if after == "of":
        counted = any(t.tag == "CD" for t in parse.tokens[last + 2 : last + 5])
        return None if counted else "one"
    if token.dep == "nummod" and parse.tokens[token.head].index > first:
        return None
    return None if token.dep == "nsubjpass" else "one"


def _lasting(parse: Parse, last: int) -> str | None:
    """``a 7 day truce``: the length of what is named; when, not how many."""
    at = last + 1
    if _word(parse, at) not in LASTING or at + 1 >= len(parse.tokens):
        return None
    unit, noun = parse.tokens[at], parse.tokens[at + 1]
    return "length" if unit.tag == "NN" and noun.tag in NOUNS and unit.dep in ("compound", "nmod") else None


def _score(number: Number, before: str, after: str) -> str | None:
    """Scores and votes: ``won 3-1``; the dash of a range has been read already."""
    if not number.digits or number.high is not None:
        return None
    return "score" if SCORE.match(after) or SCORED.search(before) else None


def _ordinal(parse: Parse, first: int) -> str | None:
    """An ordinal is kept where it numbers a noun in a row."""
    token = parse.tokens[first]
    head = parse.tokens[token.head]
    if token.dep not in ("amod", "compound", "nummod") or head.index <= first or head.tag[:2] != "NN":
        return "ordinal"
    return "ordinal" if head.lower in PLAIN_RANKS else None
