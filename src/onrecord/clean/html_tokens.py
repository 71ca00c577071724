"""The tags and texts of a page with their places in its source, as the HTML standard cuts them.

lxml keeps no places, so the page is cut a second time here. The rules are those of the standard's tokenizer
(WHATWG HTML, 13.2.5) as far as they decide where text begins and ends: comments, bogus comments, quoted
attributes that hold ``>``, and elements whose content is no markup.
"""

import html
import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title"})
"""Elements whose content holds no tags."""

_OPEN = re.compile(r"<(?:(/?)([a-zA-Z][^\s/>]*)|(!--)|[!?]|/(?=[^a-zA-Z>])|/>)")
_ATTRIBUTE = re.compile(
    r"""[\s/]*([^\s/>=][^\s/>=]*|=[^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)?))?"""
)
_TAG_REST = re.compile(r"""(?:[^>"'=]++|=\s*+"[^"]*"|=\s*+'[^']*'|=(?!\s*+["'])|["'])*+>""")
_COMMENT_END = re.compile(r"--!?>")


class Kind(Enum):
    """What a token is."""

    START = "start"
    END = "end"
    TEXT = "text"
    RAW = "raw"


class Token(NamedTuple):
    """Characters ``start:end`` of the source; ``name`` is the lower-case tag, of RAW the element it stands in."""

    kind: Kind
    name: str
    start: int
    end: int


def tokens(source: str) -> Iterator[Token]:
    """The tags and texts in the order of the source; comments and declarations are left out."""
    at = text_from = 0
    while found := _OPEN.search(source, at):
        slash, name, comment = found.groups()[:3]
        if found.start() > text_from:
            yield Token(Kind.TEXT, "", text_from, found.start())
        if not name:
            at = text_from = _comment_end(source, found, bool(comment))
            continue
        at = text_from = _tag_end(source, found.end())
        if at < 0:
            return
        name = name.lower()
        yield Token(Kind.END if slash else Kind.START, name, found.start(), at)
        if name == "plaintext" and not slash:
            break
        if name in RAW and not slash:
            close = _close_of(source, name, at)
            yield Token(Kind.RAW, name, at, close)
            at = text_from = close
    if text_from < len(source):
        yield Token(Kind.TEXT, "", text_from, len(source))


def attributes(source: str, tag: Token) -> dict[str, str]:
    """The attributes of a start tag, names in lower case, values unescaped, the first of a name kept."""
    found: dict[str, str] = {}
    end = tag.end - 1
    for match in _ATTRIBUTE.finditer(source, tag.start + 1 + len(tag.name), end):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match[1].lower(), html.unescape(value))
    return found


def _tag_end(source: str, at: int) -> int:
    """Where the tag that is open at ``at`` ends; -1 where the source ends inside it."""
    close = source.find(">", at)
    if close < 0:
        return -1
    if '"' not in source[at:close] and "'" not in source[at:close]:
        return close + 1
    match = _TAG_REST.match(source, at)
    return match.end() if match else close + 1


def _comment_end(source: str, found: re.Match[str], comment: bool) -> int:
    if not comment:
        close = source.find(">", found.end() - (found.group() == "</>"))
        return len(source) if close < 0 else close + 1
    if source.startswith((">", "->"), found.end()):
        return source.index(">", found.end()) + 1
    end = _COMMENT_END.search(source, found.end())
    return end.end() if end else len(source)


def _close_of(source: str, name: str, at: int) -> int:
    """Where the end tag of a raw element begins; the end of the source where there is none."""
    end = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE).search(source, at)
    return end.start() if end else len(source)
