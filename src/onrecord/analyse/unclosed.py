"""Quotations whose closing mark is missing end where their reporting clause begins.

``“The army will stay, Orro said. He added that …``: without the closing mark the quotation runs to the paragraph's end,
and who says it seems to be named inside it.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.analyse.direct import Quoted
from onrecord.analyse.drafts import Draft
from onrecord.engine.parse import Parse
from onrecord.model.span import Span

BEFORE = {"pre", "paren", "quote-after"}


def unclosed(text: str, parse: Parse, marks: Sequence[Quoted], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with what stands behind such a reporting clause outside the quotation.

    A quotation that the next paragraph goes on with is really open and left alone.
    """
    found = list(drafts)
    for mark in (
        one.quotation for one in marks if not one.quotation.closed and one.quotation.span.end == parse.span.end
    ):
        if mark.resumes or text[parse.span.end :].lstrip()[:1] in ("“", '"', "«"):
            continue
        at = next((number for number, one in enumerate(found) if _leads(one, mark.span)), None)
        if at is not None:
            end = found[at].at
            found = [_outside(one, mark.span, end) if one.at >= end else one for one in found]
    return found


def _leads(one: Draft, mark: Span) -> bool:
    """Whether a statement begins with the quotation and has its reporting clause inside it, by the grammar of both."""
    key = one.frame.key.removesuffix("+q")
    within = mark.start < one.at < mark.end and bool(one.source)
    return within and key in BEFORE and one.content[0].start - mark.start <= 1 and one.content[0].end < one.at


def _outside(one: Draft, mark: Span, end: int) -> Draft:
    """The statement as one that stands outside; the one that says the quotation keeps what precedes its clause."""
    if one.at == end:
        said = Span(mark.start, one.content[0].end)
        return replace(one, home=None, content=(said,), quoted=(said,))
    return replace(one, home=None, quoted=()) if one.home == mark else one
