"""Series are kept as they are worked out from all figures, whatever the order of adding."""

from itertools import permutations
from pathlib import Path

from onrecord.flow import add
from onrecord.flow.counting import count_all, rule
from onrecord.ledger import FigureFilter, Ledger
from onrecord.resolve.series import series
from onrecord.settings import AnalysisSettings, Settings
from onrecord.views.figures import counted_in, seen_in, together

RULES = Settings(analysis=AnalysisSettings(analyser="rules"))
TEXTS = (
    "Published: 9 April 2031\n\nFerry sinks\n\nThe ferry Heron sank. At least 19 people were killed, police said.\n",
    "Published: 10 April 2031\n\nToll rises\n\nPolice said 41 people were killed on the ferry Heron, up from 19.\n",
    "Published: 11 April 2031\n\nPort reopens\n\nThe port of Lenna took in 300 people.\n",
)


def test_they_are_those_of_all_figures_in_every_order(tmp_path: Path) -> None:
    made = []
    for number, order in enumerate(permutations(range(3))):
        path = tmp_path / f"{number}.db"
        for at in order:
            file = tmp_path / f"{at}.txt"
            file.write_text(TEXTS[at], encoding="utf-8")
            add(path, [file], settings=RULES)
        with Ledger.open(path) as ledger:
            kept = ledger.view.series()
            rows = counted_in(ledger.view, FigureFilter(ordinal=False, implied=False))
            worked_out = series(seen_in(ledger.view, rows))
            assert kept is not None
            assert list(kept.series) == sorted((s for s in worked_out.series if len(s.figures) > 1), key=lambda s: s.id)
            assert kept.proposals == worked_out.proposals
            shown = together(ledger.view)
            assert shown is not None
            made.append([[row["value"] for row in one.rows] for one in shown])
    assert made == [[[19.0, 19.0, 41.0]]] * 6 or len({repr(one) for one in made}) == 1
    assert made[0]


NAMED_LATER = (
    "Published: 9 April 2031\n\nMany killed\n\nOn the Heron 19 people were killed, police said.\n",
    "Published: 10 April 2031\n\nMany dead\n\nThe ship was old. On the Heron 19 people were killed, the mayor said.\n",
    "Published: 11 April 2031\n\nFerry sank\n\nThe ferry Heron sank. On it 19 people died and 12 are missing.\n",
    "Published: 12 April 2031\n\nToll rises\n\nPolice said 41 people were killed on the ferry Heron, up from 19.\n",
)


def test_whatever_changes_they_are_those_that_all_figures_make(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Ledger.open(path, create=True) as ledger:
        for at, text in enumerate(NAMED_LATER):
            file = tmp_path / f"{at}.txt"
            file.write_text(text, encoding="utf-8")
            add(path, [file], settings=RULES)
            hold(ledger)
        reports = [row["id"] for row in ledger.view.reports()]
        figures = [row["id"] for row in counted_in(ledger.view, FigureFilter(ordinal=False, implied=False))]
    decision = rule(path, figures[0], figures[-1], True, "a person", "as printed")
    with Ledger.open(path) as ledger:
        hold(ledger)
        ledger.writer.unrule_figures(decision, "a person", "in error")
        count_all(ledger)
        hold(ledger)
        for report in reports:
            ledger.writer.correct(report, {"published": "2030-01-01"}, "a person", "as printed")
            count_all(ledger)
            hold(ledger)
            ledger.writer.remove(report, "a person", "in error")
            count_all(ledger)
            hold(ledger)


def hold(ledger: Ledger) -> None:
    """The series kept are those of all figures worked out at once."""
    rows = counted_in(ledger.view, FigureFilter(ordinal=False, implied=False))
    worked_out = series(seen_in(ledger.view, rows), ledger.view.figures_ruled())
    kept = ledger.view.series()
    assert kept is not None
    assert list(kept.series) == sorted((s for s in worked_out.series if len(s.figures) > 1), key=lambda s: s.id)
    assert kept.proposals == worked_out.proposals
