"""What is an entry, of whatever kind: its row, its parts, and itself in one line?"""

from collections.abc import Callable, Mapping

from onrecord.ledger import View
from onrecord.model.rows import FigureRow, LabelRow, MentionRow, PositionRow, RelationRow, StatementRow, TimeRow
from onrecord.model.span import Span
from onrecord.model.terms import PositionKind, RelationKind, Voice
from onrecord.views.statements import speaker_words

OtherRow = MentionRow | FigureRow | TimeRow | RelationRow | PositionRow | LabelRow
"""A row of an entry that is no statement."""
EntryRow = StatementRow | MentionRow | FigureRow | TimeRow | RelationRow | PositionRow | LabelRow
STATEMENT_ROLES = ("source", "cue", "content", "addressee", "channel", "speaker_evidence")
ROLES = (
    *STATEMENT_ROLES,
    *("mention", "head", "title", "evidence"),
    *("hedge", "number", "what", "group", "place", "as_of", "giver", "relay"),
    *("time", "event"),
    *("target", "matter", "holder", "condition", "label", "about"),
)
"""Every role that a part of an entry may have, in the order in which several on one word are named."""


VERBS: Mapping[str, tuple[str, str]] = {
    RelationKind.BLAME: ("blames", "does not blame"),
    RelationKind.ACCUSE: ("accuses", "does not accuse"),
    RelationKind.CRITICISE: ("criticises", "does not criticise"),
    RelationKind.DENY: ("denies it as to", "does not deny it as to"),
    RelationKind.THREATEN: ("threatens", "does not threaten"),
    RelationKind.CREDIT: ("credits", "does not credit"),
}
"""One plain verb for each kind of relation, and what it is where the report says that it was not so."""
POSITIONS: Mapping[str, tuple[str, str]] = {
    PositionKind.DEMAND: ("demands", "does not demand"),
    PositionKind.OFFER: ("offers", "does not offer"),
    PositionKind.ACCEPT: ("accepts", "does not accept"),
    PositionKind.REFUSE: ("refuses", "does not refuse"),
    PositionKind.RED_LINE: ("calls a red line", "does not call a red line"),
    PositionKind.THREAT: ("threatens", "does not threaten"),
}


def entry_row(view: View, beginning: str) -> EntryRow:
    """The row of the entry whose id begins so; ``NotFound`` where none does or several do."""
    readers: Mapping[str, Callable[[str], EntryRow]] = {
        "statement": view.entry,
        "mention": view.mention,
        "figure": view.figure,
        "time": view.time,
        "relation": view.relation,
        "position": view.position,
        "label": view.label,
    }
    return readers[view.kind_of(beginning)](beginning)


def parts(row: EntryRow) -> list[tuple[Span, str]]:
    """Every span of the entry with its role, in the order of the text."""
    if "spans" in row:
        return sorted((Span(*pair), role) for role, pairs in row["spans"].items() for pair in pairs)
    return sorted((Span(*p), role) for role in STATEMENT_ROLES for p in row[role] or ())  # type: ignore[literal-required]


def stretch(row: EntryRow) -> Span:
    """From the first character of its parts to the last."""
    spans = [span for span, _ in parts(row)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def headline(row: EntryRow) -> str:
    """What the entry says, in one line, without how sure it is."""
    if "words" in row:
        return _mention(row)
    if "hedge" in row:
        return figure_line(row)
    if "expression" in row:
        return _time(row)
    if "strength" in row:
        return relation_line(row)
    if "holder" in row:
        return _position(row)
    if "lemma" in row:
        return _label(row)
    negated = "not " if row["negated"] else ""
    return f"{speaker_words(row)} · {negated}{row['act']} · {row['mode']}"


def figure_line(row: FigureRow) -> str:
    """A figure in one line: how many of what, and who gave it."""
    what = " of ".join(dict.fromkeys(words for words in (row["what"], row["group"]) if words))
    giver = f"given by {row['giver']}" if row["giver"] else "in the outlet's own voice"
    relay = f", through {row['relay']}" if row["relay"] else ""
    return " · ".join(words for words in (amount(row), what, giver + relay) if words)


def amount(row: FigureRow) -> str:
    """The number in plain signs, with its hedge and unit: ``at least 19``, ``10 to 12 %``, ``about 3,000 km``.

    What is vague stays in its own words: ``hundreds`` is not 100.
    """
    value, low, high = row["value"], row["minimum"], row["maximum"]
    if row["hedge"] == "range" and low is not None and high is not None:
        number = f"{_plain(low)} to {_plain(high)}"
    elif row["hedge"] == "vague":
        number = row["exact"]
    elif value is None:
        bounds = [f"from {_plain(low)}" if low is not None else "", f"to {_plain(high)}" if high is not None else ""]
        number = " ".join(b for b in bounds if b) or row["exact"]
    else:
        number = _plain(value)
    hedge = "" if row["hedge"] in ("exact", "range", "vague") else row["hedge"].replace("-", " ")
    ordinal = "number" if row["ordinal"] else ""
    return " ".join(words for words in (hedge, ordinal, number, row["unit"] or "") if words)


def relation_line(row: RelationRow) -> str:
    """A relation in one line: who does what to whom, for what, how plainly, in whose voice."""
    who, whom = row["from"] or "the outlet", row["to"] or "nobody named"
    verb = VERBS[row["kind"]][row["negated"]]
    voice = "in the outlet's own voice" if row["voice"] == Voice.OUTLET else ""
    said = (who, verb, whom, row["matter"] and f"for: {row['matter']}", row["strength"], voice)
    return " · ".join(words for words in said if words)


def _position(row: PositionRow) -> str:
    verb = POSITIONS[row["kind"]][row["negated"]]
    condition = f"on the condition: {row['condition']}" if row["condition"] else ""
    said = (row["holder"] or "holder not known", verb, row["wanted"], condition)
    return " · ".join(words for words in said if words)


def _label(row: LabelRow) -> str:
    of = f"of {row['name'] or row['about']}" if row["name"] or row["about"] else ""
    voice = "in the outlet's own voice" if row["voice"] == Voice.OUTLET else "in quoted voice"
    return " · ".join(words for words in (row["exact"], row["kind"].replace("-", " "), of, voice) if words)


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def _mention(row: MentionRow) -> str:
    name = f" → {row['name']}" if row["name"] and row["name"] != row["words"] else ""
    return f"{row['words']}{name} · {row['form']} · {row['type'] or 'kind not known'}"


def _time(row: TimeRow) -> str:
    when = row["start"] or "no calendar date"
    if row["end"] and row["end"] != row["start"]:
        when += f" to {row['end']}"
    of = f"the saying: {row['event']}" if row["dates_saying"] else row["event"] or ""
    return " · ".join(words for words in (row["exact"], when, of, row["happening"] or "") if words)
