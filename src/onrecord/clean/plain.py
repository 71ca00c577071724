"""A plain-text file: every character is kept, and the parts that are no body are marked."""

from pathlib import PurePath

from onrecord.clean.assemble import assemble
from onrecord.clean.decode import decode
from onrecord.clean.zones import divide
from onrecord.model.offsets import literal_map
from onrecord.model.report import Capture, Report
from onrecord.settings import Limits


def clean_plain(capture: Capture, limits: Limits) -> Report:
    """The report of a text file: all of it but a byte order mark."""
    decoded = decode(capture)
    offsets = literal_map(decoded.text, decoded.encoding, decoded.offset)
    parts = divide(decoded.text, name=PurePath(capture.origin).name)
    return assemble(capture, decoded.text, offsets, parts.zones, parts.given, parts.notes)
