"""The analysers that a run may choose from, by name."""

from collections.abc import Callable, Mapping
from typing import Protocol

from onrecord.analyse.rules import Rules
from onrecord.analyse.tagged import Tagged
from onrecord.errors import UsageError
from onrecord.model.analysis import Analysis
from onrecord.model.report import Report
from onrecord.settings import AnalysisSettings


class Analyser(Protocol):
    """Finds the statements of a report; the same report gives the same analysis, alone or in a pile."""

    @property
    def name(self) -> str:
        """The key in ``ANALYSERS``."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever the same report may give another analysis."""
        ...

    def __call__(self, report: Report) -> Analysis:
        """All that the report holds, with doubts about what was dropped."""
        ...


ANALYSERS: Mapping[str, Callable[[AnalysisSettings], Analyser]] = {
    "rules": Rules,
    "tagger": Tagged,
}


def analyser(settings: AnalysisSettings) -> Analyser:
    """The analyser that the settings name."""
    try:
        build = ANALYSERS[settings.analyser]
    except KeyError:
        known = ", ".join(sorted(ANALYSERS))
        raise UsageError(f"no analyser is called {settings.analyser!r}; choose one of: {known}") from None
    return build(settings)
