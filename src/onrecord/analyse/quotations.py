"""Where a passage is inside quotation marks: curly, straight, single, nested, guillemets, and ``so''.

An apostrophe is not a mark. A quotation whose closing mark is missing runs to the end of its passage, or to the next
opening mark after an ended sentence. A passage that opens with a mark while the one before it left a quotation open
goes on with that quotation, as newspapers print speech of several paragraphs.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.model.span import Span

MARK = re.compile(r"[“”„«»\"]|``|''|[‘’']")
OPENING = {"“": "”", "„": "”", "«": "»", "``": "''", '"': '"', "''": "''"}
ENDED = ".,!?…;:"


class Quotation(NamedTuple):
    """Words between quotation marks, marks included.

    ``single`` tells ‘so’ and 'so' from the rest, ``closed`` whether the closing mark is there, ``resumes`` whether
    it goes on with the quotation that the passage before left open.
    """

    span: Span
    single: bool
    closed: bool
    resumes: bool


def quotations(text: str, passage: Span, open_before: bool = False) -> tuple[Quotation, ...]:
    """The outermost quotations of a passage in order; those inside another quotation are left to their parent.

    ``open_before`` says that the passage before left a quotation open.
    """
    doubles = list(_doubles(text, passage, open_before))
    taken = [quotation.span for quotation in doubles]
    singles = [Quotation(span, True, True, False) for span in _singles(text, passage, taken)]
    inner = [q for q in doubles if any(s.span.holds(q.span) and s.span != q.span for s in singles)]
    return tuple(sorted((q for q in [*doubles, *singles] if q not in inner), key=lambda q: q.span))


def left_open(found: Iterable[Quotation], passage: Span) -> bool:
    """Whether the passage ends inside a quotation."""
    return any(not q.closed and q.span.end == passage.end for q in found)


def _doubles(text: str, passage: Span, open_before: bool) -> Iterator[Quotation]:
    start, closing, depth = -1, "", 0
    body = text[passage.start : passage.end]
    first = passage.start + len(body) - len(body.lstrip())
    for match in MARK.finditer(text, passage.start, passage.end):
        mark, at = match.group(), match.start()
        if mark in "‘’'":
            continue
        if start < 0:
            if _opens(text, match, passage):
                start, closing, depth = at, OPENING[mark], 0
            continue
        if _closes(text, match, closing, passage):
            if depth:
                depth -= 1
                continue
            yield Quotation(Span(start, match.end()), False, True, open_before and start == first)
            start = -1
        elif mark in OPENING and _opens(text, match, passage):
            before = text[passage.start : at].rstrip()
            if before and before[-1] in ENDED and OPENING[mark] == closing:
                end = passage.start + len(before)
                yield Quotation(Span(start, end), False, False, open_before and start == first)
                start = at
            elif mark != '"':
                depth += 1
    if start >= 0:
        end = passage.start + len(body.rstrip())
        if end - start > 1:
            yield Quotation(Span(start, end), False, False, open_before and start == first)


def _opens(text: str, match: re.Match[str], passage: Span) -> bool:
    mark, after = match.group(), text[match.end() : match.end() + 1]
    before = text[match.start() - 1] if match.start() > passage.start else " "
    if mark in ("“", "„", "«", "``"):
        return bool(after.strip()) or before.isspace()
    if mark in ("”", "»"):
        return False
    if after == "\n" and before.isspace() and match.start() > passage.start:
        return True  # in texts of one sentence a line the mark may stand at the end of the line before its words
    return bool(after.strip()) and (not before.isalnum() and before not in ".,!?%’'")


def _closes(text: str, match: re.Match[str], closing: str, passage: Span) -> bool:
    mark = match.group()
    if closing in ("”", "»"):
        return mark == closing or (mark in '"“' and closing == "”" and not _opens(text, match, passage))
    if closing == '"':
        if mark == "”":
            return True
        after = text[match.end() : match.end() + 1]
        before = text[match.start() - 1]
        return mark == '"' and (not before.isspace() or not after.strip())
    return mark in (closing, '"')


def _singles(text: str, passage: Span, taken: list[Span]) -> Iterator[Span]:
    end = passage.start
    for match in re.finditer(r"[‘']", text[passage.start : passage.end]):
        at = passage.start + match.start()
        if at < end or any(span.start < at < span.end for span in taken):
            continue
        if not _single_opens(text, at, passage):
            continue
        close = _single_close(text, at, passage, taken)
        if close is not None:
            end = close + 1
            yield Span(at, end)


def _single_opens(text: str, at: int, passage: Span) -> bool:
    before = text[at - 1] if at > passage.start else " "
    after = text[at + 1 : at + 2]
    if before.isalnum() or before in "'’‘." or not after or after in "'’‘" or after.isspace():
        return False
    return text[at] == "‘" or not (
        after.isdigit() or re.match(r"(em|til|tis|twas|cause|bout|n)\b", text[at + 1 : at + 7])
    )


def _single_close(text: str, at: int, passage: Span, taken: list[Span]) -> int | None:
    """The mark that closes the one at ``at``: the first that cannot be a possessive, else the last that may be."""
    weak: int | None = None
    for match in re.finditer(r"[’']", text[at + 1 : passage.end]):
        place = at + 1 + match.start()
        before, after = text[place - 1], text[place + 1 : place + 2]
        if before.isspace() or after.isalnum() or after in ("'", "’"):
            continue
        if any(span.start < place < span.end and not at < span.start for span in taken):
            continue
        if before not in "sSzx" or not after.isspace():
            return place
        weak = place
    return weak
