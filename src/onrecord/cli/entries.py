"""Commands about one entry or one report, by its id or an unambiguous beginning of it."""

import sys
from pathlib import Path

import click

from onrecord.cli.app import with_ledger
from onrecord.ledger import Ledger


@click.command()
@click.argument("report")
@with_ledger
def text(report: str, ledger: Path) -> None:
    """Print the exact text of REPORT, every character of it and no more."""
    with Ledger.open(ledger) as open_ledger:
        words = open_ledger.view.text(report)
    sys.stdout.buffer.write(words.encode("utf-8"))
    sys.stdout.buffer.flush()
