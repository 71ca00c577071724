"""What should a person look at first, how often is the machine wrong here, and which rulings need another look?"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from onrecord.ledger import StatementFilter, View
from onrecord.model.rows import StatementRow
from onrecord.model.terms import Act, Band, Status

GRAVE: Mapping[str, int] = {Act.ACCUSE: 3, Act.BLAME: 3, Act.THREATEN: 3, Act.DENY: 2, Act.CRITICISE: 2, Act.WARN: 1}
"""Acts of which an error does most harm are looked at first; all others count 0."""
DOUBT: Mapping[str, int] = {Band.UNSURE: 2, Band.LIKELY: 1, Band.CERTAIN: 0}
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


def queue(view: View, which: StatementFilter = StatementFilter()) -> list[StatementRow]:  # noqa: B008 (frozen)
    """The statements that nobody has ruled on: grave acts first, then the least sure, then by report and place."""
    waiting = [row for row in view.statements(which) if row["status"] == Status.MACHINE]
    return sorted(waiting, key=_weight)


def sample(view: View, size: int, seed: int = 0) -> Rate:
    """A sample of all statements that the machine found, drawn by a hash of their ids, and what people made of it.

    The same seed draws the same statements on every machine, whatever people ruled meanwhile; reports that are added
    later may bring others in.
    """
    own = view.machine_ids()
    rows = {own[row["id"]]: row for row in view.statements(StatementFilter(status="all")) if row["id"] in own}
    drawn = sorted(rows, key=lambda id: hashlib.sha256(f"{seed} {id}".encode()).digest())[:size]
    status = Counter(rows[id]["status"] for id in drawn)
    wrong = status[Status.REJECTED] + status[Status.EDITED]
    judged = wrong + status[Status.CONFIRMED]
    low, high = wilson(wrong, judged)
    waiting = tuple(rows[id]["id"] for id in drawn if rows[id]["status"] == Status.MACHINE)
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


def judged(rows: Sequence[StatementRow]) -> Mapping[str, int]:
    """How many statements have which status, those that nobody ruled on first."""
    counts = Counter(row["status"] for row in rows)
    return {status.value: counts[status.value] for status in Status}


def _weight(row: StatementRow) -> tuple[int, int, float, str, int]:
    start = row["content"][0][0]
    return -GRAVE.get(row["act"], 0), -DOUBT.get(row["band"], 0), row["confidence"], row["report"], start
