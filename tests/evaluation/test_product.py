"""The product as benchmarks run it keeps every character, and one bad text does not end a run."""

import pytest

from evaluation.product import Product
from onrecord.model.analysis import Analysis
from onrecord.model.report import Report

TEXT = "The mayor of Selm said the bridge was safe.\r\n\r\n“We tested it,” Ana Ruiz said.\n"


def test_what_is_found_points_into_the_text_as_given() -> None:
    analysis = Product("rules").read(TEXT, "a.txt")
    assert analysis
    words = {TEXT[start:end] for statement in analysis.statements for start, end in statement.source}
    assert "Ana Ruiz" in words


def test_a_text_on_which_the_product_fails_is_named_and_predicts_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    def broken(report: Report) -> Analysis:
        raise ValueError("no such rule")

    product = Product("rules")
    product._analyse = broken  # type: ignore[assignment]
    assert product.read(TEXT, "a.txt") is None
    assert "a.txt: nothing predicted (ValueError: no such rule)" in capsys.readouterr().err
