"""What one passage leaves to the next: an open quotation, a last speaker, a reporting clause that ends in a colon."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.analyse.direct import Quoted
from onrecord.analyse.drafts import Draft
from onrecord.analyse.grammar import cue_range, source_of
from onrecord.analyse.quotations import Quotation, left_open
from onrecord.analyse.spans import chars
from onrecord.engine.parse import Parse
from onrecord.model.span import Span, Spans, normalise

SPOKEN = {"quote-after", "quote-before", "quote-colon", "pre", "that", "bare", "paren", "quote"}
LONG = 8
SURE = 0.8


@dataclass(frozen=True, slots=True)
class Carried:
    """``owner`` is the number of the draft that spoke last; ``lead`` holds source and cue before a colon."""

    still_open: bool = False
    owner: int | None = None
    lead: tuple[Spans, Spans] | None = None

    def hand_over(
        self, text: str, parse: Parse, marks: Sequence[Quoted], drafts: list[Draft], before: list[Draft]
    ) -> list[Span]:
        """Give the quotation that opens the passage to the statement before it that it goes on with.

        Changes ``drafts`` (of this passage) and ``before`` (of those before it); returns what was claimed.
        """
        if not marks or marks[0].first != 0:
            return []
        mark, span = marks[0], marks[0].quotation.span
        own = next((n for n, d in enumerate(drafts) if span in d.quoted), None)
        if own is not None:
            self._back(mark, own, drafts, before)
            return []
        if self.lead is not None and mark.words >= LONG:
            taken = self._after_colon(text, parse, span, before)
            if taken:
                return [span]
        if self.owner is None or not (mark.quotation.resumes or mark.words >= LONG):
            return []
        whole = mark.last >= len(parse.tokens) - 2
        if not (whole or before[self.owner].quoted):
            return []
        before[self.owner] = _longer(before[self.owner], span)
        return [span]

    def _back(self, mark: Quoted, own: int, drafts: list[Draft], before: list[Draft]) -> None:
        """The paragraphs of a quotation that is only closed and given a speaker here belong to that speaker."""
        while mark.quotation.resumes and before and before[-1].orphan and not before[-1].source:
            drafts[own] = _longer(drafts[own], before.pop().content[0])

    def _after_colon(self, text: str, parse: Parse, span: Span, before: list[Draft]) -> bool:
        assert self.lead is not None
        _, cue = self.lead
        for number in range(len(before) - 1, max(-1, len(before) - 8), -1):
            if before[number].cue == cue:
                whole = _longer(before[number], span)
                spoken = before[number].frame.key.removesuffix("+q") in SPOKEN
                before[number] = whole if spoken else replace(whole, content=(span,))
                return True
        return False


NOTHING = Carried()


def carry(text: str, parse: Parse, found: Sequence[Quotation], drafts: Sequence[Draft]) -> Carried:
    """What this passage leaves, ``drafts`` being all so far."""
    still_open = left_open(found, parse.span)
    ends_in_quotation = bool(found) and found[-1].span.end >= parse.span.end - 1
    owner = None
    for number in range(len(drafts) - 1, max(-1, len(drafts) - 12), -1):
        draft = drafts[number]
        if draft.passage < parse.passage - 1 or not draft.cue:
            break
        if draft.home is None and draft.frame.key.removesuffix("+q") in SPOKEN and (draft.quoted or draft.score > SURE):
            if not draft.quoted:
                owner = None if still_open else number
                break
            last = draft.quoted[-1].end >= parse.span.end - 1 or draft.sentence.end >= parse.span.end - 1
            if (still_open or ends_in_quotation or last) and (last or not still_open):
                owner = number
            break
    return Carried(still_open, owner, _lead(text, parse))


def _lead(text: str, parse: Parse) -> tuple[Spans, Spans] | None:
    """Source and cue of a last sentence that ends in a colon."""
    if not parse.tokens or parse.tokens[-1].text != ":":
        return None
    first, last = parse.sentences[-1]
    root = next((t for t in parse.tokens[first:last] if t.dep == "ROOT"), None)
    if root is None or root.tag[:2] != "VB":
        return None
    source, _ = source_of(parse, root)
    return chars(text, parse, source), chars(text, parse, (cue_range(parse, root),))


def _longer(draft: Draft, span: Span) -> Draft:
    return replace(draft, content=normalise([*draft.content, span]), quoted=normalise([*draft.quoted, span]))
