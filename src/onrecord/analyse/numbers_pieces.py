"""Words and digits as values: ``forty-one``, ``3.3 million``, ``tens of thousands``, ``two thirds``, ``21st``."""

import re
from typing import NamedTuple

from onrecord.analyse.numbers_words import (
    GLUED,
    GLYPHS,
    LETTERS,
    ONES,
    ORDINALS,
    PARTS,
    PLURALS,
    SCALES,
    SIGNS,
    TENS,
    TIMES,
    VAGUE,
)
from onrecord.model.span import Span

SPACED = r"(?<![\d.,])\d{1,3}(?:(?P<gap>[\u00a0\u2009\u202f])\d{3}(?:(?P=gap)\d{3})*|(?: \d{3})+)(?![\d,]|\.\d)"
TENTH = r"(?<![\d.,])\d+,\d{1,2}(?=[ \u00a0\u2009\u202f]?(?:million|billion|trillion|per ?cent|%))"
WORD = re.compile(rf"{SPACED}|{TENTH}|\d[\d,]*(?:\.\d+)?|[^\W\d_]+|[^\s\w]|_")
DIGITS = re.compile(rf"{SPACED}|\d+,\d{{1,2}}|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?".replace("gap", "fine"))
OWN = re.compile(r"(?:\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?|\bNos?\.?|\bFlight|\d|#) ?$")
NTH = {"st", "nd", "rd", "th"}
OFTEN = {"last", "this", "in", "a", "since", "on", "per", "each", "every", "during", "within"}


class Word(NamedTuple):
    """A word, mark or numeral; ``glued`` says that nothing stands between it and the one before."""

    text: str
    lower: str
    start: int
    end: int
    glued: bool


class Piece(NamedTuple):
    """A value read from the words ``first`` up to ``stop``; ``least`` where the words give only the least."""

    value: float
    first: int
    stop: int
    least: bool = False
    ordinal: bool = False
    share: bool = False


def words_of(text: str, span: Span) -> list[Word]:
    """The words, marks and numerals of a stretch of text; a numeral keeps its commas and its point."""
    found: list[Word] = []
    at = span.start
    while match := WORD.search(text, at, span.end):
        glued = bool(found) and found[-1].end == match.start()
        words, start = match[0], match.start()
        if " " in words and OWN.search(text[max(span.start, start - 12) : start]):
            words = words.partition(" ")[0]  # ``on May 12 500 people``: a day, then a number of its own
        elif words[0].isdigit() and not DIGITS.fullmatch(words):
            whole = DIGITS.match(words)
            words = whole[0] if whole and set(words[whole.end() :]) == {","} else words
        found.append(Word(words, words.lower(), start, start + len(words), glued))
        at = found[-1].end if " " in match[0] else match.end()
    return found


def lower_at(words: list[Word], at: int) -> str:
    """A word in small letters; empty outside the list."""
    return words[at].lower if 0 <= at < len(words) else ""


def piece_at(words: list[Word], at: int) -> Piece | None:
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
    if word in TIMES and lower_at(words, at + 1) in OFTEN:
        return Piece(TIMES[word], at, at + 1)
    if word in ORDINALS:
        return Piece(ORDINALS[word], at, at + 1, ordinal=True)
    return None


def _numeral(words: list[Word], at: int) -> Piece | None:
    if not DIGITS.fullmatch(words[at].text) or _bound(words, at):
        return None
    value, stop = _value(words[at].text), at + 1
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


def _value(digits: str) -> float:
    """``4,000``, ``4 000`` and ``4000`` are one; a comma before one or two figures is a point."""
    if re.fullmatch(r"\d+,\d{1,2}", digits):
        return float(digits.replace(",", "."))
    return float(re.sub(r"[,\s]", "", digits))


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
    return after.lower not in LETTERS or sign_before(words, at) is not None


def _scaled(words: list[Word], value: float, at: int, stop: int) -> Piece:
    """The value times the scale words behind it: ``3.3 million``, ``two hundred thousand``, ``2-million``."""
    while True:
        hyphen = stop + 1 < len(words) and words[stop].text == "-" and words[stop].glued
        scale = lower_at(words, stop + hyphen)
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
            word = lower_at(words, stop + 1) if joins else ""
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
    if lower_at(words, stop) == "dozen" and whole < 20:
        return Piece(whole * 12, at, stop + 1)
    return _share(words, whole, at, stop)


def _share(words: list[Word], value: float, at: int, stop: int) -> Piece:
    """``two thirds`` and ``two-thirds``; ``three quarters`` unless it is time that is counted."""
    hyphen = stop + 1 < len(words) and words[stop].text in "-–" and words[stop].glued
    part = lower_at(words, stop + hyphen)
    if part in PARTS and value < PARTS[part] and (part.endswith("s") == (value > 1)):
        return Piece(value / PARTS[part], at, stop + hyphen + 1, share=True)
    return Piece(value, at, stop)


def _article(words: list[Word], at: int) -> Piece | None:
    """``a dozen``, ``a third of``, ``several hundred``, ``a couple of hundred``, ``half a million``."""
    follow = at + 1
    if words[at].lower in ("a", "an"):
        word = lower_at(words, follow)
        if word in ("few", "couple"):
            inner = _article(words, follow)
            return inner and inner._replace(first=inner.first)
        if word in SCALES:
            inner = _cardinal_from(words, follow)
            return inner
        if word in PARTS and lower_at(words, follow + 1) in ("of",):
            return Piece(1 / PARTS[word], follow, follow + 1, share=True)
        return None
    follow += lower_at(words, follow) == "of"
    if lower_at(words, follow) in SCALES:
        scaled = _scaled(words, 1.0, follow, follow)
        return scaled._replace(value=scaled.value * VAGUE[words[at].lower], least=True)
    return None


def _cardinal_from(words: list[Word], at: int) -> Piece:
    """``hundred and twenty thousand`` behind an article: its first word is worth one of it."""
    if lower_at(words, at) == "dozen":
        return Piece(12, at, at + 1)
    lead = [Word("one", "one", words[at].start, words[at].start, False), *words[at : at + 12]]
    inner = _cardinal(lead, 0)
    return Piece(inner.value, at, at + inner.stop - 1)


def _half(words: list[Word], at: int) -> Piece | None:
    word, following = lower_at(words, at + 1), lower_at(words, at + 2)
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
    while lower_at(words, stop) == "of" and lower_at(words, stop + 1) in PLURALS:
        inner = words[stop + 1].lower
        value, stop = value / (2 if words[at].lower == "tens" else 1) * PLURALS[inner], stop + 2
    if words[at].lower in ("scores", "tens") and stop == at + 1 and lower_at(words, stop) != "of":
        return None
    return Piece(value, at, stop, least=True)


def sign_before(words: list[Word], first: int) -> tuple[str, int] | None:
    """The currency before a number, and where its sign begins."""
    if not first:
        return None
    mark = words[first - 1]
    if mark.lower not in SIGNS:
        return None
    if first > 1 and mark.glued and words[first - 2].lower + mark.lower in SIGNS:
        return SIGNS[words[first - 2].lower + mark.lower], words[first - 2].start
    return SIGNS[mark.lower], mark.start
