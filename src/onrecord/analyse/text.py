"""A text as it stands, analysed: for tests and benchmarks that have no file to clean."""

from onrecord.analyse.registry import analyser
from onrecord.model.analysis import Analysis
from onrecord.model.identity import capture_id
from onrecord.model.offsets import literal_map
from onrecord.model.report import Report, Zone
from onrecord.model.span import Span
from onrecord.model.terms import ZoneKind
from onrecord.settings import AnalysisSettings


def report_of(text: str) -> Report:
    """A report of a bare text: a first line that a blank line follows is its headline, the rest its body."""
    head, gap, _ = text.partition("\n\n")
    zones = [Zone(ZoneKind.BODY, Span(0, len(text)))]
    if gap and "\n" not in head and len(head) < 200 and not head.rstrip().endswith("."):
        body = Span(len(head) + len(gap), len(text))
        zones = [Zone(ZoneKind.HEADLINE, Span(0, len(head))), Zone(ZoneKind.BODY, body)]
    zones = [zone for zone in zones if zone.span.cut(text).strip()]
    return Report(capture_id(text.encode()), text, literal_map(text, "utf-8"), tuple(zones), "text")


def analyse_text(text: str, settings: AnalysisSettings | None = None) -> tuple[Report, Analysis]:
    """The report that ``report_of`` makes of a text, and its analysis."""
    report = report_of(text)
    return report, analyser(settings or AnalysisSettings())(report)
