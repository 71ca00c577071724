"""The lines of a text and what they were found to be so far, with the metadata that stands above them taken apart."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from onrecord.clean.furniture import rule_for
from onrecord.clean.lines import Line
from onrecord.clean.opening import Head, date_head_of, head_of, is_byline
from onrecord.model.report import Given
from onrecord.model.span import Span
from onrecord.model.terms import ZoneKind

HEAD_LINES = 14
FURNITURE = ZoneKind.FURNITURE

_ABOVE = ("date line", "byline", "agency line")


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
        top = self.top
        titled = self.first_title or self.is_a(top, ZoneKind.HEADLINE)
        prose = [at for at, line in enumerate(self.lines) if line.prose and (at > top or not titled)]
        if len(prose) > 1 and top < prose[0] <= top + 3 and any(map(self._above, range(prose[0] + 1, prose[0] + 3))):
            prose = prose[1:]
        return min(prose[0] if prose else top + 1, HEAD_LINES)

    @property
    def top(self) -> int:
        """The first line that is not furniture, a byline or a date: the headline, where there is one."""
        for at in range(min(HEAD_LINES, len(self.lines))):
            if self.is_a(at, ZoneKind.HEADLINE) or not (self.parts[at] or self._above(at, FURNITURE)):
                return at
        return 0

    @property
    def first_title(self) -> str | None:
        """The rule by which the top line is the headline, or None."""
        below = self.lines[self.top : self.top + 2]
        if not below or self.parts[self.top] or self.title or below[0].length > 40:
            return None
        slug = re.sub(r"\W+|_", "-", below[0].words.casefold()).strip("-")
        if len(slug) > 12 and slug[:24].rstrip("-") in self.name.casefold():
            return "named as the file"
        if len(below) < 2:
            return None
        if below[0].titled and (below[1].apart or below[1].prose or self._above(self.top + 1, FURNITURE)):
            return "first line"
        single = below[1].apart and not any(line.apart for line in self.lines[self.top + 2 :])
        return "title, blank line, text" if single and len(self.lines) > 3 else None

    def _above(self, at: int, zone: ZoneKind | None = None) -> bool:
        """Whether line ``at`` stands between a title and its text: a byline, a date, or anything of ``zone``."""
        words = self.lines[at].words if at < len(self.lines) else ""
        rule = rule_for(words, True)
        return is_byline(words) or (rule is not None and (rule.name in _ABOVE or rule.zone is zone))


def take_apart(lines: list[Line], title: str | None, name: str) -> tuple[Layout, tuple[Given, ...]]:
    """The lines with a metadata head such as ``date 2031-04-09 Title`` or ``Title: …`` split off, and what it gives.

    Its date is left to be found as a printed one.
    """
    dated = date_head_of(lines[0]) if lines else None
    if dated:
        day, first = dated
        pieces = [_piece(lines[0], 0, day.at + len(day.value)), _piece(lines[0], first.at, None)]
        parts = [Part(ZoneKind.FURNITURE, "metadata head"), Part(ZoneKind.HEADLINE, "metadata head")]
        return _layout([*pieces, *lines[1:]], parts, title, name), ()
    heads: list[Head] = []
    for line in lines[:HEAD_LINES]:
        head = head_of(line)
        if head is None:
            break
        heads.append(head)
    if len({head.name for head in heads}) < 2:
        return _layout(lines, [], title, name), ()
    pieces, parts = [], []
    for line, head in zip(lines, heads, strict=False):
        kind = {"title": ZoneKind.HEADLINE, "byline": ZoneKind.BYLINE}.get(head.name, ZoneKind.FURNITURE)
        pieces += [_piece(line, 0, head.at), _piece(line, head.at, None)]
        parts += [Part(ZoneKind.FURNITURE, "metadata head"), Part(kind, "metadata head")]
    given = tuple(Given(head.name, head.value, "page") for head in heads if head.name != "published")
    return _layout([*pieces, *lines[len(heads) :]], parts, title, name), given


def _layout(lines: list[Line], parts: list[Part], title: str | None, name: str) -> Layout:
    return Layout(tuple(lines), (*parts, *[None] * (len(lines) - len(parts))), title, name)


def _piece(line: Line, start: int, end: int | None) -> Line:
    words = line.words[start:end].rstrip()
    return Line(Span(line.span.start + start, line.span.start + start + len(words)), words, line.apart and not start)
