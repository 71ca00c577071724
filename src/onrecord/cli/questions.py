"""Commands that ask: each is the noun asked for."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

import click

from onrecord.cli.app import Command, with_format, with_ledger
from onrecord.cli.output import Columns, Row, excerpt, plain, print_answer, print_rows
from onrecord.errors import NotFound
from onrecord.ledger import ActorFilter, DoubtFilter, Ledger, ReportFilter, SearchFilter, StatementFilter
from onrecord.ledger.elsewhere import elsewhere
from onrecord.model.terms import Act, Band, Disposition, Genre, Mode, Nameless, Status, ZoneKind
from onrecord.resolve.parties import read as read_parties
from onrecord.views import info as informing
from onrecord.views import search as searching
from onrecord.views.reports import counted


def field(name: str, width: int = 60) -> Callable[[Row], str]:
    """A cell that shows one field of a row."""
    return lambda row: excerpt(row[name], width)


def _published(row: Row) -> str:
    date = cast(dict[str, str | None], row["published"])
    start, end = (date["start"] or "")[:10], (date["end"] or "")[:10]
    return f"{start} to {end}" if start != end else start


def _spoken(row: Row) -> str:
    return excerpt(row["speaker"] or row["source_text"] or "–", 40)


def _said(row: Row) -> str:
    """The day of saying where the report prints one or another statement of the speaker has it; else nothing."""
    said = cast(dict[str, str | None], row["said"])
    return str(said["start"]) if said["start"] and said["start"] == said["end"] else ""


def _act(row: Row) -> str:
    return f"not: {row['act']}" if row["negated"] else str(row["act"])


def _by_date(row: Row) -> tuple[str, ...]:
    """Reports as people look for them: the dated ones first, from the oldest on."""
    date = cast(dict[str, str | None], row["published"])["start"]
    return (date or "~", str(row["outlet"] or "~"), str(row["id"]))


def _by_place(row: Row) -> tuple[str, str, list[list[int]]]:
    """Statements as they follow one another in the text, report by report."""
    return (str(row["published"] or "~"), str(row["report"]), cast(list[list[int]], row["content"]))


def _read_by(form: str, rows: Sequence[Row], order: Callable[[Row], Any]) -> Sequence[Row]:
    """Rows in the order of reading where people read them; programs get them in the order of their ids."""
    return sorted(rows, key=order) if form in ("table", "text") else rows


def name_outlets(ledger: Ledger, asked: object, found: bool) -> None:
    """Raise ``NotFound``, naming the outlets there are, where nothing was found and none is called as was asked."""
    if asked and not found and asked not in (names := ledger.view.outlets()):
        some = ", ".join(map(plain, names)) or "none"
        raise NotFound(f"outlet {plain(str(asked))}: not in the ledger; there are: {some}")


def name_lacking(ledger: Ledger) -> None:
    """Say how many reports an older onrecord has not searched for what is asked, and what to run."""
    if count := ledger.view.lacking():
        click.echo(
            f"{counted(count, 'report')} analysed by an older onrecord, which did not look for this;"
            " search them with `onrecord analyse --stale`",
            err=True,
        )


def name_actors(ledger: Ledger, asked: object, found: bool, *, part: bool = False) -> None:
    """Raise ``NotFound`` where nothing was found and nobody on record bears the name (``part``: one that holds it)."""
    if not asked or found or ledger.view.actors(ActorFilter(id=str(asked))):
        return
    if not part or not ledger.view.actors(ActorFilter(name=str(asked))):
        raise NotFound(
            f"actor {plain(str(asked))}: not in the ledger; look for the name with `onrecord actors --name WORDS`"
        )


def name_parties(ledger: Ledger, asked: str | None, found: bool) -> None:
    """Raise ``NotFound``, naming the parties there are, where nothing was found and no party is called as was asked."""
    if not asked or found:
        return
    kept = ledger.view.parties()
    names = [party.name for party in read_parties(kept.text, kept.origin).parties] if kept else []
    if asked.casefold() not in map(str.casefold, names):
        there = f"there are: {', '.join(map(plain, names))}" if names else "use one with `onrecord actors parties FILE`"
        raise NotFound(f"party {plain(asked)}: not in a file of parties; {there}")


REPORTS: Columns = {
    "id": field("id"),
    "date": _published,
    "known": lambda row: str(cast(dict[str, object], row["published"])["method"]),
    "outlet": field("outlet", 30),
    "title": field("title", 70),
    "statements": lambda row: str(row["statements"]),
    "copies": lambda row: str(row["copy_group"] or "")[:8],
    "characters": lambda row: str(row["characters"]),
}
STATEMENTS: Columns = {
    "id": field("id"),
    "date": lambda row: excerpt(row["published"], 21),
    "said": _said,
    "outlet": field("outlet", 30),
    "speaker": _spoken,
    "act": _act,
    "words": field("content_text", 200),
    "sure": field("band"),
}
DOUBTS: Columns = {
    "id": field("id"),
    "outlet": field("outlet", 30),
    "became": field("disposition"),
    "words": field("exact", 90),
    "reason": field("reason", 120),
}


def with_outlet(command: Command) -> Command:
    """Give a command the options that narrow by outlet and date."""
    command = click.option("--until", help="Published on or before: 2031-05, 2031-05-20.")(command)
    command = click.option("--since", help="Published on or after: 2031, 2031-04, 2031-04-09.")(command)
    return click.option("--outlet", help="Only this outlet, by its whole name.")(command)


def choice(name: str, terms: type[StrEnum], text: str) -> Callable[[Command], Command]:
    """An option that takes one value of a closed list."""
    return click.option(name, type=click.Choice([str(term) for term in terms]), help=text)


@click.command()
@with_outlet
@click.option("--undated", is_flag=True, help="Only those whose date is not known.")
@choice("--genre", Genre, "Only this kind of text.")
@with_format
@with_ledger
def reports(ledger: Path, form: str, **which: object) -> None:
    """The reports, with how their dates are known."""
    with Ledger.open(ledger) as open_ledger:
        rows = list(open_ledger.view.reports(ReportFilter(**which)))  # type: ignore[arg-type]
        name_outlets(open_ledger, which["outlet"], bool(rows))
    print_rows(_read_by(form, rows, _by_date), REPORTS, form, "reports")


@click.command()
@click.option("--speaker", help="Only speakers whose name holds these words.")
@click.option("--actor", help="Only what this actor says, by id or any of its names.")
@with_outlet
@choice("--act", Act, "Only this act.")
@choice("--mode", Mode, "Only words quoted so.")
@choice("--zone", ZoneKind, "Only from this part of reports.")
@choice("--band", Band, "Only those as sure as this.")
@choice("--status", Status, "Only those with this status.")
@choice("--nameless", Nameless, "Only sources without a name, of this kind.")
@click.option("--report", help="Only from the report with this id.")
@click.option("--without-speaker/--with-speaker", default=None, help="Only those that name no source, or all others.")
@with_format
@with_ledger
def statements(ledger: Path, form: str, **which: object) -> None:
    """Who said what, as each report prints it."""
    with Ledger.open(ledger) as open_ledger:
        if which["report"] is not None:
            which["report"] = open_ledger.view.id_of("report", str(which["report"]))
        rows = list(open_ledger.view.statements(StatementFilter(**which)))  # type: ignore[arg-type]
        name_outlets(open_ledger, which["outlet"], bool(rows))
        name_actors(open_ledger, which["actor"], bool(rows))
    print_rows(_read_by(form, rows, _by_place), STATEMENTS, form, "statements")


@click.command()
@click.option("--outlet", help="Only this outlet, by its whole name.")
@choice("--disposition", Disposition, "Only what became this.")
@click.option("--report", help="Only from the report with this id.")
@with_format
@with_ledger
def doubts(ledger: Path, form: str, **which: object) -> None:
    """What was seen and dropped, is unsure or was not analysed, with the reason."""
    with Ledger.open(ledger) as open_ledger:
        if which["report"] is not None:
            which["report"] = open_ledger.view.id_of("report", str(which["report"]))
        rows = list(open_ledger.view.doubts(DoubtFilter(**which)))  # type: ignore[arg-type]
        name_outlets(open_ledger, which["outlet"], bool(rows))
    print_rows(rows, DOUBTS, form, "doubts")


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="The most places to show.")
@click.option("--outlet", help="Only this outlet, by its whole name.")
@click.option("--speaker", help="Only what speakers say whose name holds these words.")
@choice("--act", Act, "Only this act.")
@choice("--mode", Mode, "Only words quoted so.")
@with_format
@with_ledger
def search(words: tuple[str, ...], limit: int, form: str, ledger: Path, **which: str | None) -> None:
    """Find words in all reports; "quoted words" are a phrase, `word*` is the beginning of a word."""
    with Ledger.open(ledger) as open_ledger:
        answer = searching.search(open_ledger.view, " ".join(words), SearchFilter(**which), limit)
        name_outlets(open_ledger, which["outlet"], bool(answer.hits))
        told = elsewhere(open_ledger.view, (hit.entry for hit in answer.hits if hit.entry))
    if form in ("jsonl", "csv"):
        print_rows([asdict(hit) for hit in answer.hits], {}, form, "places")
    else:
        print_answer(searching.as_text(answer, told), answer, form)


@click.command()
@with_format
@with_ledger
def info(form: str, ledger: Path) -> None:
    """How much is on record, and what is missing from it, with the reasons."""
    with Ledger.open(ledger) as open_ledger:
        counts, refused = open_ledger.view.info(), open_ledger.view.refusals()
    words = [informing.as_text(counts), *["", "not read"][: 2 * bool(refused)]]
    words += [f"  {r.subject}: {r.reason}; {r.remedy}" for r in refused]
    print_answer("\n".join(words), counts, form)
