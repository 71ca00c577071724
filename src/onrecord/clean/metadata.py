"""Who published a report, under which title, byline and agency: one value chosen, every value kept."""

import itertools
import json
import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from onrecord.model.fields import canonical
from onrecord.model.report import METADATA_ORIGINS, Given, Zone
from onrecord.model.terms import ZoneKind

_STRENGTH = {origin: rank for rank, origin in enumerate(METADATA_ORIGINS)}
_BY = re.compile(r"^\s*(?:by|words by|text by|from)\s+", re.IGNORECASE)
_BYLINE_END = re.compile(
    r"\s*(?:[|•·]|\s[-–—]\s|,?\s*\(?(?:published|updated|posted)\b|,\s*(?:[A-Z][a-z]+day\b|\d{1,2}\s)).*$"
)
_GENERIC_AGENCY = re.compile(r"\b((?:[A-Z][\w.&'’-]*\s+){1,4}(?:News Agency|Press Agency|Newswire|News Service))\b")


def gather(given: Iterable[Given]) -> tuple[Given, ...]:
    """Every value under its canonical name, without empty and repeated ones, strongest origin first."""
    named = (Given(canonical(g.name), g.value.strip(), g.origin) for g in given)
    kept = dict.fromkeys(g for g in named if g.value)
    return tuple(sorted(kept, key=lambda g: _STRENGTH.get(g.origin, len(_STRENGTH))))


def choose(name: str, given: Sequence[Given]) -> str | None:
    """The value of ``name`` from the strongest origin that has one; ``given`` as ``gather`` returns it."""
    return next((g.value for g in given if g.name == name), None)


def choose_title(given: Sequence[Given], zones: Sequence[Zone], text: str) -> str | None:
    """The title that was given, or else the words of the first headline above the body."""
    return choose("title", given) or _above_body(ZoneKind.HEADLINE, zones, text) or None


def choose_byline(given: Sequence[Given], zones: Sequence[Zone], text: str) -> str | None:
    """The people named as authors, without an agency; None where only an agency is named or nobody is."""
    line = choose("byline", given) or _BYLINE_END.sub("", _above_body(ZoneKind.BYLINE, zones, text))
    names = [part.strip() for part in re.split(r"\s*[,/;|]\s*", _BY.sub("", line))]
    people = [name for name in names if name and agency_named(name) is None]
    return ", ".join(people) or None


def choose_agency(given: Sequence[Given], zones: Sequence[Zone], text: str) -> str | None:
    """The news agency that was given, or is credited in byline or dateline; None where none is."""
    credits = [g.value for g in given if g.name == "byline"]
    credits += [z.span.cut(text) for z in zones if z.kind in (ZoneKind.BYLINE, ZoneKind.DATELINE)]
    stated = choose("agency", given)
    if stated:
        return agency_named(stated) or stated
    return next((found for credit in credits if (found := credited_agency(credit))), None)


def _above_body(kind: ZoneKind, zones: Sequence[Zone], text: str) -> str:
    """The words of the first zone of a kind that stands above the body, in one line; empty where none does."""
    above = itertools.takewhile(lambda zone: zone.kind is not ZoneKind.BODY, zones)
    return next((" ".join(zone.span.cut(text).split()) for zone in above if zone.kind is kind), "")


def agency_named(name: str) -> str | None:
    """The agency whose name or abbreviation ``name`` is, as a whole; None for anything else."""
    words = name.strip().strip("()[]").strip()
    known = _agencies().get(words) or _agencies().get(words.title() if words.isupper() else words)
    generic = _GENERIC_AGENCY.fullmatch(words)
    return known or (generic[1] if generic else None)


def credited_agency(credit: str) -> str | None:
    """The first agency that a byline or dateline names; abbreviations count only as the table spells them."""
    known = re.search(_agency_pattern(), credit)
    generic = _GENERIC_AGENCY.search(credit)
    return agency_named(known[1]) if known else (generic[1] if generic else None)


@cache
def _agencies() -> dict[str, str]:
    table = json.loads(files("onrecord.clean").joinpath("agencies.json").read_text(encoding="utf-8"))
    return {spelling: name for name, spellings in table.items() for spelling in (name, *spellings)}


@cache
def _agency_pattern() -> str:
    spellings = sorted({*_agencies(), *(s.upper() for s in _agencies() if len(s) > 3)}, key=len, reverse=True)
    return rf"(?<!\w)({'|'.join(map(re.escape, spellings))})(?!\w)"
