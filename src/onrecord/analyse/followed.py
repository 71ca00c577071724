"""Quotations without a cue that go on with who spoke right before, as newspapers print speech.

They follow without a word between: in the same paragraph, or as a paragraph of their own behind one that ends with the
speaker's words or reporting clause. Nothing but custom says who speaks, so such a statement is never certain.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.analyse.drafts import Draft
from onrecord.engine.parse import Parse
from onrecord.model.span import Span, normalise

CUSTOM = "a quotation that follows without a cue is taken to go on with it"
SURE = 0.8
RECENT = 12  # how many statements back a speaker may be who goes on
EDGE = 2  # a mark and a full stop may stand behind the last word


@dataclass(frozen=True, slots=True)
class Followed:
    """Drafts with the quotations that follow given to them: those of earlier passages, of this one, and the joined."""

    before: tuple[Draft, ...]
    drafts: tuple[Draft, ...]
    joined: tuple[Span, ...]


def followed(
    parse: Parse, lone: Sequence[Draft], drafts: Sequence[Draft], before: Sequence[Draft], end: int
) -> Followed:
    """What becomes of the quotations without a cue (``lone``) of a passage; ``end`` is where the one before ends."""
    here, earlier, joined = list(drafts), list(before), list[Span]()
    for one in sorted(lone, key=lambda draft: draft.at):
        span = one.content[0]
        number = _speaking(here, span.start)
        if number is not None:
            here[number] = _longer(here[number], span)
        elif span.start <= parse.tokens[0].start and span.end >= parse.tokens[-1].end - EDGE:
            number = _last(earlier, end)
            if number is None:
                continue
            earlier[number] = _longer(earlier[number], span)
        else:
            continue
        joined.append(span)
    return Followed(tuple(earlier), tuple(here), tuple(joined))


def _speaking(drafts: Sequence[Draft], start: int) -> int | None:
    """The statement in the same passage that ends right before a quotation and quotes as well."""
    outer = [
        (max(_end(one), one.at), number) for number, one in enumerate(drafts) if one.home is None and one.at < start
    ]
    if not outer:
        return None
    reach, number = max(outer)
    one = drafts[number]
    return number if one.cue and one.quoted and reach <= start <= reach + EDGE + 1 else None


def _last(before: Sequence[Draft], end: int) -> int | None:
    """The statement that the passage before ends with."""
    outer = [(one.at, number) for number, one in enumerate(before) if one.home is None]
    if not outer:
        return None
    number = max(outer)[1]
    one = before[number]
    known = bool(one.cue and one.source) and (bool(one.quoted) or one.score > SURE)
    return number if known and end - EDGE <= _end(one) <= end else None


def _end(one: Draft) -> int:
    return max(one.sentence.end, one.content[-1].end)


def _longer(one: Draft, span: Span) -> Draft:
    return replace(one, content=normalise([*one.content, span]), quoted=normalise([*one.quoted, span]))
