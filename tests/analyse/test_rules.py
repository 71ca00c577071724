import re
from dataclasses import replace

from onrecord.analyse import analyser
from onrecord.analyse.text import analyse_text, report_of
from onrecord.model.report import Zone
from onrecord.model.span import Span, check_slices
from onrecord.model.terms import Band, Disposition, Genre, ZoneKind
from onrecord.settings import AnalysisSettings

RULES = AnalysisSettings(analyser="rules")

STORY = """Velland accuses Northmark of cutting the cable

Foreign Minister Lena Fisk said on Monday that Velland would not yield to Northmark. “The cable is ours,” she said.

Northmark denied that its ships had been near the cable. Premier Tomas Hale told reporters: “Velland knows the truth.”

“We shall wait,” Mr. Hale said. “The winter is long.

“The spring is near.”
"""
OTHER = "The ferry was late, according to the Harbour Gazette. Nobody, it said, was hurt."


def test_a_report_gives_the_same_analysis_alone_and_in_a_pile() -> None:
    rules = analyser(RULES)
    alone = rules(report_of(STORY))
    pile = [rules(report_of(text)) for text in (OTHER, STORY, OTHER + "\n\n" + STORY, STORY)]
    assert pile[1] == alone == pile[3] == analyser(RULES)(report_of(STORY))


def test_every_span_lies_in_the_text_and_no_id_comes_twice() -> None:
    report, analysis = analyse_text(STORY, RULES)
    for one in analysis.statements:
        for spans in (one.source, one.cue, one.content, one.addressee, one.channel, one.speaker_evidence):
            check_slices(report.text, spans, [span.cut(report.text) for span in spans], one.id)
        assert one.content
    assert len({one.id for one in analysis.statements}) == len(analysis.statements)


def test_swapping_two_parties_changes_nothing_but_the_names() -> None:
    swapped = re.sub("Velland|Northmark", lambda m: {"Velland": "Northmark", "Northmark": "Velland"}[m.group()], STORY)

    def shape(text: str) -> list[tuple[object, ...]]:
        _, analysis = analyse_text(text, RULES)
        return [
            (one.rule, one.act, one.mode, one.confidence, one.negated, len(one.content), one.speaker is None)
            for one in analysis.statements
        ]

    assert shape(swapped) == shape(STORY)
    assert len(shape(STORY)) >= 6


def test_rules_alone_never_say_certain() -> None:
    assert all(one.band is not Band.CERTAIN for one in analyse_text(STORY, RULES)[1].statements)


def test_what_is_not_prose_is_kept_with_the_reason_and_not_analysed() -> None:
    report = replace(report_of(STORY), genre=Genre.LIVE_BLOG, genre_reason="nine entries with a time")
    analysis = analyser(RULES)(report)
    assert analysis.statements == ()
    assert [(d.disposition, d.reason) for d in analysis.doubts] == [
        (Disposition.NOT_ANALYSED, "nine entries with a time")
    ]


def test_furniture_is_not_analysed() -> None:
    report = report_of("Lena Fisk said the road was safe.")
    aside = replace(report, zones=(Zone(ZoneKind.FURNITURE, Span(0, len(report.text))),))
    assert analyser(RULES)(report).statements
    assert not analyser(RULES)(aside).statements


def test_hostile_text_is_read_without_a_fall() -> None:
    for text in (
        "",
        "“",
        '"' * 50,
        "’s",
        "\u202e“abc” said \U0001f600.",
        "said",
        "according to",
        ": “x”",
        "\r\n \u00a0",
    ):
        analyse_text(text, RULES)


def test_a_line_without_end_is_read_in_bounded_time() -> None:
    text = "“It is late,” Lena Fisk said, and the bell rang. " * 1500
    _, analysis = analyse_text(text, RULES)
    assert len(analysis.statements) > 1400
