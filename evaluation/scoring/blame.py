"""The rule by which blame is scored, that of ``score_stories.py``: explicit edges of an article, both sides right."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from evaluation.scoring.counts import Counts
from evaluation.scoring.names import Names

Row = Mapping[str, Any]
OUTLET = "outlet"


def score(
    doc: str, golds: Iterable[Row], guesses: Iterable[Row], names: Names, said: Mapping[str, str]
) -> tuple[tuple[str, str], Counts]:
    """The counts of one article; an edge answers one gold edge at most."""
    asked = [row for row in golds if str(row["doc"]) == doc and row["strength"] == "explicit"]
    given = [row for row in guesses if str(row["doc"]) == doc and row.get("strength", "explicit") == "explicit"]
    free = list(range(len(given)))
    for row in asked:
        hit = next((at for at in free if _right(row, given[at], names, said)), None)
        free = [at for at in free if at != hit]
    return ("blame", "F1"), Counts(len(given) - len(free), len(given), len(asked))


def _right(gold: Row, guess: Row, names: Names, said: Mapping[str, str]) -> bool:
    own = [str(row["from"]).startswith(OUTLET) for row in (gold, guess)]
    source = all(own) or names.right(gold["from"], said.get(str(guess["from"])))
    return source and names.right(gold["to"], said.get(str(guess["to"])))


def sides(rows: Sequence[Row]) -> list[str]:
    """The names on both sides of predicted edges, the outlets' own voices left out."""
    return [str(row[side]) for row in rows for side in ("from", "to") if not str(row[side]).startswith(OUTLET)]
