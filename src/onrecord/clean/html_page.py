"""A page as the lines that a reader sees, each character with its place in the source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.entities import html5
from typing import NamedTuple

from onrecord.clean.html_source import BROKEN
from onrecord.clean.html_tokens import Kind, Token, attributes, tokens
from onrecord.model.offsets import Run, RunKind

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
BLOCK = frozenset(
    {"address", "article", "aside", "blockquote", "body", "button", "caption", "center", "details", "dialog", "dir"}
    | {"div", "dl", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"header", "hgroup", "hr", "html", "iframe", "legend", "main", "menu", "nav", "object", "ol", "option", "p"}
    | {"pre", "search", "section", "select", "summary", "svg", "table", "tbody", "tfoot", "thead", "ul", "video"}
)
LINE = frozenset({"li", "dt", "dd", "tr", "br"})
CELL = frozenset({"td", "th"})
PRE = frozenset({"pre", "listing", "textarea"})
_UNSEEN = frozenset({"head", "template", "select", "object", "canvas", "datalist", "svg", "video", "audio"})
_CLOSES_P = BLOCK - {"body", "button", "html", "iframe", "object", "option", "select", "svg", "video"}
_CLOSED_BY = {"li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "tr": {"tr", "td", "th"}, "td": {"td", "th"}}
_CLOSED_BY |= {"th": {"td", "th"}, "option": {"option"}}
_BARRIERS = frozenset({"ul", "ol", "dl", "table", "article", "section", "aside", "body"}) | _UNSEEN

_INVISIBLE = "\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff"
_REFERENCE = r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]{1,31};?)"
_SPACE = rf" \s+|[^\S ]\s*| (?=[&{_INVISIBLE}])|(?<=[;{_INVISIBLE}]) "
_NOT_LITERAL = re.compile(rf"({_SPACE})|({_REFERENCE})|([{_INVISIBLE}]+)")
_IS_INVISIBLE = re.compile(f"[{_INVISIBLE}]+")
_GAPS = ("", "\t", "\n", "\n\n")


class _Atom(NamedTuple):
    """What characters ``start:end`` of the source are read as."""

    text: str
    start: int
    end: int
    kind: RunKind


class _Text(NamedTuple):
    """A text of the page, the element it stands in, and whether that is in a link."""

    token: Token
    element: int
    linked: bool

    @property
    def width(self) -> int:
        """How long it is in the source."""
        return self.token.end - self.token.start


class Element(NamedTuple):
    """A start tag and the index of the element it stands in; the outermost stands in -1."""

    tag: Token
    parent: int


@dataclass(frozen=True, slots=True)
class Line:
    """What a reader sees between two breaks: text without white space at its ends, and where it stands.

    The ``byte_`` fields of ``runs`` hold places in the *source*, not yet in the bytes. ``element`` is the
    innermost element that holds the whole line. ``gap`` is the white space that parts it from the line before.
    ``linked`` is the share of its text that stands in links. ``broken`` says that a character could not be decoded.
    """

    text: str
    runs: tuple[Run, ...]
    element: int
    gap: str
    linked: float = 0.0
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page's source, its elements in their order, its lines, and the raw elements that are not for reading.

    ``depth`` is how many elements were open at most.
    """

    source: str
    elements: tuple[Element, ...]
    lines: tuple[Line, ...]
    raw: tuple[tuple[int, Token], ...]
    depth: int = 0

    def ancestors(self, element: int) -> Iterator[int]:
        """The element and all it stands in, innermost first."""
        while element >= 0:
            yield element
            element = self.elements[element].parent

    def attributes(self, element: int) -> dict[str, str]:
        """The attributes of an element, names in lower case."""
        return attributes(self.source, self.elements[element].tag)


def read_page(source: str) -> Page:
    """The page cut into lines."""
    builder = _Builder(source)
    for token in tokens(source):
        builder.take(token)
    builder.end_line()
    return Page(source, tuple(builder.elements), tuple(builder.lines), tuple(builder.raw), builder.depth)


@dataclass(slots=True)
class _Builder:
    """What is open and what is gathered while a page is read; lives for one page."""

    source: str
    elements: list[Element] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    raw: list[tuple[int, Token]] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    pieces: list[_Text] = field(default_factory=list)
    gap: str = ""
    unseen: int = 0
    depth: int = 0

    def take(self, token: Token) -> None:
        """Follow one token."""
        if token.kind is Kind.TEXT:
            if not self.unseen:
                self.pieces.append(_Text(token, self.top, bool(self.counts.get("a"))))
        elif token.kind is Kind.RAW:
            self.raw.append((self.top, token))
        elif token.kind is Kind.START:
            self.begin(token)
        else:
            self.break_at(token.name)
            self.close(token.name)

    @property
    def top(self) -> int:
        """The innermost open element, or -1."""
        return self.open[-1] if self.open else -1

    def begin(self, token: Token) -> None:
        """Open an element, after those that it closes."""
        name = token.name
        if name in BLOCK and self.counts.get("head"):
            self.close("head")
        if name in _CLOSES_P and self.counts.get("p"):
            self.close("p", _BARRIERS)
        for other in _CLOSED_BY.get(name, ()):
            self.close(other, _BARRIERS)
        self.break_at(name)
        self.elements.append(Element(token, self.top))
        if name not in VOID and not self.source.startswith("/>", token.end - 2):
            self.open.append(len(self.elements) - 1)
            self.depth = max(self.depth, len(self.open))
            self.counts[name] = self.counts.get(name, 0) + 1
            self.unseen += name in _UNSEEN

    def close(self, name: str, barriers: frozenset[str] = frozenset()) -> None:
        """Close the innermost open element of that name and all inside it, if it is open this side of a barrier."""
        if not self.counts.get(name):
            return
        for at in range(len(self.open) - 1, -1, -1):
            tag = self.elements[self.open[at]].tag.name
            if tag == name:
                break
            if tag in barriers:
                return
        for element in self.open[at:]:
            tag = self.elements[element].tag.name
            self.counts[tag] -= 1
            self.unseen -= tag in _UNSEEN
        del self.open[at:]

    def break_at(self, name: str) -> None:
        """End the line where the tag does, and note what parts it from the next: the strongest of several breaks."""
        gap = "\n\n" if name in BLOCK else "\n" if name in LINE else "\t" if name in CELL else ""
        if not gap:
            return
        ended = self.end_line()
        if name == "br" and not ended and self.gap == "\n":
            gap = "\n\n"
        self.gap = max(self.gap, gap, key=_GAPS.index)

    def end_line(self) -> bool:
        """Close the line that is open; whether it held anything."""
        texts = [text for text in self.pieces if not self.source[text.token.start : text.token.end].isspace()]
        read = _read(self.source, [text.token for text in self.pieces], self.in_pre()) if texts else None
        self.pieces = []
        if read is None or not read[0]:
            return False
        element = self.common([text.element for text in texts])
        linked = sum(text.width for text in texts if text.linked) / sum(text.width for text in texts)
        self.lines.append(Line(read[0], read[1], element, self.gap, linked, BROKEN.search(read[0]) is not None))
        self.gap = ""
        return True

    def in_pre(self) -> bool:
        """Whether white space stands as it is written."""
        return any(self.counts.get(name) for name in PRE)

    def common(self, elements: list[int]) -> int:
        """The innermost element that holds all of ``elements``."""
        first, *others = dict.fromkeys(elements)
        for element in others:
            other = element
            while first != other:
                if first > other:
                    first = self.elements[first].parent
                else:
                    other = self.elements[other].parent
        return first


def _read(source: str, texts: list[Token], pre: bool) -> tuple[str, tuple[Run, ...]]:
    """The text of a line, white space at its ends left out and elsewhere collapsed, and its runs over the source."""
    words: list[str] = []
    runs: list[Run] = []
    at = 0
    space: _Atom | None = None
    for atom in (atom for token in texts for atom in _atoms(source, token.start, token.end)):
        if atom.kind is RunKind.SPACE:
            if not space or (pre and "\n" in atom.text and "\n" not in space.text):
                space = atom
            continue
        if space and words:
            words.append("\n" if pre and "\n" in space.text else " ")
            runs.append(Run(at, at + 1, space.start, space.end, RunKind.SPACE))
            at += 1
        space = None
        runs.append(Run(at, at + len(atom.text), atom.start, atom.end, atom.kind))
        words.append(atom.text)
        at += len(atom.text)
    return "".join(words), tuple(runs)


def _atoms(source: str, start: int, end: int) -> Iterator[_Atom]:
    """The characters of one text: literal stretches with single blanks in them, references, other white space."""
    first, last = start, end
    while first < end and source[first].isspace():
        first += 1
    while last > first and source[last - 1].isspace():
        last -= 1
    if start < first:
        yield _Atom(source[start:first], start, first, RunKind.SPACE)
    yield from _inner_atoms(source, first, last)
    if last < end:
        yield _Atom(source[last:end], last, end, RunKind.SPACE)


def _inner_atoms(source: str, start: int, end: int) -> Iterator[_Atom]:
    at = start
    for match in _NOT_LITERAL.finditer(source, start, end):
        if match.lastindex == 2:
            text, stop = _reference(match[2], match.start())
            if stop == match.start():
                continue
        else:
            text, stop = match[0] if match.lastindex == 1 else "", match.end()
        if match.start() > at:
            yield _Atom(source[at : match.start()], at, match.start(), RunKind.LITERAL)
        at = stop
        if text and not text.strip():
            yield _Atom(text, match.start(), stop, RunKind.SPACE)
        elif match.lastindex == 2 and text and not _IS_INVISIBLE.fullmatch(text):
            yield _Atom(text, match.start(), stop, RunKind.ENTITY)
    if at < end:
        yield _Atom(source[at:end], at, end, RunKind.LITERAL)


def _reference(raw: str, start: int) -> tuple[str, int]:
    """What a character reference stands for and where it ends; it ends at ``start`` where it is none."""
    if raw[1] == "#":
        return unescape(raw), start + len(raw)
    for length in range(len(raw), 2, -1):
        if raw[1:length] in html5:
            return html5[raw[1:length]], start + length
    return "", start
