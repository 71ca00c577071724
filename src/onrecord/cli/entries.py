"""Commands about one entry or one report, by its id or an unambiguous beginning of it."""

import sys
from pathlib import Path

import click

from onrecord.cli.app import with_format, with_ledger
from onrecord.cli.output import print_answer, printable
from onrecord.ledger import Ledger
from onrecord.views import cite as citing
from onrecord.views import explain as explaining
from onrecord.views import show as showing


@click.command()
@click.argument("entry", metavar="ID")
@click.option(
    "--context",
    type=click.IntRange(0),
    default=showing.CONTEXT,
    show_default=True,
    help="Lines of text before and after each part.",
)
@with_format
@with_ledger
def show(entry: str, context: int, form: str, ledger: Path) -> None:
    """Show the entry ID in its place, with every part marked."""
    with Ledger.open(ledger) as open_ledger:
        shown = showing.show(open_ledger.view, entry, context)
    print_answer(showing.as_text(shown), shown, form)


@click.command()
@click.argument("entry", metavar="ID")
@with_format
@with_ledger
def explain(entry: str, form: str, ledger: Path) -> None:
    """Say why ID is an entry: the rule, the speakers that were turned down, the settings, the doubts nearby."""
    with Ledger.open(ledger) as open_ledger:
        explanation = explaining.explain(open_ledger.view, entry)
    print_answer(explaining.as_text(explanation), explanation, form)


@click.command()
@click.argument("entry", metavar="ID")
@click.option("--share", is_flag=True, help="At most 300 characters of the report, and no path of this machine.")
@with_format
@with_ledger
def cite(entry: str, share: bool, form: str, ledger: Path) -> None:
    """Print a citation of ID that one can paste: words, speaker, outlet, date, address, hash."""
    with Ledger.open(ledger) as open_ledger:
        citation = citing.cite(open_ledger.view, entry, share)
    print_answer(citing.as_text(citation), citation, form)


@click.command()
@click.argument("report")
@with_ledger
def text(report: str, ledger: Path) -> None:
    """Print the exact text of REPORT, every character of it and no more.

    On a terminal, characters that would steer it are shown as marks; a file or pipe gets them as they are.
    """
    with Ledger.open(ledger) as open_ledger:
        words = open_ledger.view.text(report)
    if sys.stdout.isatty():
        words = "\n".join(printable(line) for line in words.split("\n"))
    sys.stdout.buffer.write(words.encode("utf-8"))
    sys.stdout.buffer.flush()
