"""The places by which a decision about actors is found again, whatever later analyses make of a report."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from sqlite3 import Connection, Row
from typing import NamedTuple

from onrecord.ledger.overlay import Anchor, Decided
from onrecord.ledger.sql import queries
from onrecord.model.span import Span, selector
from onrecord.model.terms import Form

SQL = queries("actors")
ENOUGH = 8
"""So many places stand for one side of a decision that does not name each of its chains."""


class Place(NamedTuple):
    """Where a chain can be found again."""

    chain: str
    report: str
    name: str | None
    span: Span


def places_of(connection: Connection, actor: int) -> list[Place]:
    """One place for each chain of an actor, the oldest chain first: a name, else a description, else a pronoun."""
    rows = connection.execute(SQL["anchor places"], (actor,)).fetchall()
    forms = list(Form)
    found: list[Place] = []
    for _, mentions in groupby(rows, key=lambda row: (row["report"], row["chain"])):
        row = min(mentions, key=lambda row: forms.index(Form(row["form"])))
        found.append(Place(row["chain"], row["report"], row["name"], Span(row["start"], row["end"])))
    return found


def few(places: Sequence[Place]) -> list[Place]:
    """The oldest place of every name, and then the oldest, until there are enough to outlive the loss of a report."""
    first = {place.name: place for place in reversed(places)}
    chosen = [place for place in places if first[place.name] is place]
    chosen += [place for place in places if place not in chosen]
    return chosen[:ENOUGH]


def write_anchors(connection: Connection, decision: int, side: int, places: Sequence[Place]) -> None:
    """Keep the places of one side of a decision, with their words and 32 characters around."""
    for ordinal, place in enumerate(places):
        text = connection.execute(SQL["text of"], (place.report,)).fetchone()[0]
        words = selector(text, place.span)
        connection.execute(SQL["anchor"], (decision, side, ordinal, place.report, *place.span, *words))


def attached(connection: Connection) -> tuple[list[Decided], list[Anchor]]:
    """All decisions about actors, and their places with the chains that hold them today."""
    decisions = [
        Decided(row["number"], row["kind"], value_of(row), row["because"]) for row in connection.execute(SQL["decided"])
    ]
    rows = connection.execute(SQL["anchors"]).fetchall() if decisions else []
    anchors: list[Anchor] = []
    for report, group in groupby(sorted(rows, key=lambda row: str(row["report"])), key=lambda row: str(row["report"])):
        anchors += _attached(connection, report, list(group))
    return decisions, sorted(anchors, key=lambda a: (a.decision, a.side, a.report, a.span))


def value_of(row: Row) -> str:
    """What a decision gives: a name, ``scheme:id``, an actor's id, or the number of another decision."""
    return f"{row['field']}:{row['after']}" if row["kind"] == "identify" else str(row["after"] or "")


def _attached(connection: Connection, report: str, rows: Sequence[Row]) -> Iterator[Anchor]:
    mentions = connection.execute(SQL["mentions at"], (report,)).fetchall()
    found = connection.execute(SQL["text of"], (report,)).fetchone()
    text = found[0] if found else None
    for row in rows:
        kept = Anchor(row["decision"], row["side"], report, Span(row["start"], row["end"]), row["exact"], None)
        if text is None:
            yield kept._replace(lost="its report is not in the ledger")
            continue
        span = stands(text, kept.span, kept.exact, row["prefix"], row["suffix"])
        if span is None:
            yield kept._replace(lost="its words are no longer found in the report, or in several places")
            continue
        chain = _holder(mentions, span)
        yield kept._replace(chain=chain, lost="" if chain else "nothing there is taken for an actor any more")


def stands(text: str, span: Span, exact: str, prefix: str, suffix: str) -> Span | None:
    """Where the words stand today: where they stood, else the one place with the same words around; never a guess."""
    if not exact or span.cut(text) == exact:
        return span
    whole = prefix + exact + suffix
    if text.count(whole) != 1:
        return None
    start = text.index(whole) + len(prefix)
    return Span(start, start + len(exact))


def _holder(mentions: Sequence[Row], span: Span) -> str | None:
    """The chain of the mention that shares most with a place; of equals a name, then the first."""
    best: tuple[int, int, int, int] | None = None
    chain: str | None = None
    for row in mentions:
        shared = min(row["end"], span.end) - max(row["start"], span.start)
        if shared <= 0:
            continue
        rank = (-shared, row["end"] - row["start"], list(Form).index(Form(row["form"])), row["start"])
        if best is None or rank < best:
            best, chain = rank, str(row["chain"])
    return chain
