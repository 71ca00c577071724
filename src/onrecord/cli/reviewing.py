"""Commands by which people confirm, reject and mend entries, and take it back."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from onrecord.cli.app import Command, with_format, with_ledger
from onrecord.cli.keeping import with_person
from onrecord.cli.output import Columns, Written, excerpt, print_rows
from onrecord.cli.questions import choice, field, name_outlets, with_outlet
from onrecord.errors import Malformed, UsageError
from onrecord.flow import reviewing
from onrecord.ledger import Ledger, StatementFilter, View
from onrecord.model.terms import Act, Band, Mode, Nameless
from onrecord.views import review as looking
from onrecord.views.statements import joined, speaker_words

PLACE = click.Path(dir_okay=False, path_type=Path)
ROLES = ("source", "cue", "content", "addressee", "channel")
QUEUE: Columns = {
    "id": field("id"),
    "sure": field("band"),
    "act": field("act"),
    "speaker": lambda row: excerpt(speaker_words(row), 30),  # type: ignore[arg-type]
    "content": lambda row: excerpt(joined(row["content_text"]), 80),  # type: ignore[arg-type]
    "outlet": field("outlet", 20),
}
DECISION = ("number", "at", "by", "kind", "report", "actor", "entry", "field", "before", "after", "because")
NOTES: Columns = {name: field(name, 60) for name in ("decision", "kind", "by", "report", "entry", "because", "clause")}


def with_labels(command: Command) -> Command:
    """Give a command the options that say what a statement is."""
    for name in reversed(ROLES):
        help = f"The words of the {name}, as the report prints them, or START:END; several times for several parts."
        command = click.option(f"--{name}", multiple=True, metavar="WORDS", help=help)(command)
    command = click.option("--speaker", metavar="WORDS", help="Where the report names the speaker; - for nobody.")(
        command
    )
    command = choice("--act", Act, "The act of speech.")(command)
    command = choice("--mode", Mode, "How it is reported.")(command)
    command = choice("--nameless", Nameless, "What kind of source without a name it is.")(command)
    return click.option("--negated/--not-negated", default=None, help="Whether it says that it was not so.")(command)


@click.command()
@click.argument("entries", metavar="ID...", nargs=-1, required=True)
@with_person
@with_ledger
def confirm(entries: tuple[str, ...], ledger: Path, by: str, because: str) -> None:
    """Keep that the entries ID are right as they stand."""
    for entry, number in zip(entries, reviewing.confirm(ledger, entries, by, because), strict=True):
        _tell(entry, "confirmed", number)


@click.command()
@click.argument("entries", metavar="ID...", nargs=-1, required=True)
@with_person
@with_ledger
def reject(entries: tuple[str, ...], ledger: Path, by: str, because: str) -> None:
    """Keep that the entries ID are none; lists leave them out, `statements --status rejected` shows them."""
    for entry, number in zip(entries, reviewing.reject(ledger, entries, by, because), strict=True):
        _tell(entry, "rejected", number)


@click.command()
@click.argument("entry", metavar="ID")
@with_labels
@with_person
@with_ledger
def edit(entry: str, ledger: Path, by: str, because: str, **given: Any) -> None:
    """Mend the statement ID: its speaker, its spans, its labels. What the machine found is kept beside it."""
    with Ledger.open(ledger) as opened:
        row = opened.view.entry(entry)
        near = row["content"][0][0]
        values = _values(opened.view.text(row["report"]), given, near, entry)
    if not values:
        raise UsageError(f"edit {entry}: nothing to change; give --speaker, --content, --act or another value")
    _tell(row["id"], "edited", reviewing.edit(ledger, row["id"], values, by, because))


@click.command()
@click.argument("report", metavar="REPORT")
@with_labels
@with_person
@with_ledger
def missed(report: str, ledger: Path, by: str, because: str, **given: Any) -> None:
    """Enter a statement of REPORT that was missed; its words are given as the report prints them."""
    with Ledger.open(ledger) as opened:
        id = opened.view.id_of("report", report)
        values = _values(opened.view.text(id), given, 0, id)
    _tell(id, "a statement entered", reviewing.add_statement(ledger, id, values, by, because))


@click.command()
@click.argument("entry", metavar="ID")
@click.argument("other", metavar="OTHER")
@with_person
@with_ledger
def join(entry: str, other: str, ledger: Path, by: str, because: str) -> None:
    """Keep that ID and OTHER, two statements of one report, are one, under the speaker of ID."""
    _tell(entry, f"joined with {other}", reviewing.join(ledger, entry, other, by, because))


@click.command()
@click.argument("entry", metavar="ID")
@click.argument("words", metavar="WORDS")
@with_person
@with_ledger
def part(entry: str, words: str, ledger: Path, by: str, because: str) -> None:
    """Keep that the statement ID is two; the content of the second begins with WORDS (or at this code point)."""
    with Ledger.open(ledger) as opened:
        row = opened.view.entry(entry)
        position = (
            int(words)
            if words.isdigit()
            else looking.place(opened.view.text(row["report"]), words, row["content"][0][0], entry)[0]
        )
    _tell(row["id"], "made two", reviewing.part(ledger, row["id"], position, by, because))


@click.command()
@click.argument("decision", type=click.IntRange(1))
@with_person
@with_ledger
def undo(decision: int, ledger: Path, by: str, because: str) -> None:
    """Take back decision DECISION about entries, actors, figures or utterances, or an undoing; see `decisions`."""
    number = reviewing.undo(ledger, decision, by, because)
    click.echo(f"decision {decision}: taken back (decision {number}; `onrecord undo {number}` brings it back)")


@click.command()
@with_outlet
@choice("--act", Act, "Only those that are said so.")
@choice("--band", Band, "Only those as sure as this.")
@click.option("--report", help="Only from the report with this id.")
@click.option("--sample", type=click.IntRange(1), metavar="N", help="N statements drawn at random, still to be judged.")
@click.option(
    "--rate", type=click.IntRange(1), metavar="N", help="How often a sample of N was found wrong, with its interval."
)
@click.option("--seed", type=int, default=0, show_default=True, help="Which sample is drawn.")
@click.option("--orphans", is_flag=True, help="Rulings whose place is no longer found.")
@click.option("--disagreements", is_flag=True, help="Rulings that the machine now goes against.")
@with_format
@with_ledger
def review(
    ledger: Path,
    form: str,
    sample: int | None,
    rate: int | None,
    seed: int,
    orphans: bool,
    disagreements: bool,
    **which: str | None,
) -> None:
    """What nobody has judged yet: grave acts first, then what is least sure.

    Judge with `confirm`, `reject` and `edit`; a sample tells how often the machine is wrong on these reports.
    """
    with Ledger.open(ledger) as opened:
        view = opened.view
        if which["report"] is not None:
            which["report"] = view.id_of("report", which["report"])
        if orphans or disagreements:
            rows = [note._asdict() for note in view.review_notes() if note.kind in _asked(orphans, disagreements)]
            return print_rows(rows, NOTES, form, "rulings")
        if rate:
            return click.echo(looking.sentence(looking.sample(view, rate, seed)))
        waiting = _drawn(view, sample, seed) if sample else looking.queue(view, StatementFilter(**which))  # type: ignore[arg-type]
        name_outlets(opened, which["outlet"], bool(waiting))
    return print_rows(waiting, QUEUE, form, "statements to judge")


@click.command()
@click.option("--report", help="Only about the report with this id, and its entries.")
@click.option("--actor", help="Only about this actor: an id or a name.")
@click.option("--export", "out", type=Written(), help="Write all of them, with what they rest on, into this file.")
@click.option("--import", "source", type=PLACE, help="Take in those of a file that another ledger wrote.")
@with_format
@with_ledger
def decisions(
    report: str | None, actor: str | None, out: Path | None, source: Path | None, form: str, ledger: Path
) -> None:
    """What people decided about reports, actors, entries, figures and utterances, oldest first.

    Decisions are carried to another ledger by a file; those that are known there already change nothing.
    """
    if source:
        return _take_in(ledger, source)
    with Ledger.open(ledger) as opened:
        if out:
            return _write_out(out, list(opened.view.carried()))
        of = opened.view.actor_id(actor) if actor else None
        rows = [decision._asdict() for decision in opened.view.decisions(actor=of)]
    which = [row for row in rows if not report or row["report"].startswith(report)]
    return print_rows(which, {name: field(name, 40) for name in DECISION}, form, "decisions")


def _write_out(path: Path, lines: Sequence[Mapping[str, Any]]) -> None:
    path.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines), "utf-8")
    click.echo(f"{path.resolve()}: {len(lines)} decisions; the words that they rest on stand in it")


def _take_in(ledger: Path, path: Path) -> None:
    try:
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    except ValueError as error:
        raise Malformed(str(path), "not JSON lines", "use a file of `onrecord decisions --export`") from error
    done = reviewing.bring(ledger, lines)
    left = f"; {done.left} left out, since what they undo is not here" if done.left else ""
    click.echo(f"{path}: {done.taken} decisions taken in, {done.known} known already{left}")


def _drawn(view: View, size: int, seed: int) -> list[Any]:
    ids = looking.sample(view, size, seed).waiting
    rows = {row["id"]: row for row in view.statements(StatementFilter())}
    return [rows[id] for id in ids]


def _asked(orphans: bool, disagreements: bool) -> list[str]:
    return ["orphan"] * orphans + ["disagreement"] * disagreements


def _values(text: str, given: Mapping[str, Any], near: int, subject: str) -> dict[str, Any]:
    """What was given on the command line as values of an entry, its words found in the report."""
    values = {name: given[name] for name in ("act", "mode", "nameless", "negated") if given[name] is not None}
    for role in ROLES:
        if given[role]:
            values[role] = (
                [] if given[role] == ("-",) else [looking.place(text, words, near, subject) for words in given[role]]
            )
    if given["speaker"] is not None:
        values["speaker"] = None if given["speaker"] == "-" else looking.place(text, given["speaker"], near, subject)
    return values


def _tell(subject: str, what: str, number: int) -> None:
    click.echo(f"{subject}: {what} (decision {number}; `onrecord undo {number}` takes it back)")
