"""The hand that reads, where it reads which topics a user follows."""

from onrecord.ledger.asking import Asking
from onrecord.ledger.records import PartiesFile
from onrecord.ledger.sql import queries

SQL = queries("topics")


class TopicView(Asking):
    """Answers which file of topics is in force."""

    def topics(self) -> PartiesFile | None:
        """The file of topics in force; None where there is none."""
        row = next(self._asked(SQL["topics"], ()), None)
        return PartiesFile(*row) if row is not None and row["text"] else None
