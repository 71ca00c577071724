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
from onrecord.engine.parse import Parse

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
        holders = [
            n for n, d in enumerate(found) if d.cue and d.home is None and span in d.quoted and len(d.quoted) > 1
        ]
        own = own_cue(parse, mark, marks) if len(holders) == 1 else None
        if own is None or not own.source or scores.get(own.head, 0.0) < CLEAR:
            continue
        made = draft(text, passage, parse, marks, Proposal(own, scores[own.head], -1))
        left = tuple(piece for piece in found[holders[0]].content if not piece.overlaps(span))
        if made is None or not left or _taken(made, found):
            continue
        quoted = tuple(other for other in found[holders[0]].quoted if other != span)
        found[holders[0]] = replace(found[holders[0]], content=left, quoted=quoted)
        found.append(replace(made, content=(span,), quoted=(span,)))
    return found


def _taken(made: Draft, found: Sequence[Draft]) -> bool:
    """Whether the clause's own words have a part in some statement already."""
    used = [span for one in found for span in (*one.cue, *one.source, *one.content)]
    return any(part.overlaps(span) for part in (*made.cue, *made.source) for span in used)
