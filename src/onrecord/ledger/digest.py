"""What an analysis says, as one hash: the same findings have the same digest on every machine."""

import hashlib
import json
from collections.abc import Iterable

from onrecord.ledger.check import roles
from onrecord.model.analysis import Analysis, Doubt
from onrecord.model.statement import Statement


def unique_statements(analysis: Analysis) -> list[Statement]:
    """The statements by id; of two with one id the surer, then the one with the smaller reason."""
    ranked = sorted(analysis.statements, key=lambda s: (s.id, -s.confidence, s.reason, s.speaker or ""))
    return list({statement.id: statement for statement in reversed(ranked)}.values())[::-1]


def unique_doubts(analysis: Analysis) -> list[Doubt]:
    """The doubts by id; of two with one id the one with the smaller reason."""
    ranked = sorted(analysis.doubts, key=lambda d: (d.id, d.reason))
    return list({doubt.id: doubt for doubt in reversed(ranked)}.values())[::-1]


def findings_digest(statements: Iterable[Statement], doubts: Iterable[Doubt]) -> str:
    """The sha256 of statements and doubts, both in the order of their ids, as compact JSON."""
    found = [[_statement(s) for s in statements], [list(doubt) for doubt in doubts]]
    return hashlib.sha256(json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _statement(s: Statement) -> list[object]:
    labels = [s.mode, s.act, s.negated, s.zone, round(s.confidence, 2), s.band, s.nameless, s.speaker, s.parent]
    return [s.id, roles(s), *labels, s.reason, s.rule, s.analyser, s.candidates, s.features]
