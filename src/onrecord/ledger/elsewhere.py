"""In how many reports what a statement says is told, and which had it first: from a quotation to its origin."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.ledger.sql import queries
from onrecord.ledger.view import View
from onrecord.model.copies import Printed, independent

SQL = queries("lists")
Version = tuple[str, str | None, str | None, str]
"""Report, outlet, publication and statement of one version."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """An utterance that a statement is a version of; ``first`` are the outlets that had it on the first known day.

    ``texts`` counts copies of one text once; ``statement`` is the id of its oldest version.
    """

    utterance: str
    reports: int
    outlets: int
    texts: int
    first: tuple[str | None, ...]
    day: str | None
    statement: str


def elsewhere(view: View, statements: Iterable[str]) -> Mapping[str, Elsewhere]:
    """For each of the statements (whole ids) that another report has too, the utterance that most reports tell."""
    versions: dict[tuple[str, str], list[Version]] = {}
    for row in view._asked(SQL["told elsewhere"], (json.dumps(sorted(set(statements))),)):
        told = (row["report"], row["outlet"], row["published"], row["version"])
        versions.setdefault((row["statement"], row["utterance"]), []).append(told)
    printed = view.printed() if versions else {}
    found: dict[str, Elsewhere] = {}
    for (statement, utterance), told_in in versions.items():
        one = _of(utterance, told_in, printed)
        if one.reports > 1 and (statement not in found or found[statement].reports < one.reports):
            found[statement] = one
    return found


def _of(utterance: str, versions: Sequence[Version], printed: Mapping[str, Sequence[Printed]]) -> Elsewhere:
    day = min((published[:10] for _, _, published, _ in versions if published), default=None)
    first = dict.fromkeys(outlet for _, outlet, published, _ in versions if (published or "")[:10] == (day or ""))
    reports, outlets = {v[0] for v in versions}, {v[1] for v in versions}
    texts = independent(reports, printed)
    return Elsewhere(utterance, len(reports), len(outlets), texts, tuple(first), day, versions[0][3])
