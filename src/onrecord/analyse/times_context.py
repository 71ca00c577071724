"""What the words around a time expression change in what it means.

The grammar reads an expression by its own words; here those before and behind it are heard: ``$40 a month`` is told of
every month, ``Sept. 11`` before ``attacks`` has its year, ``the third day in a row`` is the day itself.
"""

import re

from onrecord.analyse import times_lexicon as w
from onrecord.analyse.times_checks import Piece, class_at, word_at
from onrecord.analyse.times_lexicon import context
from onrecord.analyse.times_meanings import DATE, SET, Meaning
from onrecord.analyse.times_words import Line, letters
from onrecord.model.terms import TimeType

TERROR, SPEEDS, LED = context("terror"), context("speeds"), context("led")
COUNTED = ("NN", "CD")
OPENING, CLOSING = ('"', "“", "‘", "``"), ('"', "”", "’", "''")
RATES = ("once", "twice", "times")
JOINED = ("and", "or", "to", "through", "-", "–")
_OPENED = re.compile(r"XXXX-(?P<part>\d\d(?:-\d\d)?)\?")
_DATED = re.compile(r"(?P<year>\d{4})-(?P<part>\d\d(?:-\d\d)?)")
AMONG = ("", ",", ";", ".", "and", "but", "—", "–")


def reread(line: Line, piece: Piece, tags: dict[int, str]) -> Piece:
    """The piece with the meaning that the words around it give."""
    for reading in _READINGS.get(piece.rule, ()):
        piece = reading(line, piece, tags)
    return piece


def _rate(line: Line, piece: Piece, tags: dict[int, str]) -> Piece:
    """``300 lorries a year``: what is counted stands right before, and nothing is counted from it behind."""
    if line.letters[piece.first] not in letters("a") or piece.after - piece.first != 2:
        return piece
    before, behind = word_at(line, piece.first - 1), word_at(line, piece.after)
    tag = tags.get(line.words[piece.first - 1].start, "") if piece.first else ""
    rated = before in (*RATES, "%", "percent", "cents") or (tag[:2] in COUNTED and tag[:3] != "NNP")
    if not rated or behind in ("to", "after", "before", "from", "-") or before in LED:
        return piece
    start = piece.first - 1 if before in ("once", "twice") else piece.first - 2 if before == "times" else piece.first
    return piece._replace(first=max(start, 0), meaning=Meaning(SET, piece.meaning.expression), rule="rate")


def _remembered(line: Line, piece: Piece, tags: dict[int, str]) -> Piece:
    """``the Sept. 11 attacks``: of the year that made the day a name."""
    if piece.meaning.expression != "XXXX-09-11?":
        return piece
    around = {word_at(line, piece.after), word_at(line, piece.after + 1)}
    behind = {word_at(line, piece.first - 1), word_at(line, piece.first - 2)}
    named = around & TERROR or (behind & {"of", "on"} and behind & TERROR)
    return piece._replace(meaning=Meaning(DATE, "2001-09-11")) if named else piece


def _in_a_row(line: Line, piece: Piece, tags: dict[int, str]) -> Piece:
    """``the third day in a row`` is the one told of."""
    behind = [word_at(line, piece.after + n) for n in range(3)]
    unit = word_at(line, piece.after - 1)
    if (behind != ["in", "a", "row"] and behind[0] not in ("running", "straight")) or unit not in w.UNITS:
        return piece
    return piece._replace(meaning=Meaning(DATE, f"{unit}+0"))


def _then(line: Line, piece: Piece, tags: dict[int, str]) -> Piece:
    """``The next year they fled``, on its own before a clause, is a date; ``in the next year`` a length."""
    unit = word_at(line, piece.after - 1)
    words = [one.lower for one in line.words[piece.first : piece.after]]
    behind = tags.get(line.words[piece.after].start, "") if piece.after < len(line.words) else ""
    if words[:-1] != ["the", "next"] or piece.meaning.type is not TimeType.DURATION or unit == "hour":
        return piece
    if word_at(line, piece.first - 1) not in AMONG or behind[:2] in ("VB", "MD") or behind == "IN":
        return piece
    return piece._replace(meaning=Meaning(DATE, f"{unit}+1", True))


def _holy(line: Line, piece: Piece, tags: dict[int, str]) -> Piece:
    """``Good Friday``, ``Easter Monday``: counted from Easter."""
    part = w.HOLY.get((word_at(line, piece.first - 1), word_at(line, piece.first)))
    if part is None or piece.after - piece.first != 1 or not line.words[piece.first - 1].capital:
        return piece
    return piece._replace(first=piece.first - 1, meaning=Meaning(DATE, f"XXXX-{part}?"), rule="feast")


_READINGS = {
    "length": (_rate,),
    "day": (_remembered,),
    "order": (_in_a_row,),
    "relative": (_then,),
    "weekday": (_holy,),
}


def together(line: Line, pieces: list[Piece]) -> list[Piece]:
    """Of ``September and October 2030`` both have the year; ``December to March 2031`` began in the year before."""
    made = sorted(pieces)
    for at in range(len(made) - 1, 0, -1):
        first, last = made[at - 1], made[at]
        open_, dated = _OPENED.fullmatch(first.meaning.expression), _DATED.fullmatch(last.meaning.expression)
        joined = last.first - first.after == 1 and word_at(line, first.after) in JOINED
        if joined and open_ and dated and len(open_["part"]) == len(dated["part"]):
            year = int(dated["year"]) - (open_["part"] > dated["part"])
            made[at - 1] = first._replace(meaning=Meaning(DATE, f"{year:04}-{open_['part']}"))
    return made


def named(line: Line, piece: Piece, tags: dict[int, str]) -> bool:
    """Whether the words are the name of a paper or a programme: ``the Daily Lantern``, ``ABC's This Week``."""
    first, after = line.words[piece.first], line.words[piece.after - 1]
    before, alone = word_at(line, piece.first - 1), piece.after - piece.first == 1
    behind = line.words[piece.after] if piece.after < len(line.words) else None
    proper = behind is not None and behind.capital and class_at(line, piece.after) == "."
    if piece.rule == "set" and alone and first.capital:
        return proper or (piece.first > 0 and before not in (".", ":", '"', "“", "!", "?"))
    if piece.rule == "weekday" and alone and proper and before == "the":
        beyond = line.words[piece.after + 1] if piece.after + 1 < len(line.words) else None
        return beyond is None or not (beyond.capital or tags.get(beyond.start, "")[:2] == "NN")
    quoted = before in ("'s", "’s", *OPENING)
    if alone and before in OPENING and first.capital and piece.rule in ("deictic", "present", "relative"):
        closing = [word_at(line, piece.after + n) for n in range(2)]
        return closing[0] in CLOSING or (closing[0] in (",", ".") and closing[1] in CLOSING)
    return piece.rule == "relative" and quoted and not alone and first.capital and after.capital
