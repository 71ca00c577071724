"""The hand that reads, where it reads what days of publication may follow from."""

from onrecord.ledger.asking import Asking
from onrecord.ledger.shown import own_date
from onrecord.ledger.sql import queries
from onrecord.model.inferred import Dateless, Happened
from onrecord.model.span import Span

SQL, READ = queries("dates"), queries("read")


class DateView(Asking):
    """Answers which reports have no day of their own, and what other reports date."""

    def dateless(self) -> list[Dateless]:
        """The reports that nobody dates to the day and no person has corrected, with the days of their copies."""
        rows = self._asked(SQL["dateless"], ())
        return [
            Dateless(row["id"], self._words(row["id"]), self._copies(row["id"]), self._own(row["number"]))
            for row in rows
        ]

    def happened(self) -> list[Happened]:
        """Everything that reports date, report by report in the order of their ids."""
        return [
            Happened(
                row["report"], Span(row["at"], row["until"]), row["exact"], row["words"], row["expression"],
                bool(row["counted"]), row["start"], row["end"],
            )
            for row in self._asked(SQL["happened"], ())
            if row["words"]
        ]  # fmt: skip

    def _own(self, number: int) -> tuple[str, str] | None:
        published = own_date(self._db, number)
        return (published.start[:10], published.end[:10]) if published.start and published.end else None

    def _copies(self, report: str) -> tuple[tuple[str, str, str], ...]:
        return tuple((row["id"], row["start"], row["end"]) for row in self._asked(SQL["dated copies"], (report,)))

    def _words(self, report: str) -> str:
        return str(self._found(self._asked(READ["text"], (report,)), f"report {report}")["text"])
