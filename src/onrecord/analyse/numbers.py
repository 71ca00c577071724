"""Numbers as they are printed: where each stands, what it is worth, and how it is limited.

Only characters are read here. What a number counts, and whether it is one at all (no date, no street), is for grammar
to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from onrecord.analyse.numbers_pieces import Piece, Word, lower_at, piece_at, sign_before, words_of
from onrecord.analyse.numbers_words import (
    AFTER,
    BEFORE,
    CHANGES,
    GLUED,
    ONES,
    ORDINALS,
    PERCENT,
    PLURALS,
    SCALES,
    SIGNS,
    TENS,
    TIMES,
)
from onrecord.model.span import Span
from onrecord.model.terms import Hedge

REACH = 40
AROUND = 90
_NUMERAL_WORDS = sorted({"half"} | set().union(ONES, TENS, ORDINALS, TIMES, SCALES, PLURALS))
LIKE = re.compile(rf"[\d½⅓⅔¼¾]|\b(?:{'|'.join(_NUMERAL_WORDS)})\b", re.I)


@dataclass(frozen=True, slots=True)
class Number:
    """One number in a text; ``span`` leaves the hedge out, ``low`` and ``high`` are the bounds it gives.

    ``share`` says that it is a part of one (``two thirds``), ``unit`` is set where sign or word of it is in the span.
    """

    span: Span
    value: float | None
    low: float | None = None
    high: float | None = None
    hedge: Hedge = Hedge.EXACT
    limit: Span | None = None
    unit: str | None = None
    ordinal: bool = False
    share: bool = False
    digits: bool = False


def numbers(text: str, span: Span) -> Iterator[Number]:
    """Every number of a stretch of text, in order."""
    for part in _parts(text, span):
        words = words_of(text, part)
        at = 0
        while at < len(words):
            piece = piece_at(words, at)
            if piece is None:
                at += 1
                continue
            number, at = _joined(text, words, piece)
            yield _limited(text, span, number)


def _parts(text: str, span: Span) -> Iterator[Span]:
    """The stretches around digits and number words, cut at white space: the rest holds no number."""
    start = end = -1
    for match in LIKE.finditer(text, *span):
        low, high = max(span.start, match.start() - AROUND), min(span.end, match.end() + AROUND)
        if low > end:
            if end > start:
                yield Span(start, end)
            start = low if low == span.start else max(low, text.find(" ", low, match.start()) + 1)
        end = high if high == span.end else max(match.end(), text.rfind(" ", match.end(), high))
    if end > start:
        yield Span(start, end)


def _joined(text: str, words: list[Word], piece: Piece) -> tuple[Number, int]:
    """The number with its sign, its percent, and the other end of its range; and the word after it."""
    unit, start, stop = None, words[piece.first].start, piece.stop
    if sign := sign_before(words, piece.first):
        unit, start = sign
    other = _range(text, words, piece)
    if other is not None:
        stop = other.stop
    unit, stop = _percent(words, stop, unit)
    span = Span(start, words[stop - 1].end)
    digits = words[piece.first].lower[0].isdigit()
    number = Number(span, float(piece.value), unit=unit, ordinal=piece.ordinal, share=piece.share, digits=digits)
    if other is not None and other.value == piece.value:
        return replace(number, unit="%"), stop
    if other is not None:
        return replace(number, value=None, low=_low(words, piece, other), high=other.value, hedge=Hedge.RANGE), stop
    if piece.least:
        return replace(number, low=float(piece.value), hedge=Hedge.VAGUE), stop
    if unit == "%" or not piece.share:
        return number, stop
    return replace(number, value=round(piece.value, 6)), stop


def _percent(words: list[Word], stop: int, unit: str | None) -> tuple[str | None, int]:
    """Percent sign or word behind a number, taken into it."""
    hyphen = stop + 1 < len(words) and words[stop].text == "-" and words[stop].glued
    word = lower_at(words, stop + hyphen)
    if word == "per" and lower_at(words, stop + hyphen + 1) == "cent":
        return "%", stop + hyphen + 2
    if word == "percentage" and lower_at(words, stop + hyphen + 1).startswith("point"):
        return "%", stop + hyphen + 2
    return ("%", stop + hyphen + 1) if word in PERCENT else (unit, stop)


def _range(text: str, words: list[Word], piece: Piece) -> Piece | None:
    """The upper end of ``10-12``, ``10 to 12``, ``five or six``, ``between 3 and 5``."""
    between = lower_at(words, piece.first - 1 - (sign_before(words, piece.first) is not None)) == "between"
    stop = piece.stop
    _, past = _percent(words, stop, None)
    join = lower_at(words, past)
    if join not in ("-", "–", "—", "to", "or", "and") or (join == "and" and not between) or piece.ordinal:
        return None
    if (join in "-–—" and not words[past].glued) or (join == "to" and _changing(words, piece.first)):
        return None
    follow = past + 1
    if lower_at(words, follow) in SIGNS:
        follow += 1
    other = _piece_behind(words, follow) if follow < len(words) else None
    if other is not None and join in "-–" and piece.value == other.value == 50:
        return other
    if other is None or other.ordinal or other.least or not other.value > piece.value:
        return None
    if join == "or" and other.value > 2 * piece.value + 1:
        return None
    return other


def _low(words: list[Word], piece: Piece, other: Piece) -> float:
    """The lower end, in the scale that only the upper end spells out: ``between $5 and $10 million``."""
    scale = SCALES.get(lower_at(words, other.stop - 1), GLUED.get(lower_at(words, other.stop - 1), 1.0))
    return piece.value * scale if scale > 12 and piece.value * scale < other.value else piece.value


def _changing(words: list[Word], first: int) -> bool:
    """Whether ``from 18 to 21`` are two values of one quantity that changed rather than the ends of a range."""
    before = [word.lower for word in words[max(0, first - 14) : first]]
    stems = {form for word in before for form in (word, word[:-1], word[:-2], word[:-3], f"{word[:-3]}e")}
    return "from" in before[-2:] and bool(stems & CHANGES or set(before) & {"rose", "fell", "grew", "went"})


def _piece_behind(words: list[Word], at: int) -> Piece | None:
    if words[at].lower[0].isdigit() and words[at - 1].text in "-–—":
        plain = [*words[:at]]
        plain[at - 1] = plain[at - 1]._replace(text=" ", lower=" ")
        return piece_at([*plain, words[at]._replace(glued=False), *words[at + 1 :]], at)
    return piece_at(words, at)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, Hedge]]:
    """One pattern for what limits a number from before, one from behind, and what each phrase means."""
    kinds = {phrase: Hedge(kind) for table in (AFTER, BEFORE) for kind, phrases in table.items() for phrase in phrases}
    before = "|".join(re.escape(p) for p in sorted((p for ps in BEFORE.values() for p in ps), key=len, reverse=True))
    after = "|".join(re.escape(p) for p in sorted((p for ps in AFTER.values() for p in ps), key=len, reverse=True))
    lead = rf"(?<![\w-])({before})(?:\s+(?:a|an|the|another|other|further|age|another))*\s*$"
    return re.compile(lead, re.I), re.compile(rf"\s?({after})(?!\w)", re.I), kinds


def _limited(text: str, span: Span, number: Number) -> Number:
    """The number with what limits it."""
    before, after, kinds = _patterns()
    start = max(span.start, number.span.start - REACH)
    found = before.search(text[start : number.span.start])
    if found and not number.ordinal:
        kind = kinds[found[1].lower()]
        return _bounded(number, kind, Span(start + found.start(1), start + found.end(1)))
    behind = after.match(text, number.span.end, span.end)
    if behind and not number.ordinal and number.hedge is not Hedge.VAGUE:
        return _bounded(number, kinds[behind[1].lower()], Span(*behind.span(1)))
    return number


def _bounded(number: Number, kind: Hedge, limit: Span) -> Number:
    """The bounds that a hedge gives: a vague number and a range keep their own kind."""
    if number.hedge is not Hedge.EXACT:
        return replace(number, limit=limit)
    if kind in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        return replace(number, hedge=kind, low=number.value, limit=limit)
    if kind in (Hedge.AT_MOST, Hedge.LESS_THAN):
        return replace(number, hedge=kind, high=number.value, limit=limit)
    return replace(number, hedge=kind, limit=limit)
