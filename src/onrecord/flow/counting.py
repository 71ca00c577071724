"""Which figures count the same: joined anew are those that a change can reach, by what is counted."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from onrecord.ledger import FigureFilter, Ledger, View
from onrecord.ledger.series_writer import KeyedReport
from onrecord.model.rows import FigureRow
from onrecord.model.series import Seen
from onrecord.resolve.series import COUNTING, joinable, series
from onrecord.resolve.series_read import vessels_in
from onrecord.views.figures import counted_in, seen

FEW = 50
"""Of so many reports figures are asked for one by one; of more, all are read at once."""
WORD = re.compile(r"\w+")


def count_all(ledger: Ledger) -> bool:
    """Make the series anew where they are not those of what the ledger holds; whether they were."""
    with ledger.view.snapshot():
        stamp = ledger.view.series_stamp()
        if stamp == ledger.view.series_made():
            return False
        keyed, rulings = list(_keyed(ledger.view)), ledger.view.figures_ruled()
    if not ledger.writer.keep_keys(keyed, rulings, stamp):
        return False
    with ledger.view.snapshot():
        figures, rulings = ledger.view.uncounted(), ledger.view.figures_ruled()
        found = series(_seen(ledger.view, figures), rulings)
    return ledger.writer.keep_series(figures, found, stamp)


def rule(ledger: Path | str, a: str, b: str, same: bool, by: str, because: str) -> int:
    """Keep that two figures count the same, or do not; the number of the decision. Ids may be shortened."""
    with Ledger.open(ledger) as opened:
        whole = [opened.view.id_of("figure", one) for one in (a, b)]
        number = opened.writer.rule_figures(whole[0], whole[1], same, by, because)
        count_all(opened)
    return number


def _keyed(view: View) -> Iterator[KeyedReport]:
    """What the figures of the reports that have changed may be joined on, and of those that a ship's name reaches."""
    reports = {one.id: one for one in view.series_reports(COUNTING)}
    changed = {id for id, one in reports.items() if not one.read}
    known = {id: named for id, named in view.series_vessels().items() if id in reports}
    given = {id: set(vessels_in(view.text(id))) for id in changed}
    given |= {id: {name for name, own in named.items() if own} for id, named in known.items() if id not in changed}
    names = set().union(*given.values())
    before = {name for named in known.values() for name in named}
    changed |= {id for id, named in known.items() if named.keys() - names}
    new = _by_word(names - before)
    if new:
        changed |= {id for id, text in view.every_text() if _written(text, new)}
    rows = _rows(view, changed)
    every, titles = _by_word(names), view.titles()
    for id in sorted(changed):
        text = view.text(id)
        vessels = {name: name in given.get(id, ()) for name in _written(text, every)}
        own = joinable(seen(rows.get(id, []), text, titles[id], vessels))
        yield KeyedReport(reports[id].number, reports[id].stamp, own, vessels)


def _by_word(names: Collection[str]) -> dict[str, list[str]]:
    """Names by their first word, by which they are looked for."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        found[WORD.findall(name)[0]].append(name)
    return dict(found)


def _written(text: str, names: Mapping[str, list[str]]) -> list[str]:
    """Those of the names that the text writes as words of their own."""
    near = [name for word in names.keys() & set(WORD.findall(text)) for name in names[word]]
    return sorted(name for name in near if name in text and re.search(rf"\b{re.escape(name)}\b", text))


def _rows(view: View, reports: Collection[str]) -> dict[str, list[FigureRow]]:
    """The figures of these reports that may be in series."""
    found: defaultdict[str, list[FigureRow]] = defaultdict(list)
    for asked in sorted(reports) if len(reports) <= FEW else (None,):
        for row in counted_in(view, FigureFilter(report=asked, ordinal=False, implied=False)):
            found[row["report"]].append(row)
    return found


def _seen(view: View, figures: Collection[str]) -> Iterator[Seen]:
    """These figures (ids) with the words around them."""
    by_report: defaultdict[str, list[FigureRow]] = defaultdict(list)
    for row in view.figures_of(figures):
        by_report[row["report"]].append(row)
    vessels, titles = view.series_vessels(), view.titles()
    for id, own in by_report.items():
        yield from seen(own, view.text(id), titles[id], vessels.get(id, {}))
