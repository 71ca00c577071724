"""The part of the writing hand by which people rule on entries; every call is one short transaction."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from sqlite3 import Connection
from typing import Any

from onrecord.errors import NotFound, UsageError
from onrecord.ledger.deciding import Deciding
from onrecord.ledger.edits import added, edited, joined, parted, spans
from onrecord.ledger.reviewing import Opened, holding, lay, opened, rule, take_back
from onrecord.ledger.sql import queries
from onrecord.model.review import Finding, RulingKind
from onrecord.model.span import Span
from onrecord.model.statement import Statement
from onrecord.model.terms import ZoneKind

SQL = queries("review")


class ReviewWriter:
    """Keeps what people rule about entries, and lays it over what the machine found."""

    _db: Connection
    _decision: Callable[[], AbstractContextManager[None]]
    _who: Callable[[str, str], Deciding]

    def confirm(self, entry: str, by: str, because: str = "") -> int:
        """Keep that an entry (whole id) is right as it stands; the number of the decision."""
        return self._rule(RulingKind.CONFIRM, entry, by, because)

    def reject(self, entry: str, by: str, because: str = "") -> int:
        """Keep that an entry (whole id) is none; it is not shown any more unless asked for."""
        return self._rule(RulingKind.REJECT, entry, by, because)

    def edit(self, entry: str, values: Mapping[str, Any], by: str, because: str = "") -> int:
        """Keep other spans or labels of an entry (whole id); the number of the decision.

        ``values`` are fields of a statement or figure: roles as lists of ``[start, end]``, labels of the closed lists;
        ``speaker`` is where the report names the speaker (``[start, end]``), None where nobody is named.
        """
        with self._decision():
            at = holding(self._db, entry)
            made, speaker = _made(at.shown[entry], values)
            _free(at, made, entry)
            number = rule(self._db, at, RulingKind.EDIT, entry, made, self._who(by, because), speaker=speaker)
            lay(self._db, at)
        return number

    def add_statement(self, report: str, values: Mapping[str, Any], by: str, because: str = "") -> int:
        """Keep a statement that the machine missed in a report (whole id); ``values`` as for ``edit``."""
        with self._decision():
            at = opened(self._db, report)
            labels = {name: value for name, value in values.items() if name != "speaker"}
            made: Finding = added(report, self._zone(at, labels), labels, by)
            speaker = Span(*values["speaker"]) if values.get("speaker") else None
            _free(at, made, "")
            number = rule(self._db, at, RulingKind.ADD, made.id, made, self._who(by, because), speaker=speaker)
            lay(self._db, at)
        return number

    def join(self, entry: str, other: str, by: str, because: str = "") -> int:
        """Keep that two statements of one report are one, under the first one's speaker; the number of the decision."""
        with self._decision():
            at = holding(self._db, entry)
            one, two = _statement(at, entry), _statement(at, other)
            made, who = joined(one, two), self._who(by, because)
            number = rule(self._db, at, RulingKind.EDIT, entry, made, who)
            rule(self._db, at, RulingKind.REJECT, other, None, who, part_of=number)
            lay(self._db, at)
        return number

    def part(self, entry: str, position: int, by: str, because: str = "") -> int:
        """Keep that a statement is two, the second one's content beginning at this code point of the report's text."""
        with self._decision():
            at = holding(self._db, entry)
            first, second = parted(_statement(at, entry), position, at.row["text"])
            who = self._who(by, because)
            number = rule(self._db, at, RulingKind.EDIT, entry, first, who)
            rule(self._db, at, RulingKind.ADD, second.id, second, who, part_of=number)
            lay(self._db, at)
        return number

    def take_back(self, decision: int, by: str, because: str = "") -> int:
        """Take back a decision about entries, or the taking back of one; the number of this decision."""
        with self._decision():
            number, report = take_back(self._db, decision, self._who(by, because))
            lay(self._db, opened(self._db, report))
        return number

    def _rule(self, kind: RulingKind, entry: str, by: str, because: str) -> int:
        with self._decision():
            at = holding(self._db, entry)
            number = rule(self._db, at, kind, entry, None, self._who(by, because))
            lay(self._db, at)
        return number

    def _zone(self, at: Opened, values: Mapping[str, Any]) -> ZoneKind:
        """The zone in which the content begins."""
        content = spans(values.get("content") or ())
        if not content:
            raise UsageError(f"report {at.report}: a statement needs content; give its spans")
        row = self._db.execute(SQL["zone at"], (at.row["number"], content[0].start)).fetchone()
        return ZoneKind(row["kind"]) if row else ZoneKind.BODY


def _made(one: Finding, values: Mapping[str, Any]) -> tuple[Finding, Span | None]:
    """A person's version of an entry, and where the report names its speaker."""
    labels = {name: value for name, value in values.items() if name != "speaker"}
    made = edited(one, labels) if labels else one
    if "speaker" not in values:
        return made, None
    if not isinstance(made, Statement):
        raise UsageError(f"entry {one.id}: only a statement has a speaker")
    if values["speaker"]:
        return replace(made, nameless=None, speaker_chain=None), Span(*values["speaker"])
    return replace(made, speaker=None, speaker_chain=None, speaker_evidence=()), None


def _free(at: Opened, made: Finding, entry: str) -> None:
    """Raise where another entry says the very same already."""
    if made.id != entry and made.id in at.shown:
        raise UsageError(f"entry {made.id}: is on record with these very words; confirm or edit that one")


def _statement(at: Opened, entry: str) -> Statement:
    one = at.shown.get(entry)
    if not isinstance(one, Statement):
        raise NotFound(f"entry {entry}: no statement of report {at.report}; list them with `onrecord statements`")
    return one
