"""Why does an entry say what it says? The rule, the sources that were weighed, the settings, the doubts nearby."""

from dataclasses import dataclass
from typing import NamedTuple

from onrecord.ledger import DoubtFilter, Settled, View
from onrecord.model.rows import DoubtRow, StatementRow
from onrecord.model.span import Span
from onrecord.views.statements import joined, speaker_words

NEARBY = 300
"""A doubt at most so many characters away from an entry is near it."""


class Weighed(NamedTuple):
    """A source that was weighed; ``chosen`` where it is the entry's source."""

    words: str
    span: Span
    score: float
    reason: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """An entry, how its report was analysed, what was weighed for it (the best first), and the doubts near it."""

    row: StatementRow
    settled: Settled
    weighed: tuple[Weighed, ...]
    features: tuple[tuple[str, str], ...]
    doubts: tuple[DoubtRow, ...]
    evidence: tuple[str, ...]


def explain(view: View, beginning: str) -> Explanation:
    """The explanation of the entry whose id begins so."""
    row = view.entry(beginning)
    statement, text = view.statement(row["id"]), view.text(row["report"])
    weighed = [
        Weighed(c.span.cut(text), c.span, c.score, c.reason, c.span in statement.source) for c in statement.candidates
    ]
    spans = (*statement.source, *statement.cue, *statement.content)
    reach = Span(min(s.start for s in spans) - NEARBY, max(s.end for s in spans) + NEARBY)
    doubts = (d for d in view.doubts(DoubtFilter(report=row["report"])) if reach.overlaps(Span(*d["span"])))
    return Explanation(
        row,
        view.settled(row["report"]),
        tuple(sorted(weighed, key=lambda w: (-w.score, w.span))),
        statement.features,
        tuple(sorted((d for d in doubts if d["disposition"] != "not-analysed"), key=lambda d: d["span"])),
        tuple(span.cut(text) for span in statement.speaker_evidence),
    )


def as_text(explanation: Explanation) -> str:
    """The explanation for a terminal."""
    row, settled = explanation.row, explanation.settled
    lines = [
        f"{speaker_words(row)}: {joined(row['content_text'])}",
        "",
        f"rule        {row['rule']}: {row['reason']}",
        f"cue         {joined(row['cue_text']) or 'none'} → {'not ' if row['negated'] else ''}{row['act']}",
        f"confidence  {row['confidence']:.2f}, {row['band']}; status {row['status']}",
        f"analyser    {row['analyser']}, settings {settled.settings}, text {settled.input[:16]}",
    ]
    if explanation.evidence:
        lines.append(f"name from   {joined(explanation.evidence)}")
    lines += ["", "sources weighed" if explanation.weighed else "no other source was weighed"]
    lines += [
        f"  {'→' if w.chosen else ' '} {w.score:.2f}  {w.words}  ({'taken' if w.chosen else 'turned down'}: {w.reason})"
        for w in explanation.weighed
    ]
    if explanation.features:
        lines += ["", "features", *(f"    {name}: {value}" for name, value in explanation.features)]
    if explanation.doubts:
        lines += ["", "doubts nearby"]
        lines += [f"    {d['disposition']}: {d['exact'][:80]!r} ({d['reason']})" for d in explanation.doubts]
    return "\n".join(lines)
