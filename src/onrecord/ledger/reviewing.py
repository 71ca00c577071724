"""People's rulings on entries, written with all that is needed to find them again, and laid over the report at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from sqlite3 import Connection, Row
from typing import Any

from onrecord.errors import NotFound, UsageError
from onrecord.ledger import store
from onrecord.ledger.check import check_analysis
from onrecord.ledger.deciding import Deciding
from onrecord.ledger.findings import KINDS, Findings, findings, inner, roles
from onrecord.ledger.load import load_findings
from onrecord.ledger.packing import pack, stripped, unpack
from onrecord.ledger.reviewed import overlay, uncovered
from onrecord.ledger.sql import queries
from onrecord.model.analysis import Analysis
from onrecord.model.mention import Mention
from onrecord.model.review import Finding, Quote, Reviewed, Ruling, RulingKind
from onrecord.model.span import Span, selector
from onrecord.model.statement import Statement
from onrecord.model.terms import Status

SQL = queries("review")


@dataclass(frozen=True, slots=True)
class Opened:
    """A report with what is shown of it and what the machine found, while a ruling on it is written."""

    row: Row
    shown: Mapping[str, Finding]
    machine: Mapping[str, Finding]
    found: Findings

    @property
    def report(self) -> str:
        """The id of the report."""
        return str(self.row["id"])


def opened(connection: Connection, report: str) -> Opened:
    """The report with this whole id; ``NotFound`` where it is not in the ledger or was not analysed."""
    row = connection.execute(SQL["report"], (report,)).fetchone()
    if row is None:
        raise NotFound(f"report {report}: not in the ledger; list them with `onrecord reports`")
    found = load_findings(connection, row["number"], report)
    shown: dict[str, Finding] = dict(found.entries)
    return Opened(row, shown, uncovered(shown, _machine_versions(connection, row["number"], report)), found)


def holding(connection: Connection, entry: str) -> Opened:
    """The report of the entry with this whole id."""
    row = connection.execute(SQL["report of entry"], (entry,)).fetchone()
    if row is None:
        raise NotFound(f"entry {entry}: not in the ledger; list them with `onrecord statements`")
    return opened(connection, row["id"])


def rule(
    connection: Connection,
    at: Opened,
    kind: RulingKind,
    entry: str,
    made: Finding | None,
    who: Deciding,
    *,
    speaker: Span | None = None,
    part_of: int | None = None,
) -> int:
    """Keep a ruling on an entry of an opened report; the number of the decision. ``lay`` makes it so."""
    seen = at.shown.get(entry)
    version = made or seen
    if version is None:
        raise NotFound(f"entry {entry}: not in the ledger; list them with `onrecord statements`")
    row = (who.at, who.by, kind.value, at.report, who.because, entry, part_of)
    number = connection.execute(SQL["decide"], row).lastrowid
    assert number is not None
    speaker = speaker or _speaker(version, at.shown)
    packed = tuple(pack(one) if one else None for one in (seen, made))
    connection.execute(SQL["ruling"], (number, KINDS[type(version)], *packed, *(speaker or (None, None))))
    spans = {span for one in (seen, made) if one for group in roles(one).values() for span in group}
    spans |= {span for one in (seen, made) if one for span in inner(one)} | ({speaker} if speaker else set())
    text = at.row["text"]
    connection.executemany(SQL["quote"], ((number, *span, *selector(text, span)) for span in sorted(spans)))
    return number


def take_back(connection: Connection, decision: int, who: Deciding) -> tuple[int, str]:
    """Keep that a decision about entries does not hold, or holds again; the number of this one, and the report."""
    target = connection.execute(SQL["decision"], (decision,)).fetchone()
    if target is None:
        raise NotFound(f"decision {decision}: no decision about entries; list them with `onrecord decisions`")
    undone = _undone(connection, target["report"])
    if decision in undone:
        raise UsageError(f"decision {decision}: is undone already; to bring it back, undo what undid it")
    row = (who.at, who.by, target["report"], str(target["part_of"] or decision), who.because, target["entry"])
    number = connection.execute(SQL["take back"], row).lastrowid
    assert number is not None
    return number, str(target["report"])


def lay(connection: Connection, at: Opened) -> None:
    """Lay all rulings in force over a report; where only their status changes, entries keep their rows."""
    number, report, text = at.row["number"], at.report, at.row["text"]
    digest = at.row["machine"] or at.row["digest"]
    reviewed = overlay(report, at.machine, rulings(connection, report), text)
    new: dict[str, Finding] = {one.id: one for one in reviewed.findings}
    if {id: _plain(one) for id, one in new.items()} == {id: _plain(one) for id, one in at.shown.items()}:
        changed = [id for id, one in new.items() if one.status is not at.shown[id].status]
        connection.executemany(SQL["status"], ((new[id].status.value, id, new[id].status.value) for id in changed))
        if any(Status.REJECTED in (new[id].status, at.shown[id].status) for id in changed):
            connection.execute(SQL["chain anew"], (number,))
    else:
        base = Analysis(report, at.row["analyser"], at.row["settings"], at.row["input"])
        analysis = replace(base, doubts=tuple(at.found.doubts.values()))
        found = findings(with_findings(analysis, reviewed.findings))
        check_analysis(report, text, at.row["input"], analysis, found)
        store.delete_analysis(connection, number)
        store.insert_analysis(connection, number, text, analysis, found, digest=found.digest)
    write_reviewed(connection, number, reviewed, digest)


def laid_over(connection: Connection, report: str, text: str, found: Findings) -> Reviewed | None:
    """What the machine found in a report with the rulings in force laid over it; None where there are none."""
    kept = rulings(connection, report)
    return overlay(report, dict(found.entries), kept, text) if kept else None


def write_reviewed(connection: Connection, number: int, reviewed: Reviewed, digest: str) -> None:
    """Write the machine's versions, the redirects and the notes of a report in the place of those of before.

    ``digest`` is that of what the machine found.
    """
    connection.execute(SQL["machine digest"], (digest, number))
    for name in ("forget redirects", "forget notes", "forget machine versions"):
        connection.execute(SQL[name], (number,))
    versions = ((pack(own) if own else None, id) for id, own in reviewed.machine.items())
    connection.executemany(SQL["machine version"], versions)
    connection.executemany(SQL["redirect"], ((old, number, new) for old, new in reviewed.redirects.items()))
    connection.executemany(SQL["note"], ((n.decision, number, n.kind, n.clause) for n in reviewed.notes))


def rulings(connection: Connection, report: str) -> tuple[Ruling, ...]:
    """The rulings in force on the entries of a report, in the order of their numbers."""
    rows = connection.execute(SQL["rulings"], (report,)).fetchall()
    if not rows:
        return ()
    gone = _undone(connection, report)
    quotes: dict[int, list[Quote]] = {}
    for row in connection.execute(SQL["quotes"], (report,)):
        quote = Quote(Span(row["start"], row["end"]), row["exact"], row["prefix"], row["suffix"])
        quotes.setdefault(row["decision"], []).append(quote)
    kept = [row for row in rows if (row["part_of"] or row["number"]) not in gone]
    return tuple(_ruling(row, tuple(quotes.get(row["number"], ()))) for row in kept)


def wipe(connection: Connection, report: str) -> None:
    """Take the words of a report out of the rulings on it; spans, labels and who ruled stay."""
    connection.execute(SQL["wipe quotes"], (report,))
    for row in connection.execute(SQL["packed of"], (report,)).fetchall():
        kept = tuple(stripped(row[name]) if row[name] else None for name in ("seen", "made"))
        connection.execute(SQL["wipe ruling"], (*kept, row["decision"]))


def with_findings(analysis: Analysis, found: Iterable[Finding]) -> Analysis:
    """The analysis with these findings in the place of its own."""
    kinds: dict[str, list[Any]] = {f"{word}s": [] for word in KINDS.values()}
    for one in found:
        kinds[f"{KINDS[type(one)]}s"].append(one)
    return replace(analysis, **{name: tuple(ones) for name, ones in kinds.items()})  # type: ignore[arg-type]


def _undone(connection: Connection, report: str) -> frozenset[int]:
    """The numbers of decisions on entries of a report that a later one undoes; an undoing can itself be undone."""
    gone: set[int] = set()
    for row in sorted(connection.execute(SQL["undoings"], (report,)), key=lambda row: -int(row["number"])):
        if row["number"] not in gone:
            gone.add(int(row["after"]))
    return frozenset(gone)


def _ruling(row: Row, quotes: Sequence[Quote]) -> Ruling:
    report = row["report"]
    seen, made = (unpack(row["noun"], report, row[name]) if row[name] else None for name in ("seen", "made"))
    speaker = Span(row["speaker_start"], row["speaker_end"]) if row["speaker_start"] is not None else None
    kind = RulingKind(row["kind"])
    return Ruling(
        row["number"], kind, report, row["entry"], row["by"], row["because"], seen, made, speaker, tuple(quotes)
    )


def _machine_versions(connection: Connection, number: int, report: str) -> Mapping[str, Finding | None]:
    rows = connection.execute(SQL["machine versions"], (number,))
    return {row["id"]: unpack(row["kind"], report, row["packed"]) if row["packed"] else None for row in rows}


def _speaker(one: Finding, shown: Mapping[str, Finding]) -> Span | None:
    """Where the report names the speaker of a statement: the first mention of the chain."""
    first = shown.get(one.speaker_chain or "") if isinstance(one, Statement) else None
    return first.span if isinstance(first, Mention) else None


def _plain(one: Finding) -> Finding:
    """The finding without its status."""
    return replace(one, status="")  # type: ignore[arg-type]
