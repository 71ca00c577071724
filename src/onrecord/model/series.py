"""A series: figures of all reports that count one quantity, side by side; never added up, averaged or judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.model.actor import Link, Proposal


@dataclass(frozen=True, slots=True)
class Seen:
    """One figure with the words around it, which is all that joining figures looks at.

    ``day`` is the ISO day of publication, None where it is not known; ``position`` where the number begins. ``before``
    and ``after`` are the words of the sentence on both sides of the number, ``near`` the title and the two sentences
    before. ``vessels`` are names of things and storms (``the ferry Heron``), given so by any report, that this report
    writes. The other fields are those of a ``FigureRow``.
    """

    id: str
    report: str
    outlet: str | None
    day: str | None
    position: int
    value: float | None
    minimum: float | None
    maximum: float | None
    hedge: str
    unit: str | None
    what: str
    group: str
    giver: str
    counting: str | None
    before: str
    after: str
    near: str = ""
    vessels: tuple[str, ...] = ()

    @property
    def age(self) -> tuple[str, str, int, str]:
        """What figures are ordered by: day, report, place in it; those without a day last."""
        return self.day or "~", self.report, self.position, self.id


class Revision(NamedTuple):
    """That a giver's later figure differs from an earlier one; ``reason`` says how that is known."""

    earlier: str
    later: str
    reason: str


class Discrepancy(NamedTuple):
    """Two figures for one day that cannot both hold; which of them does is not asked."""

    a: str
    b: str
    reason: str


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one quantity; ``id`` is that of the oldest, ``name`` its words, ``figures`` are ids by day.

    ``lowest`` and ``highest`` are the least and greatest number that any of them prints. ``former`` are those that a
    sentence gives as what held before (``up from 19``). ``links`` say why each joined.
    """

    id: str
    name: str
    figures: tuple[str, ...]
    lowest: float | None
    highest: float | None
    former: tuple[str, ...] = ()
    revisions: tuple[Revision, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    links: tuple[Link, ...] = ()


class Ruled(NamedTuple):
    """That a person said of two figures (ids) that they count the same, or that they do not."""

    decision: int
    same: bool
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class SeriesFound:
    """All series, those of one figure too, and which of them might be one; ``proposals`` name series, best first."""

    series: Sequence[Series]
    proposals: tuple[Proposal, ...] = ()
