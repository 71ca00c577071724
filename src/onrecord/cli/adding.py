"""Commands that bring reports in and analyse them."""

import sys
from pathlib import Path, PurePath

import click

from onrecord import flow
from onrecord.analyse import ANALYSERS
from onrecord.cli.app import PARTLY, Command, with_ledger
from onrecord.cli.summary import print_tally, progress_bar
from onrecord.errors import UsageError
from onrecord.example import copy_reports, copy_topics, reports_folder
from onrecord.ledger import Ledger
from onrecord.read import count
from onrecord.settings import AnalysisSettings, Settings
from onrecord.views.page_file import write_page


def with_analyser(command: Command) -> Command:
    """Give a command the option that chooses the analyser."""
    default = AnalysisSettings().analyser
    choice = click.Choice(sorted(ANALYSERS))
    return click.option("--analyser", type=choice, default=default, show_default=True, help="What finds statements.")(
        command
    )


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--outlet", help="Who publishes these reports, where they do not say so themselves.")
@click.option("--published", help="When they were published: 2031-04-09, or an instant with its time zone.")
@click.option("--url", help="The address that they came from.")
@click.option("--byline", help="Who wrote them.")
@click.option("--agency", help="The agency that the text comes from.")
@click.option("--encoding", help="The encoding of the files that are not UTF-8.")
@with_analyser
@with_ledger
def add(paths: tuple[str, ...], ledger: Path, analyser: str, **metadata: str | None) -> None:
    """Read reports from files and folders; `-` is standard input.

    Takes .txt, .html, .json, .jsonl and .csv. What is known of a file may stand beside it in FILE.meta.json or
    FILE.meta.toml. Adding the same file again changes nothing; a run that was interrupted is completed by
    running it again. Ends with status 3 where some input could not be read.
    """
    given = {name: value for name, value in metadata.items() if value}
    settings = Settings(analysis=AnalysisSettings(analyser=analyser))
    with progress_bar(count(paths).bytes, "bytes") as progress:
        tally = flow.add(
            ledger, paths, given, settings=settings, stdin=sys.stdin.buffer if "-" in paths else None, progress=progress
        )
    print_tally(tally)
    if tally.refused:
        sys.exit(PARTLY)


@click.command()
@click.option("--stale", is_flag=True, help="The reports that an older analyser, or another one, has analysed.")
@with_analyser
@with_ledger
def analyse(stale: bool, analyser: str, ledger: Path) -> None:
    """Analyse again what an older version of the analyser wrote."""
    if not stale:
        raise UsageError("analyse: nothing to do without --stale; new reports are analysed when they are added")
    settings = Settings(analysis=AnalysisSettings(analyser=analyser))
    with Ledger.open(ledger) as open_ledger:
        total = len(flow.stale(open_ledger, settings))
    with progress_bar(total, "reports") as progress:
        tally = flow.analyse_stale(ledger, settings, progress)
    print_tally(tally)
    if tally.refused:
        sys.exit(PARTLY)


def _is_example(ledger: Path) -> bool:
    """Whether a ledger holds nothing but the shipped example."""
    with reports_folder() as shipped, Ledger.open(ledger, create=True) as open_ledger:
        names = {path.name for path in shipped.iterdir()}
        return all(PurePath(row["origin"]).name in names for row in open_ledger.view.reports())


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path("demo"))
def demo(folder: Path) -> None:
    """Read the shipped example story into FOLDER and write its page there."""
    folder.mkdir(parents=True, exist_ok=True)
    ledger, reports, page = folder / "onrecord.db", folder / "reports", folder / "page.html"
    if ledger.exists() and not _is_example(ledger):
        raise UsageError(f"demo: {ledger} holds reports of your own; name another folder, as in `onrecord demo story`")
    for old in folder.glob("onrecord.db*"):
        old.unlink()
    copy_reports(reports)
    with progress_bar(count([str(reports)]).bytes, "bytes") as progress:
        tally = flow.add(ledger, [reports], progress=progress)
    print_tally(tally)
    copy_topics(folder / "topics.toml")
    flow.use_topics(ledger, folder / "topics.toml", by="onrecord demo")
    write_page(ledger, page, title="The sinking of the Heron: an invented story")
    click.echo(f"\nThe page: {page.resolve()}")
    click.echo(f"Go on with: export ONRECORD_LEDGER={ledger}; onrecord statements")
