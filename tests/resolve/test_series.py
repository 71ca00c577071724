"""Figures become series only where what they count, of whom and on which occasion is beyond doubt."""

import random
import re

from onrecord.model.series import Seen, SeriesFound
from onrecord.resolve.series import series
from onrecord.resolve.series_read import vessels_in

NUMBER = re.compile(r"\[(?P<bound>>?)(?P<number>\d+) ?(?P<what>[^]]*)\]")


def seen(id: str, day: str | None, giver: str, sentence: str, near: str = "", group: str = "") -> list[Seen]:
    """The figures of one sentence: each ``[12 people killed]`` is one, ``[>12 …]`` at least so many."""
    report = id.partition("-")[0]
    text = NUMBER.sub(lambda m: f"{m['number']} {m['what']}".strip(), sentence)
    whole, found = f"{near}\n{text}", []
    for at, match in enumerate(NUMBER.finditer(sentence)):
        before = NUMBER.sub(lambda m: f"{m['number']} {m['what']}".strip(), sentence[: match.start()])
        number = match["number"]
        found.append(
            Seen(
                id=id if not at else f"{id}.{at}",
                report=report,
                outlet=report.title(),
                day=day,
                position=len(before),
                value=float(number),
                minimum=float(number) if match["bound"] else None,
                maximum=None,
                hedge="at-least" if match["bound"] else "exact",
                unit=None,
                what=match["what"],
                group=group,
                giver=giver,
                counting=None,
                before=before,
                after=text[len(before) + len(number) :],
                near=near,
                vessels=tuple(vessels_in(whole)),
            )
        )
    return found


def joined(*figures: list[Seen]) -> list[set[str]]:
    return [set(one.figures) for one in series([f for some in figures for f in some]).series if len(one.figures) > 1]


def proposed(*figures: list[Seen]) -> set[tuple[str, str]]:
    return {(p.a, p.b) for p in series([f for some in figures for f in some]).proposals}


NIGHT = seen("gazette-1", "2031-04-02", "the coast guard", "[>19 people died] when the ferry Lark capsized off Orrin.")
WEEK = seen("courier-1", "2031-04-05", "the ministry", "[41 people killed] in the sinking of the ferry Lark, it said.")
TOLL = seen("dispatch-1", "2031-04-05", "the ministry", "It raised the toll of the ferry Lark from [19 dead] to [41].")
SHELLS = seen("courier-2", "2031-04-06", "the army", "[41 people killed] when shells fell on Orrin, the army said.")


def test_killed_dead_and_died_on_one_ship_are_one_series() -> None:
    assert joined(NIGHT, WEEK) == [{"gazette-1", "courier-1"}]


def test_a_toll_of_the_ferry_is_not_the_toll_of_the_shelling() -> None:
    assert joined(WEEK, SHELLS) == []
    assert proposed(WEEK, SHELLS) == set()


def test_two_ships_are_two_series() -> None:
    other = seen(
        "times-1", "2031-04-05", "the ministry", "[41 people killed] in the sinking of the ferry Wren, it said."
    )
    assert joined(WEEK, other) == []


def test_another_number_of_an_event_without_a_name_is_proposed_or_nothing() -> None:
    one = seen("gazette-3", "2031-05-01", "the police", "[12 people killed] in a bombing in Velland, the police said.")
    two = seen("courier-3", "2031-05-02", "the mayor", "[15 people killed] in a bombing in Velland, the mayor said.")
    assert joined(one, two) == []
    assert proposed(one, two) == {("courier-3", "gazette-3")}


def test_the_same_number_at_the_same_place_is_joined() -> None:
    one = seen("gazette-3", "2031-05-01", "the police", "[12 people killed] in a bombing in Velland, the police said.")
    two = seen("courier-3", "2031-05-02", "the mayor", "A bombing in Velland left [12 dead], said the mayor.")
    assert joined(one, two) == [{"gazette-3", "courier-3"}]


def test_the_same_number_at_two_places_is_not_joined() -> None:
    one = seen("gazette-3", "2031-05-01", "the police", "[12 people killed] in a bombing in Velland, the police said.")
    two = seen("courier-3", "2031-05-02", "the mayor", "A bombing in Torvela left [12 dead], said the mayor.")
    assert joined(one, two) == []


def test_civilians_and_soldiers_are_never_one() -> None:
    one = seen("gazette-4", "2031-05-01", "the army", "[12 civilians killed] when the ferry Lark sank.")
    two = seen("courier-4", "2031-05-01", "the army", "[12 soldiers killed] when the ferry Lark sank.")
    people = seen("times-4", "2031-05-01", "the army", "[12 people killed] when the ferry Lark sank.")
    assert joined(one, two) == []
    assert joined(one, people) == []
    assert proposed(one, people) == {("gazette-4", "times-4")}


def test_killed_and_injured_are_two_series() -> None:
    one = seen("gazette-5", "2031-05-01", "", "[12 people killed] and [30 wounded] when the ferry Lark sank.")
    two = seen("courier-5", "2031-05-01", "", "[12 dead] and [30 injured] when the ferry Lark sank.")
    assert joined(one, two) == [{"gazette-5", "courier-5"}, {"gazette-5.1", "courier-5.1"}]


def test_a_former_value_is_told_from_the_one_that_holds() -> None:
    one = next(one for one in series(TOLL).series if len(one.figures) > 1)
    assert one.former == ("dispatch-1",)
    assert [(r.earlier, r.later) for r in one.revisions] == [("dispatch-1", "dispatch-1.1")]


def test_a_limit_that_is_to_be_raised_is_no_count_revised() -> None:
    limit = seen("gazette-5", "2031-05-01", "", "They want to raise the age to buy a boat from [18] to [21 years].")
    assert joined(limit) == []


def test_a_former_value_joins_the_report_that_gave_it() -> None:
    assert joined(NIGHT, TOLL) == [{"gazette-1", "dispatch-1", "dispatch-1.1"}]


def test_a_later_figure_of_the_same_giver_revises() -> None:
    late = seen("times-6", "2031-04-09", "The ministry", "[58 people died] on the ferry Lark, the ministry said.")
    one = series([*WEEK, *late]).series[0]
    assert [(r.earlier, r.later) for r in one.revisions] == [("courier-1", "times-6")]


def test_two_givers_of_one_day_are_side_by_side() -> None:
    other = seen("times-7", "2031-04-05", "the families", "[47 people died] on the ferry Lark, the families said.")
    one = series([*WEEK, *other]).series[0]
    assert [(d.a, d.b, d.reason) for d in one.discrepancies] == [("courier-1", "times-7", "two givers")]


def test_bounds_that_hold_together_are_no_discrepancy() -> None:
    other = seen("times-8", "2031-04-05", "the families", "[>30 people died] on the ferry Lark, the families said.")
    assert series([*WEEK, *other]).series[0].discrepancies == ()


def test_small_counts_of_the_same_noun_are_no_series() -> None:
    one = seen("gazette-9", "2031-05-01", "", "[2 officials] were suspended over the dam.")
    two = seen("courier-9", "2031-05-01", "", "[2 officials] spoke of the crossing.")
    assert joined(one, two) == []


def test_one_sentence_in_two_reports_is_one_figure_twice() -> None:
    words = "She listened for [2 hours] and promised nothing, which was more than anybody else had done."
    assert joined(seen("a-1", "2031-05-01", "", words), seen("b-1", "2031-05-02", "", words)) == [{"a-1", "b-1"}]


def test_every_link_has_a_score_and_a_reason() -> None:
    links = [link for one in series([*NIGHT, *WEEK, *TOLL]).series for link in one.links]
    assert links
    assert all(0.8 <= link.score <= 1 and link.reason for link in links)


def test_the_order_of_adding_changes_nothing() -> None:
    figures = [*NIGHT, *WEEK, *TOLL, *SHELLS]
    first: SeriesFound = series(figures)
    for turn in range(5):
        random.Random(turn).shuffle(figures)
        assert series(figures) == first


def test_two_sides_that_change_names_get_the_same_series() -> None:
    swapped = [
        seen(f.id, f.day, f.giver, f"[41 people killed] when the ferry Lark sank off {place}.")
        for f, place in ((WEEK[0], "Ardvania"), (SHELLS[0], "Torvela"))
    ]
    again = [
        seen(f.id, f.day, f.giver, f"[41 people killed] when the ferry Lark sank off {place}.")
        for f, place in ((WEEK[0], "Torvela"), (SHELLS[0], "Ardvania"))
    ]
    assert joined(*swapped) == joined(*again)


def test_words_that_are_also_written_small_are_no_ships() -> None:
    assert vessels_in("Ferry Sank at Dusk. The ferry Lark sank.") == ["Lark"]
