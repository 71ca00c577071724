"""Paragraphs that the extractor left out although they stand among those that it chose.

Pages cut their article into several boxes of one name, and extractors stop after the first; they also drop a
paragraph here and there for the links in it, and posts that are quoted. A line is taken in where it is prose, and
its box holds chosen paragraphs or bears the same tag and class as one that does, within the same article; and where
it is a block quotation between chosen paragraphs.
"""

from collections import Counter
from collections.abc import Sequence

from onrecord.clean.html_align import Pick
from onrecord.clean.html_page import BLOCK, Page
from onrecord.model.span import Span

_PROSE_FROM = 100
_QUOTED_FROM = 20
_LINKED = 0.5
_FAMILY = 3
_ENDS = tuple(".!?…。”\"’')»")
_NOT_PROSE = frozenset({"figcaption", "figure", "table", "nav", "footer", "form", "li", "h1", "button"})
_ARTICLE = frozenset({"article", "main", "body"})


def with_kin(page: Page, picks: Sequence[Pick]) -> tuple[Pick, ...]:
    """The picks, and the lines that belong among them."""
    chosen = {pick.line for pick in picks}
    homes = Counter(_home(page, line) for line in chosen)
    names: Counter[tuple[str, str, int]] = Counter()
    for home, times in homes.items():
        names[_name(page, home)] += times
    last = max(chosen, default=-1)
    taken = [
        Pick(line, Span(0, len(page.lines[line].text)))
        for line in range(min(chosen, default=0), len(page.lines))
        if line not in chosen and _is_kin(page, line, homes, names, line > last)
    ]
    return tuple(sorted([*picks, *taken])) if taken else tuple(picks)


def _is_kin(page: Page, line: int, homes: Counter[int], names: Counter[tuple[str, str, int]], after: bool) -> bool:
    words = page.lines[line]
    around = {page.elements[element].tag.name for element in page.ancestors(words.element)}
    if "blockquote" in around and not words.broken:
        return not after and len(words.text) >= _QUOTED_FROM
    if len(words.text) < _PROSE_FROM or words.linked >= _LINKED or words.broken or not words.text.endswith(_ENDS):
        return False
    if around & _NOT_PROSE:
        return False
    home = _home(page, line)
    if homes[home] >= _FAMILY:
        return not after
    name = _name(page, home)
    return bool(name[1]) and _in_paragraph(page, line) and names[name] >= _FAMILY


def _home(page: Page, line: int) -> int:
    """The box that a line stands in: what holds its paragraph, or else its innermost block."""
    for element in page.ancestors(page.lines[line].element):
        tag = page.elements[element].tag.name
        if tag == "p":
            return page.elements[element].parent
        if tag in BLOCK:
            return element
    return -1


def _in_paragraph(page: Page, line: int) -> bool:
    return any(page.elements[element].tag.name == "p" for element in page.ancestors(page.lines[line].element))


def _name(page: Page, home: int) -> tuple[str, str, int]:
    """The tag and class of a box and the article that it stands in."""
    article = next((e for e in page.ancestors(home) if page.elements[e].tag.name in _ARTICLE), -1)
    if home < 0:
        return "", "", article
    return page.elements[home].tag.name, page.attributes(home).get("class", "").strip(), article
