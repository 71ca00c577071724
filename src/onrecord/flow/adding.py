"""Bytes are read, cleaned, analysed and written, one report at a time; then all that was touched is resolved."""

import logging
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TypeVar

from onrecord.analyse import Analyser, analyser
from onrecord.clean import clean
from onrecord.clean.dates import parse
from onrecord.errors import InputRefused, LedgerError, UsageError
from onrecord.flow.resolving import resolve_all
from onrecord.ledger import Ledger, ReportFilter
from onrecord.model.analysis import Analysis
from onrecord.model.report import Capture
from onrecord.model.terms import Disposition
from onrecord.read import PassedOver, read
from onrecord.settings import Settings

log = logging.getLogger(__name__)

Progress = Callable[[str, int], None]
Taken = TypeVar("Taken")
Made = TypeVar("Made")


class Stumbled(InputRefused):
    """One report on which the program itself failed; the others are not held up by it."""


@dataclass(slots=True)
class Tally:
    """What one run did with everything it was given; nothing is missing from it.

    Over the reports that this run analysed, ``found = attributed + without source + dropped``; the last two are
    counted by reason. ``unchanged`` were there already, ``removed`` a person took out before.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    refused: list[InputRefused] = field(default_factory=list)
    passed_over: list[InputRefused] = field(default_factory=list)
    attributed: int = 0
    without_source: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)
    not_analysed: Counter[str] = field(default_factory=Counter)

    @property
    def found(self) -> int:
        """Attributed + without source + dropped."""
        return self.attributed + self.without_source.total() + self.dropped.total()

    @property
    def reports(self) -> int:
        """The reports that were read, new or not."""
        return self.added + self.changed + self.unchanged + self.removed

    def count(self, analysis: Analysis) -> None:
        """Take in what one analysis found."""
        for statement in analysis.statements:
            if statement.source:
                self.attributed += 1
            else:
                self.without_source[statement.reason] += 1
        for doubt in analysis.doubts:
            if doubt.disposition is Disposition.DROPPED:
                self.dropped[doubt.reason] += 1
            elif doubt.disposition is Disposition.NOT_ANALYSED:
                self.not_analysed[doubt.reason] += 1


def add(
    ledger: Path | str,
    paths: Sequence[str | Path],
    metadata: Mapping[str, str] | None = None,
    *,
    settings: Settings | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Tally:
    """Read, clean, analyse and write every report under ``paths``; what is in the ledger already stays as it is.

    ``metadata`` holds for all of them (``{"outlet": …, "published": …, "encoding": …}``). One bad input neither stops
    the run nor vanishes from it: it is in ``Tally.refused`` and in the ledger. ``progress`` is called after each
    report with its name and the bytes read. Each report is one transaction, so a run that is stopped at any moment is
    completed by running it again. Who is who over all reports is worked out at the end, for what was touched.
    """
    settings, tally = settings or Settings(), Tally()
    _check_date((metadata or {}).get("published"))
    analyse = analyser(settings.analysis)
    with Ledger.open(ledger, create=True) as open_ledger:
        for outcome in read([str(path) for path in paths], metadata, settings.limits, stdin):
            try:
                if isinstance(outcome, InputRefused):
                    raise _own(outcome, ledger) or outcome
                _take(open_ledger, outcome, analyse, settings, tally)
            except PassedOver as passed:
                tally.passed_over.append(passed)
            except InputRefused as refused:
                tally.refused.append(refused)
                open_ledger.writer.refuse(refused)
            if progress:
                captured = isinstance(outcome, Capture)
                progress(outcome.subject, len(outcome.data) if captured else 0)  # type: ignore[union-attr]
        _resolve(open_ledger, tally)
    return tally


def analyse_stale(ledger: Path | str, settings: Settings | None = None, progress: Progress | None = None) -> Tally:
    """Analyse again every report whose analysis is by another analyser, version or settings."""
    settings, tally = settings or Settings(), Tally()
    analyse = analyser(settings.analysis)
    with Ledger.open(ledger) as open_ledger:
        for id in stale(open_ledger, settings):
            report = open_ledger.view.report(id)
            try:
                analysis = _guarded(report.origin, analyse, report)
            except InputRefused as refused:
                tally.refused.append(refused)
                continue
            tally.changed += open_ledger.writer.replace_analysis(analysis)
            tally.count(analysis)
            if progress:
                progress(report.origin, 1)
        _resolve(open_ledger, tally)
    return tally


def stale(ledger: Ledger, settings: Settings) -> list[str]:
    """The ids of the reports that ``analyse_stale`` would analyse again."""
    analyse = analyser(settings.analysis)
    return ledger.view.stale(f"{analyse.name} {analyse.version}", settings.analysis.digest)


def _own(refused: InputRefused, ledger: Path | str) -> PassedOver | None:
    """What becomes of a refusal of the ledger itself, which may well lie in the folder that is added."""
    files = {os.path.realpath(f"{ledger}{ending}") for ending in ("", "-wal", "-shm")}
    if os.path.realpath(refused.subject) not in files:
        return None
    return PassedOver(refused.subject, "it is the ledger itself", "leave it where it is")


def _check_date(published: str | None) -> None:
    """Refuse a date for all reports that nobody could read."""
    if published and parse(published) is None:
        raise UsageError(f"published {published!r}: not a date; write 2031-04-09, or an instant with its time zone")


def _take(ledger: Ledger, capture: Capture, analyse: Analyser, settings: Settings, tally: Tally) -> None:
    """Bring one capture into the ledger and count what became of it."""
    report = _guarded(capture.subject, lambda c: clean(c, settings.limits), capture)
    view, writer = ledger.view, ledger.writer
    if view.is_removed(report.id):
        writer.record(capture, report, None)
        tally.removed += 1
    elif view.holds(capture, report, f"{analyse.name} {analyse.version}", settings.analysis.digest):
        writer.record(capture, report, None)
        tally.unchanged += 1
    else:
        known = any(view.reports(ReportFilter(report=report.id)))
        analysis = _guarded(capture.subject, analyse, report)
        _guarded(capture.subject, lambda made: writer.record(capture, report, made), analysis)
        tally.count(analysis)
        tally.changed += known
        tally.added += not known


def _resolve(ledger: Ledger, tally: Tally) -> None:
    """Resolve what is pending; where the program fails on that, what was added stays and the next run tries again."""
    try:
        _guarded("actors", resolve_all, ledger)
    except InputRefused as refused:
        tally.refused.append(refused)


def _guarded(subject: str, step: Callable[[Taken], Made], taken: Taken) -> Made:
    """What the step makes; any failure of the program itself as a refusal of this one report."""
    try:
        return step(taken)
    except (InputRefused, LedgerError):
        raise
    except Exception as error:
        log.debug("%s: failed", subject, exc_info=True)
        reason = f"the program failed on it ({type(error).__name__}: {error})"
        raise Stumbled(subject, reason, "please tell the authors; all else is not affected") from error
