"""The command that puts a question in plain words."""

from pathlib import Path

import click

from onrecord.cli.app import with_format, with_ledger
from onrecord.cli.output import print_rows, printable
from onrecord.ledger import Ledger
from onrecord.views import ask as asking


@click.command()
@click.argument("question", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=5, show_default=True, help="So many entries at most.")
@with_format
@with_ledger
def ask(question: tuple[str, ...], limit: int, form: str, ledger: Path) -> None:
    """Answer a QUESTION with entries on record, or say that it is not on record; no word of an answer is made up.

    For example: onrecord ask "What did Nora Arden say about the boats in April?"
    """
    with Ledger.open(ledger) as opened:
        answer = asking.ask(opened.view, " ".join(question), limit)
    if form in ("jsonl", "csv"):
        print_rows([asking.line(hit) for hit in answer.hits], {}, form, "answers")
        if not answer.hits:
            click.echo(f"Not on record: {answer.reason}.", err=True)
        return
    click.echo("\n".join(printable(line) for line in asking.as_text(answer).split("\n")))
