"""CSV and TSV: one report a row, cut out as it stands, under the column names of the first row (RFC 4180)."""

import csv
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader

from onrecord.errors import InputRefused, Malformed, NotText, TooLarge
from onrecord.model.fields import ALIASES, canonical
from onrecord.read.encodings import Line, exact_codec, lines
from onrecord.read.input import Input, Outcome
from onrecord.read.streams import take_mark

_CLOSE = re.compile(r'[^"]*(?:""[^"]*)*"(?!")')


def comma_rows(taken: Input, stream: BufferedReader) -> Iterator[Outcome]:
    """The capture of each row of a CSV stream."""
    return _rows(taken, stream, ",", "text/csv")


def tab_rows(taken: Input, stream: BufferedReader) -> Iterator[Outcome]:
    """The capture of each row of a TSV stream."""
    return _rows(taken, stream, "\t", "text/tab-separated-values")


def column_names(header: str, delimiter: str) -> tuple[str, ...]:
    """The names in a header row; none where it is no row (a lone carriage return in it, a name without end)."""
    try:
        return tuple(name.strip() for name in next(csv.reader([header], delimiter=delimiter), ()))
    except csv.Error:
        return ()


def _rows(taken: Input, stream: BufferedReader, delimiter: str, media_type: str) -> Iterator[Outcome]:
    """Every row but the first; places count the header as row 1, as spreadsheets do."""
    mark = take_mark(stream)
    encoding = mark.encoding if mark else taken.encoding
    codec = exact_codec(encoding)
    layout: tuple[str, ...] | None = None
    for number, row in enumerate(_cut(lines(stream, codec, taken.most), delimiter, taken.most), 1):
        place = f"row {number}"
        if isinstance(row, Line):
            yield _refusal(taken, place, row, layout is None)
        elif layout is None:
            header = _layout(taken, row.encode(codec), encoding or "utf-8", delimiter)
            if isinstance(header, InputRefused):
                yield header
                return
            layout = header
        elif row:
            yield replace(taken.capture(row.encode(codec), media_type, place, encoding), layout=layout)
        if layout is None:
            return


def _layout(taken: Input, header: bytes, encoding: str, delimiter: str) -> tuple[str, ...] | InputRefused:
    """The column names, or why no report can be read under them."""
    try:
        names = column_names(header.decode(encoding), delimiter)
    except UnicodeDecodeError:
        reason = f"its column names are not {encoding.upper()}"
        return NotText(taken.origin, reason, "run again with --encoding and its name, perhaps --encoding windows-1252")
    if not names:
        return Malformed(taken.origin, "its first line is no row of column names", "save it as CSV, one row a line")
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        return Malformed(taken.origin, f"two columns are called {twice!r}", "rename one of them")
    if not any(canonical(name) == "text" for name in names):
        shown = ", ".join(map(repr, names[:12]))
        other = "; if its columns are split by semicolons, save it with commas" if ";" in "".join(names) else ""
        advice = f"name the column of the text 'text', or one of {', '.join(ALIASES['text'][1:])}{other}"
        return Malformed(taken.origin, f"no column holds the text (columns: {shown})", advice)
    return names


def _refusal(taken: Input, place: str, line: Line, header: bool) -> InputRefused:
    """Why a row has no end: it is too long, or a quotation mark is never closed."""
    rest = "nothing was read" if header else "the rows after its first line are read on their own"
    if line.whole:
        reason = f"a quotation mark that opens on line {line.number} is not closed; {rest}"
        return Malformed(taken.at(place), reason, "close it, or double it where it is part of the text")
    return TooLarge(taken.at(place), f"it is over the limit of {taken.most:,} bytes", "split its text")


def _cut(physical: Iterator[Line], delimiter: str, most: int) -> Iterator[str | Line]:
    """Rows without their line ending; in place of one that never ends, its first line.

    Where one row is open to the end of the stream, a later one that opens is so too, and is not followed there again.
    """
    waiting: deque[Line] = deque()
    endless = False
    while line := (waiting.popleft() if waiting else next(physical, None)):
        taken, size = [line], len(line.words)
        quoted = line.whole and _open(line.words, delimiter, False)
        while quoted and size <= most and not endless:
            following = waiting.popleft() if waiting else next(physical, None)
            if following is None:
                endless = True
                break
            taken.append(following)
            size += len(following.words)
            quoted = following.whole and _open(following.words, delimiter, True)
        if quoted or not line.whole:
            waiting.extendleft(reversed(taken[1:]))
            yield line
        else:
            yield "".join(part.words for part in taken).removesuffix("\n").removesuffix("\r")


def _open(words: str, delimiter: str, quoted: bool) -> bool:
    """Whether a quoted field is still open at the end of a line that began inside one (``quoted``) or did not."""
    at = 0
    while True:
        if quoted:
            close = _CLOSE.match(words, at)
            if close is None:
                return True
            at, quoted = close.end(), False
        following = words.find(delimiter, at) + 1
        if not quoted and words.startswith('"', at) and (at == 0 or words[at - 1] == delimiter):
            at, quoted = at + 1, True
        elif following == 0:
            return False
        else:
            at = following
