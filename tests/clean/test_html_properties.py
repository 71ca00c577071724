"""What holds of every page: each character of the text decodes from its bytes, or the page is refused by name."""

from html import escape

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.clean.html import clean_html
from onrecord.clean.html_page import read_page
from onrecord.errors import InputRefused
from onrecord.model.report import Capture
from onrecord.model.span import Span
from onrecord.settings import Limits

SENTENCES = (
    "The minister of Arland said on Monday that the bridge at Tamra would be opened again before the winter.",
    "No one had been hurt there, she said, and the repairs would be paid for by the province and by the town.",
    "The mayor of Tamra denied that the town had been asked, and called the plan a promise made to be broken.",
    "Velm's foreign ministry demanded that the guns be withdrawn first, and warned that it would not wait long.",
)
# fmt: off
BROKEN_MARKUP = st.sampled_from([
    "<p>", "</p>", "<div>", "</div>", "<", "&", "&amp;", "&#x41;", "&#xD800;", "&#0;", "&nbsp;",
    "&notit;", "<!--", "-->", "<script>", "</script>", "<br/>", "<a href='x>y'>", "</a>", '"',
    "<title>", "</title>", "<li>", "<table><td>", "<pre>", "<![CDATA[x]]>", "<?php", "</", "<svg>",
    "<template>", "\xe9", "\u200f", "e\u0301", "\U0001f469\u200d\U0001f467", "\xad", "\x00", "\r\n",
    " ",
])
# fmt: on
quick = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def holds(data: bytes) -> str | None:
    """The text of the page after its map was checked; None where it was refused."""
    try:
        report = clean_html(Capture(data, "text/html", "page.html"), Limits())
    except InputRefused as refusal:
        assert refusal.subject == "page.html"
        assert refusal.remedy
        return None
    assert report.offsets.faults(report.text, data) == []
    return report.text


@quick
@given(st.lists(st.sampled_from(SENTENCES) | BROKEN_MARKUP, max_size=40))
def test_broken_markup_is_read_exactly_or_refused(parts: list[str]) -> None:
    holds("".join(parts).encode())


@quick
@given(st.binary(max_size=300))
def test_any_bytes_are_read_exactly_or_refused(data: bytes) -> None:
    holds(data)


@quick
@given(st.lists(st.sampled_from(SENTENCES), min_size=3, max_size=12))
def test_repeated_paragraphs_map_in_the_order_of_the_page(sentences: list[str]) -> None:
    page = f"<html><body><article>{''.join(f'<p>{s}</p>' for s in sentences)}</article></body></html>"
    report = clean_html(Capture(page.encode(), "text/html", "page.html"), Limits())
    paragraphs = report.text.split("\n\n")
    at = read_from = 0
    for paragraph in paragraphs:
        (place,) = report.offsets.bytes_of(Span(at, at + len(paragraph)), report.text)
        assert page[place.start : place.end] == paragraph
        assert place.start >= read_from
        at, read_from = at + len(paragraph) + 2, place.end


@quick
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zs", "Zl", "Zp", "Cn"]), min_size=1, max_size=12),
        min_size=4,
        max_size=30,
    ),
    st.lists(st.sampled_from([" ", "  ", "\n", "\u00a0", "&nbsp;", "\t\r\n", "&#10;"]), min_size=30, max_size=30),
    st.booleans(),
)
def test_a_line_is_its_words_with_single_blanks(words: list[str], blanks: list[str], named: bool) -> None:
    written = [escape(word).replace("é", "&eacute;") if named else escape(word) for word in words]
    source = "<p>" + "".join(f"{word}{blank}" for word, blank in zip(written, blanks, strict=False)) + "</p>"
    (line,) = read_page(source).lines
    assert line.text == " ".join(words)
