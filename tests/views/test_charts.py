import re

from onrecord.views.charts import Event, Point, Spec, series, svg, timeline

SEVEN = Point(
    "2031-04-02", "2031-04-02", 7, 7, None, "Torvela's health ministry", "The Courier", "at least seven", "a1"
)
RANGE = Point("2031-04-03", "2031-04-05", None, 9, 12, "the Red Lantern", "The Gazette", "between 9 and 12", "a2")
TALKS = Event("2031-04-01", "2031-04-03", "talks in Velland", "planned", "e1")


def test_every_figure_of_a_series_is_one_mark_that_leads_to_its_entry() -> None:
    picture = svg(series([SEVEN, RANGE], "killed"))
    assert set(re.findall(r'href="#(\w+)"', picture)) == {"a1", "a2"}


def test_the_words_of_each_figure_are_in_the_picture_as_text() -> None:
    assert "at least seven" in svg(series([SEVEN], "killed"))


def test_no_mark_has_a_colour_of_its_own() -> None:
    for spec in (series([SEVEN, RANGE], "killed"), timeline([TALKS], "what happened")):
        assert set(re.findall(r'(?:stroke|fill)="(#\w+)"', svg(spec))) <= set()


def test_the_same_specification_gives_the_same_picture() -> None:
    def spec() -> Spec:
        return timeline([TALKS], "what happened")

    assert svg(spec()) == svg(spec())


def test_hostile_words_stay_text() -> None:
    hostile = Event("2031-04-01", "2031-04-01", "<script>alert(1)</script>", "alleged", "e2")
    assert "<script" not in svg(timeline([hostile], "<img onerror=x>"))
