"""The time expressions of one passage: what the grammar finds, checked, widened, and none over another."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.analyse import times_words as w
from onrecord.analyse.times_checks import PRELUDES, Piece, class_at, holds, within, word_at
from onrecord.analyse.times_context import named, reread, together
from onrecord.analyse.times_grammar import matches
from onrecord.analyse.times_lexicon import number, rank
from onrecord.analyse.times_meanings import Meaning
from onrecord.analyse.times_words import Line, letters, line_of
from onrecord.engine.parse import Parse
from onrecord.model.span import Span
from onrecord.model.terms import TimeType

EDGE, THE, OF, DASH, DOT = (letters(name) for name in ("edge", "the", "of", "dash", "dot"))
UNTOLD = 0.4
SPAN = 40
MODS = letters("early", "late", "mid")
WEEKDAY = letters("weekday")
UNITS = [*letters("unit", "units", "second")]
SOONER = ("this", "today", "the", "last", "next", "yesterday", "in")
STIFF = ("clock", "present", "past", "future", "soon", "overnight", "vague", "length", "set", "rate")
NUMBERS = letters("num")
LEADING = letters("about")


class Found(NamedTuple):
    """One time expression: its characters, what it means, the rule, and how sure the rule is."""

    span: Span
    meaning: Meaning
    rule: str
    confidence: float
    narrowed: str = ""


def found(text: str, span: Span, parse: Parse | None) -> list[Found]:
    """The time expressions of a passage, in order; ``parse`` gives the word classes that settle what is unclear."""
    line = line_of(text, span)
    if not line.letters.strip(w.OTHER):
        return []
    tags = {token.start: token.tag for token in parse.tokens} if parse else {}
    pieces = [Piece(first, after, rule.name, meaning, rule.confidence, order)
              for order, (first, after, rule, meaning) in enumerate(matches(line))]  # fmt: skip
    pieces = [reread(line, piece, tags) for piece in pieces if holds(line, piece, tags)]
    pieces = [piece for piece in pieces if not named(line, piece, tags)]
    kept = [_widened(line, piece) for piece in _settled(pieces)]
    more = [second for piece in kept for second in _second(line, piece)]
    return [
        Found(line.span(p.first, p.after), p.meaning, p.rule, p.confidence, p.narrowed)
        for p in together(line, list(_settled([*kept, *more])))
    ]


def _settled(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Of pieces that overlap the longest, then the earlier rule."""
    taken: set[int] = set()
    for piece in sorted(pieces, key=lambda p: (p.first - p.after, p.order)):
        words = range(piece.first, piece.after)
        if taken.isdisjoint(words):
            taken.update(words)
            yield piece


def _widened(line: Line, piece: Piece) -> Piece:
    """With what narrows or limits the time: ``the end of``, ``late``, ``nearly``."""
    first, after = piece.first, piece.after
    if word_at(line, after - 1) in ("before", "after") and word_at(line, after).isalpha():
        return piece._replace(confidence=UNTOLD)  # counted from what the words behind tell, which we do not know
    if piece.meaning.type is TimeType.DURATION and line.letters[first] not in THE + letters(
        "last", "past", "next", "this"
    ):
        return piece._replace(first=_limited(line, first))
    if piece.meaning.type is TimeType.SET:
        return piece
    if piece.rule == "length" and word_at(line, first - 1) in ("twice", "once"):
        return piece._replace(first=first - 1)
    if piece.rule == "ago" and piece.meaning.expression[-3:] != "REF":
        return piece._replace(first=_limited(line, first))
    if piece.rule == "clock" and word_at(line, first - 1) in PRELUDES:
        return piece._replace(first=first - 1)
    if piece.rule in STIFF:
        return piece
    narrowed = ""
    if word_at(line, first - 1) in ("earlier", "later") and (
        line.words[first].lower in SOONER
        or (class_at(line, first) == WEEKDAY and class_at(line, first - 2) not in UNITS)
    ):
        first, narrowed = first - 1, word_at(line, first - 1)
    elif within(line, first):
        first, narrowed = first - 2, word_at(line, first - 2)
    start = first - 1
    if class_at(line, start) == DASH:
        start -= 1
    if class_at(line, start) in MODS and not narrowed:
        narrowed, first = word_at(line, start), start
    elif class_at(line, first - 1) == OF and class_at(line, first - 2) in EDGE + letters("mid"):
        whole = word_at(line, first - 2) != "half" or class_at(line, first - 3) in letters("order", "late")
        if whole:
            narrowed, first = word_at(line, first - 2), first - 2 - (word_at(line, first - 2) == "half")
    if narrowed and class_at(line, first - 1) == THE and narrowed not in ("earlier", "later"):
        first -= 1
    last = line.words[after - 1]
    if (
        piece.rule == "month"
        and last.lower.isalpha()
        and len(last.lower) <= 4
        and last.lower not in ("may", "june", "july")
        and word_at(line, after) == "."
        and after + 1 < len(line.words)
    ):
        after += 1
    return piece._replace(first=first, after=after, narrowed=narrowed)


def _limited(line: Line, first: int) -> int:
    """Where a length begins with ``about``, ``more than``, ``at least``, ``up to`` before it."""
    if class_at(line, first - 1) in LEADING and word_at(line, first - 1) != "only":
        return first - 1
    pair = (word_at(line, first - 2), word_at(line, first - 1))
    if pair in {
        ("more", "than"),
        ("less", "than"),
        ("fewer", "than"),
        ("longer", "than"),
        ("at", "least"),
        ("at", "most"),
        ("up", "to"),
    }:
        return first - 2
    if word_at(line, first - 1) in ("twice", "once"):
        return first - 1
    return first


def _second(line: Line, piece: Piece) -> Iterator[Piece]:
    """The other end of a range that leaves out what both share: ``June 17-19``, ``between 60 and 90 days``."""
    if (
        piece.rule == "day"
        and piece.meaning.expression[-1] == "?"
        and word_at(line, piece.after) in ("-", "–", "to", "and", "or")
    ):
        at = piece.after + 1
        if (
            class_at(line, at)
            and class_at(line, at) in letters("mday", "rank")
            and class_at(line, at + 1) not in [*letters("unit", "units", "month", "ampm", "number"), "%"]
        ):
            month, day = piece.meaning.expression.split("-")[1], rank(word_at(line, at))
            if line.words[at - 2].lower.rstrip("stndrh").isdigit() and day > rank(line.words[at - 2].lower):
                meaning = Meaning(TimeType.DATE, f"XXXX-{month}-{day:02}?")
                yield piece._replace(first=at, after=at + 1, meaning=meaning)
    if piece.rule == "year" and word_at(line, piece.after) in ("-", "–"):
        yield from _season(line, piece)
    if (
        piece.rule == "length"
        and word_at(line, piece.first - 1) in ("and", "or", "to")
        and class_at(line, piece.first - 2)
        and class_at(line, piece.first - 2) in NUMBERS
    ):
        count = number([word_at(line, piece.first - 2)])
        expression = piece.meaning.expression
        head = "PT" if expression.startswith("PT") else "P"
        if count is not None and count < 2000:
            meaning = Meaning(TimeType.DURATION, f"{head}{count:g}{expression.lstrip('PT0123456789.')}")
            yield piece._replace(first=piece.first - 2, after=piece.first - 1, meaning=meaning)


def _season(line: Line, piece: Piece) -> Iterator[Piece]:
    """The second year of ``2030-31``."""
    at, year = piece.after + 1, piece.meaning.expression
    word, behind = word_at(line, at), class_at(line, at + 1)
    if not (year.isdigit() and len(word) == 2 and word.isdigit()) or behind in (
        DASH,
        *letters("month", "units", "unit"),
    ):
        return
    if 0 < int(word) - int(year[2:]) < SPAN and line.words[at].start == line.words[at - 1].end:
        yield piece._replace(first=at, after=at + 1, meaning=Meaning(TimeType.DATE, f"{year[:2]}{word}"))
