"""Lines and paragraphs: where a passage begins and ends."""

from onrecord.analyse.passages import passages
from onrecord.analyse.text import report_of


def read(text: str) -> list[str]:
    return [text[start:end] for (start, end), _ in passages(report_of(text))]


def test_a_line_is_a_passage() -> None:
    assert read("The gates of the mill were shut.\nNobody came.\n") == [
        "The gates of the mill were shut.",
        "Nobody came.",
    ]


def test_lines_that_one_quotation_runs_over_are_one_passage() -> None:
    text = "The mill is closed.\n“We held out.\nWe sold the cows.\nNow we leave,” Osten said.\n“Write that down.”\n"
    assert read(text)[1:] == ["“We held out.\nWe sold the cows.\nNow we leave,” Osten said.", "“Write that down.”"]


def test_a_paragraph_that_opens_the_quotation_anew_stays_one_of_its_own() -> None:
    text = "The mill is closed.\n“We held out.\n\n“Now we leave,” Osten said.\n"
    assert read(text)[1:] == ["“We held out.", "“Now we leave,” Osten said."]


def test_a_missing_closing_mark_swallows_nothing() -> None:
    text = "The mill is closed.\n“We held out, Osten said.\nThe cows were sold.\nThe “last herd” left in May.\n"
    assert len(read(text)) == 4


def test_a_reporting_clause_on_a_line_of_its_own_goes_with_its_quotation() -> None:
    text = "The mill is closed.\n“Go home!”\none man shouted.\nHe left.\n"
    assert read(text)[1:] == ["“Go home!”\none man shouted.", "He left."]
