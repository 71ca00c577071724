import pytest

from onrecord.analyse import ANALYSERS, analyser
from onrecord.errors import UsageError
from onrecord.settings import AnalysisSettings


def test_every_analyser_bears_the_name_it_is_chosen_by() -> None:
    for name in ANALYSERS:
        assert analyser(AnalysisSettings(analyser=name)).name == name


def test_an_unknown_analyser_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(UsageError, match="rules"):
        analyser(AnalysisSettings(analyser="guesswork"))
