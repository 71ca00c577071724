"""The command that shows which outlets have what."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from onrecord.cli.app import with_format, with_ledger
from onrecord.cli.output import Columns, print_rows
from onrecord.cli.questions import field, name_lacking, name_outlets
from onrecord.errors import NotFound
from onrecord.ledger import Ledger
from onrecord.model.terms import Coverage
from onrecord.views import coverage as covering
from onrecord.views.coverage import Thing

MARKS = {Coverage.REPORTED: "reported", Coverage.NOT_FOUND: "not found", Coverage.NOT_COMPARABLE: "not comparable"}


@click.command()
@click.argument("thing", metavar="[ID]", required=False)
@click.option("--kind", type=click.Choice(("utterance", "series")), help="Only what was said, or only figures.")
@click.option("--outlet", help="Only this outlet, by its whole name.")
@click.option("--state", type=click.Choice([str(term) for term in Coverage]), help="Only where this holds.")
@click.option("--all", "single", is_flag=True, help="Also what one report alone has.")
@click.option("--matrix", is_flag=True, help="One line for each thing, one column for each outlet.")
@with_format
@with_ledger
def coverage(
    ledger: Path,
    form: str,
    thing: str | None,
    kind: str | None,
    outlet: str | None,
    state: str | None,
    single: bool,
    matrix: bool,
) -> None:
    """What was said and counted by outlet: reported, not found in the collected text, or not comparable, and why.

    "Not found" is said only after all reports of the outlet since that day were searched, by words and for other
    words. It does not say that the outlet never had it.
    """
    with Ledger.open(ledger) as open_ledger:
        name_lacking(open_ledger)
        found = covering.coverage(open_ledger.view, kind, thing, single=single)
        if thing is not None and not found:
            raise NotFound(f"utterance or series {thing}: not in the ledger; list them with `onrecord coverage --all`")
        name_outlets(open_ledger, outlet, any(cell.outlet == outlet for one in found for cell in one.cells))
    if matrix:
        names = [cell.outlet for cell in found[0].cells if outlet in (None, cell.outlet)] if found else []
        heads: Columns = {"id": field("id"), "date": field("date"), "what": field("words", 80)}
        print_rows(list(_matrix(found, names)), {**heads, **{n: field(n) for n in names}}, form, "things")
    else:
        columns: Columns = {
            "id": field("id"), "date": field("date"), "what": field("words", 70), "by": field("by", 30),
            "outlet": field("outlet", 24), "": field("mark"), "because": field("reason", 110),
        }  # fmt: skip
        rows = [row for row in _cells(found) if outlet in (None, row["outlet"]) and state in (None, row["coverage"])]
        print_rows([_plain(row) for row in rows] if form in ("jsonl", "csv") else rows, columns, form, "things")


def _cells(found: Sequence[Thing]) -> Iterator[dict[str, object]]:
    for one in found:
        for cell in one.cells:
            yield {
                "id": one.id,
                "kind": one.kind,
                "words": one.words,
                "by": one.by,
                "date": one.day,
                "outlet": cell.outlet,
                "coverage": str(cell.coverage),
                "mark": MARKS[cell.coverage],
                "reason": cell.reason,
                "searched": cell.searched,
                "entries": list(cell.entries),
                "report": cell.report or one.report,
                "origin": cell.origin or one.origin,
                "band": one.band,
                "spans": {"found": [cell.span]} if cell.span else one.spans,
            }


def _plain(row: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if name != "mark"}


def _matrix(found: Sequence[Thing], names: Sequence[str]) -> Iterator[dict[str, object]]:
    for one in found:
        marks = {cell.outlet: MARKS[cell.coverage] for cell in one.cells}
        yield {"id": one.id, "kind": one.kind, "date": one.day, "words": one.words, **{n: marks[n] for n in names}}
