"""Commands that write files: the page, and tables for other programs."""

from pathlib import Path

import click

from onrecord.cli.app import with_ledger
from onrecord.cli.output import Written
from onrecord.export import FORMATS
from onrecord.export import export as write_files
from onrecord.ledger import Ledger
from onrecord.views.page import TITLE
from onrecord.views.page_file import write_page


@click.command()
@click.option("--to", "path", type=Written(), default=Path("onrecord.html"))
@click.option("--share", is_flag=True, help="Excerpts of at most 300 characters only, with outlet, address and hash.")
@click.option("--title", default=TITLE, help="What the page is called.")
@with_ledger
def page(path: Path, share: bool, title: str, ledger: Path) -> None:
    """Write one HTML page with every report and its statements in place.

    The page holds the full texts and is for local use; `--share` writes one that may be passed on.
    """
    write_page(ledger, path, title=title, share=share)
    click.echo(path.resolve())


@click.command()
@click.option("--format", "form", type=click.Choice(sorted(FORMATS)), default="csv", show_default=True)
@click.option("--to", "target", type=Written(dir_okay=True), help="A folder (csv, jsonl) or a file (xlsx).")
@with_ledger
def export(form: str, target: Path | None, ledger: Path) -> None:
    """Write everything on record as files for other programs: csv, jsonl or xlsx."""
    target = target or Path("onrecord.xlsx" if form == "xlsx" else f"onrecord-{form}")
    with Ledger.open(ledger) as open_ledger:
        written = write_files(open_ledger.view, form, target)
    for path in written:
        click.echo(path)
