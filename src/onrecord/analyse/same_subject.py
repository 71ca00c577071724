"""A second report by the same subject that the tagger took for part of what the first one says.

``said the deal was dead but urged the council to wait`` is two reports: the second verb is joined to the first one's
cue, not to a verb of what is said. The parser often hangs it on the nearest verb; where it has no subject of its own,
its tense may agree with the cue alone: ``said it is dead but urged``, ``say it was dead but admit``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.analyse.cues import Lexicon
from onrecord.analyse.direct import Quoted
from onrecord.analyse.drafting import draft
from onrecord.analyse.drafts import Draft
from onrecord.analyse.grammar import children
from onrecord.analyse.passages import Passage
from onrecord.analyse.proposals import Proposal
from onrecord.analyse.spans import bare
from onrecord.engine.parse import Parse, Token
from onrecord.model.span import Span, normalise

LEAST, KNOWN = 0.4, 0.2
SHOWN = 0.5
JOINTS = {"and", "but", "or", "yet", "while", ",", ";", "—", "–"}
LINKS = 4
TENSES, PRESENT = {"VBD", "VBZ", "VBP"}, {"VBZ", "VBP", "MD"}
FINITE = TENSES | PRESENT
PERFECT = {"have", "has", "had", "'ve", "’ve", "'d", "’d"}


def same_subject(
    text: str,
    passage: Passage,
    parse: Parse,
    marks: Sequence[Quoted],
    drafts: Sequence[Draft],
    proposed: Iterable[Proposal],
    lexicon: Lexicon,
) -> tuple[list[Draft], list[Span]]:
    """The drafts with each such report a draft of its own, what the first one says cut before it.

    The spans are what was cut off, with which what is said inside what the first one says is not to go on.
    """
    found, cut = list(drafts), list[Span]()
    for one in sorted((p for p in proposed if p.home < 0 and p.frame.kind == "verb"), key=lambda p: -p.frame.head):
        cue = parse.span_of(*one.frame.cue[0])
        own = next((n for n, d in enumerate(found) if any(cue.overlaps(span) for span in d.cue)), None)
        known = lexicon.act(one.frame.lemma, one.frame.kind) is not None
        if own is None and one.score < (KNOWN if known else LEAST):
            continue
        outers = (n for n, d in enumerate(found) if n != own and d.home is None and d.holds(cue.start))
        number = next((n for n in outers if _beside(parse, one, found[n], own is not None or known)), None)
        left = _before(text, parse, found[number], one) if number is not None else None
        made = draft(text, passage, parse, marks, one) if own is None else found[own]
        if number is None or left is None or made is None:
            continue
        if own is None or not made.source or any(found[number].holds(span.start) for span in made.source):
            made = replace(made, source=left.source)
        if own is None:
            found.append(replace(made, score=min(SHOWN, left.score)))
        else:
            found[own] = made
        cut.append(Span(left.content[-1].end, found[number].content[-1].end))
        found[number] = left
    return found, cut


def cut_short(one: Draft, cut: Sequence[Span]) -> Draft:
    """A draft of what is said inside what somebody says, without the words that were cut off there."""
    for hole in cut:
        if one.at < hole.start and one.holds(hole.start):
            kept = [Span(s, min(e, hole.start)) for s, e in one.content if s < hole.start]
            one = replace(one, content=tuple(kept)) if kept else one
    return one


def _beside(parse: Parse, one: Proposal, outer: Draft, report: bool) -> bool:
    """Whether the verb of a proposal, which has no subject of its own, is joined to one of the outer cue's words.

    Where what is said is a clause, the parser is believed only if the tense agrees with the cue's and not with the
    clause's (of 4 others read, all belonged to what is said).
    """
    verb = at = parse.tokens[one.frame.head]
    if children(parse, verb, "nsubj", "nsubjpass", "expl"):
        return False
    near = None
    for _ in range(LINKS):
        if at.dep != "conj" or at.head == at.index:
            break
        at = near = parse.tokens[at.head]
        if _in_cue(at, outer):
            clause = next(iter(children(parse, at, "ccomp")), None)
            if clause is None or clause.index > verb.index:
                return verb.tag == at.tag or (_finite(parse, verb) and _finite(parse, at))
            near = clause
            break
    return report and near is not None and _agrees(parse, verb, near, outer)


def _agrees(parse: Parse, verb: Token, near: Token, outer: Draft) -> bool:
    """Whether a verb has the tense of the cue, and not that of the verb of what is said."""
    cue = [t.tag for t in parse.tokens if t.tag in TENSES and _in_cue(t, outer) and t.dep not in ("aux", "auxpass")]
    helpers = children(parse, near, "aux", "auxpass")
    if any(t.lower in PERFECT for t in helpers):
        return False
    own = [t.tag for t in (near, *helpers) if t.tag in FINITE]
    tag = "VBP" if verb.tag == "VB" and own == ["VBD"] and near.tag == "VBD" else verb.tag
    return tag in cue and len(own) == 1 and tag != own[0] and (own[0] in PRESENT or tag in PRESENT)


def _finite(parse: Parse, verb: Token) -> bool:
    return any(t.tag in TENSES for t in (verb, *children(parse, verb, "aux", "auxpass")))


def _in_cue(token: Token, outer: Draft) -> bool:
    return any(span.start <= token.start < span.end for span in outer.cue)


def _before(text: str, parse: Parse, outer: Draft, one: Proposal) -> Draft | None:
    """The outer draft with what it says up to where the other report begins; None where nothing is left."""
    first = parse.tokens[one.frame.head].left
    while first > 0 and parse.tokens[first - 1].lower in JOINTS:
        first -= 1
    start = parse.tokens[first].start
    pieces = [Span(s, min(e, start)) for s, e in outer.content if s < start]
    words = [piece for piece in bare(text, parse, pieces) if piece.end - piece.start > 1]
    if not words:
        return None
    quoted = tuple(mark for mark in outer.quoted if any(mark.overlaps(piece) for piece in words))
    return replace(outer, content=normalise(words), quoted=quoted)
