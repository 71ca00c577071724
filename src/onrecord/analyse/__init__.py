"""Reports in, findings out: who said what, each entry cut from the report and with its reason."""

from onrecord.analyse.registry import ANALYSERS, Analyser, analyser

__all__ = ["ANALYSERS", "Analyser", "analyser"]
