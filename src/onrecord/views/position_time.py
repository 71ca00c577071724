"""When a position was said: the day its statement was, where that is known, else the day its report was published."""

from collections.abc import Mapping
from typing import NamedTuple

from onrecord.model.rows import PositionRow, StatementRow


class Day(NamedTuple):
    """A day (ISO), empty where none is known, and by what: ``said``, or ``printed`` where only publication is known."""

    day: str
    known: str

    def __str__(self) -> str:
        """The day, and that it is no more than the day of printing where it is."""
        return self.day if self.known == "said" or not self.day else f"{self.day} ({self.known})"


def day_of(row: PositionRow, statements: Mapping[str, StatementRow]) -> Day:
    """The day of one position."""
    statement = statements.get(row["statement"] or "")
    said = statement["said"] if statement else None
    if said and said["start"] and (said["end"] or said["start"])[:10] == said["start"][:10]:
        return Day(said["start"][:10], "said")
    return Day(str(row["published"] or "")[:10], "printed")
