"""How series of figures are printed: one block each for people, one line each for programs."""

from collections.abc import Iterator, Mapping, Sequence

import click

from onrecord.cli.output import Columns, excerpt, plain, print_rows
from onrecord.cli.questions import field
from onrecord.errors import NotFound
from onrecord.views.entry import amount
from onrecord.views.figures import Answer, Shown, line, pairs, remarks, spread, title

ALL = "all"
SERIES: Columns = {
    "id": field("id"),
    "date": lambda row: str(row["published"] or "")[:10],
    "figure": lambda row: excerpt(amount(row), 30),  # type: ignore[arg-type]
    "as of": field("as_of", 20),
    "given by": lambda row: excerpt(row["giver"] or "the outlet", 36),
    "outlet": field("outlet", 24),
    "beside the others": field("remark", 120),
}
PROPOSALS: Columns = {
    "a": field("a"),
    "figure": field("a_words", 60),
    "b": field("b"),
    "or": field("b_words", 60),
    "score": lambda row: f"{row['score']:.2f}",
    "because": field("reason", 90),
}


def chosen(answer: Answer, beginning: str) -> Sequence[Shown]:
    """The series whose id begins so, or all; ``NotFound`` where there is none, or several begin so."""
    if beginning == ALL:
        return answer.shown
    found = [one for one in (*answer.shown, *answer.alone) if one.series.id.startswith(beginning.strip().lower())]
    if len(found) == 1 and beginning.strip():
        return found
    why = "several ids begin so; give more of it" if found else "not among those asked for"
    raise NotFound(f"series {plain(beginning)}: {why}; list them with `onrecord figures --series`")


def print_series(shown: Sequence[Shown], answer: Answer, form: str) -> None:
    """Print each series with what its figures differ from, and say what was left out."""
    if form == "jsonl":
        print_rows([line(one) for one in shown], {}, form, "series")
    elif form in ("csv", "text"):
        heads: Columns = {"series": field("series"), **SERIES}
        print_rows([row for one in shown for row in _rows(one)], heads, form, "figures")
    else:
        for one in shown:
            click.echo(heading(one))
            print_rows(list(_rows(one)), SERIES, form, "figures")
        if not shown:
            click.echo("No series found.", err=True)
    rest = f"{len(answer.alone)} figures are in no series with another"
    click.echo(f"{rest}; {len(answer.proposals)} pairs might be one: --proposals lists them.", err=True)


def print_proposals(answer: Answer, form: str) -> None:
    """Print the pairs of series that might be one, the likeliest first."""
    print_rows(list(pairs(answer)), PROPOSALS, form, "proposals")


def heading(one: Shown) -> str:
    """A series in one line: its id, its name, how many figures, between which numbers."""
    between = f", {spread(one)}" if spread(one) else ""
    outlets = len({row["outlet"] for row in one.rows})
    words = f"{len(one.rows)} figures in {outlets} outlet{'s' * (outlets != 1)}{between}"
    return f"{one.series.id}  {plain(title(one))} · {words}"


def _rows(one: Shown) -> Iterator[Mapping[str, object]]:
    said = remarks(one)
    for row in one.rows:
        yield {"series": one.series.id, **row, "remark": said.get(row["id"], "")}
