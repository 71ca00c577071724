"""Actors and proposals as other programs read them, and who is meant by an id or a name."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from sqlite3 import Connection, Row

from onrecord.errors import NotFound
from onrecord.ledger.actors import load_actors
from onrecord.ledger.filters import ActorFilter, narrowed
from onrecord.ledger.sql import queries
from onrecord.model.actor import Actor
from onrecord.model.copies import Printed, independent
from onrecord.model.rows import ActorRow, CountRow, LinkRow, ProposalRow, RelatedRow, WordingRow

SQL = queries("actors")
LIKELY = 0.8
"""From this score on a proposal is likely; below it is unsure. No proposal is certain."""


def actor_rows(
    connection: Connection, which: ActorFilter, printed: Mapping[str, Collection[Printed]] | None = None
) -> list[ActorRow]:
    """The actors that the filter leaves, by id; ``printed`` are the copy groups of reports."""
    rows = connection.execute(*narrowed(SQL["listed"], which)).fetchall()
    asked = json.dumps([row["number"] for row in rows])
    actors = load_actors(connection, rows)
    words, counts = _words(connection, asked), _counts(connection, asked)
    links, related = _links(connection, asked), _related(connection, asked)
    reports: defaultdict[int, list[str]] = defaultdict(list)
    for actor, report in connection.execute(SQL["reports of actors"], (asked,)):
        reports[actor].append(report)
    texts = {actor: independent(some, printed or {}) for actor, some in reports.items()}
    return [
        _actor_row(row, actors[n := row["number"]], texts.get(n, 0), words[n], counts[n], links[n], related[n])
        for row in rows
    ]


def proposal_rows(connection: Connection, kind: str | None, actor: str | None = None) -> list[ProposalRow]:
    """The pairs that might be one, by id; those of one actor (whole id) where one is named."""
    return [_proposal_row(row) for row in connection.execute(SQL["proposed"], {"kind": kind, "actor": actor})]


def actors_meant(connection: Connection, which: str) -> list[str]:
    """The ids of the actors that an id (today's, a former one, that of any mention) or a whole name stands for."""
    for id in (which, which.strip().lower()):
        if (found := _by_id(connection, id)) is not None:
            return [found]
    for query, name in (("actors called", which), ("actors called in any case", which.strip().casefold())):
        if rows := connection.execute(SQL[query], {"name": name}).fetchall():
            return [row["id"] for row in rows]
    return []


def actor_meant(connection: Connection, which: str) -> str:
    """The id of the one actor that an id, the beginning of one, or a whole name stands for.

    Raises ``NotFound`` that names them all where several do.
    """
    ids = actors_meant(connection, which)
    first = which.strip().lower()
    if not ids and first:
        ids = [id for (id,) in connection.execute(SQL["actors beginning"], {"first": first})]
    if len(ids) == 1:
        return ids[0]
    if not ids:
        raise NotFound(f"actor {which}: not in the ledger; list them with `onrecord actors`")
    names = {row["id"]: row["name"] for row in actor_rows(connection, ActorFilter(id=json.dumps(ids)))}
    some = ", ".join(f"{names[id]} ({id})" for id in ids)
    raise NotFound(f"actor {which}: several are called so ({some}); give the id")


def _by_id(connection: Connection, id: str) -> str | None:
    seen: set[str] = set()
    while id not in seen:
        seen.add(id)
        for query in ("actor with id", "actor of mention"):
            if row := connection.execute(SQL[query], (id,)).fetchone():
                return str(row[0])
        row = connection.execute(SQL["redirected"], (id,)).fetchone()
        id = str(row[0]) if row else id
    return None


def _actor_row(
    row: Row,
    one: Actor,
    texts: int,
    words: Mapping[str, list[WordingRow]],
    counts: list[CountRow],
    links: list[LinkRow],
    related: list[RelatedRow],
) -> ActorRow:
    return ActorRow(
        id=one.id,
        report=row["report"],
        origin=row["origin"],
        outlet=row["outlet"],
        published=row["published"],
        band=row["band"],
        spans={"mention": [[row["start"], row["end"]]]},
        name=one.name,
        type=row["type"],
        aliases=list(one.aliases),
        named_by=one.named_by,
        ids=dict(one.ids),
        roles=[*words["title"], *words["nominal"]],
        evidence=words["name"],
        counts=counts,
        reports=sum(count["reports"] for count in counts),
        texts=texts,
        statements=sum(count["statements"] for count in counts),
        mentions=sum(count["mentions"] for count in counts),
        parties=[
            {"party": m.party, "role": m.role, "titles": list(m.titles), "start": m.start, "end": m.end}
            for m in one.parties
        ],
        notes=list(one.notes),
        links=links,
        related=related,
    )


def _words(connection: Connection, asked: str) -> Mapping[int, Mapping[str, list[WordingRow]]]:
    found: defaultdict[int, defaultdict[str, list[WordingRow]]] = defaultdict(lambda: defaultdict(list))
    for row in connection.execute(SQL["words of actors"], (asked,)):
        wording = WordingRow(
            words=row["words"],
            form=row["form"],
            outlet=row["outlet"],
            date=row["published"],
            report=row["report"],
            origin=row["origin"],
            start=row["start"],
            end=row["end"],
            times=row["times"],
        )
        found[row["actor"]][row["form"]].append(wording)
    return found


def _counts(connection: Connection, asked: str) -> Mapping[int, list[CountRow]]:
    found: defaultdict[int, list[CountRow]] = defaultdict(list)
    for actor, outlet, reports, statements, mentions in connection.execute(SQL["counts of actors"], (asked,)):
        found[actor].append({"outlet": outlet, "reports": reports, "statements": statements, "mentions": mentions})
    return found


def _links(connection: Connection, asked: str) -> Mapping[int, list[LinkRow]]:
    found: defaultdict[int, list[LinkRow]] = defaultdict(list)
    for actor, a, b, score, reason, machine in connection.execute(SQL["links of actors"], (asked,)):
        found[actor].append({"a": a, "b": b, "score": score, "reason": reason, "machine": bool(machine)})
    return found


def _related(connection: Connection, asked: str) -> Mapping[int, list[RelatedRow]]:
    found: defaultdict[int, list[RelatedRow]] = defaultdict(list)
    for actor, other, name, reason in connection.execute(SQL["related of actors"], {"asked": asked}):
        found[actor].append({"actor": other, "name": name, "reason": reason})
    return found


def _proposal_row(row: Row) -> ProposalRow:
    return ProposalRow(
        id=f"{row['a']}-{row['b']}",
        report=row["a_report"],
        origin=row["a_origin"],
        band="likely" if row["score"] >= LIKELY else "unsure",
        spans={"mention": [[row["a_start"], row["a_end"]]]},
        kind=row["kind"],
        a=row["a"],
        b=row["b"],
        a_name=row["a_name"],
        b_name=row["b_name"],
        score=row["score"],
        reason=row["reason"],
        sides=[
            {
                "report": row[f"{side}_report"],
                "origin": row[f"{side}_origin"],
                "outlet": row[f"{side}_outlet"],
                "span": [row[f"{side}_start"], row[f"{side}_end"]],
            }
            for side in ("a", "b")
        ],
    )
