"""What the page lists of figures and dates: lines of words cut from the reports, in order, none of them added up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model.rows import FigureRow
from onrecord.views import page_words as words
from onrecord.views.entry import amount
from onrecord.views.figures import Shown, remarks, spread, title
from onrecord.views.timeline import Dated


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure: how many of what, who gave it, which outlet printed it and when."""

    row: FigureRow
    amount: str
    what: str
    giver: str
    outlet: str
    date: str


@dataclass(frozen=True, slots=True)
class DatedLine:
    """One dated event: its days, the sentence (300 characters at most), how reports put it, and which outlets do."""

    id: str
    report: str
    days: str
    sentence: words.Excerpt
    happening: str
    known: str
    outlets: tuple[str, ...]


def figure_lines(rows: Iterable[FigureRow]) -> tuple[FigureLine, ...]:
    """The figures by what is counted, then by date; places in a row and implied ones are left out."""
    lines = [_figure(row) for row in rows if not row["ordinal"] and not row["implied"]]
    return tuple(sorted(lines, key=_order))


@dataclass(frozen=True, slots=True)
class SeriesBlock:
    """Figures that count the same, oldest first, each with what it differs from or revises; no verdict."""

    name: str
    between: str
    lines: tuple[tuple[FigureLine, str], ...]


def series_blocks(series: Sequence[Shown]) -> tuple[SeriesBlock, ...]:
    """The series of two figures and more, those with most figures first."""
    blocks = [
        SeriesBlock(title(one), spread(one), tuple((_figure(row), said.get(row["id"], "")) for row in one.rows))
        for one in series
        if len(one.rows) > 1 and (said := remarks(one)) is not None
    ]
    return tuple(sorted(blocks, key=lambda b: (-len(b.lines), b.name.casefold(), b.lines[0][0].row["id"])))


def dated_lines(events: Sequence[Dated]) -> tuple[DatedLine, ...]:
    """The events in their order."""
    return tuple(
        DatedLine(
            event.id,
            event.rows[0]["report"],
            words.day(event.start)
            if event.start == event.end
            else f"{words.day(event.start)} to {words.day(event.end)}",
            words.excerpt([event.label], words.SHARE_LIMIT),
            event.happening,
            event.known,
            event.outlets,
        )
        for event in events
    )


def _figure(row: FigureRow) -> FigureLine:
    what = " · ".join(dict.fromkeys(str(row[k]) for k in ("what", "group", "place") if row[k]))
    return FigureLine(
        row,
        amount(row),
        what[: words.SHARE_LIMIT],
        row["giver"] or "the outlet itself",
        row["outlet"] or "outlet not known",
        words.day((row["published"] or "")[:10]),
    )


def _order(line: FigureLine) -> tuple[str, str, str, list[list[int]]]:
    row = line.row
    return (line.what.casefold(), row["published"] or "~", row["report"], row["spans"]["number"])
