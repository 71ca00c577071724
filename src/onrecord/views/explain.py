"""Why does an entry say what it says? The rule, the sources that were weighed, the settings, the doubts nearby."""

from dataclasses import dataclass
from typing import NamedTuple

from onrecord.ledger import DoubtFilter, Settled, View
from onrecord.model.mention import Mention
from onrecord.model.review import Finding
from onrecord.model.rows import DoubtRow
from onrecord.model.span import Span, Spans
from onrecord.model.statement import Statement
from onrecord.views.entry import EntryRow, entry_row, headline, stretch
from onrecord.views.statements import joined, speaker_words

NEARBY = 300
"""A doubt at most so many characters away from an entry is near it."""


class Weighed(NamedTuple):
    """A source that was weighed; ``chosen`` where it is the entry's source, or what its pronoun or title stands for."""

    words: str
    span: Span
    score: float
    reason: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """An entry, how its report was analysed, what was weighed for it (the best first), and the doubts near it."""

    row: EntryRow
    settled: Settled
    weighed: tuple[Weighed, ...]
    features: tuple[tuple[str, str], ...]
    doubts: tuple[DoubtRow, ...]
    evidence: tuple[str, ...]


def explain(view: View, beginning: str) -> Explanation:
    """The explanation of the entry whose id begins so."""
    row = entry_row(view, beginning)
    found, text = view.finding(row["id"]), view.text(row["report"])
    weighed = _weighed(found, text) if isinstance(found, Statement) else []
    start, end = stretch(row)
    reach = Span(start - NEARBY, end + NEARBY)
    doubts = (d for d in view.doubts(DoubtFilter(report=row["report"])) if reach.overlaps(Span(*d["span"])))
    return Explanation(
        row,
        view.settled(row["report"]),
        tuple(sorted(weighed, key=lambda w: (-w.score, w.span))),
        found.features,
        tuple(sorted((d for d in doubts if d["disposition"] != "not-analysed"), key=lambda d: d["span"])),
        tuple(span.cut(text) for span in _evidence(found)),
    )


def as_text(explanation: Explanation) -> str:
    """The explanation for a terminal."""
    row, settled = explanation.row, explanation.settled
    lines = [
        f"{speaker_words(row)}: {joined(row['content_text'])}" if "act" in row else headline(row),
        "",
        f"rule        {row['rule']}: {row['reason']}",
    ]
    if "act" in row:
        acted = f"{'not ' if row['negated'] else ''}{row['act']}"
        lines.append(f"cue         {joined(row['cue_text']) or 'none'} → {acted}")
    lines += [
        f"confidence  {row['confidence']:.2f}, {row['band']}; status {row['status']}",
        f"analyser    {row['analyser']}, settings {settled.settings}, text {settled.input[:16]}",
    ]
    if explanation.evidence:
        lines.append(f"name from   {joined(explanation.evidence)}")
    if "act" in row:
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


def _weighed(said: Statement, text: str) -> list[Weighed]:
    taken = {*said.source, *said.speaker_evidence}
    return [Weighed(c.span.cut(text), c.span, c.score, c.reason, c.span in taken) for c in said.candidates]


def _evidence(found: Finding) -> Spans:
    if isinstance(found, Statement):
        return found.speaker_evidence
    return found.evidence if isinstance(found, Mention) else ()
