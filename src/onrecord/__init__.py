"""onrecord keeps the record of a contested story: who said what, through which outlet, with the exact characters.

The front door, a handful of functions on a ledger file::

    add(paths, ledger=…)      read, clean, analyse and keep reports
    reports(ledger=…)         the reports, one row each
    statements(ledger=…)      who said what, one row each
    actors(ledger=…)          who is on record under which names, one row each
    figures(ledger=…)         the numbers, with what they count and who gave them
    times(ledger=…)           the expressions that say when, with what they date
    relations(ledger=…)       who blames, accuses, criticises, denies, threatens or credits whom
    positions(ledger=…)       what parties demand, offer, accept, refuse or threaten
    labels(ledger=…)          the words that outlets choose for events, and how they keep their distance
    compare(ledger=…)         one act of saying as each outlet has it, word by word
    blame(ledger=…)           who is at odds with whom over all reports, with the denial beside it
    timeline(ledger=…)        what happened or is said to have happened, in order
    ask(question, ledger=…)   the entries that answer a question; none where it is not on record
    page(path, ledger=…)      one HTML page of the whole story
    verify(ledger=…)          what does not hold; empty where every character does
    example()                 the folder of a shipped, invented story

Everything else is in the subpackages; `docs/reference/python.md` says what may be relied on.
"""

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from onrecord import flow
from onrecord.errors import OnrecordError
from onrecord.example import copy_reports
from onrecord.flow import Tally
from onrecord.ledger import (
    ActorFilter,
    Fault,
    FigureFilter,
    LabelFilter,
    Ledger,
    PositionFilter,
    RelationFilter,
    ReportFilter,
    StatementFilter,
    TimeFilter,
)
from onrecord.model.rows import (
    ActorRow,
    BlameRow,
    FigureRow,
    LabelRow,
    PositionRow,
    RelationRow,
    ReportRow,
    StatementRow,
    TimeRow,
)
from onrecord.views import ask as asking
from onrecord.views import blame as blaming
from onrecord.views import compare as comparing
from onrecord.views import timeline as dating
from onrecord.views.page_file import write_page

__all__ = [
    "OnrecordError",
    "actors",
    "add",
    "ask",
    "blame",
    "compare",
    "example",
    "figures",
    "labels",
    "page",
    "positions",
    "relations",
    "reports",
    "statements",
    "timeline",
    "times",
    "verify",
]
__version__ = version("onrecord")

LEDGER = "onrecord.db"


def add(paths: str | Path | Sequence[str | Path], ledger: str | Path = LEDGER, **metadata: str) -> Tally:
    """Read, clean, analyse and keep the reports under ``paths``; the tally says what became of every input.

    ``metadata`` holds for all of them: ``outlet``, ``published``, ``url``, ``byline``, ``agency``, ``encoding``.
    """
    return flow.add(ledger, [paths] if isinstance(paths, str | Path) else paths, metadata)


def reports(ledger: str | Path = LEDGER, **which: str) -> list[ReportRow]:
    """The reports, sorted by id; narrowed by the fields of ``ReportFilter`` (``outlet``, ``since``, ``until`` …)."""
    with Ledger.open(ledger) as open_ledger:
        return list(open_ledger.view.reports(ReportFilter(**which)))  # type: ignore[arg-type]


def statements(ledger: str | Path = LEDGER, **which: str) -> list[StatementRow]:
    """Who said what, sorted by id; narrowed by fields of ``StatementFilter`` (``speaker``, ``outlet`` …)."""
    with Ledger.open(ledger) as open_ledger:
        return list(open_ledger.view.statements(StatementFilter(**which)))  # type: ignore[arg-type]


def actors(ledger: str | Path = LEDGER, **which: str | bool) -> list[ActorRow]:
    """Who is on record over all reports, by id; narrowed by fields of ``ActorFilter`` (``name``, ``party`` …)."""
    with Ledger.open(ledger) as open_ledger:
        return open_ledger.view.actors(ActorFilter(**which))  # type: ignore[arg-type]


def figures(ledger: str | Path = LEDGER, **which: str | bool) -> list[FigureRow]:
    """The figures, sorted by id; narrowed by fields of ``FigureFilter`` (``what``, ``giver`` …).

    Those that no number stands for in the text are left out unless ``implied`` asks for them.
    """
    with Ledger.open(ledger) as open_ledger:
        return list(open_ledger.view.figures(FigureFilter(**{"implied": False} | which)))  # type: ignore[arg-type]


def times(ledger: str | Path = LEDGER, **which: str | bool) -> list[TimeRow]:
    """The time expressions, sorted by id; narrowed by fields of ``TimeFilter`` (``happening``, ``dated`` …)."""
    with Ledger.open(ledger) as open_ledger:
        return list(open_ledger.view.times(TimeFilter(**which)))  # type: ignore[arg-type]


def relations(ledger: str | Path = LEDGER, **which: str | bool) -> list[RelationRow]:
    """Who is at odds with whom, sorted by id; narrowed by fields of ``RelationFilter`` (``source``, ``kind`` …).

    Those of which a report says that they are not so are left out unless ``negated`` asks for them.
    """
    with Ledger.open(ledger) as open_ledger:
        return list(open_ledger.view.relations(RelationFilter(**{"negated": False} | which)))  # type: ignore[arg-type]


def positions(ledger: str | Path = LEDGER, **which: str | bool) -> list[PositionRow]:
    """What parties want or will not have, sorted by id; narrowed by fields of ``PositionFilter`` (``holder`` …).

    Those of which a report says that they are not so are left out unless ``negated`` asks for them.
    """
    with Ledger.open(ledger) as open_ledger:
        return list(open_ledger.view.positions(PositionFilter(**{"negated": False} | which)))  # type: ignore[arg-type]


def labels(ledger: str | Path = LEDGER, **which: str) -> list[LabelRow]:
    """The words that outlets choose, sorted by id; narrowed by fields of ``LabelFilter`` (``words``, ``voice`` …)."""
    with Ledger.open(ledger) as open_ledger:
        return list(open_ledger.view.labels(LabelFilter(**which)))


def compare(ledger: str | Path = LEDGER, **which: str | bool) -> list[Mapping[str, object]]:
    """Utterances with the version of each report, the first told first; narrowed by ``actor``, ``outlet``, ``altered``.

    Those that one report alone has are left out unless ``single`` asks for them.
    """
    with Ledger.open(ledger) as open_ledger:
        found = comparing.compared(open_ledger.view, comparing.Choice(**which))  # type: ignore[arg-type]
        return [comparing.line(one) for one in found]


def blame(
    ledger: str | Path = LEDGER, source: str | None = None, target: str | None = None, weak: bool = False
) -> list[BlameRow]:
    """Who blames, accuses, criticises, denies, threatens or credits whom over all reports, in order of appearance.

    ``source`` and ``target`` are an id, a whole name, or words of a name. Entries that are implicit, unsure, or about
    what is nobody are left out unless ``weak`` asks for them.
    """
    with Ledger.open(ledger) as open_ledger, open_ledger.view.snapshot():
        found = blaming.found(open_ledger.view, source=source, target=target, weak=weak)
        return list(blaming.lines(found.edges))


def timeline(ledger: str | Path = LEDGER, **which: str | bool) -> list[Mapping[str, object]]:
    """The dated events in order, one line for all reports of it; narrowed by fields of ``TimeFilter``."""
    with Ledger.open(ledger) as open_ledger:
        asked = TimeFilter(**{"dated": True, "dates_saying": False} | which)  # type: ignore[arg-type]
        return [dating.line(one) for one in dating.events(open_ledger.view, asked)]


def ask(question: str, ledger: str | Path = LEDGER, limit: int = 10) -> list[dict[str, object]]:
    """The entries that answer a question in plain words, the best first; empty where it is not on record."""
    with Ledger.open(ledger) as open_ledger:
        return [asking.line(hit) for hit in asking.ask(open_ledger.view, question, limit).hits]


def page(path: str | Path, ledger: str | Path = LEDGER, share: bool = False) -> Path:
    """Write one HTML page of the whole story to ``path``; with ``share``, excerpts only."""
    return write_page(ledger, path, share=share)


def verify(ledger: str | Path = LEDGER) -> list[Fault]:
    """Every span, text, offset map and hash that does not hold; empty where all do."""
    with Ledger.open(ledger) as open_ledger:
        return open_ledger.verify()


def example(folder: str | Path = "example") -> Path:
    """Put the shipped, invented story into ``folder`` and return it."""
    copy_reports(Path(folder))
    return Path(folder)
