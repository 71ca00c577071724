"""People's rulings on entries, followed by resolving what they touch: actors, and what several reports share."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from onrecord.errors import NotFound, UsageError
from onrecord.flow.counting import count_all
from onrecord.flow.keeping import date_anew
from onrecord.flow.resolving import resolve_all
from onrecord.ledger import Carried, Ledger, Writer


def confirm(ledger: Path | str, entries: Iterable[str], by: str, because: str = "") -> list[int]:
    """Keep that entries (ids or beginnings of them) are right as they stand; the numbers of the decisions."""
    return _each(ledger, entries, lambda writer, id: writer.confirm(id, by, because))


def reject(ledger: Path | str, entries: Iterable[str], by: str, because: str = "") -> list[int]:
    """Keep that entries are none; the numbers of the decisions."""
    return _each(ledger, entries, lambda writer, id: writer.reject(id, by, because))


def edit(ledger: Path | str, entry: str, values: Mapping[str, Any], by: str, because: str = "") -> int:
    """Keep other spans or labels of an entry; see ``Writer.edit``."""
    return _each(ledger, [entry], lambda writer, id: writer.edit(id, values, by, because))[0]


def add_statement(ledger: Path | str, report: str, values: Mapping[str, Any], by: str, because: str = "") -> int:
    """Keep a statement that the machine missed; see ``Writer.add_statement``."""
    with Ledger.open(ledger) as opened:
        number = opened.writer.add_statement(opened.view.id_of("report", report), values, by, because)
        resolve_all(opened)
    return number


def join(ledger: Path | str, entry: str, other: str, by: str, because: str = "") -> int:
    """Keep that two statements of one report are one."""
    with Ledger.open(ledger) as opened:
        one, two = (opened.view.id_of("statement", id) for id in (entry, other))
        number = opened.writer.join(one, two, by, because)
        resolve_all(opened)
    return number


def part(ledger: Path | str, entry: str, position: int, by: str, because: str = "") -> int:
    """Keep that a statement is two, the second one's content beginning at this code point."""
    return _each(ledger, [entry], lambda writer, id: writer.part(id, position, by, because))[0]


def undo(ledger: Path | str, decision: int, by: str, because: str = "") -> int:
    """Take back a decision about an actor or an entry, or an earlier undoing; the number of this decision."""
    with Ledger.open(ledger) as opened:
        found = next((one for one in opened.view.decisions() if one.number == decision), None)
        if found and found.field == "figures":
            number = opened.writer.unrule_figures(decision, by, because)
            count_all(opened)
            return number
        if found and found.field == "utterances":
            number = opened.writer.unrule_utterances(decision, by, because)
            resolve_all(opened)
            return number
        if found and not found.actor and not found.entry:
            raise UsageError(f"decision {decision}: of a report; use `onrecord correct` or `onrecord remove --undo`")
        if found and found.entry and opened.view.is_removed(found.report):
            back = f"run `onrecord remove {found.report} --undo` and add it again, then take the decision back"
            raise NotFound(f"decision {decision}: its report {found.report} is removed; {back}")
        writer = opened.writer
        number = (writer.take_back if found and found.entry else writer.undo)(decision, by, because)
        resolve_all(opened)
    return number


def bring(ledger: Path | str, lines: Iterable[Mapping[str, Any]]) -> Carried:
    """Take in decisions that another ledger exported; those that are known already change nothing."""
    lines = list(lines)
    with Ledger.open(ledger) as opened:
        carried = opened.writer.bring(lines)
        here = {row["id"] for row in opened.view.reports()} if carried.taken else set()
        for report in sorted(here & {line["report"] for line in lines if line["field"] == "published"}):
            date_anew(opened, report)
        resolve_all(opened)
    return carried


def text_of(ledger: Path | str, report: str, entry: str) -> tuple[str, int]:
    """The text of a report, or of that of an entry, and where the entry's content begins."""
    with Ledger.open(ledger) as opened:
        if entry:
            row = opened.view.entry(entry)
            return opened.view.text(row["report"]), row["content"][0][0]
        return opened.view.text(report), 0


def _each(ledger: Path | str, entries: Iterable[str], write: Callable[[Writer, str], int]) -> list[int]:
    with Ledger.open(ledger) as opened:
        ids = [opened.view.id_of("entry", entry) for entry in entries]
        numbers = [write(opened.writer, id) for id in ids]
        resolve_all(opened)
    return numbers
