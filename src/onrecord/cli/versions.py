"""The command that says what changed between the versions of a report."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

import click

from onrecord.cli.app import with_format, with_ledger
from onrecord.cli.output import Columns, Row, excerpt, print_rows
from onrecord.cli.questions import choice, field, name_outlets
from onrecord.ledger import Ledger
from onrecord.views import versions as comparing


def _words(row: Row, name: str) -> str:
    side = cast(Mapping[str, object], row[name])
    return excerpt(side["words"], 120) if side["words"] else ""


def _day(row: Row) -> str:
    return str(cast(Mapping[str, object], row["b"])["published"] or "")[:10]


VERSIONS: Columns = {
    "id": field("id"),
    "outlet": field("outlet", 24),
    "date": _day,
    "what changed": field("kind"),
    "before": lambda row: _words(row, "a"),
    "after": lambda row: _words(row, "b"),
    "address": field("url", 60),
}


@click.command()
@choice("--kind", comparing.ChangeKind, "Only changes of this kind.")
@click.option("--outlet", help="Only of this outlet, by its whole name.")
@click.option("--report", help="Only of the address of this report.")
@with_format
@with_ledger
def versions(kind: str | None, outlet: str | None, report: str | None, form: str, ledger: Path) -> None:
    """What changed between reports of one outlet with one web address, each beside the version before it.

    Figures, quotations, labels, headlines, sentences that are new or gone, other words, and what only printing changes.
    """
    with Ledger.open(ledger) as open_ledger:
        view = open_ledger.view
        found = comparing.changes(view, kind, outlet, view.id_of("report", report) if report else None)
        name_outlets(open_ledger, outlet, bool(found))
        rows = [comparing.line(one) for one in found]
    print_rows(rows, VERSIONS, form, "changes")
