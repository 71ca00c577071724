"""Whether words that look like a time expression are one: what stands around them may say otherwise."""

from typing import NamedTuple

from onrecord.analyse import times_words as w
from onrecord.analyse.times_lexicon import context, unit
from onrecord.analyse.times_meanings import Meaning
from onrecord.analyse.times_words import Line, letters

DOT = letters("dot")
SPEEDS = context("speeds")
NOTHING = "\0"
IN_YEARS = context("in_years")
BEFORE_MONTH = context("before_month")
AMBIGUOUS_MONTHS = context("ambiguous_months")
FORENAMES = context("forenames")
SHORT_DAYS = context("short_days")
ONGOING = context("ongoing")
MONEY = context("money")
AGED = context("aged")
LED = context("led")
FEASTS = context("feasts")
HOURLY = ("at", "around", "about", "by", "until", "since", "to", "from")
PRELUDES, SEASONAL = context("preludes"), context("seasonal")
BUSINESS = context("business")
YEARS_OF = {"the", "'s", "’s", *context("owners")}


class Piece(NamedTuple):
    """A match in words, before it has its characters."""

    first: int
    after: int
    rule: str
    meaning: Meaning
    confidence: float
    order: int
    narrowed: str = ""


def word_at(line: Line, at: int) -> str:
    """The lower-case word there, or nothing."""
    return line.words[at].lower if 0 <= at < len(line.words) else ""


def class_at(line: Line, at: int) -> str:
    """The letter of the class of the word there, or one that is of no class."""
    return line.letters[at] if 0 <= at < len(line.words) else NOTHING


def holds(line: Line, piece: Piece, tags: dict[int, str]) -> bool:
    """Whether nothing around a match says that its words mean something else."""
    first, after = piece.first, piece.after
    word, before, behind = word_at(line, first), word_at(line, first - 1), word_at(line, after)
    tag = tags.get(line.words[first].start, "")
    if piece.rule == "month" and after - first == 1:
        return _lone_month(line, first, tag)
    if piece.rule == "weekday":
        return _weekday(line, piece)
    if piece.rule == "year":
        return _lone_year(line, piece, tags)
    if piece.rule == "day" and word == "may" and tag == "MD":
        return False
    if piece.rule == "clock" and ":" in word and after - first == 1:
        return before != ":" and not before.isdigit()
    if word == "last" and tag in ("VB", "VBP", "VBZ", "VBD"):
        return False
    if piece.rule in ("length", "vague", "ago"):
        return _lasting(line, piece, tags)
    if piece.rule == "deictic" and before == "usa":
        return False
    if piece.rule == "relative" and word == "the" and after - first == 2:
        told = within(line, first) or behind not in ONGOING
        return told and not (word_at(line, after - 1) in ("day", "second") and behind == "'s")
    if piece.rule == "season" and after - first <= 2 and behind in SEASONAL:
        return False
    if piece.rule == "season" and after - first <= 2 and word_at(line, after - 1) in ("spring", "fall"):
        return tags.get(line.words[after - 1].start, "NN") in ("NN", "NNP") and behind != "of" and before != "'s"
    if piece.rule == "hour":
        return before in HOURLY
    if piece.rule == "present" and word == "this":
        return before == "at"
    if piece.rule == "part" and word == "the" and after - first == 2 and word_at(line, after - 1) == "night":
        return before in ("in", "during", "through", "into", "for", "throughout")
    if piece.rule == "soon":
        return before not in ("as", "so", "too", "how", "-") and behind not in ("as", "after", "-", "enough")
    if piece.rule == "overnight":
        return tag == "RB" and before != "-" and behind != "-"
    if piece.rule == "quarter" and "-H" in piece.meaning.expression and piece.meaning.expression[-1] == "?":
        return any(one.lower in BUSINESS for one in line.words)  # the halves of games are no times of the year
    if piece.rule == "set" and word == "per":
        return before not in SPEEDS
    if piece.rule == "decade":
        return _decade(line, piece)
    if piece.rule == "future" and word_at(line, after - 1) == "future":
        return tags.get(_start(line, after), "")[:2] not in ("NN", "JJ")
    if piece.rule == "past" and word == "previously":
        return behind != "-" and before != "-"
    if piece.rule == "past" and word != "the":
        return before != "most"
    if piece.rule == "past":
        return before == "in" or behind in (",", ".", "and")
    if piece.rule == "present" and word_at(line, after - 1) == "moment":
        return before == "at"
    if piece.rule == "present":
        return behind != "-" and not (word == "current" and behind in ("and", "or", "account"))
    if piece.rule == "order":
        return behind not in ("-", "old") and before not in ("-", "every", "each")
    if piece.rule == "numeric":
        return before not in ("/", "-", "$")
    return True


def within(line: Line, first: int) -> bool:
    """``earlier in`` before ``the week``."""
    return word_at(line, first - 1) == "in" and word_at(line, first - 2) in ("earlier", "later", "early", "late")


def _decade(line: Line, piece: Piece) -> bool:
    """No age: ``in his 40s`` and ``in their mid-30s`` are told without a mark of what was left out."""
    if len(word_at(line, piece.after - 1)) != 3:
        return True
    at = piece.first - 1
    while word_at(line, at) in ("-", "early", "mid", "late"):
        at -= 1
    return word_at(line, piece.first) == "the" or word_at(line, at) == "the"


def _lone_month(line: Line, at: int, tag: str) -> bool:
    word, before, behind = line.words[at], word_at(line, at - 1), word_at(line, at + 1)
    if tag in ("MD", "VB", "VBP", "VBZ", "VBD"):
        return False
    named = at + 1 < len(line.words) and line.words[at + 1].capital and line.letters[at + 1] == w.OTHER
    if (
        named
        and word.lower in FORENAMES
        and before in ("and", "or", "to", "from", "for", "of", "but", "as", "than", "the")
    ):
        return False
    if word.lower in ("jan", "mar", "jun", "dec", "sep", "oct", "nov", "apr", "jul", "aug", "sept", "feb"):
        return before in BEFORE_MONTH
    if before in BEFORE_MONTH:
        return True
    if word.lower in ("may", "march"):
        return False
    if word.lower in AMBIGUOUS_MONTHS:
        beside = [n for n in (at - 1, at + 1) if 0 <= n < len(line.words)]
        return not any(line.words[n].capital and line.letters[n] == w.OTHER for n in beside) and behind != "'s"
    return True


def _weekday(line: Line, piece: Piece) -> bool:
    day = next(n for n in range(piece.first, piece.after) if class_at(line, n) == letters("weekday"))
    word = line.words[day].lower
    if word_at(line, day - 1) in FEASTS:
        return False
    if word not in SHORT_DAYS:
        return class_at(line, piece.after - 1) != DOT
    before = word_at(line, piece.first - 1)
    return (word_at(line, day + 1) == "." and word not in ("sun", "mon", "fri", "sat")) or before in (
        "on",
        "by",
        "until",
        "since",
    )


def _lone_year(line: Line, piece: Piece, tags: dict[int, str]) -> bool:
    """A number of four figures that stands where a year does, not where it counts things."""
    at = piece.after - 1
    before, behind = word_at(line, piece.first - 1), word_at(line, at + 1)
    if class_at(line, piece.first) != letters("year"):
        middle = [line.words[n].lower for n in range(piece.first, at)]
        return all(word in ("the", "year", "fiscal", "financial") for word in middle) and (
            middle != ["the"] or tags.get(_start(line, at + 1), "NN")[:2] in ("NN", "JJ", "VB", "")
        )
    year = int(line.words[at].lower)
    if (
        before in MONEY
        or behind in ("%", "km", "miles", "feet", "percent", "°")
        or class_at(line, at + 1) in letters("units", "unit")
    ):
        return False
    glued = (
        at > 0
        and line.words[at - 1].end == line.words[at].start
        and before not in ("(", "-", "–", "/", "‘", "'", "“", '"')
    )
    if glued or (at + 1 < len(line.words) and line.words[at + 1].start == line.words[at].end and behind in ("/",)):
        return False
    if not 1900 <= year <= 2050:
        return before in ("in", "since", "until", "from", "by", "year") and tags.get(_start(line, at + 1), "") != "NNS"
    tag = tags.get(_start(line, at + 1), "")
    if before in ("and", "or", "to", "-", "–") and class_at(line, piece.first - 2) == letters("year"):
        return True
    return (before in IN_YEARS and tag != "NNS") or tag not in ("NNS", "NNPS") or before in YEARS_OF


def _start(line: Line, at: int) -> int:
    return line.words[at].start if 0 <= at < len(line.words) else -1


def _lasting(line: Line, piece: Piece, tags: dict[int, str]) -> bool:
    """No age, no distance, no fraction."""
    before, behind = word_at(line, piece.first - 1), word_at(line, piece.after)
    second = word_at(line, piece.after + 1)
    if behind in AGED or (behind == "-" and second in AGED) or (behind == "of" and second == "age"):
        return False
    if before in SPEEDS:
        return False
    last = line.words[piece.after - 1].lower
    if piece.after - piece.first == 1 and not last.endswith("long"):
        if before in ("light", "man", "person", "the", "-") or (behind == "-" and second not in ("long", "old")):
            return False
        tag = tags.get(_start(line, piece.first - 1), "")
        if (
            before not in LED
            and not (behind == "of" and tag[:2] == "VB" and tag != "VBG")
            and (tag[:2] in ("NN", "JJ", "VB") or tag == "PRP$")
            and behind not in ("ago", "later", "earlier")
        ):
            return False
        return unit(last) not in ("second", "quarter") and last not in ("secs", "mins", "quarters")
    return not (line.words[piece.first].lower in ("a", "an") and piece.after - piece.first == 2 and behind == "-")
