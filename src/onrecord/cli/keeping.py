"""Commands by which people correct, remove and check what is kept."""

import getpass
import sys
from pathlib import Path

import click

from onrecord import flow
from onrecord.clean.dates import parse
from onrecord.cli.app import FAILED, Command, with_ledger
from onrecord.cli.output import plain
from onrecord.errors import NotFound, UsageError
from onrecord.ledger import Ledger
from onrecord.views.reports import counted


def with_person(command: Command) -> Command:
    """Give a command the options that say who decides and why."""
    command = click.option(
        "--by", envvar="ONRECORD_BY", default=getpass.getuser, callback=_named, help="Who decides this."
    )(command)
    return click.option("--because", default="", help="Why, in a few words.")(command)


def _named(_: click.Context, __: click.Parameter, by: str) -> str:
    """The name; ``UsageError`` where it is empty, for a decision is somebody's."""
    if not by.strip():
        raise UsageError("--by: empty; give the name of who decides, or leave it out")
    return by.strip()


@click.command()
@click.argument("report")
@click.option("--outlet")
@click.option("--published", help="A day, an instant, a month, a year, or two of them with / between.")
@click.option("--title")
@click.option("--byline")
@click.option("--agency")
@click.option("--url")
@with_person
@with_ledger
def correct(report: str, ledger: Path, by: str, because: str, **values: str | None) -> None:
    """Show another outlet, date, title, byline, agency or address for REPORT.

    What was read is kept beside the correction, and the report keeps its id. An empty value means unknown.
    """
    given = {name: value or None for name, value in values.items() if value is not None}
    reading = parse(given.get("published") or "")
    if reading and not reading.doubt:
        given["published"] = f"{reading.start}/{reading.end}"
    if not given:
        raise UsageError(f"correct {report}: nothing to correct; give --outlet, --published or another value")
    with Ledger.open(ledger) as open_ledger:
        id = open_ledger.view.id_of("report", report)
    changed = flow.correct(ledger, id, given, by, because)
    click.echo(f"{id}: {'corrected' if changed else 'was so already'}")


@click.command()
@click.argument("report")
@click.option("--undo", is_flag=True, help="Let a removed report be added again.")
@with_person
@with_ledger
def remove(report: str, undo: bool, ledger: Path, by: str, because: str) -> None:
    """Take REPORT out, with everything found in it; adding it again changes nothing until it is undone."""
    with Ledger.open(ledger) as open_ledger:
        if undo:
            first = report.strip().lower()
            matches = [r.report for r in open_ledger.view.removals() if first and r.report.startswith(first)]
            if len(matches) > 1 and first not in matches:
                raise NotFound(f"report {report}: several that were removed begin so ({', '.join(matches[:5])})")
            id = matches[0] if len(matches) == 1 else first
            open_ledger.writer.restore(id, by, because)
            click.echo(f"{id}: may be added again; run `onrecord add` on its file")
            return
        id = open_ledger.view.id_of("report", report)
    flow.remove(ledger, id, by, because)
    click.echo(f"{id}: removed; `onrecord remove {id} --undo` lets it be added again")


@click.command()
@with_ledger
def verify(ledger: Path) -> None:
    """Check every span against its text, every text against its raw bytes, and every hash; status 1 where one fails."""
    with Ledger.open(ledger) as open_ledger:
        faults = open_ledger.verify()
        for fault in faults:
            click.echo(f"{plain(fault.subject)}: {plain(fault.message)}")
        if faults:
            counts = counted(len(faults), "fault")
            click.echo(f"{counts} in {ledger}; keep this file and add the reports to a new one", err=True)
            sys.exit(FAILED)
        info = open_ledger.view.info()
    click.echo(f"{ledger}: {info.reports} reports and {info.statements} statements hold, character by character")
