"""The command that lists reports of one text."""

from pathlib import Path

import click

from onrecord.cli.app import with_format, with_ledger
from onrecord.cli.output import Columns, print_rows, printable
from onrecord.cli.questions import field
from onrecord.ledger import Ledger
from onrecord.views import copies as copying

COPIES: Columns = {
    "group": field("group"),
    "report": field("report"),
    "date": field("date"),
    "outlet": field("outlet", 30),
    "by": field("agency", 30),
    "title": field("title", 60),
    "text": field("how", 60),
}


@click.command()
@click.option("--report", help="Only what this report shares with others.")
@with_format
@with_ledger
def copies(report: str | None, form: str, ledger: Path) -> None:
    """Reports that print one text: whole, cut, edited, or within a longer story; text shows what they share."""
    with Ledger.open(ledger) as open_ledger:
        view = open_ledger.view
        groups = copying.copy_groups(view, view.id_of("report", report) if report else None)
        rows = {row["id"]: row for row in view.reports()}
        if form == "text" and groups:
            words = "\n\n".join(copying.as_text(group, rows, view.text) for group in groups)
            click.echo("\n".join(printable(line) for line in words.split("\n")))
            return
    if form in ("jsonl", "csv"):
        print_rows([copying.line(group, rows) for group in groups], {}, form, "copies")
    else:
        print_rows([one for group in groups for one in copying.listing(group, rows)], COPIES, form, "copies")
