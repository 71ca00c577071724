"""A copy group: reports that print one text, whole, cut, edited, re-headed, or inside a longer story of their own."""

from dataclasses import dataclass
from typing import NamedTuple

from onrecord.model.span import Spans


class Copied(NamedTuple):
    """That two reports share text: ``part_a`` and ``part_b`` of each are shared (0..1, of its words).

    ``kind`` is ``exact``, ``near`` (edited or cut) or ``inside`` (within a longer story); ``spans_a`` and ``spans_b``
    are where the longest shared passages stand.
    """

    a: str
    b: str
    kind: str
    part_a: float
    part_b: float
    reason: str
    spans_a: Spans = ()
    spans_b: Spans = ()


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Reports of one text; ``id`` is that of the oldest report, ``reports`` are in order of appearance.

    ``agency`` is the agency that any of them names. A report that holds another text inside a longer one of its own
    belongs to the group and is told apart by its ``kind`` in ``pairs``.
    """

    id: str
    reports: tuple[str, ...]
    pairs: tuple[Copied, ...]
    agency: str | None = None
