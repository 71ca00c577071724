"""The command that sets reports side by side which cannot both be right."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

import click

from onrecord.cli.app import with_format, with_ledger
from onrecord.cli.output import Columns, Row, excerpt, print_rows
from onrecord.cli.questions import choice, field, name_lacking, name_outlets
from onrecord.ledger import Ledger
from onrecord.views import conflicts as setting
from onrecord.views.reports import day_words


def _side(row: Row, name: str) -> str:
    side = cast(Mapping[str, object], row[name])
    place = f"{side['outlet'] or 'outlet not known'}, {day_words(cast('str | None', side['published']))}"
    return f"{excerpt(side['who'], 40)} ({place}): {excerpt(side['words'], 160)}"


CONFLICTS: Columns = {
    "id": field("id"),
    "kind": field("kind"),
    "one": lambda row: _side(row, "a"),
    "other": lambda row: _side(row, "b"),
    "side by side because": field("reason", 120),
}


@click.command()
@choice("--kind", setting.ConflictKind, "Only conflicts of this kind.")
@click.option("--outlet", help="Only those that this outlet has a side of, by its whole name.")
@with_format
@with_ledger
def conflicts(ledger: Path, form: str, kind: str | None, outlet: str | None) -> None:
    """Reports that cannot both be right, or speak against each other, side by side; no verdict.

    Two moments, two counts or two occasions may explain any of them: each is a question for a reader.
    """
    with Ledger.open(ledger) as open_ledger:
        name_lacking(open_ledger)
        found = setting.conflicts(open_ledger.view, kind, outlet)
        name_outlets(open_ledger, outlet, bool(found))
        rows = list(setting.lines(open_ledger.view, found))
    print_rows(rows, CONFLICTS, form, "conflicts")
