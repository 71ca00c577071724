"""Commands that ask across outlets: who blames whom."""

from collections.abc import Callable
from pathlib import Path

import click

from onrecord.cli.app import Command, with_format, with_ledger
from onrecord.cli.output import Columns, Row, Written, plain, print_rows, printable
from onrecord.cli.questions import choice, field, name_actors, name_lacking, name_outlets, with_outlet
from onrecord.errors import NotFound
from onrecord.ledger import Ledger, RelationFilter
from onrecord.model.terms import Band, RelationKind, Voice
from onrecord.views import blame as blaming
from onrecord.views import blame_graph as drawing
from onrecord.views.blame import Answer, Edge
from onrecord.views.reports import counted

BLAME: Columns = {
    "id": field("id"),
    "date": field("date", 10),
    "who does what to whom": field("says", 90),
    "for what": field("matter", 90),
    "in": field("where", 60),
    "denial": field("denial", 90),
}


def _file(name: str, text: str) -> Callable[[Command], Command]:
    return click.option(name, type=Written(), help=text)


@click.command()
@click.argument("edge", metavar="[ID]", required=False)
@click.option("--from", "source", help="Only by this actor (id or name), or by those whose name holds these words.")
@click.option("--to", "target", help="Only to this actor, in the same way.")
@choice("--kind", RelationKind, "Only this.")
@choice("--voice", Voice, "Only in this voice: the outlet's own, or that of somebody it reports.")
@with_outlet
@click.option("--weak", is_flag=True, help="Also what is implicit or unsure, or is to what is nobody.")
@click.option("--matrix", is_flag=True, help="A table of all against all: how many reports, by kind.")
@_file("--svg", "Draw it into this file.")
@_file("--graphml", "Write it as a graph into this file, for network programs.")
@_file("--gexf", "Write it as a graph into this file, for Gephi.")
@with_format
@with_ledger
def blame(
    ledger: Path,
    form: str,
    edge: str | None,
    source: str | None,
    target: str | None,
    weak: bool,
    matrix: bool,
    svg: Path | None,
    graphml: Path | None,
    gexf: Path | None,
    **which: str | None,
) -> None:
    """Who blames, accuses, criticises, denies, threatens or credits whom, for what, and who denies it.

    With ID, one line of it in full: every entry behind it, with its sentence. Denials are looked for in all that was
    collected.
    """
    weak = weak or which["voice"] == Voice.OUTLET or edge is not None
    with Ledger.open(ledger) as open_ledger:
        view = open_ledger.view
        name_lacking(open_ledger)
        with view.snapshot():
            answer = blaming.found(view, RelationFilter(**which), source=source, target=target, weak=weak)  # type: ignore[arg-type]
        name_outlets(open_ledger, which["outlet"], bool(answer.edges))
        for name in (source, target):
            name_actors(open_ledger, name, bool(answer.edges) or name in open_ledger.view.outlets(), part=True)
    if edge is not None:
        return _one(answer, edge, form)
    for path, made in ((svg, drawing.svg), (graphml, drawing.graphml), (gexf, drawing.gexf)):
        if path is not None:
            path.write_text(made(answer.edges), "utf-8")
            click.echo(path.resolve())
    if not (svg or graphml or gexf):
        _print(answer, form, matrix)
    if answer.left:
        click.echo(f"{answer.left} weaker ones left out: --weak lists them.", err=True)
    return None


def _print(answer: Answer, form: str, matrix: bool) -> None:
    if matrix:
        rows = drawing.matrix(answer.edges)
        print_rows(rows, {name: field(name, 40) for name in rows[0]} if rows else {}, form, "relations")
    elif form in ("jsonl", "csv"):
        print_rows(list(blaming.lines(answer.edges)), {}, form, "relations")
    else:
        print_rows([_row(edge) for edge in answer.edges], BLAME, form, "relations")


def _row(edge: Edge) -> Row:
    own = " (in the outlet's own voice)" if {row["voice"] for row in edge.rows} == {Voice.OUTLET} else ""
    texts = "" if edge.texts == edge.reports else f", {counted(edge.texts, 'text')}"
    doubt = " (unsure)" if edge.band == Band.UNSURE else ""
    return {
        "id": edge.id,
        "date": edge.first or "",
        "says": blaming.clause(edge) + own,
        "matter": " / ".join(edge.matters),
        "where": f"{counted(edge.reports, 'report')}{texts}: {', '.join(edge.outlets)}{doubt}",
        "denial": blaming.denial(edge) or "",
    }


def _one(answer: Answer, beginning: str, form: str) -> None:
    """One edge with every entry behind it; ``NotFound`` where no id or several begin so."""
    first = beginning.strip().lower()
    held = [edge for edge in answer.edges if any(row["id"].startswith(first) for row in edge.rows) and first]
    if len(held) != 1:
        why = "several ids begin so; give more of it" if held else "not among those asked for"
        raise NotFound(f"relation {plain(beginning)}: {why}; list them with `onrecord blame --weak`")
    if form in ("jsonl", "csv"):
        return print_rows(list(blaming.lines(held)), {}, form, "relations")
    for line in blaming.in_full(held[0]):
        click.echo(printable(" ".join(line.split("\n"))))
    return None
