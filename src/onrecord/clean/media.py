"""Which cleaner reads which media type: one line each in a literal table."""

from collections.abc import Callable, Mapping

from onrecord.clean.html import clean_html
from onrecord.clean.plain import clean_plain
from onrecord.clean.record import clean_json, clean_row
from onrecord.model.report import Capture, Report
from onrecord.settings import Limits

Cleaner = Callable[[Capture, Limits], Report]

CLEANERS: Mapping[str, Cleaner] = {
    "text/plain": clean_plain,
    "text/html": clean_html,
    "application/xhtml+xml": clean_html,
    "application/json": clean_json,
    "text/csv": clean_row,
    "text/tab-separated-values": clean_row,
}
