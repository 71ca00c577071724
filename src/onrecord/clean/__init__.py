"""From a capture to a report: the text with its zones, its metadata, and the way back to every byte."""

from onrecord.clean.media import CLEANERS
from onrecord.errors import NotText, TooLarge
from onrecord.model.report import Capture, Report
from onrecord.settings import Limits

__all__ = ["CLEANERS", "clean"]


def clean(capture: Capture, limits: Limits) -> Report:
    """The report that a capture holds.

    Raises ``InputRefused``: ``NotText`` where the media type or encoding cannot be read, ``TooLarge`` above
    ``limits.report``, ``Malformed`` for a broken record, ``NotAligned`` where a character cannot be traced back.
    """
    cleaner = CLEANERS.get(capture.media_type)
    if cleaner is None:
        kinds = ", ".join(sorted(CLEANERS))
        raise NotText(capture.subject, f"{capture.media_type} is not read yet", f"convert it to one of {kinds}")
    report = cleaner(capture, limits)
    size = len(report.text.encode("utf-8"))
    if size > limits.report:
        reason = f"its text of {size:,} bytes is over the limit of {limits.report:,}"
        raise TooLarge(capture.subject, reason, "split it into its reports")
    return report
