"""How each report gives an utterance beside the others: whole, cut, in other words, or changed inside quotation marks.

No report is taken for the original. Of quotations that differ, those are altered that differ from what most others
print; where no wording has a majority, all that differ are, and each says from what.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from onrecord.model.span import Span, Spans
from onrecord.model.terms import Rendering, ZoneKind
from onrecord.model.utterance import Change, Member, Telling
from onrecord.resolve.utterance_read import Point, Reading, Word

WHOLE = 0.8
"""From this part of its words on a member is a quotation; below it is a paraphrase with quoted words."""

ALIKE = 0.75
"""Two quotations that share so much of the shorter are one: what differs in them is a change, no other sentence."""

EDGE = 3
"""So many words at the beginning or end, differing on both sides, are a change; more of them are another sentence."""

LITTLE, PART = 3, 0.12
"""A paraphrase with so many quoted words, or such a part of them, gives the quotation cut; with less it is one."""


class Quoting(NamedTuple):
    """A member with the words of its points, those inside quotation marks, and all that its statement quotes."""

    telling: Telling
    words: tuple[Word, ...]
    quoted: tuple[Word, ...]
    all: tuple[Word, ...]

    @property
    def whole(self) -> bool:
        """Whether it is a quotation rather than a paraphrase with quoted words."""
        return len(self.quoted) >= WHOLE * len(self.words)


def members(told: Sequence[tuple[Reading, Sequence[Point]]]) -> tuple[Member, ...]:
    """The members of an utterance in the order of appearance, each with what it is."""
    quotings = [_quoting(reading, points) for reading, points in sorted(told, key=lambda one: one[0].telling.age)]
    differing = {one.telling.id: _changes(one, quotings) for one in quotings}
    return tuple(_member(one, quotings, differing) for one in quotings)


def _quoting(reading: Reading, points: Sequence[Point]) -> Quoting:
    words = tuple(word for point in points for word in point.words)
    every = tuple(word for point in reading.points for word in point.quoted)
    return Quoting(reading.telling, words, tuple(word for word in words if word.quoted), every)


def _member(one: Quoting, quotings: Sequence[Quoting], differing: dict[str, tuple[Change, ...]]) -> Member:
    changes = differing[one.telling.id]
    rendering, reason = _rendering(one, quotings, changes)
    at = (Span(one.words[0].span.start, one.words[-1].span.end),)
    return Member(
        one.telling.id,
        rendering,
        reason,
        at,
        one.telling.relayed,
        one.telling.translated,
        changes if rendering is Rendering.ALTERED else (),
    )


def _rendering(one: Quoting, quotings: Sequence[Quoting], changes: tuple[Change, ...]) -> tuple[Rendering, str]:
    if one.telling.zone is ZoneKind.HEADLINE:
        return Rendering.HEADLINE, "stands in the headline"
    if not one.quoted or not (len(one.quoted) >= LITTLE or len(one.quoted) >= PART * len(one.words)):
        return Rendering.PARAPHRASE, "no words of it are quoted" if not one.quoted else "hardly a word of it is quoted"
    if changes:
        return Rendering.ALTERED, f"{len(changes)} places differ inside quotation marks" if len(changes) > 1 else (
            "one place differs inside quotation marks"
        )
    if not one.whole:
        return Rendering.TRUNCATED, "some words of it are quoted, the rest is told"
    longer = [other for other in quotings if other is not one and other.whole and _cut(one, other)]
    if longer:
        return Rendering.TRUNCATED, "another report quotes more of the sentence"
    return Rendering.VERBATIM, "quoted, and no other report's quotation differs"


def _cut(one: Quoting, other: Quoting) -> bool:
    """Whether the other quotes the same words and more that this one nowhere has."""
    mine, yours = [w.form for w in one.all], [w.form for w in other.quoted]
    lost = [words for kind, *_, a, b in _opcodes(mine, yours) if kind != "equal" and (words := yours[a:b])]
    return bool(lost) and not _between(one, other)


def _changes(one: Quoting, quotings: Sequence[Quoting]) -> tuple[Change, ...]:
    """Where it differs from the quotations that more reports print, or from any where no wording is printed by more."""
    if not one.quoted:
        return ()
    against = [other for other in quotings if other is not one and other.quoted and _alike(one, other)]
    found = {other.telling.id: _between(one, other) for other in against}
    agreeing = 1 + sum(not changes for changes in found.values())
    differing = [other for other in against if found[other.telling.id]]
    most = max((_support(other, quotings) for other in differing), default=0)
    if agreeing > most:
        return ()
    return tuple(change for other in differing for change in found[other.telling.id])


def _support(one: Quoting, quotings: Sequence[Quoting]) -> int:
    """How many quotations print it so, itself included."""
    return 1 + sum(
        other is not one and bool(other.quoted) and _alike(one, other) and not _between(one, other)
        for other in quotings
    )


def _alike(one: Quoting, other: Quoting) -> bool:
    """Whether two quotations share so many words that what differs is a change and not another sentence."""
    mine, yours = [w.form for w in one.quoted], [w.form for w in other.quoted]
    same = (len(mine) + len(yours) - Indel.distance(mine, yours)) / 2
    least = min(len(mine), len(yours))
    if least < 5:
        return [w.stem for w in one.quoted[:least]] == [w.stem for w in other.quoted[:least]]
    return same >= ALIKE * least


def _between(one: Quoting, other: Quoting) -> tuple[Change, ...]:
    """Where two quotations differ; words left out where a quotation breaks off and goes on are no change."""
    mine, yours = [w.form for w in one.quoted], [w.form for w in other.quoted]
    codes = _opcodes(mine, yours)
    found = []
    for at, (kind, a, b, c, d) in enumerate(codes):
        if kind == "equal" or (at in (0, len(codes) - 1) and not _at_edge(one.quoted[a:b], other.quoted[c:d])):
            continue
        if not (a == b and _breaks(one.quoted, a)) and not (c == d and _breaks(other.quoted, c)):
            found.append(Change(_spans(one, range(a, b)), _spans(other, range(c, d)), other.telling.id))
    return tuple(found)


def _at_edge(mine: Sequence[Word], yours: Sequence[Word]) -> bool:
    """Whether what differs at the beginning or end is a changed word, not that the one quotes more than the other."""
    return bool(mine and yours) and min(len(mine), len(yours)) <= EDGE


def _breaks(words: Sequence[Word], at: int) -> bool:
    return 0 < at < len(words) and words[at].fresh


def _opcodes(mine: Sequence[str], yours: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """The steps from one to the other, neighbouring changes as one."""
    merged: list[tuple[str, int, int, int, int]] = []
    for step in Indel.opcodes(mine, yours):
        a, b, c, d = step.src_start, step.src_end, step.dest_start, step.dest_end
        if merged and step.tag != "equal" and merged[-1][0] != "equal":
            merged[-1] = ("replace", merged[-1][1], b, merged[-1][3], d)
        else:
            merged.append((step.tag, a, b, c, d))
    return merged


def _spans(one: Quoting, places: range) -> Spans:
    if not places:
        return ()
    return (Span(one.quoted[places.start].span.start, one.quoted[places.stop - 1].span.end),)
