"""Bytes to characters, without guessing: the declared encoding, a byte order mark, or UTF-8, else refused."""

import codecs
from typing import NamedTuple

from onrecord.errors import NotText
from onrecord.model.report import Capture

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Decoded(NamedTuple):
    """The characters of a capture, the codec they are in, and the byte they begin at (after a byte order mark)."""

    text: str
    encoding: str
    offset: int


def decode(capture: Capture) -> Decoded:
    """The text of a capture's bytes, every one of which can be written back; raises ``NotText``."""
    mark, marked = next(((mark, name) for mark, name in MARKS if capture.data.startswith(mark)), (b"", None))
    encoding = marked or capture.encoding or "utf-8"
    data = capture.data[len(mark) :]
    try:
        text = data.decode(encoding)
        faithful = text.encode(encoding) == data
    except UnicodeDecodeError as error:
        raise _refusal(capture, encoding, error.start + len(mark)) from None
    except (LookupError, UnicodeEncodeError):
        faithful, text = False, ""
    if not faithful:
        reason = f"it cannot be read as {encoding} and written back to the same bytes"
        raise NotText(capture.subject, reason, "convert it to UTF-8")
    return Decoded(text, encoding, len(mark))


def _refusal(capture: Capture, encoding: str, at: int) -> NotText:
    """The refusal of a byte; the remedy offers the first single-byte code page that reads the whole."""
    known = f"the encoding declared is {encoding}" if capture.encoding else "no other encoding was declared"
    reason = f"byte {at:,} (0x{capture.data[at]:02x}) is not {encoding.upper()}, and {known}"
    guess = next(
        (name for name in ("windows-1252", "windows-1251", "latin-1") if _reads(capture.data, name)), "latin-1"
    )
    return NotText(capture.subject, reason, f"run again with --encoding and its name, perhaps --encoding {guess}")


def _reads(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
