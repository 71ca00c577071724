"""The hand that writes: every call is one short transaction, and nothing is written that is not a slice."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection, Error, Row

from onrecord.errors import InputRefused, LedgerError, NotFound, UsageError
from onrecord.ledger import carrying, deciding, reviewing, store
from onrecord.ledger.actor_writer import ActorWriter
from onrecord.ledger.anchors import attached
from onrecord.ledger.check import check_analysis, check_report
from onrecord.ledger.connection import named
from onrecord.ledger.copy_writer import CopyWriter
from onrecord.ledger.date_writer import DateWriter, is_inferred, recount_times, shows
from onrecord.ledger.dates import date_range
from onrecord.ledger.findings import ASKED, Findings, findings
from onrecord.ledger.given_writer import GivenWriter
from onrecord.ledger.header import FIELDS, dated, header_of
from onrecord.ledger.reading import has_zones, reading_digest, reading_of, replaces
from onrecord.ledger.review_writer import ReviewWriter
from onrecord.ledger.series_writer import SeriesWriter
from onrecord.ledger.shown import shown_of
from onrecord.ledger.sql import queries
from onrecord.ledger.utterance_writer import UtteranceWriter
from onrecord.model.analysis import Analysis
from onrecord.model.report import Capture, DateValue, Report
from onrecord.model.terms import DateMethod

SQL, ACTORS, DATES = queries("write"), queries("actors"), queries("dates")
CORRECTABLE = ("outlet", "published", *FIELDS)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Writer(ActorWriter, CopyWriter, UtteranceWriter, ReviewWriter, GivenWriter, DateWriter, SeriesWriter):
    """Writes reports, analyses, refusals and decisions; one at a time, readers are never blocked."""

    def __init__(self, connection: Connection, path: Path, clock: Callable[[], str] = _now) -> None:
        self._db = connection
        self._db.row_factory = Row
        self._path = path
        self._clock = clock

    def record(self, capture: Capture, report: Report, analysis: Analysis | None) -> bool:
        """Write a report with all that belongs to it, or what is new about a known one; whether anything changed.

        ``analysis`` may be None for a report that is known: its origin and metadata are then added, and its text
        stays as it is. A report that was removed stays removed. Raises ``SliceMismatch`` or ``NotText`` and writes
        nothing where a check fails.
        """
        check_report(capture, report)
        found = findings(analysis) if analysis else None
        if analysis and found:
            check_analysis(report.id, report.text, report.text_id, analysis, found)
        with self._transaction():
            changed = self._read_now(capture)
            if self._db.execute(SQL["removed"], (report.id,)).fetchone():
                return changed
            known = self._db.execute(SQL["known"], (report.id,)).fetchone()
            if known is None and analysis is None:
                raise LedgerError(f"{capture.subject}: a new report needs an analysis; analyse it first")
            number, changed = self._report(capture, report, analysis, known, changed)
            same = report.text_id == self._text_id(number) and has_zones(self._db, number, report)
            if analysis and found and same:
                changed |= self._analysis(number, report.id, report.text, analysis, found)
                if changed and not shows(self._db, number, report.published):
                    recount_times(self._db, number, report.id)
        return changed

    def replace_analysis(self, analysis: Analysis) -> bool:
        """Put an analysis in the place of the one that its report has; whether anything changed."""
        found = findings(analysis)
        with self._transaction():
            row = self._db.execute(SQL["read again"], (analysis.report,)).fetchone()
            if row is None:
                raise NotFound(f"report {analysis.report}: not in the ledger; list them with `onrecord reports`")
            check_analysis(analysis.report, row["text"], row["text_id"], analysis, found)
            changed = self._analysis(row["number"], analysis.report, row["text"], analysis, found)
            if changed and is_inferred(self._db, row["number"]):
                recount_times(self._db, row["number"], analysis.report)
            return changed

    def refuse(self, refused: InputRefused) -> None:
        """Keep that an input could not be read, and why, until it is read."""
        words = (refused.subject, type(refused).__name__, refused.reason, refused.remedy)
        with self._transaction():
            self._db.execute(SQL["refusal"], tuple(_printable(word) for word in words))

    def correct(self, report: str, values: Mapping[str, str | None], by: str, because: str) -> bool:
        """Show other values for outlet, published, title, byline, agency or url; ids stay; whether anything changed.

        ``published`` is a day, an instant, a month, a year, or two of them with ``/`` between; None is unknown.
        """
        unknown = sorted(set(values) - set(CORRECTABLE))
        if unknown or not values:
            raise UsageError(f"correct {report}: {unknown} cannot be corrected; give one of {', '.join(CORRECTABLE)}")
        after = {field: date_range(v) if v and field == "published" else v or None for field, v in values.items()}
        with self._decision():
            row = self._shown(report)
            before = {field: row[field] for field in CORRECTABLE if field != "published"}
            before["published"] = dated(DateValue(row["published_start"], row["published_end"], DateMethod.GIVEN, 1.0))
            changes = [(f, before[f], after[f]) for f in sorted(after) if before[f] != after[f]]
            for field, old, new in changes:
                decided = (self._clock(), by, "correct", report, field, old, new, because)
                self._db.execute(SQL["decision"], decided)
            self._show(row["number"], report)
        return bool(changes)

    def remove(self, report: str, by: str, because: str) -> None:
        """Take a report out with everything found in it; adding it again changes nothing until it is restored.

        No word of it stays in the file once every program that has the ledger open has closed it.
        """
        with self._decision():
            row = self._shown(report)
            decided = (self._clock(), by, "remove", report, None, None, None, because)
            decision = self._db.execute(SQL["decision"], decided).lastrowid
            store.delete_analysis(self._db, row["number"])
            store.delete_text(self._db, row["number"])
            self._db.execute(SQL["remove"], (row["number"],))
            self._db.execute(SQL["forget capture"], {"id": row["capture"]})
            self._db.execute(ACTORS["wipe anchors"], (report,))
            reviewing.wipe(self._db, report)
            self._db.execute(SQL["tombstone"], (report, row["capture"], row["origin"], decision))
            for index in ("wipe report index", "wipe statement index"):
                self._db.execute(SQL[index])

    def restore(self, report: str, by: str, because: str) -> None:
        """Let a removed report be added again."""
        with self._decision():
            if self._db.execute(SQL["restore"], (report,)).rowcount == 0:
                raise NotFound(f"report {report}: was not removed; nothing to restore")
            self._db.execute(SQL["decision"], (self._clock(), by, "restore", report, None, None, None, because))

    def bring(self, lines: Iterable[carrying.Line]) -> carrying.Carried:
        """Take in decisions that another ledger wrote (``View.carried``), and lay them over what they are about."""
        with self._decision():
            done = carrying.bring(self._db, lines)
            for report in done.reports:
                row = self._db.execute(SQL["shown"], (report,)).fetchone()
                if row is not None:
                    self._show(row["number"], report)
                    reviewing.lay(self._db, reviewing.opened(self._db, report))
            numbers = set(done.numbers)
            held = {a.chain for a in attached(self._db)[1] if a.chain and a.decision in numbers}
            deciding.touch(self._db, held)
        return done

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    def _who(self, by: str, because: str) -> deciding.Deciding:
        return deciding.Deciding(self._clock(), by, because)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
        except Error as error:
            raise named(self._path, error) from error

    @contextmanager
    def _decision(self) -> Iterator[None]:
        """A transaction that has reached the disk when it ends: people's work is not done twice."""
        self._db.execute("PRAGMA synchronous = FULL")
        try:
            with self._transaction():
                yield
        finally:
            self._db.execute("PRAGMA synchronous = NORMAL")

    def _read_now(self, capture: Capture) -> bool:
        return self._db.execute(SQL["forget refusals"], (capture.origin, capture.subject)).rowcount > 0

    def _report(
        self, capture: Capture, report: Report, analysis: Analysis | None, known: Row | None, changed: bool
    ) -> tuple[int, bool]:
        before = self._db.total_changes
        reading = reading_of(capture, report)
        if known is None:
            number = store.insert_report(self._db, capture, report, reading)
        else:
            number = known["number"]
            if analysis and replaces(self._db, reading, report, known):
                store.delete_analysis(self._db, number)
                store.delete_text(self._db, number)
                self._db.execute(SQL["reading"], reading | {"id": report.id})
                store.insert_text(self._db, number, report)
        self._claims(number, capture, report)
        if self._db.total_changes == before:
            return number, changed
        self._db.execute(SQL["show origin"], {"number": number})
        self._show(number, report.id)
        return number, True

    def _claims(self, number: int, capture: Capture, report: Report) -> None:
        """Add where the report came from and what was given with it to what is known of both."""
        header = header_of(report)
        row = (header.title, header.byline, header.agency, header.url, *header.published)
        self._db.execute(SQL["origin"], (number, report.origin, report.place, capture.retrieved))
        self._db.executemany(SQL["metadata"], ((number, g.name, g.value, g.origin) for g in report.metadata))
        self._db.execute(SQL["header"], (number, header.digest, *row))
        self._db.executemany(SQL["note"], ((number, header.digest, note) for note in report.notes))

    def _show(self, number: int, report: str) -> None:
        """Write what the report shows: the pure function of all headers, metadata, corrections and inferred days."""
        shown = shown_of(self._db, number, report)
        start, end, method, confidence = shown.header.published
        before = self._db.execute(DATES["published"], (number,)).fetchone()
        values = {f: getattr(shown.header, f) for f in FIELDS} | {"outlet": shown.outlet, "number": number}
        values |= {"start": start, "end": end, "method": method.value, "confidence": confidence}
        self._db.execute(SQL["show"], values)
        self._db.execute(SQL["forget plain notes"], (number,))
        self._db.executemany(SQL["note"], ((number, "", note) for note in shown.notes))
        self._db.execute(SQL["show notes"], {"number": number, "headers": json.dumps(shown.digests)})
        self._db.execute(SQL["digest"], (reading_digest(self._db, number), number))
        if tuple(before) != (start, end, method.value, confidence):
            recount_times(self._db, number, report)

    def _analysis(self, number: int, report: str, text: str, analysis: Analysis, found: Findings) -> bool:
        """Write what the machine found, people's rulings laid over it; whether it found anything else than before."""
        digest = found.digest
        row = self._db.execute(SQL["analysed"], (number,)).fetchone()
        asked = (analysis.analyser, analysis.settings, analysis.input, digest, ASKED)
        if row and tuple(row) == asked:
            return False
        reviewed = reviewing.laid_over(self._db, report, text, found)
        if row:
            store.delete_analysis(self._db, number)
        if reviewed is None:
            store.insert_analysis(self._db, number, text, analysis, found, digest=digest)
        else:
            shown = reviewing.with_findings(analysis, reviewed.findings)
            kept = findings(shown)
            check_analysis(report, text, analysis.input, shown, kept)
            store.insert_analysis(self._db, number, text, shown, kept, digest=kept.digest)
            reviewing.write_reviewed(self._db, number, reviewed, digest)
        return True

    def _text_id(self, number: int) -> str:
        return str(self._db.execute("SELECT text_id FROM reports WHERE number = ?", (number,)).fetchone()[0])

    def _shown(self, report: str) -> Row:
        row = self._db.execute(SQL["shown"], (report,)).fetchone()
        if row is None:
            raise NotFound(f"report {report}: not in the ledger; list them with `onrecord reports`")
        return row  # type: ignore[no-any-return]


def _printable(words: str) -> str:
    return words.encode("utf-8", "backslashreplace").decode()
