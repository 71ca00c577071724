"""What a run did, in a few lines for people, and its progress while it runs."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from onrecord.cli.output import plain
from onrecord.errors import InputRefused
from onrecord.flow import Progress as Report
from onrecord.flow import Tally

SHOWN = 20


@contextmanager
def progress_bar(total: int, unit: str) -> Iterator[Report]:
    """A bar on standard error with an estimate of the time left; silent where that is no terminal."""
    columns = [TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn(), TimeRemainingColumn()]
    if unit == "reports":
        columns.insert(2, MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("starting", total=total or None)

        def report(subject: str, done: int) -> None:
            bar.update(task, advance=done, description=plain(subject)[-40:])

        yield report


def print_tally(tally: Tally) -> None:
    """Print what became of every input and of everything that was found."""
    say = click.echo
    parts = [f"{tally.added} new"] if tally.added else []
    parts += [f"{tally.changed} analysed again"] if tally.changed else []
    parts += [f"{tally.unchanged} already in the ledger"] if tally.unchanged else []
    parts += [f"{tally.removed} removed before by a person"] if tally.removed else []
    say(f"Reports read: {tally.reports}" + (f" ({', '.join(parts)})" if parts else ""))
    if tally.added or tally.changed:
        statements = tally.attributed + tally.without_source.total()
        say(f"Statements: {statements}, {tally.without_source.total()} of them without a speaker in the text")
        _reasons(tally.without_source)
        say(f"Dropped: {tally.dropped.total()}")
        _reasons(tally.dropped)
        say(
            f"(found {tally.found} = {tally.attributed} attributed + {tally.without_source.total()} without speaker",
            nl=False,
        )
        say(f" + {tally.dropped.total()} dropped)")
    if tally.not_analysed:
        say(f"Kept, not analysed: {tally.not_analysed.total()}")
        _reasons(tally.not_analysed)
    _refusals("Passed over", tally.passed_over)
    _refusals("Not read", tally.refused)


def _reasons(counts: Mapping[str, int]) -> None:
    for reason, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        click.echo(f"  {count:>5}  {plain(reason)}")


def _refusals(heading: str, refusals: list[InputRefused]) -> None:
    if refusals:
        click.echo(f"{heading}: {len(refusals)}", err=True)
    for refused in refusals[:SHOWN]:
        click.echo(f"  {plain(refused.subject)}: {plain(refused.reason)}; {plain(refused.remedy)}", err=True)
    if len(refusals) > SHOWN:
        click.echo(f"  … and {len(refusals) - SHOWN} more; `onrecord info` lists them all", err=True)
