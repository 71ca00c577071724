"""What one report has from another: ``Dorn added that …, notes the Gazette``; ``the Gazette adds that, according to``.

The tagger gives such a sentence one speaker, or cuts what is said at the clause between. Two speak: the outer one
relays the whole sentence, the inner one is whose words it is about. Where grammar is sure of both, it says who.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.analyse.direct import Quoted
from onrecord.analyse.drafting import draft
from onrecord.analyse.drafts import Draft
from onrecord.analyse.frames import Frame
from onrecord.analyse.passages import Passage
from onrecord.analyse.proposals import Proposal
from onrecord.engine.parse import Parse
from onrecord.model.span import Span

SURE, LIKELY = 0.7, 0.6
OUTER = {"pre", "paren"}
NEAR = 3
"""Characters between the words of who is cited and what they say."""


@dataclass(frozen=True, slots=True)
class Relayed:
    """The drafts, and those of them that grammar alone vouches for."""

    drafts: tuple[Draft, ...]
    made: tuple[Draft, ...]


def relayed(
    text: str,
    passage: Passage,
    parse: Parse,
    marks: Sequence[Quoted],
    drafts: Sequence[Draft],
    proposed: Iterable[Proposal],
) -> Relayed:
    """The drafts with both speakers of each such sentence."""
    likely = [one for one in proposed if one.score >= LIKELY and one.home < 0 and one.frame.source]
    found, made = list(drafts), list[Draft]()
    for outer in (one for one in likely if one.score >= SURE and one.frame.key.removesuffix("+q") in OUTER):
        for one in (one for one in likely if one.frame.key.removesuffix("+q") == "that"):
            if _begins(one.frame, outer.frame) and _misread(parse, found, one, outer):
                pair = (_clause(one, outer.frame), _whole(parse, outer))
                two = [each for each in (draft(text, passage, parse, marks, p) for p in pair) if each is not None]
                found = [*(d for d in found if not any(_same(d, each) for each in two)), *two]
                made += two
    for one in likely:
        cited = draft(text, passage, parse, marks, one) if one.frame.lemma == "according" else None
        number = _between(text, found, cited) if cited else None
        if cited and number is not None:
            first, *more = found[number].content
            made.append(replace(cited, content=found[number].content))
            found[number] = replace(found[number], content=(Span(cited.at, first.end), *more))
            found.append(made[-1])
    return Relayed(tuple(found), tuple(made))


def _begins(inner: Frame, outer: Frame) -> bool:
    """Whether what the outer one reports begins with who says it by which cue."""
    first, last = outer.content[0]
    return all(first <= a and b <= last for a, b in (*inner.source, *inner.cue)) and inner.source[0][0] - first < NEAR


def _misread(parse: Parse, drafts: Sequence[Draft], inner: Proposal, outer: Proposal) -> bool:
    """Whether the drafts have the outer cue, but not both speakers with all that they say."""
    said = [parse.span_of(*piece) for piece in outer.frame.content]
    owns = [d for d in drafts if any(_touches(parse, d.cue, piece) for piece in outer.frame.cue)]
    theirs = [d for d in drafts if any(_touches(parse, d.cue, piece) for piece in inner.frame.cue)]
    if not owns:
        return False
    whole = any(
        any(_touches(parse, d.source, piece) for piece in outer.frame.source)
        and all(any(span.overlaps(part) for span in d.content) for part in said)
        and d.content[0].start <= parse.span_of(*inner.frame.cue[0]).start
        for d in owns
    )
    return not whole or not theirs


def _touches(parse: Parse, spans: Sequence[Span], piece: tuple[int, int]) -> bool:
    return any(span.overlaps(parse.span_of(*piece)) for span in spans)


def _clause(inner: Proposal, outer: Frame) -> Proposal:
    """The inner proposal with what goes on behind the outer clause."""
    behind = tuple(piece for piece in outer.content[1:] if piece[0] > inner.frame.content[-1][1])
    return replace(inner, frame=replace(inner.frame, content=(*inner.frame.content, *behind)))


def _whole(parse: Parse, outer: Proposal) -> Proposal:
    """The outer proposal without an ``And`` or ``But`` before what it relays, which is the outlet's own."""
    first, last = outer.frame.content[0]
    first += parse.tokens[first].tag == "CC"
    return replace(outer, frame=replace(outer.frame, content=((first, last), *outer.frame.content[1:])))


def _same(one: Draft, made: Draft) -> bool:
    return any(span.overlaps(other) for span in one.cue for other in made.cue)


def _between(text: str, drafts: Sequence[Draft], cited: Draft) -> int | None:
    """The statement between whose cue and content somebody is cited."""
    end = cited.source[-1].end
    for number, one in enumerate(drafts):
        if (
            one.cue
            and one.cue[-1].end <= cited.at
            and one.cue[0].start >= cited.sentence.start
            and one.content[0].start >= end
            and not text[end : one.content[0].start].strip(" ,")
        ):
            return number
    return None
