"""Ranges of days are held against the day of publication."""

from evaluation import published
from evaluation.outcome import Options


def row(
    gold: str, start: str | None, end: str | None, confidence: float = 0.5, instant: bool = False
) -> dict[str, object]:
    return {"gold": gold, "start": start, "end": end, "instant": instant, "method": "printed", "confidence": confidence}


def test_a_range_is_right_where_it_holds_the_day() -> None:
    assert published.holds(row("2031-04-09", "2031-04-01", "2031-04-30"))
    assert not published.holds(row("2031-04-09", "2031-04-10", "2031-04-30"))
    assert published.holds(row("2031-04-09", "2031-04-10", "2031-04-10", instant=True))


def test_answers_are_counted_and_the_sure_ones_apart() -> None:
    rows = {
        "page a": row("2031-04-09", "2031-04-09", "2031-04-09", 0.95),
        "page b": row("2031-04-09", "2031-04-01", "2031-04-03"),
        "page c": row("2031-04-09", None, None, 0.0),
        "text d": row("2031-04-09", None, None, 0.0),
    }
    outcome = published.score(published.Path(), rows, Options())
    assert outcome.value("pages answered") == 200 / 3
    assert outcome.value("pages right") == 50
    assert outcome.value("pages right where sure") == 100
    assert outcome.value("texts answered") == 0
