"""What should a person look at first, how often is the machine wrong here, and which rulings need another look?"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from math import sqrt

from onrecord.errors import UsageError
from onrecord.ledger import StatementFilter, View
from onrecord.model.rows import StatementRow
from onrecord.model.span import Span
from onrecord.model.terms import Status

OFFSETS = re.compile(r"(\d{1,9}):(\d{1,9})")
FEW = 100
"""So many entries are read one by one rather than with all others."""
NORMAL = 1.959964
"""Standard deviations on either side that hold 95 % of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of a sample of the machine's statements people found wrong (rejected or edited).

    ``low`` and ``high`` bound the rate of all statements at 95 % (Wilson 1927); ``waiting`` are ids still to be judged.
    """

    size: int
    seed: int
    judged: int
    wrong: int
    low: float
    high: float
    waiting: tuple[str, ...]

    @property
    def rate(self) -> float:
        """The part of those judged that is wrong; 0 where none was judged."""
        return self.wrong / self.judged if self.judged else 0.0


def queue(view: View, which: StatementFilter = StatementFilter(), limit: int = -1) -> list[StatementRow]:  # noqa: B008 (frozen)
    """The statements that nobody has ruled on, in the order in which they are best looked at (``View.waiting``)."""
    ids = view.waiting(which, limit)
    if len(ids) <= FEW:
        return [view.entry(id) for id in ids]
    rows = {row["id"]: row for row in view.statements(replace(which, status=Status.MACHINE))}
    return [rows[id] for id in ids]


def sample(view: View, size: int, seed: int = 0) -> Rate:
    """A sample of all statements that the machine found, drawn by a hash of their ids, and what people made of it.

    The same seed draws the same statements on every machine, whatever people ruled meanwhile; reports that are added
    later may bring others in.
    """
    drawn = view.drawn(size, seed)
    status = Counter(now for _, now in drawn)
    wrong = status[Status.REJECTED] + status[Status.EDITED]
    judged = wrong + status[Status.CONFIRMED]
    low, high = wilson(wrong, judged)
    waiting = tuple(id for id, now in drawn if now == Status.MACHINE)
    return Rate(len(drawn), seed, judged, wrong, low, high, waiting)


def wilson(wrong: int, judged: int) -> tuple[float, float]:
    """The score interval of a rate at 95 % (Wilson 1927); 0 to 1 where nothing was judged."""
    if not judged:
        return 0.0, 1.0
    part, square = wrong / judged, NORMAL * NORMAL
    middle = part + square / (2 * judged)
    half = NORMAL * sqrt(part * (1 - part) / judged + square / (4 * judged * judged))
    whole = 1 + square / judged
    return max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole)


def sentence(rate: Rate) -> str:
    """The rate in one sentence that can stand in a section on method."""
    if not rate.judged:
        return f"Nobody has judged any of the {rate.size} statements of this sample yet."
    more = f"; {len(rate.waiting)} of the sample are not judged yet" if rate.waiting else ""
    return (
        f"Of {rate.judged} statements drawn at random (seed {rate.seed}) and read by people, {rate.wrong} were wrong: "
        f"{rate.rate:.1%} (95 % interval {rate.low:.1%} to {rate.high:.1%}, Wilson){more}."
    )


def place(text: str, words: str, near: int, subject: str) -> Span:
    """Where words stand in a report, of several places the one nearest to ``near``; or the place ``START:END``.

    Raises ``UsageError`` that names ``subject`` where they stand nowhere.
    """
    if found := OFFSETS.fullmatch(words.strip()):
        start, end = int(found[1]), int(found[2])
        if not start < end <= len(text):
            raise UsageError(f"{subject}: {words} lies outside the report, which has {len(text)} characters")
        return Span(start, end)
    places = [m.start() for m in re.finditer(re.escape(words), text)] if words else []
    if not places:
        raise UsageError(f"{subject}: the report does not print {words[:80]!r}; copy the words from its text")
    start = min(places, key=lambda at: abs(at - near))
    return Span(start, start + len(words))
