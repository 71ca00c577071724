"""When a text that prints no date was published, as far as what holds of the world says: a range of days, or nothing.

Titles beside names, candidates who stand against each other, events told of as past or as ahead, and days and months
without a year each make some days likelier than others (``world_*.py``); the answer is the shortest range of days that
holds ``SHARE`` of all likelihood. A bare day of the week says nothing.
"""

from collections.abc import Sequence
from datetime import date

from onrecord.clean import dates
from onrecord.clean.published_clues import PrintedClue
from onrecord.clean.world import World, shipped, tokens
from onrecord.clean.world_calendar import NAMED, calendar
from onrecord.clean.world_days import Range, WorldClue, against, shortest, telling
from onrecord.clean.world_events import events
from onrecord.clean.world_races import races
from onrecord.clean.world_sides import sentences
from onrecord.clean.world_titles import Named, tenures, titles
from onrecord.model.report import Zone
from onrecord.model.span import Span
from onrecord.model.terms import ZoneKind

SHARE, MARGIN, WIDEST, DOUBTED = 0.88, 4, 183, 5.0
"""Of 740 PolNeAR articles 27 % are answered so, 97 % of those rightly, half of them within 58 days; of 486 SEESAW
articles 7 %, all rightly. The margin is for terms and races, which are told of before they begin."""

PLACED = 0.75
SHOWN = 3
LONGEST = 40_000
"""So many characters of a text are read: the rest of a long one adds time and little else."""


def placed(zones: Sequence[Zone], text: str, world: World | None = None) -> PrintedClue | None:
    """The days that the text of a report is of, with what they follow from; None where that says too little."""
    clues = found(_body(zones, text), world or shipped())
    if not any(clue.steps for clue in clues):
        return None
    days = shortest(clues, SHARE)
    if against(clues, days) > DOUBTED:
        return None
    days = Range(days.first - MARGIN, days.last + MARGIN)
    if days.last - days.first >= WIDEST:
        return None
    first, last = (date.fromordinal(day).isoformat() for day in days)
    return PrintedClue(dates.Reading(first, last), PLACED, _reason(clues, days, text))


def found(text: str, world: World) -> list[WorldClue]:
    """Every clue of a text, each once."""
    words = list(tokens(text))
    named: list[Named] = []
    clues: list[WorldClue] = []
    at = 0
    for start, end in sentences(text):
        first = at
        while at < len(words) and words[at].start < end:
            at += 1
        years = [Span(start + match.start(), start + match.end()) for match in NAMED.finditer(text[start:end])]
        named += titles(text, words[first:at], world, bool(years))
        clues += events(text, words[first:at], world, Span(start, end), years)
        clues += calendar(text, Span(start, end))
    clues += tenures(named)
    clues += races(text, words, world)
    best: dict[tuple[str, ...], WorldClue] = {}
    for clue in clues:
        if clue.key not in best or best[clue.key].most < clue.most:
            best[clue.key] = clue
    return [best[key] for key in sorted(best)]


def _body(zones: Sequence[Zone], text: str) -> str:
    """The text with blanks for what is no part of the article, so that places stay what they are."""
    end = min(len(text), LONGEST)
    letters = list(text[:end])
    for zone in zones:
        if zone.kind is ZoneKind.FURNITURE:
            for at in range(zone.span.start, min(zone.span.end, end)):
                letters[at] = "\n"
    return "".join(letters)


def _reason(clues: Sequence[WorldClue], days: Range, text: str) -> str:
    """What the answer follows from, in words, with the places in the text."""
    parts: list[str] = []
    for clue in telling(clues, days):
        start, end = clue.span
        part = f"{clue.words} “{' '.join(text[start:end].split())}” ({start}–{end})"
        if all(f"({start}–{end})" not in other for other in parts):
            parts.append(part)
    return "follows from what the text speaks of: it " + ", ".join(parts[:SHOWN])
