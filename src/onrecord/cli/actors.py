"""Commands about actors: who is on record, and what a person decides on who is who."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import click

from onrecord import flow
from onrecord.cli.app import with_format, with_ledger
from onrecord.cli.keeping import with_person
from onrecord.cli.output import Columns, excerpt, plain, print_answer, print_rows
from onrecord.cli.questions import choice, field, name_lacking, name_outlets, name_parties
from onrecord.cli.reviewing import undo
from onrecord.errors import UsageError
from onrecord.ledger import ActorFilter, Ledger
from onrecord.model.rows import ActorRow, CountRow, ProposalRow
from onrecord.model.terms import ActorType
from onrecord.views import actors as viewing

ACTORS: Columns = {
    "id": field("id"),
    "name": field("name", 40),
    "type": field("type"),
    "says": lambda row: str(row["statements"]),
    "named": lambda row: str(row["mentions"]),
    "outlets": lambda row: excerpt([c["outlet"] or "?" for c in cast(list[CountRow], row["counts"])], 60),
    "also": lambda row: excerpt(viewing.others(cast(list[str], row["aliases"]), str(row["name"])), 80),
}
PROPOSALS: Columns = {
    "score": lambda row: f"{row['score']:.2f}",
    "one": lambda row: excerpt(f"{row['a_name']} ({row['a']})", 60),
    "other": lambda row: excerpt(f"{row['b_name']} ({row['b']})", 60),
    "why": field("reason", 90),
}
DISAGREEMENTS: Columns = {name: field(name, 60) for name in ("decision", "kind", "by", "because", "clause")}
ORPHANS: Columns = {name: field(name, 60) for name in ("decision", "kind", "report", "exact", "reason", "holds")}


@click.group(invoke_without_command=True)
@click.option("--name", help="Only those one of whose names holds these words.")
@click.option("--all", "every", is_flag=True, help="Also those that no report names: “a diplomat”.")
@choice("--type", ActorType, "Only this kind.")
@click.option("--outlet", help="Only those that this outlet names.")
@click.option("--party", help="Only those of this party in your file of parties.")
@click.option("--speaking/--silent", "speaks", default=None, help="Only those that are quoted, or all others.")
@with_format
@with_ledger
@click.pass_context
def actors(ctx: click.Context, /, ledger: Path, form: str, every: bool, **which: str | bool | None) -> None:
    """Everybody and every body on record, under all their names; `onrecord actors show NAME` tells all of one.

    Sorted by name; JSON lines and CSV hold all. What the machine joined is undone with `split`, what it left apart is
    joined with `merge`.
    """
    if ctx.invoked_subcommand:
        return
    with Ledger.open(ledger) as open_ledger:
        rows = open_ledger.view.actors(ActorFilter(**which))  # type: ignore[arg-type]
        name_lacking(open_ledger)
        name_outlets(open_ledger, which["outlet"], bool(rows))
        name_parties(open_ledger, cast(str | None, which["party"]), bool(rows))
    if form in ("jsonl", "csv"):
        print_rows(rows, ACTORS, form, "actors")
        return
    shown = [row for row in rows if every or viewing.is_named(row)]
    by_name = sorted(shown, key=_by_name)
    print_rows(by_name, ACTORS, form, "actors")
    if len(shown) < len(rows):
        click.echo(f"{len(rows) - len(shown)} more that no report names; --all lists them too.", err=True)


@actors.command("show")
@click.argument("actor")
@with_format
@with_ledger
def show_actor(actor: str, form: str, ledger: Path) -> None:
    """All that is known of ACTOR (an id or a name): names, descriptions by outlet and date, why it is one."""
    with Ledger.open(ledger) as open_ledger:
        shown = viewing.show_actor(open_ledger.view, actor)
    if form in ("jsonl", "csv"):
        print_rows([shown.row], {}, form, "actors")
    else:
        print_answer(viewing.as_text(shown), shown, form)


@actors.command()
@with_format
@with_ledger
def proposals(form: str, ledger: Path) -> None:
    """Pairs that might be one actor, the likeliest first; a person decides."""
    with Ledger.open(ledger) as open_ledger:
        rows = open_ledger.view.proposals("actor")
    best_first = sorted(rows, key=_likely)
    print_rows(best_first, PROPOSALS, form, "proposals")


@actors.command()
@with_format
@with_ledger
def disagreements(form: str, ledger: Path) -> None:
    """Where the machine would now decide otherwise than a person did; nothing is changed by it."""
    with Ledger.open(ledger) as open_ledger:
        rows = [one._asdict() for one in open_ledger.view.disagreements()]
    print_rows(rows, DISAGREEMENTS, form, "disagreements")


@actors.command()
@with_format
@with_ledger
def orphans(form: str, ledger: Path) -> None:
    """Places that a decision rests on and that are not found any more; the decision is kept."""
    with Ledger.open(ledger) as open_ledger:
        rows = [one._asdict() for one in open_ledger.view.orphans()]
    print_rows(rows, ORPHANS, form, "orphans")


@actors.command()
@click.argument("actor")
@click.argument("others", nargs=-1, required=True, metavar="OTHER…")
@with_person
@with_ledger
def merge(actor: str, others: tuple[str, ...], ledger: Path, by: str, because: str) -> None:
    """Keep that ACTOR and OTHER are one; ids or names."""
    with Ledger.open(ledger) as open_ledger:
        one, rest = open_ledger.view.actor(actor), [open_ledger.view.actor(other) for other in others]
        for other in rest:
            if other["id"] == one["id"]:
                raise UsageError(f"actors merge: {actor} and {plain(other['name'])} are one already")
        numbers = [open_ledger.writer.merge(one["id"], other["id"], by, because) for other in rest]
    flow.resolve(ledger)
    names = " and ".join(plain(row["name"]) for row in (one, *rest))
    _tell(numbers, f"{names} are one")


@actors.command()
@click.argument("actor")
@click.argument("taken", nargs=-1, required=True, metavar="NAME_OR_REPORT…")
@with_person
@with_ledger
def split(actor: str, taken: tuple[str, ...], ledger: Path, by: str, because: str) -> None:
    """Keep that what ACTOR is called NAME, or what stands for it in REPORT, is another actor.

    NAME is a name as `onrecord actors show` lists it, REPORT the id of a report; all that is given goes together.
    """
    with Ledger.open(ledger) as open_ledger:
        view = open_ledger.view
        row = view.actor(actor)
        chains = view.chains(row["id"])
        wanted = {word.casefold() for word in taken}
        reports = {e["report"] for e in row["evidence"] if e["words"].casefold() in wanted and e["form"] == "name"}
        named = {c.chain for c in chains if (c.name or "").casefold() in wanted}
        found = named | {c.chain for c in chains if not named and c.report in reports}
        found |= {c.chain for c in chains if any(len(w) >= MARK and c.report.startswith(w) for w in wanted)}
        if not found or len(found) == len(chains):
            what = "nothing of it" if not found else "all of it"
            raise UsageError(
                f"actors split: {what} is called or stands in {', '.join(map(plain, taken))};"
                f" see `onrecord actors show {row['id']}` for its names and reports"
            )
        number = open_ledger.writer.split(row["id"], sorted(found), by, because)
    flow.resolve(ledger)
    _tell([number], f"{len(found)} of {len(chains)} reports' mentions of {plain(row['name'])} stand apart")


@actors.command()
@click.argument("actor")
@click.argument("name")
@with_person
@with_ledger
def rename(actor: str, name: str, ledger: Path, by: str, because: str) -> None:
    """Show ACTOR under NAME from now on; its names in the reports stay as they are printed."""
    with Ledger.open(ledger) as open_ledger:
        row = open_ledger.view.actor(actor)
        number = open_ledger.writer.rename(row["id"], name, by, because)
    flow.resolve(ledger)
    _tell([number], f"{plain(row['name'])} is called {plain(name)}")


@actors.command()
@click.argument("actor")
@click.argument("identifier", metavar="SCHEME:ID")
@with_person
@with_ledger
def identify(actor: str, identifier: str, ledger: Path, by: str, because: str) -> None:
    """Attach a public id to ACTOR, as in `wikidata:Q42`; nothing is looked up."""
    with Ledger.open(ledger) as open_ledger:
        row = open_ledger.view.actor(actor)
        number = open_ledger.writer.identify(row["id"], identifier, by, because)
    flow.resolve(ledger)
    _tell([number], f"{plain(row['name'])} is {plain(identifier)}")


actors.add_command(undo)


@actors.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@click.option("--none", "without", is_flag=True, help="Use no file of parties any more.")
@with_person
@with_ledger
def parties(path: Path | None, without: bool, ledger: Path, by: str, because: str) -> None:
    """Use the file of parties PATH from now on; without PATH, print the one in use.

    What a person should look at (a name that never occurs, a name claimed twice) is printed. The file is kept in
    the ledger, so that it need not lie where it was.
    """
    if path is None and not without:
        with Ledger.open(ledger) as open_ledger:
            kept = open_ledger.view.parties()
        click.echo(
            kept.text if kept else "No file of parties is in use; give one: onrecord actors parties FILE", nl=not kept
        )
        return
    faults = flow.use_parties(ledger, path, by)
    for fault in faults:
        click.echo(plain(fault), err=True)
    click.echo("no file of parties is in use" if path is None else f"{path}: in use")


MARK = 6
"""So many digits of a report's id are taken for one."""


def _tell(numbers: Sequence[int], words: str) -> None:
    undo = "; ".join(f"onrecord actors undo {number}" for number in numbers)
    click.echo(f"{words}. To take it back: {undo}")


def _by_name(row: ActorRow) -> tuple[str, str]:
    return (row["name"].casefold(), row["id"])


def _likely(row: ProposalRow) -> tuple[float, str]:
    return (-row["score"], row["id"])
