"""What a report shows above its text: one header chosen from every adding, with people's corrections laid over.

Pure functions of sets, so that the order of adding never matters.
"""

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from onrecord.model.report import METADATA_ORIGINS, UNKNOWN_DATE, DateValue, Given, Report
from onrecord.model.terms import DateMethod

FIELDS = ("title", "byline", "agency", "url")
METHODS = tuple(DateMethod)


@dataclass(frozen=True, slots=True)
class Header:
    """Title, byline, agency, address and date of publication, as one adding chose them from what it was given."""

    title: str | None = None
    byline: str | None = None
    agency: str | None = None
    url: str | None = None
    published: DateValue = UNKNOWN_DATE

    @property
    def digest(self) -> str:
        """The first 16 hex digits of the sha256 of the values."""
        values = [self.title, self.byline, self.agency, self.url, list(self.published)]
        return hashlib.sha256(json.dumps(values, ensure_ascii=False).encode()).hexdigest()[:16]


class Correction(NamedTuple):
    """One field of one report as a person corrected it; None where the value is not known."""

    field: str
    before: str | None
    after: str | None
    by: str
    because: str


def header_of(report: Report) -> Header:
    """The header that the report came with."""
    return Header(report.title, report.byline, report.agency, report.url, report.published)


def choose(headers: Collection[Header], metadata: Collection[Given]) -> Header:
    """The header to show: of every field the value with the strongest origin, the smallest of equals."""
    texts = {field: min(_values(field, headers), key=_strength(field, metadata), default=None) for field in FIELDS}
    return Header(**texts, published=min((h.published for h in headers), key=_certainty, default=UNKNOWN_DATE))


def differences(headers: Collection[Header], metadata: Collection[Given]) -> tuple[str, ...]:
    """A plain clause for every field in which the headers differ."""
    shown = choose(headers, metadata)
    clauses: list[str] = []
    for field in FIELDS:
        values = sorted(_values(field, headers), key=_strength(field, metadata))
        if len(values) > 1:
            clauses.append(_clause(field, values, str(getattr(shown, field))))
    dates = sorted({h.published for h in headers if h.published.start}, key=_certainty)
    days = list(
        dict.fromkeys((dated(value) or "")[:10] if value.start == value.end else dated(value) or "" for value in dates)
    )
    if len(days) > 1:
        clauses.append(_clause("published", days, days[0]))
    return tuple(clauses)


def overlay(header: Header, outlet: str | None, corrections: Sequence[Correction]) -> tuple[Header, str | None]:
    """Header and outlet with the corrections laid over, the last of every field first."""
    for correction in corrections:
        if correction.field == "outlet":
            outlet = correction.after
        elif correction.field == "published":
            header = replace(header, published=_corrected(correction.after))
        else:
            header = _with(header, correction.field, correction.after)
    return header, outlet


def dated(value: DateValue) -> str | None:
    """The date as one string: an instant, a day, or ``start/end``; None where it is unknown."""
    if value.start is None:
        return None
    return value.start if value.start == value.end else f"{value.start}/{value.end}"


def _with(header: Header, field: str, value: str | None) -> Header:
    texts = {name: getattr(header, name) for name in FIELDS} | {field: value}
    return Header(**texts, published=header.published)


def _corrected(after: str | None) -> DateValue:
    if after is None:
        return UNKNOWN_DATE
    start, _, end = after.partition("/")
    return DateValue(start, end or start, DateMethod.GIVEN, 1.0)


def _values(field: str, headers: Iterable[Header]) -> set[str]:
    return {value for header in headers if (value := getattr(header, field)) is not None}


def _strength(field: str, metadata: Collection[Given]) -> Callable[[str], tuple[int, str]]:
    ranks: dict[str, int] = {}
    for given in metadata:
        if given.name == field and given.origin in METADATA_ORIGINS:
            rank = METADATA_ORIGINS.index(given.origin)
            ranks[given.value] = min(rank, ranks.get(given.value, rank))
    return lambda value: (ranks.get(value, len(METADATA_ORIGINS)), value)


def _certainty(value: DateValue) -> tuple[bool, float, int, str, str]:
    return value.start is None, -value.confidence, METHODS.index(value.method), value.start or "", value.end or ""


def _clause(field: str, values: Sequence[str], shown: str) -> str:
    given = " and ".join(repr(value[:60]) for value in values)
    return f"{field}: given as {given}; shown is {shown[:60]!r}"
