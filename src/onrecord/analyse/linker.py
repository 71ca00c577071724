"""From a lattice to links: who, by which cue, what, each with its confidence.

Every cue that anything speaks for becomes a draft with source and content; the evidence for each is weighed by
``Scales``; of drafts that claim the same words the surest is kept. Confidence is the calibrated probability that
content and source are right as PolNeAR's annotators would mark them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.analyse.linker_confidence import Scales
from onrecord.analyse.linker_contents import (
    PHRASE,
    QUOTE,
    Stretch,
    chunks,
    claims_of,
    completed,
    content_of,
    drawn,
    phrases,
    quotations,
    runs_of,
    tidied,
    won,
)
from onrecord.analyse.linker_cues import Cue, cues_of, pointed_of, roles_of, source_at
from onrecord.analyse.linker_evidence import Parts, evidence_of
from onrecord.engine.tagger_lattice import Lattice
from onrecord.engine.tagger_words import OUTSIDE
from onrecord.model.span import Span, Spans
from onrecord.model.terms import Band


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement in words of the lattice, before it is known how sure it is; ``head`` is the cue's first word."""

    head: int
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    evidence: dict[str, float]


@dataclass(frozen=True, slots=True)
class Link:
    """Who (``source``), by which cue, what (``content``), as characters of the text.

    ``confidence`` is rounded to two decimals; ``why`` holds what each piece of evidence added to the log odds,
    weightiest first. ``kept`` is false where it is too low to be a statement: such links are doubts, not entries.
    """

    source: Spans
    cue: Spans
    content: Spans
    confidence: float
    band: Band
    kept: bool
    why: tuple[tuple[str, float], ...]


def link(lattice: Lattice, scales: Scales) -> list[Link]:
    """The statements of a lattice in the order of their cues, doubtful ones too (not ``kept``)."""
    weighed = [(scales.confidence(draft.evidence), draft) for draft in drafts_of(lattice)]
    links = []
    for confidence, draft in settled(weighed):
        parts = sorted(scales.parts(draft.evidence), key=lambda part: (-abs(part[1]), part[0]))
        links.append(
            Link(
                spans_of(lattice, draft.source),
                spans_of(lattice, draft.cue),
                spans_of(lattice, draft.content),
                round(confidence, 2),
                scales.band(confidence),
                confidence >= scales.keep,
                tuple((name, round(part, 2)) for name, part in parts[:6]),
            )
        )
    return links


def drafts_of(lattice: Lattice) -> list[Draft]:
    """Every statement that may be there, doubtful ones too, in the order of their cues."""
    roles = roles_of(lattice)
    cues = cues_of(lattice, roles)
    marks = quotations(lattice)
    claims = claims_of(lattice, roles, cues)
    claims = drawn(claims, chunks(lattice), 1.0)
    claims = won(drawn(drawn(claims, phrases(lattice, roles), PHRASE), marks, QUOTE))
    own: list[dict[int, float]] = [{} for _ in cues]
    for word, row in enumerate(claims):
        for number, p in row.items():
            own[number][word] = p
    rough = [content_of(claim, cue) for claim, cue in zip(own, cues, strict=True)]
    holders: dict[int, list[int]] = {}
    for number, content in enumerate(rough):
        for word in content:
            holders.setdefault(word, []).append(number)
    mark_of = {word: mark for mark in marks for word in range(*mark)}
    drafts = []
    for number, cue in enumerate(cues):
        pointed = pointed_of(lattice, roles, cue)
        first = max(pointed, key=lambda w: (pointed[w], -w), default=-1)
        source = source_at(lattice, roles, cue, first)
        touched = sorted({mark_of[w] for w in rough[number] if w in mark_of})
        foreign = _foreign(number, cues, touched, holders)
        blocked = {*cue.words, *source}
        content = completed(tidied(lattice, rough[number], blocked), touched, foreign, blocked)
        words = tuple(sorted(_near(lattice, cue, tidied(lattice, content, blocked))))
        if words:
            rivals = _rivals(number, cues, words, holders)
            evidence = evidence_of(lattice, roles, cue, Parts(source, words, own[number], pointed, rivals))
            drafts.append(Draft(cue.head, source, cue.words, words, evidence))
    return drafts


def settled(weighed: Sequence[tuple[float, Draft]]) -> list[tuple[float, Draft]]:
    """The drafts that stay: of two of which one holds half the other's content, the surer."""
    taken: set[int] = set()
    kept = []
    for confidence, draft in sorted(weighed, key=lambda item: (-item[0], item[1].head)):
        common = sum(word in taken for word in draft.content)
        if 2 * common <= len(draft.content):
            taken.update(draft.content)
            kept.append((confidence, draft))
    return sorted(kept, key=lambda item: item[1].head)


def spans_of(lattice: Lattice, words: Sequence[int]) -> Spans:
    """Characters of words; neighbours in one paragraph make one span."""
    at, paragraph = lattice.words.spans, lattice.words.paragraph
    found: list[Span] = []
    for start, stop in runs_of(set(words)):
        edges = [w for w in range(start + 1, stop) if paragraph[w] != paragraph[w - 1]]
        found += [Span(at[a][0], at[b - 1][1]) for a, b in pairwise([start, *edges, stop])]
    return tuple(found)


def _near(lattice: Lattice, cue: Cue, content: set[int]) -> set[int]:
    """The content without unquoted words of paragraphs before the cue's, such as a headline over a quotation."""
    paragraph, states = lattice.words.paragraph, lattice.words.quote
    return {w for w in content if states[w] != OUTSIDE or paragraph[w] >= paragraph[cue.head]}


def _foreign(number: int, cues: Sequence[Cue], touched: Sequence[Stretch], holders: dict[int, list[int]]) -> set[int]:
    """Words of the touched quotations that belong to a rival and not to this cue."""
    sure = 0.5 * cues[number].sure
    found = set()
    for mark in touched:
        for word in range(*mark):
            held = holders.get(word, ())
            if number not in held and any(cues[other].sure > sure for other in held):
                found.add(word)
    return found


def _rivals(
    number: int, cues: Sequence[Cue], words: Sequence[int], holders: dict[int, list[int]]
) -> list[tuple[float, int]]:
    """Sureness and number of common words of every other cue that claims some of these words."""
    common: dict[int, int] = {}
    for word in words:
        for other in holders.get(word, ()):
            if other != number:
                common[other] = common.get(other, 0) + 1
    return [(cues[other].sure, count) for other, count in sorted(common.items())]
