"""The time expressions of one passage: what the grammar finds, checked, widened, and none over another."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.analyse import times_words as w
from onrecord.analyse.times_grammar import Meaning, matches
from onrecord.analyse.times_words import Line, letters, line_of, unit
from onrecord.engine.parse import Parse
from onrecord.model.span import Span
from onrecord.model.terms import TimeType

EDGE, THE, OF, DASH, DOT = (letters(name) for name in ("edge", "the", "of", "dash", "dot"))
MODS = letters("early", "late", "mid")
NUMBERS = letters("num")
LEADING = letters("about")
IN_YEARS = {"in", "since", "by", "until", "till", "before", "after", "from", "to", "during", "of", "for", "and", "or",
            "between", "through", "throughout", "circa", "late", "early", "mid", "around", "than", "as", "but"}  # fmt: skip
BEFORE_MONTH = IN_YEARS | {
    "last",
    "next",
    "this",
    "every",
    "each",
    "on",
    "within",
    "past",
    "coming",
    "mid",
    "the",
    "since",
}
AMBIGUOUS_MONTHS = {
    "may",
    "march",
    "mar",
    "august",
    "jun",
    "jan",
    "april",
    "june",
    "dec",
    "sep",
    "oct",
    "nov",
    "apr",
    "jul",
}
SHORT_DAYS = {"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"}
ONGOING = {"of", "when", "that", "which", "who", "he", "she", "they", "it", "we", "i", "you"}
MONEY = {"$", "£", "€", "¥", "#", "no", "."}
AGED = {"old", "age", "aged"}


class Found(NamedTuple):
    """One time expression: its characters, what it means, the rule, and how sure the rule is."""

    span: Span
    meaning: Meaning
    rule: str
    confidence: float
    narrowed: str = ""


class Piece(NamedTuple):
    """A match in words, before it has its characters."""

    first: int
    after: int
    rule: str
    meaning: Meaning
    confidence: float
    order: int
    narrowed: str = ""


def found(text: str, span: Span, parse: Parse | None) -> list[Found]:
    """The time expressions of a passage, in order; ``parse`` gives the word classes that settle what is unclear."""
    line = line_of(text, span)
    if not line.letters.strip(w.OTHER):
        return []
    tags = {token.start: token.tag for token in parse.tokens} if parse else {}
    pieces = [Piece(first, after, rule.name, meaning, rule.confidence, order)
              for order, (first, after, rule, meaning) in enumerate(matches(line))]  # fmt: skip
    pieces = [piece for piece in pieces if _holds(line, piece, tags)]
    kept = [_widened(line, piece) for piece in _settled(pieces)]
    more = [second for piece in kept for second in _second(line, piece)]
    return [
        Found(line.span(p.first, p.after), p.meaning, p.rule, p.confidence, p.narrowed)
        for p in sorted(_settled([*kept, *more]))
    ]


def _settled(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Of pieces that overlap the longest, then the earlier rule."""
    taken: set[int] = set()
    for piece in sorted(pieces, key=lambda p: (p.first - p.after, p.order)):
        words = range(piece.first, piece.after)
        if taken.isdisjoint(words):
            taken.update(words)
            yield piece


def _at(line: Line, at: int) -> str:
    return line.words[at].lower if 0 <= at < len(line.words) else ""


def _class(line: Line, at: int) -> str:
    return line.letters[at] if 0 <= at < len(line.words) else ""


def _holds(line: Line, piece: Piece, tags: dict[int, str]) -> bool:
    """Whether nothing around a match says that its words mean something else."""
    first, after = piece.first, piece.after
    word, before, behind = _at(line, first), _at(line, first - 1), _at(line, after)
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
    if piece.rule in ("length", "vague", "ago"):
        return _lasting(line, piece)
    if piece.rule == "relative" and word == "the" and after - first == 2:
        return behind not in ONGOING and not (_at(line, after - 1) in ("day", "second") and behind == "'s")
    if piece.rule == "season" and after - first <= 2 and _at(line, after - 1) in ("spring", "fall"):
        return tags.get(line.words[after - 1].start, "NN") in ("NN", "NNP") and behind != "of" and before != "'s"
    if piece.rule == "part" and word == "the" and _at(line, after - 1) == "night":
        return before in ("in", "during", "through", "into", "for", "throughout")
    if piece.rule == "past" and word == "the":
        return before == "in" or behind in (",", ".", "and")
    if piece.rule == "present" and word == "current":
        return behind not in ("and", "or", "account")
    if piece.rule == "numeric":
        return before not in ("/", "-", "$")
    return True


def _lone_month(line: Line, at: int, tag: str) -> bool:
    word, before, behind = line.words[at], _at(line, at - 1), _at(line, at + 1)
    if tag in ("MD", "VB", "VBP", "VBZ", "VBD"):
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
    day = next(n for n in range(piece.first, piece.after) if _class(line, n) == letters("weekday"))
    word = line.words[day].lower
    if word not in SHORT_DAYS:
        return not (_class(line, piece.after - 1) == DOT)
    before = _at(line, piece.first - 1)
    return (_at(line, day + 1) == "." and word not in ("sun", "mon", "fri", "sat")) or before in (
        "on",
        "by",
        "until",
        "since",
    )


def _lone_year(line: Line, piece: Piece, tags: dict[int, str]) -> bool:
    """A number of four figures that stands where a year does, not where it counts things."""
    at = piece.after - 1
    before, behind = _at(line, piece.first - 1), _at(line, at + 1)
    if _class(line, piece.first) != letters("year"):
        middle = [line.words[n].lower for n in range(piece.first, at)]
        return all(word in ("the", "year", "fiscal", "financial") for word in middle) and (
            middle != ["the"] or tags.get(_start(line, at + 1), "NN")[:2] in ("NN", "JJ", "VB", "")
        )
    year = int(line.words[at].lower)
    if (
        before in MONEY
        or behind in ("%", "km", "miles", "feet", "percent", "°")
        or _class(line, at + 1) in letters("units", "unit")
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
    return (before in IN_YEARS and tag != "NNS") or tag not in ("NNS", "NNPS") or before in ("the", "'s")


def _start(line: Line, at: int) -> int:
    return line.words[at].start if 0 <= at < len(line.words) else -1


def _lasting(line: Line, piece: Piece) -> bool:
    """No age, no distance, no fraction."""
    before, behind = _at(line, piece.first - 1), _at(line, piece.after)
    second = _at(line, piece.after + 1)
    if behind in AGED or (behind == "-" and second in AGED) or (behind == "of" and second == "age"):
        return False
    last = line.words[piece.after - 1].lower
    if piece.after - piece.first == 1:
        if before in ("light", "man", "person", "the", "-") or (behind == "-" and second not in ("long", "old")):
            return False
        return unit(last) not in ("second", "quarter") and last not in ("secs", "mins", "quarters")
    if line.words[piece.first].lower in ("a", "an") and piece.after - piece.first == 2 and behind == "-":
        return False
    return True


def _widened(line: Line, piece: Piece) -> Piece:
    """With what narrows or limits the time: ``the end of``, ``late``, ``nearly``."""
    first, after = piece.first, piece.after
    if piece.meaning.type is TimeType.DURATION and line.letters[first] not in THE + letters(
        "last", "past", "next", "this"
    ):
        return piece._replace(first=_limited(line, first))
    if piece.meaning.type is TimeType.SET and piece.rule == "set":
        return piece
    if piece.rule == "length" and _at(line, first - 1) in ("twice", "once"):
        return piece._replace(first=first - 1)
    if piece.rule in ("clock", "present", "past", "future", "vague", "length", "set"):
        return piece
    narrowed = ""
    if _at(line, first - 1) in ("earlier", "later") and line.words[first].lower in (
        "this",
        "today",
        "the",
        "last",
        "next",
        "yesterday",
        "in",
    ):
        first, narrowed = first - 1, _at(line, first - 1)
    start = first - 1
    if _class(line, start) == DASH:
        start -= 1
    if _class(line, start) and _class(line, start) in MODS and not narrowed:
        narrowed, first = _at(line, start), start
    elif _class(line, first - 1) == OF and _class(line, first - 2) and _class(line, first - 2) in EDGE + letters("mid"):
        narrowed, first = _at(line, first - 2), first - 2
    if narrowed and _class(line, first - 1) == THE and line.words[first].lower not in ("earlier", "later"):
        first -= 1
    last = line.words[after - 1]
    if (
        piece.rule == "month"
        and len(last.lower) <= 4
        and last.lower not in ("may", "june", "july")
        and _at(line, after) == "."
        and after + 1 < len(line.words)
    ):
        after += 1
    return piece._replace(first=first, after=after, narrowed=narrowed)


def _limited(line: Line, first: int) -> int:
    """Where a length begins with ``about``, ``more than``, ``at least``, ``up to`` before it."""
    if _class(line, first - 1) and _class(line, first - 1) in LEADING and _at(line, first - 1) != "only":
        return first - 1
    pair = (_at(line, first - 2), _at(line, first - 1))
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
    if _at(line, first - 1) in ("twice", "once"):
        return first - 1
    return first


def _second(line: Line, piece: Piece) -> Iterator[Piece]:
    """The other end of a range that leaves out what both share: ``June 17-19``, ``between 60 and 90 days``."""
    if (
        piece.rule == "day"
        and piece.meaning.expression[-1] == "?"
        and _at(line, piece.after) in ("-", "–", "to", "and", "or")
    ):
        at = piece.after + 1
        if (
            _class(line, at)
            and _class(line, at) in letters("mday", "rank")
            and _class(line, at + 1) not in [*letters("unit", "units", "month", "ampm", "number"), "%"]
        ):
            month, day = piece.meaning.expression.split("-")[1], w.rank(_at(line, at))
            if line.words[at - 2].lower.rstrip("stndrh").isdigit() and day > w.rank(line.words[at - 2].lower):
                meaning = Meaning(TimeType.DATE, f"XXXX-{month}-{day:02}?")
                yield piece._replace(first=at, after=at + 1, meaning=meaning)
    if (
        piece.rule == "length"
        and _at(line, piece.first - 1) in ("and", "or", "to")
        and _class(line, piece.first - 2)
        and _class(line, piece.first - 2) in NUMBERS
    ):
        count = w.number([_at(line, piece.first - 2)])
        expression = piece.meaning.expression
        head = "PT" if expression.startswith("PT") else "P"
        if count is not None and count < 2000:
            meaning = Meaning(TimeType.DURATION, f"{head}{count:g}{expression.lstrip('PT0123456789.')}")
            yield piece._replace(first=piece.first - 2, after=piece.first - 1, meaning=meaning)
