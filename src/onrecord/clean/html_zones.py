"""Which part of an article each chosen line of a page is, and the lines that belong to it unchosen."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from onrecord.clean.html_align import Pick
from onrecord.clean.html_furniture import furniture_lines
from onrecord.clean.html_letters import letters
from onrecord.clean.html_page import Page
from onrecord.model.span import Span
from onrecord.model.terms import ZoneKind

_NEAR = 25
_LONGEST_BYLINE = 200
_LONGEST_NAMES = 100
_NAMES = ("class", "id", "itemprop", "rel", "data-component", "data-testid")

_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?(?:-?names?)?|contributors?|reporters?|writtenby)(?:$|[\s_-]|\d)"
)
_BY = re.compile(r"^(?:By|BY|Words by|Text by|Reporting by)\s+\w")
_DATED = re.compile(r"(?:date|time-?stamp|datetime|published|pubdate|posted-on|updated)")
_CAPTION = re.compile(r"(?:^|[\s_-])(?:(?:wp-)?caption|figcaption|image-?credit|photo-?credit)")
_SUMMARY = re.compile(r"key-?points|key-?takeaways|takeaway|tl-?dr|at-a-glance|story-highlights|keyfacts")
_SUMMARY_HEAD = re.compile(
    r"^(?:key (?:points|takeaways|facts|findings)|takeaways|in (?:brief|short|summary)|at a glance|the gist|tl;?dr"
    r"|summary|highlights)\W*$",
    re.IGNORECASE,
)
_SUMMARY_LONGEST = 2000
_DATELINE = re.compile(
    r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’ -]{2,30}(?:,\s[A-Z][\w. ]{1,25}){0,2}"
    r"(?:,?\s+\w{3,9}\.?\s\d{1,2}(?:,\s\d{4})?)?(?:\s*\([A-Z][\w. ]{1,25}\))?\s*[—–-]{1,2}(?=\s)"
)


class Part(NamedTuple):
    """Some characters of a line and what part of the article they are."""

    pick: Pick
    kind: ZoneKind


@dataclass(slots=True)
class _Look:
    """A page being looked at: the names that its elements bear, gathered as they are asked for."""

    page: Page
    names: dict[int, str] = field(default_factory=dict)

    def named(self, line: int, pattern: re.Pattern[str], levels: int) -> bool:
        """Whether the element of a line, or one of those around it, has a name that fits."""
        near = zip(self.page.ancestors(self.page.lines[line].element), range(levels), strict=False)
        return any(pattern.search(self.name(element)) for element, _ in near)

    def name(self, element: int) -> str:
        if element not in self.names:
            attributes = self.page.attributes(element)
            self.names[element] = " ".join(attributes[key] for key in _NAMES if key in attributes).lower()
        return self.names[element]

    def within(self, line: int, *tags: str) -> bool:
        """Whether a line stands in an element of one of the tags."""
        around = self.page.ancestors(self.page.lines[line].element)
        return any(self.page.elements[element].tag.name in tags for element in around)


def parts(page: Page, picks: Sequence[Pick], title: str | None) -> list[Part]:
    """The parts of the article in the order of the page; each character is in one part at most."""
    look = _Look(page)
    headline = _headline(look, picks, title)
    body = [pick for pick in picks if pick.line != headline]
    first = next((p.line for p in body if headline is None or p.line > headline), body[0].line if body else 0)
    start = first if headline is None else min(headline, first)
    lines = range(start, body[-1].line + 1 if body else start)
    found = {} if headline is None else {headline: ZoneKind.HEADLINE}
    found |= _credits(look, headline, first)
    found |= _captions(look, lines)
    found |= {line: ZoneKind.FURNITURE for line in furniture_lines(page, body) if line not in found}
    found |= _summaries(look, lines, found)
    whole = [Part(_all_of(page, line), kind) for line, kind in found.items()]
    rest = [pick for pick in body if pick.line not in found]
    chosen = [part for pick in rest for part in _divided(look, pick, pick == rest[0])]
    return sorted([*whole, *chosen, *_signs(page, picks)])


def _all_of(page: Page, line: int) -> Pick:
    return Pick(line, Span(0, len(page.lines[line].text)))


def _headline(look: _Look, picks: Sequence[Pick], title: str | None) -> int | None:
    """The line that is the article's headline: a first-level heading that the stated title confirms, or the nearest."""
    first = picks[0].line if picks else 0
    headings = [line for line in range(len(look.page.lines)) if look.within(line, "h1")]
    stated = letters(title or "").casefold()
    for line in headings or range(min(len(look.page.lines), first + 3)):
        words = letters(look.page.lines[line].text).casefold()
        if len(words) > 8 and stated and (words in stated or (stated in words and look.within(line, "h1"))):
            return line
    return max((line for line in headings if line <= first), default=None)


def _credits(look: _Look, headline: int | None, first: int) -> dict[int, ZoneKind]:
    """The lines between headline and body that name the authors (byline) or the date (furniture)."""
    found: dict[int, ZoneKind] = {}
    start = max(0, first - _NEAR) if headline is None else headline + 1
    for line in range(start, min(first, start + _NEAR)):
        text = look.page.lines[line].text
        if len(text) > _LONGEST_BYLINE or not any(map(str.isalpha, text)):
            continue
        is_names = len(text) <= _LONGEST_NAMES and not text.endswith((".", "!", "?"))
        if _BY.match(text) or (is_names and look.named(line, _BYLINE, 3)):
            found[line] = ZoneKind.BYLINE
        elif look.within(line, "time") or look.named(line, _DATED, 2):
            found[line] = ZoneKind.FURNITURE
    return found


def _captions(look: _Look, lines: Sequence[int]) -> dict[int, ZoneKind]:
    """The captions that stand within the article."""
    named = (line for line in lines if look.within(line, "figcaption") or look.named(line, _CAPTION, 3))
    return {line: ZoneKind.CAPTION for line in named if any(map(str.isalpha, look.page.lines[line].text))}


def _summaries(look: _Look, lines: Sequence[int], found: Container[int]) -> dict[int, ZoneKind]:
    """The lines of key-takeaway boxes: boxes so named, and lists under a heading that says so."""
    summary: list[int] = []
    head: int | None = None
    for line in lines:
        if _SUMMARY_HEAD.match(look.page.lines[line].text):
            head = line
        elif head is not None and look.within(line, "li"):
            summary += [head, line]
        else:
            head = None
            summary += [line] if look.named(line, _SUMMARY, 4) else []
    summary = [line for line in dict.fromkeys(summary) if line not in found]
    short = sum(len(look.page.lines[line].text) for line in summary) <= _SUMMARY_LONGEST
    return {line: ZoneKind.SUMMARY for line in summary if short and not look.page.lines[line].broken}


def _divided(look: _Look, pick: Pick, is_first: bool) -> Iterator[Part]:
    """A chosen stretch as the part that it is; a dateline before the first paragraph is one of its own."""
    kind = ZoneKind.LIST if look.within(pick.line, "li") else ZoneKind.BODY
    dateline = _DATELINE.match(pick.span.cut(look.page.lines[pick.line].text)) if is_first else None
    if dateline:
        cut = pick.span.start + dateline.end()
        yield Part(Pick(pick.line, Span(pick.span.start, cut)), ZoneKind.DATELINE)
        pick = Pick(pick.line, Span(cut, pick.span.end))
    yield Part(pick, kind)


def _signs(page: Page, picks: Sequence[Pick]) -> Iterator[Part]:
    """Lines of signs only (a row of stars, an emoji) that stand between two chosen lines of the same parent."""
    for before, after in pairwise(picks):
        if after.line == before.line + 2:
            between = page.lines[before.line + 1]
            if not letters(between.text) and not between.broken:
                yield Part(_all_of(page, before.line + 1), ZoneKind.BODY)
