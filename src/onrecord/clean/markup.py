"""HTML inside a field of a record: tags are left out of the text, character references read, the rest kept in place."""

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from onrecord.clean.pieces import Piece, gap, literal
from onrecord.model.offsets import RunKind
from onrecord.model.span import Span

BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "footer"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section"),
        *("table", "td", "th", "tr", "ul"),
    ]
)
LINE, PARAGRAPH = "\n", "\n\n"

_SIGN = re.compile(
    r"</(?:p|div|span|a|b|i|em|strong|li|ul|ol|h[1-6]|blockquote|figure)\s*>|<(?:br|p)\s*/?>"
    r"|&(?:#\d{2,5}|#x[\da-fA-F]{2,5}|[lr][sd]quo|quot|[mn]dash|hellip|nbsp);",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"(?P<comment><!--)|</?(?P<tag>[a-z][\w-]*)(?=[\s/>])[^<>]*>|(?P<reference>&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});)",
    re.IGNORECASE,
)
_ENDS = {"comment": "-->", "script": "</script>", "style": "</style>"}


def has_markup(words: str) -> bool:
    """Whether words hold HTML: a closing tag, a break, or a reference that stands for no plain character."""
    return bool(_SIGN.search(words))


def without_markup(pieces: Sequence[Piece], encoding: str) -> Iterator[Piece]:
    """The pieces without tags, comments and scripts; block elements stand apart by a blank line."""
    words = "".join(piece.words for piece in pieces)
    starts = [0, *accumulate(len(piece.words) for piece in pieces)]
    at, wanted, written = 0, "", False
    for token in [*_tokens(words), None]:
        match = token.match if token else None
        end = match.start() if match else len(words)
        start = at + (len(words[at:end]) - len(words[at:end].lstrip()) if wanted or not written else 0)
        kept = list(_between(pieces, starts, Span(start, end), encoding))
        if match and match["reference"]:
            kept += _character(list(_between(pieces, starts, Span(*match.span()), encoding)))
        if kept:
            yield gap(wanted if written else "")
            yield from kept
            wanted, written = "", True
        if token and match:
            tag = (match["tag"] or "").lower()
            wanted = PARAGRAPH if tag in BLOCKS else wanted or (LINE if tag == "br" else "")
            at = token.end


class _Token(NamedTuple):
    """A tag, comment or character reference, and where it ends: a script or comment with all that it holds."""

    match: re.Match[str]
    end: int


def _tokens(words: str) -> Iterator[_Token]:
    """Every token that does not stand inside a comment or script; one of those that is never closed ends at once."""
    last = {closing: words.rfind(closing) for closing in _ENDS.values()}
    end = 0
    for match in _TOKEN.finditer(words):
        if match.start() < end:
            continue
        closing = _ENDS.get("comment" if match["comment"] else (match["tag"] or "").lower())
        opens = closing is not None and words[match.start() + 1] != "/" and last[closing] >= match.end()
        end = words.index(closing, match.end()) + len(closing) if closing and opens else match.end()
        yield _Token(match, end)


def _character(reference: list[Piece]) -> list[Piece]:
    """The one piece that a character reference decodes to; the reference itself where its bytes do not lie together."""
    if len(reference) != 1 or reference[0].kind is not RunKind.LITERAL:
        return reference
    raw = reference[0]
    return [raw._replace(words=html.unescape(raw.words), kind=RunKind.ENTITY)]


def _between(pieces: Sequence[Piece], starts: Sequence[int], span: Span, encoding: str) -> Iterator[Piece]:
    """The pieces of the characters in ``span``; literal ones are cut, others lie wholly inside or outside.

    ``starts`` says where in the words each piece begins.
    """
    if span.start >= span.end:
        return
    first = bisect_right(starts, span.start) - 1
    for number in range(first, bisect_left(starts, span.end, hi=len(pieces))):
        piece, at = pieces[number], starts[number]
        if piece.kind is not RunKind.LITERAL:
            yield piece
            continue
        left, right = max(span.start - at, 0), min(span.end - at, len(piece.words))
        byte = piece.byte_start + len(piece.words[:left].encode(encoding))
        yield literal(piece.words[left:right], byte, encoding)
