"""Where do these words stand? Exact spans with the text around them, and what to narrow by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.ledger import Match, SearchFilter, StatementFilter, View
from onrecord.ledger.elsewhere import Elsewhere
from onrecord.model.rows import ReportRow, StatementRow
from onrecord.model.span import Span, Spans, cut
from onrecord.views.reports import counted

AROUND = 90
"""Characters of text on either side of the words found."""
TOGETHER = 120
"""Words found within so many characters make one hit."""
PER_REPORT = 3
FACETS = 8
"""So many names of one facet are printed, the rest is counted."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place in one report: the spans of the words found, and the slice of text around them.

    Of several words it is a place where the most of them stand together. ``entry`` is the statement whose content holds
    the most of them, if one does.
    """

    report: str
    origin: str
    outlet: str | None
    published: str | None
    spans: Spans
    exact: tuple[str, ...]
    around: Span
    snippet: str
    entry: str | None
    speaker: str | None
    source: str | None
    act: str | None
    negated: bool | None
    mode: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The best hits first, at most three of a report; how much matches in all; and counts to narrow by.

    ``facets`` count reports by ``outlet`` and ``month``, and statements by ``speaker``, ``actor``, ``act`` and
    ``mode``, in the order of the names.
    """

    words: str
    hits: tuple[Hit, ...]
    reports: int
    statements: int
    facets: dict[str, tuple[tuple[str, int], ...]]


def search(view: View, words: str, which: SearchFilter = SearchFilter(), limit: int = 20) -> Answer:  # noqa: B008 (frozen)
    """Everything that holds all the words; "quoted words" are a phrase, ``word*`` the beginning of a word."""
    with view.snapshot():
        found = view.search(words, which, limit)
        hits: list[Hit] = []
        for match in found.matches:
            hits += _hits(view, match, found.expression)
            if len(hits) >= limit:
                break
    return Answer(words, tuple(hits[:limit]), found.reports, found.statements, found.facets)


def as_text(answer: Answer, told: Mapping[str, Elsewhere] | None = None) -> str:
    """The answer for a terminal; ``told`` says of entries in how many reports the same is told."""
    lines = [f"{answer.words!r}: {counted(answer.reports, 'report')}, {counted(answer.statements, 'statement')}"]
    for hit in answer.hits:
        spoken = f" · {hit.speaker or hit.source or 'no name'}, {hit.act} · entry {hit.entry}" if hit.entry else ""
        place = f"report {hit.report} {hit.spans[0].start}:{hit.spans[-1].end}"
        lines += ["", f"{hit.outlet or hit.origin} · {hit.published or 'date not known'}{spoken} · {place}"]
        lines.append("  " + " ".join(hit.snippet.split()))
        if hit.entry and told and hit.entry in told:
            lines.append(f"  {told_in(told[hit.entry])}: onrecord compare {told[hit.entry].utterance}")
    for facet, counts in answer.facets.items():
        if counts:
            more = [f"and {len(counts) - FACETS} more"] if len(counts) > FACETS else []
            lines += ["", f"{facet}: " + ", ".join([*(f"{value} {count}" for value, count in counts[:FACETS]), *more])]
    return "\n".join(lines)


def told_in(one: Elsewhere) -> str:
    """In how many reports, outlets and different texts it is told, and who had it first."""
    texts = f", {counted(one.texts, 'independent text')}" if one.texts != one.reports else ""
    outlets = " and ".join(name or "outlet not known" for name in one.first)
    first = f"first in {outlets}, {one.day}" if one.day else "no day of publication is known"
    return f"in {counted(one.reports, 'report')} of {counted(one.outlets, 'outlet')}{texts}, {first}"


def _hits(view: View, match: Match, expression: str) -> Iterator[Hit]:
    text, report = view.text(match.report), view.report_row(match.report)
    statements = list(view.statements(StatementFilter(report=match.report, id=match.entry)))
    marks = view.marks(expression, match.report, text)
    if match.entry:
        contents = [Span(*pair) for row in statements for pair in row["content"]]
        marks = tuple(m for m in marks if any(c.holds(m) for c in contents)) or tuple(contents)
    for spans in _together(text, marks)[:PER_REPORT]:
        yield _hit(text, report, spans, _holding(statements, spans))


def _together(text: str, marks: Spans) -> list[Spans]:
    """The places where the most of the words stand together, in the order of the text."""
    words = [mark.cut(text).casefold() for mark in marks]
    found: list[tuple[int, int, Spans]] = []
    for first, mark in enumerate(marks):
        seen: set[str] = set()
        last = first
        for at in range(first, len(marks)):
            if at > first and marks[at].end - mark.start > TOGETHER:
                break
            if words[at] not in seen:
                seen.add(words[at])
                last = at
        found.append((len(seen), marks[last].end - mark.start, marks[first : last + 1]))
    most = max((count for count, _, _ in found), default=0)
    if most < 2:
        return _grouped(marks)
    kept: list[Spans] = []
    for count, _, spans in sorted(found, key=lambda one: (-one[0], one[1], one[2][0].start)):
        if count == most and not any(spans[0].start < k[-1].end and k[0].start < spans[-1].end for k in kept):
            kept.append(spans)
    return sorted(kept[:PER_REPORT])


def _grouped(marks: Spans) -> list[Spans]:
    groups: list[Spans] = []
    for mark in marks:
        if groups and mark.end - groups[-1][0].start <= TOGETHER:
            groups[-1] = (*groups[-1], mark)
        else:
            groups.append((mark,))
    return groups


def _holding(statements: list[StatementRow], marks: Spans) -> StatementRow | None:
    """The statement whose content holds the most of the words, the shortest one of several."""
    held = {row["id"]: sum(Span(*pair).holds(m) for pair in row["content"] for m in marks) for row in statements}
    holding = [row for row in statements if held[row["id"]]]
    return min(holding, key=lambda r: (-held[r["id"]], sum(e - s for s, e in r["content"]), r["id"]), default=None)


def _hit(text: str, report: ReportRow, spans: Spans, row: StatementRow | None) -> Hit:
    around = _around(text, Span(spans[0].start, spans[-1].end))
    return Hit(
        report=report["id"],
        origin=report["origin"],
        outlet=report["outlet"],
        published=report["published"]["start"],
        spans=spans,
        exact=cut(text, spans),
        around=around,
        snippet=around.cut(text),
        entry=row["id"] if row else None,
        speaker=row["speaker"] if row else None,
        source=" ".join(row["source_text"]) or None if row else None,
        act=row["act"] if row else None,
        negated=row["negated"] if row else None,
        mode=row["mode"] if row else None,
    )


def _around(text: str, span: Span) -> Span:
    """The span and some text on either side, from word to word."""
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    if start:
        start = next((p + 1 for p in range(start, span.start) if text[p].isspace()), start)
    if end < len(text):
        end = next((p for p in range(end - 1, span.end - 1, -1) if text[p].isspace()), end)
    return Span(start, end)
