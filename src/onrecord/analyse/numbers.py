"""Numbers as they are printed: where each stands, what it is worth, and how it is limited.

Only characters are read here. What a number counts, and whether it is one at all (no date, no street), is for grammar
to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from onrecord.analyse.numbers_words import (
    AFTER,
    BEFORE,
    CHANGES,
    GLUED,
    GLYPHS,
    LETTERS,
    ONES,
    ORDINALS,
    PARTS,
    PERCENT,
    PLURALS,
    SCALES,
    SIGNS,
    TENS,
    TIMES,
    VAGUE,
)
from onrecord.model.span import Span
from onrecord.model.terms import Hedge

WORD = re.compile(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]+|[^\s\w]|_")
DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
NTH = {"st", "nd", "rd", "th"}
REACH = 40
OFTEN = {"last", "this", "in", "a", "since", "on", "per", "each", "every", "during", "within"}


class Word(NamedTuple):
    """A word, mark or numeral; ``glued`` says that nothing stands between it and the one before."""

    text: str
    lower: str
    start: int
    end: int
    glued: bool


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


class Piece(NamedTuple):
    """A value read from the words ``first`` up to ``stop``; ``least`` where the words give only the least."""

    value: float
    first: int
    stop: int
    least: bool = False
    ordinal: bool = False
    share: bool = False


def numbers(text: str, span: Span) -> Iterator[Number]:
    """Every number of a stretch of text, in order."""
    words = _words(text, span)
    at = 0
    while at < len(words):
        piece = _piece(words, at)
        if piece is None:
            at += 1
            continue
        number, at = _joined(text, words, piece)
        yield _limited(text, span, number)


def _words(text: str, span: Span) -> list[Word]:
    found: list[Word] = []
    for match in WORD.finditer(text, span.start, span.end):
        glued = bool(found) and found[-1].end == match.start()
        words, start = match[0], match.start()
        if words[0].isdigit() and not DIGITS.fullmatch(words):
            whole = DIGITS.match(words)
            words = whole[0] if whole and set(words[whole.end() :]) == {","} else words
        found.append(Word(words, words.lower(), start, start + len(words), glued))
    return found


def _lower(words: list[Word], at: int) -> str:
    return words[at].lower if 0 <= at < len(words) else ""


def _piece(words: list[Word], at: int) -> Piece | None:
    """The number that begins with the word, if one does."""
    word = words[at].lower
    if word[0].isdigit():
        return _numeral(words, at)
    if word in GLYPHS:
        return Piece(GLYPHS[word], at, at + 1, share=True)
    if word in ("a", "an") or word in VAGUE:
        return _article(words, at)
    if word in PLURALS:
        return _plural(words, at)
    if word == "half":
        return _half(words, at)
    if word in ONES or word in TENS:
        return _cardinal(words, at)
    if word in ("hundred", "dozen"):
        return Piece(SCALES[word], at, at + 1, least=True)
    if word in TIMES and _lower(words, at + 1) in OFTEN:
        return Piece(TIMES[word], at, at + 1)
    if word in ORDINALS:
        return Piece(ORDINALS[word], at, at + 1, ordinal=True)
    return None


def _numeral(words: list[Word], at: int) -> Piece | None:
    if not DIGITS.fullmatch(words[at].text) or _bound(words, at):
        return None
    value, stop = float(words[at].text.replace(",", "")), at + 1
    after = words[stop] if stop < len(words) else None
    if after and after.lower in NTH and after.glued:
        return Piece(value, at, stop + 1, ordinal=True)
    if after and after.glued and after.lower in GLYPHS:
        value, stop = value + GLYPHS[after.lower], stop + 1
    elif after and _glued(words, at, stop):
        value, stop = value * GLUED[after.lower], stop + 1
    elif after and after.glued and after.lower[0].isalpha() and after.lower not in ("km", "kg", "mph", "m", "kph"):
        return None
    return _scaled(words, value, at, stop)


def _bound(words: list[Word], at: int) -> bool:
    """Whether a numeral is part of a longer token: ``AK-47``, ``P5+1``, ``.38``, ``10:30``, ``#3``, ``1/2``."""
    before, after = (words[at - 1] if at else None), (words[at + 1] if at + 1 < len(words) else None)
    if before and words[at].glued:
        if before.lower[0].isalnum() or before.text in ".:/#@&=_’'+":
            return True
        if before.text in "-–" and before.glued and words[at - 2].lower[0].isalpha():
            return words[at - 2].lower not in ONES | TENS
    return bool(after and after.glued and after.text in ":/@_=#" and at + 2 < len(words) and words[at + 2].glued)


def _glued(words: list[Word], at: int, stop: int) -> bool:
    after = words[stop]
    if after.lower not in GLUED or not after.glued:
        return False
    return after.lower not in LETTERS or _sign(words, at) is not None


def _scaled(words: list[Word], value: float, at: int, stop: int) -> Piece:
    """The value times the scale words behind it: ``3.3 million``, ``two hundred thousand``, ``2-million``."""
    while True:
        hyphen = stop + 1 < len(words) and words[stop].text == "-" and words[stop].glued
        scale = _lower(words, stop + hyphen)
        if scale not in SCALES or (scale == "dozen" and value > 20):
            return Piece(value, at, stop)
        value, stop = value * SCALES[scale], stop + hyphen + 1


def _cardinal(words: list[Word], at: int) -> Piece:
    """``forty-one``, ``two hundred and twelve thousand``, ``one in five``, ``two-thirds``."""
    total, current, stop, last = 0.0, 0.0, at, 1e99
    while stop < len(words):
        word, skip = words[stop].lower, 0
        if stop > at and word in ("-", "and"):
            skip = 1
            joins = (word == "-" and last in TENS.values()) or (word == "and" and last >= 100)
            word = _lower(words, stop + 1) if joins else ""
        value = ONES.get(word, TENS.get(word, 0)) or 0
        if value and ((value < 10 and last in TENS.values()) or last >= 100):
            current += value
            last = value
        elif word in SCALES and word != "dozen" and stop > at and not skip and SCALES[word] > 1:
            current *= SCALES[word]
            if word != "hundred":
                total, current = total + current, 0.0
            last = SCALES[word]
        else:
            break
        stop += 1 + skip
    if stop == at:
        return Piece(float(ONES.get(words[at].lower, 0)), at, at + 1)
    whole = total + current
    if _lower(words, stop) == "dozen" and whole < 20:
        return Piece(whole * 12, at, stop + 1)
    return _share(words, whole, at, stop)


def _share(words: list[Word], value: float, at: int, stop: int) -> Piece:
    """``two thirds`` and ``two-thirds``; ``three quarters`` unless it is time that is counted."""
    hyphen = stop + 1 < len(words) and words[stop].text in "-–" and words[stop].glued
    part = _lower(words, stop + hyphen)
    if part in PARTS and value < PARTS[part] and (part.endswith("s") == (value > 1)):
        return Piece(value / PARTS[part], at, stop + hyphen + 1, share=True)
    return Piece(value, at, stop)


def _article(words: list[Word], at: int) -> Piece | None:
    """``a dozen``, ``a third of``, ``several hundred``, ``a couple of hundred``, ``half a million``."""
    follow = at + 1
    if words[at].lower in ("a", "an"):
        word = _lower(words, follow)
        if word in ("few", "couple"):
            inner = _article(words, follow)
            return inner and inner._replace(first=inner.first)
        if word in SCALES:
            inner = _cardinal_from(words, follow)
            return inner
        if word in PARTS and _lower(words, follow + 1) in ("of",):
            return Piece(1 / PARTS[word], follow, follow + 1, share=True)
        return None
    follow += _lower(words, follow) == "of"
    if _lower(words, follow) in SCALES:
        scaled = _scaled(words, 1.0, follow, follow)
        return scaled._replace(value=scaled.value * VAGUE[words[at].lower], least=True)
    return None


def _cardinal_from(words: list[Word], at: int) -> Piece:
    """``hundred and twenty thousand`` behind an article: its first word is worth one of it."""
    if _lower(words, at) == "dozen":
        return Piece(12, at, at + 1)
    lead = [Word("one", "one", words[at].start, words[at].start, False), *words[at : at + 12]]
    inner = _cardinal(lead, 0)
    return Piece(inner.value, at, at + inner.stop - 1)


def _half(words: list[Word], at: int) -> Piece | None:
    word, following = _lower(words, at + 1), _lower(words, at + 2)
    if word == "a" and following in SCALES:
        return Piece(SCALES[following] / 2, at, at + 3)
    if word in ("of", "the", "its", "their", "his", "her"):
        return Piece(0.5, at, at + 1, share=True)
    if word == "-" and following == "dozen":
        return Piece(6, at, at + 3)
    return Piece(6, at, at + 2) if word == "dozen" else None


def _plural(words: list[Word], at: int) -> Piece | None:
    """``dozens``, ``tens of thousands``; ``scores`` and ``tens`` only before ``of``."""
    value, stop = float(PLURALS[words[at].lower]), at + 1
    while _lower(words, stop) == "of" and _lower(words, stop + 1) in PLURALS:
        inner = words[stop + 1].lower
        value, stop = value / (2 if words[at].lower == "tens" else 1) * PLURALS[inner], stop + 2
    if words[at].lower in ("scores", "tens") and stop == at + 1 and _lower(words, stop) != "of":
        return None
    return Piece(value, at, stop, least=True)


def _sign(words: list[Word], first: int) -> tuple[str, int] | None:
    """The currency before a number, and where its sign begins."""
    if not first:
        return None
    mark = words[first - 1]
    if mark.lower not in SIGNS:
        return None
    if first > 1 and mark.glued and words[first - 2].lower + mark.lower in SIGNS:
        return SIGNS[words[first - 2].lower + mark.lower], words[first - 2].start
    return SIGNS[mark.lower], mark.start


def _joined(text: str, words: list[Word], piece: Piece) -> tuple[Number, int]:
    """The number with its sign, its percent, and the other end of its range; and the word after it."""
    unit, start, stop = None, words[piece.first].start, piece.stop
    if sign := _sign(words, piece.first):
        unit, start = sign
    other = _range(text, words, piece)
    if other is not None:
        stop = other.stop
    unit, stop = _percent(words, stop, unit)
    span = Span(start, words[stop - 1].end)
    digits = words[piece.first].lower[0].isdigit()
    number = Number(span, piece.value, unit=unit, ordinal=piece.ordinal, share=piece.share, digits=digits)
    if other is not None and other.value == piece.value:
        return replace(number, unit="%"), stop
    if other is not None:
        return replace(number, value=None, low=_low(words, piece, other), high=other.value, hedge=Hedge.RANGE), stop
    if piece.least:
        return replace(number, low=piece.value, hedge=Hedge.VAGUE), stop
    if unit == "%" or not piece.share:
        return number, stop
    return replace(number, value=round(piece.value, 6)), stop


def _percent(words: list[Word], stop: int, unit: str | None) -> tuple[str | None, int]:
    """Percent sign or word behind a number, taken into it."""
    hyphen = stop + 1 < len(words) and words[stop].text == "-" and words[stop].glued
    word = _lower(words, stop + hyphen)
    if word == "per" and _lower(words, stop + hyphen + 1) == "cent":
        return "%", stop + hyphen + 2
    if word == "percentage" and _lower(words, stop + hyphen + 1).startswith("point"):
        return "%", stop + hyphen + 2
    return ("%", stop + hyphen + 1) if word in PERCENT else (unit, stop)


def _range(text: str, words: list[Word], piece: Piece) -> Piece | None:
    """The upper end of ``10-12``, ``10 to 12``, ``five or six``, ``between 3 and 5``."""
    between = _lower(words, piece.first - 1 - (_sign(words, piece.first) is not None)) == "between"
    stop = piece.stop
    _, past = _percent(words, stop, None)
    join = _lower(words, past)
    if join not in ("-", "–", "—", "to", "or", "and") or (join == "and" and not between) or piece.ordinal:
        return None
    if (join in "-–—" and not words[past].glued) or (join == "to" and _changing(words, piece.first)):
        return None
    follow = past + 1
    if _lower(words, follow) in SIGNS:
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
    scale = SCALES.get(_lower(words, other.stop - 1), GLUED.get(_lower(words, other.stop - 1), 1.0))
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
        return _piece([*plain, words[at]._replace(glued=False), *words[at + 1 :]], at)
    return _piece(words, at)


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
