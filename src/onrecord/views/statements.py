"""Who said what, and what was dropped or unsure?"""

from collections.abc import Iterator, Sequence

from onrecord.ledger import DoubtFilter, StatementFilter, View
from onrecord.model.rows import DoubtRow, StatementRow

GAP = " […] "
"""Stands between two slices that do not touch in the report."""


def statements(view: View, which: StatementFilter = StatementFilter()) -> Iterator[StatementRow]:  # noqa: B008 (frozen)
    """The statements by id."""
    return view.statements(which)


def doubts(view: View, which: DoubtFilter = DoubtFilter()) -> Iterator[DoubtRow]:  # noqa: B008 (frozen)
    """What was dropped, unsure or not analysed, by id."""
    return view.doubts(which)


def joined(words: Sequence[str]) -> str:
    """The slices of one role as one string, with a mark where something stands between them."""
    return GAP.join(words)


def speaker_words(row: StatementRow) -> str:
    """Who speaks, as the report says: its name, else the words of the source, else that nobody was found."""
    return row["speaker"] or joined(row["source_text"]) or "no speaker found"
