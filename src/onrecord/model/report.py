"""What comes in and what it becomes: the bytes of a capture, and the clean text of a report."""

from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.model.identity import capture_id, report_id, text_id
from onrecord.model.offsets import OffsetMap
from onrecord.model.span import Span
from onrecord.model.terms import DateMethod, Genre, ZoneKind

METADATA_FIELDS = ("text", "title", "outlet", "published", "url", "byline", "agency", "modified", "language")
METADATA_ORIGINS = ("correction", "option", "sidecar", "file", "page", "file name")


class Given(NamedTuple):
    """One value of metadata and where it came from.

    ``origin`` is one of ``METADATA_ORIGINS``, strongest first; ``name`` one of ``METADATA_FIELDS`` or a field
    that onrecord does not know, kept as it came.
    """

    name: str
    value: str
    origin: str


class DateValue(NamedTuple):
    """A date as a closed range of ISO-8601 days or instants (UTC), and how it is known.

    ``start`` and ``end`` are the same where the day (``2031-04-09``) or instant (``2031-04-09T08:30:00Z``) is
    known; both are None where ``method`` is unknown. ``confidence`` lies in 0..1.
    """

    start: str | None
    end: str | None
    method: DateMethod
    confidence: float


UNKNOWN_DATE = DateValue(None, None, DateMethod.UNKNOWN, 0.0)


class Zone(NamedTuple):
    """A stretch of a report's text that is one part of it."""

    kind: ZoneKind
    span: Span


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes as they came, and what came with them.

    A file that holds one report is one capture; of a file that holds many (JSON Lines, a JSON array, CSV) each
    record's own bytes are one, so that a file that grows keeps the identities of its older records.
    ``place`` says where in the file the record stood (``line 3``), for people; it is no part of any identity.
    ``layout`` holds what the bytes need and do not say: the column names of a CSV row.
    """

    data: bytes
    media_type: str
    origin: str
    place: str = ""
    encoding: str | None = None
    retrieved: str | None = None
    layout: tuple[str, ...] = ()
    given: tuple[Given, ...] = ()

    @property
    def id(self) -> str:
        """The sha256 of the bytes."""
        return capture_id(self.data)

    @property
    def subject(self) -> str:
        """The capture as messages name it: origin and, in a file of many, the place."""
        return f"{self.origin}: {self.place}" if self.place else self.origin


@dataclass(frozen=True, slots=True)
class Report:
    """One outlet's text, cleaned: the unit that every entry points into.

    ``zones`` are sorted, do not overlap and cover every character that is not white space between them.
    ``metadata`` keeps every value that was given, from every origin; ``outlet``, ``title``, ``byline``,
    ``agency``, ``url`` and ``published`` are what was chosen from it. ``locator`` says which report of the
    capture this is and is empty where the capture holds one. ``notes`` are plain clauses about the reading that
    a person should see (an assumed encoding, a cut-off tail).
    """

    capture: str
    text: str
    offsets: OffsetMap
    zones: tuple[Zone, ...]
    origin: str
    locator: str = ""
    place: str = ""
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    agency: str | None = None
    url: str | None = None
    published: DateValue = UNKNOWN_DATE
    genre: Genre = Genre.PROSE
    genre_reason: str | None = None
    metadata: tuple[Given, ...] = ()
    notes: tuple[str, ...] = field(default=())

    @property
    def id(self) -> str:
        """The hash of capture, locator and outlet."""
        return report_id(self.capture, self.locator, self.outlet)

    @property
    def text_id(self) -> str:
        """The sha256 of the exact text."""
        return text_id(self.text)

    def zone_at(self, position: int) -> ZoneKind:
        """The kind of the zone that holds the character at ``position``; body where none does."""
        for zone in self.zones:
            if zone.span.start <= position < zone.span.end:
                return zone.kind
        return ZoneKind.BODY
