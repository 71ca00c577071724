"""What the page shows, made from rows: reports with their marked text, statements by speaker, doubts, counts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar, cast

from onrecord.model.rows import ActorRow, DoubtRow, ReportRow, StatementRow
from onrecord.views import page_words as words
from onrecord.views.page_groups import SPEAKERLESS, Entry, Group, groups, kind_of
from onrecord.views.page_marks import Mark, MarkedText, mark_up

Row = TypeVar("Row", ReportRow, StatementRow, DoubtRow)

EXCERPTED = ("origin", "url", "source_text", "cue_text", "content_text", "addressee_text", "channel_text", "exact")


class Refusal(Protocol):
    """An input that did not become a report; ``onrecord.errors.InputRefused`` is one."""

    @property
    def subject(self) -> str:
        """The input, as the user gave it."""

    @property
    def reason(self) -> str:
        """Why it was refused: one plain clause."""

    @property
    def remedy(self) -> str:
        """What to do next."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """One doubt as the list shows it."""

    row: DoubtRow
    listed: words.Excerpt

    @property
    def label(self) -> str:
        """What became of it and by which rule."""
        return f"{self.row['disposition']}: {self.row['rule']}".replace("-", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Story:
    """One report with all that lies in it, in the order of its text."""

    row: ReportRow
    title: str
    date: str
    date_method: str
    address: str
    link: str | None
    marked: MarkedText | None
    entries: tuple[Entry, ...]
    doubts: tuple[Dropped, ...]

    @property
    def titled(self) -> bool:
        """Whether the text that is shown has a headline of its own."""
        return self.marked is not None and any(block.zone == "headline" for block in self.marked.blocks)


@dataclass(frozen=True, slots=True)
class OutletLine:
    """The counts of one outlet, so that every number has its denominator beside it."""

    name: str
    reports: int
    statements: int
    speakerless: int
    dropped: int


@dataclass(frozen=True, slots=True)
class Record:
    """Everything the template prints."""

    stories: tuple[Story, ...]
    groups: tuple[Group, ...]
    dropped: tuple[tuple[str, tuple[Dropped, ...]], ...]
    outlets: tuple[OutletLine, ...]
    acts: tuple[tuple[str, str, int], ...]
    modes: tuple[str, ...]
    bands: tuple[str, ...]
    unsure: frozenset[str]
    attributed: int
    speakerless: int
    lost: int
    labels: Mapping[str, str]

    @property
    def statements(self) -> int:
        """Attributed and without speaker."""
        return self.attributed + self.speakerless

    @property
    def texts(self) -> int:
        """How many different texts the reports are, those of one copy group counted once."""
        return len({story.row["copy_group"] or story.row["id"] for story in self.stories})

    def twins(self, story: Story) -> tuple[Story, ...]:
        """The other reports that print the same text."""
        group = story.row["copy_group"]
        return tuple(one for one in self.stories if group and one.row["copy_group"] == group and one is not story)


def record(
    reports: Sequence[ReportRow],
    texts: Mapping[str, str],
    statements: Sequence[StatementRow],
    doubts: Sequence[DoubtRow],
    share: bool,
    actors: Sequence[ActorRow] = (),
) -> Record:
    """Arrange the rows of ``reports``; rows that belong to other reports are left out, order of input never matters."""
    if share:
        reports, statements = [_capped(row) for row in reports], [_capped(row) for row in statements]
        doubts = [_capped(row) for row in doubts]
    ordered = sorted(reports, key=_report_key)
    ids = {row["id"] for row in ordered}
    rows = sorted((row for row in statements if row["report"] in ids), key=_statement_key)
    by_id = {row["id"]: row for row in rows}
    kept = [_dropped(row) for row in sorted((d for d in doubts if d["report"] in ids), key=_doubt_key)]
    entries: dict[str, list[Entry]] = defaultdict(list)
    for row in rows:
        entries[row["report"]].append(_entry(row, by_id))
    doubted: dict[str, list[Dropped]] = defaultdict(list)
    for doubt in kept:
        doubted[doubt.row["report"]].append(doubt)
    stories = tuple(
        _story(row, texts.get(row["id"]), share, tuple(entries[row["id"]]), tuple(doubted[row["id"]]))
        for row in ordered
    )
    without = sum(kind_of(row) == SPEAKERLESS for row in rows)
    acts = Counter(row["act"] for row in rows)
    return Record(
        stories=stories,
        groups=groups((entry for story in stories for entry in story.entries), actors),
        dropped=_by_rule(kept),
        outlets=_outlets(stories),
        acts=tuple((act, words.verb(act, negated=False), acts[act]) for act in sorted(acts)),
        modes=tuple(sorted({row["mode"] for row in rows})),
        bands=tuple(sorted({row["band"] for row in rows})),
        unsure=frozenset(row["id"] for row in rows if row["band"] == "unsure"),
        attributed=len(rows) - without,
        speakerless=without,
        lost=sum(d.row["disposition"] == "dropped" for d in kept),
        labels=_labels(stories),
    )


def _labels(stories: Iterable[Story]) -> dict[str, str]:
    """What a mark in the text is called, by the id of its entry."""
    labels = {entry.row["id"]: entry.label for story in stories for entry in story.entries}
    return labels | {d.row["id"]: d.label for story in stories for d in story.doubts}


def _capped(row: Row) -> Row:
    """The row with all words that may come from the text cut to what may be shared; ``EXCERPTED`` are cut later."""

    def cap(value: object) -> object:
        if isinstance(value, list):
            return [cap(item) for item in value]
        return value[: words.SHARE_LIMIT] if isinstance(value, str) else value

    return cast(Row, {name: value if name in EXCERPTED else cap(value) for name, value in row.items()})


def _report_key(row: ReportRow) -> tuple[bool, str, str, str]:
    start = row["published"]["start"]
    return start is None, start or "", row["outlet"] or "", row["id"]


def _statement_key(row: StatementRow) -> tuple[str, int, str]:
    starts = [pair[0] for role in (row["source"], row["cue"], row["content"]) for pair in role]
    return row["report"], min(starts, default=0), row["id"]


def _doubt_key(row: DoubtRow) -> tuple[str, int, str]:
    return row["report"], row["span"][0], row["id"]


def _entry(row: StatementRow, by_id: Mapping[str, StatementRow]) -> Entry:
    source = words.excerpt(row["source_text"], 80)
    cue = words.excerpt(row["cue_text"], 60)
    room = words.SHARE_LIMIT - sum(len(piece) for piece in source.pieces + cue.pieces)
    return Entry(
        row,
        words.verb(row["act"], row["negated"]),
        source,
        cue,
        words.excerpt(row["content_text"], room),
        by_id.get(row["parent"] or ""),
    )


def _dropped(row: DoubtRow) -> Dropped:
    return Dropped(row, words.excerpt([row["exact"]], words.SHARE_LIMIT))


def _story(
    row: ReportRow, text: str | None, share: bool, entries: tuple[Entry, ...], doubts: tuple[Dropped, ...]
) -> Story:
    marked = None if share or text is None else mark_up(text, _marks(entries, doubts), row["zones"])
    return Story(
        row,
        _title(row, text),
        words.published(row["published"]),
        words.date_method(row["published"]),
        words.address(row["url"], row["origin"]),
        words.link(row["url"]) or words.link(row["origin"]),
        marked,
        entries,
        doubts,
    )


def _title(row: ReportRow, text: str | None) -> str:
    """The title that was given, else the first headline of the text, else the name of the file."""
    headlines = (text[zone["start"] : zone["end"]] for zone in row["zones"] if text and zone["kind"] == "headline")
    return row["title"] or next(headlines, "")[: words.SHARE_LIMIT] or words.file_name(row["origin"])


def _marks(entries: Iterable[Entry], doubts: Iterable[Dropped]) -> Iterable[Mark]:
    for entry in entries:
        row = entry.row
        for role, spans in (("source", row["source"]), ("cue", row["cue"]), ("content", row["content"])):
            for start, end in spans:
                yield Mark(row["id"], role, start, end)
    for doubt in doubts:
        if doubt.row["disposition"] != "not-analysed":
            yield Mark(doubt.row["id"], "doubt", *doubt.row["span"])


def _by_rule(doubts: Iterable[Dropped]) -> tuple[tuple[str, tuple[Dropped, ...]], ...]:
    gathered: dict[str, list[Dropped]] = {}
    for doubt in doubts:
        gathered.setdefault(doubt.label, []).append(doubt)
    return tuple((name, tuple(gathered[name])) for name in sorted(gathered))


def _outlets(stories: Sequence[Story]) -> tuple[OutletLine, ...]:
    names = sorted({story.row["outlet"] or "" for story in stories}, key=lambda name: (name == "", name.casefold()))
    lines = []
    for name in names:
        own = [story for story in stories if (story.row["outlet"] or "") == name]
        rows = [entry.row for story in own for entry in story.entries]
        lines.append(
            OutletLine(
                name or "outlet not known",
                len(own),
                len(rows),
                sum(kind_of(row) == SPEAKERLESS for row in rows),
                sum(d.row["disposition"] == "dropped" for story in own for d in story.doubts),
            )
        )
    return tuple(lines)
