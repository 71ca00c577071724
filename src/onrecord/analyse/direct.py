"""Who speaks the words between quotation marks: frames stretched over whole quotations, and quotations' own cues.

A reporting clause stands after its quotation (``“…,” she said``), before it (``She said: “…”``) or inside it; a
quotation that opens the next sentence without a cue of its own goes on with the same speaker.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.analyse.frames import Frame, Range
from onrecord.analyse.grammar import behind, children, cue_range, noun_phrase, source_of, subtree
from onrecord.analyse.quotations import Quotation
from onrecord.engine.parse import Parse, Token, lemma

REACH = 28


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation as tokens of its passage, marks included."""

    quotation: Quotation
    first: int
    last: int

    @property
    def words(self) -> int:
        """How many tokens stand between the marks."""
        return self.last - self.first - 1


def quoted(parse: Parse, found: Iterable[Quotation]) -> tuple[Quoted, ...]:
    """The quotations with the tokens that they cover."""
    starts = [token.start for token in parse.tokens]
    result = []
    for quotation in found:
        first = bisect_left(starts, quotation.span.start)
        if first and parse.tokens[first - 1].end > quotation.span.start:
            first -= 1
        last = bisect_left(starts, quotation.span.end) - 1
        if last >= first:
            result.append(Quoted(quotation, first, last))
    return tuple(result)


def inside(at: int, marks: Sequence[Quoted]) -> int:
    """The index of the quotation that holds the token, or -1."""
    for number, mark in enumerate(marks):
        if mark.first <= at <= mark.last:
            return number
    return -1


def stretch(parse: Parse, frame: Frame, marks: Sequence[Quoted]) -> Frame:
    """The frame with every quotation that its content touches taken whole; a cue in a quotation stays within it."""
    home = inside(frame.head, marks)
    if home >= 0:
        low, high = marks[home].first, marks[home].last
        low += marks[home].quotation.closed or low != high
        high -= marks[home].quotation.closed
        content = tuple((max(a, low), min(b, high)) for a, b in frame.content if max(a, low) <= min(b, high))
        return replace(frame, content=tuple(_inner(parse, piece) for piece in content))
    pieces: list[Range] = []
    for piece in frame.content:
        first, last = piece
        for mark in marks:
            if mark.first <= last and first <= mark.last:
                first, last = min(first, mark.first), max(last, mark.last)
        pieces.append((first, last))
    return replace(frame, content=_without(merge(pieces), [*frame.cue, *frame.source]))


def _inner(parse: Parse, piece: Range) -> Range:
    """A quotation inside a quotation, where the piece begins with one; else the piece."""
    first, last = piece
    opened = next((at for at in (first, first - 1) if at >= 0 and parse.tokens[at].text in ("‘", "'")), None)
    if opened is None:
        return piece
    closed = next((at for at in range(opened + 1, last + 1) if parse.tokens[at].text in ("’", "'")), None)
    return piece if closed is None else (opened, closed)


def merge(pieces: Iterable[Range]) -> tuple[Range, ...]:
    """Ranges sorted, those that touch joined."""
    joined: list[Range] = []
    for first, last in sorted(pieces):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(joined)


def _without(pieces: Sequence[Range], holes: Sequence[Range]) -> tuple[Range, ...]:
    for low, high in holes:
        cut: list[Range] = []
        for first, last in pieces:
            if high < first or last < low:
                cut.append((first, last))
                continue
            if first < low:
                cut.append((first, low - 1))
            if high < last:
                cut.append((high + 1, last))
        pieces = cut
    return tuple(pieces)


def own_cue(parse: Parse, mark: Quoted, marks: Sequence[Quoted]) -> Frame | None:
    """The frame of the reporting clause that stands beside a quotation, or None."""
    after, before = _after(parse, mark, marks), _before(parse, mark, marks)
    if after is not None and before is not None:
        opens = mark.first == parse.sentences[parse.tokens[mark.first].sentence][0]
        return after if opens else before
    return after or before


def _after(parse: Parse, mark: Quoted, marks: Sequence[Quoted]) -> Frame | None:
    tokens = parse.tokens
    if mark.last + 1 >= len(tokens) or not _hands_over(parse, mark):
        return None
    for at in range(mark.last + 1, min(mark.last + REACH, len(tokens))):
        token = tokens[at]
        if inside(at, marks) >= 0 or (token.text in ".!?;" and at > mark.last + 1):
            return None
        if (
            token.tag in ("VBD", "VBZ", "VBP")
            and token.dep not in ("aux", "auxpass")
            and _free(parse, token, mark.last)
        ):
            return _frame(parse, token, mark, "quote-after")
    return None


def _hands_over(parse: Parse, mark: Quoted) -> bool:
    """Whether the quotation ends as one does before its reporting clause."""
    tokens = parse.tokens
    ends = tokens[mark.last - 1].text[-1:] if mark.quotation.closed and mark.last > mark.first else ""
    follows = tokens[mark.last + 1].text
    return ends in ",?!—-" or follows in (",", "—", "-", "–")


def _free(parse: Parse, verb: Token, after: int) -> bool:
    """Whether verb and subject stand on the same side of a quotation, the subject no part of it."""
    subjects = children(parse, verb, "nsubj")
    if subjects:
        return subjects[-1].index > after
    return verb.index == after + 1 or parse.tokens[verb.index - 1].text == ","


def _before(parse: Parse, mark: Quoted, marks: Sequence[Quoted]) -> Frame | None:
    tokens = parse.tokens
    start = parse.sentences[tokens[mark.first].sentence][0]
    if mark.first == start and mark.first > 0 and tokens[mark.first - 1].text == ":":
        start = parse.sentences[tokens[mark.first - 1].sentence][0]
    leads = mark.first > 0 and tokens[mark.first - 1].text in (",", ":")
    if _programme(parse, mark):
        return None
    for at in range(mark.first - 1, max(start, mark.first - REACH) - 1, -1):
        token = tokens[at]
        if inside(at, marks) >= 0 or token.text == ";":
            return None
        if token.tag[:2] == "VB" and token.dep not in ("aux", "auxpass"):
            if at and tokens[at - 1].tag == "HYPH":
                return None
            if leads or at >= mark.first - 2:
                colon = tokens[mark.first - 1].text == ":"
                return _frame(parse, token, mark, "quote-colon" if colon else "quote-before")
            return None
    return _colon(parse, mark, start)


def _programme(parse: Parse, mark: Quoted) -> bool:
    """Whether a quotation is the name of what somebody spoke on: ``said on “Morning Talk”``."""
    words = [t for t in parse.tokens[mark.first + 1 : mark.last] if t.text[0].isalpha()]
    before = parse.tokens[mark.first - 1].lower if mark.first else ""
    return before == "on" and len(words) <= 5 and all(t.text[0].isupper() or t.tag in ("IN", "DT", "CC") for t in words)


def _colon(parse: Parse, mark: Quoted, start: int) -> Frame | None:
    """``Name: “…”``, where no verb stands between."""
    if mark.first - 1 <= start or parse.tokens[mark.first - 1].text != ":":
        return None
    if mark.first - start > 14:
        return None
    colon = mark.first - 1
    return Frame(
        colon, "mark", ":", "quote", ((start, colon - 1),), ((colon, colon),), ((mark.first, mark.last),), colon - 1
    )


def _frame(parse: Parse, verb: Token, mark: Quoted, key: str) -> Frame:
    source, subject = source_of(parse, verb)
    if key == "quote-after":
        source, subject = _beside(parse, verb, mark) or (source, subject)
    people = tuple(subtree(t) for t in children(parse, verb, "dobj", "dative") if not t.left <= mark.first <= t.right)
    people = tuple(p for p in people if not (p[0] <= mark.last and mark.first <= p[1]))
    word = lemma(verb.lower, "verb")
    cue = (cue_range(parse, verb),)
    return Frame(verb.index, "verb", word, key, source, cue, ((mark.first, mark.last),), subject, people[:1])


def _beside(parse: Parse, verb: Token, mark: Quoted) -> tuple[tuple[Range, ...], int] | None:
    """The subject of an inverted or plain reporting clause, also where the parser took it for something else."""
    subjects = [s for s in children(parse, verb, "nsubj") if s.index > mark.last]
    if subjects:
        return (noun_phrase(parse, subjects[-1]),), subjects[-1].index
    inverted, head = behind(parse, verb) if verb.index <= mark.last + 2 else ((), -1)
    return (inverted, head) if inverted else None
