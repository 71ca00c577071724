"""Commands that ask: each is the noun asked for."""

from collections.abc import Callable
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import cast

import click

from onrecord.cli.app import Command, with_format, with_ledger
from onrecord.cli.output import Columns, Row, excerpt, print_answer, print_rows
from onrecord.ledger import DoubtFilter, Ledger, ReportFilter, SearchFilter, StatementFilter
from onrecord.model.terms import Act, Band, Disposition, Genre, Mode, Nameless, Status, ZoneKind
from onrecord.views import info as informing
from onrecord.views import search as searching


def field(name: str, width: int = 60) -> Callable[[Row], str]:
    """A cell that shows one field of a row."""
    return lambda row: excerpt(row[name], width)


def _published(row: Row) -> str:
    date = cast(dict[str, str | None], row["published"])
    start, end = (date["start"] or "")[:10], (date["end"] or "")[:10]
    return f"{start} to {end}" if start != end else start


def _spoken(row: Row) -> str:
    return excerpt(row["speaker"] or row["source_text"] or "–", 40)


def _act(row: Row) -> str:
    return f"not: {row['act']}" if row["negated"] else str(row["act"])


REPORTS: Columns = {
    "id": field("id"),
    "date": _published,
    "known": lambda row: str(cast(dict[str, object], row["published"])["method"]),
    "outlet": field("outlet", 30),
    "title": field("title", 70),
    "statements": lambda row: str(row["statements"]),
    "characters": lambda row: str(row["characters"]),
}
STATEMENTS: Columns = {
    "id": field("id"),
    "date": lambda row: excerpt(row["published"], 21),
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


def _choice(name: str, terms: type[StrEnum], text: str) -> Callable[[Command], Command]:
    return click.option(name, type=click.Choice([str(term) for term in terms]), help=text)


@click.command()
@with_outlet
@click.option("--undated", is_flag=True, help="Only those whose date is not known.")
@_choice("--genre", Genre, "Only this kind of text.")
@with_format
@with_ledger
def reports(ledger: Path, form: str, **which: object) -> None:
    """The reports, with how their dates are known."""
    with Ledger.open(ledger) as open_ledger:
        rows = open_ledger.view.reports(ReportFilter(**which))  # type: ignore[arg-type]
        print_rows(rows, REPORTS, form, "reports")


@click.command()
@click.option("--speaker", help="Only speakers whose name holds these words.")
@with_outlet
@_choice("--act", Act, "Only this act.")
@_choice("--mode", Mode, "Only words quoted so.")
@_choice("--zone", ZoneKind, "Only from this part of reports.")
@_choice("--band", Band, "Only those as sure as this.")
@_choice("--status", Status, "Only those with this status.")
@_choice("--nameless", Nameless, "Only sources without a name, of this kind.")
@click.option("--report", help="Only from the report with this id.")
@click.option("--without-speaker/--with-speaker", default=None, help="Only those that name no source, or all others.")
@with_format
@with_ledger
def statements(ledger: Path, form: str, **which: object) -> None:
    """Who said what, as each report prints it."""
    with Ledger.open(ledger) as open_ledger:
        if which["report"]:
            which["report"] = open_ledger.view.id_of("report", str(which["report"]))
        rows = open_ledger.view.statements(StatementFilter(**which))  # type: ignore[arg-type]
        print_rows(rows, STATEMENTS, form, "statements")


@click.command()
@click.option("--outlet", help="Only this outlet, by its whole name.")
@_choice("--disposition", Disposition, "Only what became this.")
@click.option("--report", help="Only from the report with this id.")
@with_format
@with_ledger
def doubts(ledger: Path, form: str, **which: object) -> None:
    """What was seen and dropped, is unsure or was not analysed, with the reason."""
    with Ledger.open(ledger) as open_ledger:
        if which["report"]:
            which["report"] = open_ledger.view.id_of("report", str(which["report"]))
        rows = open_ledger.view.doubts(DoubtFilter(**which))  # type: ignore[arg-type]
        print_rows(rows, DOUBTS, form, "doubts")


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", default=20, show_default=True, help="The most places to show.")
@click.option("--outlet", help="Only this outlet, by its whole name.")
@click.option("--speaker", help="Only what speakers say whose name holds these words.")
@_choice("--act", Act, "Only this act.")
@_choice("--mode", Mode, "Only words quoted so.")
@with_format
@with_ledger
def search(words: tuple[str, ...], limit: int, form: str, ledger: Path, **which: str | None) -> None:
    """Find words in all reports; "quoted words" are a phrase, `word*` is the beginning of a word."""
    with Ledger.open(ledger) as open_ledger:
        answer = searching.search(open_ledger.view, " ".join(words), SearchFilter(**which), limit)
    if form in ("jsonl", "csv"):
        print_rows([asdict(hit) for hit in answer.hits], {}, form, "places")
    else:
        print_answer(searching.as_text(answer), answer, form)


@click.command()
@with_format
@with_ledger
def info(form: str, ledger: Path) -> None:
    """How much is on record, and what is missing from it, with the reasons."""
    with Ledger.open(ledger) as open_ledger:
        counts, refused = open_ledger.view.info(), open_ledger.view.refusals()
    words = [informing.as_text(counts), *(f"  {r.subject}: {r.reason}; {r.remedy}" for r in refused)]
    print_answer("\n".join(words), counts, form)
