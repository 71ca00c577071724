"""Commands that write files: the page, and tables for other programs."""

from pathlib import Path

import click

from onrecord.cli.app import with_ledger
from onrecord.ledger import Ledger
from onrecord.views.page import TITLE, render


@click.command()
@click.option("--to", "path", type=click.Path(dir_okay=False, path_type=Path), default=Path("onrecord.html"))
@click.option("--share", is_flag=True, help="Excerpts of at most 300 characters only, with outlet, address and hash.")
@click.option("--title", default=TITLE, help="What the page is called.")
@with_ledger
def page(path: Path, share: bool, title: str, ledger: Path) -> None:
    """Write one HTML page with every report and its statements in place.

    The page holds the full texts and is for local use; `--share` writes one that may be passed on.
    """
    write_page(ledger, path, title=title, share=share)
    click.echo(path.resolve())


def write_page(ledger: Path, path: Path, title: str = TITLE, share: bool = False) -> None:
    """Write the page of a whole ledger to ``path``, in one step, so that no half page is ever there."""
    with Ledger.open(ledger) as open_ledger:
        view = open_ledger.view
        reports = list(view.reports())
        texts = {report["id"]: view.text(report["id"]) for report in reports}
        html = render(
            reports,
            texts,
            list(view.statements()),
            list(view.doubts()),
            title=title,
            share=share,
            refusals=view.refusals(),
        )
    draft = path.with_name(path.name + ".part")
    draft.write_text(html, encoding="utf-8", newline="")
    draft.replace(path)
