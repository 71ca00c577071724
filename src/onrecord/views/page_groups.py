"""What the page lists under each actor: their statements, their other names, and how each outlet describes them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model.rows import ActorRow, StatementRow
from onrecord.views import page_words as words

NAMED, NAMELESS, SPEAKERLESS = "named", "nameless", "speakerless"
DESCRIBED = 12
"""So many descriptions of one actor are shown before the rest is counted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement as the list, the card and the share page show it: its words together 300 characters at most."""

    row: StatementRow
    verb: str
    source: words.Excerpt
    cue: words.Excerpt
    content: words.Excerpt
    parent: StatementRow | None

    @property
    def label(self) -> str:
        """Who and what, in a few words."""
        return f"{who(self.row)}: {self.verb} ({self.row['band']})"


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one actor, or of one kind of source that has no name.

    ``key`` tells two of one name apart; ``also`` are the other names, ``described`` lines of outlet, words and date.
    """

    key: str
    name: str
    kind: str
    entries: tuple[Entry, ...]
    also: tuple[str, ...] = ()
    described: tuple[tuple[str, str, str], ...] = ()
    more: int = 0


def who(row: StatementRow) -> str:
    """The speaker, else the words of the source, else that there is none."""
    return row["speaker"] or " … ".join(row["source_text"])[: words.SHARE_LIMIT] or "No speaker"


def kind_of(row: StatementRow) -> str:
    """Whether a statement has a speaker with a name, a source without one, or none."""
    return NAMED if row["speaker"] else NAMELESS if row["source_text"] else SPEAKERLESS


def groups(entries: Iterable[Entry], actors: Sequence[ActorRow] = ()) -> tuple[Group, ...]:
    """By actor in the order of the alphabet, never of size; then sources without a name; then no speaker at all."""
    known = {actor["id"]: actor for actor in actors}
    gathered: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in entries:
        gathered.setdefault(_key(entry.row, known), []).append(entry)
    order = (NAMED, NAMELESS, SPEAKERLESS)
    keys = sorted(gathered, key=lambda key: (order.index(key[0]), key[1].casefold(), key[1], key[2]))
    return tuple(_group(key, tuple(gathered[key]), known) for key in keys)


def _key(row: StatementRow, actors: Mapping[str, ActorRow]) -> tuple[str, str, str]:
    """Kind, name and actor of the group that a statement is listed in."""
    kind, actor = kind_of(row), actors.get(row["actor"] or "")
    if kind == NAMED:
        return kind, actor["name"] if actor else str(row["speaker"]), actor["id"] if actor else ""
    if kind == NAMELESS:
        return kind, words.NAMELESS.get(row["nameless"] or "", "Named only by a word or a role"), ""
    return kind, "No speaker found", ""


def _group(key: tuple[str, str, str], entries: tuple[Entry, ...], actors: Mapping[str, ActorRow]) -> Group:
    kind, name, id = key
    joined = f"{kind} {name} {id}".strip()
    if id not in actors:
        return Group(joined, name, kind, entries)
    actor = actors[id]
    described = list(dict.fromkeys((r["outlet"] or "outlet not known", r["words"]) for r in actor["roles"]))
    dates = {(r["outlet"] or "outlet not known", r["words"]): r["date"] or "" for r in reversed(actor["roles"])}
    lines = tuple((outlet, said, words.day(dates[outlet, said][:10])) for outlet, said in described[:DESCRIBED])
    also = tuple(alias for alias in actor["aliases"] if alias != name)
    return Group(joined, name, kind, entries, also, lines, len(described) - len(lines))
