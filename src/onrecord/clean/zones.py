"""The parts of a text that came without markup: told by the words of its lines and where they stand, rule by rule.

What no rule names is body. A rule that could take body for something else asks for more than one sign.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from onrecord.clean.furniture import Rule, rule_for
from onrecord.clean.layout import Layout, Part, take_apart
from onrecord.clean.lines import Line, split
from onrecord.clean.opening import dateline_end, is_byline, is_name, is_names
from onrecord.model.report import Given, Zone
from onrecord.model.span import Span
from onrecord.model.terms import ZoneKind

LINK_LINES = 10
SHORT = 120
CUT_WORDS = 8
DATELINE_LINES = 6

_JOINED = (ZoneKind.BODY, ZoneKind.FURNITURE, ZoneKind.LIST, ZoneKind.SUMMARY)
_BULLET = re.compile(r"(?:[•▪◦●■‣⁃∙*–—-]|\(?\d{1,2}[.)])\s+(?=\S)")
_SUMMARY = re.compile(
    r"(?:(?:key|main) (?:takeaways?|points?|facts?|findings)|takeaways?|(?:story )?highlights|at a glance"
    r"|in (?:brief|short)|tl;?dr|the gist|(?:quick |article )?summary|what (?:we|you need to) know|bottom line)\s*:?",
    re.IGNORECASE,
)
_SUMMARY_LINE = re.compile(r"(?:Story [Hh]ighlights|STORY HIGHLIGHTS|Key [Pp]oints:|Key [Tt]akeaways:|TL;?DR:)\s+\S.*")
_NO_SUBHEAD = re.compile(r"^[a-z,;)—–-]|[\"“”]|[?!.]['’]?$|^[A-Z][A-Z .]+:")
_GOES_ON = re.compile(r"[a-z,;:)”’]")


class Division(NamedTuple):
    """The zones of a text, the metadata that it prints above itself, and what is to be noted about it."""

    zones: tuple[Zone, ...]
    given: tuple[Given, ...] = ()
    notes: tuple[str, ...] = ()


def divide(text: str, start: int = 0, title: str | None = None, name: str = "") -> Division:
    """The parts of the text from ``start`` on.

    Where its ``title`` is known, only lines that repeat it are headlines; ``name``, that of its file, can confirm one.
    """
    layout, given = parts_of(text, start, title, name)
    notes = ("the text may be cut off: its last paragraph does not end as a sentence",) if _is_cut(layout) else ()
    return Division(tuple(_joined(_zones(layout))), given, notes)


def parts_of(text: str, start: int = 0, title: str | None = None, name: str = "") -> tuple[Layout, tuple[Given, ...]]:
    """The lines of the text, each with its part and the rule that named it, and the metadata printed above them."""
    layout, given = take_apart(split(text, start), title, name)
    for rule in RULES:
        layout = layout.named(rule(layout))
    return layout, given


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
        affiliation = at - 1 in found and line.length <= 4 and line.words.isupper()
        named = at > layout.top and (is_names(line.words) or (is_name(line.words) and neighbours))
        if named or affiliation or is_byline(line.words):
            found[at] = Part(ZoneKind.BYLINE, "byline")
    return found


def lists(layout: Layout) -> dict[int, Part]:
    """Two or more bullets in sequence; under a heading such as ``Key Takeaways`` they are a summary."""
    found: dict[int, Part] = {}
    for at, line in enumerate(layout.lines):
        if _SUMMARY_LINE.fullmatch(line.words) and at <= layout.head:
            found[at] = Part(ZoneKind.SUMMARY, "summary line")
        end = at
        while end < len(layout.lines) and layout.parts[end] is None and _BULLET.match(layout.lines[end].words):
            end += 1
        if end - at < 2 or at in found:
            continue
        summary = at > 0 and bool(_SUMMARY.fullmatch(layout.lines[at - 1].words))
        part = Part(ZoneKind.SUMMARY, "summary box") if summary else Part(ZoneKind.LIST, "bullets")
        found |= dict.fromkeys(range(at - summary, end), part)
    return found


def headlines(layout: Layout) -> dict[int, Part]:
    """The title above the text: the one that is known, or the first line where it reads as one; and its repetitions."""
    found: dict[int, Part] = {}
    top, first = layout.top, layout.first_title
    if first:
        found[top] = Part(ZoneKind.HEADLINE, first)
    known = {_folded(words) for words in (layout.title, layout.lines[top].words if first else None) if words}
    for at, line in enumerate(layout.lines[: layout.head]):
        if _folded(line.words) in known and at != top:
            found[at] = Part(ZoneKind.HEADLINE, "title repeated")
        elif at > top and found and _is_second_title(line):
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
        between = line.apart >= spaced and before.ends and after.prose and not _GOES_ON.match(after.words)
        short = line.titled and line.length <= (10 if spaced else 8) and 2 < len(line.words) <= 80
        if between and short and not _NO_SUBHEAD.search(line.words) and not dateline_end(line.words, False):
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


def _zones(layout: Layout) -> Iterator[Zone]:
    """One zone a line, but two where a dateline opens a paragraph."""
    bodies = 0
    colons = sum(bool(dateline_end(line.words, True)) for line in layout.lines)
    for line, part in zip(layout.lines, layout.parts, strict=True):
        start = line.span.start
        if part is None:
            bodies += 1
            width = dateline_end(line.words, bodies == 1 and colons < 3) if bodies <= DATELINE_LINES else 0
            if width and (bodies <= 3 or width == len(line.words)):
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


def _is_second_title(line: Line) -> bool:
    """Whether a line below the headline reads as one more title, and not as the beginning of a sentence."""
    return line.titled and line.length <= 14 and line.words[-1] not in ".?!" and not dateline_end(line.words, True)


def _is_cut(layout: Layout) -> bool:
    """Whether the last paragraph stops in the middle of a sentence, or a line says that characters are left out."""
    if any(part and part.rule == "left-out characters" for part in layout.parts):
        return True
    last = next((line for line, part in zip(layout.lines[::-1], layout.parts[::-1], strict=True) if part is None), None)
    return last is not None and last.length >= CUT_WORDS and not last.ends and last.words[-1] not in ":;\"”’'"


def _folded(words: str) -> str:
    return re.sub(r"\W+", " ", words.casefold()).strip()
