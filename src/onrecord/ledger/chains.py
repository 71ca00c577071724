"""Chains in the ledger: all mentions of one actor in one report, with their words and what they may be joined on."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from sqlite3 import Connection, Row
from typing import NamedTuple

from onrecord.errors import LedgerError
from onrecord.ledger.sql import queries
from onrecord.model.actor import Chain, Wording
from onrecord.model.span import Span, check_slices
from onrecord.model.terms import ActorType

SQL = queries("actors")
FORMS = {"name": "names", "title": "titles", "nominal": "nominals"}
"""The word for each form in ``chain_words``, and the field of a chain that holds them."""


class Keyed(NamedTuple):
    """A chain and the keys that it may be joined to others on."""

    chain: Chain
    keys: Collection[str]


def write_chains(connection: Connection, report: int, text: str, chains: Iterable[Keyed]) -> None:
    """Put the chains of a report in the place of those it has; what both share keys with is touched.

    Raises ``SliceMismatch`` where the words of a chain are not cut from the text, ``LedgerError`` where it is of none
    of the report's mentions.
    """
    numbers: dict[str, int] = dict(connection.execute(SQL["mentions of"], (report,)).fetchall())
    actors: dict[int, int | None] = dict(connection.execute(SQL["actors of report"], (report,)).fetchall())
    connection.execute(SQL["forget chains"], (report,))
    for chain, keys in sorted(chains, key=lambda keyed: keyed.chain.id):
        if chain.id not in numbers:
            raise LedgerError(f"chain {chain.id}: of no mention in the ledger; analyse its report again")
        number = numbers[chain.id]
        for form, field in FORMS.items():
            said: tuple[Wording, ...] = getattr(chain, field)
            check_slices(text, [w.span for w in said], [w.words for w in said], f"chain {chain.id}: {form}")
        labels = (chain.type.value if chain.type else None, chain.name, chain.gender, chain.number)
        counts = (chain.mentions, chain.headline, chain.statements)
        connection.execute(SQL["chain"], (number, actors.get(number), chain.position, *labels, *counts))
        words = (
            (number, form, i, w.words, *w.span, w.times)
            for form, field in FORMS.items()
            for i, w in enumerate(getattr(chain, field))
        )
        connection.executemany(SQL["chain words"], words)
        connection.executemany(SQL["chain feature"], ((number, i, *f) for i, f in enumerate(chain.features)))
        connection.executemany(SQL["chain key"], ((number, key) for key in sorted(keys) or [alone(chain.id)]))


def alone(chain: str) -> str:
    """The key of a chain that shares none with any other."""
    return f"= {chain}"


def load_chains(connection: Connection, numbers: Collection[int]) -> dict[int, Chain]:
    """The chains under these numbers, as resolving sees them."""
    asked = (json.dumps(sorted(numbers)),)
    words: defaultdict[int, dict[str, list[Wording]]] = defaultdict(lambda: {field: [] for field in FORMS.values()})
    for number, form, said, start, end, times in connection.execute(SQL["words of chains"], asked):
        words[number][FORMS[form]].append(Wording(said, Span(start, end), times))
    features: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for number, name, value in connection.execute(SQL["features of chains"], asked):
        features[number].append((name, value))
    rows = connection.execute(SQL["chains"], asked)
    return {row["mention"]: _chain(row, words[row["mention"]], features[row["mention"]]) for row in rows}


def _chain(row: Row, words: Mapping[str, Sequence[Wording]], features: Sequence[tuple[str, str]]) -> Chain:
    return Chain(
        id=row["id"],
        report=row["report"],
        outlet=row["outlet"],
        published=row["published"],
        position=row["position"],
        type=ActorType(row["type"]) if row["type"] else None,
        name=row["name"],
        names=tuple(words["names"]),
        titles=tuple(words["titles"]),
        nominals=tuple(words["nominals"]),
        gender=row["gender"],
        number=row["plurality"],
        mentions=row["mentions"],
        headline=row["headline"],
        statements=row["statements"],
        features=tuple(features),
    )
