"""HTML pages: the article that a reader sees, each character with its place in the bytes.

trafilatura chooses the words; they are found again in the page, whose own characters make the text. What cannot be
found is left out with a note, and a page of which nothing remains is refused.
"""

from collections.abc import Iterator, Sequence

from onrecord.clean.assemble import assemble
from onrecord.clean.html_align import align
from onrecord.clean.html_body import article_paragraphs
from onrecord.clean.html_kin import with_kin
from onrecord.clean.html_letters import marked, page_letters
from onrecord.clean.html_metadata import page_metadata, stated_title
from onrecord.clean.html_page import Page, read_page
from onrecord.clean.html_source import BROKEN, Source, decode
from onrecord.clean.html_zones import Part, parts
from onrecord.clean.pieces import Piece, gap, join
from onrecord.errors import NotAligned, NotText, TooLarge
from onrecord.model.offsets import RunKind
from onrecord.model.report import Capture, Report, Zone
from onrecord.model.span import Span
from onrecord.model.terms import ZoneKind
from onrecord.settings import Limits

_JOINED = (ZoneKind.BODY, ZoneKind.LIST, ZoneKind.SUMMARY)


def clean_html(capture: Capture, limits: Limits) -> Report:
    """The report of one page.

    Raises ``NotText`` where the encoding is wrong or the page holds no article, ``TooLarge`` above ``limits.report``,
    ``NotAligned`` where no paragraph of the article can be found in the page.
    """
    if len(capture.data) > limits.report:
        reason = f"a page of {len(capture.data):,} bytes is over the limit of {limits.report:,}"
        raise TooLarge(capture.subject, reason, "save the article alone and add it again")
    source = decode(capture.data, capture.encoding, capture.subject)
    page = read_page(source.text)
    chosen, notes = _chosen(page, capture.subject)
    headline = next((page.lines[p.pick.line].text for p in chosen if p.kind is ZoneKind.HEADLINE), None)
    pieces = list(_pieces(page, source, chosen))
    text, offsets = join((piece for part in pieces for piece in part), source.encoding)
    zones = _zones(chosen, pieces)
    return assemble(capture, text, offsets, zones, page_metadata(page, headline), (*source.notes, *notes))


def _chosen(page: Page, subject: str) -> tuple[list[Part], list[str]]:
    """The parts of the page that are its article, and a note on each paragraph that is not among them."""
    if not page.lines:
        raise NotText(subject, "the page shows no text", "save the page once it is loaded, or add the article as text")
    index = page_letters(page)
    paragraphs = article_paragraphs(BROKEN.sub("\ufffd", marked(page, index)), page.depth)
    if not any(map(str.strip, paragraphs)):
        raise NotText(subject, "no article was found in the page", "add the article as a text file")
    aligned = align(paragraphs, index)
    picks = [pick for pick in aligned.picks if not page.lines[pick.line].broken]
    if not picks:
        remedy = "add the article as a text file"
        raise NotAligned(subject, "no paragraph of its article can be found in the bytes of the page", remedy)
    notes = [f"words that were not found in the page were left out of {_short(words)}" for words in aligned.lost]
    return parts(page, with_kin(page, picks), stated_title(page)), notes


def _short(words: str) -> str:
    return repr(words if len(words) <= 60 else f"{words[:60]}…")


def _pieces(page: Page, source: Source, chosen: Sequence[Part]) -> Iterator[list[Piece]]:
    """For each part the pieces it is made of, the white space before it first."""
    last: Part | None = None
    for part in chosen:
        before = [gap(_gap(page, last, part))] if last else []
        yield before + list(_decoded(page, source, part))
        last = part


def _gap(page: Page, last: Part, part: Part) -> str:
    """The white space between two parts: that of the page where they follow each other there, else a blank line."""
    if part.pick.line == last.pick.line:
        return "" if part.pick.span.start == last.pick.span.end else " "
    follows = part.pick.line == last.pick.line + 1 and part.kind is last.kind
    return page.lines[part.pick.line].gap or "\n\n" if follows else "\n\n"


def _decoded(page: Page, source: Source, part: Part) -> Iterator[Piece]:
    """The characters of a part with their bytes."""
    line, wanted = page.lines[part.pick.line], part.pick.span
    for run in line.runs:
        start, end = max(run.start, wanted.start), min(run.end, wanted.end)
        if start >= end:
            continue
        first, last = run.byte_start, run.byte_end
        if run.kind is RunKind.LITERAL:
            first, last = first + start - run.start, first + end - run.start
        yield Piece(line.text[start:end], source.byte_of(first), source.byte_of(last), run.kind)


def _zones(chosen: Sequence[Part], pieces: Sequence[Sequence[Piece]]) -> list[Zone]:
    """The zone of each part, neighbours of one kind in running text joined."""
    zones: list[Zone] = []
    at = 0
    for part, made in zip(chosen, pieces, strict=True):
        end = at + sum(len(piece.words) for piece in made)
        if zones and zones[-1].kind is part.kind and part.kind in _JOINED:
            zones[-1] = Zone(part.kind, Span(zones[-1].span.start, end))
        else:
            zones.append(Zone(part.kind, Span(at, end)))
        at = end
    return zones
