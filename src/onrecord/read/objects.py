"""JSON: a file of one report, an array of reports, or one report a line."""

import json
import re
from collections.abc import Iterator
from io import BufferedReader

from onrecord.errors import Malformed, TooLarge
from onrecord.read.encodings import exact_codec, lines, mark_of
from onrecord.read.input import Input, Outcome
from onrecord.read.streams import take_mark
from onrecord.read.whole import load

MEDIA_TYPE = "application/json"
ARRAY_OF = 10
"""A JSON file is read whole, so it may take as much as this many of the longest reports."""
BLANK = " \t\r\n"

_BETWEEN = re.compile(rf"[{BLANK}]*,?[{BLANK}]*")


def json_file(taken: Input, stream: BufferedReader) -> Iterator[Outcome]:
    """The capture of each report in a JSON file: an object, an array of objects, or objects one after another.

    A file of one object is one capture, whole. What cannot be decoded is one capture too: cleaning refuses it by byte.
    """
    most = taken.limits.report * ARRAY_OF
    data = load(taken, stream, most, "write one report a line as .jsonl, which is read as a stream")
    if not isinstance(data, bytes):
        yield data
        return
    mark = mark_of(data)
    encoding = mark.encoding if mark else taken.encoding or "utf-8"
    try:
        text = data[len(mark.mark) if mark else 0 :].decode(encoding)
    except UnicodeDecodeError:
        yield taken.capture(data, MEDIA_TYPE)
        return
    start = len(text) - len(text.lstrip(BLANK))
    if text[start : start + 1] == "[":
        yield from _items(taken, text, start + 1, encoding, "]")
    elif _is_one(text):
        yield taken.capture(data, MEDIA_TYPE)
    else:
        yield from _items(taken, text, start, encoding, "")


def json_lines(taken: Input, stream: BufferedReader) -> Iterator[Outcome]:
    """The capture of each line of a JSON Lines stream; blank lines are skipped."""
    mark = take_mark(stream)
    encoding = mark.encoding if mark else taken.encoding
    codec = exact_codec(encoding)
    for line in lines(stream, codec, taken.most):
        place, words = f"line {line.number}", line.words.strip(BLANK)
        if not line.whole:
            yield TooLarge(taken.at(place), f"it is over the limit of {taken.most:,} bytes", "split its text")
        elif words:
            yield taken.capture(words.encode(codec, "surrogatepass"), MEDIA_TYPE, place, encoding)


def _is_one(text: str) -> bool:
    """Whether the text is a single value, or broken from the first on: one capture in any case."""
    try:
        _, end = json.JSONDecoder().raw_decode(text, len(text) - len(text.lstrip(BLANK)))
    except (ValueError, RecursionError):
        return True
    return not text[end:].strip(BLANK)


def _items(taken: Input, text: str, at: int, encoding: str, close: str) -> Iterator[Outcome]:
    """The values from ``at`` on, up to ``close`` or the end; what follows a broken one cannot be told apart."""
    decoder, number = json.JSONDecoder(), 0
    while (at := _after(_BETWEEN, text, at)) < len(text) and text[at] != "]":
        number += 1
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            advice = "mend the file; what stands before it was read"
            yield Malformed(taken.at(f"item {number}"), f"it and all that follows is broken JSON ({error})", advice)
            return
        yield taken.capture(text[at:end].encode(encoding), MEDIA_TYPE, f"item {number}", encoding)
        at = end
    if text[at:].strip(BLANK) != close:
        reason = (
            "something follows the end of its array" if at < len(text) else "its array is not closed, so it may be cut"
        )
        yield Malformed(taken.origin, reason, f"mend the file; {number} items were read")
    elif number == 0:
        yield Malformed(taken.origin, "its array holds nothing", "leave it out")


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where what the pattern finds at ``at`` ends."""
    match = pattern.match(text, at)
    return match.end() if match else at
