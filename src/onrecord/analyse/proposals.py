"""Every cue of a passage with its content, scored: what might be a statement, before anything is decided."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.analyse.cues import Lexicon
from onrecord.analyse.direct import Quoted, inside, merge, own_cue, stretch
from onrecord.analyse.frames import Frame, Range
from onrecord.analyse.nouns import according_frame, adjective_frame, noun_frame
from onrecord.analyse.signs import signs
from onrecord.analyse.verbs import verb_frame
from onrecord.engine.parse import Parse

CLAUSAL = {"that", "bare", "pre", "wh", "paren", "quote-before", "quote-after", "quote-colon"}
DIRECT = {"quote-before", "quote-after", "quote-colon"}
WEAK = {"be", "have", "do", "make", "get", "see", "know", "want", "go"}
MARKS = {'"', "“", "”", "''", "``", "'", "‘", "’"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A frame with its score in 0..1 and the quotation that its cue stands in (-1 where in none)."""

    frame: Frame
    score: float
    home: int


def proposals(parse: Parse, marks: Sequence[Quoted], lexicon: Lexicon) -> list[Proposal]:
    """One proposal for every cue, in the order of the cues."""
    by_head = {frame.head: frame for frame in (stretch(parse, f, marks) for f in _frames(parse)) if frame.content}
    for mark in marks:
        if mark.words < 1 or _covered(mark, by_head.values(), marks):
            continue
        own = own_cue(parse, mark, marks)
        if own is not None:
            known = by_head.get(own.head)
            by_head[own.head] = _joined(known, own)
    _go_on(parse, marks, by_head)
    made = [_keyed(frame, marks) for _, frame in sorted(by_head.items())]
    return [_weighed(parse, frame, inside(frame.head, marks), lexicon) for frame in made]


def _frames(parse: Parse) -> Iterator[Frame]:
    """At most one frame for every verb, noun, adjective and ``according to`` that takes something."""
    for token in parse.tokens:
        tag = token.tag[:2]
        if token.lower == "according":
            frame = according_frame(parse, token)
        elif tag == "VB" and token.dep not in ("aux", "auxpass"):
            frame = verb_frame(parse, token)
        elif tag == "NN":
            frame = noun_frame(parse, token)
        elif tag == "JJ":
            frame = adjective_frame(parse, token)
        else:
            frame = None
        if frame is not None and frame.content:
            yield frame


def _weighed(parse: Parse, frame: Frame, home: int, lexicon: Lexicon) -> Proposal:
    rate = lexicon.rate(frame.kind, frame.lemma, frame.key)
    return Proposal(frame, lexicon.weigh(rate, signs(parse, frame, home, lexicon)), home)


def _covered(mark: Quoted, found: Iterable[Frame], marks: Sequence[Quoted]) -> bool:
    """Whether a cue outside quotations already takes the whole quotation."""
    return any(_holds(frame, mark) and inside(frame.head, marks) < 0 for frame in found)


def _holds(frame: Frame, mark: Quoted) -> bool:
    return any(first <= mark.first and mark.last <= last for first, last in frame.content)


def _joined(known: Frame | None, own: Frame) -> Frame:
    """One cue's frames as one: content before and after the cue is one content."""
    if known is None or known.key not in CLAUSAL:
        return own
    return replace(known, content=merge([*known.content, *own.content]))


def _go_on(parse: Parse, marks: Sequence[Quoted], by_head: dict[int, Frame]) -> None:
    """Add to a statement the quotations that follow it in the same paragraph and have no cue of their own."""
    outside = [frame for frame in by_head.values() if inside(frame.head, marks) < 0]
    taken = {mark for mark in marks if any(_holds(frame, mark) for frame in outside)}
    for mark in marks:
        if mark in taken:
            continue
        before = [f for f in by_head.values() if f.head < mark.first and _leads(parse, f, mark, marks)]
        if before:
            frame = max(before, key=lambda f: f.head)
            by_head[frame.head] = replace(frame, content=merge([*frame.content, (mark.first, mark.last)]))
            taken.add(mark)


def _leads(parse: Parse, frame: Frame, mark: Quoted, marks: Sequence[Quoted]) -> bool:
    """Whether a frame of speech stands before a quotation that goes on with it."""
    if inside(frame.head, marks) >= 0 or frame.key not in CLAUSAL | {"to", "quote"}:
        return False
    end = max(last for _, last in frame.content)
    between = [token.lower for token in parse.tokens[end + 1 : mark.first]]
    if end < mark.first and len(between) <= 2 and between and between[-1] in ("and", "but", "or", "then"):
        return any(_holds(frame, other) for other in marks)
    return _opens_sentence(parse, mark) and mark.words >= 4 and (frame.lemma not in WEAK or frame.key in DIRECT)


def _opens_sentence(parse: Parse, mark: Quoted) -> bool:
    before = parse.tokens[mark.first - 1] if mark.first else None
    return before is None or before.text[-1] in ".?!:" or before.text in MARKS


def _keyed(frame: Frame, marks: Sequence[Quoted]) -> Frame:
    """The frame with ``+q`` on its key where most of the content stands in quotation marks."""
    size = sum(last - first + 1 for first, last in frame.content)
    within = sum(_common(piece, (m.first, m.last)) for piece in frame.content for m in marks)
    home = inside(frame.head, marks)
    return replace(frame, key=f"{frame.key}+q") if home < 0 and 2 * within > size else frame


def _common(one: Range, other: Range) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]) + 1)
