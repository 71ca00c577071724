"""One record of a JSON or CSV file: its text is title, blank line, text, each character traced to its own bytes."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.clean.assemble import assemble
from onrecord.clean.decode import Decoded, decode
from onrecord.clean.markup import has_markup, without_markup
from onrecord.clean.pieces import Piece, doubled_pieces, gap, join, json_pieces, literal
from onrecord.clean.zones import divide
from onrecord.errors import Malformed
from onrecord.model.fields import ALIASES, canonical, rank
from onrecord.model.report import Capture, Given, Report, Zone
from onrecord.model.span import Span
from onrecord.model.terms import ZoneKind
from onrecord.settings import Limits

BREAK = "\n\n"
DELIMITERS = {"text/csv": ",", "text/tab-separated-values": "\t"}

_BLANK = re.compile(r"[ \t\r\n]*")


class Field(NamedTuple):
    """One field of a record: its name, its value as one string, and the pieces that string stands in.

    ``pieces`` is None where the value is not text (a number, an object).
    """

    name: str
    value: str
    pieces: tuple[Piece, ...] | None


def clean_json(capture: Capture, limits: Limits) -> Report:
    """The report of one JSON object."""
    decoded = decode(capture)
    try:
        fields = list(_members(decoded))
    except (ValueError, RecursionError) as error:
        reason = f"it is no JSON object ({error})"
        raise Malformed(capture.subject, reason, "mend or remove it; one report is one object") from None
    return _report(capture, decoded.encoding, fields)


def clean_row(capture: Capture, limits: Limits) -> Report:
    """The report of one row of a CSV or TSV file, whose column names are the capture's layout."""
    decoded = decode(capture)
    cells = list(_cells(capture, decoded, DELIMITERS[capture.media_type]))
    if len(cells) != len(capture.layout):
        reason = f"it has {len(cells)} fields where the header names {len(capture.layout)}"
        raise Malformed(capture.subject, reason, "quote fields that hold the delimiter, or mend the row")
    fields = [
        Field(name, "".join(piece.words for piece in cell), tuple(cell))
        for name, cell in zip(capture.layout, cells, strict=True)
    ]
    return _report(capture, decoded.encoding, fields)


def _report(capture: Capture, encoding: str, fields: Sequence[Field]) -> Report:
    named = _by_name(capture, fields)
    text_field, title_field = _pick(named, "text"), _pick(named, "title")
    body, title = _plain(text_field, encoding), _plain(title_field, encoding)
    if body is None or body.pieces is None or not body.value.strip():
        names = ", ".join(repr(field.name) for field in fields[:12]) or "none"
        raise Malformed(
            capture.subject,
            f"it has no text (fields: {names})",
            f"name the field of the text {ALIASES['text'][0]!r}, or one of {', '.join(ALIASES['text'][1:])}",
        )
    head = [*title.pieces, gap(BREAK)] if title and title.pieces else []
    text, offsets = join([*head, *body.pieces], encoding)
    start = sum(len(piece.words) for piece in head)
    zones = [Zone(ZoneKind.HEADLINE, Span(0, start))] if start else []
    parts = divide(text, start, title.value if title else None)
    kept = [title if title and field is title_field else field for field in fields if field is not text_field]
    given = [Given(field.name, field.value, "file") for field in kept]
    markup = () if body is text_field else ("HTML tags inside the field of the text were left out of it",)
    return assemble(capture, text, offsets, [*zones, *parts.zones], [*given, *parts.given], (*parts.notes, *markup))


def _plain(field: Field | None, encoding: str) -> Field | None:
    """The field without the HTML that it holds; the field itself where it holds none."""
    if field is None or field.pieces is None or not has_markup(field.value):
        return field
    pieces = tuple(without_markup(field.pieces, encoding))
    return Field(field.name, "".join(piece.words for piece in pieces), pieces)


def _by_name(capture: Capture, fields: Sequence[Field]) -> Mapping[str, Field]:
    """The fields by their name in lower case; one that stands twice is refused."""
    named: dict[str, Field] = {}
    for field in fields:
        if field.name in named:
            raise Malformed(capture.subject, f"the field {field.name!r} stands in it twice", "keep one of them")
        named[field.name] = field
    return named


def _pick(named: Mapping[str, Field], wanted: str) -> Field | None:
    """The first field, in the order of the aliases, that holds characters for ``wanted``."""
    meant = [f for f in named.values() if canonical(f.name) == wanted and f.pieces is not None and f.value.strip()]
    return min(meant, key=lambda field: rank(field.name, wanted), default=None)


def _members(decoded: Decoded) -> Iterator[Field]:
    """The members of the JSON object that is the whole of the decoded; raises ValueError."""
    text, decoder = decoded.text, json.JSONDecoder()
    at = _skip(text, 0)
    if text[at : at + 1] != "{":
        raise ValueError("it does not begin with a brace")
    at, byte, counted = _skip(text, at + 1), decoded.offset, 0
    while text[at : at + 1] != "}":
        name, at = decoder.raw_decode(text, at)
        at = _skip(text, at)
        if not isinstance(name, str) or text[at : at + 1] != ":":
            raise ValueError(f"a name and a colon were expected at character {at}")
        start = _skip(text, at + 1)
        value, end = decoder.raw_decode(text, start)
        byte, counted = byte + len(text[counted:start].encode(decoded.encoding)), start
        if value is not None:
            yield Field(name, *_value(value, text[start:end], byte, decoded.encoding))
        at = _skip(text, end)
        if text[at : at + 1] == "," and text[(follow := _skip(text, at + 1)) : follow + 1] not in ("}", ""):
            at = _skip(text, at + 1)
        elif text[at : at + 1] != "}":
            raise ValueError(f"a comma or a closing brace was expected at character {at}")
    if _skip(text, at + 1) != len(text):
        raise ValueError(f"something follows its end at character {at + 1}")


def _value(value: object, raw: str, byte: int, encoding: str) -> tuple[str, tuple[Piece, ...] | None]:
    """A member's value as one string, with its pieces where it is text: a string or a list of paragraphs."""
    if isinstance(value, str):
        return value, tuple(json_pieces(raw[1:-1], byte + len('"'.encode(encoding)), encoding))
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        return value["name"], None
    if not isinstance(value, list) or not value:
        return raw, None
    if all(isinstance(item, dict) and isinstance(item.get("name"), str) for item in value):
        return ", ".join(item["name"] for item in value), None
    if not all(isinstance(item, str) for item in value):
        return raw, None
    return ", ".join(value), tuple(_paragraphs(raw, byte, encoding))


def _paragraphs(raw: str, byte: int, encoding: str) -> Iterator[Piece]:
    """The strings of a JSON list, with a blank line between."""
    counted = 0
    for number, match in enumerate(re.finditer(r'"((?:[^"\\]|\\.)*)"', raw)):
        byte, counted = byte + len(raw[counted : match.start(1)].encode(encoding)), match.start(1)
        if number:
            yield gap(BREAK)
        yield from json_pieces(match[1], byte, encoding)


def _skip(text: str, at: int) -> int:
    """Where the white space from ``at`` on ends."""
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _cells(capture: Capture, decoded: Decoded, delimiter: str) -> Iterator[list[Piece]]:
    """The fields of one row, each as its pieces (RFC 4180)."""
    text, at, byte = decoded.text, 0, decoded.offset
    mark = re.escape(delimiter)
    pattern = re.compile(rf'"(?P<quoted>[^"]*(?:""[^"]*)*)"(?={mark}|\Z)|(?P<bare>(?!")[^{mark}]*)')
    while True:
        match = pattern.match(text, at)
        if match is None:
            where = f"a field that opens at character {at} with a quotation mark does not end with one"
            raise Malformed(capture.subject, where, "double the marks inside a quoted field, and close it")
        if match["quoted"] is not None:
            yield list(doubled_pieces(match["quoted"], byte + len('"'.encode(decoded.encoding)), decoded.encoding))
        else:
            yield [literal(match["bare"], byte, decoded.encoding)]
        if match.end() == len(text):
            return
        byte += len(text[at : match.end() + 1].encode(decoded.encoding))
        at = match.end() + 1
