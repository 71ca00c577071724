"""The tables of every export, as rows of plain cells: reports, each kind of entry, spans, doubts."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from onrecord.ledger import SpanRow, View
from onrecord.model.rows import (
    ActorRow,
    DoubtRow,
    FigureRow,
    LabelRow,
    MentionRow,
    PositionRow,
    ProposalRow,
    RelationRow,
    ReportRow,
    StatementRow,
    TimeRow,
)
from onrecord.model.utterance_rows import UtteranceRow

Cell = str | int | float | None
GAP = " […] "
"""Stands between two slices of one role; the table of spans has each by itself."""

GAP_OF_LISTS = "; "
"""Stands between the members of a list that a table has in one cell."""

WORDS = ("source_text", "cue_text", "content_text", "addressee_text", "channel_text")

KNOWN = ("zone", "confidence", "band", "status", "reason", "rule", "analyser")
"""What every kind of entry has."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "reports": (
        *("id", "origin", "outlet", "title", "byline", "agency", "url"),
        *("published_start", "published_end", "published_method", "published_confidence"),
        *("genre", "genre_reason", "characters", "statements", "copy_group", "notes", "capture", "text"),
    ),
    "statements": (
        *("id", "report", "outlet", "published", "said_start", "said_end", "said_method", "said_confidence"),
        *("speaker", "actor", "act", "negated", "mode"),
        *WORDS,
        *("nameless", "zone", "parent", "confidence", "band", "status", "reason", "rule", "analyser"),
        *("content_start", "content_end", "origin"),
    ),
    "mentions": (
        *(
            "id",
            "report",
            "outlet",
            "published",
            "words",
            "form",
            "type",
            "name",
            "actor",
            "chain",
            "title",
            "gender",
            "number",
        ),
        *("quoted", *KNOWN, "start", "end", "origin"),
    ),
    "figures": (
        *("id", "report", "outlet", "published", "exact", "value", "minimum", "maximum", "hedge", "unit"),
        *("what", "group", "place", "as_of", "giver", "giver_words", "relay", "counting", "ordinal", "implied"),
        *("statement", *KNOWN, "start", "end", "origin"),
    ),
    "times": (
        *("id", "report", "outlet", "published", "exact", "type", "expression", "anchor", "value"),
        *("first_day", "last_day", "bound", "event", "happening", "statement", "dates_saying"),
        *(*KNOWN, "start", "end", "origin"),
    ),
    "relations": (
        *("id", "report", "outlet", "published", "from", "to", "kind", "strength", "voice", "negated", "cue", "matter"),
        *("from_words", "to_words", "from_actor", "to_actor", "from_chain", "to_chain", "statement"),
        *(*KNOWN, "start", "end", "origin"),
    ),
    "positions": (
        *("id", "report", "outlet", "published", "holder", "kind", "voice", "negated", "cue", "wanted", "condition"),
        *("addressee", "holder_words", "holder_actor", "holder_chain", "statement", *KNOWN, "start", "end", "origin"),
    ),
    "labels": (
        *("id", "report", "outlet", "published", "exact", "kind", "voice", "head", "lemma", "about", "name", "actor"),
        *("chain", "statement", *KNOWN, "start", "end", "origin"),
    ),
    "actors": (
        *("id", "name", "type", "named_by", "aliases", "ids", "parties", "notes"),
        *("reports", "texts", "statements", "mentions", "report", "outlet", "published", "start", "end"),
        *("band", "origin"),
    ),
    "actor_words": (
        *("actor", "name", "form", "words", "outlet", "date", "report", "start", "end", "times", "origin"),
    ),
    "actor_counts": ("actor", "name", "outlet", "reports", "statements", "mentions"),
    "proposals": ("kind", "a", "a_name", "b", "b_name", "score", "reason", "band"),
    "utterances": (
        *("utterance", "actor", "actor_name", "ordinal", "statement", "report", "outlet", "published"),
        *("rendering", "rendering_reason", "words", "differs", "relayed", "translated", "copy_group"),
        *("zone", "mode", "act", "negated", "confidence", "band", "status", "start", "end", "origin"),
    ),
    "series": (
        *("series", "name", "place", "figure", "report", "outlet", "published", "exact", "value", "minimum", "maximum"),
        *("hedge", "unit", "as_of", "giver", "former", "revises", "differs_from", "start", "end", "band", "origin"),
    ),
    "spans": (
        *("entry", "report", "role", "ordinal", "start", "end", "exact", "prefix", "suffix"),
        *("utf16_start", "utf16_end", "byte_start", "byte_end"),
    ),
    "doubts": ("id", "report", "outlet", "disposition", "rule", "reason", "start", "end", "exact", "origin"),
}


def report_cells(row: ReportRow) -> dict[str, Cell]:
    """One report."""
    date = row["published"]
    return {
        **{name: row[name] for name in ("id", "origin", "outlet", "title", "byline", "agency", "url")},
        "published_start": date["start"],
        "published_end": date["end"],
        "published_method": date["method"],
        "published_confidence": date["confidence"],
        **{name: row[name] for name in ("genre", "genre_reason", "characters", "statements", "copy_group")},
        "notes": GAP_OF_LISTS.join(row["notes"]),
        **{name: row[name] for name in ("capture", "text")},
    }


def statement_cells(row: StatementRow) -> dict[str, Cell]:
    """One statement; the words of a role are joined, ``content_start`` and ``content_end`` its outer edges."""
    cells = {name: value for name, value in row.items() if not isinstance(value, list | dict)}
    when = {f"said_{part}": row["said"][part] for part in ("start", "end", "method", "confidence")}
    words = {role: GAP.join(row[role] or ()) or None for role in WORDS}  # type: ignore[literal-required]
    return {
        **cells,  # type: ignore[dict-item]
        **when,
        **words,
        "negated": int(row["negated"]),
        "content_start": row["content"][0][0],
        "content_end": row["content"][-1][1],
    }


def mention_cells(row: MentionRow) -> dict[str, Cell]:
    """One mention; ``start`` and ``end`` are its own."""
    cells = {name: value for name, value in row.items() if name != "spans"}
    start, end = row["spans"]["mention"][0]
    words = {"title": GAP.join(row["title"]) or None, "quoted": int(row["quoted"])}
    return {**cells, **words, "start": start, "end": end}  # type: ignore[dict-item]


def figure_cells(row: FigureRow) -> dict[str, Cell]:
    """One figure; ``start`` and ``end`` are those of the number."""
    cells = {name: int(value) if isinstance(value, bool) else value for name, value in row.items() if name != "spans"}
    start, end = row["spans"]["number"][0]
    return {**cells, "start": start, "end": end}  # type: ignore[dict-item]


def time_cells(row: TimeRow) -> dict[str, Cell]:
    """One time expression; ``start`` and ``end`` are where it stands, ``first_day`` and ``last_day`` what it covers."""
    cells = {name: value for name, value in row.items() if name != "spans"}
    start, end = row["spans"]["time"][0]
    days = {"first_day": row["start"], "last_day": row["end"], "dates_saying": int(row["dates_saying"])}
    return {**cells, **days, "start": start, "end": end}  # type: ignore[dict-item]


def stretch_cells(row: RelationRow | PositionRow | LabelRow) -> dict[str, Cell]:
    """One relation, position or label; ``start`` and ``end`` are the outer edges of its words."""
    cells = {name: int(value) if isinstance(value, bool) else value for name, value in row.items() if name != "spans"}
    pairs = [pair for spans in row["spans"].values() for pair in spans]
    return {**cells, "start": min(p[0] for p in pairs), "end": max(p[1] for p in pairs)}  # type: ignore[dict-item]


def actor_cells(row: ActorRow) -> dict[str, Cell]:
    """One actor; report, outlet, date and place are those of its oldest mention."""
    start, end = row["spans"]["mention"][0]
    plain = (
        "id",
        "name",
        "type",
        "named_by",
        "reports",
        "texts",
        "statements",
        "mentions",
        "report",
        "outlet",
        "published",
    )
    return {
        **{name: row[name] for name in (*plain, "band", "origin")},  # type: ignore[literal-required]
        "aliases": GAP_OF_LISTS.join(row["aliases"]),
        "ids": GAP_OF_LISTS.join(f"{scheme}:{value}" for scheme, value in sorted(row["ids"].items())),
        "parties": GAP_OF_LISTS.join(f"{m['role']} of {m['party']}" for m in row["parties"]),
        "notes": GAP_OF_LISTS.join(row["notes"]),
        "start": start,
        "end": end,
    }


def actor_word_cells(row: ActorRow) -> Iterator[dict[str, Cell]]:
    """The names and descriptions of an actor, each report by report."""
    for words in (*row["evidence"], *row["roles"]):
        yield {"actor": row["id"], "name": row["name"], **words}  # type: ignore[dict-item]


def actor_count_cells(row: ActorRow) -> Iterator[dict[str, Cell]]:
    """How often each outlet has an actor speak and speaks of it."""
    for count in row["counts"]:
        yield {"actor": row["id"], "name": row["name"], **count}  # type: ignore[dict-item]


def proposal_cells(row: ProposalRow) -> dict[str, Cell]:
    """One pair that might be one."""
    return {name: row[name] for name in COLUMNS["proposals"]}  # type: ignore[literal-required]


def utterance_cells(row: UtteranceRow) -> Iterator[dict[str, Cell]]:
    """The versions of one utterance; ``differs`` are the words that differ inside quotation marks."""
    for at, member in enumerate(row["members"], start=1):
        said = {"utterance": row["id"], "actor": row["actor"], "actor_name": row["actor_name"], "ordinal": at}
        changes = dict.fromkeys(f"{change['words']} / {change['than_words']}" for change in member["changes"])
        outer = {"start": member["spans"]["point"][0][0], "end": member["spans"]["point"][-1][1]}
        cells = {**member, **said, **outer, "negated": int(member["negated"]), "differs": GAP_OF_LISTS.join(changes)}
        yield {name: cells[name] for name in COLUMNS["utterances"]}  # type: ignore[misc]


def series_cells(view: View) -> Iterator[dict[str, Cell]]:
    """Every figure that stands in a series with others, in its place, and which it revises or differs from."""
    found = view.series()
    for one in found.series if found else ():
        rows = {row["id"]: row for row in view.figures_of(one.figures)}
        for place, id in enumerate(one.figures):
            row = figure_cells(rows[id])
            revises = [r.earlier for r in one.revisions if r.later == id]
            differs = [b if a == id else a for a, b, _ in one.discrepancies if id in (a, b)]
            own: dict[str, Cell] = {"series": one.id, "name": one.name, "place": place, "figure": id}
            own |= {"former": int(id in one.former), "revises": GAP_OF_LISTS.join(revises) or None}
            own |= {"differs_from": GAP_OF_LISTS.join(differs) or None}
            yield {name: own.get(name, row.get(name)) for name in COLUMNS["series"]}


def span_cells(row: SpanRow) -> dict[str, Cell]:
    """One span as position and as quote selector."""
    return {**row}  # type: ignore[dict-item]


def doubt_cells(row: DoubtRow) -> dict[str, Cell]:
    """One doubt; of what was not analysed at all the words are left to the report's own text."""
    start, end = row["span"]
    exact = None if row["disposition"] == "not-analysed" else row["exact"]
    cells = {name: value for name, value in row.items() if name != "span"}
    return {**cells, "start": start, "end": end, "exact": exact}  # type: ignore[dict-item]


TABLES: Mapping[str, Callable[[View], Iterator[dict[str, Cell]]]] = {
    "reports": lambda view: map(report_cells, view.reports()),
    "statements": lambda view: map(statement_cells, view.statements()),
    "mentions": lambda view: map(mention_cells, view.mentions()),
    "figures": lambda view: map(figure_cells, view.figures()),
    "times": lambda view: map(time_cells, view.times()),
    "relations": lambda view: map(stretch_cells, view.relations()),
    "positions": lambda view: map(stretch_cells, view.positions()),
    "labels": lambda view: map(stretch_cells, view.labels()),
    "actors": lambda view: map(actor_cells, view.actors()),
    "actor_words": lambda view: chain.from_iterable(map(actor_word_cells, view.actors())),
    "actor_counts": lambda view: chain.from_iterable(map(actor_count_cells, view.actors())),
    "proposals": lambda view: map(proposal_cells, view.proposals()),
    "utterances": lambda view: chain.from_iterable(map(utterance_cells, view.utterances())),
    "series": series_cells,
    "spans": lambda view: map(span_cells, view.spans()),
    "doubts": lambda view: map(doubt_cells, view.doubts()),
}
