"""The command that asks for words: what outlets call actors and events, and how they keep their distance."""

from pathlib import Path

import click

from onrecord.cli.app import with_format, with_ledger
from onrecord.cli.output import Columns, excerpt, print_rows
from onrecord.cli.questions import choice, field, name_actors, name_lacking, name_outlets
from onrecord.ledger import Ledger
from onrecord.model.terms import Voice
from onrecord.views import wording as words
from onrecord.views import wording_codes as coding
from onrecord.views.wording_uses import Asked

LABELS: Columns = {
    "of whom or what": field("subject", 30),
    "outlet": field("outlet", 24),
    "voice": field("voice"),
    "words": field("label", 50),
    "kind": field("sort"),
    "count": lambda row: f"{row['count']} of {row['of']}",
    "reports": lambda row: str(row["reports"]),
    "texts": lambda row: str(row["texts"]),
}
CONCORDANCE: Columns = {
    "id": field("id"),
    "date": lambda row: str(row["published"] or "")[:10],
    "outlet": field("outlet", 20),
    "voice": field("voice"),
    "before": lambda row: _end(row["before"]),
    "words": field("exact", 40),
    "after": field("after", 50),
}


@click.command()
@click.option("--actor", help="Only words for this one, by an id or a name.")
@click.option("--event", metavar="WORD", help="Only words for events that hold this one: raid.")
@click.option("--noun", metavar="WORD", help="Only words for those without a name, by this one: migrant.")
@click.option("--outlet", help="Only this outlet, by its whole name.")
@choice("--voice", Voice, "Only in this voice: the outlet's own, or quoted.")
@click.option("--devices", is_flag=True, help="Only how outlets keep a distance: scare quotes, so-called, claimed.")
@click.option(
    "--codebook",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Count the codes of your own TOML file instead.",
)
@click.option("--all", "single", is_flag=True, help="Also nouns for those without a name that one report alone uses.")
@click.option("--concordance", is_flag=True, help="Every use with the words around it.")
@with_format
@with_ledger
def wording(
    ledger: Path, form: str, codebook: Path | None, concordance: bool, single: bool, **which: str | bool | None
) -> None:
    """Which words each outlet chooses for actors and events, in its own voice and in quoted voice.

    Every count stands beside what it is out of: all names and descriptions of that actor (or words for that event) by
    that outlet in that voice. Lines are in the order of the alphabet; nothing is scored.
    """
    asked = Asked(**which)  # type: ignore[arg-type]
    codes = coding.codebook(codebook) if codebook else ()
    with Ledger.open(ledger) as open_ledger:
        name_lacking(open_ledger)
        view = open_ledger.view
        found = coding.found(view, codes, asked) if codes else words.uses(view, asked)
        name_outlets(open_ledger, asked.outlet, bool(found))
        name_actors(open_ledger, asked.actor, bool(found))
        left = 0
        if not (codes or single or asked.actor or asked.noun):
            found, left = words.comparable(found)
        if concordance:
            print_rows(list(words.concordance(view, found)), CONCORDANCE, form, "uses")
            return
        rows = [words.line(one) for one in words.counted(view, found)]
    print_rows(rows, LABELS, form, "labels")
    if left:
        click.echo(f"{left} nouns for those without a name left out, of one report each: --all adds them.", err=True)


def _end(value: object) -> str:
    """The last characters of the words before."""
    whole = excerpt(value, 10_000)
    return whole if len(whole) <= 50 else f"…{whole[-49:]}"
