"""Which words of a page are its article: trafilatura's choice, as paragraphs without places."""

import logging
import re
from collections.abc import Callable
from html import unescape
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

SHORT = 1000
"""Below so many characters a choice for precision is held against one for balance; measured, see decision 020."""

LOST = 3
"""The choice for balance is taken where it is so many times longer."""

DEEPEST = 200
"""Boxes of a page that is nested deeper are taken off for the extractor: its parser gives up at 256."""

_BOX = re.compile(r"</?(?:div|span|font|center|section)\b[^>]*>", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_NUMBER = re.compile(r"&#(?:[0-9]+|[xX][0-9a-fA-F]+);?")

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def article_paragraphs(source: str, depth: int = 0) -> list[str]:
    """The paragraphs of the article in the page, in trafilatura's order; empty where it finds none."""
    parse = _parser(_parsable(source, depth))
    exact = _extract(parse(), precise=True)
    if len(exact) >= SHORT:
        return exact.splitlines()
    balanced = _extract(parse(), precise=False)
    return (balanced if len(balanced) > LOST * len(exact) else exact).splitlines()


def _parsable(source: str, depth: int) -> str:
    """The page without what makes the extractor give up: control characters and too many boxes in boxes."""
    clean = _NUMBER.sub(lambda match: _CONTROL.sub("", unescape(match[0])) and match[0], _CONTROL.sub("", source))
    return _BOX.sub("\n", clean) if depth > DEEPEST else clean


def _parser(source: str) -> Callable[[], HtmlElement | None]:
    """Parses the page anew at each call, since trafilatura changes the tree it is given."""
    data = source.encode("utf-8", "replace")

    def parse() -> HtmlElement | None:
        options: dict[str, Any] = {"collect_ids": False, "default_doctype": False, "encoding": "utf-8"}
        try:
            return document_fromstring(data, HTMLParser(**options, remove_comments=True, remove_pis=True))
        except (etree.ParserError, etree.XMLSyntaxError, ValueError):
            return None

    return parse


def _extract(tree: HtmlElement | None, *, precise: bool) -> str:
    import trafilatura

    if tree is None:
        return ""
    return trafilatura.extract(tree, include_comments=False, favor_precision=precise) or ""
