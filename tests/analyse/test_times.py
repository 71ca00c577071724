"""When: words for time, what they mean, and what they date. The day of publication is Wednesday, 9 April 2031."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.analyse.passages import passages
from onrecord.analyse.text import report_of
from onrecord.analyse.times import Times
from onrecord.analyse.times_found import found
from onrecord.analyse.times_lexicon import CLASSES
from onrecord.engine.parse import parse
from onrecord.model.analysis import Analysis
from onrecord.model.report import UNKNOWN_DATE, DateValue
from onrecord.model.said import date_said
from onrecord.model.span import Span
from onrecord.model.statement import Statement
from onrecord.model.terms import Act, Anchor, Band, DateMethod, Happening, Mode, TimeType, ZoneKind
from onrecord.model.time import TimeExpression
from onrecord.model.timex import days_of, value_of

WEDNESDAY = DateValue("2031-04-09", "2031-04-09", DateMethod.GIVEN, 1.0)


def times(text: str, published: DateValue = WEDNESDAY, statements: tuple[Statement, ...] = ()) -> list[TimeExpression]:
    report = replace(report_of(text), published=published)
    question, todo = Times(report), list(passages(report))
    for piece in parse(text, [one.span for one in todo]):
        question.take(todo[piece.passage], piece, ())
    analysis = Analysis(report.id, "test 1", "", report.text_id, statements)
    return list(question.answered(analysis).times)


def read(text: str, published: DateValue = WEDNESDAY) -> dict[str, str | None]:
    return {one.span.cut(text): one.value for one in times(text, published)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell on 3 March 2029.", {"3 March 2029": "2029-03-03"}),
        ("The bridge fell on Monday, March 3, 2029, at dawn.", {"Monday, March 3, 2029": "2029-03-03"}),
        ("Talks began on Feb. 12 and ended in March.", {"Feb. 12": "2031-02-12", "March": "2031-03"}),
        ("Ardvania voted in November.", {"November": "2030-11"}),
        ("Ardvania will vote in November.", {"November": "2031-11"}),
        ("The minister resigned on Monday.", {"Monday": "2031-04-07"}),
        ("The council will meet on Monday.", {"Monday": "2031-04-14"}),
        ("The council meets on Friday.", {"Friday": "2031-04-11"}),
        ("The envoy left on Wednesday.", {"Wednesday": "2031-04-09"}),
        ("He spoke on Tuesday night.", {"Tuesday night": "2031-04-08TNI"}),
        ("He spoke yesterday and will return tomorrow.", {"yesterday": "2031-04-08", "tomorrow": "2031-04-10"}),
        ("The two-day meeting was held last week.", {"two-day": "P2D", "last week": "2031-W14"}),
        ("Last week's two-day meeting failed.", {"Last week": "2031-W14", "two-day": "P2D"}),
        ("Prices fell earlier this month.", {"earlier this month": "2031-04"}),
        ("Prices rose by the end of last year.", {"the end of last year": "2030"}),
        ("Profit rose in the third quarter of 2030.", {"the third quarter of 2030": "2030-Q3"}),
        ("Profit fell in the first half of last year.", {"the first half of last year": "2030-H1"}),
        ("The truce held for nearly three weeks.", {"nearly three weeks": "P3W"}),
        ("The truce held for two and a half years.", {"two and a half years": "P2.5Y"}),
        ("The siege lasted more than 100 days.", {"more than 100 days": "P100D"}),
        ("The war began two years ago.", {"two years ago": "2029"}),
        ("The war began three weeks ago.", {"three weeks ago": "2031-W12"}),
        ("They signed in May 2030 and split two months later.", {"May 2030": "2030-05", "two months later": "2030-07"}),
        ("It fell in the mid-1990s.", {"the mid-1990s": "199"}),
        ("It was built in the 19th century.", {"the 19th century": "18"}),
        ("They met in the summer of 2028.", {"the summer of 2028": "2028-SU"}),
        ("They meet every Tuesday.", {"every Tuesday": "XXXX-WXX-2"}),
        ("The daily report is read twice a week.", {"daily": "P1D", "twice a week": "P1W"}),
        ("The school is now closed.", {"now": "PRESENT_REF"}),
        ("She recently left Torvela.", {"recently": "PAST_REF"}),
        ("It has grown in recent years.", {"recent years": "PAST_REF"}),
        ("The vote was put off until 9 p.m. on Monday.", {"9 p.m.": "2031-04-07T21:00", "Monday": "2031-04-07"}),
        ("The vote opened at 8:30 a.m. Tuesday.", {"8:30 a.m. Tuesday": "2031-04-08T08:30"}),
        ("It was seen at 16:15 UTC.", {"16:15 UTC": "2031-04-09T16:15Z"}),
        ("The war is in its ninth month.", {"ninth month": "XXXX-XX"}),
        ("Shops were shut on Christmas Day.", {"Christmas Day": "2030-12-25"}),
        ("The deadline is June 17-19.", {"June 17": "2031-06-17", "19": "2031-06-19"}),
        ("It will take between 60 and 90 days.", {"60": "P60D", "90 days": "P90D"}),
        ("Profit fell from the year-ago quarter.", {"the year-ago quarter": "2030-Q1"}),
        (
            "The weeklong visit ends at noon on Friday.",
            {"weeklong": "P1W", "noon": "2031-04-11T12:00", "Friday": "2031-04-11"},
        ),
        ("The truce began at midnight Monday.", {"midnight Monday": "2031-04-07T24:00"}),
        ("The road is closed at the moment.", {"the moment": "PRESENT_REF"}),
        ("The past decade was dry.", {"The past decade": "P10Y"}),
        ("Wait until 2031-05-01.", {"2031-05-01": "2031-05-01"}),
        ("It happened on 17/3/2031.", {"17/3/2031": "2031-03-17"}),
        ("The 2028 treaty was signed in Velland.", {"2028": "2028"}),
        ("The party won in 2026 and 2030.", {"2026": "2026", "2030": "2030"}),
    ],
)
def test_words_for_time_are_found_with_their_value(text: str, expected: dict[str, str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The group may march to the sea.",
        "Some 2,000 people and 1950 cars stood in the road.",
        "Berin, 47, is a 47-year-old clerk who is 3 years old at heart.",
        "The second man sat in the sun and saw the fall of the house.",
        "April Vance and May Orlen spoke.",
        "It is 20 light years away.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert read(text) == {}


def test_an_expression_and_its_anchor_are_kept_where_the_day_of_publication_is_unknown() -> None:
    (one,) = times("The minister resigned on Monday.", UNKNOWN_DATE)
    assert (one.expression, one.anchor, one.value, one.start) == ("XXXX-WXX-1<", Anchor.PUBLISHED, None, None)
    assert value_of(one.expression, "2031-04-09") == "2031-04-07"


def test_the_days_that_a_value_covers_are_given() -> None:
    (one,) = times("The minister resigned last month.")
    assert (one.start, one.end) == ("2031-03-01", "2031-03-31")
    assert days_of("P2Y", "P2Y<", "2031-02-28") == ("2029-02-28", "2031-02-28")


@pytest.mark.parametrize(
    ("text", "words", "event", "happening"),
    [
        ("Troops shot six men on Friday, the mayor said.", "Friday", "Troops shot six men", Happening.HAPPENED),
        ("The mayor cited the shooting on Friday.", "Friday", "shooting", Happening.HAPPENED),
        ("The mayor will open the bridge on Friday.", "Friday", "The mayor will open the bridge", Happening.PLANNED),
        (
            "The mayor allegedly sold the bridge in 2029.",
            "2029",
            "The mayor allegedly sold the bridge",
            Happening.ALLEGED,
        ),
        ("The mayor did not sell the bridge in 2029.", "2029", "The mayor did not sell the bridge", Happening.DENIED),
        ("Berin plans to leave on Friday.", "Friday", "leave", Happening.PLANNED),
        ("The summit planned for May 3 was called off.", "May 3", "The summit planned", Happening.CALLED_OFF),
        ("They postponed Friday's vote.", "Friday", "vote", Happening.CALLED_OFF),
        ("The mayor was ill on Friday.", "Friday", "The mayor was ill", Happening.HAPPENED),
    ],
)
def test_a_time_is_linked_to_the_act_that_it_dates(text: str, words: str, event: str, happening: Happening) -> None:
    one = next(one for one in times(text) if one.span.cut(text) == words)
    assert [span.cut(text) for span in one.event] == [event]
    assert one.happening is happening


def statement(text: str, cue: str, content: str, act: Act = Act.SAY, source: str = "", speaker: str = "") -> Statement:
    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),) if words else ()

    report = report_of(text)
    return Statement(
        report.id, at(source), at(cue), at(content), Mode.INDIRECT, act, ZoneKind.BODY, 0.9, Band.LIKELY, "", "",
        "test 1", speaker=speaker or None,
    )  # fmt: skip


def test_the_time_of_the_saying_is_told_from_that_of_what_was_said() -> None:
    text = "Berin said on Monday that the bridge fell on Saturday."
    one = statement(text, "said", "that the bridge fell on Saturday")
    saying, content = times(text, statements=(one,))
    assert (saying.dates_saying, saying.statement) == (True, one.id)
    assert (content.dates_saying, content.statement) == (False, one.id)
    assert date_said(one, (saying, content), WEDNESDAY)[:3] == ("2031-04-07", "2031-04-07", DateMethod.PRINTED)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Last summer it rained.", "2030-SU"),
        ("He took office in December.", "2030-12"),
        ("The vote was set for December.", "2031-12"),
        ("The vote scheduled for June was lost.", "2031-06"),
        ("In 1972 he ran, and that November he lost.", "1972-11"),
        ("Sales rose in Q3 2030.", "2030-Q3"),
        ("The vote was put off until June.", "2031-06"),
        ("Sales rose in the fiscal first quarter.", "2031-Q1"),
        ("He waited half an hour.", "PT30M"),
    ],
)
def test_the_year_of_what_has_none_follows_from_tense_and_words(text: str, value: str) -> None:
    assert value in read(text).values()


def test_a_year_in_the_name_of_a_treaty_dates_nothing() -> None:
    assert [one.event for one in times("Ardvania signed the treaty of 2029. The Velday Accord of 2009 fell.")] == [
        (),
        (),
    ]


def test_a_subject_apart_from_its_verb_is_part_of_the_event() -> None:
    text = "The guards who on Friday took the town left."
    (one,) = times(text)
    assert [span.cut(text) for span in one.event] == ["The guards", "took the town"]


@pytest.mark.parametrize("word", ["since", "until", "by"])
def test_a_time_that_is_an_edge_says_so(word: str) -> None:
    (one,) = times(f"The port was closed {word} Oct 2030.")
    assert (one.value, dict(one.features)["bound"]) == ("2030-10", word)


def test_what_a_speaker_denies_did_not_simply_happen() -> None:
    text = "Berin denied that he sold the bridge in 2029."
    (one,) = times(text, statements=(statement(text, "denied", "that he sold the bridge in 2029", Act.DENY),))
    assert one.happening is Happening.DENIED


def test_a_statement_without_a_time_of_its_own_was_said_in_the_days_before_publication() -> None:
    text = "Berin said that the bridge fell on Saturday."
    one = statement(text, "said", "that the bridge fell on Saturday")
    assert date_said(one, times(text, statements=(one,)), WEDNESDAY) == DateValue(
        "2031-04-06", "2031-04-09", DateMethod.INFERRED, 0.8
    )
    assert date_said(one, (), UNKNOWN_DATE) == UNKNOWN_DATE


def test_what_a_speaker_adds_was_said_on_the_same_day() -> None:
    text = "Berin said on Monday that it fell. Berin added that it was old."
    first = statement(text, "said", "that it fell", speaker="Berin")
    second = statement(text, "added", "that it was old", speaker="Berin")
    said = date_said(second, times(text, statements=(first, second)), WEDNESDAY, (first,))
    assert said == DateValue("2031-04-07", "2031-04-07", DateMethod.INFERRED, 0.6)


WORDS = [word for words in CLASSES.values() for word in sorted(words)] + [
    "12", "31", "99", "2031", "1600", "0800", "1990s", "'90s", "May", "march", "Monday", "Sun", "Sept", ".", ",", "-",
    "3rd", "9/11", "7/8/07", "10:30", "2,000", "2.5", "five", "third", "'s", "'",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=10), st.sampled_from([None, "0001-01-01", "2028-02-29", "9999-12-31"]))
@settings(max_examples=300, deadline=None)
def test_no_heap_of_words_breaks_the_grammar_or_the_calendar(words: list[str], anchor: str | None) -> None:
    text = " ".join(words)
    end = 0
    for one in found(text, Span(0, len(text)), None):
        assert one.span.start >= end and one.span.cut(text)
        end = one.span.end
        expression = one.meaning.expression.replace("?", "<")
        days_of(value_of(expression, anchor), expression, anchor)


def test_types_are_those_of_timeml() -> None:
    text = "Each year, on Monday at 9 a.m., they wait for two hours."
    assert [str(one.type) for one in times(text)] == [TimeType.SET, TimeType.DATE, TimeType.TIME, TimeType.DURATION]
