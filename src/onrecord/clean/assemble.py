"""The last step of cleaning, the same for every media type: text, map and zones become a report, or are refused."""

import re
from collections.abc import Iterable, Sequence

from onrecord.clean.genre import judge, running
from onrecord.clean.metadata import choose, choose_agency, choose_byline, choose_title, gather
from onrecord.clean.published import choose_published
from onrecord.errors import NotAligned, NotText
from onrecord.model.offsets import OffsetMap
from onrecord.model.report import Capture, Given, Report, Zone
from onrecord.model.span import Span, trim
from onrecord.model.terms import ZoneKind

_SURROGATE = re.compile("[\ud800-\udfff]")


def assemble(
    capture: Capture,
    text: str,
    offsets: OffsetMap,
    zones: Sequence[Zone],
    page: Sequence[Given] = (),
    notes: Sequence[str] = (),
) -> Report:
    """The report of a cleaned capture: metadata chosen by origin, dates read, genre judged, offsets checked.

    ``page`` holds what the cleaner found in the bytes themselves, with its origin (``page`` or ``file``).
    Characters that no zone covers become body. Raises ``NotText`` where the text is blank or no Unicode text,
    ``NotAligned`` where a character does not decode from its bytes.
    """
    _check(capture, text, offsets)
    covered = cover(text, zones)
    given = gather((*capture.given, *page))
    _check_given(capture, given)
    published, doubts = choose_published(given, covered, text)
    genre, reason = judge(text, covered)
    return Report(
        capture=capture.id,
        text=text,
        offsets=offsets,
        zones=covered,
        origin=capture.origin,
        place=capture.place,
        outlet=choose("outlet", given),
        title=choose_title(given, covered, text),
        byline=choose_byline(given, covered, text),
        agency=choose_agency(given, covered, text),
        url=choose("url", given),
        published=published,
        genre=genre,
        genre_reason=reason,
        metadata=given,
        notes=(*notes, *doubts, *running(text)),
    )


def cover(text: str, zones: Iterable[Zone]) -> tuple[Zone, ...]:
    """The zones trimmed and sorted, with body for every stretch between them that is not white space.

    Zones that overlap are a fault of the cleaner: ValueError.
    """
    covered: list[Zone] = []
    at = 0
    for zone in sorted(zones, key=lambda zone: zone.span):
        kind, (start, end) = zone.kind, trim(text, zone.span)
        if start == end:
            continue
        if start < at:
            raise ValueError(f"zone {kind} {start}:{end} overlaps the one before it, which ends at {at}")
        covered += _body(text, at, start)
        covered.append(Zone(kind, Span(start, end)))
        at = end
    return (*covered, *_body(text, at, len(text)))


def _body(text: str, start: int, end: int) -> list[Zone]:
    span = trim(text, Span(start, end))
    return [Zone(ZoneKind.BODY, span)] if span.start < span.end else []


def _check_given(capture: Capture, given: Iterable[Given]) -> None:
    """Raise ``NotText`` where a name or value of metadata is no Unicode text, so that nothing can be hashed over it."""
    for field in given:
        if _half(field.name + field.value) is not None:
            name = field.name.encode("utf-8", "backslashreplace").decode()
            raise NotText(
                capture.subject, f"its field {name!r} ({field.origin}) holds half a surrogate pair", "mend or remove it"
            )


def _half(words: str) -> int | None:
    """Where the first half of a surrogate pair stands, which is no character."""
    found = _SURROGATE.search(words)
    return found.start() if found else None


def _check(capture: Capture, text: str, offsets: OffsetMap) -> None:
    if not text.strip():
        raise NotText(capture.subject, "it holds no text", "leave it out, or look at the file")
    if "\0" in text:
        raise NotText(
            capture.subject, f"character {text.index(chr(0))} is NUL, which no text holds", "mend or remove it"
        )
    lone = _half(text)
    if lone is not None:
        code = f"U+{ord(text[lone]):04X}"
        raise NotText(capture.subject, f"character {lone} is half a surrogate pair ({code})", "mend or remove it")
    faults = offsets.faults(text, capture.data)
    if faults:
        raise NotAligned(capture.subject, f"its text cannot be traced to its bytes: {faults[0]}", "report this page")
