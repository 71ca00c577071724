"""A plain-text file: every character is kept, and the parts that are no body are marked."""

from collections.abc import Sequence

from onrecord.clean.assemble import assemble
from onrecord.clean.decode import decode
from onrecord.model.offsets import literal_map
from onrecord.model.report import Capture, Report, Zone
from onrecord.settings import Limits


def clean_plain(capture: Capture, limits: Limits) -> Report:
    """The report of a text file: all of it but a byte order mark."""
    source = decode(capture)
    offsets = literal_map(source.text, source.encoding, source.offset)
    return assemble(capture, source.text, offsets, divide(source.text))


def divide(text: str, start: int = 0, title: str | None = None) -> Sequence[Zone]:
    """The zones of the text from ``start`` on; where a ``title`` is known, only its repetition is a headline."""
    return ()
