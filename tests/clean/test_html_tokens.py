"""Where tags end and text begins, by the rules of the HTML standard."""

import pytest

from onrecord.clean.html_tokens import Kind, attributes, tokens


def texts(source: str) -> list[str]:
    return [source[token.start : token.end] for token in tokens(source) if token.kind is Kind.TEXT]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>a</p>b", ["a", "b"]),
        ("<p title='>'>a", ["a"]),
        ('<p title=">" data-x=">">a', ["a"]),
        ('<p title=a"b>c', ["c"]),
        ("a<!-- > <b> -->b", ["a", "b"]),
        ("a<!-->b", ["a", "b"]),
        ("a<!--->b", ["a", "b"]),
        ("a<!-- no end", ["a"]),
        ("a<!doctype html>b<?x y>c</ z>d</>e", ["a", "b", "c", "d", "e"]),
        ("a<![CDATA[b]]>c", ["a", "c"]),
        ("3 < 4 and 5<6", ["3 < 4 and 5<6"]),
        ("a<script>'<p>x</p>'</script>b", ["a", "b"]),
        ("<textarea><p>x</textarea>b", ["b"]),
        ("<TITLE>x</TiTle >b", ["b"]),
        ("a<style>x", ["a"]),
        ("a<plaintext><p>b", ["a", "<p>b"]),
        ("a<p", ["a"]),
    ],
)
def test_text_is_what_stands_between_tags(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


def test_attributes_are_unescaped_and_the_first_of_a_name_is_kept() -> None:
    source = "<META Content='a &amp; b' name=author name=other hidden data-x = \"1>0\"/>"
    (tag,) = tokens(source)
    assert attributes(source, tag) == {"content": "a & b", "name": "author", "hidden": "", "data-x": "1>0"}
