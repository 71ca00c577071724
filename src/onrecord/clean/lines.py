"""The lines of a text, each with what can be told of it without knowing its neighbours' meaning."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.model.span import Span

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_END = re.compile(r"[.!?…।。](?:[\"'”’»)\]*]|\s)*$|[.!?][\"'”’»)\]]*\s*\[\d+\]$")
_INITIALS = re.compile(r"(?:\b[A-Z]\.){2,}$")
_LONG = 80


class Line(NamedTuple):
    """One line that is not blank, without white space at its edges.

    ``apart`` says whether a blank line, or the beginning of the text, stands before it.
    """

    span: Span
    words: str
    apart: bool

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_END.search(self.words[-40:]))

    @property
    def prose(self) -> bool:
        """Whether it reads as a paragraph or a long sentence."""
        return len(self.words) >= _LONG and self.ends

    @property
    def length(self) -> int:
        """Its words, counted to 60 at most."""
        return len(self.words[:600].split(None, 60))

    @property
    def titled(self) -> bool:
        """Whether it reads as a title: short, without a full stop, comma or colon at its end."""
        initials = _INITIALS.search(self.words[-12:])
        sized = self.length <= 30 and len(self.words) <= 220 and any(map(str.isalpha, self.words))
        return sized and self.words[-1] not in ",;:" and bool(initials or not _stops(self))


def split(text: str, start: int = 0) -> list[Line]:
    """The lines of the text from ``start`` on that are not blank; a line ends with LF, CR LF or CR."""
    return list(_lines(text, start))


def _lines(text: str, start: int) -> Iterator[Line]:
    end = start
    for match in _LINE.finditer(text, start):
        words = match[0]
        begin = match.start() + len(words) - len(words.lstrip())
        between = text[end : match.start()].replace("\r\n", "\n")
        yield Line(
            Span(begin, begin + len(words.strip())),
            words.strip(),
            end == start or len(re.findall(r"[\r\n]", between)) > 1,
        )
        end = match.end()


def _stops(line: Line) -> bool:
    """Whether it ends with a full stop or an ellipsis, a closing quotation mark after it or not."""
    return bool(re.search(r"[.…][\"'”’»)\]]*$", line.words[-10:]))
