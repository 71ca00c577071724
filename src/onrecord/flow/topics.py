"""The user's file of topics: taken, and checked against what is on record."""

from pathlib import Path

from onrecord.flow.keeping import given_text
from onrecord.ledger import Ledger, PositionFilter
from onrecord.resolve.topics import read, unused


def use_topics(ledger: Path | str, path: Path | str | None, by: str) -> tuple[str, ...]:
    """Take a file of topics as the one in force, None for no file; what a person should look at in it.

    Raises ``Malformed`` with everything that is wrong with the file, and leaves the one in force.
    """
    text = "" if path is None else given_text(Path(path))
    topics = read(text, str(path)) if path is not None else None
    with Ledger.open(ledger) as open_ledger:
        open_ledger.writer.topics(text, "" if path is None else str(path), by)
        if topics is None:
            return ()
        rows = open_ledger.view.positions(PositionFilter(negated=False))
        return unused(topics, (f"{row['wanted'] or ''} {row['condition'] or ''}" for row in rows))
