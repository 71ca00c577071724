"""The hand that reads: rows in the order of their ids, without clock values, never blocked by a writer."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import cast

from onrecord.ledger.date_view import DateView
from onrecord.ledger.entry_view import EntryView
from onrecord.ledger.filters import (
    DoubtFilter,
    ReportFilter,
    StatementFilter,
)
from onrecord.ledger.findings import ASKED
from onrecord.ledger.load import load_analysis, load_findings
from onrecord.ledger.load_report import load_capture, load_report
from onrecord.ledger.reading import reading_of, replaces
from onrecord.ledger.records import (
    Decision,
    Info,
    Origin,
    Refusal,
    Removal,
    Settled,
    SpanRow,
)
from onrecord.ledger.review_view import ReviewView
from onrecord.ledger.rows import doubt_row, report_row, statement_row
from onrecord.ledger.search import Matches, SearchFilter, find, marks
from onrecord.ledger.series_view import SeriesView
from onrecord.ledger.sql import queries
from onrecord.ledger.topic_view import TopicView
from onrecord.ledger.utterance_view import UtteranceView
from onrecord.model.analysis import Analysis
from onrecord.model.report import Capture, Report
from onrecord.model.review import Finding
from onrecord.model.rows import (
    DoubtRow,
    ReportRow,
    StatementRow,
)
from onrecord.model.said import Saying
from onrecord.model.span import Span, Spans, selector
from onrecord.model.statement import Statement
from onrecord.model.terms import Disposition

SQL, WRITE = queries("read"), queries("write")
TEXTS = 8
"""How many texts are held while rows of several reports are cut from them."""


class View(EntryView, UtteranceView, ReviewView, TopicView, DateView, SeriesView):
    """Answers questions from a ledger; what it returns is the same whatever the order of adding."""

    def reports(self, which: ReportFilter = ReportFilter()) -> Iterator[ReportRow]:  # noqa: B008 (frozen)
        """The reports, one row each, from one snapshot of the ledger."""
        return map(report_row, self._listed("reports", which))

    def statements(self, which: StatementFilter = StatementFilter()) -> Iterator[StatementRow]:  # noqa: B008 (frozen)
        """The statements, one row each, from one snapshot of the ledger."""
        rows = self._listed("statements", self._meant(which))
        first = next(rows, None)  # An open query holds its snapshot for the other.
        sayings = self._sayings(which.report) if first else {}
        for row in chain([first] if first else [], rows):
            yield statement_row(row, sayings.get(row["report"], ()))

    def doubts(self, which: DoubtFilter = DoubtFilter()) -> Iterator[DoubtRow]:  # noqa: B008 (frozen)
        """The doubts, one row each, from one snapshot of the ledger."""
        text = lru_cache(TEXTS)(self.text)
        for row in self._listed("doubts", which):
            yield doubt_row(row, text(row["report"]))

    def spans(self) -> Iterator[SpanRow]:
        """Every span of every entry, report by report."""
        text = lru_cache(TEXTS)(self.text)
        for row in self._rows("spans", ()):
            words = selector(text(row["report"]), Span(row["start"], row["end"]))
            yield cast(SpanRow, dict(row) | {"prefix": words.prefix, "suffix": words.suffix})

    def entry(self, beginning: str) -> StatementRow:
        """The statement whose id begins so; ``NotFound`` where none does or several do."""
        entry = self.id_of("statement", beginning)
        row = self._found(self._listed("statements", StatementFilter(id=entry)), f"entry {entry}")
        return statement_row(row, self._sayings(row["report"]).get(row["report"], ()))

    def _sayings(self, report: str | None) -> dict[str, list[Saying]]:
        """For each report, or for one (whole id), the times that date what was said in it."""
        found: dict[str, list[Saying]] = {}
        for row in self._rows("sayings of" if report else "sayings", {"report": report}):
            found.setdefault(row["report"], []).append(Saying(*tuple(row)[1:]))
        return found

    def doubt(self, beginning: str) -> DoubtRow:
        """The doubt whose id begins so; ``NotFound`` where none does or several do."""
        doubt = self.id_of("doubt", beginning)
        row = self._found(self._listed("doubts", DoubtFilter(doubt=doubt)), f"doubt {doubt}")
        return doubt_row(row, self.text(row["report"]))

    def kind_of(self, beginning: str) -> str:
        """Of which kind the entry is whose id begins so: statement, mention, figure, time, relation …"""
        entry = self.id_of("entry", beginning)
        return str(self._one("kind of entry", (entry,), f"entry {entry}")["kind"])

    def finding(self, beginning: str) -> Finding:
        """The finding whose id begins so, of whatever kind, with all that is known of it."""
        entry = self.id_of("entry", beginning)
        row = self._one("report of entry", (entry,), f"entry {entry}")
        return dict(load_findings(self._db, row["number"], row["id"]).entries)[entry]

    def statement(self, beginning: str) -> Statement:
        """The statement whose id begins so, with candidates and features."""
        found = self.finding(self.id_of("statement", beginning))
        assert isinstance(found, Statement)
        return found

    def text(self, beginning: str) -> str:
        """The exact text of the report whose id begins so."""
        report = self.id_of("report", beginning)
        return str(self._one("text", (report,), f"report {report}")["text"])

    def report_row(self, beginning: str) -> ReportRow:
        """The row of the report whose id begins so."""
        report = self.id_of("report", beginning)
        return report_row(self._found(self._listed("reports", ReportFilter(report=report)), f"report {report}"))

    def report(self, beginning: str) -> Report:
        """The report whose id begins so, under the outlet it was read with; all else of its header as shown."""
        report = self.id_of("report", beginning)
        return load_report(self._db, self._one("report", (report,), f"report {report}"))

    def capture(self, id: str) -> Capture:
        """The bytes of a capture, by its whole id or by that of a report."""
        return load_capture(self._one("capture", {"id": id}, f"capture {id}"))

    def analysis(self, beginning: str) -> Analysis:
        """The analysis of the report whose id begins so."""
        report = self.id_of("report", beginning)
        return load_analysis(self._db, self._one("analysis", (report,), f"report {report}"))

    def origins(self, report: str) -> list[Origin]:
        """Every path or address under which the bytes of a report came."""
        number = self._one("report", (report,), f"report {report}")["number"]
        return [Origin(*row) for row in self._rows("origins", (number,))]

    def refusals(self) -> list[Refusal]:
        """The inputs that could not be read, by name."""
        return [Refusal(*row) for row in self._rows("refusals", ())]

    def decisions(self, report: str | None = None, actor: str | None = None) -> list[Decision]:
        """What people decided about reports and actors, oldest first."""
        return [Decision(*row) for row in self._rows("decisions", {"report": report, "actor": actor})]

    def removals(self) -> list[Removal]:
        """The reports that a person took out."""
        return [Removal(*row) for row in self._rows("removed", ())]

    def is_removed(self, report: str) -> bool:
        """Whether a person took this report out, so that adding it again changes nothing."""
        return any(removal.report == report for removal in self.removals())

    def stale(self, analyser: str, settings: str) -> list[str]:
        """The reports whose analysis is by another analyser, version or settings, or of another text or fewer kinds."""
        asked = {"analyser": analyser, "settings": settings, "kinds": ASKED}
        return [row["id"] for row in self._rows("stale", asked)]

    def lacking(self) -> int:
        """How many reports no analysis has searched for all that is asked today: actors, figures and dates too."""
        return int(next(self._rows("lacking", {"kinds": ASKED}))[0])

    def is_current(self, report: str, text: str, analyser: str, settings: str) -> bool:
        """Whether the ledger holds the analysis of this text (its id) by this analyser with these settings."""
        asked = {"report": report, "text": text, "analyser": analyser, "settings": settings, "kinds": ASKED}
        return bool(next(self._rows("current", asked))[0])

    def settled(self, report: str) -> Settled:
        """How a report (whole id) was analysed."""
        return Settled(*self._one("settings of", (report,), f"report {report}"))

    def search(self, words: str, which: SearchFilter = SearchFilter(), limit: int = 50) -> Matches:  # noqa: B008 (frozen)
        """The reports or statements that hold all the words, the best first; any words may be given."""
        which = self._meant(which)
        with self._naming():
            return find(self._db, words, which, limit)

    def marks(self, expression: str, report: str, text: str) -> Spans:
        """Where in a report (whole id, exact text) the words of a search stand."""
        return marks(self._db, expression, report, text)

    def holds(self, capture: Capture, report: Report, analyser: str, settings: str) -> bool:
        """Whether adding this report again, analysed so, could change no more than where it came from."""
        known = next(self._asked(WRITE["known"], (report.id,)), None)
        if known is None or replaces(self._db, reading_of(capture, report), report, known):
            return False
        return self.is_current(report.id, known["text_id"], analyser, settings)

    def info(self) -> Info:
        """How much of everything the ledger holds, with the reasons for what is missing."""
        totals = dict(next(self._rows("totals", ())))
        doubts = [tuple(row) for row in self._rows("doubts by reason", ())]
        by = {d: tuple((why, n) for kind, why, n in doubts if kind == d.value) for d in Disposition}
        return Info(
            **totals,
            without_speaker=self._pairs("without speaker by reason"),
            dropped=by[Disposition.DROPPED],
            unsure=by[Disposition.UNSURE],
            not_analysed=by[Disposition.NOT_ANALYSED],
            refused=self._pairs("refused by kind"),
            analysers=self._pairs("statements by analyser"),
            genres=self._pairs("reports by genre"),
        )
