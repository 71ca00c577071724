"""What an analysis found, by id and with one hash: the same findings have the same digest on every machine."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model.analysis import Analysis, Doubt
from onrecord.model.span import Spans
from onrecord.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Findings:
    """The statements and doubts of one analysis in the order of their ids, each id worked out once."""

    statements: Mapping[str, Statement]
    doubts: Mapping[str, Doubt]

    @property
    def digest(self) -> str:
        """The sha256 of everything found, as compact JSON."""
        found = [
            [[id, *_statement(s)] for id, s in self.statements.items()],
            [[id, *d] for id, d in self.doubts.items()],
        ]
        return hashlib.sha256(json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def findings(analysis: Analysis) -> Findings:
    """What the analysis found; of two statements with one id the surer stays, of two doubts the smaller reason."""
    statements: dict[str, Statement] = {}
    for id, s in sorted(((s.id, s) for s in analysis.statements), key=lambda pair: (pair[0], *_rank(pair[1]))):
        statements.setdefault(id, s)
    doubts: dict[str, Doubt] = {}
    for id, d in sorted(((d.id, d) for d in analysis.doubts), key=lambda pair: (pair[0], pair[1].reason)):
        doubts.setdefault(id, d)
    return Findings(statements, doubts)


def roles(statement: Statement) -> dict[str, Spans]:
    """The spans of a statement by the role they are stored under."""
    return {
        "source": statement.source,
        "cue": statement.cue,
        "content": statement.content,
        "addressee": statement.addressee,
        "channel": statement.channel,
        "evidence": statement.speaker_evidence,
    }


def _rank(s: Statement) -> tuple[float, str, str]:
    return -s.confidence, s.reason, s.speaker or ""


def _statement(s: Statement) -> list[object]:
    labels = [s.mode, s.act, s.negated, s.zone, round(s.confidence, 2), s.band, s.nameless, s.speaker, s.parent]
    return [roles(s), *labels, s.reason, s.rule, s.analyser, s.candidates, s.features]
