"""The decoded characters of a page, and the way from each of them back to its bytes.

The encoding is taken from the byte order mark, what the carrier said, or the page's own declaration, in that
order (WHATWG HTML, 13.2.3). A page that declares none is UTF-8 where that holds, else windows-1252, with a note.
"""

import codecs
import re
from dataclasses import dataclass
from itertools import accumulate

from onrecord.errors import NotText

BROKEN = re.compile("[\udc80-\udcff]")
"""One byte that could not be decoded, as Python's ``surrogateescape`` keeps it."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"""<meta[^>]{0,500}?charset\s*=\s*["']?\s*([-\w:.]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([-\w:.]{2,40})["']""", re.IGNORECASE)
_DECLARED_WITHIN = 8192
_BROKEN_SHARE = 0.001
_STEP = 4096

_AS_READ = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16-le",
}
"""What the WHATWG Encoding Standard reads a declared encoding as, by Python's codec names."""


@dataclass(frozen=True, slots=True)
class Source:
    """A page as characters; a byte that its encoding does not know is one lone surrogate (see ``BROKEN``).

    ``byte_of`` gives the byte offset at which a character begins.
    """

    text: str
    encoding: str
    notes: tuple[str, ...]
    _starts: tuple[int, ...]

    def byte_of(self, position: int) -> int:
        """The byte at which character ``position`` begins; the end of the bytes for the end of the text."""
        if self._starts[-1] - self._starts[0] == len(self.text):
            return self._starts[0] + position
        step, rest = divmod(position, _STEP)
        return self._starts[step] + _width(self.text[step * _STEP : step * _STEP + rest], self.encoding)


def decode(data: bytes, declared: str | None, subject: str) -> Source:
    """The page's characters; raises ``NotText`` where the encoding is unknown or clearly the wrong one."""
    start, encoding, notes = _choose(data, declared, subject)
    body = data[start:]
    text, lossless = _characters(body, encoding, subject)
    if not lossless:
        raise NotText(
            subject, f"its {encoding} bytes are not in canonical form", "save the page as UTF-8 and add it again"
        )
    broken = len(BROKEN.findall(text))
    if broken > max(3, _BROKEN_SHARE * len(text)):
        remedy = "save the page as UTF-8, or name its encoding"
        raise NotText(subject, f"{broken} bytes are not {encoding}, which it was read as", remedy)
    if broken:
        notes = (*notes, f"{broken} bytes are not {encoding}; the paragraphs they stand in were left out")
    widths = (_width(text[at : at + _STEP], encoding) for at in range(0, len(text), _STEP))
    return Source(text, encoding, notes, tuple(accumulate(widths, initial=start)))


def _choose(data: bytes, declared: str | None, subject: str) -> tuple[int, str, tuple[str, ...]]:
    """Where the text begins, its codec, and a note where the codec was assumed."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return len(mark), encoding, ()
    head = data[:_DECLARED_WITHIN]
    if declared:
        return 0, _codec(declared, subject), ()
    found = _XML.search(head) or _META.search(head)
    if found:
        codec = _codec(found[1].decode("ascii", "replace"), subject)
        return 0, "utf-8" if codec.startswith("utf-16") else codec, ()
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return 0, "cp1252", ("the page declares no encoding and is not UTF-8; it was read as windows-1252",)
    return 0, "utf-8", ()


def _codec(label: str, subject: str) -> str:
    try:
        name = codecs.lookup(label.strip().lower().removeprefix("x-")).name
        "".encode(name)
    except (LookupError, ValueError):
        remedy = "save the page as UTF-8, or name its encoding"
        raise NotText(subject, f"the encoding {label!r} is not known", remedy) from None
    return _AS_READ.get(name, name)


def _characters(body: bytes, encoding: str, subject: str) -> tuple[str, bool]:
    """The decoded bytes, and whether encoding them again gives the same bytes."""
    try:
        text = body.decode(encoding, "surrogateescape")
        return text, text.encode(encoding, "surrogateescape") == body
    except (UnicodeError, LookupError):
        remedy = "save the page as UTF-8 and add it again"
        raise NotText(subject, f"it is not the {encoding} that it says it is", remedy) from None


def _width(text: str, encoding: str) -> int:
    return len(text.encode(encoding, "surrogateescape"))
