"""The hand that reads, where it reads which reports print one text."""

from collections import defaultdict
from collections.abc import Iterable

from onrecord.ledger.asking import Asking
from onrecord.ledger.records import Sharing
from onrecord.ledger.sql import queries
from onrecord.model.copies import CopyPair, Printed, TextOf, independent

SQL = queries("copies")


class CopyView(Asking):
    """Answers which reports print one text, and how many different texts some reports are."""

    def printed(self) -> dict[str, tuple[Printed, ...]]:
        """For every report (whole id) that shares its text with another the groups it is in, the main one first."""
        found: defaultdict[str, list[Printed]] = defaultdict(list)
        for report, group, whole, main in self._asked(SQL["groups"], ()):
            found[report].append(Printed(report, group, bool(whole), bool(main)))
        return {report: tuple(groups) for report, groups in found.items()}

    def independent(self, reports: Iterable[str]) -> int:
        """How many different texts these reports (whole ids) are: ten copies of one text are one."""
        return independent(reports, self.printed())

    def copy_pairs(self) -> list[CopyPair]:
        """All pairs of texts that share text, by the ids of ``copy_texts``."""
        return [CopyPair(*row) for row in self._asked(SQL["pairs"], ())]

    def copy_texts(self) -> list[TextOf]:
        """For each report which words it has that copying is judged on."""
        return [TextOf(*row) for row in self._asked(SQL["reports of texts"], ())]

    def unworded(self, way: str) -> list[str]:
        """The reports whose words were not taken by this way of finding copies."""
        return [row["id"] for row in self._asked(SQL["unworded"], (way,))]

    def uncompared(self) -> str | None:
        """A text that has not been held against the others; None where all have been."""
        row = next(self._asked(SQL["uncompared"], ()), None)
        return str(row["id"]) if row else None

    def sharing(self, text: str) -> list[Sharing]:
        """The texts already compared that share fingerprints with this one, and how many."""
        return [
            Sharing(row["id"], row["shared"], min(row["mine"], row["theirs"]))
            for row in self._asked(SQL["candidates"], (text,))
        ]

    def copy_state(self) -> tuple[int, float]:
        """What changes whenever another text has been compared."""
        count, total = next(self._asked(SQL["state"], ()))
        return count, total

    def report_with(self, text: str) -> str:
        """A report that has just these words."""
        row = self._found(self._asked(SQL["a report of"], (text,)), f"copy text {text}")
        return str(row["id"])
