"""Where in reports figures and dated events stand: a count is no label, and an event goes by its day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.ledger import FigureFilter, TimeFilter, View
from onrecord.model.entry_rows import MentionRow, TimeRow
from onrecord.model.span import Span


def counts_of(view: View, outlet: str | None) -> defaultdict[str, list[tuple[Span, Span]]]:
    """For each report its figures that count something: the number and what is counted."""
    found: defaultdict[str, list[tuple[Span, Span]]] = defaultdict(list)
    for row in view.figures(FigureFilter(outlet=outlet, ordinal=False, implied=False)):
        number, what = (row["spans"].get(role) for role in ("number", "what"))
        if number and what:
            found[row["report"]].append((Span(*number[0]), Span(*what[0])))
    return found


def is_count(row: MentionRow, counts: Sequence[tuple[Span, Span]]) -> bool:
    """Whether a description gives a number of what it names."""
    start, end = row["spans"]["mention"][0]
    whole = Span(start, end)
    return any(whole.holds(number) and start <= what.end <= end for number, what in counts)


def days_of(view: View, outlet: str | None) -> dict[str, list[tuple[Span, str]]]:
    """The spans of dated events of each report with their day."""
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    rows: Iterable[TimeRow] = view.times(TimeFilter(dated=True, dates_saying=False, outlet=outlet))
    for row in rows:
        if row["start"] and row["start"] == row["end"]:
            found[row["report"]] += [(Span(*span), row["start"]) for span in row["spans"].get("event", [])]
    return found
