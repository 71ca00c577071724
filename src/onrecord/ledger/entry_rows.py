"""From rows of the ledger to the rows of entries that are no statements, as other programs read them."""

from sqlite3 import Row

from onrecord.ledger.rows import GAP, Words
from onrecord.model.entry_rows import (
    EntryGround,
    EntryPlace,
    FigureRow,
    LabelRow,
    MentionRow,
    PositionRow,
    RelationRow,
    TimeRow,
)
from onrecord.model.terms import Voice


def place(row: Row) -> EntryPlace:
    """Where an entry stands."""
    return {
        "id": row["id"],
        "report": row["report"],
        "origin": row["origin"],
        "outlet": row["outlet"],
        "published": row["published"],
        "zone": row["zone"],
    }


def ground(row: Row) -> EntryGround:
    """How sure an entry is and why."""
    return {
        "confidence": row["confidence"],
        "band": row["band"],
        "status": row["status"],
        "reason": row["reason"],
        "rule": row["rule"],
        "analyser": row["analyser"],
    }


def mention_row(row: Row) -> MentionRow:
    """One row of ``mentions``."""
    of = Words(row["spans"])
    spans = of.spans("mention", "head", "title", "evidence") | {"head": [[row["head_start"], row["head_end"]]]}
    return {
        **place(row),
        "words": GAP.join(of.words["mention"]),
        "form": row["form"],
        "type": row["type"],
        "name": row["name"],
        "actor": row["actor"],
        "chain": row["chain"],
        "title": of.words["title"],
        "gender": row["gender"],
        "number": row["plurality"],
        "quoted": bool(row["quoted"]),
        **ground(row),
        "spans": spans,
    }


def figure_row(row: Row) -> FigureRow:
    """One row of ``figures``."""
    of = Words(row["spans"])
    return {
        **place(row),
        "exact": GAP.join(of.words["number"]),
        "value": row["value"],
        "minimum": row["minimum"],
        "maximum": row["maximum"],
        "hedge": row["hedge"],
        "unit": row["unit"],
        "what": of.joined("what"),
        "group": of.joined("group"),
        "place": of.joined("place"),
        "as_of": of.joined("as_of"),
        "giver": row["giver_name"] or of.joined("giver"),
        "giver_words": of.joined("giver"),
        "relay": row["relay_name"] or of.joined("relay"),
        "counting": row["counting"],
        "ordinal": bool(row["ordinal"]),
        "implied": bool(row["implied"]),
        "statement": row["statement"],
        **ground(row),
        "spans": of.spans("number", "hedge", "what", "group", "place", "as_of", "giver", "relay"),
    }


def time_row(row: Row) -> TimeRow:
    """One row of ``times``."""
    of = Words(row["spans"])
    return {
        **place(row),
        "exact": GAP.join(of.words["time"]),
        "type": row["type"],
        "expression": row["expression"],
        "anchor": row["anchor"],
        "value": row["value"],
        "start": row["start"],
        "end": row["end"],
        "bound": row["bound"],
        "event": of.joined("event"),
        "happening": row["happening"],
        "statement": row["statement"],
        "dates_saying": bool(row["dates_saying"]),
        **ground(row),
        "spans": of.spans("time", "event"),
    }


def relation_row(row: Row) -> RelationRow:
    """One row of ``relations``."""
    of = Words(row["spans"])
    outlet = row["outlet"] if row["voice"] == Voice.OUTLET else None
    return {
        **place(row),
        "from": row["from_name"] or row["source_name"] or of.joined("source") or outlet,
        "to": row["to_name"] or row["target_name"] or of.joined("target"),
        "kind": row["kind"],
        "strength": row["strength"],
        "voice": row["voice"],
        "negated": bool(row["negated"]),
        "cue": of.joined("cue"),
        "matter": of.joined("matter"),
        "from_words": of.joined("source"),
        "to_words": of.joined("target"),
        "from_actor": row["from_actor"],
        "to_actor": row["to_actor"],
        "from_chain": row["from_chain"],
        "to_chain": row["to_chain"],
        "statement": row["statement"],
        **ground(row),
        "spans": of.spans("source", "cue", "target", "matter"),
    }


def position_row(row: Row) -> PositionRow:
    """One row of ``positions``."""
    of = Words(row["spans"])
    return {
        **place(row),
        "holder": row["actor_name"] or row["holder_name"] or of.joined("holder"),
        "kind": row["kind"],
        "voice": row["voice"],
        "negated": bool(row["negated"]),
        "cue": of.joined("cue"),
        "wanted": of.joined("content"),
        "condition": of.joined("condition"),
        "addressee": of.joined("addressee"),
        "holder_words": of.joined("holder"),
        "holder_actor": row["actor"],
        "holder_chain": row["chain"],
        "statement": row["statement"],
        **ground(row),
        "spans": of.spans("holder", "cue", "content", "condition", "addressee"),
    }


def label_row(row: Row) -> LabelRow:
    """One row of ``labels``; the head is cut from the label that it lies in."""
    of = Words(row["spans"])
    exact, start = GAP.join(of.words["label"]), of.pairs["label"][0][0]
    head = [row["head_start"], row["head_end"]]
    return {
        **place(row),
        "exact": exact,
        "kind": row["kind"],
        "voice": row["voice"],
        "head": exact[head[0] - start : head[1] - start],
        "lemma": row["lemma"],
        "about": of.joined("about"),
        "name": row["actor_name"],
        "actor": row["actor"],
        "chain": row["chain"],
        "statement": row["statement"],
        **ground(row),
        "spans": of.spans("label", "about") | {"head": [head]},
    }
