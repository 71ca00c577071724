import pytest

from onrecord.analyse.quotations import left_open, quotations
from onrecord.model.span import Span


def found(text: str, open_before: bool = False) -> list[str]:
    return [q.span.cut(text) for q in quotations(text, Span(0, len(text)), open_before)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("“A ‘b’ c,” she said.", ["“A ‘b’ c,”"]),
        ("“one “two” three” and more", ["“one “two” three”"]),
        ("''Fine,'' he said. ''No.''", ["''Fine,''", "''No.''"]),
        ("``Fine,'' he said.", ["``Fine,''"]),
        ("« Oui », dit-il", ["« Oui »"]),
        ("‘The bosses’ plan is dead,’ he said", ["‘The bosses’ plan is dead,’"]),
        ("The workers' pay is the owners' problem", []),
        ("Rock 'n' roll of the '90s, don't", []),
        ("He is 6'2\" tall", []),
        ("“Never,“ he said.", ["“Never,“"]),
        ("“Open to the end", ["“Open to the end"]),
        ("“First. “Second,” he said", ["“First.", "“Second,”"]),
    ],
)
def test_quotations_are_told_from_apostrophes(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_quotation_left_open_is_resumed_by_a_passage_that_opens_with_a_mark() -> None:
    first, second = "“We wait.", "“We wait still.”"
    opened = quotations(first, Span(0, len(first)))
    assert left_open(opened, Span(0, len(first)))
    assert [q.resumes for q in quotations(second, Span(0, len(second)), True)] == [True]
