"""The hand that reads, where it reads what days of publication may follow from."""

from onrecord.ledger.asking import Asking
from onrecord.ledger.sql import queries
from onrecord.model.inferred import Dateless, Happened
from onrecord.model.span import Span

SQL, READ = queries("dates"), queries("read")


class DateView(Asking):
    """Answers which reports have no day of their own, and what other reports date."""

    def dateless(self) -> list[Dateless]:
        """The reports that nobody dates and no person has corrected, with the days of their copies."""
        ids = [row["id"] for row in self._asked(SQL["dateless"], ())]
        return [Dateless(id, self._words(id), self._copies(id)) for id in ids]

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

    def _copies(self, report: str) -> tuple[tuple[str, str, str], ...]:
        return tuple((row["id"], row["start"], row["end"]) for row in self._asked(SQL["dated copies"], (report,)))

    def _words(self, report: str) -> str:
        return str(self._found(self._asked(READ["text"], (report,)), f"report {report}")["text"])
