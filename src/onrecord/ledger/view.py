"""The hand that reads: rows in the order of their ids, without clock values, never blocked by a writer."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from sqlite3 import Connection, Error, Row
from typing import TypeVar, cast

from onrecord.errors import NotFound
from onrecord.ledger import actor_rows
from onrecord.ledger.anchors import attached
from onrecord.ledger.blocks import Block, touched_block
from onrecord.ledger.chains import load_chains
from onrecord.ledger.connection import named
from onrecord.ledger.filters import (
    ActorFilter,
    DoubtFilter,
    FigureFilter,
    Filter,
    MentionFilter,
    ReportFilter,
    StatementFilter,
    TimeFilter,
    narrowed,
)
from onrecord.ledger.findings import ASKED, KINDS, Finding
from onrecord.ledger.load import load_analysis, load_capture, load_findings, load_report
from onrecord.ledger.overlay import constraints
from onrecord.ledger.reading import reading_of, replaces
from onrecord.ledger.records import (
    ChainRow,
    Decision,
    Disagreement,
    Info,
    Origin,
    Orphan,
    PartiesFile,
    Pending,
    Refusal,
    Removal,
    Settled,
    SpanRow,
)
from onrecord.ledger.rows import doubt_row, figure_row, mention_row, report_row, statement_row, time_row
from onrecord.ledger.search import Matches, SearchFilter, find, marks
from onrecord.ledger.sql import queries
from onrecord.model.actor import Chain
from onrecord.model.analysis import Analysis
from onrecord.model.report import Capture, Report
from onrecord.model.rows import (
    ActorRow,
    DoubtRow,
    FigureRow,
    MentionRow,
    ProposalRow,
    ReportRow,
    StatementRow,
    TimeRow,
)
from onrecord.model.span import Span, Spans, selector
from onrecord.model.statement import Statement
from onrecord.model.terms import Disposition

SQL, WRITE, ACTORS = queries("read"), queries("write"), queries("actors")
Narrowed = TypeVar("Narrowed", StatementFilter, MentionFilter, SearchFilter)
TEXTS = 8
"""How many texts are held while rows of several reports are cut from them."""
LISTS = {"entry": "onrecord statements"} | {
    noun: f"onrecord {noun}s" for noun in ("report", "statement", "mention", "figure", "time", "doubt")
}


class View:
    """Answers questions from a ledger; what it returns is the same whatever the order of adding."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._db = connection
        self._db.row_factory = Row
        self._db.create_function("folded", 1, _folded, deterministic=True)
        self._path = path

    def reports(self, which: ReportFilter = ReportFilter()) -> Iterator[ReportRow]:  # noqa: B008 (frozen)
        """The reports, one row each, from one snapshot of the ledger."""
        return map(report_row, self._listed("reports", which))

    def statements(self, which: StatementFilter = StatementFilter()) -> Iterator[StatementRow]:  # noqa: B008 (frozen)
        """The statements, one row each, from one snapshot of the ledger."""
        return map(statement_row, self._listed("statements", self._meant(which)))

    def mentions(self, which: MentionFilter = MentionFilter()) -> Iterator[MentionRow]:  # noqa: B008 (frozen)
        """The mentions of actors, one row each, from one snapshot of the ledger."""
        return map(mention_row, self._listed("mentions", self._meant(which)))

    def figures(self, which: FigureFilter = FigureFilter()) -> Iterator[FigureRow]:  # noqa: B008 (frozen)
        """The figures, implied ones and ordinals too unless the filter says otherwise; from one snapshot."""
        return map(figure_row, self._listed("figures", which))

    def times(self, which: TimeFilter = TimeFilter()) -> Iterator[TimeRow]:  # noqa: B008 (frozen)
        """The time expressions, one row each, from one snapshot of the ledger."""
        return map(time_row, self._listed("times", which))

    def doubts(self, which: DoubtFilter = DoubtFilter()) -> Iterator[DoubtRow]:  # noqa: B008 (frozen)
        """The doubts, one row each, from one snapshot of the ledger."""
        text = lru_cache(TEXTS)(self.text)
        for row in self._listed("doubts", which):
            yield doubt_row(row, text(row["report"]))

    def actors(self, which: ActorFilter = ActorFilter()) -> list[ActorRow]:  # noqa: B008 (frozen)
        """The actors over all reports, one row each; ``id`` may be any id or whole name of one."""
        with self._naming():
            if which.id is not None:
                which = replace(which, id=json.dumps(actor_rows.actors_meant(self._db, which.id)))
            return actor_rows.actor_rows(self._db, which)

    def actor(self, which: str) -> ActorRow:
        """The one actor that an id, the beginning of one or a whole name stands for; else ``NotFound`` names them."""
        return self.actors(ActorFilter(id=self.actor_id(which)))[0]

    def actor_id(self, which: str) -> str:
        """The id of the one actor that an id (a former one too), its beginning or a whole name stands for."""
        with self._naming():
            return actor_rows.actor_meant(self._db, which)

    def chains(self, actor: str) -> list[ChainRow]:
        """The mentions of an actor (whole id) report by report, the oldest report first."""
        return [ChainRow(*row) for row in self._asked(ACTORS["chains of actor"], (actor,))]

    def proposals(self, kind: str | None = None) -> list[ProposalRow]:
        """The pairs of actors that might be one, for a person to decide."""
        with self._naming():
            return actor_rows.proposal_rows(self._db, kind)

    def disagreements(self) -> list[Disagreement]:
        """Where the machine finds what goes against a decision about actors."""
        return [Disagreement(*row) for row in self._asked(ACTORS["disagreeing"], ())]

    def orphans(self) -> list[Orphan]:
        """The places of decisions about actors that are not found any more."""
        with self._naming():
            decisions, anchors = attached(self._db)
        kinds = {one.number: one.kind for one in decisions}
        asked, orphans = constraints(decisions, anchors)
        holding = {one.decision for one in asked}
        return [
            Orphan(a.decision, kinds[a.decision], a.report, *a.span, a.exact, a.lost, a.decision in holding)
            for a in orphans
        ]

    def parties(self) -> PartiesFile | None:
        """The file of parties in force; None where there is none."""
        row = next(self._asked(ACTORS["parties"], ()), None)
        return PartiesFile(*row) if row is not None and row["text"] else None

    def every_chain(self) -> list[Chain]:
        """All chains of all reports, as resolving sees them."""
        with self._naming():
            numbers = [number for (number,) in self._db.execute("SELECT mention FROM chains")]
            return sorted(load_chains(self._db, numbers).values(), key=lambda chain: chain.id)

    def unchained(self, label: str) -> list[str]:
        """The reports whose chains were not made by this way of resolving with this file of parties."""
        return [row["id"] for row in self._asked(ACTORS["unchained"], {"label": label})]

    def touched(self) -> Block | None:
        """Some blocks of chains that are to be resolved again; None where all are resolved."""
        with self._naming(), self.snapshot():
            return touched_block(self._db)

    def pending(self) -> Pending:
        """How much is still to be resolved; a run that was stopped is completed by the next one."""
        return Pending(*next(self._asked(ACTORS["pending"], ())))

    def spans(self) -> Iterator[SpanRow]:
        """Every span of every entry, report by report."""
        text = lru_cache(TEXTS)(self.text)
        for row in self._rows("spans", ()):
            words = selector(text(row["report"]), Span(row["start"], row["end"]))
            yield cast(SpanRow, dict(row) | {"prefix": words.prefix, "suffix": words.suffix})

    def entry(self, beginning: str) -> StatementRow:
        """The statement whose id begins so; ``NotFound`` where none does or several do."""
        entry = self.id_of("statement", beginning)
        return statement_row(self._found(self._listed("statements", StatementFilter(id=entry)), f"entry {entry}"))

    def mention(self, beginning: str) -> MentionRow:
        """The mention whose id begins so; ``NotFound`` where none does or several do."""
        entry = self.id_of("mention", beginning)
        return mention_row(self._found(self._listed("mentions", MentionFilter(id=entry)), f"entry {entry}"))

    def figure(self, beginning: str) -> FigureRow:
        """The figure whose id begins so; ``NotFound`` where none does or several do."""
        entry = self.id_of("figure", beginning)
        return figure_row(self._found(self._listed("figures", FigureFilter(id=entry)), f"entry {entry}"))

    def time(self, beginning: str) -> TimeRow:
        """The time expression whose id begins so; ``NotFound`` where none does or several do."""
        entry = self.id_of("time", beginning)
        return time_row(self._found(self._listed("times", TimeFilter(id=entry)), f"entry {entry}"))

    def doubt(self, beginning: str) -> DoubtRow:
        """The doubt whose id begins so; ``NotFound`` where none does or several do."""
        doubt = self.id_of("doubt", beginning)
        row = self._found(self._listed("doubts", DoubtFilter(doubt=doubt)), f"doubt {doubt}")
        return doubt_row(row, self.text(row["report"]))

    def kind_of(self, beginning: str) -> str:
        """Of which kind the entry is whose id begins so: statement, mention, figure or time."""
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

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything asked inside is answered from one state of the ledger, whatever is written meanwhile."""
        self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._db.execute("COMMIT")

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

    def id_of(self, what: str, beginning: str) -> str:
        """The whole id of the one report, doubt or entry, or of its kind (``what``), whose id begins so."""
        first = beginning.strip().lower()
        kind = what if what in KINDS.values() else None
        plural = "entries" if kind or what == "entry" else f"{what}s"
        ids = [str(row["id"]) for row in self._rows(f"{plural} beginning", {"first": first, "kind": kind})]
        if first and (len(ids) == 1 or first in ids):
            return first if first in ids else ids[0]
        if not ids or not first:
            raise NotFound(f"{what} {beginning}: not in the ledger; list them with `{LISTS[what]}`")
        some = ", ".join(ids[:5])
        raise NotFound(f"{what} {beginning}: several ids begin so ({some}{', …' * (len(ids) > 5)}); give more of it")

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    def _meant(self, which: Narrowed) -> Narrowed:
        """The filter with the actor that it names as the ids of all that are called so."""
        if which.actor is None:
            return which
        with self._naming():
            return replace(which, actor=json.dumps(actor_rows.actors_meant(self._db, which.actor)))

    @contextmanager
    def _naming(self) -> Iterator[None]:
        """Errors of SQLite as what they mean for this ledger."""
        try:
            yield
        except Error as error:
            raise named(self._path, error) from error

    def _pairs(self, name: str) -> tuple[tuple[str, int], ...]:
        return tuple((words, count) for words, count in self._rows(name, ()))

    def _one(self, name: str, parameters: dict[str, object] | tuple[object, ...], subject: str) -> Row:
        return self._found(self._rows(name, parameters), subject)

    def _found(self, rows: Iterator[Row], subject: str) -> Row:
        row = next(rows, None)
        if row is None:
            raise NotFound(f"{subject}: not in the ledger; list what is in it with `onrecord reports`")
        return row

    def _rows(self, name: str, parameters: object) -> Iterator[Row]:
        return self._asked(SQL[name], parameters)

    def _listed(self, name: str, which: Filter) -> Iterator[Row]:
        return self._asked(*narrowed(SQL[name], which))

    def _asked(self, query: str, parameters: object) -> Iterator[Row]:
        try:
            # No `yield from`: it would close the cursor of a generator that outlives the ledger, and stumble.
            for row in self._db.execute(query, parameters):  # type: ignore[arg-type]  # noqa: UP028
                yield row
        except Error as error:
            raise named(self._path, error) from error


def _folded(words: str | None) -> str | None:
    return None if words is None else words.casefold()
