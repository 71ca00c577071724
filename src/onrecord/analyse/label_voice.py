"""In whose voice words stand: the outlet's own, or that of somebody whom it quotes or reports.

Words inside what a statement says are quoted, be it speech or thought, direct or indirect, in a headline too; so are
words in quotation marks that are no name of a work, a ship or a nickname. All else is the outlet's own: the words for
who says it, to whom and how, and its asides in what is said (``label_said``). Of several statements around a word the
innermost counts.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.analyse.label_asides import Aside
from onrecord.analyse.label_said import Own
from onrecord.model.mention import Mention
from onrecord.model.span import Span
from onrecord.model.statement import Statement
from onrecord.model.terms import Voice

Piece = tuple[Span, str | None]


class Heard(NamedTuple):
    """In whose voice a word stands, and the id of the statement that it stands in, None where it is in none."""

    voice: Voice
    statement: str | None


OWN = Heard(Voice.OUTLET, None)


class Voices:
    """The voice of every place of a report; ``marked`` are quotations that are no names, whoever says them."""

    def __init__(
        self, text: str, statements: Sequence[Statement], marked: Iterable[Span] = (), asides: Iterable[Aside] = ()
    ) -> None:
        own = Own(text, marked, asides)
        pieces: list[Piece] = [(span, one.id) for one in statements for span in own.said(one)]
        pieces += [(span, None) for span in own.marked]
        self._starts, self._heard = _painted(pieces)

    def at(self, word: Span) -> Heard:
        """The voice of the place where a word begins."""
        place = bisect_right(self._starts, word.start) - 1
        return self._heard[place] if place >= 0 else OWN


def voiced(mentions: Iterable[Mention], voices: Voices) -> tuple[Mention, ...]:
    """The mentions, each with whether it stands in quoted voice."""
    return tuple(replace(one, quoted=voices.at(one.head).voice is Voice.QUOTED) for one in mentions)


def _painted(pieces: Iterable[Piece]) -> tuple[list[int], list[Heard]]:
    """Where the voice changes and to what; a statement counts before a bare quotation, a short one before a long."""
    ordered = sorted((piece for piece in pieces if piece[0].end > piece[0].start), key=lambda piece: piece[0])
    bounds = sorted({at for span, _ in ordered for at in span})
    heard: list[Heard] = []
    active: list[Piece] = []
    nearest = 0
    for at in bounds:
        active = [piece for piece in active if piece[0].end > at]
        while nearest < len(ordered) and ordered[nearest][0].start <= at:
            active.append(ordered[nearest])
            nearest += 1
        held = min(active, key=_rank, default=None)
        heard.append(OWN if held is None else Heard(Voice.QUOTED, held[1]))
    return bounds, heard


def _rank(piece: Piece) -> tuple[bool, int, str]:
    span, statement = piece
    return statement is None, span.end - span.start, statement or ""
