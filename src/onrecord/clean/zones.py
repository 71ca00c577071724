"""The parts of a text that came without markup: told by the words of its lines and where they stand, rule by rule.

What no rule names is body. A rule that could take body for something else asks for more than one sign.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from onrecord.clean.furniture import Rule, rule_for
from onrecord.clean.lines import Line, split
from onrecord.clean.opening import Head, date_head_of, dateline_end, head_of, is_byline, is_name
from onrecord.model.report import Given, Zone
from onrecord.model.span import Span
from onrecord.model.terms import ZoneKind

HEAD_LINES = 14
LINK_LINES = 10
SHORT = 120
CUT_WORDS = 8

_JOINED = (ZoneKind.BODY, ZoneKind.FURNITURE, ZoneKind.LIST, ZoneKind.SUMMARY)
_ABOVE = ("date line", "byline", "agency line")
_BULLET = re.compile(r"(?:[•▪◦●■‣⁃∙*–—-]|\(?\d{1,2}[.)])\s+(?=\S)")
_SUMMARY = re.compile(
    r"(?:(?:key|main) (?:takeaways?|points?|facts?|findings)|takeaways?|(?:story )?highlights|at a glance"
    r"|in (?:brief|short)|tl;?dr|the gist|(?:quick |article )?summary|what (?:we|you need to) know|bottom line)\s*:?",
    re.IGNORECASE,
)
_SUMMARY_LINE = re.compile(r"(?:Story [Hh]ighlights|STORY HIGHLIGHTS|Key [Pp]oints:|Key [Tt]akeaways:|TL;?DR:)\s+\S.*")


class Part(NamedTuple):
    """What one line is, and the name of the rule that says so."""

    kind: ZoneKind
    rule: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a text with what they were found to be so far; None for a line that no rule has named.

    ``title`` is the report's title where it is known from elsewhere, ``name`` the name of its file.
    """

    lines: tuple[Line, ...]
    parts: tuple[Part | None, ...]
    title: str | None = None
    name: str = ""

    def named(self, found: Mapping[int, Part]) -> "Layout":
        """The layout with what a rule found; a line that has a part keeps it."""
        return replace(self, parts=tuple(part or found.get(at) for at, part in enumerate(self.parts)))

    def is_a(self, at: int, *kinds: ZoneKind) -> bool:
        """Whether line ``at`` is there and was found to be one of the kinds."""
        part = self.parts[at] if 0 <= at < len(self.parts) else None
        return part is not None and part.kind in kinds

    @property
    def head(self) -> int:
        """How many lines stand above the first paragraph; a standfirst above a byline or date is no paragraph."""
        prose = [at for at, line in enumerate(self.lines) if line.prose]
        if (
            len(prose) > 1
            and 1 <= prose[0] <= 3
            and any(map(self._opens, range(prose[0] + 1, min(prose[0] + 3, prose[1]))))
        ):
            prose = prose[1:]
        return min(prose[0] if prose else 1, HEAD_LINES)

    def _opens(self, at: int) -> bool:
        """Whether line ``at`` is one that stands between a title and its text."""
        rule = rule_for(self.lines[at].words, True)
        return is_byline(self.lines[at].words) or (rule is not None and rule.name in _ABOVE)


class Division(NamedTuple):
    """The zones of a text, the metadata that it prints above itself, and what is to be noted about it."""

    zones: tuple[Zone, ...]
    given: tuple[Given, ...] = ()
    notes: tuple[str, ...] = ()


def divide(text: str, start: int = 0, title: str | None = None, name: str = "") -> Division:
    """The parts of the text from ``start`` on.

    Where its ``title`` is known, only lines that repeat it are headlines; ``name``, that of its file, can confirm one.
    """
    layout, given = _metadata_head(split(text, start))
    layout = replace(layout, title=title, name=name)
    for rule in RULES:
        layout = layout.named(rule(layout))
    notes = ("the text may be cut off: its last paragraph ends without a full stop",) if _is_cut(layout) else ()
    return Division(tuple(_joined(_zones(layout))), given, notes)


def page_lines(layout: Layout) -> dict[int, Part]:
    """Lines that a rule of the data file knows, and those that such a line opens."""
    found: dict[int, Part] = {}
    head = layout.head
    for at, line in enumerate(layout.lines):
        rule = rule_for(line.words, at < head)
        if rule and not (at == 0 and rule.name == "related link"):
            found[at] = Part(rule.zone, rule.name)
            found |= {below: Part(rule.zone, rule.name) for below in _opened(layout, at, rule) if below not in found}
    return found


def bylines(layout: Layout) -> dict[int, Part]:
    """Lines above the text that name its authors; a bare name counts beside a date, a credit or a share link."""
    found: dict[int, Part] = {}
    beside = (ZoneKind.FURNITURE, ZoneKind.BYLINE)
    for at, line in enumerate(layout.lines[: layout.head]):
        neighbours = layout.is_a(at - 1, *beside) or layout.is_a(at + 1, *beside)
        if is_byline(line.words) or (at > 0 and is_name(line.words) and neighbours):
            found[at] = Part(ZoneKind.BYLINE, "byline")
    return found


def lists(layout: Layout) -> dict[int, Part]:
    """Two or more bullets in sequence; under a heading such as ``Key Takeaways`` they are a summary."""
    found: dict[int, Part] = {}
    for at, line in enumerate(layout.lines):
        if _SUMMARY_LINE.fullmatch(line.words) and at < layout.head + 1:
            found[at] = Part(ZoneKind.SUMMARY, "summary line")
        if not _BULLET.match(line.words) or at in found:
            continue
        end = at
        while end < len(layout.lines) and layout.parts[end] is None and _BULLET.match(layout.lines[end].words):
            end += 1
        if end - at < 2:
            continue
        summary = at > 0 and bool(_SUMMARY.fullmatch(layout.lines[at - 1].words))
        part = Part(ZoneKind.SUMMARY, "summary box") if summary else Part(ZoneKind.LIST, "bullets")
        found |= dict.fromkeys(range(at - summary, end), part)
    return found


def headlines(layout: Layout) -> dict[int, Part]:
    """The title above the text: the one that is known, or the first line where it reads as one; and its repetitions."""
    found: dict[int, Part] = {}
    head = layout.lines[: layout.head]
    first = _first_title(layout)
    if first:
        found[0] = Part(ZoneKind.HEADLINE, first)
    known = {_folded(words) for words in (layout.title, head[0].words if found else None) if words}
    for at, line in enumerate(head[1:] if found else head, 1 if found else 0):
        if _folded(line.words) in known:
            found[at] = Part(ZoneKind.HEADLINE, "title repeated")
        elif found and line.titled and not dateline_end(line.words, True):
            found[at] = Part(ZoneKind.HEADLINE, "second title")
    return found


def standfirsts(layout: Layout) -> dict[int, Part]:
    """The sentence between a headline and a byline or date, which sums the report up."""
    return {
        at: Part(ZoneKind.SUMMARY, "standfirst")
        for at, line in enumerate(layout.lines[: layout.head])
        if line.prose and layout.is_a(at - 1, ZoneKind.HEADLINE)
    }


def subheads(layout: Layout) -> dict[int, Part]:
    """Short lines without a full stop, between a finished paragraph and a long one."""
    spaced = sum(line.apart for line in layout.lines) > len(layout.lines) / 2
    found: dict[int, Part] = {}
    for at in range(layout.head + 1, len(layout.lines) - 1):
        line, before, after = layout.lines[at], layout.lines[at - 1], layout.lines[at + 1]
        short = line.titled and line.length <= 10 and len(line.words) <= 80 and not line.words[0].islower()
        asked = line.words.endswith(("?", "!")) and not spaced
        if short and not asked and line.apart >= spaced and before.ends and after.prose and len(line.words) > 2:
            found[at] = Part(ZoneKind.HEADLINE, "subhead")
    return found


RULES: tuple[Callable[[Layout], dict[int, Part]], ...] = (page_lines, bylines, lists, headlines, standfirsts, subheads)
"""Tried in this order: the first that names a line decides."""


def _opened(layout: Layout, at: int, rule: Rule) -> Iterator[int]:
    """The lines below line ``at`` that belong to it."""
    below = range(at + 1, len(layout.lines))
    if rule.opens == "short lines" and all(len(layout.lines[line].words) <= SHORT for line in below):
        yield from below
    if rule.opens == "titles":
        for line in below[:LINK_LINES]:
            if not layout.lines[line].titled:
                return
            yield line


def _first_title(layout: Layout) -> str | None:
    """The rule by which the first line is the headline, or None."""
    lines = layout.lines
    if not lines or layout.parts[0] or layout.title or lines[0].length > 40:
        return None
    slug = re.sub(r"\W+|_", "-", lines[0].words.casefold()).strip("-")
    if len(slug) > 12 and slug[:24].rstrip("-") in layout.name.casefold():
        return "named as the file"
    if len(lines) < 2:
        return None
    if lines[0].titled and (lines[1].apart or lines[1].prose or layout.parts[1]):
        return "first line"
    single = lines[1].apart and not any(line.apart for line in lines[2:]) and len(lines) > 3
    return "title, blank line, text" if single else None


def _metadata_head(lines: list[Line]) -> tuple[Layout, tuple[Given, ...]]:
    """The lines with a head such as ``date 2031-04-09 Title`` or ``Title: …`` taken apart, and what it gives.

    Its date is left to be found as a printed one.
    """
    dated = date_head_of(lines[0]) if lines else None
    if dated:
        day, title = dated
        pieces = [_piece(lines[0], 0, day.at + len(day.value)), _piece(lines[0], title.at, None)]
        parts: list[Part | None] = [Part(ZoneKind.FURNITURE, "metadata head"), Part(ZoneKind.HEADLINE, "metadata head")]
        return _layout([*pieces, *lines[1:]], parts), ()
    heads: list[Head] = []
    for line in lines[:HEAD_LINES]:
        head = head_of(line)
        if head is None:
            break
        heads.append(head)
    if len({head.name for head in heads}) < 2:
        return _layout(lines, []), ()
    pieces, parts = [], []
    for line, head in zip(lines, heads, strict=False):
        kind = {"title": ZoneKind.HEADLINE, "byline": ZoneKind.BYLINE}.get(head.name, ZoneKind.FURNITURE)
        pieces += [_piece(line, 0, head.at), _piece(line, head.at, None)]
        parts += [Part(ZoneKind.FURNITURE, "metadata head"), Part(kind, "metadata head")]
    given = tuple(Given(head.name, head.value, "page") for head in heads if head.name != "published")
    return _layout([*pieces, *lines[len(heads) :]], parts), given


def _layout(lines: list[Line], parts: list[Part | None]) -> Layout:
    return Layout(tuple(lines), (*parts, *[None] * (len(lines) - len(parts))))


def _piece(line: Line, start: int, end: int | None) -> Line:
    words = line.words[start:end].rstrip()
    return Line(Span(line.span.start + start, line.span.start + start + len(words)), words, line.apart and not start)


def _zones(layout: Layout) -> Iterator[Zone]:
    """One zone a line, but two where a dateline opens a paragraph."""
    bodies = 0
    colons = sum(bool(dateline_end(line.words, True)) for line in layout.lines)
    for line, part in zip(layout.lines, layout.parts, strict=True):
        start = line.span.start
        if part is None:
            bodies += 1
            width = dateline_end(line.words, bodies == 1 and colons < 3) if bodies <= 3 else 0
            if width:
                yield Zone(ZoneKind.DATELINE, Span(start, start + len(line.words[:width].rstrip())))
                start += width
        if start < line.span.end:
            yield Zone(part.kind if part else ZoneKind.BODY, Span(start, line.span.end))


def _joined(zones: Iterator[Zone]) -> Iterator[Zone]:
    """Neighbours of one kind as one zone, where their kind is not a line by nature."""
    last: Zone | None = None
    for zone in zones:
        if last and last.kind is zone.kind and zone.kind in _JOINED:
            last = Zone(zone.kind, Span(last.span.start, zone.span.end))
            continue
        if last:
            yield last
        last = zone
    if last:
        yield last


def _is_cut(layout: Layout) -> bool:
    """Whether the last paragraph of the body stops in the middle of a sentence."""
    last = next((line for line, part in zip(layout.lines[::-1], layout.parts[::-1], strict=True) if part is None), None)
    return last is not None and last.length >= CUT_WORDS and not last.ends and last.words[-1] not in ":;\"”’'"


def _folded(words: str) -> str:
    return re.sub(r"\W+", " ", words.casefold()).strip()
