"""Speech inside what somebody says: which proposals of the rules are statements of their own there.

The cues' weights are fitted on a corpus that does not nest, so that they speak against a cue that stands in another's
content. Less is asked there of a cue whose word names an act or a thought, that says whose it is, and that has a clause
of its own; more of one that seems to have an object in quotation marks, for those are the outer speaker's.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.analyse.cues import Lexicon
from onrecord.analyse.direct import Quoted
from onrecord.analyse.drafts import Draft
from onrecord.analyse.frames import Frame
from onrecord.analyse.grammar import children
from onrecord.analyse.proposals import Proposal
from onrecord.engine.parse import Parse
from onrecord.model.span import Span
from onrecord.model.terms import Act

CLEAR, TOLD, FULL = 0.55, 0.28, 0.2
"""Scores asked of a cue that names an act, of one with a clause, of one whose clause has a subject of its own."""

CLAUSES = {"that", "bare", "to", "np-to", "paren", "pre", "poss-that", "poss-clause", "poss-to", "obj-that"}
HELD = {"commitment", "opposition", "objection", "resistance"}
WHOLE = {"that", "bare"}
CHARGES = {"obj-for", "obj-of", "obj-with", "obj-as"}
AGAINST = {Act.ACCUSE, Act.BLAME, Act.CRITICISE, Act.PRAISE}
FIRST = {"i", "we", "you", "me", "us"}
ANYBODY = {"anybody", "anyone", "everybody", "everyone", "whoever"}
PERHAPS = {"can", "could", "may", "might"}
IDLE = {
    "need", "try", "attempt", "effort", "response", "respond", "pretend", "fail", "show", "choose", "willing", "ready",
    "able", "prepared", "eager",
}  # fmt: skip
"""Words of the lexicon that tell of a deed, a duty or a state more often than of words."""


def inner(one: Proposal, parse: Parse, lexicon: Lexicon) -> bool:
    """Whether a cue inside somebody's words reports what somebody says or thinks."""
    frame = one.frame
    act, key = lexicon.act(frame.lemma, frame.kind), frame.key.removesuffix("+q")
    head = parse.tokens[frame.head]
    if (act is Act.THINK and head.tag == "VB") or _anybody(parse, frame):
        return False
    if one.home >= 0 and of_self(frame, parse, lexicon):
        return False
    if key != frame.key and one.home < 0 and key not in CLAUSES and frame.lemma not in lexicon.verdict_cues:
        return False
    clause = _clausal(parse, frame, key) or (key in CHARGES and act in AGAINST)
    if one.score >= CLEAR:
        return clause or (act is not None and not key.startswith("pass"))
    perhaps = any(kid.lower in PERHAPS for kid in children(parse, head, "aux"))
    if not clause or act is None or not frame.source or frame.lemma in IDLE or perhaps:
        return False
    return one.score >= (FULL if key in WHOLE else TOLD)


def _clausal(parse: Parse, frame: Frame, key: str) -> bool:
    """Whether a cue has a clause of its own; ``to`` somebody is whom ``his concerns to the board`` are told to."""
    verb = any(parse.tokens[at].tag[:2] in ("VB", "MD") for a, b in frame.content for at in range(a, b + 1))
    return key in CLAUSES and (key != "poss-to" or verb or frame.lemma in HELD)


def _anybody(parse: Parse, frame: Frame) -> bool:
    """Whether the subject is whoever it may be: ``anybody who has followed it knows``."""
    return frame.subject >= 0 and parse.tokens[frame.subject].lower in ANYBODY


def of_self(frame: Frame, parse: Parse, lexicon: Lexicon) -> bool:
    """Whether whoever speaks a quotation tells what they say or think themselves, other than ``we said then``."""
    if frame.subject < 0 or parse.tokens[frame.subject].lower not in FIRST:
        return False
    act = lexicon.act(frame.lemma, frame.kind)
    return act in (Act.THINK, None) or parse.tokens[frame.head].tag not in ("VBD", "VBN")


def spoken_in(one: Draft, marks: Sequence[Quoted]) -> Span | None:
    """The quotation in which who, cue and what all stand, so that its words are somebody else's who speaks them."""
    parts = (*one.source, *one.cue, *one.content)
    spans = (mark.quotation.span for mark in marks)
    return next((s for s in spans if one.source and one.cue and all(s.holds(part) for part in parts)), None)


def clipped(one: Draft, holders: Sequence[Span]) -> Draft | None:
    """A draft whose speaker and cue stand inside what another one says, with what it says cut to that; else None."""
    holder = next((h for h in holders if all(h.holds(span) for span in (*one.source, *one.cue))), None)
    if holder is None or not one.source:
        return None
    if not any(holder.start <= span.start < holder.end for span in one.content[:1]):
        return None
    kept = [Span(max(span.start, holder.start), min(span.end, holder.end)) for span in one.content]
    return replace(one, content=tuple(span for span in kept if span.start < span.end))
