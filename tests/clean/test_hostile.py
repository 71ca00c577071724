"""Whatever stands in a file: each character of the report decodes from its own bytes, or the file is refused."""

import csv
import io
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean import clean
from onrecord.errors import InputRefused, NotText
from onrecord.model.report import Capture, Report
from onrecord.model.span import Span
from onrecord.read import read
from onrecord.read.input import Input
from onrecord.read.streams import standard_input
from onrecord.read.table import comma_rows, tab_rows
from onrecord.settings import Limits

HOSTILE = st.sampled_from(
    [
        *("😀", "👩‍👩‍👧", "\u00a0", "\u200f", "\u202e", "عربي", "é", "e\u0301", "\ufeff", "\u2028"),
        *("\r\n", "\r", "\n\n", "\t", ",", "{", "]", '"', '""', "\\", "\\u0041"),
        *("<script>alert(1)</script>", "&amp;", "He said so. ", "Advertisement\n", "By Anna Mirren\n", "•"),
    ]
)
TAGS = ["<p>", "</p>", "<br/>", '<b class="x">', "</b>", "<script>", "</script>", "&#8217;", "&nbsp;", "<", ">", "&"]
TEXT = st.lists(st.one_of(HOSTILE, st.text(max_size=12)), min_size=1, max_size=30).map("".join)


def sound(capture: Capture) -> Report | None:
    """The report, with everything checked that must hold of it; None where it was refused."""
    try:
        report = clean(capture, Limits())
    except InputRefused as refusal:
        assert refusal.subject == capture.subject and refusal.reason and refusal.remedy
        return None
    text = report.text
    assert report.offsets.faults(text, capture.data) == []
    assert all(a.span.end <= b.span.start for a, b in pairwise(report.zones))
    bare = "".join(zone.span.cut(text) for zone in report.zones)
    assert "".join(bare.split()) == "".join(text.split())
    return report


def refused(text: str) -> bool:
    return "\0" in text or not text.strip()


@given(TEXT)
def test_a_text_file_keeps_every_character(text: str) -> None:
    report = sound(Capture(text.encode(), "text/plain", "note.txt"))
    expected = text.removeprefix("\ufeff")
    assert report is None if refused(expected) else report is not None and report.text == expected


@given(TEXT, TEXT, st.booleans())
def test_a_json_record_is_title_blank_line_text(title: str, text: str, escaped: bool) -> None:
    data = json.dumps({"title": title, "text": text}, ensure_ascii=escaped).encode()
    report = sound(Capture(data, "application/json", "note.json"))
    if refused(text) or "\0" in title:
        assert report is None
    else:
        assert report is not None and report.text == (f"{title}\n\n{text}" if title.strip() else text)


@given(st.lists(st.one_of(TEXT, st.sampled_from(TAGS)), min_size=2, max_size=12).map("".join), st.booleans())
def test_markup_in_a_field_leaves_every_kept_character_in_its_place(text: str, escaped: bool) -> None:
    data = json.dumps({"text": f"{text}</p>"}, ensure_ascii=escaped).encode()
    report = sound(Capture(data, "application/json", "note.json"))
    assert report is None or "</p>" not in report.text


@given(TEXT, st.sampled_from(["\ud800", "\udfff", "\udc00\ud800"]))
def test_a_lone_surrogate_is_refused_by_name(text: str, lone: str) -> None:
    data = json.dumps({"text": f"{text} {lone} "}).encode()
    with pytest.raises(NotText, match=r"surrogate|NUL"):
        clean(Capture(data, "application/json", "note.json"), Limits())


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=5), st.sampled_from([",", "\t"]))
def test_every_row_of_a_table_comes_back_as_it_was_written(rows: list[tuple[str, str]], delimiter: str) -> None:
    rows = [(title, text) for title, text in rows if not refused(text) and "\0" not in title]
    table = io.StringIO()
    csv.writer(table, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([("title", "text"), *rows])
    reader = comma_rows if delimiter == "," else tab_rows
    found = list(reader(Input("t", Limits()), standard_input(io.BytesIO(table.getvalue().encode()))))
    reports = [sound(capture) for capture in found if isinstance(capture, Capture)]
    assert [report and report.text for report in reports] == [f"{a}\n\n{b}" if a.strip() else b for a, b in rows]


@given(st.binary(max_size=200), st.sampled_from(["text/plain", "application/json", "text/csv"]))
def test_any_bytes_are_read_or_refused(data: bytes, media_type: str) -> None:
    sound(Capture(data, media_type, "bytes", layout=("text",)))


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.json", "a.jsonl", "a.csv", "a.tsv", "a", "a.csv.gz"]))
def test_any_file_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str) -> None:
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(data)
    for outcome in read([str(path)]):
        if isinstance(outcome, Capture):
            sound(outcome)


def test_a_sentence_that_occurs_twice_maps_to_each_of_its_places() -> None:
    data = b'{"text": "He said \\u201cno\\u201d. He said \\u201cno\\u201d."}'
    report = sound(Capture(data, "application/json", "note.json"))
    assert report is not None
    first, second = report.text.index("no"), report.text.rindex("no")
    spans = [report.offsets.bytes_of(Span(at, at + 2), report.text) for at in (first, second)]
    assert [data[span.start : span.end] for (span,) in spans] == [b"no", b"no"]
    assert spans[0] != spans[1]


def test_a_line_of_five_megabytes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("He said “it is 😀 so”.\u00a0" * 170_000, encoding="utf-8")
    (capture,) = read([str(path)])
    assert isinstance(capture, Capture) and len(capture.data) > 5_000_000
    assert sound(capture) is not None
