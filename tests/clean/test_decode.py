import pytest

from onrecord.clean import clean
from onrecord.errors import NotText
from onrecord.model.report import Capture
from onrecord.settings import Limits

WORDS = "Grün – “so” 😀"


def text_of(data: bytes, encoding: str | None = None) -> str:
    capture = Capture(data, "text/plain", "note.txt", encoding=encoding)
    report = clean(capture, Limits())
    assert report.offsets.faults(report.text, data) == []
    return report.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_being_declared(encoding: str) -> None:
    assert text_of(WORDS.encode(encoding)) == WORDS


@pytest.mark.parametrize(("encoding", "words"), [("cp1252", "Grün “so”"), ("gb18030", "你好 😀"), ("utf-16-le", WORDS)])
def test_a_declared_encoding_is_followed(encoding: str, words: str) -> None:
    assert text_of(words.encode(encoding), encoding) == words


def test_a_byte_order_mark_overrules_what_is_declared() -> None:
    assert text_of(WORDS.encode("utf-16"), "cp1252") == WORDS


def test_a_byte_that_does_not_fit_is_named_with_a_likely_encoding() -> None:
    with pytest.raises(NotText, match=r"byte 2 \(0xfc\) is not UTF-8.*--encoding windows-1252"):
        text_of(b"Gr\xfcn")


def test_a_wrong_declaration_is_named_as_such() -> None:
    with pytest.raises(NotText, match="the encoding declared is ascii"):
        text_of(b"Gr\xfcn", "ascii")


def test_bytes_that_would_not_come_back_are_refused() -> None:
    with pytest.raises(NotText, match="written back to the same bytes"):
        text_of(b"+AGE-", "utf-7")
