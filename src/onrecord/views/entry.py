"""What is an entry, of whatever kind: its row, its parts, and itself in one line?"""

from onrecord.ledger import View
from onrecord.model.rows import FigureRow, MentionRow, StatementRow, TimeRow
from onrecord.model.span import Span
from onrecord.views.statements import speaker_words

EntryRow = StatementRow | MentionRow | FigureRow | TimeRow
STATEMENT_ROLES = ("source", "cue", "content", "addressee", "channel", "speaker_evidence")
ROLES = (
    *STATEMENT_ROLES,
    *("mention", "head", "title", "evidence"),
    *("hedge", "number", "what", "group", "place", "as_of", "giver", "relay"),
    *("time", "event"),
)
"""Every role that a part of an entry may have, in the order in which several on one word are named."""


def entry_row(view: View, beginning: str) -> EntryRow:
    """The row of the entry whose id begins so; ``NotFound`` where none does or several do."""
    kind = view.kind_of(beginning)
    if kind == "mention":
        return view.mention(beginning)
    if kind == "figure":
        return view.figure(beginning)
    return view.time(beginning) if kind == "time" else view.entry(beginning)


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
