"""From rows of the ledger to the rows of relations, positions and labels that other programs read."""

from sqlite3 import Row

from onrecord.ledger.rows import GAP, Words
from onrecord.model.entry_rows import EntryGround, EntryPlace, LabelRow, PositionRow, RelationRow
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
