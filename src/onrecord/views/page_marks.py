"""Cuts a report's text into blocks and segments so that overlapping spans can be shown in place.

Every character of the text is in exactly one gap or segment, in order; joining them gives the text back.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from onrecord.model.rows import ZoneRow

SPACE = re.compile(r"\s+")
LINE_BREAK = re.compile(r"[\n\r\u2028\u2029]")
INLINE_ZONES = ("dateline", "byline")
ROLES = ("cue", "source", "content", "doubt")


class Mark(NamedTuple):
    """A span of one role (source, cue, content, doubt) of the entry that ``key`` names."""

    key: str
    role: str
    start: int
    end: int


@dataclass(slots=True)
class Segment:
    """A stretch of one line over which the same marks lie.

    ``owners`` are the entries it belongs to, each with its role there, innermost first; ``depth`` is how many contents
    hold it, ``opens`` and ``closes`` how many begin and end with it; ``anchor`` is the entry whose link and jump
    target it is.
    """

    text: str
    zone: str = "body"
    owners: tuple[tuple[str, str], ...] = ()
    roles: tuple[str, ...] = ()
    depth: int = 0
    opens: int = 0
    closes: int = 0
    anchor: str | None = None


@dataclass(slots=True)
class Block:
    """One line of the text after the white space (``gap``) that parts it from the one before."""

    gap: str
    zone: str
    first: bool
    segments: list[Segment] = field(default_factory=list)


@dataclass(slots=True)
class MarkedText:
    """The whole text as blocks; ``tail`` is the white space after the last, ``strays`` are entries with no segment."""

    blocks: list[Block]
    tail: str
    strays: list[str]

    def joined(self) -> str:
        """The text that the blocks were cut from."""
        lines = (block.gap + "".join(segment.text for segment in block.segments) for block in self.blocks)
        return "".join(lines) + self.tail


def mark_up(text: str, marks: Iterable[Mark], zones: Sequence[ZoneRow] = ()) -> MarkedText:
    """Cut ``text`` where a mark, a zone or a line begins or ends, and give every entry one anchor."""
    marks = [Mark(m.key, m.role, max(0, m.start), min(len(text), m.end)) for m in marks]
    zones = [zone for zone in zones if zone["start"] < zone["end"]]
    spots = {0, len(text)}
    spots.update(spot for m in marks if m.start < m.end for spot in (m.start, m.end))
    spots.update(min(spot, len(text)) for zone in zones for spot in (zone["start"], zone["end"]))
    gaps = [match.span() for match in SPACE.finditer(text) if LINE_BREAK.search(match[0])]
    spots.update(spot for gap in gaps for spot in gap)
    segments = _segments(text, sorted(spots), marks, zones)
    result = _blocks(segments, dict(gaps), text)
    result.strays = _anchor(result.blocks, marks)
    return result


def _segments(
    text: str, spots: Sequence[int], marks: Sequence[Mark], zones: Sequence[ZoneRow]
) -> Iterable[tuple[int, Segment]]:
    """One segment per stretch between two neighbouring spots, with where it starts; blanks go with what is before."""
    starting, ending = defaultdict(list), defaultdict(list)
    for mark in marks:
        if mark.start < mark.end:
            starting[mark.start].append(mark)
            ending[mark.end].append(mark)
    rank = _ranks(marks)
    active: dict[Mark, None] = {}
    zone_at, kind = 0, ""
    for start, end in pairwise(spots):
        for mark in ending[start]:
            active.pop(mark, None)
        active.update(dict.fromkeys(starting[start]))
        while zone_at < len(zones) and zones[zone_at]["end"] <= start:
            zone_at += 1
        if zone_at < len(zones) and zones[zone_at]["start"] <= start:
            kind = zones[zone_at]["kind"]
        elif not text[start:end].isspace():
            kind = "body"
        contents = [mark for mark in active if mark.role == "content"]
        owners = {mark.key: mark.role for mark in sorted(active, key=lambda m: ROLES.index(m.role), reverse=True)}
        yield (
            start,
            Segment(
                text[start:end],
                kind,
                tuple(sorted(owners.items(), key=lambda owner: (rank[owner[0]], owner))),
                tuple(sorted({mark.role for mark in active})),
                len({mark.key for mark in contents}),
                sum(mark.start == start for mark in contents),
                sum(mark.end == end for mark in contents),
            ),
        )


def _ranks(marks: Sequence[Mark]) -> Mapping[str, int]:
    """How far each entry reaches from its first to its last character: the shorter, the further in."""
    reach: dict[str, tuple[int, int]] = {}
    for mark in marks:
        low, high = reach.get(mark.key, (mark.start, mark.end))
        reach[mark.key] = min(low, mark.start), max(high, mark.end)
    return {key: high - low for key, (low, high) in reach.items()}


def _blocks(segments: Iterable[tuple[int, Segment]], gaps: Mapping[int, int], text: str) -> MarkedText:
    """Gather segments into lines; a zone that begins inside a line begins a block, save datelines and bylines."""
    blocks: list[Block] = []
    gap_from, at, fresh = 0, 0, True
    gap_end = -1
    zone = ""
    for start, segment in segments:
        if start in gaps and start >= gap_end:
            gap_from, gap_end, fresh = start, gaps[start], True
        at = start + len(segment.text)
        leading = not blocks and not segment.owners and segment.text.isspace()
        if start < gap_end or leading:
            continue
        inline = segment.zone in INLINE_ZONES or zone in INLINE_ZONES
        if fresh or (segment.zone != zone and not inline):
            gap = text[gap_from:start] if fresh else ""
            blocks.append(Block(gap, segment.zone, first=segment.zone != zone))
        blocks[-1].segments.append(segment)
        fresh, gap_from, zone = False, at, segment.zone
    return MarkedText(blocks, text[gap_from:at], [])


def _anchor(blocks: Sequence[Block], marks: Sequence[Mark]) -> list[str]:
    """Give each entry the first free segment of its cue, else source, else content; return those that got none."""
    wanted = dict.fromkeys(mark.key for mark in sorted(marks, key=lambda mark: (mark.start, mark.key)))
    places: dict[str, list[tuple[int, int, Segment]]] = defaultdict(list)
    segments = [segment for block in blocks for segment in block.segments]
    for number, segment in enumerate(segments):
        for key, role in segment.owners:
            places[key].append((ROLES.index(role), number, segment))
    strays = []
    for key in wanted:
        free = [place for place in places[key] if place[2].anchor is None]
        if free:
            min(free, key=lambda place: place[:2])[2].anchor = key
        else:
            strays.append(key)
    return strays
