"""Positions over reports: told by several, new and gone, changed, and shared by two sides."""

from pathlib import Path

import pytest

from onrecord import add
from onrecord.flow import use_topics
from onrecord.ledger import Ledger
from onrecord.views.position_changes import agreements, change_lines, changes
from onrecord.views.positions import Asked, Held, found, lines, picture, since

FIRST = "Ardvania refused to send a delegation to the talks. Torvela demanded that Ardvania publish the dam log."
SECOND = "Ardvania again refused to send a delegation to the talks. Ardvania called for a truce."
THIRD = "Ardvania offered to send a delegation to the talks. Torvela called for a truce if the guns left."


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("positions")
    for name, text, day in (
        ("one", FIRST, "2031-04-01"),
        ("two", SECOND, "2031-04-05"),
        ("three", THIRD, "2031-05-01"),
    ):
        (folder / f"{name}.txt").write_text(text, "utf-8")
        add(folder / f"{name}.txt", ledger=folder / "story.db", outlet=f"The {name.title()}", published=day)
    return folder / "story.db"


def held(ledger: Path, asked: Asked = Asked()) -> tuple[Held, ...]:  # noqa: B008 (frozen)
    with Ledger.open(ledger) as opened:
        return found(opened.view, asked).held


def test_one_position_told_by_two_reports_is_one_line_with_both_entries(ledger: Path) -> None:
    (one,) = [h for h in held(ledger) if h.kind == "refuse"]
    assert (one.holder, one.reports, one.outlets) == ("Ardvania", 2, ("The One", "The Two"))
    assert (one.first, one.last) == ("2031-04-01", "2031-04-05")
    assert [day.known for day in one.days] == ["printed", "printed"]


def test_a_line_is_as_sure_as_its_surest_telling(ledger: Path) -> None:
    bands = ("certain", "likely", "unsure")
    for one in held(ledger):
        assert one.band == min((row["band"] for row in one.rows), key=bands.index)


def test_what_is_new_and_what_was_not_repeated_since_a_day(ledger: Path) -> None:
    every = held(ledger)
    state = since(every, "2031-05-01")
    by_kind = {(h.side, h.kind, h.first): state[h.id] for h in every}
    assert by_kind["Ardvania", "refuse", "2031-04-01"] == "gone"
    assert by_kind["Ardvania", "offer", "2031-05-01"] == "new"
    assert set(since(every, "2031-04-05").values()) == {"new", "repeated", "gone"}


def test_a_change_is_proposed_with_the_words_of_both(ledger: Path) -> None:
    every = held(ledger)
    (row,) = change_lines(every, changes(every))
    assert (row["a_side"], row["a_kind"], row["b_kind"]) == ("Ardvania", "refuse", "offer")
    assert row["spans"]["content"] and row["b_spans"]["content"]
    assert row["band"] == "unsure"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ardvania opposes the bill.", "Ardvania called for a bill about ferries."),
        ("Ardvania refused to open the river.", "Ardvania demanded that Torvela not open the river."),
        ("Ardvania opposes the toll on barges.", "Ardvania wants to abolish the toll on barges."),
    ],
)
def test_what_goes_together_is_no_change(one: str, other: str, tmp_path: Path) -> None:
    for name, text in (("one", one), ("two", other)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        add(tmp_path / f"{name}.txt", ledger=tmp_path / "l.db", outlet=name, published="2031-04-01")
    every = held(tmp_path / "l.db")
    assert len(every) == 2
    assert changes(every) == []


def test_what_was_refused_and_is_offered_on_one_topic_is_proposed_last(tmp_path: Path) -> None:
    for name, text, day in (
        ("one", "Ardvania refused to attend the talks.", "2031-04-01"),
        ("two", "Ardvania offered to send a delegation.", "2031-05-01"),
    ):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        add(tmp_path / f"{name}.txt", ledger=tmp_path / "story.db", outlet=name, published=day)
    assert not changes(held(tmp_path / "story.db"))
    (tmp_path / "topics.toml").write_text('[[topic]]\nname = "talks"\nwords = ["talks", "delegation"]\n', "utf-8")
    use_topics(tmp_path / "story.db", tmp_path / "topics.toml", "me")
    (one,) = changes(held(tmp_path / "story.db"))
    assert (one.score, one.reason) == (0.3, "refuse first, offer later, both on: talks")


def test_two_sides_that_want_the_same_agree(ledger: Path) -> None:
    (row,) = agreements(held(ledger))
    assert (row["kind"], {row["a_side"], row["b_side"]}) == ("agree", {"Ardvania", "Torvela"})


def test_only_those_of_one_actor_or_kind(ledger: Path) -> None:
    assert {h.side for h in held(ledger, Asked(who="Torvela"))} == {"Torvela"}
    assert {h.kind for h in held(ledger, Asked(kind="offer"))} == {"offer"}


def test_topics_of_the_users_file(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text('[[topic]]\nname = "papers"\nwords = ["log"]\n', "utf-8")
    assert use_topics(ledger, tmp_path / "topics.toml", "me") == ()
    (one,) = held(ledger, Asked(topic="papers"))
    assert (one.side, one.by, one.topics) == ("Torvela", "log", ("papers",))
    assert use_topics(ledger, None, "me") == ()
    assert held(ledger, Asked(topic="papers")) == ()


def test_every_line_has_what_other_programs_rely_on(ledger: Path) -> None:
    for line in lines(held(ledger)):
        assert {"id", "report", "origin", "band", "spans", "position", "day"} <= set(line)
        assert {"holder", "cue", "content", "condition", "addressee"} <= set(line["spans"])


def test_the_picture_has_a_mark_for_every_day_it_was_told(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        spec = picture(found(opened.view))
    assert spec is not None
    assert len(spec["data"]["values"]) == sum(len(h.rows) for h in held(ledger))
