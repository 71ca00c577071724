"""Which figures count the same: worked out anew from all figures whenever any of them has changed."""

from pathlib import Path

from onrecord.ledger import FigureFilter, Ledger
from onrecord.resolve.series import series
from onrecord.views.figures import counted_in, seen_in


def count_all(ledger: Ledger) -> bool:
    """Make the series anew where they are not those of what the ledger holds; whether they were."""
    with ledger.view.snapshot():
        stamp = ledger.view.series_stamp()
        if stamp == ledger.view.series_made():
            return False
        rows = counted_in(ledger.view, FigureFilter(ordinal=False, implied=False))
        seen, rulings = list(seen_in(ledger.view, rows)), ledger.view.figures_ruled()
    return ledger.writer.keep_series(series(seen, rulings), stamp)


def rule(ledger: Path | str, a: str, b: str, same: bool, by: str, because: str) -> int:
    """Keep that two figures count the same, or do not; the number of the decision. Ids may be shortened."""
    with Ledger.open(ledger) as opened:
        whole = [opened.view.id_of("figure", one) for one in (a, b)]
        number = opened.writer.rule_figures(whole[0], whole[1], same, by, because)
        count_all(opened)
    return number
