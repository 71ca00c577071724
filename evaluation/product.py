"""The product as benchmarks run it: a text goes through the real cleaning and the real analyser."""

import sys

from onrecord.analyse import Analyser, analyser
from onrecord.clean import clean
from onrecord.model.analysis import Analysis
from onrecord.model.report import Capture, Given, Report
from onrecord.settings import AnalysisSettings, Limits


class Product:
    """One analyser, loaded once, and the way to it for a plain text."""

    def __init__(self, name: str) -> None:
        self._analyse: Analyser = analyser(AnalysisSettings(analyser=name))

    def analyse(self, report: Report) -> Analysis:
        """What the analyser finds in the report."""
        return self._analyse(report)

    def read(self, text: str, origin: str, outlet: str | None = None) -> Analysis | None:
        """The analysis of a plain text; None, and a line on standard error, where the product fails on it.

        A text that is not kept character by character is such a failure: offsets would point elsewhere.
        """
        given = (Given("outlet", outlet, "option"),) if outlet else ()
        capture = Capture(text.encode("utf-8"), "text/plain", origin, encoding="utf-8", given=given)
        try:
            report = clean(capture, Limits())
            if report.text != text:
                raise ValueError("the report's text differs from the file's")
            return self._analyse(report)
        except Exception as error:
            print(f"{origin}: nothing predicted ({type(error).__name__}: {error})", file=sys.stderr)
            return None
