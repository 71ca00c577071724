"""The command that sets the versions of one utterance beside each other."""

from collections.abc import Sequence
from pathlib import Path

import click

from onrecord.cli.app import with_format, with_ledger
from onrecord.cli.keeping import with_person
from onrecord.cli.output import Columns, excerpt, plain, print_rows
from onrecord.cli.questions import field, name_lacking, name_outlets
from onrecord.flow import deciding
from onrecord.flow.deciding import numbered
from onrecord.ledger import Ledger
from onrecord.views import compare as viewing

VERSIONS: Columns = {
    "utterance": field("utterance"),
    "order": lambda row: f"{row['ordinal']}/{row['of']}",
    "date": lambda row: str(row["published"] or "")[:10],
    "outlet": field("outlet", 24),
    "form": field("rendering"),
    "words": field("words", 120),
    "remarks": field("remarks", 120),
}
PROPOSALS: Columns = {
    "a": field("a"),
    "b": field("b"),
    "score": lambda row: f"{row['score']:.2f}",
    "actor": field("actor_name", 30),
    "one": lambda row: excerpt(f"{row['a_words']} ({row['a_outlet'] or '?'})", 90),
    "other": lambda row: excerpt(f"{row['b_words']} ({row['b_outlet'] or '?'})", 90),
    "why": field("reason", 60),
}


@click.command()
@click.argument("beginning", metavar="[ID]", required=False)
@click.option("--actor", help="Only what this actor said: an id or a name.")
@click.option("--outlet", help="Only what this outlet has a version of.")
@click.option("--altered", is_flag=True, help="Only where words inside quotation marks differ.")
@click.option("--all", "single", is_flag=True, help="Also what one report alone has more than once.")
@click.option("--proposals", "asks", is_flag=True, help="Pairs of statements that may be one, for a person to look at.")
@click.option("--join", "joined", nargs=2, metavar="ID OTHER", help="Keep that these two report one act of saying.")
@click.option("--apart", nargs=2, metavar="ID OTHER", help="Keep that these two do not.")
@with_person
@with_format
@with_ledger
def compare(
    ledger: Path,
    form: str,
    beginning: str | None,
    actor: str | None,
    outlet: str | None,
    altered: bool,
    single: bool,
    asks: bool,
    joined: tuple[str, str] | None,
    apart: tuple[str, str] | None,
    by: str,
    because: str,
) -> None:
    """Set side by side how each report gives what one actor said; ID is of an utterance or of a statement in it.

    Versions stand in order of appearance. Words that only the fullest quotation has are marked [-so-], words that only
    this version has {+so+}; which is right is not said. With --join and --apart ID and OTHER are of an utterance, which
    stands for all its versions, or of a statement; one of the utterance ID is parted from all others of it.
    """
    if joined or apart:
        return _ruled(ledger, joined, apart, by, because)
    which = viewing.Choice(beginning, actor, outlet, altered, single)
    with Ledger.open(ledger) as open_ledger:
        found = [] if asks else viewing.compared(open_ledger.view, which)
        pairs = viewing.proposals(open_ledger.view, which)
        name_lacking(open_ledger)
        name_outlets(open_ledger, outlet, bool(found or pairs))
    if asks:
        return print_rows(pairs, PROPOSALS, form, "proposals")
    print_compared(found, form)
    if beginning is None and pairs:
        click.echo(f"{len(pairs)} more pairs of statements may be one; --proposals lists them.", err=True)
    return None


def _ruled(ledger: Path, joined: tuple[str, str] | None, apart: tuple[str, str] | None, by: str, because: str) -> None:
    """Keep what a person decided, and say how it is taken back."""
    for pair, same in ((joined, True), (apart, False)):
        if pair:
            kept = deciding.rule(ledger, *pair, same, by, because)
            words = "are one utterance" if same else "are not one utterance"
            was = "" if kept.new else "was decided already: "
            over = f", which goes before {numbered(kept.over)}" if kept.over else ""
            back = f"decision {kept.number}{over}; `onrecord undo {kept.number}` takes it back"
            click.echo(f"{plain(pair[0])} and {plain(pair[1])} {words} ({was}{back})")


def print_compared(found: Sequence[viewing.Compared], form: str) -> None:
    """Print each utterance with its versions."""
    if form == "jsonl":
        print_rows([viewing.line(one) for one in found], {}, form, "utterances")
    elif form in ("csv", "text"):
        print_rows(viewing.members(found), VERSIONS, form, "versions")
    elif found:
        click.echo("\n\n".join(block(one) for one in found))
    else:
        click.echo("No utterances found that two reports have.", err=True)


def block(one: viewing.Compared) -> str:
    """One utterance as people read it."""
    rows = {member["statement"]: member for member in one.row["members"]}
    lines = [f"{one.row['id']}  {plain(viewing.heading(one))}"]
    for at, version in enumerate(one.versions, start=1):
        row = version.row
        fullest = " (the fullest quotation)" if row["statement"] == one.fullest and len(one.versions) > 1 else ""
        copy = f" · copy group {row['copy_group']}" if row["copy_group"] else ""
        day = str(row["published"] or "no date")[:10]
        what = f"{row['rendering']}{fullest}{copy} · {row['statement']}"
        lines.append(f"  {at}. {day}  {plain(row['outlet'] or 'outlet not known')}  {what}")
        words = viewing.marked(version.aligned) or row["words"]
        lines.append(f"     {plain(words)}")
        lines += [f"     – {plain(remark)}" for remark in viewing.remarks(version, rows)]
    return "\n".join(lines)
