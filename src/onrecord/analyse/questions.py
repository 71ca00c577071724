"""What else is asked of a report while its statements are read: one gatherer for each kind of finding.

A gatherer sees every passage once, in order, with its grammar and quotations; nothing is parsed twice. When all
statements are known it is asked for what it found.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from onrecord.analyse.direct import Quoted
from onrecord.analyse.figures import Figures
from onrecord.analyse.labels import Labels
from onrecord.analyse.passages import Passage
from onrecord.analyse.positions import Positions
from onrecord.analyse.relations import Relations
from onrecord.analyse.times import Times
from onrecord.engine.parse import Parse
from onrecord.model.analysis import Analysis
from onrecord.model.report import Report


class Question(Protocol):
    """Asks one report for one kind of finding."""

    def take(self, passage: Passage, tokens: Parse, marks: Sequence[Quoted]) -> None:
        """See one passage."""
        ...

    def answered(self, analysis: Analysis) -> Analysis:
        """The analysis with the findings of this question added."""
        ...


QUESTIONS: tuple[Callable[[Report], Question], ...] = (Times, Figures, Relations, Labels, Positions)
"""In the order in which they are answered; a later one may read what an earlier one added."""


def answered(analysis: Analysis, questions: Sequence[Question]) -> Analysis:
    """The analysis with what every question found."""
    for question in questions:
        analysis = question.answered(analysis)
    return analysis
