"""Commands that ask for numbers and dates: figures and the timeline."""

import json
from pathlib import Path

import click

from onrecord.cli.app import with_format, with_ledger
from onrecord.cli.keeping import with_person
from onrecord.cli.output import Columns, Written, excerpt, print_rows
from onrecord.cli.questions import choice, field, name_lacking, name_outlets, with_outlet
from onrecord.cli.series import ALL, chosen, print_proposals, print_series
from onrecord.flow import counting as ruling
from onrecord.ledger import FigureFilter, Ledger, TimeFilter
from onrecord.model.rows import FigureRow, Pair
from onrecord.model.terms import Band, Happening, Hedge
from onrecord.views import figures as counting
from onrecord.views import timeline as dating
from onrecord.views.charts import svg
from onrecord.views.entry import amount

FIGURES: Columns = {
    "id": field("id"),
    "date": lambda row: str(row["published"] or "")[:10],
    "outlet": field("outlet", 24),
    "figure": lambda row: excerpt(amount(row), 30),  # type: ignore[arg-type]
    "of what": lambda row: excerpt(" · ".join(str(row[k]) for k in ("what", "group", "place") if row[k]), 50),
    "as of": field("as_of", 20),
    "given by": lambda row: excerpt(row["giver"] or "the outlet", 36),
    "sure": field("band"),
}
TIMELINE: Columns = {
    "id": field("id"),
    "date": lambda row: str(row["start"]) if row["start"] == row["end"] else f"{row['start']} to {row['end']}",
    "": field("happening"),
    "what": field("sentence", 110),
    "known by": field("known", 40),
    "outlets": lambda row: excerpt(row["outlets"], 40),
}


@click.command()
@click.option("--what", help="Only of what holds these words.")
@click.option("--giver", help="Only given by those whose name holds these words.")
@with_outlet
@choice("--hedge", Hedge, "Only those limited so.")
@choice("--band", Band, "Only those as sure as this.")
@click.option("--report", help="Only from the report with this id.")
@click.option("--ordinals", is_flag=True, help="Also places in a row: the third salvo.")
@click.option(
    "--series", is_flag=False, flag_value=ALL, metavar="[ID]", help="Series of those that count the same; all, or one."
)
@click.option("--proposals", is_flag=True, help="Series that might be one, for you to judge.")
@click.option("--svg", "drawn", type=Written(), help="Draw the series into this file.")
@click.option("--join", "joined", nargs=2, metavar="A B", help="Keep that figures A and B count the same.")
@click.option("--apart", nargs=2, metavar="A B", help="Keep that figures A and B do not count the same.")
@with_person
@with_format
@with_ledger
def figures(
    ledger: Path,
    form: str,
    ordinals: bool,
    series: str | None,
    proposals: bool,
    drawn: Path | None,
    joined: tuple[str, str] | None,
    apart: tuple[str, str] | None,
    by: str,
    because: str,
    **which: str | None,
) -> None:
    """How many, of what, as of when, and who gave the number; never added up or averaged.

    A series holds what all reports give for one count, oldest first, with what was revised and what differs.
    """
    if joined or apart:
        return _ruled(ledger, joined, apart, by, because)
    with Ledger.open(ledger) as open_ledger:
        if which["report"] is not None:
            which["report"] = open_ledger.view.id_of("report", which["report"])
        name_lacking(open_ledger)
        asked = FigureFilter(ordinal=None if ordinals else False, implied=False, **which)
        if series or proposals or drawn:
            answer = counting.found(open_ledger.view, asked)
            name_outlets(open_ledger, which["outlet"], bool(answer.shown or answer.alone))
            return _in_series(answer, form, series or ALL, proposals, drawn)
        rows = list(open_ledger.view.figures(asked))
        name_outlets(open_ledger, which["outlet"], bool(rows))
    ordered = rows if form in ("jsonl", "csv") else sorted(rows, key=_by_place)
    return print_rows(ordered, FIGURES, form, "figures")


@click.command()
@with_outlet
@choice("--happening", Happening, "Only what reports put so.")
@click.option("--report", help="Only from the report with this id.")
@click.option("--svg", "drawn", type=Written(), help="Draw it into this file.")
@click.option("--timelinejs", "slides", type=Written(), help="Write TimelineJS 3 into this file.")
@with_format
@with_ledger
def timeline(ledger: Path, form: str, drawn: Path | None, slides: Path | None, **which: str | None) -> None:
    """What happened, is planned, alleged or denied, in order, with the words each date is known by.

    An event that several reports date alike is one line; what they say of it is not judged.
    """
    with Ledger.open(ledger) as open_ledger:
        if which["report"] is not None:
            which["report"] = open_ledger.view.id_of("report", which["report"])
        name_lacking(open_ledger)
        found = dating.events(open_ledger.view, TimeFilter(dated=True, dates_saying=False, **which))
        name_outlets(open_ledger, which["outlet"], bool(found))
    if drawn:
        _write(drawn, svg(dating.picture(found)))
    if slides:
        _write(slides, json.dumps(dating.timeline_js(found), ensure_ascii=False, indent=1) + "\n")
    if not drawn and not slides:
        print_rows([dating.line(event) for event in found], TIMELINE, form, "dated events")


def _ruled(ledger: Path, joined: tuple[str, str] | None, apart: tuple[str, str] | None, by: str, because: str) -> None:
    for pair, same in ((joined, True), (apart, False)):
        if pair:
            number = ruling.rule(ledger, *pair, same, by, because)
            words = "count the same" if same else "do not count the same"
            click.echo(f"{pair[0]} and {pair[1]} {words} (decision {number}; `onrecord undo {number}` takes it back)")


def _in_series(answer: counting.Answer, form: str, which: str, proposals: bool, drawn: Path | None) -> None:
    if proposals:
        return print_proposals(answer, form)
    shown = chosen(answer, which)
    if drawn is None:
        return print_series(shown, answer, form)
    picture = counting.picture(shown)
    if picture is None:
        click.echo("Nothing to draw: no series of different numbers in dated reports.", err=True)
    else:
        _write(drawn, svg(picture))
    return None


def _write(path: Path, content: str) -> None:
    path.write_text(content, "utf-8")
    click.echo(path.resolve())


def _by_place(row: FigureRow) -> tuple[str, str, list[Pair]]:
    return (row["published"] or "~", row["report"], row["spans"]["number"])
