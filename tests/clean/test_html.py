"""The cleaning of HTML pages: the text a reader sees, its zones, its metadata, and the way back to the bytes."""

import os
from pathlib import Path

import pytest

from onrecord.clean.html import clean_html
from onrecord.errors import InputRefused, NotAligned, NotText, TooLarge
from onrecord.model.report import Capture, Report
from onrecord.model.span import Span
from onrecord.model.terms import DateMethod, ZoneKind
from onrecord.settings import Limits

CASES = Path(__file__).parents[1] / "cases" / "clean" / "html"
FIRST = "The minister of Arland said on Monday that the bridge at Tamra would be opened again before the winter."
SECOND = "No one had been hurt there, she said, and the repairs would be paid for by the province and by the town."
THIRD = "The mayor of Tamra denied that the town had been asked, and called the plan a promise made to be broken."


def read(page: str | bytes, encoding: str | None = None) -> Report:
    data = page.encode() if isinstance(page, str) else page
    report = clean_html(Capture(data, "text/html", "page.html", encoding=encoding), Limits())
    assert report.offsets.faults(report.text, data) == []
    return report


def article(*paragraphs: str) -> str:
    return f"<html><body><article>{''.join(f'<p>{p}</p>' for p in paragraphs)}</article></body></html>"


def zones(report: Report, kind: ZoneKind) -> list[str]:
    return [zone.span.cut(report.text) for zone in report.zones if zone.kind is kind]


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_a_page_becomes_the_text_and_zones_of_its_case(case: str) -> None:
    report = read((CASES / case / "page.html").read_bytes())
    found = "".join(f"[{zone.kind}]\n{zone.span.cut(report.text)}\n\n" for zone in report.zones)
    expected = CASES / case / "expected.txt"
    if os.environ.get("ONRECORD_REGENERATE"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def test_metadata_come_from_what_the_page_states() -> None:
    report = read((CASES / "bridge" / "page.html").read_bytes())
    assert report.title == "Arland shuts Tamra bridge after night of shelling"
    assert report.outlet == "The Ostra Courier"
    assert report.byline == "Ilse Marrow, Dov Anselm"
    assert report.url == "https://courier.example/world/tamra-bridge"
    assert (report.published.start, report.published.method) == ("2031-04-09T06:30:00Z", DateMethod.PAGE)
    assert ("modified", "2031-04-09T11:05:00+02:00", "page") in report.metadata


def test_a_sentence_that_is_also_a_teaser_maps_to_the_article() -> None:
    data = (CASES / "bridge" / "page.html").read_bytes()
    report = read(data)
    start = report.text.index("We did not fire first")
    (place,) = report.offsets.bytes_of(Span(start, start + 21), report.text)
    assert place.start > data.index(b'<div class="text">')


def test_equal_paragraphs_map_each_to_its_own_place() -> None:
    page = article(FIRST, SECOND, FIRST, THIRD, SECOND)
    report = read(page)
    first, again = report.text.index(FIRST), report.text.rindex(FIRST)
    places = [report.offsets.bytes_of(Span(at, at + len(FIRST)), report.text)[0].start for at in (first, again)]
    assert places == [page.index(FIRST), page.rindex(FIRST)]


def test_the_copy_outside_the_article_is_not_taken_for_the_one_inside() -> None:
    page = f'<html><body><div class="sidebar"><a href="x">{FIRST}</a></div>{article(FIRST, SECOND, THIRD)[12:]}'
    report = read(page)
    start = report.text.index(FIRST)
    assert report.offsets.bytes_of(Span(start, start + 10), report.text)[0].start == page.rindex(FIRST)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("caf&eacute; &mdash; AT&T &amp; co &copy2031", "café — AT&T & co ©2031"),
        ("a &#128;5 fee, &#x2014; then", "a €5 fee, — then"),
        ("half &#xD800; a pair", "half \ufffd a pair"),
        ("one\r\n   two\u00a0&nbsp; three", "one two three"),
        ("the&shy;atre in\u200bside\ufeff", "theatre inside"),
        (
            "👩\u200d👧 said e\u0301 \u200f\u05e9\u05dc\u05d5\u05dd\u200e",
            "👩\u200d👧 said e\u0301 \u200f\u05e9\u05dc\u05d5\u05dd\u200e",
        ),
        ("nul\0 and \x01bell", "nul and bell"),
        ("not &bogus; at all", "not &bogus; at all"),
        ("<b>W</b>hole <i title='a > b'>word</i>s", "Whole words"),
        ("before<!-- <p>not text</p> --> after", "before after"),
        ("line<br>break", "line\nbreak"),
    ],
)
def test_characters_are_those_that_a_reader_sees(written: str, read_as: str) -> None:
    report = read(article(FIRST, f"{SECOND} {written} {THIRD}", THIRD))
    assert f"{SECOND} {read_as} {THIRD}" in report.text


def test_script_style_and_comments_are_never_text() -> None:
    never = "<script>'<p>never</p>'</script><style>never</style><template><p>never</p></template><!-- never -->"
    assert "never" not in read(article(FIRST, SECOND + never, THIRD)).text


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"\xef\xbb\xbf" + article(FIRST, "Café. " + SECOND).encode(), "utf-8"),
        (article(FIRST, "Café. " + SECOND).encode("utf-16"), "utf-16-le"),
        (b'<meta charset="iso-8859-1">' + article(FIRST, "Café. “No.” " + SECOND).encode("cp1252"), "cp1252"),
        (b"<meta charset=gb2312>" + article(FIRST, "Café 部长。 " + SECOND).encode("gb18030"), "gb18030"),
    ],
)
def test_the_encoding_is_that_of_the_mark_or_the_declaration(data: bytes, encoding: str) -> None:
    report = read(data)
    assert report.offsets.encoding == encoding
    assert "Café" in report.text


def test_an_undeclared_page_that_is_not_utf8_is_read_as_windows_1252_with_a_note() -> None:
    report = read(article(FIRST, "“Café.” " + SECOND).encode("cp1252"))
    assert "“Café.”" in report.text
    assert any("windows-1252" in note for note in report.notes)


def test_a_paragraph_with_a_byte_of_another_encoding_is_left_out_with_a_note() -> None:
    data = article(FIRST, "Caf? " + SECOND, THIRD).encode().replace(b"Caf?", b"Caf\xe9")
    report = read(data, "utf-8")
    assert SECOND not in report.text
    assert any("1 bytes are not utf-8" in note for note in report.notes)


@pytest.mark.parametrize(
    ("page", "refusal"),
    [
        (b"", NotText),
        (b" \n\t", NotText),
        (b"<html><head><title>Tamra</title></head></html>", NotText),
        (b"<script>document.write('<p>Tamra</p>')</script>", NotText),
        (b"<meta charset=klingon><p>Tamra</p>", NotText),
        (b"<meta charset=utf-8><p>" + b"\xe9\xe8 " * 500, NotText),
        (bytes(range(256)) * 40, NotText),
        (b"&" * 1000, NotAligned),
    ],
)
def test_a_page_without_readable_text_is_refused_with_the_next_step(page: bytes, refusal: type[InputRefused]) -> None:
    with pytest.raises(refusal) as caught:
        read(page)
    assert caught.value.subject == "page.html"
    assert caught.value.remedy


def test_a_page_over_the_limit_is_refused() -> None:
    with pytest.raises(TooLarge):
        clean_html(Capture(article(FIRST).encode(), "text/html", "page.html"), Limits(report=100))


def test_ten_thousand_boxes_in_each_other_are_read() -> None:
    page = "<html><body>" + "<div>" * 10_000 + f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>" + "</div>" * 10_000
    assert read(page).text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_a_line_of_five_megabytes_is_read() -> None:
    line = " ".join([FIRST] * 50_000)
    assert read(article(line)).text == line


def test_an_article_that_is_cut_into_several_boxes_is_read_whole() -> None:
    box = '<div class="body__container"><p>{}</p><p>{}</p><p>{}</p></div><div class="ad">Advertisement</div>'
    words = [f"{sentence} It is paragraph {n} of the report." for n in range(2) for sentence in (FIRST, SECOND, THIRD)]
    page = f"<html><body><article>{box.format(*words[:3])}{box.format(*words[3:])}</article></body></html>"
    text = read(page).text
    assert all(sentence in text for sentence in words)


def test_calls_to_subscribe_are_kept_as_furniture() -> None:
    call = "Sign up for our morning letter and never miss a report from the river border."
    assert zones(read(article(FIRST, call, SECOND, THIRD)), ZoneKind.FURNITURE) == [call]


def test_a_quoted_warning_is_no_furniture() -> None:
    report = read(article(FIRST, SECOND, THIRD, "“Don’t miss this chance of peace,” the mayor of Tamra told Velm."))
    assert zones(report, ZoneKind.FURNITURE) == []


def test_a_preformatted_text_keeps_its_lines() -> None:
    report = read(f"<html><body><article><pre>{FIRST}\n{SECOND}\n\n{THIRD}</pre></article></body></html>")
    assert report.text.startswith(f"{FIRST}\n{SECOND}\n")
