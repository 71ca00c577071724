"""A file that holds one report: a text, a page."""

from collections.abc import Iterator
from typing import BinaryIO

from onrecord.errors import InputRefused, NotText, TooLarge
from onrecord.model.report import Capture
from onrecord.read.encodings import mark_of
from onrecord.read.input import Input, Outcome, PassedOver
from onrecord.read.streams import HEAD

MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\x1f\x8b": "compressed with gzip",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"SQLite format 3": "a SQLite database",
}

OWN_PAGE = b'<meta name="generator" content="onrecord">'


def text(taken: Input, stream: BinaryIO) -> Iterator[Outcome]:
    """The one capture of a plain-text file."""
    yield _one(taken, stream, "text/plain")


def page(taken: Input, stream: BinaryIO) -> Iterator[Outcome]:
    """The one capture of an HTML page; a page that onrecord wrote is no report, whatever it is called."""
    outcome = _one(taken, stream, "text/html")
    if isinstance(outcome, Capture) and OWN_PAGE in outcome.data[:HEAD]:
        yield PassedOver(taken.origin, "it is a page that onrecord wrote", "add the reports that it was made from")
    else:
        yield outcome


def load(taken: Input, stream: BinaryIO, most: int, remedy: str) -> bytes | InputRefused:
    """All bytes of the stream, or why they hold no text."""
    data = stream.read(most + 1)
    if len(data) > most:
        return TooLarge(taken.origin, f"it is over the limit of {most:,} bytes for one report", remedy)
    return binary(taken.origin, data, taken.encoding) or data


def binary(subject: str, data: bytes, encoding: str | None, complete: bool = True) -> NotText | None:
    """Why bytes, or the beginning of them where they are not ``complete``, are empty or hold no text, or None."""
    if complete and not data.strip():
        return NotText(subject, "it is empty" if not data else "it holds white space only", "leave it out")
    kind = next((kind for magic, kind in MAGIC.items() if data.startswith(magic)), None)
    if kind:
        return NotText(subject, f"it is {kind}, not text", "save its text as .txt or .html and add that")
    wide = mark_of(data) is not None or (encoding or "").lower().startswith(("utf-16", "utf-32"))
    if b"\0" in data and not wide:
        reason = f"byte {data.index(0):,} is NUL, so it is binary or in an encoding that was not declared"
        return NotText(subject, reason, "leave it out, or run again with --encoding, perhaps --encoding utf-16-le")
    return None


def _one(taken: Input, stream: BinaryIO, media_type: str) -> Outcome:
    loaded = load(taken, stream, taken.most, "split it into its reports")
    return taken.capture(loaded, media_type) if isinstance(loaded, bytes) else loaded
