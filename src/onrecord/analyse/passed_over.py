"""Reporting clauses that the tagger passed over, beside quotations that it gave to another cue of the paragraph.

``“…,” said one; “…,” the other told lawmakers`` has two speakers; the tagger may give both to the nearer clause.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.analyse.direct import Quoted, own_cue
from onrecord.analyse.drafting import draft
from onrecord.analyse.drafts import Draft
from onrecord.analyse.passages import Passage
from onrecord.analyse.proposals import Proposal
from onrecord.analyse.spans import bare
from onrecord.engine.parse import Parse
from onrecord.model.span import Span, normalise

CLEAR = 0.7


def passed_over(
    text: str,
    passage: Passage,
    parse: Parse,
    marks: Sequence[Quoted],
    drafts: Sequence[Draft],
    proposed: Iterable[Proposal],
) -> list[Draft]:
    """The drafts, with one more for each such clause; the quotation beside it is taken from the other."""
    found = list(drafts)
    scores = {one.frame.head: one.score for one in proposed if one.home < 0}
    for mark in marks:
        span = mark.quotation.span
        holders = [n for n, d in enumerate(found) if d.cue and d.home is None and span in d.quoted]
        wider = [n for n in holders if len(found[n].quoted) > 1]
        own = own_cue(parse, mark, marks) if wider else None
        if own is None or not own.source or own.key != "quote-after":
            continue
        made = draft(text, passage, parse, marks, Proposal(own, scores.get(own.head, 0.0), -1))
        if made is None or any(_same(found[n], made) for n in wider):
            continue
        known = any(_same(found[n], made) for n in holders)
        if len(wider) > 1 or not (known or (made.score >= CLEAR and not _taken(made, found, wider[0]))):
            continue
        left = _without(text, parse, found[wider[0]], [span, *made.cue, *made.source])
        if left is not None:
            found[wider[0]] = left
            found += [] if known else [replace(made, content=(span,), quoted=(span,))]
    return found


def _same(one: Draft, made: Draft) -> bool:
    """Whether a statement has the cue of the clause."""
    return any(span.overlaps(other) for span in one.cue for other in made.cue)


def _without(text: str, parse: Parse, one: Draft, taken: Sequence[Span]) -> Draft | None:
    """The statement without a quotation and its clause; None where nothing is left of what it says."""
    pieces = list(one.content)
    for hole in taken:
        cut = [(Span(p.start, min(p.end, hole.start)), Span(max(p.start, hole.end), p.end)) for p in pieces]
        pieces = [piece for pair in cut for piece in pair if piece.start < piece.end]
    words = [piece for piece in bare(text, parse, pieces) if len(piece.cut(text)) > 1]
    quoted = tuple(mark for mark in one.quoted if any(mark.overlaps(piece) for piece in words))
    return replace(one, content=normalise(words), quoted=quoted) if quoted else None


def _taken(made: Draft, found: Sequence[Draft], holder: int) -> bool:
    """Whether the clause's own words have a part in some statement already, other than in what the holder says."""
    used = [
        span for n, one in enumerate(found) for span in (*one.cue, *one.source, *(one.content if n != holder else ()))
    ]
    return any(part.overlaps(span) for part in (*made.cue, *made.source) for span in used)
