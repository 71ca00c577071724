"""Statements that the tagger alone is not sure enough of, where grammar proposes the same cue.

Held articles and development articles of PolNeAR: of 192 links between .20 and the tagger's own threshold whose cue
grammar gives .40 or more, grammar's words were marked by the annotators in 47 %, and most others can be argued for.
Grammar's words are taken, not the tagger's: they were right in 32 cases where the tagger's were not, wrong in 15.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.analyse.direct import Quoted
from onrecord.analyse.drafting import draft
from onrecord.analyse.drafts import Draft
from onrecord.analyse.grammar import children
from onrecord.analyse.linker import Link
from onrecord.analyse.passages import Passage
from onrecord.analyse.proposals import Proposal
from onrecord.engine.parse import Parse

TAGGED, PARSED = 0.2, 0.4
SHOWN = 0.45  # how often such a statement is right


def agreed(
    text: str,
    passage: Passage,
    parse: Parse,
    marks: Sequence[Quoted],
    drafts: Sequence[Draft],
    proposed: Iterable[Proposal],
    dropped: Sequence[Link],
) -> tuple[list[Draft], list[Link]]:
    """A draft for every such cue that no draft has, and the links that are shown by it."""
    faint = [link for link in dropped if link.confidence >= TAGGED and link.cue and parse.span.overlaps(link.cue[0])]
    taken = [span for one in drafts for span in one.cue]
    made, shown = list[Draft](), list[Link]()
    for one in proposed if faint else ():
        if one.home >= 0 or one.score < PARSED or _infinitive(parse, one):
            continue
        found = draft(text, passage, parse, marks, one)
        if found is None or any(span.overlaps(other) for span in found.cue for other in taken):
            continue
        same = [link for link in faint if any(span.overlaps(other) for span in found.cue for other in link.cue)]
        if same:
            made.append(replace(found, score=SHOWN))
            taken += found.cue
            shown += same
    return made, shown


def _infinitive(parse: Parse, one: Proposal) -> bool:
    """Whether a cue is an infinitive, which tells of an aim or a duty more often than of words (11 of 18)."""
    head = parse.tokens[one.frame.head]
    return head.tag == "VB" and any(kid.tag == "TO" for kid in children(parse, head, "aux"))
