"""Commands that ask what parties want and will not have, and take the user's file of topics."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from onrecord import flow
from onrecord.cli.app import with_format, with_ledger
from onrecord.cli.keeping import with_person
from onrecord.cli.output import Columns, Written, excerpt, plain, print_rows
from onrecord.cli.questions import choice, field, name_actors, name_lacking, name_outlets, name_parties
from onrecord.errors import NotFound, UsageError
from onrecord.ledger import Ledger
from onrecord.model.terms import Band, PositionKind, Voice
from onrecord.views import position_changes as changing
from onrecord.views import positions as holding
from onrecord.views.charts import svg

POSITIONS: Columns = {
    "id": field("id"),
    "who": field("side", 30),
    "topic": field("topic", 24),
    "kind": field("kind"),
    "what": field("wanted", 90),
    "condition": field("condition", 60),
    "said": field("said", 40),
    "told by": field("told", 50),
    "sure": field("band"),
}
PAIRS: Columns = {
    "a": field("a"),
    "who": field("a_side", 24),
    "first": lambda row: excerpt(f"{row['a_day'] or ''} {row['a_kind']}: {_words(row, 'a')}", 90),
    "b": field("b"),
    "and": field("b_side", 24),
    "then": lambda row: excerpt(f"{row['b_day'] or ''} {row['b_kind']}: {_words(row, 'b')}", 90),
    "because": field("reason", 80),
    "score": lambda row: f"{row['score']:.2f}",
}


@click.command()
@click.option("--topic", help="Only on this topic of your file of topics.")
@click.option("--party", help="Only of this party of your file of parties, its members included.")
@click.option("--actor", help="Only of this one, by an id or a name.")
@choice("--kind", PositionKind, "Only of this kind.")
@click.option("--outlet", help="Only as this outlet tells it, by its whole name.")
@click.option("--report", help="Only from the report with this id.")
@choice("--voice", Voice, "Only in this voice: the outlet's own, or quoted.")
@choice("--band", Band, "Only those as sure as this.")
@click.option("--unsure", is_flag=True, help="Also those that are unsure, or whose holder nobody names.")
@click.option("--since", metavar="DATE", help="What is new since that day, and what was not repeated since.")
@click.option("--changes", is_flag=True, help="Pairs of one side that do not go together, for you to judge.")
@click.option("--agree", metavar="TOPIC", help="Which sides want or refuse the same on this topic, and which do not.")
@click.option("--svg", "drawn", type=Written(), help="Draw them into this file.")
@with_format
@with_ledger
def positions(ledger: Path, form: str, drawn: Path | None, **options: Any) -> None:
    """What each side demands, offers, accepts, refuses, threatens or calls a red line, when, and in which words.

    What several reports tell of one position is one line with all its entries. With a file of parties
    (`onrecord actors parties`) positions stand under parties, with a file of topics (`onrecord topics`) under topics.
    """
    day, changes, agree = _day(options.pop("since")), options.pop("changes"), options.pop("agree")
    party, actor = options.pop("party"), options.pop("actor")
    if party and actor:
        raise UsageError("--party and --actor: give one of the two")
    with Ledger.open(ledger) as open_ledger:
        view = open_ledger.view
        if options["report"] is not None:
            options["report"] = view.id_of("report", options["report"])
        name_lacking(open_ledger)
        options["topic"] = agree or options["topic"]
        answer = holding.found(view, holding.Asked(who=party or actor, **options))
        name_outlets(open_ledger, options["outlet"], bool(answer.held))
        name_actors(open_ledger, actor, bool(answer.held), part=True)
        name_parties(open_ledger, party, bool(answer.held))
    _name_topics(answer, options["topic"])
    if drawn:
        _draw(answer, drawn)
    elif changes:
        pairs = changing.change_lines(answer.held, changing.changes(answer.held))
        print_rows(list(pairs), PAIRS, form, "changes")
    elif agree:
        print_rows(list(changing.agreements(answer.held)), PAIRS, form, "pairs")
    else:
        _print(answer, form, day)


@click.command()
@click.argument("path", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--none", "without", is_flag=True, help="Use no file of topics any more.")
@with_person
@with_ledger
def topics(path: Path | None, without: bool, by: str, because: str, ledger: Path) -> None:
    """Use the file of topics PATH from now on; without PATH, print the one in use.

    It is kept in the ledger, so that it need not lie where it was. A topic that nothing on record fits is named.
    """
    if path is None and not without:
        with Ledger.open(ledger) as open_ledger:
            kept = open_ledger.view.topics()
        click.echo(kept.text if kept else "No file of topics is in use; give one: onrecord topics FILE", nl=not kept)
        return
    for fault in flow.use_topics(ledger, path, by):
        click.echo(plain(fault), err=True)
    click.echo("no file of topics is in use" if path is None else f"{path}: in use")


def _print(answer: holding.Answer, form: str, day: str | None) -> None:
    state = holding.since(answer.held, day) if day else {}
    held = [one for one in answer.held if not day or state.get(one.id) in ("new", "gone")]
    if form in ("jsonl", "csv"):
        print_rows(list(holding.lines(held, state)), POSITIONS, form, "positions")
    elif day:
        heads: Columns = {f"since {day}": field("since"), **POSITIONS}
        print_rows([{**_row(one), "since": state[one.id]} for one in held], heads, form, "positions")
        again = sum(value == "repeated" for value in state.values())
        undated = len(answer.held) - len(state)
        words = "gone: not repeated since in the collected text"
        click.echo(f"{words}; {again} repeated, {undated} of no known day.", err=True)
    else:
        print_rows([_row(one) for one in held], POSITIONS, form, "positions")
    if answer.left:
        click.echo(f"{answer.left} less sure, or of nobody named: --unsure adds them.", err=True)


def _row(one: holding.Held) -> Mapping[str, Any]:
    """One position as people read it."""
    side = one.side if not one.party or one.holder == one.party else f"{one.party} ({one.holder})"
    days: Sequence[str] = list(dict.fromkeys(str(day) for day in one.days if day.day))
    said = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}" if days else ""
    reports = f"{one.reports} report{'s' * (one.reports > 1)}"
    texts = f" of {one.texts} text{'s' * (one.texts > 1)}" if one.texts < one.reports else ""
    return {
        "id": one.id,
        "side": side,
        "topic": ", ".join(one.topics),
        "kind": one.kind,
        "wanted": one.wanted,
        "condition": one.condition,
        "said": said,
        "told": f"{', '.join(one.outlets)}; {reports}{texts}",
        "band": one.band,
    }


def _words(row: Mapping[str, Any], side: str) -> str:
    return " ".join(str(row[f"{side}_{part}"]) for part in ("wanted", "condition") if row[f"{side}_{part}"])


def _name_topics(answer: holding.Answer, asked: str | None) -> None:
    """Say so where there are no topics or nothing fits the one asked for; ``NotFound`` where none is called so."""
    names = [topic.name for topic in answer.topics.topics] if answer.topics else []
    if asked and asked.casefold() not in map(str.casefold, names):
        there = f"there are: {', '.join(map(plain, names))}" if names else holding.NO_TOPICS
        raise NotFound(f"topic {plain(asked)}: not in a file of topics; {there}")
    if answer.topics is None:
        click.echo(f"Topics: {holding.NO_TOPICS}", err=True)
    elif asked and not answer.held:
        click.echo(f"Nothing on record fits the topic {plain(asked)!r}", err=True)


def _draw(answer: holding.Answer, path: Path) -> None:
    picture = holding.picture(answer)
    if picture is None:
        click.echo("Nothing to draw: no position of a known day.", err=True)
        return
    path.write_text(svg(picture), "utf-8")
    click.echo(path.resolve())


def _day(words: str | None) -> str | None:
    if words is None:
        return None
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        raise UsageError(f"since {words!r}: no day; write 2031-04-09") from None
